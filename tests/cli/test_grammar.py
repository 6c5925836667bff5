"""Words typed become a command and its values, or all that is wrong with them."""

from __future__ import annotations

import pytest

from reportpdf.base.problem import InputError
from reportpdf.commands.grammar import nearest, parse
from reportpdf.commands.table import COMMANDS

RENDER = COMMANDS["render"]


@pytest.mark.parametrize(
    ("words", "arguments", "values", "switches"),
    [
        (["r.yaml"], ("r.yaml",), {}, set()),
        (["r.yaml", "-o", "a.pdf"], ("r.yaml",), {"output": "a.pdf"}, set()),
        (["-oa.pdf", "r.yaml"], ("r.yaml",), {"output": "a.pdf"}, set()),
        (["--output=a=b.pdf", "r.yaml"], ("r.yaml",), {"output": "a=b.pdf"}, set()),
        (["--json", "r.yaml", "--for", "screen"], ("r.yaml",), {"for": "screen"}, {"json"}),
        (["--", "-r.yaml"], ("-r.yaml",), {}, set()),
        (["-"], ("-",), {}, set()),
        (["--help"], (), {}, {"help"}),
    ],
)
def test_words_are_read(
    words: list[str], arguments: tuple[str, ...], values: dict[str, str], switches: set[str]
) -> None:
    order = parse(words, RENDER)
    assert (order.arguments, dict(order.values), set(order.switches)) == (arguments, values, switches)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ([], ["argument-missing"]),
        (["a", "b", "c"], ["argument-extra", "argument-extra"]),
        (["a", "--them", "x"], ["option-near", "argument-extra"]),
        (["a", "--zzzzzz"], ["option-unknown"]),
        (["a", "-q"], ["option-unknown"]),
        (["a", "-o"], ["option-no-value"]),
        (["a", "-o", ""], ["option-no-value"]),
        (["a", "--output="], ["option-no-value"]),
        (["a", "-o", "--json"], ["option-no-value"]),
        (["a", "--json=yes"], ["option-takes-none"]),
        (["a", "-o", "x", "--output", "y"], ["option-twice"]),
        (["a", "--for", "scren"], ["option-value-near"]),
        (["a", "--for", "xyz"], ["option-value"]),
        (["--for", "xyz", "--zzzzzz"], ["option-value", "option-unknown", "argument-missing"]),
    ],
)
def test_everything_wrong_with_the_words_is_said_at_once(words: list[str], codes: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        parse(words, RENDER)
    assert [p.code for p in caught.value.problems] == codes


def test_an_argument_must_be_one_of_its_choices() -> None:
    with pytest.raises(InputError) as caught:
        parse(["reports"], COMMANDS["schema"])
    assert dict(caught.value.problems[0].args)["nearest"] == "report"


@pytest.mark.parametrize(
    ("word", "choice"),
    [("newspapper", "newspaper"), ("NEWSPAPER", "newspaper"), ("galery", "gallery"), ("q", "")],
)
def test_the_nearest_choice_is_found(word: str, choice: str) -> None:
    assert nearest(word, ("newspaper", "gallery")) == choice

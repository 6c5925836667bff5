"""Files of composition cases: what is wrong with them is told, all of it, in words of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpdf.base.problem import InputError
from reportpdf.source.specimen_file import read_cases

GOOD = '{"id": "a", "text": "一", "measure_em": 3}'

SYNTAX = [
    ('[{"id":"a" "text":"x"}]', "json-comma", 1, 12),
    ('[{"id" "a"}]', "json-colon", 1, 8),
    ('[{id:"a"}]', "json-key", 1, 3),
    ("", "json-value", 1, 1),
    ('[{"id": }]', "json-value", 1, 9),
    ('[{"id":"a","text":"一', "json-string", 1, 19),
    ('[{"id":"a","text":"一\n二"}]', "json-control", 1, 21),
    ('["a\\q"]', "json-escape", 1, 4),
    ("[]\nx", "json-extra", 2, 1),
]


def codes(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    file = tmp_path / "cases.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_cases(file, shown="cases.json")
    return [(p.code, p.place.path if p.place else "") for p in caught.value.problems]


@pytest.mark.parametrize(("text", "code", "line", "column"), SYNTAX)
def test_a_fault_of_json_has_its_own_words_and_its_place(
    text: str, code: str, line: int, column: int, tmp_path: Path
) -> None:
    file = tmp_path / "cases.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_cases(file, shown="cases.json")
    (found,) = caught.value.problems
    assert found.place is not None
    assert (found.code, found.place.line, found.place.column) == (code, line, column)


DEEP = "[" * 100_000
DIGITS = '[{"id":"a","text":"x","measure_em":' + "9" * 5000 + "}]"

FAULTS = [
    (DEEP, [("json-deep", "")]),
    (DIGITS, [("json-number", "")]),
    ("[]", [("case-empty", "")]),
    ('{"id": "a"}', [("case-list", "")]),
    ("[3]", [("case-object", "[0]")]),
    ('[{"id": "a"}]', [("case-key-missing", "[0]"), ("case-key-missing", "[0]")]),
    (f"[{GOOD}, {GOOD}]", [("case-id-twice", "[1].id")]),
    ('[{"id": " ", "text": 3, "measure_em": 1}]', [("case-words", "[0].id"), ("case-words", "[0].text")]),
    ('[{"id": "a", "text": "x", "measure_em": 0}]', [("case-measure", "[0].measure_em")]),
    ('[{"id": "a", "text": "x", "measure_em": -1}]', [("case-measure", "[0].measure_em")]),
    ('[{"id": "a", "text": "x", "measure_em": NaN}]', [("case-measure", "[0].measure_em")]),
    ('[{"id": "a", "text": "x", "measure_em": 1e400}]', [("case-measure", "[0].measure_em")]),
    ('[{"id": "a", "text": "x", "measure_em": "20"}]', [("case-measure", "[0].measure_em")]),
    ('[{"id": "a", "text": "x", "measure_em": true}]', [("case-measure", "[0].measure_em")]),
    (
        '[{"id": "a", "text": "x", "measure_em": 2, "options": {"level": "x", "foo": 1}}]',
        [("case-key-unknown", "[0].options"), ("case-value", "[0].options.level")],
    ),
    ('[{"id": "a", "text": "' + "永" * 20_001 + '", "measure_em": 2}]', [("case-text-long", "[0].text")]),
]


@pytest.mark.parametrize(("text", "found"), FAULTS)
def test_every_fault_of_a_case_is_told_with_its_path(
    text: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert codes(tmp_path, text) == found


def test_options_may_be_null_as_a_whole_and_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "cases.json"
    file.write_text(
        '[{"id": "a", "text": "x", "measure_em": 2, "options": null},'
        ' {"id": "b", "text": "x", "measure_em": 2, "options": {"level": null, "autospace": false}}]',
        encoding="utf-8",
    )
    first, second = read_cases(file, shown="cases.json")
    assert (first.options.level, second.options.level, second.options.autospace) == (None, None, 0.0)

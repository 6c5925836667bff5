"""Pull-quotes are broken by their sense, in no more lines than they need, and lose no word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.text.block import Block
from reportpdf.text.breaks import EPSILON, natural_width
from reportpdf.text.sense_lines import by_sense
from reportpdf.text.setter import Setter
from tests.layout.reports import FONTS, LOOK, THEME, prose, text

STYLE = LOOK.styles.body
SETTER = Setter(FONTS, THEME.composition)


def plain(words: str, em: float) -> Block:
    return SETTER.block(text(words), STYLE, em * STYLE.size, indent=False)


def lines(block: Block) -> list[str]:
    (part,) = block.paragraphs
    return ["".join(c.text for c in part.paragraph.clusters[a:b]) for a, b in part.lines.ranges]


@pytest.mark.parametrize(
    ("words", "em", "wanted"),
    [
        ("现发命案，八类暴力犯罪快侦快破", 12, ["现发命案，", "八类暴力犯罪快侦快破"]),
        ("“派出所主防”等主防模式", 9, ["“派出所主防”等", "主防模式"]),
        ("稳", 9, ["稳"]),
    ],
)
def test_lines_end_where_the_sense_does(words: str, em: float, wanted: list[str]) -> None:
    assert lines(by_sense(plain(words, em))) == wanted


@given(st.integers(1, 150), st.integers(0, 60), st.floats(4, 30))
def test_no_word_is_lost_and_no_line_too_long(length: int, start: int, em: float) -> None:
    before = plain(prose(length, start), em)
    after = by_sense(before)
    assert after.count == before.count
    assert "".join(lines(after)) == "".join(lines(before))
    (part,), (old,) = after.paragraphs, before.paragraphs
    if part.lines is not old.lines:
        for begin, end in part.lines.ranges:
            assert natural_width(part.paragraph, begin, end) <= em + EPSILON

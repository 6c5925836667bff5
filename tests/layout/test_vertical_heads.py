"""Vertical section titles: how a couplet parts, where its lines begin, when it has to lie down."""

from __future__ import annotations

import pytest

from reportpdf.base.ink import BLACK
from reportpdf.layout.display import ARTIFACT, TextItem
from reportpdf.layout.vertical_heads import VerticalHead, set_vertical_head
from tests.layout.galleries import LOOK, new_setting
from tests.layout.ink import ink_of
from tests.layout.reports import FONTS, prose, text

SETTING = new_setting()
STYLE = LOOK.styles.section_title
STEP = STYLE.size * (1 + STYLE.tracking)


def head(words: str, *, room: float = 400.0, sizes: tuple[float, ...] = (18.0, 15.0)) -> VerticalHead | None:
    starts = (0.0, 2 * STEP)
    return set_vertical_head(SETTING.setter, text(words), STYLE, sizes=sizes, room=room, starts=starts)


def lines_of(made: VerticalHead) -> list[str]:
    return ["".join(c.text for c in line.words.line.clusters) for line in made.lines]


PARTED = [
    ("冲在最前险,勇当平安建设主力军", ["冲在最前险", "勇当平安建设主力军"]),
    ("担在最急需\n勇做岁月安澜守护者", ["担在最急需", "勇做岁月安澜守护者"]),
    ("守护平安", ["守护平安"]),
    ("守正创新，踔厉奋发，奋力谱写新篇章", ["守正创新，踔厉奋发", "奋力谱写新篇章"]),
]


@pytest.mark.parametrize(("words", "lines"), PARTED)
def test_a_couplet_stands_in_its_lines(words: str, lines: list[str]) -> None:
    made = head(words)
    assert made is not None
    assert lines_of(made) == lines


def test_the_right_line_comes_first_and_the_left_one_two_characters_lower() -> None:
    made = head("冲在最前险,勇当平安建设主力军")
    assert made is not None
    items = [i for i in made.put(100.0, 50.0, BLACK, ARTIFACT) if isinstance(i, TextItem)]
    right, comma, left = items
    assert "".join(c.text for c in comma.clusters) == "，"
    assert not comma.visible
    assert (right.y, left.y) == (50.0, pytest.approx(50.0 + 2 * STEP))
    assert right.x - left.x == pytest.approx(STYLE.pitch)
    ink = ink_of(right, FONTS)
    assert ink is not None
    assert ink.right <= 100.0 + 0.5


def test_a_long_title_stands_smaller_then_lies_down() -> None:
    whole = head("冲在最前险,勇当平安建设主力军", room=230.0)
    smaller = head("冲在最前险,勇当平安建设主力军", room=210.0)
    assert whole is not None
    assert smaller is not None
    assert (whole.size, smaller.size) == (18.0, 15.0)
    assert smaller.height <= 210.0
    assert head(prose(90)) is None


def test_a_number_too_long_to_stand_makes_the_title_lie_down() -> None:
    assert head("2024年总结") is None
    assert head("350项服务,12件实事") is not None

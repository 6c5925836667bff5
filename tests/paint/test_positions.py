"""Every glyph stands where the display list says, to 0.002 em."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import BLACK
from reportpdf.layout.display import TextItem
from reportpdf.paint.surface import paint_document
from reportpdf.press.sheet import bleed_boxes
from reportpdf.source.font_file import open_font_file
from reportpdf.text.cluster import Cluster, Glyph, Kind
from tests.fonts import forge
from tests.paint.setting import (
    BUNDLED,
    GOTHIC,
    KAI,
    SONG,
    Placed,
    cluster,
    clusters,
    document,
    line,
    operations,
    painted,
    placed,
)

HEIGHT = 300.0  # of the sheet that `document` sets on
EM = 0.002


def expected(item: TextItem) -> list[tuple[float, float]]:
    """Origins of the item's glyphs by the display list's own definition, y upward from the trim's foot."""
    pen, moves, places = 0.0, dict(item.moves), []
    for i, one in enumerate(item.clusters):
        pen += moves.get(i, 0.0)
        at = pen
        for glyph in one.glyphs:
            places.append((item.x + (at + glyph.dx) * item.size, HEIGHT - item.y))
            at += glyph.advance
        pen += one.advance + item.tracking
    return places


def _check(item: TextItem, found: list[Placed]) -> None:
    wanted = expected(item)
    assert len(found) == len(wanted)
    for got, (x, y) in zip(found, wanted, strict=True):
        assert got.x == pytest.approx(x, abs=EM * item.size)
        assert got.y == pytest.approx(y, abs=EM * item.size)


WORDS = clusters("全市", "2024", "年", "officer", "共", "13.5%", "件")
CASES = {
    "as it comes": line(WORDS),
    "opened": line(WORDS, tracking=0.0371),
    "tightened": line(WORDS, tracking=-0.0213),
    "moved": line(WORDS, moves=((0, 0.5), (1, 0.25), (2, 0.25), (4, -0.3333))),
    "opened and moved": line(WORDS, tracking=0.01234567, moves=((1, 1 / 6), (2, 1 / 6), (5, -0.123456))),
    "several faces": line(
        (*clusters("共"), *clusters("61", face=GOTHIC), *clusters("——", "个", face=KAI)),
        tracking=0.05,
        moves=((1, 0.125), (2, -0.0625)),
    ),
    "large": line(clusters("13.5%", face=GOTHIC), size=87.34567, x=30.12345, y=200.98765),
    "small": line(clusters("图", "说"), size=5.25, tracking=0.111),
}


@pytest.mark.parametrize("case", CASES)
def test_glyphs_stand_where_the_display_list_says(case: str) -> None:
    _check(CASES[case], placed(painted(CASES[case])))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(["的", "，", "2024", "AV", "——", "x"]), min_size=1, max_size=60),
    st.floats(-0.1, 0.3),
    st.floats(4, 120),
    st.dictionaries(st.integers(0, 59), st.floats(-1, 1), max_size=30),
)
def test_rounding_never_adds_up_along_a_line(
    texts: list[str], tracking: float, size: float, moves: dict[int, float]
) -> None:
    item = line(
        clusters(*texts),
        tracking=tracking,
        size=size,
        moves=tuple(sorted((i, m) for i, m in moves.items() if i < len(texts))),
    )
    _check(item, placed(painted(item)))


def test_a_glyphs_own_offset_and_advance_are_kept() -> None:
    """A mark squeezed to half its width with its ink drawn back, as ``halt`` gives it."""
    [comma] = cluster("，").glyphs
    left = Cluster("，", Kind.PAUSE, SONG, (Glyph(comma.gid, 0.5, -0.25, 0.0, "，"),), 0.5)
    item = line((left, *clusters("甲"), left, *clusters("乙"), left, left), tracking=0.02, moves=((0, 0.1),))
    _check(item, placed(painted(item)))


def test_a_raised_glyph_rises_by_its_own_height_alone() -> None:
    [glyph] = cluster("x").glyphs
    raised = Cluster(
        "x", Kind.WESTERN, SONG, (Glyph(glyph.gid, glyph.advance, 0.0, 0.3, "x"),), glyph.advance
    )
    pdf = painted(line((*clusters("甲"), raised, *clusters("乙")), size=20.0))
    assert [float(args[0]) for op, args in operations(pdf) if op == "Ts"] == [6.0, 0.0]
    assert [c.text for c in placed(pdf)] == ["甲", "x", "乙"]


def test_a_second_font_of_a_face_carries_the_pen_on(tmp_path: Path) -> None:
    path = forge.write(tmp_path, "f.otf", forge.font_bytes(cff=True))
    fonts = {"own": open_font_file(str(path), "own")}
    item = line([cluster(c, "own", fonts) for c in "用⽤2⽤"], moves=((2, 0.25),))
    _check(item, placed(painted(item, fonts=fonts)))


def test_the_size_is_right_to_a_ten_thousandth_of_a_point() -> None:
    [(_, (_, size))] = [
        op for op in operations(painted(line(clusters("甲"), size=87.34567))) if op[0] == "Tf"
    ]
    assert float(size) == pytest.approx(87.34567, abs=5e-5)


def test_state_is_not_repeated() -> None:
    first, second = line(clusters("甲")), line(clusters("乙"), y=70.0)
    operators = [op for op, _ in operations(painted(first, second))]
    assert operators.count("Tf") == operators.count("rg") == 1
    assert "Tc" not in operators
    assert "Tr" not in operators


def test_a_line_without_clusters_draws_nothing() -> None:
    assert operations(painted(line(()))) == []


def test_the_bleed_shifts_the_page_not_the_type() -> None:
    item = TextItem(10.0, 40.0, 12.0, BLACK, clusters("出"), (), 0.0, line(()).tag)
    doc = document([item])
    boxes = bleed_boxes(doc.trim, 9.0)
    assert boxes.media == Rect(-9.0, -9.0, 418.0, 318.0)
    pdf = paint_document(doc, BUNDLED, lambda _: None, boxes=boxes)
    [found] = placed(pdf)
    assert (found.x, found.y) == pytest.approx((19.0, 318.0 - 49.0), abs=0.001)


def test_numbers_have_no_exponent_and_no_negative_zero() -> None:
    pdf = painted(line(clusters("甲"), x=1e-9, y=HEIGHT + 1e-9, moves=((0, 1e-9),)))
    shown = " ".join(arg for _, args in operations(pdf) for arg in args)
    assert not re.search(r"\d[eE][-+]?\d|-0(?![.\d])", shown)

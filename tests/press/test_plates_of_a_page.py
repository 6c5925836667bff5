"""A page made fit for plates: rules, blacks, marks, text sizes; the sheet around it; pages beside each
other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import BLACK, PAPER, REGISTRATION, Ink
from reportpdf.base.units import mm
from reportpdf.layout.display import ARTIFACT, BoxItem, Document, Item, Page, PolygonItem, Role, Tag, TextItem
from reportpdf.model.job import Marks
from reportpdf.press.conditions import CONDITIONS
from reportpdf.press.imposition import Imposition, blanks, sides
from reportpdf.press.marks import BAR, with_marks
from reportpdf.press.separate import HAIRLINE, HAIRLINE_MIXED, ink_problems, separate
from reportpdf.press.sheet import press_boxes
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Composition
from tests.paint.setting import BUNDLED, clusters, document, line

COATED, NEWSPRINT = CONDITIONS["coated"], CONDITIONS["newsprint"]
RED = Ink(0, 0.98, 0.92, 0.1)


def separated(item: Item, condition: str = "coated") -> Item:
    made = separate(document([item]), CONDITIONS[condition])
    return made.pages[0].items[0]


@pytest.mark.parametrize(
    ("ink", "weight", "least"),
    [
        (BLACK, 0.1, HAIRLINE),
        (BLACK, 0.3, 0.3),
        (RED, 0.3, HAIRLINE_MIXED),
        (Ink(0, 0, 0, 0.5), 0.35, HAIRLINE_MIXED),
        (Ink(0, 0, 0, 0.5), 3.0, 3.0),
    ],
)
def test_no_rule_is_thinner_than_a_plate_holds(ink: Ink, weight: float, least: float) -> None:
    across = separated(BoxItem(Rect(10, 20, 100, weight), ink))
    assert isinstance(across, BoxItem)
    assert across.rect.height == pytest.approx(least)
    assert across.rect.y + across.rect.height / 2 == pytest.approx(20 + weight / 2)
    down = separated(BoxItem(Rect(10, 20, weight, 100), ink))
    assert isinstance(down, BoxItem)
    assert down.rect.width == pytest.approx(least)


def test_large_black_areas_are_rich_where_the_paper_bears_it() -> None:
    area = BoxItem(Rect(0, 0, 100, 40), BLACK)
    assert separated(area).ink == COATED.rich_black
    assert separated(area, "newsprint").ink == BLACK
    assert separated(BoxItem(Rect(0, 0, 100, 6), BLACK)).ink == BLACK


def test_rich_black_keeps_within_the_ink_limit() -> None:
    for condition in CONDITIONS.values():
        if condition.rich_black is not None:
            assert condition.rich_black.total <= condition.tac


def test_small_marks_are_black_on_newsprint() -> None:
    mark = PolygonItem(((0, 6), (6, 6), (3, 0)), RED)
    assert separated(mark, "newsprint").ink == BLACK
    assert separated(mark).ink == RED
    assert separated(PolygonItem(((0, 60), (60, 60), (30, 0)), RED), "newsprint").ink == RED


def test_nothing_moves_but_thin_rules() -> None:
    items = [line(clusters("页")), BoxItem(Rect(1, 2, 30, 40), RED)]
    assert separate(document(items), COATED).pages[0].items == tuple(items)


@pytest.mark.parametrize(
    ("size", "ink", "condition", "code"),
    [
        (6.0, PAPER, "coated", "press-reversed-small"),
        (8.0, PAPER, "coated", None),
        (8.0, PAPER, "newsprint", "press-reversed-small"),
        (8.0, RED, "coated", "press-colour-small"),
        (10.0, RED, "coated", None),
        (10.0, RED, "newsprint", "press-colour-small"),
        (6.0, BLACK, "newsprint", None),
        (6.0, replace(RED, spot="PANTONE 185 C"), "newsprint", None),
    ],
)
def test_text_too_small_for_its_inks_is_told(size: float, ink: Ink, condition: str, code: str | None) -> None:
    item = line(clusters("小", "字"), size=size, ink=ink, tag=Tag(Role.PARAGRAPH, "lede"))
    found = ink_problems(document([item]), CONDITIONS[condition])
    assert [p.code for p in found] == ([code] if code else [])


def marked(marks: Marks, slug: str = "滨州　一校") -> Document:
    setter = Setter(BUNDLED, Composition())
    return with_marks(document([line(clusters("页"))]), marks, setter, ("NotoSansSC-Regular",), (slug,))


def test_marks_are_clear_of_the_bleed_and_on_the_paper() -> None:
    made = marked(Marks.FULL)
    boxes = press_boxes(made.trim, made.bleed, marks=True)
    outside = [item for item in made.pages[0].items if isinstance(item, BoxItem | PolygonItem)]
    assert outside
    for item in outside:
        rect = item.rect if isinstance(item, BoxItem) else _around(item)
        assert rect.x >= boxes.media.x
        assert rect.right <= boxes.media.right
        assert rect.y >= boxes.media.y
        assert rect.bottom <= boxes.media.bottom
        beside = rect.right < boxes.bleed.x or rect.x > boxes.bleed.right
        above = rect.bottom < boxes.bleed.y or rect.y > boxes.bleed.bottom
        assert beside or above


def _around(item: PolygonItem) -> Rect:
    xs, ys = zip(*item.points, strict=True)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def test_crop_marks_stand_in_line_with_the_cuts() -> None:
    made = marked(Marks.CROP)
    boxes = [item.rect for item in made.pages[0].items if isinstance(item, BoxItem)]
    assert len(boxes) == 8
    middles = {round(r.x + r.width / 2, 3) for r in boxes if r.height > r.width}
    assert middles == {0.0, made.trim.width}
    assert all(item.ink == REGISTRATION for item in made.pages[0].items if isinstance(item, BoxItem))


def test_the_colour_bar_has_solids_overprints_and_balance() -> None:
    document_of_a4 = replace(document([]), trim=Size(mm(210), mm(297)))
    made = with_marks(
        document_of_a4, Marks.FULL, Setter(BUNDLED, Composition()), ("NotoSansSC-Regular",), ("x",)
    )
    inks = [
        item.ink for item in made.pages[0].items if isinstance(item, BoxItem) and item.ink != REGISTRATION
    ]
    assert tuple(inks) == BAR


def test_the_slug_is_black_alone_and_all_marks_are_furniture() -> None:
    made = marked(Marks.FULL)
    page: Page = made.pages[0]
    slug = page.items[-1]
    assert isinstance(slug, TextItem)
    assert slug.ink == BLACK
    assert slug.y > made.trim.height + made.bleed
    assert all(item.tag == ARTIFACT for item in page.items[1:])


def test_without_marks_the_document_is_as_it_was() -> None:
    plain = document([line(clusters("页"))])
    assert with_marks(plain, Marks.NONE, Setter(BUNDLED, Composition()), (), ()) is plain


def test_saddle_stitch_order_of_eight_pages() -> None:
    told = [(s.left, s.right) for s in sides(8, Imposition.BOOKLET, 0.0)]
    assert told == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_two_up_order() -> None:
    assert [(s.left, s.right) for s in sides(5, Imposition.TWO_UP, 0.0)] == [(0, 1), (2, 3), (4, None)]


def test_inner_sheets_creep_toward_the_spine() -> None:
    assert [s.creep for s in sides(12, Imposition.BOOKLET, 0.3)] == [0, 0, 0.3, 0.3, 0.6, 0.6]


@given(st.integers(1, 200), st.sampled_from(list(Imposition)))
def test_every_page_is_on_one_sheet_once(pages: int, way: Imposition) -> None:
    made = sides(pages, way, 0.3)
    placed = [p for side in made for p in (side.left, side.right)]
    assert sorted(p for p in placed if p is not None) == list(range(pages))
    assert placed.count(None) == blanks(pages, way)

"""Symbols inside the type area: in white that is planned, level and flush with what the page has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportpdf.base.geometry import Rect, Size
from reportpdf.press.inner_places import inner_places
from reportpdf.press.stamp_measures import SMALL_ACROSS, SMALL_MODULE, SMALL_QUIET, Margins, PagePlaces, Spot
from reportpdf.press.symbol_places import placed

TRIM, MARGINS = Size(595.0, 842.0), Margins(45.0, 45.0, 45.0, 60.0)
SIDE, QUIET = SMALL_ACROSS * SMALL_MODULE, SMALL_QUIET * SMALL_MODULE

BOXES = st.builds(Rect, st.floats(45, 500), st.floats(45, 740), st.floats(1, 300), st.floats(1, 200))


def lines(x: float, top: float, count: int, width: float = 240.0) -> list[Rect]:
    """A column of text whose last line is short."""
    return [Rect(x, top + 16 * i, width if i < count - 1 else width / 3, 11) for i in range(count)]


def feet(boxes: list[Rect]) -> list[float]:
    return [b.bottom for b in boxes]


def free(spot: Spot, boxes: list[Rect], air: float) -> bool:
    its = Rect(spot.x, spot.y, SIDE, SIDE).grown(air)
    return not any(
        b.x < its.right and b.right > its.x and b.y < its.bottom and b.bottom > its.y for b in boxes
    )


def test_it_stands_as_an_end_mark_does() -> None:
    boxes = [*lines(45, 100, 20), *lines(310, 100, 16)]
    middle = inner_places(boxes, feet(boxes), MARGINS, TRIM, right=True)[0]
    assert min(abs(middle.x + SIDE - QUIET - b.right) for b in boxes) < 0.1
    assert min(abs(middle.y + SIDE - QUIET - b.bottom) for b in boxes) < 0.1
    assert free(middle, boxes, 5.0)


@given(st.lists(BOXES, max_size=30), st.booleans())
def test_it_stands_in_white_with_air_around(boxes: list[Rect], right: bool) -> None:
    for spot in inner_places(boxes, feet(boxes), MARGINS, TRIM, right=right):
        assert free(spot, boxes, 4.99)
        assert TRIM.width * 0.11 <= spot.x <= TRIM.width * 0.89 - SIDE
        assert not spot.x < TRIM.width / 2 < spot.x + SIDE
        assert not spot.y < TRIM.height / 2 < spot.y + SIDE


def test_a_full_page_has_none() -> None:
    assert inner_places([Rect(45, 45, 505, 740)], [785.0], MARGINS, TRIM, right=True) == ()


def test_a_photo_that_bleeds_sends_the_symbol_at_the_head_to_the_other_side() -> None:
    photo = Rect(180, -9, 430, 500)
    places: PagePlaces = placed([photo, *lines(180, 520, 10)], [], None, MARGINS, TRIM, odd=False)
    head, foot = places.small[:2]
    assert head.x < TRIM.width / 2
    assert head.y + SIDE < TRIM.height / 2
    assert foot.x > TRIM.width / 2
    assert foot.y > TRIM.height / 2


def test_symbols_in_the_margin_keep_away_from_the_lines_and_stand_level_with_the_first() -> None:
    boxes = [*lines(45, 90, 20), *lines(310, 90, 40)]
    head = placed(boxes, feet(boxes), None, MARGINS, TRIM, odd=True).small[0]
    assert MARGINS.left - (head.x + SIDE) >= 5.0
    assert abs(head.y + QUIET - 90) < 0.1  # with the first one

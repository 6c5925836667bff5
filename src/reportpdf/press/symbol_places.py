"""Where the symbols of a copy stand on a page: one in the corner, two small ones beside the type area.

Comes in: what the page prints, its margins, the line's place. Goes out: :class:`PagePlaces`. The best place
is tried first, and where something is printed the next one. Lengths in points, y downward.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportpdf.base.geometry import Rect, Size
from reportpdf.press.stamp_measures import (
    ACROSS,
    EDGE,
    LEAST_MODULE,
    MODULE,
    QUIET,
    SMALL_ACROSS,
    SMALL_MODULE,
    UNDER,
    Margins,
    PagePlaces,
    Spot,
)

_HUG = 1.6
"""White between a small symbol's quiet zone and the type area."""


def placed(boxes: list[Rect], line: Spot | None, margins: Margins, trim: Size, *, odd: bool) -> PagePlaces:
    """The symbol on the outer side at the foot, the small ones where it does not stand."""
    foot = (line.y if line else trim.height - margins.bottom) + QUIET * MODULE
    symbols: list[tuple[Spot, float]] = []
    for module in (MODULE, LEAST_MODULE):
        size = Size(ACROSS * module, (ACROSS + UNDER) * module)
        tries = _corner(size, trim, margins.right if odd else margins.left, foot, right=odd)
        spot = next((spot for spot in tries if _free(spot, size, boxes, trim)), None)
        if spot is not None:
            symbols = [(spot, module)]
            boxes = [*boxes, Rect(spot.x, spot.y, size.width, size.height)]
            break
    side = SMALL_ACROSS * SMALL_MODULE
    small = []
    for right, top, low in ((not odd, trim.height * 0.13, False), (odd, trim.height * 0.62, True)):
        aside = trim.width - margins.right + _HUG if right else margins.left - _HUG - side
        spots = _aside(aside, top, trim, right=right, low=low)
        spot = next((spot for spot in spots if _free(spot, Size(side, side), boxes, trim)), None)
        if spot is not None:
            small.append(spot)
            boxes = [*boxes, Rect(spot.x, spot.y, side, side)]
    return PagePlaces(line, tuple(symbols), tuple(small))


def _aside(x: float, top: float, trim: Size, *, right: bool, low: bool) -> Iterator[Spot]:
    """Places beside the type area from ``top`` on: in that half, then on the whole side, then farther in."""
    half = trim.height * (0.94 if low else 0.46)
    for end in (half, trim.height * 0.94):
        for i in range(max(0, int((end - top) / 6))):
            yield Spot(x, top + 6 * i)
    for i in range(int(trim.width / 24)):
        for j in range(int((half - top) / 12)):
            yield Spot(x + (-12.0 if right else 12.0) * i, top + 12 * j)


def _corner(size: Size, trim: Size, margin: float, foot: float, *, right: bool) -> Iterator[Spot]:
    """Places from the best: in the side margin from the foot up, in the opposite one, then anywhere."""
    aside = max(EDGE, (margin - size.width) / 2)
    near, far = trim.width - aside - size.width, aside
    columns = (near, far) if right else (far, near)
    start = min(foot - size.width, trim.height - EDGE - size.height)
    rows = [start - 4.0 * i for i in range(int(trim.height * 0.46 / 4))]
    for x in columns:
        for y in rows:
            yield Spot(x, y)
    steps = [columns[0] + (-12.0 if right else 12.0) * i for i in range(int(trim.width / 12))]
    for y in rows[::3]:
        for x in steps:
            yield Spot(x, y)


def _free(spot: Spot, size: Size, boxes: list[Rect], trim: Size) -> bool:
    """Whether nothing is printed there; the quiet zone is white already."""
    x, y, right, bottom = spot.x, spot.y, spot.x + size.width, spot.y + size.height
    if x < EDGE or y < EDGE or right > trim.width - EDGE or bottom > trim.height - EDGE:
        return False
    return not any(b.x < right and b.right > x and b.y < bottom and b.bottom > y for b in boxes)

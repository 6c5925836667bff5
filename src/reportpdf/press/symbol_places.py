"""Where the symbols of a copy stand on a page: one in the corner, two small ones beside the type area,
and those within it.

Comes in: what the page prints, its margins, the line's place. Goes out: :class:`PagePlaces`. The best place
is tried first, and where something is printed the next one. Lengths in points, y downward.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportpdf.base.geometry import Rect, Size
from reportpdf.press.inner_places import inner_places
from reportpdf.press.stamp_measures import (
    ACROSS,
    EDGE,
    LEAST_MODULE,
    MODULE,
    QUIET,
    SMALL_ACROSS,
    SMALL_MODULE,
    SMALL_QUIET,
    UNDER,
    Margins,
    PagePlaces,
    Spot,
)

_HUG, _CLOSE = 5.0, 1.6
"""White between a small symbol's quiet zone and the type area, and on a page that has none within it: there
the symbol has to outlive the margin's being cut."""

_SMALL = Size(SMALL_ACROSS * SMALL_MODULE, SMALL_ACROSS * SMALL_MODULE)

_FLUSH = 12.0
"""So near to the edge of the type area stands what is flush with it, a line that ends with a mark too."""

_LEADING = 0.8
"""White between the lines of a text is less than that, in heights of a line."""


def placed(
    boxes: list[Rect], feet: list[float], line: Spot | None, margins: Margins, trim: Size, *, odd: bool
) -> PagePlaces:
    """The symbol on the outer side at the foot, the small ones where it does not stand; ``feet`` are
    baselines, and lower edges of what is no text."""
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
    for hug in (_HUG, _CLOSE):
        pair = _pair(boxes, margins, trim, hug, right=not odd)
        left = not pair or pair[0].x < trim.width / 2
        taken = [*boxes, *(Rect(spot.x, spot.y, _SMALL.width, _SMALL.height) for spot in pair)]
        if inner := inner_places(taken, feet, margins, trim, right=left):
            break
    return PagePlaces(line, tuple(symbols), (*pair, *inner))


def _pair(boxes: list[Rect], margins: Margins, trim: Size, hug: float, *, right: bool) -> list[Spot]:
    """The small symbols in the margins: one at the head, on the ``right`` or the left, or on the other side
    where a photo bleeds; one below the middle on the side that the first one left."""
    found: list[Spot] = []
    for low in (False, True):
        spots = _beside(boxes, margins, trim, hug, right=right, low=low)
        spot = next((spot for spot in spots if _free(spot, _SMALL, boxes, trim)), None)
        if spot is not None:
            found.append(spot)
            boxes = [*boxes, Rect(spot.x, spot.y, _SMALL.width, _SMALL.height)]
            right = spot.x > trim.width / 2
        right = not right
    return found


def _beside(
    boxes: list[Rect], margins: Margins, trim: Size, hug: float, *, right: bool, low: bool
) -> Iterator[Spot]:
    """Places from the best: beside the type area in that half, level with the head of something; the same on
    the other side; then anywhere on the first side, and farther in."""
    top, half = trim.height * (0.62 if low else 0.13), trim.height * (0.94 if low else 0.46)
    columns = []
    for at_right in (right, not right):
        edge = trim.width - margins.right if at_right else margins.left
        x = edge + hug if at_right else edge - hug - _SMALL.width
        columns.append(x)
        for y in _heads(boxes, edge, top, trim, right=at_right, low=low):
            yield Spot(x, y)
        for i in range(int((half - top) / 6)):
            yield Spot(x, top + 6 * i)
    x, inward = columns[0], -12.0 if right else 12.0
    for i in range(max(0, int((trim.height * 0.94 - top) / 6))):
        yield Spot(x, top + 6 * i)
    for i in range(int(trim.width / 24)):
        for j in range(int((half - top) / 12)):
            yield Spot(x + inward * i, top + 12 * j)


def _heads(boxes: list[Rect], edge: float, top: float, trim: Size, *, right: bool, low: bool) -> list[float]:
    """Heights at which a symbol is level with the head of what stands beside it, a photo or the first line of
    a text, the nearest to ``top`` first."""
    span = (0.54, 0.9) if low else (0.08, 0.44)
    beside = [b for b in boxes if abs((b.right if right else b.x) - edge) < _FLUSH and b.width > 2 * _FLUSH]
    begins = [b.y for b in beside if not any(b.y - b.height * _LEADING < c.bottom < b.bottom for c in beside)]
    heads = {y - SMALL_QUIET * SMALL_MODULE for y in begins if span[0] < y / trim.height < span[1]}
    return sorted(heads, key=lambda y: (abs(y - top), y))


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

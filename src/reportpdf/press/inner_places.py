"""Where a small symbol stands inside the type area, so that a page without its margins keeps one.

Comes in: what the page prints, its margins. Goes out: a place in planned white near the middle of the page,
or else in its lower third; one, for more would be seen as dirt. It stands as an end mark does: flush with an
edge that the page has, level with the foot of what stands beside it, and with air around. A page without such
a place has none.
Lengths in points, y downward.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice, product

from reportpdf.base.geometry import Rect, Size
from reportpdf.press.stamp_measures import SMALL_ACROSS, SMALL_MODULE, SMALL_QUIET, Margins, Spot

_SIDE, _QUIET = SMALL_ACROSS * SMALL_MODULE, SMALL_QUIET * SMALL_MODULE

_MIDDLE = (0.21, 0.21, 0.79, 0.79)
_LOW = (0.11, 0.67, 0.89, 0.89)
"""Parts of the page, left, top, right and bottom: what a cut to its middle keeps, and one to its foot."""

_AIR = (9.0, 5.0)
"""White around a symbol: as there should be, and as there must be."""

_SEVERAL = 2
"""So many things that keep an edge make it one of the page's."""

_LEFT_COSTS, _SINGLE_COSTS, _OTHER_SIDE_COSTS, _ALONE_COSTS = 40.0, 60.0, 130.0, 3.0
"""What it costs to stand flush left, at an edge that one thing alone keeps, in the half that a symbol in the
margin has already, and each point away from the next thing: in points of distance from the middle."""

_WEIGHED = 12
"""So many free places are weighed by how far they are from the next thing."""


def inner_places(
    boxes: list[Rect], feet: list[float], margins: Margins, trim: Size, *, right: bool
) -> tuple[Spot, ...]:
    """The place found, if there is one; ``feet`` are baselines, and lower edges of what is no text. Near the
    middle it is in the ``right`` half, or in the left, and lower down in the other, if it can: there the
    symbols in the margins are not."""
    for window, at_right in ((_MIDDLE, right), (_LOW, not right)):
        left, top, end, foot = (
            part * side for part, side in zip(window, (trim.width, trim.height) * 2, strict=True)
        )
        within = Rect(left, top, end - left, foot - top)
        near = [b for b in boxes if b.right > left - _SIDE and b.bottom > top - _SIDE and b.y < foot + _SIDE]
        tries = sorted(_tries(boxes, feet, within, margins, trim, right=at_right), key=_cost)
        for air in _AIR:
            free = (tried for tried in tries if _is_free(tried[1], near, air))
            weighed = [
                (cost + _ALONE_COSTS * _gap(spot, near), spot) for cost, spot in islice(free, _WEIGHED)
            ]
            if weighed:
                return (min(weighed, key=_cost)[1],)
    return ()


def _cost(tried: tuple[float, Spot]) -> tuple[float, float, float]:
    return tried[0], tried[1].y, tried[1].x


def _tries(
    boxes: list[Rect], feet: list[float], within: Rect, margins: Margins, trim: Size, *, right: bool
) -> Iterator[tuple[float, Spot]]:
    """Places flush with the page's edges and level with what it prints, each with what it costs."""
    area = margins.left - 1, trim.width - margins.right + 1
    ends = _kept((b.right for b in boxes), area)
    starts = _kept((b.x for b in boxes), area)
    columns = [(end + _QUIET - _SIDE, cost) for end, cost in ends]
    columns += [(start - _QUIET, cost + _LEFT_COSTS) for start, cost in starts]
    levels = sorted({round(foot, 1) for foot in feet})
    for (x, cost), foot in product(columns, levels):
        spot = Spot(x, foot + _QUIET - _SIDE)
        if not _holds(within, spot) or _straddles(spot, trim):
            continue
        middle = abs(spot.x + _SIDE / 2 - trim.width / 2) + abs(spot.y + _SIDE / 2 - trim.height / 2)
        aside = _OTHER_SIDE_COSTS if (spot.x > trim.width / 2) is not right else 0.0
        yield cost + aside + middle, spot


def _kept(edges: Iterator[float], area: tuple[float, float]) -> list[tuple[float, float]]:
    """The edges, each with what it costs."""
    near = Counter(round(edge, 1) for edge in edges if area[0] <= edge <= area[1])
    return [(edge, 0.0 if near[edge] >= _SEVERAL else _SINGLE_COSTS) for edge in sorted(near)]


def _gap(spot: Spot, boxes: list[Rect]) -> float:
    """How far the next thing is."""
    right, bottom = spot.x + _SIDE, spot.y + _SIDE
    return min(
        (max(b.x - right, spot.x - b.right, b.y - bottom, spot.y - b.bottom, 0.0) for b in boxes), default=0.0
    )


def _holds(within: Rect, spot: Spot) -> bool:
    return (
        within.x <= spot.x
        and spot.x + _SIDE <= within.right
        and within.y <= spot.y
        and spot.y + _SIDE <= within.bottom
    )


def _straddles(spot: Spot, trim: Size) -> bool:
    """Whether a cut through the middle of the page goes through the symbol."""
    return any(
        at - _SIDE < middle < at + 2 * _SIDE
        for at, middle in ((spot.x, trim.width / 2), (spot.y, trim.height / 2))
    )


def _is_free(spot: Spot, boxes: list[Rect], air: float) -> bool:
    x, y, right, bottom = spot.x - air, spot.y - air, spot.x + _SIDE + air, spot.y + _SIDE + air
    return not any(b.x < right and b.right > x and b.y < bottom and b.bottom > y for b in boxes)

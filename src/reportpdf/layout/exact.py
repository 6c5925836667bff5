"""Exactly so many pages: the division of a report whose pages are all filled to their feet.

In: :class:`~reportpdf.layout.options.Pieces`, the rooms of the pages and their number. Out: the cheapest
:class:`Division`, or None. Dynamic programming, a layer for each page: every state a report can have
reached by its foot, once. Where no division fills every page, one that strays least can be asked for: how
far each page is over or short is then what an author is told. Heights are quarter steps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import heappop, heappush

from reportpdf.layout.grid import Q
from reportpdf.layout.options import Pieces
from reportpdf.layout.paginate import SPLIT_HEAD, Filling, PagePlan, fillings, page_cost, parting_cost
from reportpdf.layout.pieces import Piece, State

FULL_U = 2
"""A page is full when it ends so many steps above its foot, or fewer (the look's 46 to 48 of 48)."""

STRAY = 1000.0
"""Cost of a step by which a page is over or short: more than any unrest."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rooms:
    """How many pages there are, and the height of the first and of the others."""

    count: int
    first: int
    other: int

    def of(self, page: int) -> int:
        """The height of a page, counted from 0."""
        return self.other if page else self.first


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Limits:
    """What a division may do: how far pages may stray, and how full the last one must be (share)."""

    stray: int = 0
    """Steps by which a page may be over or short of being full."""

    last: float = 1.0
    short: int = 0
    """Steps by which a page may be short besides, where that is good enough."""


STRICT = Limits()
SHORT_END = Limits(last=0.5)
"""The last page may end short, at least half full, as in a report without a page count."""

STRAYING = Limits(stray=16)
"""Pages that are over or short by more than this are no division that could be mended by a few cuts."""

FAR_STRAYING = Limits(stray=47)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Division:
    """Pages and what they cost; ``strays`` are steps over (positive) or short of a full page."""

    cost: float
    pages: tuple[PagePlan, ...]
    strays: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Way:
    """The cheapest way to a state at the foot of a page."""

    cost: float
    before: State
    pieces: tuple[Piece, ...]
    stray: int


def divide(pieces: Pieces, rooms: Rooms, limits: Limits = STRICT) -> Division | None:
    """The cheapest division into exactly so many pages, every page full; None if there is none."""
    if rooms.count < 1:
        return None
    layers: list[dict[State, _Way]] = [{State(0): _Way(0.0, State(0), (), 0)}]
    known: dict[State, list[Filling]] = {}
    for page in range(rooms.count):
        layer = _next_layer(pieces, rooms, page, layers[-1], limits, known if page else {})
        if not layer:
            return None
        layers.append(layer)
    end = min(layers[-1], key=lambda state: layers[-1][state].cost)
    return _trace(layers, end, rooms, limits)


def _next_layer(
    pieces: Pieces,
    rooms: Rooms,
    page: int,
    layer: dict[State, _Way],
    limits: Limits,
    known: dict[State, list[Filling]],
) -> dict[State, _Way]:
    """Every state that one page more reaches, with the cheapest way to it."""
    room, last = rooms.of(page), page == rooms.count - 1
    reached: dict[State, _Way] = {}
    for state, way in sorted(layer.items()):
        if state not in known:
            known[state] = fillings(pieces, state, room, max(limits.stray, limits.short) * Q)
        for after, reach, chosen in known[state]:
            sums = replace(reach, beyond=0)  # the bounds are the theme's
            if pieces.done(after) != last or parting_cost(chosen, ended=last) >= SPLIT_HEAD:
                continue
            stray = _stray((after, sums, chosen), room, limits.last if last else 1.0)
            # White that is good enough on a usual page is none on a last one that may end at its half.
            short = max(limits.stray, 0 if last and limits.last < 1 else limits.short)
            if not -short <= stray <= limits.stray:
                continue
            short_end = last and limits.last < 1
            cost = way.cost + page_cost(sums, room, chosen, ended=short_end) + STRAY * abs(stray)
            if after not in reached or cost < reached[after].cost - 1e-9:
                reached[after] = _Way(cost, state, chosen, stray)
    return reached


def _stray(filling: Filling, room: int, share: float) -> int:
    """Whole steps by which a page is over its foot (positive) or short of being full (negative)."""
    _, sums, _ = filling
    over = sums.natural - sums.down - room
    if over > 0:
        return -(-over // Q)
    short = round(room * share) - FULL_U * Q - (sums.natural + sums.up + sums.beyond)
    return -short // Q if short > 0 else 0


def _trace(layers: list[dict[State, _Way]], end: State, rooms: Rooms, limits: Limits) -> Division:
    pages: list[PagePlan] = []
    strays: list[int] = []
    at = end
    for page in range(rooms.count - 1, -1, -1):
        way = layers[page + 1][at]
        last = page == rooms.count - 1
        full = last and limits.last == 1
        pages.append(PagePlan(way.pieces, rooms.of(page), last=last, full=full, bounded=True))
        strays.append(way.stray)
        at = way.before
    return Division(layers[-1][end].cost, tuple(reversed(pages)), tuple(reversed(strays)))


def heights(pieces: Pieces, *, most: bool) -> tuple[int, ...]:
    """Lines each section takes at its least, or at its most, in whole steps, its gaps among them."""
    return tuple(_section_height(pieces, index, most=most) for index in range(len(pieces.plans)))


def _section_height(pieces: Pieces, index: int, *, most: bool) -> int:
    best: dict[State, int] = {State(index): 0}
    ends: list[int] = []
    queue = [State(index)]
    while queue:
        state = heappop(queue)
        for piece, after in pieces.options(state):
            high = piece.most + piece.gap_most if most else piece.least + piece.gap
            total = best[state] + high
            if after.section != index:
                ends.append(total)
            elif after not in best:
                best[after] = total
                heappush(queue, after)
            else:
                best[after] = (max if most else min)(best[after], total)
    return -(-(max if most else min)(ends) // Q)

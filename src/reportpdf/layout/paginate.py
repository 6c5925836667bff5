"""Which pieces stand on which page: a search over the whole report for the least white and unrest.

In: :class:`~reportpdf.layout.pieces.Pieces` and the room on the first page. Out: pages as tuples of
pieces, chosen by dynamic programming over the states at which a page may begin. Heights are quarter
steps. The cost of a page is in its terms below; a report's is the sum.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush

from reportpdf.layout.grid import Q
from reportpdf.layout.options import Pieces
from reportpdf.layout.pieces import Piece, PieceKind, State

WHITE = 0.25
"""Cost of w steps of white at a page's foot that no slack rule reaches: this times w squared."""

STRETCH = 0.012
BEYOND = 0.06
"""Costs of opening a page by x steps within the look's slack, and beyond it: times x squared."""

WIDER_GAP = 2 * Q
"""How much further a gap may be opened when a page would end in white, quarter steps."""

SHRINK = 1.5
"""Cost a step of tightening a page against its natural height."""

UNEVEN_ROW = 0.12
"""Cost a line of difference between the longest and shortest text of a row."""

BESIDE = 3.0
"""Cost of a single photo with its caption beside it: four columns of white."""

QUOTE_FIRST = 6.0
QUOTE_LATE = 0.6
"""Costs of a pull-quote at a page's head, parted from its text, and of one under a section's last row."""

LONG_TRIPLE = 3.0
LONG_TRIPLE_LINES = 14
"""A row of three whose text is longer than this is hard to read across."""

CARRIED_OVER = 1.0
"""Cost of a section going on over a page."""

SPLIT_HEAD = 60.0
"""Cost of a page that ends under a section's lead, its rows carried over."""

LONE_HEAD = 1000.0
"""Cost of a page that ends under a section's head: more than that of any white."""

SHORT_LAST = 4.0
"""Cost a step by which the last page falls short of half a page."""

NOT_FOUR = 2.0
"""Cost of a page count that is no multiple of four: a folded sheet wants four [choice]."""

COUNTED_PAGES = 24
"""Reports of at most so many sections are weighed by their page count."""

_FULL_GAP = frozenset(
    {PieceKind.HEAD, PieceKind.ROW, PieceKind.SMALL_LEAD, PieceKind.STACK, PieceKind.LONG, PieceKind.QUOTE}
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PagePlan:
    """The pieces of one page and the height it has for them; ``last`` marks the report's last page."""

    pieces: tuple[Piece, ...]
    room: int
    last: bool = False
    full: bool = False
    """Filled to its foot even if it is the last."""

    bounded: bool = False
    """Filled by the look's own slack and nothing beyond it."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Reached:
    """The cheapest way to a state: its cost and the page that ends there."""

    cost: float
    before: tuple[State, int]
    page: tuple[Piece, ...]
    room: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sum:
    """Heights of a page so far, quarter steps: natural, and how far it may open (at need) and tighten."""

    natural: int = 0
    up: int = 0
    beyond: int = 0
    down: int = 0
    cost: float = 0.0

    def plus(self, piece: Piece, first: bool) -> Sum:
        """With one more piece under the others."""
        start = self.natural
        gap_room = beyond = 0
        if not first:
            if piece.kind in _FULL_GAP:
                start = -(-start // Q) * Q
            start += piece.gap
            gap_room = piece.gap_most - piece.gap
            beyond = WIDER_GAP
        cost = self.cost
        if piece.kind is PieceKind.ROW:
            cost += UNEVEN_ROW * piece.uneven
            if piece.columns == 4 and piece.lines > LONG_TRIPLE_LINES:
                cost += LONG_TRIPLE
        elif piece.kind is PieceKind.BESIDE:
            cost += BESIDE
        elif piece.kind is PieceKind.QUOTE:
            cost += QUOTE_FIRST if first else QUOTE_LATE if piece.first >= len(piece.plan.callouts) else 0.0
        return Sum(
            start + piece.natural,
            self.up + piece.most - piece.natural + gap_room,
            self.beyond + piece.beyond + beyond,
            self.down + piece.natural - piece.least,
            cost,
        )


def paginate(pieces: Pieces, full: int, first_room: int, before: int) -> tuple[float, tuple[PagePlan, ...]]:
    """(cost, pages): the cheapest pages of ``full`` height; the first has ``first_room``.

    ``before`` counts the pages that stand before these. A piece that is higher than a page by itself is
    given a page of its own.
    """
    counted = len(pieces.plans) <= COUNTED_PAGES
    start = (State(0), 0)
    reached: dict[tuple[State, int], _Reached] = {}
    queue: list[tuple[State, int]] = [start]
    costs = {start: 0.0}
    seen: set[tuple[State, int]] = set()
    while queue:
        here = heappop(queue)
        if here in seen:
            continue
        seen.add(here)
        state, page = here
        if pieces.done(state):
            continue
        room = first_room if state == State(0) else full
        for after, sums, chosen in fillings(pieces, state, room):
            cost = page_cost(sums, room, chosen, ended=pieces.done(after))
            key = (after, page + 1 if counted else 0)
            total = costs[here] + cost
            if key not in costs or total < costs[key] - 1e-9:
                costs[key] = total
                reached[key] = _Reached(total, here, chosen, room)
                heappush(queue, key)
    ends = [key for key in costs if pieces.done(key[0])]
    best = min(ends, key=lambda key: (costs[key] + _count_cost(key[1] + before, counted), key[1]))
    return costs[best] + _count_cost(best[1] + before, counted), _trace(reached, best, start)


def _count_cost(pages: int, counted: bool) -> float:
    return NOT_FOUR if counted and pages % 4 else 0.0


def _trace(
    reached: dict[tuple[State, int], _Reached], end: tuple[State, int], start: tuple[State, int]
) -> tuple[PagePlan, ...]:
    pages: list[PagePlan] = []
    at = end
    while at != start:
        step = reached[at]
        pages.append(PagePlan(step.page, step.room, last=at == end))
        at = step.before
    return tuple(reversed(pages))


Filling = tuple[State, Sum, tuple[Piece, ...]]
"""One way to fill a page: the state after it, its heights, its pieces."""


def fillings(pieces: Pieces, state: State, room: int, spare: int = 0) -> list[Filling]:
    """Every filling worth weighing of a page that begins at ``state``; ``spare`` lets it miss by so much."""
    opening = pieces.continued(state)
    found: list[Filling] = []
    first = (opening,) if opening is not None else ()
    total = Sum().plus(opening, True) if opening is not None else Sum()
    stack: list[Filling] = [(state, total, first)]
    while stack:
        at, sums, chosen = stack.pop()
        ended = pieces.done(at)
        extended = False
        if not ended:
            for piece, after in pieces.options(at):
                if chosen and piece.goes_on(chosen[-1]):
                    continue  # two parts of one text under each other would be read in the wrong order
                grown = sums.plus(piece, not chosen or chosen[-1].kind is PieceKind.CONTINUED)
                alone = not chosen or (len(chosen) == 1 and chosen[0].kind is PieceKind.CONTINUED)
                if grown.natural - grown.down > room + spare and not alone:
                    continue
                extended = True
                stack.append((after, grown, (*chosen, piece)))
        # A page may always end before a section's head, whatever white that leaves.
        complete = ended or not extended or not at.headed
        if len(chosen) > len(first) and (
            complete or room - sums.natural - sums.up - sums.beyond < 8 * Q + spare
        ):
            found.append((at, sums, chosen))
    return found


def page_cost(sums: Sum, room: int, chosen: tuple[Piece, ...], *, ended: bool) -> float:
    """What a page costs: its rows, its white or tightness, and what its end parts."""
    cost = sums.cost + CARRIED_OVER * (chosen[0].kind is PieceKind.CONTINUED)
    if sums.natural > room:
        cost += SHRINK * (1 + (sums.natural - room) / Q)
    elif ended:
        short = max(0, room // 2 - sums.natural - sums.up - sums.beyond)
        cost += SHORT_LAST * short / Q + 0.02 * (room - sums.natural) / Q
    else:
        slack = room - sums.natural
        opened = min(slack, sums.up) / Q
        beyond = min(max(0, slack - sums.up), sums.beyond) / Q
        white = max(0, slack - sums.up - sums.beyond) / Q
        cost += WHITE * white**2 + STRETCH * opened**2 + BEYOND * beyond**2
    return cost + parting_cost(chosen, ended=ended)


def parting_cost(chosen: tuple[Piece, ...], *, ended: bool) -> float:
    """What it costs to end a page under its last piece: nothing unless that is a head or a lead."""
    last = chosen[-1]
    if last.kind is PieceKind.HEAD:
        # A section whose only photo leads page one is its head and nothing else.
        return LONE_HEAD if last.plan.callouts or last.plan.photos or last.plan.section.quote else 0.0
    followed = len(last.plan.callouts) > last.last or last.plan.photos
    under_lead = last.kind is PieceKind.LEAD or (last.kind is PieceKind.QUOTE and last.last <= 1)
    return SPLIT_HEAD if under_lead and not ended and followed else 0.0

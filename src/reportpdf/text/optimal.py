"""Where a paragraph's lines end: total fit, the least cost over all legal breaks.

In: a :class:`~reportpdf.text.paragraph.Paragraph`, its measure and first-line indent, em. Out: line
ranges, as first fit gives them; or, for copy-fitting, the best setting in each number of lines. Costs
are those of ``costs``. First fit is tried before: what it costs bounds the search, so that a paragraph
that sets well by itself is hardly searched at all. Source: D. E. Knuth, M. F. Plass, Breaking paragraphs
into lines (1981), for the method; clreq #line_adjustment for what may give.

A line's neighbour is known by the best way to reach it and not by every way, so evenness of neighbours
is weighed as the search goes; all else is exact.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import inf

from reportpdf.text.breaks import EPSILON, Lines, first_fit, line_slack
from reportpdf.text.costs import (
    COMFORTABLE_GAP,
    OPEN_AT_COMFORT,
    ORPHAN,
    SHORT_LAST,
    SPACES_OPEN,
    UNEVEN,
    UNEVEN_FROM,
    cure_limit,
    last_line_cost,
    paragraph_cost,
    slack_cost,
)
from reportpdf.text.paragraph import Paragraph

GOOD_ENOUGH = 1.0
"""A paragraph that costs no more than this is not searched further: nobody sees the difference."""

_End = tuple[int, float, float]
"""Where a line ends, what it costs, and its tracking, em."""

_Ranges = tuple[tuple[int, int], ...]

_OPEN = OPEN_AT_COMFORT / COMFORTABLE_GAP**2


@dataclass(frozen=True, slots=True)
class Choice:
    """A paragraph's best setting in so many lines, and its cost."""

    count: int
    cost: float
    lines: Lines


def total_fit(paragraph: Paragraph, measure: float, indent: float = 0.0) -> Lines:
    """The lines of least cost; the first is ``indent`` shorter. Of equal ones the fewer lines."""
    greedy = first_fit(paragraph, measure, indent)
    if greedy.forced or len(greedy.ranges) < 2:
        return greedy
    bound = paragraph_cost(paragraph, greedy.ranges, measure, indent)
    if bound <= GOOD_ENOUGH:
        return greedy
    ranges = _search(paragraph, measure, indent, bound)
    if ranges is None or paragraph_cost(paragraph, ranges, measure, indent) > bound:
        return greedy
    if _widest_gap(paragraph, ranges, measure, indent) > cure_limit(measure) + EPSILON:
        ranges = _with_orphan(paragraph, measure, indent, ranges)
    return Lines(ranges)


def _with_orphan(paragraph: Paragraph, measure: float, indent: float, cured: _Ranges) -> _Ranges:
    """The lines with an orphan left, if it was cured by opening a line too far; else as they are.

    Source: clreq #adjustments_of_orphans_and_widows: what cannot be cured within the limit is accepted.
    """
    left = _search(paragraph, measure, indent, inf, orphan=SHORT_LAST)
    if left is None:
        return cured
    limit = max(cure_limit(measure), _widest_gap(paragraph, cured, measure, indent) - EPSILON)
    return left if _widest_gap(paragraph, left, measure, indent) < limit else cured


def _widest_gap(paragraph: Paragraph, ranges: _Ranges, measure: float, indent: float) -> float:
    """The tracking of the line that is opened furthest, em."""
    widest = 0.0
    for start, end in ranges[:-1]:
        slack = line_slack(paragraph, start, end, measure - (0.0 if start else indent))
        widest = max(widest, slack_cost(paragraph, start, end, slack)[1])
    return widest


def _search(
    paragraph: Paragraph, measure: float, indent: float, bound: float, orphan: float = ORPHAN
) -> _Ranges | None:
    """The cheapest ranges that cost less than ``bound``, None if there are none.

    A last line of one letter costs ``orphan``.
    """
    count = len(paragraph.clusters)
    costs, before, gaps = [inf] * (count + 1), [0] * (count + 1), [0.0] * (count + 1)
    costs[0] = 0.0
    for start in range(count):
        if (spent := costs[start]) >= bound:
            continue
        gap = gaps[start]
        room = measure - (0.0 if start else indent)
        for end, own, opened in _ends(paragraph, start, room, min(bound, costs[count]) - spent, orphan):
            uneven = start and end < count and abs(opened - gap) > UNEVEN_FROM
            cost = spent + own + (UNEVEN if uneven else 0.0)
            if cost < costs[end]:
                costs[end], before[end], gaps[end] = cost, start, opened
    return _ranges(before, count) if costs[count] < bound else None


def _ends(paragraph: Paragraph, start: int, room: float, budget: float, orphan: float = ORPHAN) -> list[_End]:
    """Legal ends of a line that begins at ``start`` whose cost is under ``budget``."""
    edge = room + paragraph.starts[start]
    middle = bisect_right(paragraph.ends, edge + EPSILON, start + 1)
    found = _squeezed(paragraph, start, edge, middle, budget)
    count = len(paragraph.clusters)
    if middle > count:
        cost = min(orphan, last_line_cost(paragraph, start)) if start else 0.0
        if cost < budget:
            found.append((count, cost, 0.0))
        middle = count
    return found + _opened(paragraph, start, edge, middle, budget)


def _squeezed(paragraph: Paragraph, start: int, edge: float, middle: int, budget: float) -> list[_End]:
    """Ends from ``middle`` on, whose lines are too wide by themselves."""
    ends, shrinks, breaks, hangs = paragraph.ends, paragraph.shrinks, paragraph.breaks, paragraph.hangs
    count, shrunk = len(breaks) - 1, shrinks[start]
    found: list[_End] = []
    for end in range(middle, count + 1):
        over, squeeze = ends[end] - edge, shrinks[end - 1] - shrunk
        if hangs and hangs[end]:
            over -= hangs[end]
        if over > squeeze + EPSILON:
            break
        penalty = breaks[end]
        if penalty is None:
            continue
        if end == count and start:
            penalty += last_line_cost(paragraph, start)
        cost, gap = slack_cost(paragraph, start, end, -over)
        if cost + penalty < budget:
            found.append((end, cost + penalty, gap))
    return found


def _opened(paragraph: Paragraph, start: int, edge: float, middle: int, budget: float) -> list[_End]:
    """Ends before ``middle``, whose lines have room; further left each costs more than the one before."""
    ends, grows, opens, breaks = paragraph.ends, paragraph.grows, paragraph.opens, paragraph.breaks
    grown, opened = grows[start], opens[start]
    found: list[_End] = []
    for end in range(middle - 1, start, -1):
        penalty = breaks[end]
        if penalty is None:
            continue
        last = end - 1
        slack, spaces, gap = edge - ends[end], grows[last] - grown, 0.0
        if slack > spaces:
            gap = (slack - spaces) / ((opens[last] - opened) or 1)
            cost = _OPEN * gap * gap + (SPACES_OPEN if spaces else 0.0)
        else:
            cost = SPACES_OPEN * (slack / spaces) ** 2 if spaces else 0.0
        if cost >= budget:
            break
        if cost + penalty < budget:
            found.append((end, cost + penalty, gap))
    return found


def _ranges(before: list[int], count: int) -> _Ranges:
    """The lines that lead to the paragraph's end."""
    ranges, end = [], count
    while end:
        ranges.append((before[end], end))
        end = before[end]
    return tuple(reversed(ranges))


def line_choices(
    paragraph: Paragraph, measure: float, indent: float = 0.0, *, beside: int = 1
) -> tuple[Choice, ...]:
    """The best setting in each number of lines, from ``beside`` fewer than the best to as many more.

    A number in which the paragraph cannot be set is left out. For copy-fitting: what does it cost to gain
    or to give a line here?
    """
    natural = total_fit(paragraph, measure, indent)
    if natural.forced or not natural.ranges:
        return (Choice(len(natural.ranges), inf if natural.forced else 0.0, natural),)
    wanted = len(natural.ranges)
    layers: list[dict[int, tuple[float, int, float]]] = [{0: (0.0, 0, 0.0)}]
    for _ in range(wanted + beside):
        layers.append(_next_layer(paragraph, measure, indent, layers[-1]))
    found = []
    count = len(paragraph.clusters)
    for lines in range(max(1, wanted - beside), wanted + beside + 1):
        if lines == wanted:
            cost = paragraph_cost(paragraph, natural.ranges, measure, indent)
            found.append(Choice(lines, cost, natural))
        elif count in layers[lines]:
            ranges = _traced(layers[: lines + 1], count)
            cost = paragraph_cost(paragraph, ranges, measure, indent)
            found.append(Choice(lines, cost, Lines(ranges)))
    return tuple(found)


def _next_layer(
    paragraph: Paragraph, measure: float, indent: float, layer: dict[int, tuple[float, int, float]]
) -> dict[int, tuple[float, int, float]]:
    """Every break that one line more reaches: its cost, the line's start, its tracking."""
    count = len(paragraph.clusters)
    reached: dict[int, tuple[float, int, float]] = {}
    for start, (spent, _, gap) in sorted(layer.items()):
        if start == count:
            continue
        room = measure - (0.0 if start else indent)
        for end, own, opened in _ends(paragraph, start, room, inf):
            uneven = start and end < count and abs(opened - gap) > UNEVEN_FROM
            cost = spent + own + (UNEVEN if uneven else 0.0)
            if end not in reached or cost < reached[end][0]:
                reached[end] = cost, start, opened
    return reached


def _traced(layers: list[dict[int, tuple[float, int, float]]], end: int) -> _Ranges:
    """The lines that lead through the layers to ``end``."""
    ranges = []
    for layer in reversed(layers[1:]):
        start = layer[end][1]
        ranges.append((start, end))
        end = start
    return tuple(reversed(ranges))

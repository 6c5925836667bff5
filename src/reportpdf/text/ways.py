"""Ways through a paragraph, line by line: the search that total fit makes over all legal breaks.

In: a paragraph, its measure and first-line indent, em, and the most it may cost. Out: the cheapest way to
its end. Source: D. E. Knuth, M. F. Plass, Breaking paragraphs into lines (1981), for the method.

The search is exact. What a line costs beside its neighbour depends on the neighbour, so a way is kept for
each last line that leads to a break and not only for the break; a way that is dearer than the best one by
all that neighbours can cost is dropped.
"""

from __future__ import annotations

from heapq import heappop, heappush
from math import inf

from reportpdf.text.costs import (
    NEIGHBOURS,
    ORPHAN,
    SAME_START,
    UNEVEN,
    UNEVEN_FROM,
    Ranges,
    last_line_cost,
    line_cost,
    same_start,
)
from reportpdf.text.line_ends import line_ends
from reportpdf.text.paragraph import Paragraph

Way = tuple[float, int, float, int, int, "Way | None"]
"""How a break is reached: cost, lines so far, the last line's tracking and range, and the way before it."""

FIRST: Way = (0.0, 0, 0.0, -1, 0, None)


def cheapest_way(
    paragraph: Paragraph, measure: float, indent: float, bound: float, orphan: float = ORPHAN
) -> Way | None:
    """The cheapest way to the paragraph's end that costs less than ``bound``, None if there is none.

    A last line of one letter costs ``orphan``.
    """
    count = len(paragraph.clusters)
    ways: dict[int, list[Way]] = {0: [FIRST]}
    waiting = [0]
    while waiting and (start := heappop(waiting)) < count:
        before = ways[start]
        least = before[0][0]
        if len(before) > 1:
            least = min([way[0] for way in before])
            before = [way for way in before if way[0] <= least + NEIGHBOURS]
        if least >= bound:
            continue
        room = measure - (0.0 if start else indent)
        slack = room - paragraph.ends[count] + paragraph.starts[start]
        if slack >= 0 and not last_line_cost(paragraph, start, slack):
            following = [(count, 0.0, 0.0)]  # whatever else begins here costs more lines, if nothing else
        else:
            following = line_ends(paragraph, start, room, bound - least, orphan)
        for end, own, gap in following:
            way = onward(paragraph, before, start, end, own, gap)
            if way[0] >= bound:
                continue
            if end == count:
                bound = way[0]
            if end in ways:
                ways[end].append(way)
            else:
                ways[end] = [way]
                heappush(waiting, end)
    return min(ways.get(count, ()), key=cost_then_lines, default=None)


def cost_then_lines(way: Way) -> tuple[float, int]:
    """By what ways to one break are compared: of equal cost the one of fewer lines is better."""
    return way[0], way[1]


def onward(paragraph: Paragraph, before: list[Way], start: int, end: int, own: float, gap: float) -> Way:
    """The best of the ways to ``start``, with the line on to ``end``, which costs ``own`` by itself."""
    inner = start and end < len(paragraph.clusters)
    best, best_cost = before[0], inf
    for way in before:
        cost = way[0] + own
        if inner:
            if abs(gap - way[2]) > UNEVEN_FROM:
                cost += UNEVEN
            if way[3] > 0 and same_start(paragraph, way[3], start, end):
                cost += SAME_START
        if cost < best_cost or (cost == best_cost and way[1] < best[1]):
            best, best_cost = way, cost
    return best_cost, best[1] + 1, gap, start, end, best


def way_of(paragraph: Paragraph, ranges: Ranges, measure: float, indent: float) -> Way:
    """The way of those lines."""
    way = FIRST
    for start, end in ranges:
        own, gap = line_cost(paragraph, start, end, measure - (0.0 if start else indent))
        way = onward(paragraph, [way], start, end, own, gap)
    return way


def ranges_of(way: Way) -> Ranges:
    """The lines of a way."""
    ranges: list[tuple[int, int]] = []
    at: Way | None = way
    while at is not None and at[5] is not None:
        ranges.append((at[3], at[4]))
        at = at[5]
    return tuple(reversed(ranges))


def widest_of(way: Way) -> float:
    """The tracking of the line that is opened furthest, em."""
    widest, at = 0.0, way[5]
    while at is not None:
        widest, at = max(widest, at[2]), at[5]
    return widest

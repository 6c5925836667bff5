"""Where a paragraph's lines end: first fit, with a choice between pulling in and pushing out.

In: a :class:`~reportpdf.text.paragraph.Paragraph` and its measure. Out: line ranges, as a tuple of
(start, end) over clusters. An optimal breaker takes the same two and gives the same. Widths decide
first and prohibitions second (clreq #line_adjustment): a line may be squeezed to take one more
cluster, or opened because a mark may not stand at the edge; the cheaper of the two is taken.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import inf

from reportpdf.text.costs import (
    EPSILON,
    Ranges,
    cure_limit,
    letters_of,
    line_slack,
    opening_cost,
    slack_cost,
    squeeze_cost,
)
from reportpdf.text.paragraph import Paragraph

LOOK_BACK = 4
"""How many legal breaks before the last fitting one are weighed."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lines:
    """Line ranges of a paragraph at one measure; ``forced`` lists lines that no legal break could end."""

    ranges: Ranges
    forced: tuple[int, ...] = ()


def natural_width(paragraph: Paragraph, start: int, end: int) -> float:
    """The width of clusters ``start``..``end``-1 alone on a line, edges trimmed, em."""
    return paragraph.ends[end] - paragraph.starts[start] if end > start else 0.0


def first_fit(paragraph: Paragraph, measure: float, indent: float = 0.0) -> Lines:
    """The lines of the paragraph; the first is ``indent`` shorter. All lengths in em."""
    ranges: list[tuple[int, int]] = []
    forced: list[int] = []
    start, count = 0, len(paragraph.clusters)
    while start < count:
        room = measure - (indent if not ranges else 0.0)
        end = _line_end(paragraph, start, room)
        if end is None:
            end = max(start + 1, _last_fitting(paragraph, start, room))
            forced.append(len(ranges))
        ranges.append((start, end))
        start = end
    if len(ranges) > 1 and letters_of(paragraph, *ranges[-1]) < 2:
        ranges = _cure_orphan(paragraph, ranges, measure, indent)
    return Lines(tuple(ranges), tuple(forced))


def overfull(paragraph: Paragraph, lines: Lines, measure: float, indent: float) -> bool:
    """Whether a line is wider than its measure even when squeezed: a word longer than the measure."""
    for start, end in lines.ranges:
        slack = line_slack(paragraph, start, end, measure - (0.0 if start else indent))
        if slack < -EPSILON and squeeze_cost(paragraph, start, end - 1, -slack) == inf:
            return True
    return False


def _last_fitting(paragraph: Paragraph, start: int, room: float) -> int:
    """The largest end whose line fits when squeezed as far as the floors allow."""
    ends, shrinks = paragraph.ends, paragraph.shrinks
    # A line's least width never falls as clusters are added, so the first that is too wide ends it.
    limit = room + EPSILON + paragraph.starts[start] - shrinks[start]
    end = bisect_right(ends, paragraph.starts[start] + room + EPSILON, start + 1)
    count = len(paragraph.clusters)
    hangs = paragraph.hangs
    while end <= count and ends[end] - shrinks[end - 1] - (hangs[end] if hangs else 0.0) <= limit:
        end += 1
    return max(start + 1, end - 1)


def room_to_squeeze(paragraph: Paragraph, start: int, end: int) -> float:
    """By how much the line can be made shorter, em."""
    return paragraph.shrinks[end - 1] - paragraph.shrinks[start] if end > start else 0.0


def _line_end(paragraph: Paragraph, start: int, room: float) -> int | None:
    """The end of the line that begins at ``start``: the cheapest legal one, None if there is none."""
    ends, shrinks, breaks, hangs = paragraph.ends, paragraph.shrinks, paragraph.breaks, paragraph.hangs
    count = len(paragraph.clusters)
    left = paragraph.starts[start]
    end = _last_fitting(paragraph, start, room)
    if end == count and ends[end] - left <= room + EPSILON:
        return count
    limit = room + EPSILON + left - shrinks[start]
    best, best_cost, seen = None, float("inf"), 0
    while end > start and seen < LOOK_BACK:
        cost = breaks[end]
        if cost is not None and ends[end] - shrinks[end - 1] - (hangs[end] if hangs else 0.0) <= limit:
            if cost < best_cost:
                cost += badness(paragraph, start, end, room)
                if cost < best_cost:
                    best, best_cost = end, cost
            seen += 1
        end -= 1
    return best


def badness(paragraph: Paragraph, start: int, end: int, room: float) -> float:
    """What it costs to make the line exactly ``room`` wide; a last line with room to spare costs nothing."""
    slack = line_slack(paragraph, start, end, room)
    if end == len(paragraph.clusters) and slack >= 0:
        return 0.0
    return slack_cost(paragraph, start, end, slack)[0]


def _cure_orphan(
    paragraph: Paragraph, ranges: list[tuple[int, int]], measure: float, indent: float
) -> list[tuple[int, int]]:
    """The lines with a last line of two letters or more, if a cure is to be had.

    First pull in, else push one cluster down and open the line above, trying further lines up when
    that line will not give. Source: GB/T 15834-2011 5.1.11; clreq #adjustments_of_orphans_and_widows.
    """
    start, _ = ranges[-2]
    room = measure - (indent if len(ranges) == 2 else 0.0)
    count = len(paragraph.clusters)
    if natural_width(paragraph, start, count) - room_to_squeeze(paragraph, start, count) <= room + EPSILON:
        return [*ranges[:-2], (start, count)]
    for line in range(len(ranges) - 2, -1, -1):
        cured = _pushed_down(paragraph, ranges, line, measure, indent)
        if cured is not None:
            return cured
    return ranges


def _pushed_down(
    paragraph: Paragraph, ranges: list[tuple[int, int]], line: int, measure: float, indent: float
) -> list[tuple[int, int]] | None:
    """The lines with the break after ``line`` moved up by one legal break and the rest set again."""
    start, end = ranges[line]
    room = measure - (indent if line == 0 else 0.0)
    for earlier in range(end - 1, max(start, end - LOOK_BACK), -1):
        if paragraph.breaks[earlier] is None:
            continue
        if badness(paragraph, start, earlier, room) > opening_cost(cure_limit(measure)):
            return None
        rest: list[tuple[int, int]] = []
        at = earlier
        while at < len(paragraph.clusters):
            nxt = _line_end(paragraph, at, measure)
            if nxt is None:
                return None
            rest.append((at, nxt))
            at = nxt
        lines = [*ranges[:line], (start, earlier), *rest]
        if len(lines) == len(ranges) and letters_of(paragraph, *lines[-1]) >= 2:
            return lines
    return None

"""The legal ends of a line that begins somewhere, each with what it costs: what total fit asks most often.

In: a paragraph, where the line begins, its room, the most it may cost. Out: ends with cost and tracking,
the same figures as ``costs.line_cost`` gives, found without a call for each end.
"""

from __future__ import annotations

from bisect import bisect_right

from reportpdf.text.costs import (
    EPSILON,
    OPEN,
    ORPHAN,
    SPACES_OPEN,
    UNFILLED,
    WIDE,
    WIDE_FROM,
    last_line_cost,
    line_cost,
    squeeze_cost,
)
from reportpdf.text.paragraph import Paragraph

End = tuple[int, float, float]
"""Where a line ends, what it costs, and its tracking, em."""


def line_ends(
    paragraph: Paragraph, start: int, room: float, budget: float, orphan: float = ORPHAN
) -> list[End]:
    """Legal ends of a line that begins at ``start`` whose cost is under ``budget``.

    A last line of one letter costs ``orphan``.
    """
    if paragraph.hyphens or paragraph.hangs:
        return _one_by_one(paragraph, start, room, budget, orphan)
    edge = room + paragraph.starts[start]
    ends, count = paragraph.ends, len(paragraph.clusters)
    middle = bisect_right(ends, edge + EPSILON, start + 1)
    found: list[End] = []
    if middle <= count:
        give = paragraph.shrinks[middle - 1] - paragraph.shrinks[start]
        give += paragraph.choices.tighten * (paragraph.opens[middle - 1] - paragraph.opens[start])
        if ends[middle] - edge <= give + EPSILON:
            _squeezed(paragraph, start, edge, middle, budget, orphan, found)
    else:
        middle = count
        cost = min(orphan, last_line_cost(paragraph, start, edge - ends[count])) if start else 0.0
        if cost < budget:
            found.append((count, cost, 0.0))
    _opened(paragraph, start, edge, middle, budget, found)
    return found


def _squeezed(
    paragraph: Paragraph,
    start: int,
    edge: float,
    middle: int,
    budget: float,
    orphan: float,
    found: list[End],
) -> None:
    """Add the ends from ``middle`` on, whose lines are too wide by themselves."""
    ends, shrinks, breaks = paragraph.ends, paragraph.shrinks, paragraph.breaks
    count, shrunk = len(breaks) - 1, shrinks[start]
    tighten, opens = paragraph.choices.tighten, paragraph.opens
    shrunk += tighten * opens[start] - EPSILON
    for end in range(middle, count + 1):
        over = ends[end] - edge
        if over > shrinks[end - 1] + tighten * opens[end - 1] - shrunk:
            break
        penalty = breaks[end]
        if penalty is None:
            continue
        if end == count and start:
            penalty += min(orphan, last_line_cost(paragraph, start, -over))
        cost = penalty + squeeze_cost(paragraph, start, end - 1, over)
        if cost < budget:
            found.append((end, cost, 0.0))


def _opened(
    paragraph: Paragraph, start: int, edge: float, middle: int, budget: float, found: list[End]
) -> None:
    """Add the ends before ``middle``, whose lines have room; further left each has more."""
    ends, grows, opens, breaks = paragraph.ends, paragraph.grows, paragraph.opens, paragraph.breaks
    grown, opened = grows[start], opens[start]
    for end in range(middle - 1, start, -1):
        penalty = breaks[end]
        if penalty is None:
            continue
        last = end - 1
        # The line's last glyph may stand a hair outside: that is no slack.
        slack, spaces, gap = max(0.0, edge - ends[end]), grows[last] - grown, 0.0
        if slack > spaces:
            gaps = opens[last] - opened
            gap = (slack - spaces) / (gaps or 1)
            cost = OPEN * gap * gap if gaps else OPEN * gap * gap + UNFILLED
            if gap > WIDE_FROM:
                cost += WIDE * (gap - WIDE_FROM) ** 2
            if cost >= budget:
                break
            if spaces:
                cost += SPACES_OPEN
        else:
            cost = SPACES_OPEN * (slack / spaces) ** 2 if spaces else 0.0
        cost += penalty
        if cost < budget:
            found.append((end, cost, gap))


def _one_by_one(paragraph: Paragraph, start: int, room: float, budget: float, orphan: float) -> list[End]:
    """The same where a hyphen makes a line wider than a longer one, or a mark may hang."""
    breaks, count = paragraph.breaks, len(paragraph.clusters)
    widest = room + paragraph.starts[start] + (paragraph.hyphen.advance if paragraph.hyphen else 0.0) + 1.0
    found: list[End] = []
    for end in range(start + 1, count + 1):
        if paragraph.ends[end] - paragraph.shrinks[end - 1] + paragraph.shrinks[start] > widest:
            break
        if breaks[end] is None:
            continue
        cost, gap = line_cost(paragraph, start, end, room)
        if end == count and start and cost >= orphan:
            cost += min(orphan, ORPHAN) - ORPHAN
        if cost < budget:
            found.append((end, cost, gap))
    return found

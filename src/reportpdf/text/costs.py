"""What a line costs: the table that total fit minimises, each row with its reason.

In: how far a line must be squeezed or opened, and what stands at its edges. Out: a cost; a paragraph's is
the sum of its lines'. 100 is a line at the end of its comfort: all its marks squeezed to their floor, or
every gap opened by :data:`COMFORTABLE_GAP`. Source of what is counted: clreq #line_adjustment, GB/T
15834-2011; the weights are our choice, tuned on columns of 10, 14 and 22 em.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportpdf.text.cluster import Kind

if TYPE_CHECKING:
    from reportpdf.text.paragraph import Paragraph

COMFORTABLE_GAP = 0.08
"""Opening of every gap, em: here body type begins to look loose beside its neighbours [choice]."""

FULL_SQUEEZE = 100.0
"""All marks and spaces of a line at their floor; grows with the cube, so that many lines give a little."""

OPEN_AT_COMFORT = 100.0
"""Every gap opened by :data:`COMFORTABLE_GAP`; grows with the square, as uneven grey does."""

SPACES_OPEN = 6.0
"""Spaces and Han-Western gaps at their ceiling and nothing else: hardly seen."""

OPENING_LIMIT = 0.15
"""No gap is opened further than this to cure an orphan, em (clreq #adjustments_of_orphans_and_widows)."""

NARROW_LIMIT = 0.3
NARROW = 12.0
"""The same in measures under this many em, where one letter less is more than the limit [choice]."""

ORPHAN = 10_000.0
"""A last line of one letter, marks not counted (clreq, same place)."""

SHORT_LAST = 60.0
"""A last line of two letters [choice]."""

DASH_AT_START = 80.0
"""A dash at a line's start, at the levels that allow it [choice]."""

ELLIPSIS_AT_START = 2000.0
"""An ellipsis there: allowed by clreq but at its strictest level, never by xeCJK and UAX #14 (IN). So dear
that it happens only where every gap would have to open by 0.3 em to avoid it [choice]."""

SPLIT_MEASURE = 60.0
"""A number parted from its measure word, 第 from its number, a month from its day [choice]."""

HYPHEN = 300.0
"""A Western word broken at a syllable."""

SOFT_HYPHEN = 100.0
"""A Western word broken where its author put a soft hyphen."""

SPLIT_WORD = 500.0
"""A break inside a Western word that is wider than its measure: the last resort."""

UNEVEN = 50.0
"""Two neighbouring lines opened by amounts that differ by more than :data:`UNEVEN_FROM`."""

UNEVEN_FROM = 0.08
"""Difference of two neighbouring lines' tracking that the eye sees, em [choice]."""

SAME_START = 30.0
"""Three lines that begin with the same character [choice]."""

_MARKS = frozenset({Kind.OPENING, Kind.CLOSING, Kind.PAUSE, Kind.STOP, Kind.DASH, Kind.ELLIPSIS, Kind.SPACE})


def opening_cost(gap: float) -> float:
    """The cost of every gap opened by ``gap`` em."""
    return OPEN_AT_COMFORT * (gap / COMFORTABLE_GAP) ** 2


def cure_limit(measure: float) -> float:
    """How far a gap may be opened to cure an orphan, em."""
    return OPENING_LIMIT if measure >= NARROW else NARROW_LIMIT


def slack_cost(paragraph: Paragraph, start: int, end: int, slack: float) -> tuple[float, float]:
    """Cost of a line that misses its measure by ``slack`` em (negative: is wider), and its tracking, em."""
    last = end - 1
    if slack < 0:
        squeeze = paragraph.shrinks[last] - paragraph.shrinks[start]
        return (FULL_SQUEEZE * (-slack / squeeze) ** 3 if squeeze > 0 else float("inf")), 0.0
    spaces = paragraph.grows[last] - paragraph.grows[start]
    if slack <= spaces:
        return (SPACES_OPEN * (slack / spaces) ** 2 if spaces else 0.0), 0.0
    gap = (slack - spaces) / ((paragraph.opens[last] - paragraph.opens[start]) or 1)
    return (SPACES_OPEN if spaces else 0.0) + opening_cost(gap), gap


def last_line_cost(paragraph: Paragraph, start: int) -> float:
    """What the last line costs for being short."""
    letters = letters_of(paragraph, start, len(paragraph.clusters))
    return ORPHAN if letters < 2 else SHORT_LAST if letters == 2 else 0.0


def letters_of(paragraph: Paragraph, start: int, end: int) -> int:
    """Letters and digits of a line, marks not counted; three are enough to know."""
    count = 0
    for cluster in paragraph.clusters[end - 1 : start - 1 if start else None : -1]:
        if cluster.kind not in _MARKS:
            count += len(cluster.text)
            if count > 2:
                break
    return count


def paragraph_cost(
    paragraph: Paragraph, ranges: tuple[tuple[int, int], ...], measure: float, indent: float
) -> float:
    """The cost of a paragraph broken into those lines."""
    total, before = 0.0, 0.0
    count = len(paragraph.clusters)
    for start, end in ranges:
        room = measure - (0.0 if start else indent)
        slack = room - paragraph.ends[end] + paragraph.starts[start]
        if slack < 0 and paragraph.hangs:
            slack += paragraph.hangs[end]
        if end == count:
            total += last_line_cost(paragraph, start) if len(ranges) > 1 else 0.0
            if slack >= 0:
                return total
        cost, gap = slack_cost(paragraph, start, end, slack)
        total += cost + (paragraph.breaks[end] or 0.0)
        if start and abs(gap - before) > UNEVEN_FROM:
            total += UNEVEN
        before = gap
    return total

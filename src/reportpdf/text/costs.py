"""What a line costs: the table that total fit minimises, each row with its reason.

In: how far a line must be squeezed or opened, and what stands at its edges. Out: a cost; a paragraph's is
the sum of its lines'. 100 is a line at the end of its comfort, every gap opened by
:data:`COMFORTABLE_GAP`. Source of what is counted: clreq #line_adjustment, GB/T
15834-2011; the weights are our choice, tuned on columns of 10, 14 and 22 em (docs/benchmarks.md).
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from reportpdf.text.cluster import Kind

if TYPE_CHECKING:
    from reportpdf.text.paragraph import Paragraph

EPSILON = 1e-6
"""Widths that differ by less are alike, em."""

COMFORTABLE_GAP = 0.08
"""Opening of every gap, em: here body type begins to look loose beside its neighbours [choice]."""

FULL_SQUEEZE = 25.0
"""All marks and spaces of a line at their floor; grows with the cube, so that many lines give a little.

As much as every gap opened by 0.04 em: marks of three quarters are common in newspapers [choice].
"""

TIGHTEN = 60.0
"""Every gap of a line closed by all that the composition allows, beyond a full squeeze: seen by nobody, and
yet no step of clreq's [choice]; a line must gape before it is done."""

LOW_MARK = 150.0
"""Each lone pause or stop under :data:`LOW_MARK_FROM` em: readers take uneven marks for a mistake."""

LOW_MARK_FROM = 0.75

OPEN_AT_COMFORT = 100.0
"""Every gap opened by :data:`COMFORTABLE_GAP`; grows with the square, as uneven grey does."""

OPEN = OPEN_AT_COMFORT / COMFORTABLE_GAP**2

WIDE_FROM = 0.1
WIDE = 3 * OPEN
"""Beyond so many em a line is a hole in the column: from there the square grows so much faster [choice]."""

UNFILLED = 100_000.0
"""A line that has no gap to open and stays short: a fault, worse than an orphan."""

SPACES_OPEN = 6.0
"""Spaces and Han-Western gaps at their ceiling and nothing else: hardly seen."""

OPENING_LIMIT = 0.15
"""No gap is opened further than this to cure an orphan, em (clreq #adjustments_of_orphans_and_widows)."""

NARROW_LIMIT = 0.3
NARROW = 12.0
"""The same in measures under this many em, where one letter less is more than the limit [choice]."""

ORPHAN = 10_000.0
"""A last line of one letter, marks not counted (clreq, same place)."""

SHORT_LAST = 120.0
"""A last line of two letters [choice]."""

NEARLY_FULL = 0.6
"""A last line this little short of its measure, em, its last mark counted whole, is set flush.

As it is it would look like a mistake [choice].
"""

ALMOST_LAST = 150.0
ALMOST_UNDER = 1.7
"""A last line a little shorter than that, but by less than so many em: neither full nor short [choice]."""

DASH_AT_START = 80.0
"""A dash at a line's start, at the levels that allow it [choice]."""

ELLIPSIS_AT_START = 5000.0
"""An ellipsis there: allowed by clreq but at its strictest level, never by xeCJK and UAX #14 (IN). So dear
that it happens only where every gap would have to open by a third of an em to avoid it [choice]."""

SPLIT_MEASURE = 60.0
"""A number parted from its measure word, 第 from its number, a month from its day [choice]."""

SPLIT_PHRASE = 5.0
"""A break inside a word of the language; only where the composition asks for phrases [choice]."""

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
"""Three lines that begin with the same character, the paragraph's first line not counted [choice]."""

NEIGHBOURS = UNEVEN + SAME_START
"""The most that a line can cost for what its neighbours are."""

_MARKS = frozenset({Kind.OPENING, Kind.CLOSING, Kind.PAUSE, Kind.STOP, Kind.DASH, Kind.ELLIPSIS, Kind.SPACE})

Ranges = tuple[tuple[int, int], ...]
"""A paragraph's lines, each as (start, end) over clusters."""


def opening_cost(gap: float) -> float:
    """The cost of every gap opened by ``gap`` em."""
    cost = OPEN * gap * gap
    return cost if gap <= WIDE_FROM else cost + WIDE * (gap - WIDE_FROM) ** 2


def cure_limit(measure: float) -> float:
    """How far a gap may be opened to cure an orphan, em."""
    return OPENING_LIMIT if measure >= NARROW else NARROW_LIMIT


def slack_cost(paragraph: Paragraph, start: int, end: int, slack: float) -> tuple[float, float]:
    """Cost of a line that misses its measure by ``slack`` em (negative: is wider), and its tracking, em.

    Infinite for a line that no squeezing makes narrow enough.
    """
    last = end - 1
    if slack < 0:
        return squeeze_cost(paragraph, start, last, -slack), 0.0
    spaces = paragraph.grows[last] - paragraph.grows[start]
    if slack <= spaces:
        return (SPACES_OPEN * (slack / spaces) ** 2 if spaces else 0.0), 0.0
    gaps = paragraph.opens[last] - paragraph.opens[start]
    gap = (slack - spaces) / (gaps or 1)
    return (SPACES_OPEN if spaces else 0.0) + opening_cost(gap) + (0.0 if gaps else UNFILLED), gap


def squeeze_cost(paragraph: Paragraph, start: int, last: int, over: float) -> float:
    """Cost of a line of clusters ``start`` to ``last`` that is ``over`` em too wide by itself."""
    room = paragraph.shrinks[last] - paragraph.shrinks[start]
    if over > room + EPSILON:
        tight = paragraph.choices.tighten * plain_gaps(paragraph, start, last)
        if over > room + tight + EPSILON:
            return inf
        return FULL_SQUEEZE + TIGHTEN * (over - room) / tight + _low_marks(paragraph, start, last, 1.0)
    if not room:
        return 0.0
    share = over / room
    cost = FULL_SQUEEZE * share**3
    return cost + _low_marks(paragraph, start, last, share) if paragraph.low_marks else cost


def plain_gaps(paragraph: Paragraph, start: int, last: int) -> int:
    """How many gaps between clusters ``start`` and ``last`` are plain: what a line is tightened at.

    Marks and spaces at their floor stay there.
    """
    squeezed = paragraph.special[paragraph.specials[start] : paragraph.specials[last]]
    return paragraph.opens[last] - paragraph.opens[start] - sum(j.opens and j.shrink > 0 for _, j in squeezed)


def _low_marks(paragraph: Paragraph, start: int, last: int, share: float) -> float:
    """What lone marks cost that are squeezed too far."""
    low = paragraph.low_marks
    return LOW_MARK * (low[last] - low[start]) if low and share > paragraph.low_from else 0.0


def line_slack(paragraph: Paragraph, start: int, end: int, room: float) -> float:
    """By how much the line misses its measure, em; negative: it is wider, its last mark hung if it may."""
    slack = room - paragraph.ends[end] + paragraph.starts[start]
    return slack + paragraph.hangs[end] if slack < -EPSILON and paragraph.hangs else slack


def line_cost(paragraph: Paragraph, start: int, end: int, room: float) -> tuple[float, float]:
    """Cost of a line by itself, what its break costs counted, and its tracking, em."""
    slack = line_slack(paragraph, start, end, room)
    if end == len(paragraph.clusters):
        cost = last_line_cost(paragraph, start, slack) if start else 0.0
        return (cost, 0.0) if slack >= -EPSILON else (cost + slack_cost(paragraph, start, end, slack)[0], 0.0)
    cost, gap = slack_cost(paragraph, start, end, 0.0 if -EPSILON <= slack < 0 else slack)
    penalty = paragraph.breaks[end]
    return (inf if penalty is None else cost + penalty), gap


def last_line_cost(paragraph: Paragraph, start: int, slack: float) -> float:
    """What the last line, which misses its measure by ``slack`` em, costs for being short or nearly full."""
    whole = slack - paragraph.clusters[-1].right
    if NEARLY_FULL < whole < ALMOST_UNDER:
        return ALMOST_LAST
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


def same_start(paragraph: Paragraph, before: int, start: int, after: int) -> bool:
    """Whether three lines in a row begin with the same character; the first line of all stands elsewhere."""
    clusters = paragraph.clusters
    return before > 0 and clusters[before].text == clusters[start].text == clusters[after].text


def paragraph_cost(paragraph: Paragraph, ranges: Ranges, measure: float, indent: float) -> float:
    """The cost of a paragraph broken into those lines."""
    total, tracking, before = 0.0, 0.0, -1
    count = len(paragraph.clusters)
    for start, end in ranges:
        cost, gap = line_cost(paragraph, start, end, measure - (0.0 if start else indent))
        total += cost
        if start and end < count:
            if abs(gap - tracking) > UNEVEN_FROM:
                total += UNEVEN
            if same_start(paragraph, before, start, end):
                total += SAME_START
        tracking, before = gap, start
    return total


def widest_gap(paragraph: Paragraph, ranges: Ranges, measure: float, indent: float) -> float:
    """The tracking of the line that is opened furthest, em."""
    gaps = (line_cost(paragraph, a, b, measure - (0.0 if a else indent))[1] for a, b in ranges[:-1])
    return max(gaps, default=0.0)

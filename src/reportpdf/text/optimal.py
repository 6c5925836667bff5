"""Where a paragraph's lines end: total fit, the least cost over all legal breaks.

In: a :class:`~reportpdf.text.paragraph.Paragraph`, its measure and first-line indent, em. Out: line
ranges, as first fit gives them; or, for copy-fitting, the best setting in each number of lines. Costs are
those of ``costs``, the search is that of ``ways``. Source: clreq #line_adjustment for what may give.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from reportpdf.text.breaks import Lines, first_fit
from reportpdf.text.costs import EPSILON, ORPHAN, SHORT_LAST, cure_limit, paragraph_cost
from reportpdf.text.counted import ways_in
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.ways import Way, cheapest_way, ranges_of, way_of, widest_of

BOUNDS = (100.0, 1_000.0, ORPHAN, inf)
"""What the search lets a paragraph cost, tried in turn up to what first fit costs.

Most paragraphs set well, and then little is searched.
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """A paragraph's best setting in so many lines, and its cost.

    Infinite, and no lines, where the paragraph cannot be set in that number.
    """

    count: int
    cost: float
    lines: Lines

    @property
    def possible(self) -> bool:
        return len(self.lines.ranges) == self.count


def total_fit(paragraph: Paragraph, measure: float, indent: float = 0.0) -> Lines:
    """The lines of least cost; the first is ``indent`` shorter. Of equal ones the fewer lines."""
    greedy = first_fit(paragraph, measure, indent)
    if greedy.forced or len(greedy.ranges) < 2:
        return greedy
    known = paragraph_cost(paragraph, greedy.ranges, measure, indent)
    if not known:
        return greedy
    way = None
    for bound in BOUNDS:
        way = cheapest_way(paragraph, measure, indent, min(bound, known + EPSILON))
        if way or bound >= known:
            break
    if way is None or (way[0] > known - EPSILON and way[1] >= len(greedy.ranges)):
        way = way_of(paragraph, greedy.ranges, measure, indent)
    if widest_of(way) > cure_limit(measure) + EPSILON:
        way = _with_orphan(paragraph, measure, indent, way)
    return Lines(ranges_of(way))


def _with_orphan(paragraph: Paragraph, measure: float, indent: float, cured: Way) -> Way:
    """The lines with an orphan left, if it was cured by opening a line too far; else as they are.

    Source: clreq #adjustments_of_orphans_and_widows: what cannot be cured within the limit is accepted.
    """
    left = cheapest_way(paragraph, measure, indent, cured[0], orphan=SHORT_LAST)
    if left is None:
        return cured
    return left if widest_of(left) < max(cure_limit(measure), widest_of(cured) - EPSILON) else cured


def line_choices(
    paragraph: Paragraph, measure: float, indent: float = 0.0, *, beside: int = 1, own: Lines | None = None
) -> tuple[Choice, ...]:
    """The best setting in each number of lines, from ``beside`` fewer than its own to as many more.

    Its own number holds ``own``, or the lines that ``total_fit`` gives. For copy-fitting: what does it cost
    to gain or to give a line here?
    """
    own = own or total_fit(paragraph, measure, indent)
    wanted = len(own.ranges)
    if own.forced or not own.ranges:
        return (Choice(wanted, inf if own.forced else 0.0, own),)
    counts = range(max(1, wanted - beside), wanted + beside + 1)
    ways = ways_in(paragraph, measure, indent, [count for count in counts if count != wanted])
    found = {count: Choice(count, way[0], Lines(ranges_of(way))) for count, way in ways.items()}
    found[wanted] = Choice(wanted, paragraph_cost(paragraph, own.ranges, measure, indent), own)
    return tuple(found.get(count) or Choice(count, inf, Lines(())) for count in counts)

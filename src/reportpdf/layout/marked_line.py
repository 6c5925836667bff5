"""A line with the marks on its clusters, and lines whose marks share one gap.

In: a text item and its marks. Out: where each mark stands along and across the line, whichever way it runs,
and what gives way where a reading meets marks of the line before. Source: clreq #id53 (interlinear marks
share the gap between two lines, which they do not widen).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reportpdf.base.geometry import Rect
from reportpdf.layout.display import TextItem
from reportpdf.model.marks import Mark
from reportpdf.text.block import HAN_TOP
from reportpdf.text.marking import Marking

HAN_FOOT = 1 - HAN_TOP
"""Foot of the Han em box under the baseline, em."""

HEAD_WHITE = 0.025
"""How far readings may stand in the em box of their words, where Han characters have no ink, em."""

_CLEAR = 0.01
"""Between readings and marks of the line before, em."""

_DOT_GAP = 0.03
"""The least white between a line and dots under it, em."""

_SMALLER = 0.7
"""Diameter of dots where they share a gap with readings, of their usual one."""

_HUG = -0.03
"""How far marks stand from the em box where a reading of the next line needs the gap: in the white that Han
glyphs have at their foot, em."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MarkedLine:
    """A line as its marks see it: along it in em from its origin, across it in em under its baseline.

    In a vertical line ``across`` is counted so that both directions share their numbers: the em box reaches
    from -HAN_TOP to HAN_FOOT, its foot being on the left.
    """

    item: TextItem
    marks: tuple[Marking, ...]
    pens: tuple[float, ...]
    gap: float | None = None
    """Between words and the marks under them, em; None: what each mark's look says."""

    room: float = 10.0
    """The height that readings may have, em, however little that is."""

    @classmethod
    def of(cls, item: TextItem, marks: tuple[Marking, ...]) -> MarkedLine:
        moves = dict(item.moves)
        steps = (
            cluster.advance + item.tracking + moves.get(i + 1, 0.0) for i, cluster in enumerate(item.clusters)
        )
        return cls(item, marks, tuple(accumulate(steps, initial=moves.get(0, 0.0))))

    def ends(self, mark: Marking) -> tuple[float, float]:
        """Where the mark's words begin and end, white at the line's edges left out."""
        clusters, start, end = self.item.clusters, mark.start, mark.end
        last = clusters[end - 1]
        white = max(0.0, last.right) if end == len(clusters) else 0.0
        begin = self.pens[start] + (max(0.0, clusters[start].left) if start == 0 else 0.0)
        return begin + mark.lead, self.pens[end - 1] + last.advance - white - mark.tail

    @property
    def origin(self) -> float:
        """Where the line begins along itself, points."""
        return self.item.y if self.item.vertical else self.item.x

    def distance(self, before: MarkedLine) -> float:
        """From a line to this one in the order of reading, em."""
        one, other = before.item, self.item
        points = one.x - other.x if other.vertical else other.y - one.y
        return points / other.size

    def follows(self, before: MarkedLine) -> bool:
        """Whether the line stands next after the other, near enough for their marks to meet."""
        return 0.5 < self.distance(before) < 2

    def meets(self, mark: Marking, line: MarkedLine, other: Marking) -> bool:
        """Whether a mark of this line and a reading of the next stand at the same place along them."""
        if other.reading is None:
            return False
        start, end = self.ends(mark)
        first = line.reading_start(other, other.reading.width) + (line.origin - self.origin) / line.item.size
        return start < first + other.reading.width and first < end

    def depth(self, mark: Marking) -> float:
        """How far the mark reaches from the em box towards the next line, em; 0 for one that does not."""
        look = mark.look
        if mark.mark is Mark.DOTS:
            return 0.0 if self.item.vertical else self.dots_top(mark) + self.dot_of(look.dot)
        if mark.mark is Mark.NAME or (mark.mark is Mark.LINK and look.link_underline):
            return self.gap_of(look.line_gap) + look.line
        return self.gap_of(look.line_gap) + look.wave if mark.mark is Mark.TITLE else 0.0

    def dots_top(self, mark: Marking) -> float:
        """How far dots stand under the em box: clear of a line that is there as well, em."""
        others = (
            o for o in self.marks if o.mark is not Mark.DOTS and o.start < mark.end and mark.start < o.end
        )
        under = max((self.depth(other) for other in others), default=0.0)
        gap = self.gap_of(mark.look.dot_gap)
        return under + max(gap, _DOT_GAP) if under else gap

    def gap_of(self, gap: float) -> float:
        """The gap that a look asks for, or the one there is."""
        return gap if self.gap is None else self.gap

    def dot_of(self, diameter: float) -> float:
        """The diameter of dots that a look asks for, or the one there is room for."""
        return diameter if self.gap is None else diameter * _SMALLER

    def reading_start(self, mark: Marking, width: float) -> float:
        """Where a reading so wide begins that stands over the middle of its base."""
        last = mark.end - 1
        return (self.pens[mark.start] + self.pens[last] + self.item.clusters[last].advance - width) / 2

    def point(self, along: float, across: float) -> tuple[float, float]:
        """A place on the page, points."""
        item = self.item
        if item.vertical:
            return item.x + (0.5 - HAN_TOP - across) * item.size, item.y + along * item.size
        return item.x + along * item.size, item.y + across * item.size

    def box(self, start: float, end: float, top: float, foot: float) -> Rect:
        """A rectangle of the page over a stretch of the line."""
        (x1, y1), (x2, y2) = self.point(start, top), self.point(end, foot)
        return Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


def marked_lines(rows: Sequence[tuple[TextItem, tuple[Marking, ...]]]) -> list[MarkedLine]:
    """The lines in order; where a reading meets marks of the line before, both are told to give way."""
    lines = [MarkedLine.of(item, marks) for item, marks in rows]
    hugging: set[MarkedLine] = set()
    rooms: dict[MarkedLine, float] = {}
    for before, line in ((a, b) for b in lines for a in lines if b.follows(a)):
        met = [
            m for m in before.marks if before.depth(m) and any(before.meets(m, line, o) for o in line.marks)
        ]
        if met:
            hugging.add(before)
            deepest = max(replace(before, gap=_HUG).depth(m) for m in met)
            rooms[line] = line.distance(before) - 1 - deepest + HEAD_WHITE - _CLEAR
    gaps = dict.fromkeys(hugging, _HUG)
    return [replace(line, gap=gaps.get(line), room=rooms.get(line, line.room)) for line in lines]

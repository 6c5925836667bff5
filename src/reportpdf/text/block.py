"""A text set at one measure: its paragraphs with their line ranges, and where its baselines stand.

Made by :class:`~reportpdf.text.setter.Setter`, put on the page by the layout. Measures are in points,
lines in em of the style.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.text.breaks import Lines, natural_width
from reportpdf.text.justify import Line, set_line
from reportpdf.text.paragraph import Paragraph
from reportpdf.theme.style import TextStyle

HAN_TOP = 0.88
"""Top of the Han em box over the baseline, em (OS/2 typographic ascender; not hhea)."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetParagraph:
    """One paragraph of a block with its line ranges; ``indent`` is its first line's, em."""

    paragraph: Paragraph
    lines: Lines
    indent: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Block:
    """Lines of one text at one measure. ``measure`` is in points; lines are counted over paragraphs."""

    style: TextStyle
    measure: float
    paragraphs: tuple[SetParagraph, ...]
    flush: bool = True
    """Whether its lines may be opened and squeezed to the measure at all."""

    @property
    def count(self) -> int:
        return sum(len(p.lines.ranges) for p in self.paragraphs)

    @property
    def measure_em(self) -> float:
        return self.measure / self.style.size

    def paragraph_of(self, index: int) -> int:
        """Which paragraph the line at ``index`` is in, from 0."""
        for number, part in enumerate(self.paragraphs):
            if index < len(part.lines.ranges):
                return number
            index -= len(part.lines.ranges)
        raise IndexError(index)

    def line(self, index: int, *, justified: bool = True) -> tuple[Line, float]:
        """The line at ``index`` (from 0) and its indent in em."""
        for part in self.paragraphs:
            if index < len(part.lines.ranges):
                start, end = part.lines.ranges[index]
                indent = part.indent if index == 0 else 0.0
                room: float | None = self.measure_em - indent
                flush = justified and self.flush
                if not flush and natural_width(part.paragraph, start, end) <= self.measure_em - indent:
                    room = None  # a ragged line is squeezed only where it took in more than it holds
                return set_line(part.paragraph, start, end, room, self.style.tracking), indent
            index -= len(part.lines.ranges)
        raise IndexError(index)


def first_baseline(style: TextStyle) -> float:
    """From the top of a line box to its baseline, points: the Han em box is centred in the pitch."""
    return (style.pitch - style.size) / 2 + HAN_TOP * style.size


def text_height(style: TextStyle, count: int) -> float:
    """From the top of the first line box to the foot of the last line's Han box, points."""
    return (count - 1) * style.pitch + (style.pitch + style.size) / 2 if count else 0.0

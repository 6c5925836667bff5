"""A paragraph in a line more or a line fewer than it likes best, if it bears that.

In: a paragraph and its best lines. Out: the lines wished for, or the same ones. The bounds are costs of
``costs``: what the eye passes over comes first.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.text.breaks import Lines
from reportpdf.text.optimal import line_choices
from reportpdf.text.paragraph import Paragraph

COMFORT = (25.0, 60.0, 120.0)
"""How much a line of the paragraph may cost on average: unseen, seen by few, still clean [choice]."""


@dataclass(frozen=True, slots=True)
class LineWish:
    """A line more (1) or fewer (-1), for at most so much cost a line."""

    by: int
    cost: float


def recount(paragraph: Paragraph, measure: float, indent: float, lines: Lines, wish: LineWish) -> Lines:
    """The paragraph in the number of lines wished for, or ``lines`` if that would show."""
    wanted = len(lines.ranges) + wish.by
    if lines.forced or wanted < 1:
        return lines
    for choice in line_choices(paragraph, measure, indent, beside=1):
        if choice.count == wanted and not choice.lines.forced and choice.cost <= wish.cost * wanted:
            return choice.lines
    return lines

"""A text in a line more or a line fewer a paragraph than it likes best, where it bears that.

In: a block of lines. Out: the same with the lines wished for. The bounds are costs of ``costs``: what the
eye passes over comes first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportpdf.text.block import Block, SetParagraph
from reportpdf.text.optimal import line_choices

COMFORT = (25.0, 60.0, 120.0)
"""How much a line of the paragraph may cost on average: unseen, seen by few, still clean [choice]."""


@dataclass(frozen=True, slots=True)
class LineWish:
    """A line more (1) or fewer (-1), for at most so much cost a line."""

    by: int
    cost: float


def recount(block: Block, wish: LineWish) -> Block:
    """The block with every paragraph in the number of lines wished for, unless that would show."""
    return replace(block, paragraphs=tuple(_recounted(p, block.measure_em, wish) for p in block.paragraphs))


def _recounted(part: SetParagraph, measure: float, wish: LineWish) -> SetParagraph:
    wanted = len(part.lines.ranges) + wish.by
    if part.lines.forced or wanted < 1:
        return part
    for choice in line_choices(part.paragraph, measure, part.indent, beside=1):
        if choice.count == wanted and not choice.lines.forced and choice.cost <= wish.cost * wanted:
            return replace(part, lines=choice.lines)
    return part

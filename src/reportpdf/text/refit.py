"""A block in more lines or fewer: the door to copy-fitting and the balancing of columns.

In: a block as the setter set it. Out: for each number of lines it can be had in, the least cost and the
block set so. Each paragraph gains or gives up a few lines at most; which ones do is what costs least.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportpdf.text.block import Block, SetParagraph
from reportpdf.text.optimal import Choice, line_choices


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BlockChoice:
    """A block's best setting in ``count`` lines, and its cost; the block as it was set costs ``own``."""

    count: int
    cost: float
    own: float
    block: Block


def block_choices(block: Block, *, beside: int = 1) -> dict[int, BlockChoice]:
    """The block in every number of lines that its paragraphs reach, each ``beside`` lines off at most.

    A number that is not there cannot be had. The block's own number holds the block itself.
    """
    em = block.measure_em
    known = [
        line_choices(part.paragraph, em, part.indent, beside=beside, own=part.lines)
        for part in block.paragraphs
    ]
    own = sum(
        choice.cost
        for part, choices in zip(block.paragraphs, known, strict=True)
        for choice in choices
        if choice.count == len(part.lines.ranges)
    )
    found: dict[int, BlockChoice] = {}
    for count, (cost, chosen) in least_cost_lines(known).items():
        parts = tuple(
            SetParagraph(part.paragraph, choice.lines, part.indent)
            for part, choice in zip(block.paragraphs, chosen, strict=True)
        )
        found[count] = BlockChoice(count, cost, own, Block(block.style, block.measure, parts))
    found[block.count] = BlockChoice(block.count, own, own, block)
    return dict(sorted(found.items()))


def least_cost_lines(
    choices: Sequence[Sequence[Choice]],
) -> dict[int, tuple[float, tuple[Choice, ...]]]:
    """For each number of lines in all: the least cost, and the setting of each paragraph."""
    totals: dict[int, tuple[float, tuple[Choice, ...]]] = {0: (0.0, ())}
    for known in choices:
        after: dict[int, tuple[float, tuple[Choice, ...]]] = {}
        for total, (cost, chosen) in totals.items():
            for choice in known:
                count = total + choice.count
                if choice.possible and (count not in after or cost + choice.cost < after[count][0]):
                    after[count] = cost + choice.cost, (*chosen, choice)
        totals = after
    return dict(sorted(totals.items()))

"""The pieces a page is filled with, as records, and how far a report has been set.

A piece knows how high it is at its least, natural and most, in quarters of a grid step, and how much
white it asks above. Pieces hold no position; ``making`` makes them, ``options`` says which may follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportpdf.layout.photo_rows import PhotoRow
from reportpdf.layout.setting import SectionPlan
from reportpdf.text.block import Block


class PieceKind(Enum):
    """What a piece is; the painter and the fitter look at nothing else."""

    HEAD = "head"
    LEAD = "lead"
    ROW = "row"
    SMALL_LEAD = "small lead"
    STACK = "stack"
    PHOTOS = "photos"
    BESIDE = "photo beside caption"
    LONG = "long text"
    CONTINUED = "continued"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Piece:
    """One piece of a page. Heights and gaps in quarter steps.

    Natural to ``most`` is the look's own slack; ``beyond`` is the last resort.
    ``lines`` is what the figure's height is added to: the longest text of the row in grid lines.
    ``last`` is the index after the last callout, or photo, of the piece.
    """

    kind: PieceKind
    plan: SectionPlan
    first: int
    last: int
    least: int
    natural: int
    most: int
    gap: int
    gap_most: int
    beyond: int = 0
    """What the piece can still give when a page would end in white: taller photos, wider gaps."""

    lines: int = 0
    columns: int = 0
    figure_lines: int = 0
    """Lines of a lead's figure; fewer than the look's when the figure had to be made smaller."""

    depth: int = 0
    """What a lead's figure needs under its baseline, quarter steps: a comma hangs."""

    uneven: int = 0
    photos: PhotoRow | None = None
    block: Block | None = None
    quote: Block | None = None
    """A pull-quote: the piece itself, or a vertical one in a column beside a row."""

    def goes_on(self, above: Piece) -> bool:
        """Whether this is the next part of the long text that ``above`` is a part of."""
        kinds = self.kind is above.kind is PieceKind.LONG
        return kinds and self.plan is above.plan and self.first == above.first


@dataclass(frozen=True, slots=True, order=True)
class State:
    """How far the report has been set: a section, whether its head stands, and what of it does.

    ``long_lines`` counts the lines already set of the callout that is next, if it is a very long one;
    ``quoted`` says whether the section's pull-quote stands.
    """

    section: int
    headed: bool = False
    callouts: int = 0
    long_lines: int = 0
    photos: int = 0
    quoted: bool = False

"""Which pages stand beside each other on a sheet, and where.

Comes in: the number of pages and the way they are imposed. Goes out: sheet sides, each with its pages from
left to right; None is a blank. Source: print.md of the trade: saddle stitch, N a multiple of four, sheet s
from 0 has [N-2s, 1+2s] on its front and [2+2s, N-1-2s] on its back; creep moves inner sheets toward the
spine.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Imposition(Enum):
    """How pages are laid on sheets."""

    TWO_UP = "2up"
    BOOKLET = "booklet"


MOST_STITCHED = 64
"""Pages that a saddle stitch holds on 80 g paper [P]."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: page indices from 0, left and right, None for a blank; and by how many points both
    are moved toward the spine."""

    left: int | None
    right: int | None
    creep: float = 0.0


def sides(pages: int, way: Imposition, paper: float) -> tuple[Side, ...]:
    """The sides of all sheets in order; ``paper`` is the thickness of a sheet, points."""
    if way is Imposition.TWO_UP:
        return tuple(Side(i, i + 1 if i + 1 < pages else None) for i in range(0, pages, 2))
    total = -(-pages // 4) * 4
    made: list[Side] = []
    for sheet in range(total // 4):
        creep = paper * sheet
        numbers = (total - 2 * sheet, 1 + 2 * sheet, 2 + 2 * sheet, total - 1 - 2 * sheet)
        at = [number - 1 if number <= pages else None for number in numbers]
        made += [Side(at[0], at[1], creep), Side(at[2], at[3], creep)]
    return tuple(made)


def blanks(pages: int, way: Imposition) -> int:
    """How many blank pages the sheets have."""
    unit = 2 if way is Imposition.TWO_UP else 4
    return -pages % unit

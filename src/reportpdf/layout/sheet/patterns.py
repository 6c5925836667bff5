"""How a band of the page may be divided: blocks of sections and one cell of photos, in units of the grid.

In: the units of a page. Out: every pattern, in the order that decides between equals. On twelve units these
are S5 P7, P7 S5, S5 S7, S7 S5, S3 P9, S9 P3, S3 S3 P6, S3 S5 P4, S3 S3 S3 S3, S12, P12 and their mirrors.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

MOST_COLUMNS = 4
"""Columns of text in a block that shares its band."""

MOST_BLOCKS = 4
LEAST_BLOCK = 3
LEAST_CELL = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """Part of a band: a section's block or photos, ``units`` wide from unit ``at`` on."""

    section: bool
    at: int
    units: int


Pattern = tuple[Cell, ...]


@cache
def patterns(units: int) -> tuple[Pattern, ...]:
    """All patterns of a page of so many units."""
    found: dict[tuple[tuple[bool, int], ...], None] = {}
    for blocks in _blocks(units, MOST_BLOCKS):
        left = units - sum(blocks)
        sections = tuple((True, n) for n in blocks)
        if not left:
            found[sections] = None
        elif left >= LEAST_CELL and len(blocks) < MOST_BLOCKS:
            found[*sections, (False, left)] = None
            found[(False, left), *sections] = None
    found[((True, units),)] = None
    found[((False, units),)] = None
    ordered = sorted(found, key=lambda p: (len(p), max(n for _, n in p) * 2 > units + 2, p[0][0]))
    return tuple(_placed(parts) for parts in ordered)


def _blocks(units: int, most: int) -> list[tuple[int, ...]]:
    """Widths of blocks side by side: an odd number of units each, a head and whole columns."""
    if not most:
        return []
    found: list[tuple[int, ...]] = []
    for first in range(LEAST_BLOCK, min(units, 2 * MOST_COLUMNS + 1) + 1, 2):
        found.append((first,))
        found += [(first, *rest) for rest in _blocks(units - first, most - 1)]
    return found


def _placed(parts: tuple[tuple[bool, int], ...]) -> Pattern:
    at = 0
    cells: list[Cell] = []
    for section, units in parts:
        cells.append(Cell(section, at, units))
        at += units
    return tuple(cells)


@cache
def seams(pattern: Pattern) -> int:
    """The units at which a vertical seam runs down the band, as bits."""
    return sum(1 << cell.at for cell in pattern[1:])


def spread(cell: Cell) -> int:
    """The units that a cell stands on, as bits."""
    return ((1 << cell.units) - 1) << cell.at

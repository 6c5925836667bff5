"""How the pages of a contact sheet stand: which paper, how many beside and under each other, how large.

Comes in: the sizes of the pages. Goes out: :class:`Grid`. One sheet as long as pages can be told apart on it,
A4 before A3; then more sheets, filled alike. All pages are at one scale. Lengths in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.units import mm

A4 = Size(mm(210), mm(297))
A3 = Size(mm(297), mm(420))

CLEAR = mm(46)
"""The short side of a page at which its headlines can be read: as large as that, and A4 will do [choice]."""

LEAST = mm(27)
"""The short side under which pages are no longer told apart: then there are more sheets [choice]."""

MARGIN = mm(12)
HEAD = 44.0
FOOT = 10.0
LABEL = 15.0
"""Under each page, for its number."""

GAP = 11.0
ROW_GAP = 9.0


@dataclass(frozen=True, slots=True)
class Grid:
    """The paper, its columns and rows, the scale of pages, the room of one with its label, and how many
    sheets."""

    paper: Size
    columns: int
    rows: int
    scale: float
    cell: Size
    sheets: int = 1

    def place(self, index: int, size: Size) -> tuple[int, Rect]:
        """The sheet of a page, and where it stands there: on the foot of its cell, in the middle."""
        sheet, at = divmod(index, self.columns * self.rows)
        row, column = divmod(at, self.columns)
        whole = self.columns * (self.cell.width + GAP) - GAP
        x = (self.paper.width - whole) / 2 + column * (self.cell.width + GAP)
        y = MARGIN + HEAD + row * (self.cell.height + ROW_GAP)
        width, height = size.width * self.scale, size.height * self.scale
        foot = y + self.cell.height - LABEL
        return sheet, Rect(x + (self.cell.width - width) / 2, foot - height, width, height)


def choose_grid(sizes: Sequence[Size], paper: Size | None = None) -> Grid:
    """The grid on which pages are largest; on ``paper``, upright or turned, if one is asked for."""
    largest = Size(max(size.width for size in sizes), max(size.height for size in sizes))
    short = min(largest.width, largest.height)
    small, large = (paper, paper) if paper else (A4, A3)
    one = _best(len(sizes), largest, small)
    if one.scale * short >= CLEAR:
        return one
    for sheets in range(1, len(sizes) + 1):
        found = _best(ceil(len(sizes) / sheets), largest, large)
        if found.scale * short >= LEAST or found.columns * found.rows == 1:
            return replace(found, sheets=ceil(len(sizes) / (found.columns * found.rows)))
    return replace(_best(1, largest, large), sheets=len(sizes))


def _best(count: int, page: Size, paper: Size) -> Grid:
    """So many pages as large as they can be on one sheet, and never larger than they are."""
    grids = (
        _grid(columns, ceil(count / columns), page, sheet)
        for sheet in (paper, Size(paper.height, paper.width))
        for columns in range(1, count + 1)
    )
    return max(grids, key=lambda grid: (round(grid.scale, 6), grid.columns))


def _grid(columns: int, rows: int, page: Size, paper: Size) -> Grid:
    width = (paper.width - 2 * MARGIN - (columns - 1) * GAP) / columns
    height = (paper.height - 2 * MARGIN - HEAD - FOOT - (rows - 1) * ROW_GAP) / rows - LABEL
    scale = max(0.0, min(1.0, width / page.width, height / page.height))
    return Grid(paper, columns, rows, scale, Size(page.width * scale, page.height * scale + LABEL))

"""The mosaic: a section's callouts in rows of three columns, in their order.

In: a section. Out: its rows; a row is never split over pages. Of n callouts, n mod 3 tells how wide the
first one is, so that every row is full; a long text takes one column more. Heights are whole grid lines.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from reportpdf.layout.figure_box import FigureBox
from reportpdf.layout.gallery_setting import COLUMNS, GallerySection, GallerySetting
from reportpdf.text.block import Block

CONTINUED_U = 1
"""From the hairline to the text where a text goes on that a page could not hold, lines."""

LEAST_LINES = 8
"""A text that goes on begins with so many lines of its columns; under a head that leaves it fewer it waits
for the next page."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cell:
    """A callout, or part of a very long one: its figure over its text, set in equal columns."""

    index: int
    """Of the callout in its section."""

    column: int
    span: int
    figure: FigureBox | None
    """None where a text goes on."""

    block: Block
    lines: range
    """Which of the block's."""

    @property
    def high(self) -> int:
        """Lines of its longest column."""
        return ceil(len(self.lines) / self.span)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Row:
    """Cells side by side under their hairlines; texts begin ``zone`` lines under its top."""

    cells: tuple[Cell, ...]
    zone: int

    @property
    def lines(self) -> int:
        """Lines of its longest text."""
        return max(cell.high for cell in self.cells)

    @property
    def high(self) -> int:
        return self.zone + self.lines

    def free_cell(self, least: int) -> Cell | None:
        """The cell of two columns with so many free lines under its text, None if there is none."""
        wide = [cell for cell in self.cells if cell.span == 2 and self.lines - cell.high >= least]
        return wide[0] if wide else None


def set_rows(setting: GallerySetting, section: GallerySection, under: int = 0) -> tuple[Row, ...]:
    """The section's callouts in rows; ``under``: lines of a head that the first row has to stand under."""
    blocks = [
        setting.setter.block(callout.text, setting.styles.body, setting.grid.column)
        for callout in section.callouts
    ]
    spans = _spans([block.count for block in blocks], setting.look.rows.text_most_u)
    rows: list[Row] = []
    for members in _packed(spans):
        row = _row(setting, section, blocks, members)
        room = setting.grid.room - (0 if rows else under)
        if row.high > room and room - row.zone >= LEAST_LINES:
            # A figure of many lines over a long text: each callout of the row has one of its own.
            for n, (index, _) in enumerate(members):
                own = _row(setting, section, blocks, [(index, COLUMNS)])
                rows += _parts(setting, own, setting.grid.room if n else room)
        else:
            rows.append(row)
    return tuple(rows)


def _row(
    setting: GallerySetting, section: GallerySection, blocks: list[Block], members: list[tuple[int, int]]
) -> Row:
    """The row of some callouts, given as (index, span)."""
    column, cells = 0, []
    for index, span in members:
        cells.append(_cell(setting, section, blocks[index], index, column, span))
        column += span
    return Row(tuple(cells), _zone(setting, cells))


def _spans(counts: list[int], most: int) -> list[int]:
    """Columns of each callout: by the rule of three, and one more while a column passes the most."""
    spans = [1] * len(counts)
    if counts:
        spans[0] = {0: 1, 1: COLUMNS, 2: 2}[len(counts) % COLUMNS]
    for i, count in enumerate(counts):
        while spans[i] < COLUMNS and ceil(count / spans[i]) > most:
            spans[i] += 1
    return spans


def _packed(spans: list[int]) -> list[list[tuple[int, int]]]:
    """Callouts in full rows, as (index, span): the first of a row that is not full is widened."""
    rows: list[list[tuple[int, int]]] = []
    for index, span in enumerate(spans):
        if rows and sum(s for _, s in rows[-1]) + span <= COLUMNS:
            rows[-1].append((index, span))
        else:
            rows.append([(index, span)])
    for row in rows:
        index, span = row[0]
        row[0] = (index, span + COLUMNS - sum(s for _, s in row))
    return rows


def _cell(
    setting: GallerySetting, section: GallerySection, block: Block, index: int, column: int, span: int
) -> Cell:
    numbers = setting.look.figures
    size = numbers.size if span == 1 else numbers.size_wide
    figure = setting.figures.fit(section.callouts[index].figure, setting.grid.span(span), size)
    return Cell(index, column, span, figure, block, range(block.count))


def _zone(setting: GallerySetting, cells: list[Cell]) -> int:
    """The figures' part of a row: the look's, more where a figure is higher."""
    look = setting.look.rows
    highest = max((cell.figure.height for cell in cells if cell.figure is not None), default=0.0)
    return max(look.zone_u, ceil((look.figure_head + highest + look.figure_foot) / setting.u - 1e-6))


def _parts(setting: GallerySetting, row: Row, room: int) -> list[Row]:
    """The row of one callout; a text that its page has no room for goes on in rows of its own."""
    if row.high <= room:
        return [row]
    whole, rows, zone = row.cells[0], [], row.zone
    start = 0
    while start < len(whole.lines):
        end = min(len(whole.lines), start + max(1, room - zone) * whole.span)
        figure = whole.figure if start == 0 else None
        rows.append(Row((replace(whole, figure=figure, lines=range(start, end)),), zone))
        start, zone, room = end, CONTINUED_U, setting.grid.room
    return rows

"""Rows of a table become callouts: the cell that is a figure, and the words of the others.

In: a table's cells. Out: a callout for each row that has a figure, its text put together from the other
cells with the names of their columns; rows without one are paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportpdf.base.problem import problem
from reportpdf.source.intake.marks import typed, unmarked
from reportpdf.source.intake.numerals import is_figure
from reportpdf.source.intake.records import DraftCallout, Grid

_NUMBER = re.compile(r"[-+－]?[0-9][0-9,，]*(?:[.．][0-9]+)?")
_UNIT_IN_HEAD = re.compile(r"[(（]\s*(?:单位\s*[:：]\s*)?(?P<unit>[^()（）\d]{1,6})\s*[)）]\s*$")
_UNIT_HEADS = frozenset(("单位", "计量单位"))
_INDEX_HEADS = frozenset(("序号", "编号", "号", "№", "no", "no."))


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says: a figure (empty if it has none) and its text."""

    figure: str
    text: str
    column: int
    """Of the figure, from 0."""


def rows_of(rows: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, Row]]:
    """Each row with words in it, below the head if there is one; and its number from 0."""
    head, first = _head(rows)
    for number, cells in enumerate(rows[first:], first):
        if any(cell.strip() for cell in cells):
            yield number, _row(head, tuple(" ".join(cell.split()) for cell in cells))


def callouts_of(grid: Grid) -> Iterator[DraftCallout | str]:
    """A callout for each row with a figure, the words of each without one."""
    for _, row in rows_of(grid.rows):
        if row.figure:
            ask = problem("ask-table", grid.place, figure=row.figure)
            yield DraftCallout(unmarked(typed(row.figure)), typed(row.text), grid.place, (ask,))
        else:
            yield typed(row.text)


def _head(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], int]:
    """The names of the columns, if the first row has them: words above, a figure somewhere below."""
    if len(rows) < 2:
        return (), 0
    first = tuple(cell.strip() for cell in rows[0])
    named = sum(1 for cell in first if cell) >= 2 and not any(_NUMBER.fullmatch(c) for c in first)
    below = any(_is_value(cell.strip()) for row in rows[1:] for cell in row)
    return (
        (first, 1) if named and below and not any(is_figure(c) and c[0].isdigit() for c in first) else ((), 0)
    )


def _is_value(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell)) or (is_figure(cell) and any(c.isdigit() for c in cell))


def _row(head: tuple[str, ...], cells: tuple[str, ...]) -> Row:
    """The row with its first value as the figure; a unit stands in a column or in the column's name."""
    names = head + ("",) * (len(cells) - len(head))
    index = {i for i, name in enumerate(names) if name.lower() in _INDEX_HEADS}
    values = [i for i, cell in enumerate(cells) if i not in index and _is_value(cell)]
    if not values:
        return Row("", "，".join(cell for i, cell in enumerate(cells) if cell and i not in index), -1)
    at = values[0]
    units = [i for i, name in enumerate(names) if name in _UNIT_HEADS and i < len(cells)]
    figure = cells[at]
    if _NUMBER.fullmatch(figure):
        in_head = _UNIT_IN_HEAD.search(names[at])
        figure += cells[units[0]] if units else in_head["unit"].strip() if in_head else ""
    skip = index | set(units) | {at}
    words = [
        f"{_name(names[i])}{cell}" if i in values else cell
        for i, cell in enumerate(cells)
        if cell and i not in skip
    ]
    text = "，".join(words) or _name(names[at]) or figure
    return Row(figure, text, at)


def _name(name: str) -> str:
    """A column's name without its unit."""
    return _UNIT_IN_HEAD.sub("", name).strip()

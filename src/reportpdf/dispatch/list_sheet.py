"""A workbook becomes rows of cells with their places.

Comes in: a path. Goes out: the lines of the sheet that is a list. Values are those that were reckoned when
the file was saved; a cell that says nothing certain (an error, a formula never reckoned) is a problem of
its row.
"""

from __future__ import annotations

import re
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.dispatch.headings import heads
from reportpdf.dispatch.listed import Cell, Line
from reportpdf.source.workbook import Value, Workbook


def read_sheet(path: Path, shown: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The rows of the first sheet with the heads of a list, and other sheets that have them too.

    Raises: InputError: it is no workbook, or none of its sheets is a list.
    """
    book = Workbook(path, shown)
    lists = []
    for sheet in book.sheets:
        lines = _lines(book, sheet, shown)
        if heads(lines) is not None:
            lists.append((sheet, lines))
    if not lists:
        raise InputError(problem("list-no-heads", Place(shown), found=", ".join(book.sheets)))
    (first, lines), *others = lists
    told = tuple(
        problem("list-sheet-too", Place(shown, path=sheet), sheet=sheet, read=first) for sheet, _ in others
    )
    return lines, told


def _lines(book: Workbook, sheet: str, shown: str) -> tuple[Line, ...]:
    """The rows of a sheet that hold anything."""
    lines = []
    for number, row in enumerate(book.rows(sheet), 1):
        cells, problems = [], []
        for column, (name, said) in enumerate(row, 1):
            where = Place(shown, _row_number(name) or number, column, f"{sheet}!{name}")
            if isinstance(said, Problem):
                problems.append(Problem(said.code, where, said.args))
            cells.append(Cell(said.words if isinstance(said, Value) else "", where))
        if problems or any(cell.words for cell in cells):
            lines.append(Line(cells[0].place.line, tuple(cells), tuple(problems)))
    return tuple(lines)


def _row_number(name: str) -> int:
    """The row that a cell's name names: a sheet need not begin at its first."""
    digits = re.search(r"\d+$", name)
    return int(digits[0]) if digits else 0

"""Cells of an Excel workbook (.xlsx): what each says, or why it says nothing that can be printed.

In: a path, and the name of a sheet and a cell. Out: a number or words, or a problem without its place.
The values are those that were reckoned when the file was saved; nothing is reckoned here. openpyxl opens
the package once it is known to be bounded. Source: ISO/IEC 29500-1 18.3.1.4 (c), 18.18.11 (ST_CellType).
"""

from __future__ import annotations

import datetime
import re
import warnings
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.source.intake.package import read_package

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook as _Book

_MAIN = "xl/workbook.xml"
CELL = r"^(?:(?:'[^'\n]+'|[^'!\n]+)!)?\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}$"
"""A cell as it is named: ``B7``, ``Sheet1!B7``, ``'第 1 页'!$B$7``."""

MOST_ROWS = 20_000
MOST_COLUMNS = 500
MOST_CELLS = 400_000
"""Of one sheet. openpyxl takes half a kilobyte a cell."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says: a number, or words where ``number`` is None."""

    words: str
    number: Decimal | None = None
    number_format: str = "General"


class Workbook:
    """One file, opened once."""

    def __init__(self, path: Path, shown: str) -> None:
        """Open the file.

        Raises:
            InputError: it is no workbook that can be read.
        """
        self._content = read_package(path, shown, _MAIN)
        self._place = Place(shown)
        self._book = self._open(values=True)
        self.sheets: tuple[str, ...] = tuple(sheet.title for sheet in self._book.worksheets)
        for sheet in self._book.worksheets:
            self._bound(sheet)

    def value(self, sheet: str, cell: str) -> Value | Problem:
        """What a cell says; a problem where that cannot be printed. An empty ``sheet`` is the only one."""
        name = f"{sheet}!{cell}" if sheet else cell
        if sheet and sheet not in self.sheets:
            return problem("cell-sheet", sheet=sheet, sheets=", ".join(self.sheets))
        if not sheet and len(self.sheets) > 1:
            return problem("cell-which-sheet", cell=cell, sheets=", ".join(self.sheets))
        page = self._book[sheet or self.sheets[0]]
        found = page[cell]
        anchor = _merged_into(page, cell)
        if anchor:
            return problem("cell-merged", cell=name, anchor=anchor)
        if found.value is None:
            formula = self._formulas[page.title][cell]
            code = "cell-uncalculated" if formula.data_type == "f" else "cell-empty"
            return problem(code, cell=name)
        return _value(found, name)

    def rows(self, sheet: str) -> tuple[tuple[tuple[str, Value | Problem | None], ...], ...]:
        """Every row of a sheet: the name of each cell and what it says, None where it is empty."""
        page = self._book[sheet]
        return tuple(
            tuple((cell.coordinate, self._filled(sheet, cell.coordinate)) for cell in row)
            for row in page.iter_rows()
        )

    def _filled(self, sheet: str, cell: str) -> Value | Problem | None:
        """What a cell says, dates and switches in words; None for one that is empty.

        A cell that is merged with those above it says what they say, if that is words; no number is
        said twice.
        """
        found = self.value(sheet, cell)
        if not isinstance(found, Problem):
            return found
        if found.code == "cell-merged":
            anchor = dict(found.args)["anchor"]
            one_column = anchor.rstrip("0123456789") == cell.rstrip("0123456789")
            above = self.value(sheet, anchor) if one_column else None
            return above if isinstance(above, Value) and above.number is None else None
        if found.code in ("cell-date", "cell-switch"):
            return Value(_in_words(self._book[sheet][cell].value))
        return None if found.code == "cell-empty" else found

    @cached_property
    def _formulas(self) -> _Book:
        """The same file with its formulas: opened only to tell an empty cell from an unreckoned one."""
        return self._open(values=False)

    def _open(self, *, values: bool) -> _Book:
        import openpyxl

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of features that have no bearing on values
                return openpyxl.load_workbook(BytesIO(self._content), data_only=values, keep_links=False)
        except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError) as error:
            reason = f"{type(error).__name__}: {error}"
            raise InputError(problem("office-broken", self._place, reason=reason)) from error

    def _bound(self, sheet: Any) -> None:
        rows, columns = sheet.max_row, sheet.max_column
        if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
            args = {"sheet": sheet.title, "rows": rows, "columns": columns, "limit": MOST_ROWS}
            raise InputError(problem("workbook-large", self._place, **args))


def split_cell(given: str) -> tuple[str, str]:
    """The sheet (empty if none is named) and the cell of a name that :data:`CELL` takes."""
    sheet, _, cell = given.rpartition("!")
    return sheet.strip("'"), cell.replace("$", "").upper()


def is_cell(given: str) -> bool:
    """Whether the words name a cell."""
    return bool(re.match(CELL, given))


def _value(found: Any, name: str) -> Value | Problem:
    """A cell's value by its kind."""
    value = found.value
    if found.data_type == "e":
        return problem("cell-error", cell=name, value=value)
    if isinstance(value, bool):
        return problem("cell-switch", cell=name)
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return problem("cell-date", cell=name)
    if isinstance(value, int | float):
        # fifteen digits, as the file's own program shows: 30.9 and not 30.900000000000002
        return Value(f"{value:.15g}", Decimal(f"{value:.15g}"), found.number_format)
    words = " ".join(str(value).split())
    return Value(words) if words else problem("cell-empty", cell=name)


def _in_words(value: Any) -> str:
    """A date as Chinese text has it, a switch as yes or no."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)


def _merged_into(sheet: Any, cell: str) -> str:
    """The cell that holds the value of a merged range, if ``cell`` is another one in it."""
    for merged in sheet.merged_cells.ranges:
        if cell in merged:
            anchor: str = merged.coord.partition(":")[0]
            return anchor if anchor != cell else ""
    return ""

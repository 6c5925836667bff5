"""A distribution list as it is written, whatever the kind of file: cells with their places.

Records only. A cell's place is line and column of a text file; of a workbook row and column with the cell's
own name as path, as ``Sheet1!B7``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportpdf.base.problem import Place, Problem, problem

LOST = "\ufffd"
"""What stands where bytes are no characters. Source: Unicode 23.8 (replacement character)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; ``excerpt`` is its source line, where there are lines."""

    words: str
    place: Place
    excerpt: str = ""

    def problem(self, code: str, /, **args: object) -> Problem:
        """A problem of this cell."""
        return problem(code, self.place, self.excerpt, **args)


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it stands in the file: its number there, its cells, and what is wrong with its form."""

    number: int
    cells: tuple[Cell, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row under its headings; blank cells are left out."""

    number: int
    place: Place
    cells: Mapping[str, Cell]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """All rows of a list, and what is to be told of it as a whole."""

    shown: str
    rows: tuple[ListedRow, ...]
    problems: tuple[Problem, ...] = ()

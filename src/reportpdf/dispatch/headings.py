"""The line of heads found, and the rows put under it.

Comes in: lines of cells. Goes out: rows by column, and what is to be told of the heads. A title over the
table (“分发清单”) is common in lists of offices: the heads are looked for in the first lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.dispatch.columns import column_of, is_beside, is_passed_over, nearest_heading
from reportpdf.dispatch.listed import Cell, Line, ListedRow
from reportpdf.source.excerpt import brief

_LOOKED_AT = 10
"""Lines in which the heads may stand."""


def heads(lines: Sequence[Line]) -> int | None:
    """The index of the line of heads: the first that names the departments and, if it can, something more."""
    named = [
        (index, {column_of(cell.words) for cell in line.cells if cell.words.strip()})
        for index, line in enumerate(lines[:_LOOKED_AT])
    ]
    with_departments = [(index, found) for index, found in named if "department" in found]
    several = [index for index, found in with_departments if len(found - {""}) > 1]
    return next(iter(several or [index for index, _ in with_departments]), None)


def under_heads(lines: Sequence[Line], shown: str) -> tuple[tuple[ListedRow, ...], tuple[Problem, ...]]:
    """The rows under their heads, and heads that are not read.

    Raises: InputError: there are no heads, or two of them mean the same column.
    """
    at = heads(lines)
    if at is None:
        first = lines[0] if lines else None
        found = "、".join(brief(cell.words) for cell in first.cells if cell.words.strip()) if first else "-"
        place = first.cells[0].place if first and first.cells else Place(shown)
        raise InputError(problem("list-no-heads", place, found=found))
    columns: dict[int, str] = {}
    told: list[Problem] = list(lines[at].problems)
    twice: list[Problem] = []
    seen: dict[str, Cell] = {}
    for index, cell in enumerate(lines[at].cells):
        column = column_of(cell.words)
        if column in seen:
            args = {"heading": brief(cell.words), "other": brief(seen[column].words)}
            twice.append(cell.problem("list-heading-twice", **args))
        elif column:
            columns[index] = column
            seen[column] = cell
        elif cell.words.strip() and not is_passed_over(cell.words):
            told.append(unknown_heading(cell))
    if twice:
        raise InputError(*twice)
    rows = []
    for line in lines[at + 1 :]:
        filled = [cell for cell in line.cells if cell.words.strip()]
        if filled and is_beside([cell.words for cell in filled]):
            told.append(filled[0].problem("list-beside", given=brief(filled[0].words)))
        else:
            rows.append(line)
    return tuple(_rows(rows, columns, len(lines[at].cells))), tuple(told)


def unknown_heading(cell: Cell) -> Problem:
    """What is told of a heading that means no column."""
    if near := nearest_heading(cell.words):
        return cell.problem("list-heading-near", heading=brief(cell.words), nearest=near)
    return cell.problem("list-heading-unknown", heading=brief(cell.words))


def _rows(lines: Sequence[Line], columns: dict[int, str], width: int) -> Iterator[ListedRow]:
    for line in lines:
        problems = list(line.problems)
        beyond = [cell for cell in line.cells[width:] if cell.words.strip()]
        if beyond and not problems:
            problems.append(beyond[0].problem("list-cells-more", count=len(line.cells), heads=width))
        cells = {
            columns[index]: cell
            for index, cell in enumerate(line.cells)
            if index in columns and cell.words.strip()
        }
        place = line.cells[0].place if line.cells else problems[0].place
        assert place is not None  # a line has cells, or a problem with its place
        yield ListedRow(line.number, place, cells, tuple(problems))

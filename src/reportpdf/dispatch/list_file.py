"""A distribution list's file becomes rows under the columns that are known.

Comes in: the path of a .csv, .xlsx or .yaml file. Goes out: :class:`Listed`. What is wrong with a row stays
with that row; only a file that is no list at all is refused.
"""

from __future__ import annotations

from pathlib import Path

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.dispatch.listed import Listed

MOST_ROWS = 20_000
_KINDS = (".csv", ".tsv", ".txt", ".xlsx", ".yaml", ".yml")


def read_list(path: Path, shown: str) -> Listed:
    """The rows of a list.

    Raises: InputError: it cannot be read, is of no kind that is known, has no heads, no rows or too many.
    """
    kind = path.suffix.lower()
    if kind in (".yaml", ".yml"):
        from reportpdf.dispatch.list_yaml import read_yaml

        rows, told = read_yaml(path, shown)
    elif kind == ".xlsx":
        from reportpdf.dispatch.headings import under_heads
        from reportpdf.dispatch.list_sheet import read_sheet

        lines, sheets = read_sheet(path, shown)
        rows, heads = under_heads(lines, shown)
        told = (*sheets, *heads)
    elif kind in _KINDS:
        from reportpdf.dispatch.headings import under_heads
        from reportpdf.dispatch.list_csv import read_csv

        rows, told = under_heads(read_csv(path, shown), shown)
    else:
        raise InputError(problem("list-kind", Place(shown), kind=kind or "-", kinds=".csv, .xlsx, .yaml"))
    if not rows:
        raise InputError(*told, problem("list-empty", Place(shown)))
    if len(rows) > MOST_ROWS:
        raise InputError(problem("list-too-long", rows[MOST_ROWS].place, rows=len(rows), limit=MOST_ROWS))
    return Listed(shown, rows, told)

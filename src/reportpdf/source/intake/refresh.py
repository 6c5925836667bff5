"""Figures that are bound to cells, looked at again when a workbook comes alone.

In: the report that stands in the folder, and workbooks. Out: its text with the figures that the cells say
now; old and new of each is told, and nothing is changed unasked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.model.report import Callout
from reportpdf.source.bound import written
from reportpdf.source.intake.inputs import Book
from reportpdf.source.intake.standing import Standing
from reportpdf.source.intake.write_yaml import scalar
from reportpdf.source.report_file import decode_report
from reportpdf.source.text_file import Source, make_source
from reportpdf.source.workbook import split_cell


def refreshed(standing: Standing, books: Sequence[Book], *, update: bool) -> tuple[str, tuple[Problem, ...]]:
    """The report's text with its figures as the workbooks have them, and what is told of them.

    Raises:
        InputError: a figure changed and ``update`` was not said; a cell cannot be printed; the report binds
            no figure to these workbooks.
    """
    source = make_source(standing.text, shown=str(standing.path))
    report = decode_report(source, standing.folder)
    by_name = {book.path.name: book for book in books}
    bound = [
        c
        for s in report.sections
        for c in s.callouts
        if c.figure.bound and c.figure.bound.file.rpartition("/")[2] in by_name
    ]
    if not bound:
        raise InputError(problem("intake-no-bound", Place(str(standing.path)), file=", ".join(by_name)))
    found = [_compared(callout, by_name) for callout in bound]
    faults = [one for one in found if one is not None and one.code != "figure-taken"]
    if faults:
        raise InputError(*faults)
    changed = [(c, one) for c, one in zip(bound, found, strict=True) if one is not None]
    if not changed:
        return standing.text, (problem("intake-same", Place(str(standing.path))),)
    if not update:
        raise InputError(*(replace(one, code="figure-differs") for _, one in changed))
    text = standing.text
    for callout, one in reversed(changed):  # from the end, so that offsets before it stay
        text = _replaced(text, source, callout, dict(one.args)["new"])
    decode_report(make_source(text, shown=str(standing.path)), standing.folder)
    return text, tuple(one for _, one in changed)


def _compared(callout: Callout, books: dict[str, Book]) -> Problem | None:
    """The change of one figure, or what is wrong with its cell; None where all is as it was."""
    bound = callout.figure.bound
    assert bound is not None
    value = books[bound.file.rpartition("/")[2]].book.value(*split_cell(bound.cell))
    now = value if isinstance(value, Problem) else written(value, bound.format)
    if isinstance(now, Problem):
        return replace(now, place=bound.place)
    old = callout.figure.value
    if now == old:
        return None
    args = {"cell": bound.cell, "file": bound.file, "old": old or "…", "new": now}
    return problem("figure-taken", callout.figure.place, **args)


def _replaced(text: str, source: Source, callout: Callout, figure: str) -> str:
    """The text with one figure's ``last`` changed; one without stays, for the page takes the cell's."""
    words = callout.figure
    if not words.value:
        return text
    start = source.starts[words.place.line - 1] + words.place.column - 1
    raw = words.raw or words.value
    in_quotes = scalar(figure, flow=True)
    return text[:start] + in_quotes + text[start + len(raw) :]

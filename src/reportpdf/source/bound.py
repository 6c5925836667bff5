"""A figure that is bound to a cell of a workbook: read from the report, and compared with the cell.

In: ``figure: {from: figures.xlsx, cell: 'Sheet1!B7', format: '{:,}项', last: '1,234项'}``. Out: the figure's
text, which is what ``last`` says, with its binding; later the report with figures that had no ``last``
filled in from their cells, and a problem for each cell that says something else now. The page keeps what
an editor has seen; a change is told until somebody takes it (``reportpdf import … --update``).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.model.report import Bound, Callout, Report, Section, Text
from reportpdf.source.excerpt import brief
from reportpdf.source.figure_format import format_of_cell, is_format, write_figure
from reportpdf.source.limits import MAX_FIGURE, MAX_PATH
from reportpdf.source.reading import Reading, nearest
from reportpdf.source.yaml_nodes import Mapping, Scalar

if TYPE_CHECKING:
    from reportpdf.source.workbook import Value, Workbook

KEYS = ("from", "cell", "format", "last")
REQUIRED = ("from", "cell")
LONGEST = {"from": MAX_PATH, "cell": 100, "format": 60, "last": MAX_FIGURE}


def read_bound(reading: Reading, node: Mapping, path: str) -> Text:
    """The figure as it was last, and its binding; what is wrong with either is reported."""
    found: dict[str, Scalar] = {}
    for key, value in node.items:
        where = f"{path}.{key.value}"
        if key.value not in KEYS:
            near, keys = nearest(key.value, KEYS), ", ".join(KEYS)
            code = "key-near" if near else "key-unknown"
            reading.refuse(code, key.start, where, key=brief(key.value), nearest=near, keys=keys)
        elif not isinstance(value, Scalar):
            reading.refuse("value-text-list", value.start, where)
        elif not value.value.strip():
            reading.refuse("value-empty", value.start, where)
        elif "\n" in value.value:
            reading.refuse("value-line-break", value.start, where)
        elif len(value.value) > LONGEST[key.value]:
            length, limit = len(value.value), LONGEST[key.value]
            reading.refuse("value-too-long", value.start, where, length=length, limit=limit)
        else:
            found[key.value] = value
    for name in REQUIRED:
        if name not in {key.value for key, _ in node.items}:
            example = "from: figures.xlsx" if name == "from" else "cell: Sheet1!B7"
            reading.refuse("key-missing", node.start, f"{path}.{name}", key=name, example=example)
    _check_forms(reading, found, path)
    return _text(reading, node, found, path)


def _check_forms(reading: Reading, found: dict[str, Scalar], path: str) -> None:
    from reportpdf.source.workbook import is_cell

    cell, form = found.get("cell"), found.get("format")
    if cell is not None and not is_cell(cell.value):
        reading.refuse("figure-cell", cell.start, f"{path}.cell", given=brief(cell.value))
    if form is not None and not is_format(form.value):
        reading.refuse("figure-format", form.start, f"{path}.format", given=brief(form.value))


def _text(reading: Reading, node: Mapping, found: dict[str, Scalar], path: str) -> Text:
    source = reading.source

    def said(name: str) -> str:
        return found[name].value if name in found else ""

    start = found["from"].start if "from" in found else node.start
    bound = Bound(said("from"), said("cell"), said("format"), source.place(start, f"{path}.from"))
    last = found.get("last")
    if last is None:
        return Text("", source.place(node.start, path), bound=bound)
    return Text(last.value, source.place(last.start, path), last.raw, bound=bound)


def compare_cells(report: Report) -> tuple[Report, tuple[Problem, ...]]:
    """The report with every figure filled in, and what differs from the workbooks now.

    Raises:
        InputError: a figure has no ``last``, and its cell cannot be read.
    """
    if not any(c.figure.bound for s in report.sections for c in s.callouts):
        return report, ()
    comparing = _Comparing()
    sections = tuple(comparing.section(section) for section in report.sections)
    if comparing.stopping:
        raise InputError(*comparing.stopping)
    return replace(report, sections=sections), tuple(comparing.problems)


def written(value: Value, form: str) -> str | Problem:
    """A cell's value as a figure: in the binding's format, else as the sheet shows it."""
    if value.number is not None:
        figure = write_figure(form or format_of_cell(value.number_format), value.number)
    elif form not in ("", "{}"):
        return problem("cell-words", words=brief(value.words), format=form)
    else:
        figure = value.words
    return figure if len(figure) <= MAX_FIGURE else problem("cell-long", length=len(figure), limit=MAX_FIGURE)


class _Comparing:
    """Opens each workbook once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.stopping: list[Problem] = []
        self._books: dict[str, Workbook | Problem] = {}

    def section(self, section: Section) -> Section:
        """The section with its figures compared."""
        return replace(section, callouts=tuple(self._callout(callout) for callout in section.callouts))

    def _callout(self, callout: Callout) -> Callout:
        bound = callout.figure.bound
        if bound is None:
            return callout
        now = self._now(bound)
        last, place = callout.figure.value, callout.figure.place
        if isinstance(now, Problem):
            (self.problems if last else self.stopping).append(replace(now, place=bound.place))
            if last:
                self.problems.append(problem("figure-kept", place, last=last))
            return callout
        if not last:
            self.problems.append(problem("figure-unkept", place, cell=bound.cell, figure=now))
            return replace(callout, figure=replace(callout.figure, value=now))
        if now != last:
            args = {"cell": bound.cell, "file": bound.file, "old": last, "new": now}
            self.problems.append(problem("figure-changed", place, **args))
        return callout

    def _now(self, bound: Bound) -> str | Problem:
        """What the cell says now."""
        from reportpdf.source.workbook import split_cell

        book = self._book(bound)
        if isinstance(book, Problem):
            return book
        value = book.value(*split_cell(bound.cell))
        return value if isinstance(value, Problem) else written(value, bound.format)

    def _book(self, bound: Bound) -> Workbook | Problem:
        from reportpdf.source.workbook import Workbook

        if bound.path not in self._books:
            try:
                self._books[bound.path] = Workbook(Path(bound.path), bound.file)
            except InputError as error:
                self._books[bound.path] = error.problems[0]
        return self._books[bound.path]

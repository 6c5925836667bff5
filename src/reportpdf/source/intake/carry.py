"""Bindings of an earlier import are kept when the manuscript comes again with another workbook.

In: a draft, the report as the last import wrote it, the workbooks. Out: the draft with the bindings that its
callouts had, and a problem for each whose cell no longer says what the manuscript says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportpdf.base.problem import Problem, problem
from reportpdf.model.report import Report, Text
from reportpdf.source.bound import written
from reportpdf.source.intake.inputs import Book
from reportpdf.source.intake.records import Binding, Draft, DraftCallout
from reportpdf.source.workbook import split_cell


def carried(
    draft: Draft, imported: Report | None, books: Sequence[Book]
) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft with the bindings of the last import."""
    if imported is None:
        return draft, ()
    known = {
        _delivered(callout.text): (callout.figure.bound, callout.figure.value)
        for section in imported.sections
        for callout in section.callouts
        if callout.figure.bound is not None
    }
    problems: list[Problem] = []

    def carry(callout: DraftCallout) -> DraftCallout:
        bound, last = known.get(callout.text, (None, ""))
        if callout.bound is not None or bound is None or callout.figure != last:
            return callout
        binding = Binding(bound.file, bound.cell, bound.format)
        now = _now(binding, books)
        if isinstance(now, Problem):
            problems.append(replace(now, place=callout.place))
        elif now and now != callout.figure:
            args = {"cell": bound.cell, "file": bound.file, "old": callout.figure, "new": now}
            problems.append(problem("figure-changed", callout.place, **args))
        return replace(callout, bound=binding)

    sections = tuple(replace(s, callouts=tuple(map(carry, s.callouts))) for s in draft.sections)
    return replace(draft, sections=sections), tuple(problems)


def _now(binding: Binding, books: Sequence[Book]) -> str | Problem:
    """What the cell says in the workbook that came; empty if that did not come."""
    for book in books:
        if book.path.name == binding.file:
            value = book.book.value(*split_cell(binding.cell))
            return value if isinstance(value, Problem) else written(value, binding.format)
    return ""


def _delivered(text: Text) -> str:
    return text.marked.delivered if text.marked else text.value

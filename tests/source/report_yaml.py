"""A report's text with one thing changed: what the report tests are written with."""

from __future__ import annotations

from pathlib import Path

from reportpdf.base.messages.source import ROWS
from reportpdf.base.problem import InputError, Problem
from reportpdf.model.report import Report
from reportpdf.source.report_file import decode_report
from reportpdf.source.text_file import make_source


def decoded(text: str, folder: Path = Path("/nowhere")) -> Report:
    """The report that the text is."""
    return decode_report(make_source(text, shown="r.yaml"), folder)


def refusal(text: str, folder: Path = Path("/nowhere")) -> tuple[Problem, ...]:
    """The problems of a text; none if it is a report. Each can be worded."""
    try:
        decoded(text, folder)
    except InputError as error:
        for found in error.problems:
            row = ROWS[found.code]
            assert row.fact.format(**dict(found.args))
            assert row.fix.format(**dict(found.args))
        return error.problems
    return ()


def told(text: str, folder: Path = Path("/nowhere")) -> list[tuple[str, str, str]]:
    """Code, line:column and path of each problem."""
    return [
        (p.code, f"{p.place.line}:{p.place.column}", p.place.path) for p in refusal(text, folder) if p.place
    ]

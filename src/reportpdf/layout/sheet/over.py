"""A report that no sheet of its format holds: by how much it is too long, section by section.

In: what was to be set. Out: the error, with what would bring it home.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.base.problem import InputError, problem
from reportpdf.layout.sheet.ladder import SHRINKING
from reportpdf.layout.sheet.masthead import rules_lines, set_headline_band
from reportpdf.layout.sheet.pages import Matter, fittings_of, new_job
from reportpdf.layout.sheet.search import Search

ENDLESS = 20_000
"""Lines of a page that holds anything a report file may hold."""

AT_LEAST = 1


def too_long(matter: Matter) -> InputError:
    """The error that says how many lines of the smallest text are over, and where they are."""
    setting = fittings_of(matter, SHRINKING[-1]).setting
    headline = set_headline_band(setting, matter.report)
    sections = tuple(replace(section, own=()) if section.callouts else section for section in matter.sections)
    job = new_job(matter, setting, sections, (), 1)
    pages = matter.sheet.sheets
    top = rules_lines(setting, pages) + (headline.lines if headline else 1)
    plan = Search(job, top, ENDLESS, endless=True).found()
    assert plan is not None  # a page without end holds every section
    there_are = setting.grid.format.lines * pages - (pages - 1) * (rules_lines(setting, pages) + 1)
    over = max(AT_LEAST, ENDLESS - plan.left - there_are)
    columns = job.units // 2
    words = over * columns * int(setting.measure / setting.body.size)
    each = [
        -(-min(job.maker(i, n).least * n for n in range(3, job.units + 1, 2)) // job.units)
        for i in range(len(sections))
    ]
    told = "、".join(f"{section.numeral} {lines}" for section, lines in zip(sections, each, strict=True))
    other = "a4" if pages > 1 else "tabloid, a4"
    return InputError(
        problem(
            "sheet-over",
            matter.report.place,
            lines=over,
            format=matter.sheet.name,
            sections=told,
            words=words,
            formats=other,
        )
    )

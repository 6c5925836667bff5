"""What a PDF's document properties say of a report; the same for every look.

In: the report. Out: its title, author and subject on one line each.
"""

from __future__ import annotations

from reportpdf.model.report import Report
from reportpdf.text.setter import Setter

MOST_TITLES = 12
"""So many section titles make up the subject of a report that states none."""


def document_title(setter: Setter, report: Report) -> str:
    """The title on one line."""
    return setter.normalised(report.title).replace("\n", "").strip() if report.title else ""


def document_author(report: Report) -> str:
    """Everybody whom the byline names."""
    return "、".join(name.value for line in report.byline for name in line.names)


def document_subject(setter: Setter, report: Report) -> str:
    """The report's own words, else its sections' titles."""
    if report.subject:
        return setter.normalised(report.subject)
    titles = (setter.normalised(section.title) for section in report.sections[:MOST_TITLES])
    return "；".join(title.replace("\n", "").strip() for title in titles)

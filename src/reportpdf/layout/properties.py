"""What the document properties say of a report: its own words, on one line each."""

from __future__ import annotations

from reportpdf.model.report import Report
from reportpdf.text.setter import Setter

MOST_TITLES = 12
"""So many section titles make up the subject of a report that states none."""


def plain_title(setter: Setter, report: Report) -> str:
    """The title on one line."""
    return setter.normalised(report.title).replace("\n", "").strip() if report.title else ""


def author(report: Report) -> str:
    """All names of the byline."""
    return "、".join(name.value for line in report.byline for name in line.names)


def subject(setter: Setter, report: Report) -> str:
    """The subject the report states, else its sections' titles."""
    if report.subject:
        return setter.normalised(report.subject)
    titles = (setter.normalised(section.title) for section in report.sections[:MOST_TITLES])
    return "；".join(title.replace("\n", "").strip() for title in titles)

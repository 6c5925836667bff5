"""The page that shows findings, in the reader's language.

Comes in: what was checked. Goes out: HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.wording import Wording

if TYPE_CHECKING:
    from reportpdf.check.finding import Finding
    from reportpdf.check.html import Row
    from reportpdf.checks import Checked

PPI = 96.0
"""Of the pages' pictures: text can be read, and a report of ten pages stays under 5 MB."""


def findings_page(
    file: Path,
    checked: Checked,
    known: frozenset[int],
    summary: str,
    wording: Wording,
    images: Sequence[bytes] | None = None,
) -> str:
    """The whole page; ``images`` are pictures of the PDF's pages, where they are there already."""
    from reportpdf.check.html import page_of
    from reportpdf.check.pdf.shown import shown_pages
    from reportpdf.paint.page_images import page_pictures

    rows = [_row(one, id(one) in known, wording) for one in checked.findings]
    pictures = []
    if checked.pdf is not None:
        images = images or [data for _, data in page_pictures(checked.pdf, ppi=PPI)]
        pictures = list(zip(images, shown_pages(checked.pdf), strict=True))
    words = {
        "language": wording.phrase("en"),
        "all": wording.phrase("all kinds"),
        "error": wording.phrase("errors"),
        "warning": wording.phrase("warnings"),
        "note": wording.phrase("notes"),
        "accepted": wording.phrase("accepted"),
        "known": wording.phrase("known"),
        "page": wording.phrase("page {n}", n="{n}"),
        "none": wording.phrase("Nothing was found."),
        "summary": summary,
    }
    return page_of(file.absolute().parent.name + "/" + file.name, rows, pictures, words)


def _row(finding: Finding, known: bool, wording: Wording) -> Row:
    from reportpdf.check.html import Row

    problem = finding.noted.problem
    words = wording.word(problem)
    place = problem.place
    where = "" if place is None else f"{place.line}:{place.column} {place.path}" if place.line else ""
    return Row(
        problem.code, words.severity.value, words.fact, words.fix, where.strip(), finding.spots,
        finding.accepted, known,
    )  # fmt: skip

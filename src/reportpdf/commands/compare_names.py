"""What changes are called on the terminal; the English names are also the msgids of their translations.

Comes in: nothing. Goes out: names by code.
"""

from __future__ import annotations

NAMES: dict[str, str] = {
    "title": "title",
    "title-marks": "marks in the title",
    "subject": "subject of the PDF",
    "byline": "byline",
    "lede": "lede",
    "lede-marks": "marks in the lede",
    "imprint": "imprint",
    "imprint-marks": "marks in the imprint",
    "subject-marks": "marks in the subject",
    "section-added": "section added",
    "section-removed": "section removed",
    "section-moved": "section moved",
    "section-title": "section title",
    "section-title-marks": "marks in a section title",
    "section-palette": "section palette",
    "quote": "quote",
    "quote-marks": "marks in a quote",
    "callout-added": "callout added",
    "callout-removed": "callout removed",
    "callout-moved": "callout moved",
    "callout-lead": "lead callout",
    "figure": "figure",
    "figure-marks": "marks in a figure",
    "text": "text",
    "text-marks": "marks in a text",
    "label": "label",
    "label-marks": "marks in a label",
    "photo-added": "photo added",
    "photo-removed": "photo removed",
    "photo-moved": "photo moved",
    "photo-replaced": "photo replaced",
    "photo-renamed": "photo renamed",
    "photo-focus": "focus of a photo",
    "photo-stand-in": "stand-in photo",
    "photo-lead": "lead photo",
    "photo-pin": "pinned photo",
    "caption": "caption",
    "caption-marks": "marks in a caption",
    "credit": "credit",
    "credit-marks": "marks in a credit",
    "theme-value": "value of the theme",
    "theme-replaced": "another theme",
    "format-value": "value of the format",
    "format-replaced": "another format",
    "job-value": "value of the job",
}
"""By the code of a change."""

MOVES: dict[str, str] = {
    "page": "followed from page {old} to page {new}",
    "column": "followed from column {old} of the grid to column {new}",
    "lines": "takes {new} lines instead of {old}",
    "resized": "followed into a frame of {new} mm², from {old} mm²",
    "left-out": "was on page {old}, and now there is no room for it",
    "put-in": "has room again, on page {new}",
    "pages": "the report takes {new} pages instead of {old}",
}
"""By the code of what followed."""

PDF_NAMES: dict[str, str] = {
    "removed": "words taken out",
    "added": "words put in",
    "changed": "words changed",
    "moved": "words moved",
    "repeated": "running head or foot",
}
"""By the code of a change of words."""

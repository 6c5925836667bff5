"""Wording of copy-fitting: pages that cannot be filled, and what would bring a report home.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

ROWS: dict[str, Message] = {
    "fit-missed": Message(
        Severity.ERROR,
        "the theme's bounds do not reach {pages} full page(s); lines over {over}, short {short} ({sections})",
        "ask for {other} pages, or change the copy",
    ),
    "fit-over": Message(
        Severity.ERROR,
        "page {page} would run over its foot, in lines: {lines}",
        "shorten section {numeral}",
    ),
    "fit-short": Message(
        Severity.ERROR,
        "page {page} would not be full, in lines: {lines}",
        "add to section {numeral}",
    ),
    "fit-short-end": Message(
        Severity.NOTE,
        "the last page ends at line {end} of {lines}: no rung of the ladder fills it",
        "add to the copy to fill it, or ask for another number of pages",
    ),
    "fit-white": Message(
        Severity.NOTE,
        "page {page} ends at line {end} of {lines}, as some page of this report does anyway",
        "add to its texts or its photos, if it shows",
    ),
    "fit-far-over": Message(
        Severity.ERROR,
        "on {pages} page(s) the sections have {room} lines, and they take {lines} at the least ({sections})",
        "ask for {other} pages",
    ),
    "fit-far-short": Message(
        Severity.ERROR,
        "on {pages} page(s) the sections have {room} lines, and they fill {lines} at the most ({sections})",
        "ask for {other} pages",
    ),
    "fit-texts": Message(
        Severity.NOTE,
        "it fills {pages} pages if every text under a lead has so many lines more or fewer: {sections}",
        "lengthen or shorten the texts of these sections so",
    ),
    "fit-photo-out": Message(
        Severity.NOTE,
        "without this photo the report fills {pages} pages",
        "leave it out, if it can be spared",
    ),
    "fit-photo-in": Message(
        Severity.NOTE,
        "with one more photo in section {numeral} the report fills {pages} pages",
        "add one, if there is one",
    ),
    "fit-own-pages": Message(
        Severity.ERROR,
        "this format fills its own number of pages, here {count}, not {pages}",
        "leave the number of pages out, or choose another format",
    ),
    "job-pages": Message(
        Severity.ERROR,
        "“{given}” is no number of pages",
        "write a number from 1 to {most}, or 4n for a multiple of four",
    ),
}

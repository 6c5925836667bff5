"""Wording of what is wrong with Office files (.docx, .xlsx), by code.

Comes in: nothing. Goes out: ``ROWS``. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity


def _error(fact: str, fix: str) -> Message:
    return Message(Severity.ERROR, fact, fix)


ROWS: dict[str, Message] = {
    "office-empty": _error("the file is empty", "copy it again from where it came"),
    "office-password": _error(
        "the file is protected by a password", "open it, take the password off, and save it"
    ),
    "office-macro": _error(
        "the file holds macros, and a manuscript needs none",
        "open it where macros are blocked and save it as .docx or .xlsx",
    ),
    "office-old": _error(
        "this is a file of the old Office kind (.doc, .xls), whatever its name says",
        "open it and save it as .docx or .xlsx",
    ),
    "office-unknown": _error(
        "this is no Office document that can be read", "open it and save it as .docx or .xlsx"
    ),
    "office-other": _error(
        "this is a ZIP file, but not the kind its name says: it has no {part}",
        "see whether it is the right file; open it and save it under its own kind",
    ),
    "office-broken": _error(
        "the file is damaged ({reason})", "copy it again from where it came, or open and save it"
    ),
    "office-bomb": _error(
        "the file of {packed} kB would unpack to {size} MB: it was made to fill the memory",
        "do not open it; ask the sender for the text itself",
    ),
    "office-parts": _error(
        "the file has {parts} parts, the limit is {limit}", "see whether it is the right file"
    ),
    "office-long": _error(
        "a part of the file has {size} MB of text, the limit is {limit} MB", "split it into several files"
    ),
    "office-depth": _error(
        "{part} is nested more than {limit} deep, as no program writes it",
        "open the file and save it anew, or ask the sender for the text itself",
    ),
    "office-doctype": _error(
        "{part} declares a document type, as no Office program does",
        "do not trust the file; ask the sender for the text itself",
    ),
    "workbook-large": _error(
        "the sheet “{sheet}” reaches over {rows} rows and {columns} columns; {limit} rows are read",
        "delete what is empty or not needed, and save it",
    ),
    "cell-sheet": _error("the workbook has no sheet “{sheet}”", "write one of: {sheets}"),
    "cell-which-sheet": _error(
        "the workbook has several sheets, and “{cell}” does not say which",
        "write the sheet before the cell, as in Sheet1!B7; there are: {sheets}",
    ),
    "cell-merged": _error("the cell {cell} is merged into {anchor}, which has the value", "name {anchor}"),
    "cell-empty": _error("the cell {cell} is empty", "name the cell that has the figure"),
    "cell-uncalculated": _error(
        "the cell {cell} holds a formula that was never calculated",
        "open the workbook in Excel or WPS, save it, and try again",
    ),
    "cell-error": _error("the cell {cell} says {value}", "mend the formula and save the workbook"),
    "cell-date": _error(
        "the cell {cell} is a date or a time, not a figure",
        "name another cell, or format it as text and write it as it is to be printed",
    ),
    "cell-switch": _error("the cell {cell} says true or false, not a figure", "name another cell"),
    "cell-words": _error(
        "the cell holds the words “{words}”, and the format {format} is for a number",
        "take the format out, or put a number into the cell",
    ),
    "cell-long": _error(
        "the figure would have {length} characters, the limit is {limit}", "name a cell that holds a figure"
    ),
}

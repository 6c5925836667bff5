"""Wording of problems with figures that are bound to cells, by code.

Comes in: nothing. Goes out: ``ROWS``. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

ROWS: dict[str, Message] = {
    "figure-cell": Message(
        Severity.ERROR, "“{given}” is no cell", "write the sheet, ! and the cell, as in Sheet1!B7"
    ),
    "figure-format": Message(
        Severity.ERROR,
        "“{given}” is no format of a figure",
        "write words around {{}}, {{:,}}, {{:.1}}, {{:.1%}} or {{:.1万}}, as in {{:,}}项",
    ),
    "figure-changed": Message(
        Severity.ERROR,
        "the cell {cell} of {file} has changed: {old} -> {new}; the page keeps {old}",
        "see whether the text still agrees, then write last: '{new}'",
    ),
    "figure-kept": Message(
        Severity.WARNING,
        "the figure could not be compared with its cell; the page keeps {last}",
        "mend what is said of the cell",
    ),
    "figure-unkept": Message(
        Severity.WARNING,
        "nothing says what the figure from {cell} was last, so a change would not be seen",
        "write last: '{figure}'",
    ),
    "figure-differs": Message(
        Severity.ERROR,
        "the cell {cell} of {file} has changed: {old} -> {new}; nothing was written",
        "see whether the text still agrees, then add --update",
    ),
    "figure-taken": Message(
        Severity.NOTE,
        "the figure from {cell} of {file} was changed: {old} -> {new}",
        "see whether the text still agrees",
    ),
}

"""Wording of making copies and of tracing them.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR, _NOTE = Severity.ERROR, Severity.NOTE

ROWS: dict[str, Message] = {
    # Copies
    "copy-glyph": Message(
        _ERROR,
        "a department's name or watermark has “{character}” ({code}), which no face that comes with "
        "reportpdf has",
        "write the name without it; it would stand on every page of the copy",
    ),
    "copy-name-long": Message(
        _ERROR,
        "the name “{name}” is too long for the line at the foot of the page",
        "give the department a shorter name in the list",
    ),
    "copy-no-room": Message(
        _NOTE,
        "there is no room for all marks of a copy on these pages: {pages}",
        "nothing need be done: the other pages and the file's properties carry the code as well",
    ),
    "copy-locked": Message(
        _ERROR,
        "copies for the press and for the archive cannot have a password: their standards forbid it",
        "lock copies for the screen, or leave out the password",
    ),
    "copy-base-missing": Message(
        _ERROR, "the base of the copies is not there: {reason}", "run the dispatch again with --resume"
    ),
    "copy-base-changed": Message(
        _ERROR,
        "the base of the copies is not what it was when they were begun",
        "run the dispatch again with --resume; let nothing else write into its folder",
    ),
    # Tracing
    "trace-nothing": Message(
        _ERROR,
        "this is neither a file nor a code of a copy",
        "name a PDF, a picture of a page, or the code that stands on the page (16 letters and digits)",
    ),
    "trace-kind": Message(
        _ERROR,
        "this is neither a PDF nor a picture that can be read",
        "name a PDF, or a picture: JPEG, PNG, TIFF, WebP, HEIC, GIF or BMP",
    ),
    "trace-picture": Message(
        _ERROR,
        "this picture is damaged, or larger than {most} million pixels",
        "scan the page again, or cut the picture down to it",
    ),
    "trace-broken": Message(
        _ERROR,
        "this PDF cannot be read: {reason}",
        "open it with a reader, save its pages as pictures, and trace those",
    ),
    "trace-unreadable": Message(_ERROR, "the file cannot be read: {reason}", "check that you may read it"),
    "trace-locked": Message(
        _ERROR,
        "this PDF opens with a password only",
        "give the password with --password (- asks for it); without it nothing can be said of the file",
    ),
    "trace-password": Message(
        _ERROR,
        "this is not the password of the PDF",
        "look it up where the passwords of the dispatch are kept",
    ),
    "trace-large": Message(
        _ERROR,
        "the file is larger than {most} MB and is not read",
        "trace single pages of it",
    ),
    "trace-no-ledger": Message(
        _ERROR,
        "there is no ledger in this folder or beside the file",
        "name it: --ledger FOLDER (the folder of the dispatch)",
    ),
    "trace-pages": Message(
        _NOTE,
        "{looked} of {pages} pages were looked at as pictures",
        "nothing need be done if the recipient was found; otherwise trace the other pages one by one",
    ),
}

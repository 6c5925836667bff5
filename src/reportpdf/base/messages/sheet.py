"""Wording of what a newspaper sheet cannot hold, and of one that is not full.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

ROWS: dict[str, Message] = {
    "sheet-over": Message(
        Severity.ERROR,
        "the text is {lines} lines over on {format}, at its smallest size; lines by section: {sections}",
        "take out about {words} characters, or choose another format: {formats}",
    ),
    "sheet-photo-dropped": Message(
        Severity.WARNING,
        "this photo found no place on {format} and was left out",
        "take out text or another photo, mark it pin: true, or choose another format",
    ),
    "sheet-bare": Message(
        Severity.WARNING,
        "the report does not fill {format}: {lines} lines stay white",
        "add text or photos, or choose a smaller format: tabloid, a4",
    ),
}

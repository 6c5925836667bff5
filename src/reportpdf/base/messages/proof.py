"""Wording of what is wrong with proof rounds: folders, the register, signatures.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_FORMS: dict[str, Message] = {
    "form-glyph": Message(
        Severity.WARNING,
        "no font has the character {character} ({code}); 〓 is printed in its place",
        "write another character, or write it in by hand on the printed sheet",
    ),
}

ROWS: dict[str, Message] = {**_FORMS}

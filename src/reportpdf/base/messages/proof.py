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

_REGISTER: dict[str, Message] = {
    "register-missing": Message(
        Severity.ERROR,
        "there are no proof rounds here",
        "name the report, or its folder proofs; to make the first round: reportpdf proof REPORT",
    ),
    "register-damaged": Message(
        Severity.ERROR,
        "the register is damaged: {reason}",
        "bring the folder back from a backup; the files of the rounds themselves are not touched",
    ),
    "register-not-one": Message(
        Severity.ERROR,
        "this is a database of another program, or a register that was altered",
        "name the folder of the rounds, or bring it back from a backup",
    ),
    "register-newer": Message(
        Severity.ERROR,
        "the register is of version {version}, this reportpdf knows {known}",
        "use the newer reportpdf that wrote it",
    ),
    "register-busy": Message(
        Severity.ERROR, "another program is writing the register", "wait until it has ended, then start again"
    ),
    "register-failed": Message(
        Severity.ERROR,
        "the register could not be opened or written: {reason}",
        "make room on the drive, or make the folder writable",
    ),
    "register-row-changed": Message(
        Severity.ERROR,
        "event {id} of the register is not what was written: its hash does not fit",
        "compare the register with a backup or an export; from this event on it proves nothing",
    ),
    "register-row-missing": Message(
        Severity.ERROR,
        "event {id} of the register is missing",
        "compare the register with a backup or an export; from this event on it proves nothing",
    ),
}

ROWS: dict[str, Message] = {**_FORMS, **_REGISTER}

"""Wording of what is wrong with a distribution list, a ledger and a run of copies.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR

ROWS: dict[str, Message] = {
    # The ledger
    "ledger-missing": Message(
        _ERROR,
        "there is no ledger here: nothing was dispatched yet",
        "name the list or the folder of its dispatch; to make one: reportpdf dispatch REPORT LIST --go",
    ),
    "ledger-damaged": Message(
        _ERROR,
        "the ledger is damaged: {reason}",
        "bring it back from a backup of the folder; the copies themselves are not touched",
    ),
    "ledger-not-one": Message(
        _ERROR, "this is a database of another program, not a ledger", "name the folder of a dispatch"
    ),
    "ledger-newer": Message(
        _ERROR,
        "the ledger is of version {version}, this reportpdf knows {known}",
        "use the newer reportpdf that wrote it",
    ),
    "ledger-busy": Message(
        _ERROR, "another program is writing the ledger", "wait until it has ended, then start again"
    ),
    "ledger-failed": Message(
        _ERROR,
        "the ledger could not be written: {reason}",
        "make room on the drive or choose another folder, then go on with --resume",
    ),
}

"""Wording of batches, workers and digital signatures.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message
from reportpdf.base.problem import Severity

_ERROR = Severity.ERROR

ROWS: dict[str, Message] = {
    # Processes and machines
    "worker-lost": Message(
        _ERROR,
        "two processes ended while they were making this",
        "see whether memory ran out, then try with --workers 1",
    ),
    "work-fault": Message(
        _ERROR,
        "this is a fault in reportpdf, not in your files ({kind} at {where})",
        "please report it with this line",
    ),
}

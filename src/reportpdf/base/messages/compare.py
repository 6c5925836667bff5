"""Wording of comparing two rounds, reports or PDFs.

Comes in: nothing. Goes out: ``ROWS``, code to message. Fields in braces are named by the problems.
"""

from __future__ import annotations

from reportpdf.base.messages.record import Message

ROWS: dict[str, Message] = {}

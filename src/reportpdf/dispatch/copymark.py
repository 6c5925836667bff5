"""What one copy carries beside the page: the words of its overlay.

Comes in: a row of the ledger. Goes out: :class:`CopyMark`, all that whoever makes a copy is told of its
recipient. No address, no contact, no password.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopyMark:
    """The marks of one copy: ``number`` of ``total`` for ``department``, found again by ``code``."""

    department: str
    number: int
    total: int
    code: str
    watermark: str = ""
    """The words set diagonally over each page; empty: none."""

    qr: bool = False
    """The code also as a QR symbol."""

    language: str = "zh"
    """Of the overlay's words: zh or en."""

"""One copy as the ledger knows it, and what is told of it as it goes its way.

Records only. Times are ISO 8601 with a zone; an empty one has not come yet.
"""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A copy: whose it is, what it is, where it lies and what became of it."""

    id: int
    row: int
    """The row of the list, as problems and ``--only`` number it."""

    key: str
    """The department's name as it is compared: width, case and spaces evened out."""

    department: str
    folder: str
    contact: str
    email: str
    edition: str
    number: int
    total: int
    """Copy ``number`` of the ``total`` that the department gets of this edition."""

    language: str
    watermark: str
    locked: bool
    """Opens with a password only."""

    code: str
    path: str
    """From the dispatch's folder, with ``/``."""

    address: str = ""
    note: str = ""
    sha256: str = ""
    size: int = 0
    made: str = ""
    """When the file was whole on disk and its hash known."""

    posting: str = ""
    """When a letter with it was about to go; without ``sent`` after it nobody knows whether it went."""

    sent: str = ""
    sent_to: str = ""
    acknowledged: str = ""
    acknowledged_by: str = ""
    error: str = ""
    """Why it was not made or not sent, as the last run says."""

    superseded: str = ""
    """When another copy took this one's number; its code still leads here."""


KINDS = {
    field.name: "INTEGER PRIMARY KEY"
    if field.name == "id"
    else "TEXT NOT NULL"
    if field.type == "str"
    else "INTEGER NOT NULL"
    for field in fields(LedgerRow)
}
"""The columns of its table, and what SQLite keeps in each."""

COLUMNS = tuple(KINDS)


@dataclass(frozen=True, slots=True)
class MadeCopy:
    """A file that is whole on disk."""

    id: int
    size: int
    sha256: str

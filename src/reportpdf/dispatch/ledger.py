"""The ledger of a dispatch: every copy with its code, and what became of it, in one SQLite file.

Comes in: a dispatch's folder. Goes out: rows, and changes in transactions, each whole or not at all. A code
is in the ledger before its copy is made, and a copy counts as made only once its file is whole on disk; so a
run that is killed anywhere is taken up where the ledger stands. Nothing is ever deleted.
Source: SQLite 3 file format 1.3 (application id, user version), write-ahead log.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from reportpdf.database import Database, Kind
from reportpdf.dispatch.ledger_row import COLUMNS, KINDS, LedgerRow, MadeCopy

LEDGER_NAME = "ledger.sqlite"

_KIND = Kind(
    LEDGER_NAME,
    0x52504C47,  # RPLG
    1,
    (
        "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        f"CREATE TABLE copies ({', '.join(f'{name} {kind}' for name, kind in KINDS.items())})",
        "CREATE UNIQUE INDEX one_copy_a_code ON copies (code)",
        "CREATE UNIQUE INDEX one_copy_a_number ON copies (key, edition, number) WHERE superseded = ''",
        "CREATE UNIQUE INDEX one_copy_a_path ON copies (path) WHERE superseded = ''",
    ),
    missing="ledger-missing",
    not_one="ledger-not-one",
    newer="ledger-newer",
    damaged="ledger-damaged",
    busy="ledger-busy",
    failed="ledger-failed",
)
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM copies"
_ORDER = "CASE edition WHEN 'screen' THEN 0 WHEN 'press' THEN 1 ELSE 2 END"
_INSERT = f"INSERT INTO copies ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"


class Ledger(Database):
    """One open ledger."""

    kind = _KIND

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The ledger that lies in ``folder``; one that cannot be written (in an archive, on a colleague's
        drive) for reading.

        Raises: InputError: there is none, it is damaged, of another program, or of a later version.
        """
        path = folder / LEDGER_NAME
        kept = not path.is_file() or (os.access(path, os.W_OK) and os.access(folder, os.W_OK))
        return super().open(folder) if kept else cls.read(folder)

    def rows(self, *, superseded: bool = False) -> Iterator[LedgerRow]:
        """The copies in the order they were planned; with ``superseded`` also those that were replaced."""
        where = "" if superseded else " WHERE superseded = ''"
        with self._told():
            for values in self._connection.execute(f"{_SELECT}{where} ORDER BY row, {_ORDER}, number, id"):
                yield _row(values)

    def find(self, code: str) -> LedgerRow | None:
        """The copy that bears ``code``, one that was replaced too; None if no copy does."""
        with self._told():
            values = self._connection.execute(f"{_SELECT} WHERE code = ?", (code,)).fetchone()
        return None if values is None else _row(values)

    def add(self, rows: Iterable[LedgerRow]) -> None:
        """Note copies that are to be made; their ``id`` 0 is given by the ledger."""
        with self._told():
            self._connection.executemany(
                _INSERT, ((row.id or None, *(getattr(row, name) for name in COLUMNS[1:])) for row in rows)
            )

    def describe(self, rows: Iterable[LedgerRow]) -> None:
        """Note what the list now says of a department; the copies are what they were."""
        names = ("row", "contact", "address", "email", "note")
        what = ", ".join(f"{name} = ?" for name in names)
        self._update(what, ((*(getattr(row, name) for name in names), row.id) for row in rows))

    def made(self, copies: Iterable[MadeCopy], at: str) -> None:
        """Note files that are whole on disk."""
        self._update(
            "sha256 = ?, size = ?, made = ?, error = ''", ((c.sha256, c.size, at, c.id) for c in copies)
        )

    def unmade(self, ids: Iterable[int]) -> None:
        """Note files that are no longer there, or no longer what they were."""
        self._update("sha256 = '', size = 0, made = ''", ((id,) for id in ids))

    def posting(self, ids: Iterable[int], at: str) -> None:
        """Note copies whose letter is about to go; an empty time: it surely did not go."""
        self._update("posting = ?", ((at, id) for id in ids))

    def sent(self, ids: Iterable[int], at: str, to: str) -> None:
        """Note copies that were handed over: by mail to an address, or into an outbox."""
        self._update("sent = ?, sent_to = ?, error = ''", ((at, to, id) for id in ids))

    def failed(self, ids: Iterable[int], reason: str) -> None:
        """Note why copies were not made or not sent."""
        self._update("error = ?", ((reason, id) for id in ids))

    def acknowledged(self, ids: Iterable[int], at: str, by: str) -> None:
        """Note who received copies."""
        self._update("acknowledged = ?, acknowledged_by = ?", ((at, by, id) for id in ids))

    def supersede(self, ids: Iterable[int], at: str) -> None:
        """Note copies whose number another one takes."""
        self._update("superseded = ?", ((at, id) for id in ids))

    def facts(self) -> dict[str, str]:
        """What the dispatch as a whole was made of."""
        with self._told():
            return dict(self._connection.execute("SELECT name, value FROM facts"))

    def state(self, facts: dict[str, str]) -> None:
        """Note what the dispatch as a whole is made of."""
        with self._told():
            self._connection.executemany("REPLACE INTO facts (name, value) VALUES (?, ?)", facts.items())

    def _update(self, what: str, values: Iterable[tuple[object, ...]]) -> None:
        with self._told():
            self._connection.executemany(f"UPDATE copies SET {what} WHERE id = ?", values)


def ledgers_near(folder: Path) -> tuple[Path, ...]:
    """The folders with a ledger: ``folder`` itself, those right inside it, and those beside a file there
    (``…-dispatch``); sorted by name."""
    inside = sorted(path.parent for path in folder.glob(f"*/{LEDGER_NAME}") if path.is_file())
    own = (folder,) if (folder / LEDGER_NAME).is_file() else ()
    return (*own, *inside)


def _row(values: tuple[object, ...]) -> LedgerRow:
    row = dict(zip(COLUMNS, values, strict=True))
    row["locked"] = bool(row["locked"])
    return LedgerRow(**row)  # type: ignore[arg-type]  # the table's columns are the record's fields

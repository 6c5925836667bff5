"""The ledger of a dispatch: every copy with its code, and what became of it, in one SQLite file.

Comes in: a dispatch's folder. Goes out: rows, and changes in transactions, each whole or not at all. A code
is in the ledger before its copy is made, and a copy counts as made only once its file is whole on disk; so a
run that is killed anywhere is taken up where the ledger stands. Nothing is ever deleted.
Source: SQLite 3 file format 1.3 (application id, user version), write-ahead log.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.dispatch.ledger_row import COLUMNS, KINDS, LedgerRow, MadeCopy

LEDGER_NAME = "ledger.sqlite"
SCHEMA = 1
_APPLICATION = 0x52504C47
"""RPLG: what tells a ledger from any other database."""

_TABLES = f"""
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE copies ({", ".join(f"{name} {kind}" for name, kind in KINDS.items())});
CREATE UNIQUE INDEX one_copy_a_code ON copies (code);
CREATE UNIQUE INDEX one_copy_a_number ON copies (key, edition, number) WHERE superseded = '';
CREATE UNIQUE INDEX one_copy_a_path ON copies (path) WHERE superseded = '';
"""
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM copies"
_ORDER = "CASE edition WHEN 'screen' THEN 0 WHEN 'press' THEN 1 ELSE 2 END"
_INSERT = f"INSERT INTO copies ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_WAIT = 10.0
"""Seconds to wait for another process's transaction."""


class Ledger:
    """One open ledger. Use it as a context manager."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, folder: Path) -> Ledger:
        """The ledger that lies in ``folder``.

        Raises: InputError: there is none, it is damaged, or it is of a later version.
        """
        path = folder / LEDGER_NAME
        if not path.is_file():
            raise InputError(problem("ledger-missing", Place(str(path))))
        return cls._opened(path)

    @classmethod
    def create(cls, folder: Path) -> Ledger:
        """The ledger of ``folder``, made if there is none; the folder must be there.

        Raises: InputError: it is damaged, of a later version, or cannot be written.
        """
        return cls._opened(folder / LEDGER_NAME)

    @classmethod
    def _opened(cls, path: Path) -> Ledger:
        with _told(path):
            kept = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
            name = (
                str(path) if kept or not path.is_file() else f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            )
            connection = sqlite3.connect(name, timeout=_WAIT, isolation_level=None, uri=name != str(path))
            try:
                _prepare(connection, path, name == str(path))
            except BaseException:
                connection.close()
                raise
        return cls(connection, path)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is changed inside is written together, or not at all."""
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, *, superseded: bool = False) -> Iterator[LedgerRow]:
        """The copies in the order they were planned; with ``superseded`` also those that were replaced."""
        where = "" if superseded else " WHERE superseded = ''"
        with _told(self.path):
            for values in self._connection.execute(f"{_SELECT}{where} ORDER BY row, {_ORDER}, number, id"):
                yield _row(values)

    def find(self, code: str) -> LedgerRow | None:
        """The copy that bears ``code``, one that was replaced too; None if no copy does."""
        with _told(self.path):
            values = self._connection.execute(f"{_SELECT} WHERE code = ?", (code,)).fetchone()
        return None if values is None else _row(values)

    def add(self, rows: Iterable[LedgerRow]) -> None:
        """Note copies that are to be made; their ``id`` 0 is given by the ledger."""
        with _told(self.path):
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
        with _told(self.path):
            return dict(self._connection.execute("SELECT name, value FROM facts"))

    def state(self, facts: dict[str, str]) -> None:
        """Note what the dispatch as a whole is made of."""
        with _told(self.path):
            self._connection.executemany("REPLACE INTO facts (name, value) VALUES (?, ?)", facts.items())

    def _update(self, what: str, values: Iterable[tuple[object, ...]]) -> None:
        with _told(self.path):
            self._connection.executemany(f"UPDATE copies SET {what} WHERE id = ?", values)


def ledgers_near(folder: Path) -> tuple[Path, ...]:
    """The folders with a ledger: ``folder`` itself, those right inside it, and those beside a file there
    (``…-dispatch``); sorted by name."""
    inside = sorted(path.parent for path in folder.glob(f"*/{LEDGER_NAME}") if path.is_file())
    own = (folder,) if (folder / LEDGER_NAME).is_file() else ()
    return (*own, *inside)


def _prepare(connection: sqlite3.Connection, path: Path, writable: bool) -> None:
    """See that the file is a ledger of this version, or make it one. One that can only be read (in an
    archive, on a colleague's drive) is looked at as it lies."""
    if writable:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    application, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    if application == 0 and version == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        connection.executescript(
            f"BEGIN IMMEDIATE; {_TABLES} PRAGMA application_id = {_APPLICATION};"
            f"PRAGMA user_version = {SCHEMA}; COMMIT;"
        )
        return
    if application != _APPLICATION:
        raise InputError(problem("ledger-not-one", Place(str(path))))
    if version > SCHEMA:
        raise InputError(problem("ledger-newer", Place(str(path)), version=version, known=SCHEMA))
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise InputError(problem("ledger-damaged", Place(str(path)), reason=found))


def _row(values: tuple[object, ...]) -> LedgerRow:
    row = dict(zip(COLUMNS, values, strict=True))
    row["locked"] = bool(row["locked"])
    return LedgerRow(**row)  # type: ignore[arg-type]  # the table's columns are the record's fields


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite refuses into a problem at the ledger's place."""
    try:
        yield
    except sqlite3.IntegrityError:  # a number or code given twice would be a fault of ours
        raise
    except sqlite3.OperationalError as error:
        code = "ledger-busy" if "locked" in str(error) else "ledger-failed"
        raise InputError(problem(code, Place(str(path)), reason=error)) from error
    except sqlite3.DatabaseError as error:
        raise InputError(problem("ledger-damaged", Place(str(path)), reason=error)) from error

"""The register of proof rounds: what happened, in order, in one SQLite file that only grows.

Comes in: the folder of the rounds. Goes out: events, and one more event at a time, on disk before the call
returns. Each event carries the hash of the one before it, so that a row that was changed or taken out is
found; a last row that was taken out is found by the number that SQLite keeps of rows ever made.
Source: SQLite 3 file format 1.3 (application id, user version, AUTOINCREMENT), write-ahead log.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.proof.event import START, Event, event_hash, payload_of, payload_text

REGISTER_NAME = "register.sqlite"
SCHEMA = 1
_APPLICATION = 0x52505246
"""RPRF: what tells a register from any other database."""

_OBJECTS: tuple[tuple[str, str], ...] = (
    (
        "events",
        "CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, by TEXT NOT NULL,"
        " kind TEXT NOT NULL, round INTEGER NOT NULL, payload TEXT NOT NULL, previous TEXT NOT NULL,"
        " hash TEXT NOT NULL UNIQUE)",
    ),
    (
        "events_stay",
        "CREATE TRIGGER events_stay BEFORE UPDATE ON events"
        " BEGIN SELECT RAISE(ABORT, 'the register only grows'); END",
    ),
    (
        "events_last",
        "CREATE TRIGGER events_last BEFORE DELETE ON events"
        " BEGIN SELECT RAISE(ABORT, 'the register only grows'); END",
    ),
)
"""What the database holds, word for word: a register without its triggers is not sound."""

_COLUMNS = "id, at, by, kind, round, payload, previous, hash"
_WAIT = 10.0
"""Seconds to wait for another process's transaction."""


class Register:
    """One open register. Use it as a context manager."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, folder: Path) -> Register:
        """The register that lies in ``folder``.

        Raises: InputError: there is none, it is damaged, of another program, or of a later version.
        """
        path = folder / REGISTER_NAME
        if not path.is_file():
            raise InputError(problem("register-missing", Place(str(path))))
        return cls._opened(path, str(path))

    @classmethod
    def create(cls, folder: Path) -> Register:
        """The register of ``folder``, made if there is none; the folder must be there.

        Raises: InputError: it is damaged, of a later version, or cannot be written.
        """
        path = folder / REGISTER_NAME
        return cls._opened(path, str(path))

    @classmethod
    def read(cls, folder: Path) -> Register:
        """The register of ``folder`` for reading alone: also from a medium that cannot be written.

        Raises: InputError: there is none, it is damaged, of another program, or of a later version.
        """
        path = folder / REGISTER_NAME
        if not path.is_file():
            raise InputError(problem("register-missing", Place(str(path))))
        address = path.absolute().as_uri()
        try:
            return cls._opened(path, f"{address}?mode=ro")
        except InputError as error:
            log = path.with_name(f"{path.name}-wal")
            if any(one.code != "register-failed" for one in error.problems) or log.exists():
                raise
        # Where nothing can be written beside it, a database is only opened as one that nobody writes; with a
        # log beside it that would show it as it was before its last events.
        return cls._opened(path, f"{address}?immutable=1")

    @classmethod
    def _opened(cls, path: Path, address: str) -> Register:
        reading = address != str(path)
        with _told(path):
            connection = sqlite3.connect(address, timeout=_WAIT, isolation_level=None, uri=reading)
            try:
                connection.execute("PRAGMA trusted_schema = OFF")
                _see(connection, path, reading)
            except BaseException:
                connection.close()
                raise
        return cls(connection, path)

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def append(self, kind: str, round_number: int, payload: Mapping[str, object], *, at: str, by: str) -> int:
        """Note what happened; the number of the event. It is on disk when this returns.

        Raises: InputError: the register cannot be written.
        """
        text = payload_text(payload)
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                last = self._connection.execute("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1")
                number, previous = last.fetchone() or (0, START)
                values = (number + 1, at, by, kind, round_number, text, previous)
                self._connection.execute(
                    f"INSERT INTO events ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (*values, event_hash(*values)),
                )
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        return int(number) + 1

    def events(self) -> tuple[Event, ...]:
        """All that happened, in order.

        Raises: InputError: an event was changed, taken out or put in.
        """
        with _told(self.path):
            rows = self._connection.execute(f"SELECT {_COLUMNS} FROM events ORDER BY id").fetchall()
            made = self._connection.execute(
                "SELECT seq FROM sqlite_sequence WHERE name = 'events'"
            ).fetchone()
        events = tuple(self._sound(rows))
        if len(events) != (made[0] if made else 0):
            raise InputError(problem("register-row-missing", self._place(), id=len(events) + 1))
        return events

    def _sound(self, rows: list[tuple[object, ...]]) -> Iterator[Event]:
        previous = START
        for index, row in enumerate(rows, 1):
            if row[0] != index:
                raise InputError(problem("register-row-missing", self._place(), id=index))
            payload = payload_of(row[5])
            if payload is None or row[6] != previous or row[7] != event_hash(*row[:7]):
                raise InputError(problem("register-row-changed", self._place(), id=index))
            id_, at, by, kind, number, _, _, previous = row  # type: ignore[assignment]
            yield Event(id_, at, by, kind, number, payload, previous)  # type: ignore[arg-type]

    def _place(self) -> Place:
        return Place(str(self.path))


def _see(connection: sqlite3.Connection, path: Path, reading: bool) -> None:
    """See that the file is a register of this version, or make it one."""
    if not reading:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        _make(connection)
    application, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    if reading and not application and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise InputError(problem("register-missing", Place(str(path))))  # killed while it was being made
    if application != _APPLICATION:
        raise InputError(problem("register-not-one", Place(str(path))))
    if version > SCHEMA:
        raise InputError(problem("register-newer", Place(str(path)), version=version, known=SCHEMA))
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise InputError(problem("register-damaged", Place(str(path)), reason=found))
    objects = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    if {row for row in objects if row[0] != "sqlite_sequence"} != set(_OBJECTS):
        raise InputError(problem("register-not-one", Place(str(path))))


def _make(connection: sqlite3.Connection) -> None:
    """Make an empty database a register, all of it or nothing; two at once do it once."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        empty = not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        unmarked = connection.execute("PRAGMA application_id").fetchone()[0] == 0
        if empty and unmarked:
            for _, sql in _OBJECTS:
                connection.execute(sql)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite refuses into a problem at the register's place."""
    try:
        yield
    except sqlite3.OperationalError as error:
        code = "register-busy" if "locked" in str(error) else "register-failed"
        raise InputError(problem(code, Place(str(path)), reason=error)) from error
    except sqlite3.Error as error:
        raise InputError(problem("register-damaged", Place(str(path)), reason=error)) from error

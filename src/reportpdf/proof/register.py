"""The register of proof rounds: what happened, in order, in one SQLite file that only grows.

Comes in: the folder of the rounds. Goes out: events, and one more event at a time, on disk before the call
returns. Each event carries the hash of the one before it, so that a row that was changed or taken out is
found; a last row that was taken out is found by the number that SQLite keeps of rows ever made.
Source: SQLite 3 file format 1.3 (application id, user version, AUTOINCREMENT), write-ahead log.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.database import Database, Kind
from reportpdf.proof.event import START, Event, event_hash, payload_of, payload_text

REGISTER_NAME = "register.sqlite"

_KIND = Kind(
    REGISTER_NAME,
    0x52505246,  # RPRF
    1,
    (
        "CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, by TEXT NOT NULL,"
        " kind TEXT NOT NULL, round INTEGER NOT NULL, payload TEXT NOT NULL, previous TEXT NOT NULL,"
        " hash TEXT NOT NULL UNIQUE)",
        "CREATE TRIGGER events_stay BEFORE UPDATE ON events"
        " BEGIN SELECT RAISE(ABORT, 'the register only grows'); END",
        "CREATE TRIGGER events_last BEFORE DELETE ON events"
        " BEGIN SELECT RAISE(ABORT, 'the register only grows'); END",
    ),
    missing="register-missing",
    not_one="register-not-one",
    newer="register-newer",
    damaged="register-damaged",
    busy="register-busy",
    failed="register-failed",
)
"""A register without its triggers is not one."""

_COLUMNS = "id, at, by, kind, round, payload, previous, hash"


class Register(Database):
    """One open register."""

    kind = _KIND

    def append(self, kind: str, round_number: int, payload: Mapping[str, object], *, at: str, by: str) -> int:
        """Note what happened; the number of the event. It is on disk when this returns.

        Raises: InputError: the register cannot be written.
        """
        text = payload_text(payload)
        with self.transaction():
            last = self._connection.execute("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1")
            number, previous = last.fetchone() or (0, START)
            values = (number + 1, at, by, kind, round_number, text, previous)
            self._connection.execute(
                f"INSERT INTO events ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, event_hash(*values)),
            )
        return int(number) + 1

    def events(self) -> tuple[Event, ...]:
        """All that happened, in order.

        Raises: InputError: an event was changed, taken out or put in.
        """
        with self._told():
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

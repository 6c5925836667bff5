"""SQLite files that say whose they are: opened, looked over, changed whole or not at all.

Comes in: a folder and the :class:`Kind` of file that lies there. Goes out: a :class:`Database`, or a problem
at the file's place. A file is written in WAL mode and synced in full, so that what was written outlives a
crash at any point. Source: SQLite 3 file format 1.3 (application id, user version), write-ahead log.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from reportpdf.base.problem import InputError, Place, problem

_WAIT = 10.0
"""Seconds to wait for another process's transaction [choice]."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name, the application id that tells it from any other database, the version of its
    tables, the statements that make an empty file one; and the codes of what may be wrong with it."""

    name: str
    application: int
    version: int
    statements: tuple[str, ...]
    missing: str
    not_one: str
    newer: str
    damaged: str
    busy: str
    failed: str


class Database:
    """One open file of a kind. Use it as a context manager."""

    kind: ClassVar[Kind]

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The file that lies in ``folder``.

        Raises: InputError: there is none, it is damaged, of another program, or of a later version.
        """
        path = folder / cls.kind.name
        if not path.is_file():
            raise InputError(problem(cls.kind.missing, Place(str(path))))
        return cls(_opened(path, cls.kind, str(path)), path)

    @classmethod
    def create(cls, folder: Path) -> Self:
        """The file of ``folder``, made if there is none; the folder must be there.

        Raises: InputError: it is damaged, of a later version, or cannot be written.
        """
        path = folder / cls.kind.name
        with suppress(OSError):  # SQLite says why it cannot be written
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o666))  # made by SQLite it is shut to a group
        return cls(_opened(path, cls.kind, str(path)), path)

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The file of ``folder`` for reading alone: also from a medium that cannot be written.

        Raises: InputError: there is none, it is damaged, of another program, or of a later version.
        """
        path = folder / cls.kind.name
        if not path.is_file():
            raise InputError(problem(cls.kind.missing, Place(str(path))))
        address = path.absolute().as_uri()
        settled = not path.with_name(f"{path.name}-wal").exists()
        if not settled or os.access(folder, os.W_OK):
            try:
                return cls(_opened(path, cls.kind, f"{address}?mode=ro"), path)
            except InputError as error:
                if not settled or any(one.code != cls.kind.failed for one in error.problems):
                    raise
        # Where nothing can be written beside it, a database is only opened as one that nobody writes; with a
        # log beside it that would show it as it was before its last changes.
        return cls(_opened(path, cls.kind, f"{address}?immutable=1"), path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is changed inside is written together, or not at all; it is on disk when the block is left."""
        with self._told(), _whole(self._connection):
            yield

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite refuses into a problem at the file's place."""
        with _told(self.path, self.kind):
            yield


@contextmanager
def _told(path: Path, kind: Kind) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError:  # a rule of the tables was broken: a fault of ours
        raise
    except sqlite3.OperationalError as error:
        code = kind.busy if "locked" in str(error) else kind.failed
        raise InputError(problem(code, Place(str(path)), reason=error)) from error
    except sqlite3.Error as error:
        raise InputError(problem(kind.damaged, Place(str(path)), reason=error)) from error


@contextmanager
def _whole(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _opened(path: Path, kind: Kind, address: str) -> sqlite3.Connection:
    reading = address != str(path)
    with _told(path, kind):
        connection = sqlite3.connect(address, timeout=_WAIT, isolation_level=None, uri=reading)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            if not reading:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                _make(connection, kind)
            _look_over(connection, path, kind)
        except BaseException:
            connection.close()
            raise
    return connection


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Whether it holds nothing, and no program calls it its own."""
    unmarked = connection.execute("PRAGMA application_id").fetchone()[0] == 0
    return unmarked and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()


def _make(connection: sqlite3.Connection, kind: Kind) -> None:
    """Make an empty database one of this kind, all of it or nothing; two at once do it once."""
    if not _is_empty(connection):
        return
    with _whole(connection):
        if _is_empty(connection):
            for statement in kind.statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {kind.application}")
            connection.execute(f"PRAGMA user_version = {kind.version}")


def _look_over(connection: sqlite3.Connection, path: Path, kind: Kind) -> None:
    """See that the file is sound and of this kind.

    Raises: InputError
    """
    place = Place(str(path))
    if _is_empty(connection):  # killed while it was being made
        raise InputError(problem(kind.missing, place))
    application, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    if application != kind.application:
        raise InputError(problem(kind.not_one, place))
    if version > kind.version:
        raise InputError(problem(kind.newer, place, version=version, known=kind.version))
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise InputError(problem(kind.damaged, place, reason=found))
    own = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    if {row[0] for row in connection.execute(own)} != set(kind.statements):
        raise InputError(problem(kind.not_one, place))

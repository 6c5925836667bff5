"""One at a time in a folder of rounds: who holds it, and how long others wait.

Comes in: the folder, who asks, how long to wait. Goes out: the folder held until the block ends, or a problem
that names who holds it. The lock is the system's (flock): it ends with its process, however that ends.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.proof.event import minute
from reportpdf.writable import os_problem

LOCK_NAME = ".lock"
HOLDER_NAME = ".lock-holder"
_MOST = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works in the folder: a name, the process and its machine, since when."""

    by: str
    process: int
    machine: str
    since: str


@contextmanager
def held(
    folder: Path, holder: Holder, *, seconds: float, waiting: Callable[[Holder | None], None]
) -> Iterator[None]:
    """The folder for oneself. ``waiting`` is told once who holds it, if one has to wait.

    Raises: InputError: somebody else still held it after so many seconds; nothing can be written there.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK_NAME)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting(holder_of(folder))
            lock.acquire(timeout=seconds)
    except Timeout as error:
        raise InputError(_busy(folder)) from error
    except OSError as error:
        raise InputError(os_problem(error, folder / LOCK_NAME)) from error
    try:
        _note(folder, holder)
        yield
    finally:
        (folder / HOLDER_NAME).unlink(missing_ok=True)
        lock.release()


def is_held(folder: Path) -> bool:
    """Whether somebody works in the folder at this moment."""
    from filelock import FileLock, Timeout

    if not (folder / LOCK_NAME).exists():
        return False
    lock = FileLock(folder / LOCK_NAME)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:  # a folder that can only be read: nobody works in it
        return False
    lock.release()
    return False


def holder_of(folder: Path) -> Holder | None:
    """Who says that they hold the folder; None if nobody does."""
    try:
        with (folder / HOLDER_NAME).open("rb") as file:
            said = json.loads(file.read(_MOST))
        return Holder(str(said["by"]), int(said["process"]), str(said["machine"]), str(said["since"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):  # it is told without the name then
        return None


def _note(folder: Path, holder: Holder) -> None:
    """Say who holds the folder, for those who wait."""
    path = folder / HOLDER_NAME
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            os.write(descriptor, json.dumps(asdict(holder), ensure_ascii=False).encode("utf-8"))
        finally:
            os.close(descriptor)
    except OSError as error:
        raise InputError(os_problem(error, path)) from error


def _busy(folder: Path) -> Problem:
    found = holder_of(folder)
    if found is None:
        return problem("rounds-busy", Place(str(folder)))
    said = {"by": found.by, "process": found.process, "machine": found.machine, "since": minute(found.since)}
    return problem("rounds-busy-by", Place(str(folder)), **said)

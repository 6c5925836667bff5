"""The rounds of a report opened: held against others, put right after a run that was killed.

Comes in: the folder, who asks and when. Goes out: the register, open. What only reads does not wait: it reads
what there is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.proof.lock import Holder, held, is_held
from reportpdf.proof.register import REGISTER_NAME, Register
from reportpdf.proof.store import recover
from reportpdf.proof.verifying import unknown_rounds
from reportpdf.writable import os_problem

PATIENCE = 20.0
"""Seconds that one waits for another: a round of a hundred pages takes that long [choice]."""

_UNWRITABLE = ("output-", "register-failed", "register-busy", "rounds-busy")
"""What keeps a folder from being put right, and not from being read."""

Waiting = Callable[[Holder | None], None]


@contextmanager
def opened(
    folder: Path,
    by: str,
    time: datetime,
    *,
    create: bool = False,
    waiting: Waiting,
    patience: float = PATIENCE,
) -> Iterator[Register]:
    """The register of ``folder``, which nobody else writes meanwhile; with ``create`` made if there is none.

    Raises: InputError: there is none; somebody else is at work there; it is damaged or cannot be written.
    """
    if create:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(os_problem(error, folder)) from error
    else:
        _see_register(folder)
    at = time.isoformat(timespec="seconds")
    holder = Holder(by, os.getpid(), os.uname().nodename, at)
    with (
        held(folder, holder, seconds=patience, waiting=waiting),
        (Register.create if create else Register.open)(folder) as register,
    ):
        recover(folder, register, at=at, by=by)
        yield register


@contextmanager
def looked_at(folder: Path, by: str, time: datetime) -> Iterator[Register]:
    """The register of ``folder`` for reading, put right first.

    Raises: InputError: there is none, or it is damaged.
    """
    put_right(folder, by, time)
    with Register.read(folder) as register:
        yield register


def put_right(folder: Path, by: str, time: datetime) -> None:
    """Complete or take away what a killed run left, unless somebody is at work there or nothing can be
    written.

    Raises: InputError: there is no register, or it is damaged.
    """
    _see_register(folder)
    if os.access(folder, os.W_OK) and not is_held(folder):
        try:
            with opened(folder, by, time, waiting=lambda _: None):
                pass
        except InputError as error:
            if any(not one.code.startswith(_UNWRITABLE) for one in error.problems):
                raise  # else the disk is full: what there is can be read all the same


def _see_register(folder: Path) -> None:
    """See that there is a register.

    Raises: InputError: there is none; or it was lost, for rounds lie there.
    """
    if not (folder / REGISTER_NAME).is_file():
        none = problem("register-missing", Place(str(folder)))
        raise InputError(*(unknown_rounds(folder, ()) or (none,)))

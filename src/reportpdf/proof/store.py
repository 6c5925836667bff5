"""A round comes to its folder whole or not at all, whatever ends the run; what a killed run left is put
right.

Comes in: a register, the files of a round. Goes out: the folder and its events. The order is: event
round-begun; the files in ``.NN-token.part``, each synced; the folder renamed (POSIX.1-2017 rename: the name
shows a whole folder or none); event round-made. Killed before the rename a round is taken away, killed
after it is completed.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.proof.event import ROUND_BEGUN, ROUND_DROPPED, ROUND_MADE, Event
from reportpdf.proof.folder_check import differences, read_record
from reportpdf.proof.naming import folder_name
from reportpdf.proof.register import Register
from reportpdf.proof.round_record import MANIFEST_NAME, RoundRecord, record_bytes
from reportpdf.writable import os_problem

_PART = re.compile(r"\.(?:\d+-)?[0-9a-f]{12}\.part")
"""Names that a run uses while it writes; nobody else's files are taken away."""


def commit_round(folder: Path, register: Register, record: RoundRecord, files: Mapping[str, bytes]) -> Path:
    """The folder of the round, whole, and noted in the register.

    Raises: InputError: it could not be written, and nothing of it is left.
    """
    name = folder_name(record.number, record.name)
    target, part = folder / name, folder / part_name(record.number, record.token)
    if os.path.lexists(target):
        raise InputError(problem("round-folder-taken", Place(str(target))))
    begun = {"name": record.name, "folder": name, "token": record.token}
    register.append(ROUND_BEGUN, record.number, begun, at=record.at, by=record.by)
    try:
        _write_all(part, {**files, MANIFEST_NAME: record_bytes(record)})
        os.rename(part, target)
        sync_folder(folder)
    except BaseException as error:
        _give_up(folder, register, record, name)
        if isinstance(error, OSError):
            raise InputError(os_problem(error, target)) from error
        raise
    try:
        _note_made(register, record, name)
    except InputError:  # only where nothing was noted; after any other end the next run completes the round
        _give_up(folder, register, record, name)
        raise
    return target


def _give_up(folder: Path, register: Register, record: RoundRecord, name: str) -> None:
    """Leave nothing of a round that could not be written."""
    _take_away(folder, record.number, record.token, name)
    with suppress(InputError):  # on a full disk the register cannot say so now; the next run does
        _drop(register, record.number, record.token, record.at, record.by)


def _take_away(folder: Path, number: int, token: str, name: str) -> None:
    """Take a round away. Its folder goes back to the name of a part first: killed meanwhile, it is still
    known for what it is."""
    part = folder / part_name(number, token)
    with suppress(OSError):  # it was never renamed
        os.rename(folder / name, part)
    shutil.rmtree(part, ignore_errors=True)


def part_name(number: int, token: str) -> str:
    """The folder in which a round is written."""
    return f".{number:02d}-{token}.part"


def recover(folder: Path, register: Register, *, at: str, by: str) -> tuple[Event, ...]:
    """Complete or take away what runs left that were killed; the events as they are then. The folder must be
    held, for a round that is being made looks the same.

    Raises: InputError: the register is not sound, or cannot be written.
    """
    events = register.events()
    left = _unfinished(events)
    for event in left:
        token, name = str(event.payload.get("token", "")), str(event.payload.get("folder", ""))
        target = folder / name if name == os.path.basename(name) and name else None
        record = read_record(target) if target else None
        if target and record is not None and record.token == token and not differences(target, record):
            _note_made(register, record, name)
            continue
        if record is not None and record.token == token:
            _take_away(folder, event.round, token, name)
        _drop(register, event.round, token, at, by)
    _sweep(folder)
    return register.events() if left else events


def sync_folder(folder: Path) -> None:
    """See that names in a folder are on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unfinished(events: tuple[Event, ...]) -> list[Event]:
    ended = {str(e.payload.get("token", "")) for e in events if e.kind in (ROUND_MADE, ROUND_DROPPED)}
    return [e for e in events if e.kind == ROUND_BEGUN and str(e.payload.get("token", "")) not in ended]


def _sweep(folder: Path) -> None:
    """Take away what was being written: folders of rounds, and sheets beside them."""
    for path in folder.iterdir():
        if _PART.fullmatch(path.name):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _note_made(register: Register, record: RoundRecord, name: str) -> None:
    """The register holds all that the manifest holds, and the manifest's hash."""
    data = record_bytes(record)
    payload = {
        "token": record.token,
        "folder": name,
        "manifest": sha256(data).hexdigest(),
        "record": asdict(record),
    }
    register.append(ROUND_MADE, record.number, payload, at=record.at, by=record.by)


def _drop(register: Register, number: int, token: str, at: str, by: str) -> None:
    register.append(ROUND_DROPPED, number, {"token": token}, at=at, by=by)


def _write_all(part: Path, files: Mapping[str, bytes]) -> None:
    """Every file in its folder, all of them synced, folders too."""
    part.mkdir()
    folders = {part}
    for name, data in files.items():
        path = part / name
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.update(p for p in (path.parent, *path.parent.parents) if p.is_relative_to(part))
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(descriptor, left) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    for folder in folders:
        sync_folder(folder)

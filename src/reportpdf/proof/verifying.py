"""Proof that the files of a round are those that were made, and those that were signed.

Comes in: the folder of a round; the register beside it, if there is one. Goes out: :class:`Verified`: every
difference as a problem, and what cannot be proved. The register's hash of the manifest goes before what the
folder says of itself.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.proof.folder_check import differences, file_hash, manifest_bytes, read_record
from reportpdf.proof.register import REGISTER_NAME, Register
from reportpdf.proof.round_record import MANIFEST_NAME, RoundRecord, record_of
from reportpdf.proof.rounds import Round, rounds_of

SHEET_ENDING = ".签样.pdf"
"""Of the sheet with a round's signatures, beside its folder."""

_DIFFERENCE = {"missing": "verify-missing", "changed": "verify-changed", "added": "verify-added"}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Verified:
    """What was found: the round as far as it is known, how many events the register has (None: there is no
    sound register), files compared, problems."""

    folder: Path
    round: Round | None
    record: RoundRecord | None
    events: int | None
    files: int
    problems: tuple[Problem, ...]


def is_round(folder: Path) -> bool:
    """Whether a folder looks like that of a round."""
    return folder.is_dir() and not folder.name.startswith(".") and (folder / MANIFEST_NAME).is_file()


def round_folders(folder: Path) -> tuple[str, ...]:
    """The names of the folders of all rounds that a folder has or should have."""
    registered: tuple[str, ...] = ()
    if (folder / REGISTER_NAME).is_file():
        try:
            with Register.read(folder) as register:
                registered = tuple(one.folder for one in rounds_of(register.events()))
        except InputError:  # each round tells what is wrong with the register
            registered = ()
    there = (path.name for path in sorted(folder.iterdir()) if is_round(path)) if folder.is_dir() else ()
    return tuple(dict.fromkeys((*registered, *there)))


def unknown_rounds(folder: Path, rounds: Iterable[Round]) -> tuple[Problem, ...]:
    """That rounds lie in ``folder`` of which the register holds nothing: it was lost, or is another's. Copies
    of rounds that it knows are not meant."""
    known = {one.record.token for one in rounds}
    records = {name: read_record(folder / name) for name in round_folders(folder)}
    names = [name for name, record in records.items() if record is not None and record.token not in known]
    if not names:
        return ()
    return (problem("register-lost", Place(str(folder)), names="、".join(names)),)


def verify_round(folder: Path) -> Verified:
    """Everything that can be proved of a round, and everything that cannot."""
    problems: list[Problem] = []
    rounds, events = _registered(folder, problems)
    data = manifest_bytes(folder)
    record = record_of(data) if data is not None else None
    known = _known(folder, record, rounds)
    if known is None and events is not None:
        problems.append(problem("verify-not-registered", Place(str(folder))))
    if known is not None:
        problems += folder_problems(folder, known)
        problems += _sheet_problems(folder, known)
        record = known.record
    elif record is None:
        problems.append(problem("verify-no-manifest", Place(str(folder / MANIFEST_NAME))))
    else:
        problems += _different(folder, record)
    files = len(record.outputs) if record is not None else 0
    return Verified(folder, known, record, events, files, tuple(problems))


def folder_problems(folder: Path, known: Round) -> Iterator[Problem]:
    """Every file of a round that is not what it was when the round was made."""
    if not folder.is_dir():
        yield problem("verify-folder-missing", Place(str(folder)))
        return
    data = manifest_bytes(folder)
    if data is None:
        yield problem("verify-missing", Place(str(folder / MANIFEST_NAME)))
    elif sha256(data).hexdigest() != known.manifest:
        yield problem("verify-changed", Place(str(folder / MANIFEST_NAME)))
    yield from _different(folder, known.record)


def _different(folder: Path, record: RoundRecord) -> Iterator[Problem]:
    for one in differences(folder, record):
        yield problem(_DIFFERENCE[one.kind], Place(str(folder / one.path)))


def _registered(folder: Path, problems: list[Problem]) -> tuple[tuple[Round, ...], int | None]:
    """The rounds of the register beside the folder; that there is none, or it is not sound, is a problem."""
    beside = _beside(folder)
    try:
        with Register.read(beside) as register:
            events = register.events()
        return rounds_of(events), len(events)
    except InputError as error:
        none = any(one.code == "register-missing" for one in error.problems)
        problems += (problem("verify-no-register", Place(str(folder))),) if none else error.problems
        return (), None


def _beside(folder: Path) -> Path:
    """The folder that ``folder`` lies in, as its path is written."""
    return folder.parent if folder.name not in ("", "..") else folder.absolute().parent


def _known(folder: Path, record: RoundRecord | None, rounds: tuple[Round, ...]) -> Round | None:
    """The round of the register that the folder is: by the folder's name, else by what its manifest says."""
    name = folder.absolute().name
    for one in rounds:
        if one.folder == name:
            return one
    token = record.token if record is not None else ""
    return next((one for one in rounds if one.record.token == token), None)


def _sheet_problems(folder: Path, known: Round) -> Iterator[Problem]:
    """The sheet with the signatures, and what the signatures signed."""
    for one in known.signatures:
        if one.manifest != known.manifest:
            yield problem("verify-signature-other", Place(str(folder)), by=one.by, role=one.role)
    if not known.signatures:
        path = _beside(folder) / f"{known.folder}{SHEET_ENDING}"
        if os.path.lexists(path):  # its signature was noted before, and taken out of the register
            yield problem("verify-added", Place(str(path)))
        return
    last = known.signatures[-1]
    path = _beside(folder) / last.sheet
    if path.name != last.sheet or not path.is_file():
        yield problem("verify-missing", Place(str(path)))
        return
    if file_hash(path) != last.sheet_sha256:
        yield problem("verify-changed", Place(str(path)))

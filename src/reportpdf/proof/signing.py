"""A round is signed: by whom, in which role, with which decision. The round itself is not touched.

Comes in: a register, the round, what is said. Goes out: the event, and the sign-off sheet with the
signatures, beside the round's folder. A signature signs the hash of the round's manifest, and through it
every file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.output import Staging
from reportpdf.proof.event import SIGNED, minute
from reportpdf.proof.folder_check import file_hash
from reportpdf.proof.naming import found_round
from reportpdf.proof.register import Register
from reportpdf.proof.rounds import PROOF_AGAIN, TO_PRESS, Round, RoundSignature, open_marks, rounds_of
from reportpdf.proof.sheets import signed_sheet
from reportpdf.proof.verifying import SHEET_ENDING, folder_problems


@dataclass(frozen=True, slots=True)
class Signing:
    """What is said of a round: by whom, in which role, with which decision and remark, when. Without a
    decision a round for the press goes to press, and any other is proofed again."""

    round: str
    by: str
    role: str
    decision: str
    note: str
    time: datetime


@dataclass(frozen=True, slots=True)
class Signed:
    """The round with its signatures, the sheet beside it, and whether it is frozen from now on."""

    round: Round
    sheet: Path
    froze: bool


def sign_round(folder: Path, register: Register, said: Signing) -> Signed:
    """The round signed. The folder must be held.

    Raises: InputError with every reason why it must not be signed so; nothing is noted then.
    """
    events = register.events()
    rounds = rounds_of(events)
    restore_sheets(folder, rounds)
    known = _round(folder, rounds, said.round)
    marks = open_marks(events)
    said = replace(said, decision=said.decision or (TO_PRESS if known.record.final else PROOF_AGAIN))
    if refused := tuple(_refusals(folder, known, said, marks)):
        raise InputError(*refused)
    at = said.time.isoformat(timespec="seconds")
    sheet = folder / f"{known.folder}{SHEET_ENDING}"
    new = RoundSignature(
        said.role, said.by, said.decision, said.note, at, known.manifest, sheet.name, "", marks
    )
    data = signed_sheet(replace(known, signatures=(*known.signatures, new)))
    payload = {
        "role": said.role,
        "decision": said.decision,
        "note": said.note,
        "manifest": known.manifest,
        "open_marks": marks,
        "sheet": sheet.name,
        "sheet_sha256": sha256(data).hexdigest(),
    }
    with Staging() as staging:
        staging.add(
            sheet, data
        )  # on disk under another name; it moves to its place once the signature is noted
        register.append(SIGNED, known.record.number, payload, at=at, by=said.by)
    signed = next(one for one in rounds_of(register.events()) if one.record.number == known.record.number)
    if froze := signed.frozen and not known.frozen:
        protect(folder / known.folder)
    return Signed(signed, sheet, froze)


def protect(folder: Path) -> None:
    """Make the files of a round read-only: a courtesy, for whoever means to may still write them."""
    for at, _, names in os.walk(folder):
        for name in names:
            path = Path(at, name)
            if not path.is_symlink():
                with suppress(OSError):  # some drives know no such bits
                    path.chmod(path.stat().st_mode & ~0o222)


def restore_sheets(folder: Path, rounds: tuple[Round, ...]) -> None:
    """Write sheets anew that a run was killed before it could move to their place. One that is neither
    missing nor the sheet of an earlier signature is left: it was changed, and that is to be found."""
    for one in rounds:
        if not one.signatures:
            continue
        *earlier, last = (signature.sheet_sha256 for signature in one.signatures)
        path = folder / f"{one.folder}{SHEET_ENDING}"
        if file_hash(path) in ("", *earlier):
            data = signed_sheet(one)
            if sha256(data).hexdigest() == last:
                with Staging() as staging:
                    staging.add(path, data)


def _round(folder: Path, rounds: tuple[Round, ...], given: str) -> Round:
    """The round that is named.

    Raises: InputError: there is none.
    """
    number = found_round(given, [(one.record.number, one.record.name) for one in rounds])
    if not number:
        names = "、".join(one.record.name for one in rounds) or "—"
        raise InputError(problem("round-unknown", Place(str(folder)), given=given[:60], names=names))
    return next(one for one in rounds if one.record.number == number)


def _refusals(folder: Path, known: Round, said: Signing, marks: int) -> Iterator[Problem]:
    """Every reason why the round must not be signed so."""
    record = known.record
    place = Place(str(folder / known.folder))
    if said.role not in record.roles:
        yield problem("sign-role-unknown", place, given=said.role, roles="、".join(record.roles))
    for one in known.signatures:
        if one.role == said.role:
            yield problem(
                "sign-role-twice", place, role=said.role, by=one.by, at=minute(one.at), round=record.name
            )
    if record.final and marks and said.decision == TO_PRESS:
        yield problem("sign-marks-open", place, count=marks, round=record.name)
    elif record.final and marks and not said.note:
        yield problem("sign-note-missing", place, count=marks, decision=said.decision)
    yield from folder_problems(folder / known.folder, known)

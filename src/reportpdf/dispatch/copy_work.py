"""A batch of copies written in one process, each beside its place under a name of its own.

Comes in: the bases, and what each copy bears. Goes out: for each copy its size and hash, or why it was not
written. Nothing is synced or renamed here: ``settling`` does that for many at a time, while the next ones are
written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import Place, Problem, ReportpdfError, problem
from reportpdf.dispatch.copies import CopyBase, Protection
from reportpdf.dispatch.copymark import CopyMark
from reportpdf.dispatch.ledger_row import MadeCopy
from reportpdf.writable import os_problem

if TYPE_CHECKING:
    from reportpdf.finish.sign import Signer

PART = ".part"

SIGNED = frozenset(("screen", "archive"))
"""Editions that are signed where a certificate is given; PDF/X takes no form field. Source: ISO 15930-7
6.26."""


@dataclass(frozen=True, slots=True)
class CopyTask:
    """A copy to be made: its id in the ledger, its place, its marks. Not to be shown: it may hold a
    password."""

    id: int
    path: str
    edition: str
    mark: CopyMark
    password: str = field(default="", repr=False)
    owner: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NotMade:
    """A copy that was not made, and why."""

    id: int
    problem: Problem


Made = MadeCopy | NotMade


@dataclass(frozen=True, slots=True)
class Workshop:
    """What all batches share: where copies go, and the base of each edition."""

    folder: Path
    bases: Mapping[str, CopyBase]
    signer: Signer | None = None
    at: datetime | None = None
    """When copies are signed, if they are."""


def part_of(folder: Path, path: str, id: int) -> Path:
    """The name that a copy has while it is written."""
    return (folder / path).with_name(f".{id}{PART}")


def make_batch(shop: Workshop, batch: tuple[CopyTask, ...]) -> tuple[Made, ...]:
    """The copies of a batch, each written or not."""
    made: list[Made] = []
    for task in batch:
        part = part_of(shop.folder, task.path, task.id)
        try:
            ready(shop.folder, part.parent, part)
            made.append(_write(shop, task, part))
        except OSError as error:
            part.unlink(missing_ok=True)
            made.append(NotMade(task.id, os_problem(error, shop.folder / task.path)))
        except ReportpdfError as error:
            part.unlink(missing_ok=True)
            made.append(NotMade(task.id, error.problems[0]))
    return tuple(made)


def ready(root: Path, folder: Path, part: Path) -> None:
    """Make the folder, and see that no link leads out of the dispatch.

    Raises: OSError, or ReportpdfError for such a link.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not os.path.realpath(folder).startswith(os.path.realpath(root) + os.sep):
        raise ReportpdfError(problem("copy-outside", Place(str(folder))))
    part.unlink(missing_ok=True)


def _write(shop: Workshop, task: CopyTask, part: Path) -> MadeCopy:
    data = whole_copy(shop, task)
    if data is None:
        written = shop.bases[task.edition].write(task.mark, part)
        return MadeCopy(task.id, written.size, written.sha256)
    with open(part, "xb") as file:
        file.write(data)
    return MadeCopy(task.id, len(data), sha256(data).hexdigest())


def whole_copy(shop: Workshop, task: CopyTask) -> bytes | None:
    """All bytes of a copy that is locked or signed; None of any other: that is its base and a tail.

    Raises: InputError: it cannot be signed.
    """
    base = shop.bases[task.edition]
    signed = shop.signer is not None and task.edition in SIGNED
    if not task.password and not signed:
        return None
    if task.password:
        data = base.protected(task.mark, Protection(task.password, task.owner))
    else:
        data = base.path.read_bytes() + base.tail(task.mark).tail
    if not signed:
        return data
    from reportpdf.finish.sign import sign_file

    assert shop.signer is not None  # only then it is signed
    assert shop.at is not None  # and at a time
    return sign_file(data, shop.signer, shop.at, password=task.password)


@dataclass(frozen=True, slots=True)
class Claim:
    """What the ledger says of a file."""

    id: int
    path: str
    size: int
    sha256: str


def check_batch(folder: Path, batch: tuple[Claim, ...]) -> tuple[int, ...]:
    """The ids of files that are not there, or not what the ledger says."""
    return tuple(claim.id for claim in batch if not _holds(folder / claim.path, claim))


def _holds(path: Path, claim: Claim) -> bool:
    try:
        with open(path, "rb") as file:
            whole = os.fstat(file.fileno()).st_size == claim.size
            return whole and file_digest(file, "sha256").hexdigest() == claim.sha256
    except OSError:  # missing, or no right to read it: it is made again, and then told
        return False

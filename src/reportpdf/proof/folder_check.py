"""A round's folder held against its manifest: what is missing, changed or added.

Comes in: a folder, a record. Goes out: :class:`Difference`s. Links are never followed: a link is no file of a
round.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from reportpdf.proof.round_record import MANIFEST_NAME, MOST_BYTES, RoundRecord, record_of

LEAVINGS = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What file managers leave in every folder that somebody looks into: nobody added it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as the manifest says: ``missing``, ``changed`` or ``added``."""

    kind: str
    path: str


def manifest_bytes(folder: Path) -> bytes | None:
    """The bytes of the folder's manifest; None if there is none, or it is too large to be one."""
    try:
        with (folder / MANIFEST_NAME).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:  # no folder, no manifest, not readable: there is nothing to go by
        return None
    return data if len(data) <= MOST_BYTES else None


def read_record(folder: Path) -> RoundRecord | None:
    """What the folder's manifest says; None if it says nothing that is known."""
    data = manifest_bytes(folder)
    return record_of(data) if data is not None else None


def differences(folder: Path, record: RoundRecord) -> tuple[Difference, ...]:
    """Every file that is missing, changed or added, by path. The manifest itself is the caller's to hold
    against the register."""
    known = {one.path: one for one in record.outputs}
    found = dict(_files(folder))
    told = [Difference("missing", path) for path in known.keys() - found.keys()]
    told += [Difference("added", path) for path in found.keys() - known.keys() - {MANIFEST_NAME}]
    for path, one in known.items():
        size = found.get(path)
        if size is not None and (size != one.size or file_hash(folder / path) != one.sha256):
            told.append(Difference("changed", path))
    return tuple(sorted(told, key=lambda one: (one.path, one.kind)))


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    """Paths and sizes of all files below the folder; what is no plain file has the size -1."""
    pending = [folder]
    while pending:
        at = pending.pop()
        with os.scandir(at) as entries:
            for entry in entries:
                path = Path(entry.path)
                if entry.is_dir(follow_symlinks=False):
                    pending.append(path)
                elif entry.name not in LEAVINGS and not entry.name.startswith("._"):
                    status = entry.stat(follow_symlinks=False)
                    plain = stat.S_ISREG(status.st_mode)
                    yield path.relative_to(folder).as_posix(), status.st_size if plain else -1


def file_hash(path: Path) -> str:
    """The SHA-256 of a file; empty if there is none, or it cannot be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:  # said in the answer
        return ""

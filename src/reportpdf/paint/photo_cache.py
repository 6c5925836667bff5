"""Finished conversions kept on disk, so that the next run converts nothing.

Comes in: a folder. Goes out: :class:`PhotoCache`, which keeps JPEGs under the hash of photo and recipe.
An entry begins with the SHA-256 of the rest and is believed only if that agrees; it is written beside
its place and renamed (POSIX rename is atomic), so that two runs at once, or one that is killed, leave
whole entries only. A folder that cannot be written costs time, not the report.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import threading
import time
from pathlib import Path

from reportpdf.base.problem import Problem, problem
from reportpdf.paint.photo_records import Converted, Fault, ImageBytes

LIMIT_BYTES = 512 * 1024 * 1024
_HASH_BYTES = 32
_SETTLED_NS = 2_000_000_000
"""A file changed less than 2 s before it was hashed may change again within one tick of a coarse clock
(FAT counts in 2 s) and look the same, so its hash is not remembered."""


class PhotoCache:
    """Conversions by key, and content hashes by what the file system says of a file.

    ``limit`` bytes are kept; what was used longest ago goes first. Usable from several threads.
    """

    def __init__(self, folder: Path, limit: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit = limit
        self._grown = False
        self._trouble: str | None = None

    @property
    def problem(self) -> Problem | None:
        """What kept the cache from being read or written; None if nothing did."""
        if self._trouble is None:
            return None
        return problem("photo-cache-unwritable", folder=self._folder, reason=self._trouble)

    def load(self, key: str) -> Converted | None:
        """The conversion under ``key``; None if there is none or if it is damaged."""
        path = self._path(key)
        rest = self._read_checked(path)
        if rest is None:
            return None
        head, _, body = rest.partition(b"\n")
        entry = json.loads(head)
        # The time of last use decides what goes first. A cache that may only be read cannot keep it.
        with contextlib.suppress(OSError):
            os.utime(path)
        notes = tuple(Fault(code, tuple((k, v) for k, v in args)) for code, args in entry["notes"])
        return Converted(
            ImageBytes(body, entry["width_px"], entry["height_px"], entry["colour"], entry["kind"]), notes
        )

    def store(self, key: str, converted: Converted) -> None:
        """Keep a conversion under ``key``."""
        image = converted.image
        entry = {
            "width_px": image.width_px,
            "height_px": image.height_px,
            "colour": image.colour,
            "kind": image.kind,
            "notes": [(note.code, note.args) for note in converted.notes],
        }
        self._write_checked(self._path(key), json.dumps(entry).encode() + b"\n" + image.data)

    def digest_of(self, status: os.stat_result) -> str | None:
        """The content hash of an unchanged file that was hashed before; None if it is not known.

        Unchanged means the same device, inode, size, time of change of content and time of change of
        inode; the last cannot be set back by any program.
        """
        rest = self._read_checked(self._path(_signature(status)))
        return rest.decode("ascii") if rest is not None else None

    def keep_digest(self, before: os.stat_result, after: os.stat_result, digest: str) -> None:
        """Remember the content hash of a file, unless it changed while it was read or shortly before."""
        age = time.time_ns() - max(after.st_mtime_ns, after.st_ctime_ns)
        if age > _SETTLED_NS and _signature(before) == _signature(after):
            self._write_checked(self._path(_signature(after)), digest.encode("ascii"))

    def trim(self) -> None:
        """Drop what was used longest ago until the limit is kept; does nothing if nothing was added."""
        if not self._grown:
            return
        self._grown = False
        entries = []
        for path in self._folder.glob("??/*"):
            with contextlib.suppress(FileNotFoundError):  # another run has just dropped it
                status = path.stat()
                entries.append((status.st_mtime_ns, status.st_size, path))
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= self._limit:
                return
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                self._note(error)
                return
            total -= size

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]

    def _read_checked(self, path: Path) -> bytes | None:
        try:
            block = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            self._note(error)
            return None
        rest = block[_HASH_BYTES:]
        return rest if hashlib.sha256(rest).digest() == block[:_HASH_BYTES] else None

    def _write_checked(self, path: Path, rest: bytes) -> None:
        if self._trouble is not None:
            return
        part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.part")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.write_bytes(hashlib.sha256(rest).digest() + rest)
            part.replace(path)
        except OSError as error:
            self._note(error)
            with contextlib.suppress(OSError):  # the write has failed and is told; a rest may not even exist
                part.unlink(missing_ok=True)
        else:
            self._grown = True

    def _note(self, error: OSError) -> None:
        self._trouble = error.strerror or str(error)


def _signature(status: os.stat_result) -> str:
    """The key under which a file's content hash is remembered."""
    facts = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return hashlib.sha256(repr(("digest", *facts)).encode()).hexdigest()

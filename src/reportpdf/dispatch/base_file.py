"""The base file of copies: read once a process, hashed once, and copied by the kernel.

Comes in: its path and the hash it had when it was made. Goes out: its bytes at the head of another file.
Where the file system shares blocks (APFS, Btrfs, XFS) the kernel copies nothing at all.
Source: copy_file_range(2).
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, problem

if TYPE_CHECKING:
    from hashlib import _Hash

_PART = 1 << 20
_CANNOT = (errno.ENOSYS, errno.EXDEV, errno.EOPNOTSUPP, errno.EINVAL, errno.EPERM)
"""How a kernel or a file system says that it cannot copy between files; the bytes are then passed through."""


class BaseFile:
    """The file, open for reading, and the state of its hash.

    Raises: InputError: it is not there, or is not what it was.
    """

    def __init__(self, path: Path, sha256: str) -> None:
        import hashlib

        self.digest: _Hash = hashlib.sha256()
        self.length = 0
        try:
            self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except OSError as error:
            raise InputError(problem("copy-base-missing", Place(str(path)), reason=error.strerror)) from error
        while part := os.read(self._descriptor, _PART):
            self.digest.update(part)
            self.length += len(part)
        if self.digest.hexdigest() != sha256:
            raise InputError(problem("copy-base-changed", Place(str(path))))

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)

    def read(self) -> bytes:
        """The whole file."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        parts = []
        while part := os.read(self._descriptor, self.length):
            parts.append(part)
        return b"".join(parts)

    def copy_to(self, out: int) -> None:
        """Write the file to the descriptor ``out``, from its beginning.

        Raises: OSError: it cannot be written.
        """
        copy_range = getattr(os, "copy_file_range", None)
        done = 0
        while copy_range is not None and done < self.length:
            try:
                copied = copy_range(self._descriptor, out, self.length - done, done)
            except OSError as error:
                if done or error.errno not in _CANNOT:
                    raise
                copied = 0
            if not copied:
                break
            done += copied
        os.lseek(self._descriptor, done, os.SEEK_SET)
        while done < self.length and (part := os.read(self._descriptor, _PART)):
            write_all(out, part)
            done += len(part)


def write_all(out: int, data: bytes) -> None:
    """Write all of the bytes: a disk that fills takes a part of them first."""
    view = memoryview(data)
    while view:
        view = view[os.write(out, view) :]

"""Files brought to the disk, many at a time.

Comes in: a folder, files just written in it. Goes out: nothing; they are on the disk then. On Linux one call
brings a whole file system's writes there (syncfs), which for fifty copies costs less than fifty single calls;
elsewhere each file is synced by itself. Source: Linux syncfs(2), POSIX.1-2017 fsync.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable
from pathlib import Path


def bring_to_disk(folder: Path, files: Iterable[Path]) -> None:
    """Return once the files and their names are on the disk.

    Raises: OSError: the disk is full or failed; then none of them can be counted on.
    """
    syncfs = _syncfs()
    if syncfs is not None:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            syncfs(descriptor)
        finally:
            os.close(descriptor)
        return
    for file in files:
        descriptor = os.open(file, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@functools.cache
def _syncfs() -> Callable[[int], None] | None:
    """The system's call; None where there is none."""
    import ctypes

    try:
        call = ctypes.CDLL(None, use_errno=True).syncfs
    except (OSError, AttributeError, TypeError):  # macOS, Windows
        return None

    def syncfs(descriptor: int) -> None:
        if call(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))

    return syncfs

"""Places to write to, looked at before the long work, and what a refusal there means.

Comes in: a path, and the files that are read. Goes out: problems; nothing is left behind.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from reportpdf.base.problem import Place, Problem, problem

_CODES = {
    errno.EACCES: "output-not-writable",
    errno.EPERM: "output-not-writable",
    errno.ENOENT: "output-not-writable",
    errno.EROFS: "output-read-only",
    errno.ENOSPC: "output-disk-full",
    errno.EDQUOT: "output-disk-full",
    errno.EFBIG: "output-disk-full",
    errno.EISDIR: "output-is-folder",
    errno.ENOTDIR: "output-in-file",
    errno.EEXIST: "output-in-file",
    errno.ENAMETOOLONG: "output-name-too-long",
}
"""What a refusal of the operating system means to somebody who wants a file there."""


def check_writable(path: Path, inputs: Iterable[Path] = ()) -> tuple[Problem, ...]:
    """Why ``path`` could not be written, asked before the long work; empty when it can be.

    ``inputs`` are the files that are read: none of them may be overwritten. The nearest folder that
    exists is tried with an empty file, because permission bits say nothing to root, on network
    drives or on a read-only file system.
    """
    place = Place(str(path))
    try:
        found = path.stat()
    except FileNotFoundError:
        return _try_folder(path)
    except OSError as error:
        return (os_problem(error, path),)
    if stat.S_ISDIR(found.st_mode):
        return (problem("output-is-folder", place),)
    if (read := clash(found, inputs)) is not None:
        return (problem("output-is-input", place, input=read),)
    if not os.access(path, os.W_OK):
        return (problem("output-protected", place),)
    return _try_folder(path) if stat.S_ISREG(found.st_mode) else ()


def clash(found: os.stat_result, inputs: Iterable[Path]) -> Path | None:
    """The input that is the very file of ``found``, by whatever name (a link, another spelling)."""
    return next((path for path in inputs if _same_file(path, found)), None)


def os_problem(error: OSError, path: Path) -> Problem:
    """The problem that an operating system's refusal to write ``path`` amounts to."""
    code = _CODES.get(error.errno or 0, "output-failed")
    if code == "output-failed":
        return problem(code, Place(str(path)), reason=error.strerror or type(error).__name__)
    if code == "output-in-file":
        return problem(code, Place(str(path)), file=_standing(path))
    if code == "output-not-writable":
        return problem(code, Place(str(path)), folder=_standing(path.parent))
    return problem(code, Place(str(path)))


def _same_file(path: Path, found: os.stat_result) -> bool:
    try:
        return os.path.samestat(path.stat(), found)
    except OSError:  # an input that is not there cannot be overwritten; its reader reports it
        return False


def _standing(path: Path) -> Path:
    """The nearest of ``path`` and the folders above it that exists."""
    for candidate in (path, *path.parents):
        if os.path.lexists(candidate):
            return candidate
    return Path()


def _try_folder(path: Path) -> tuple[Problem, ...]:
    """Whether a file can be made in the nearest existing folder above ``path``, by making one."""
    folder = _standing(path.parent)
    probe = os.path.join(folder, f".{os.urandom(6).hex()}.part")
    try:
        longest = os.pathconf(folder, "PC_NAME_MAX")
        if any(len(os.fsencode(part)) > longest for part in path.parts):
            return (problem("output-name-too-long", Place(str(path))),)
        os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        os.unlink(probe)
    except OSError as error:
        return (os_problem(error, path),)
    return ()

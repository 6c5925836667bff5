"""Files written whole or not at all.

Comes in: bytes and the paths they are for. Goes out: those files, each complete, or the old ones
untouched and a :class:`InputError` that says why. A file is written beside its place under another
name, synced, and only then renamed (POSIX.1-2017 rename: the name always shows one whole file).
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from reportpdf.base.problem import InputError, Place, Problem, problem

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
    clash = next((i for i in inputs if _same_file(i, found)), None)
    if clash is not None:
        return (problem("output-is-input", place, input=clash),)
    if not os.access(path, os.W_OK):
        return (problem("output-protected", place),)
    return _try_folder(path) if stat.S_ISREG(found.st_mode) else ()


def write_whole(path: Path, data: bytes) -> None:
    """Write one file, whole or not at all; folders on the way to it are made.

    Raises: InputError with the reason.
    """
    with Staging() as staging:
        staging.add(path, data)


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


class _Staged(NamedTuple):
    """A file waiting under ``temporary`` (empty: the target is to be removed) for its ``target``."""

    temporary: str
    target: str


class Staging:
    """Several outputs that appear together: leave the block, and all are moved in place.

    An exception inside the block, an interrupt or a refused move leaves every old file as it was,
    removes what was staged, and removes the folders that were made for it.
    """

    def __init__(self) -> None:
        self._staged: list[_Staged] = []
        self._folders: list[str] = []

    def add(self, path: Path, data: bytes) -> None:
        """Stage ``data`` for ``path``. A device or a pipe is written at once: it cannot be renamed to.

        Raises: InputError with the reason.
        """
        target = os.path.realpath(path)
        try:
            if os.path.isdir(target):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if os.path.exists(target) and not os.path.isfile(target):
                _write(target, data, os.O_WRONLY)
                return
            self._make_folders(os.path.dirname(target))
            temporary = _beside(target)
            self._staged.append(_Staged(temporary, target))
            _write(temporary, data, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        except OSError as error:
            raise InputError(os_problem(error, path)) from error

    def remove(self, path: Path) -> None:
        """Remove ``path`` (a page image of a page that is no more) when the others move in."""
        if path.is_file():
            self._staged.append(_Staged("", os.path.realpath(path)))

    def __enter__(self) -> Staging:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._move()
                self._folders.clear()
        finally:
            self._clean()

    def _move(self) -> None:
        """Rename every staged file to its place, or put back what had already been replaced."""
        kept: dict[str, str] = {}
        target = ""
        try:
            for staged in self._staged:
                target = staged.target
                if os.path.exists(target):
                    kept[target] = _keep(target)
                if staged.temporary:
                    os.replace(staged.temporary, target)
                else:
                    os.unlink(target)
        except BaseException as error:
            for staged in self._staged:
                _put_back(staged, kept.get(staged.target, ""))
            if isinstance(error, OSError):
                raise InputError(os_problem(error, Path(target))) from error
            raise
        finally:
            for backup in kept.values():
                if os.path.lexists(backup):
                    os.unlink(backup)

    def _make_folders(self, folder: str) -> None:
        """Make ``folder`` and those above it, remembering which were not there."""
        missing = []
        while not os.path.isdir(folder):
            missing.append(folder)
            folder = os.path.dirname(folder)
        for name in reversed(missing):
            os.mkdir(name)
            self._folders.append(name)

    def _clean(self) -> None:
        """Remove what is still staged, then the folders made for it, innermost first."""
        for staged in self._staged:
            if staged.temporary and os.path.exists(staged.temporary):
                os.unlink(staged.temporary)
        for folder in reversed(self._folders):
            if not os.listdir(folder):
                os.rmdir(folder)


def _write(path: str, data: bytes, flags: int) -> None:
    """Write all of ``data`` and sync it; a new file's mode is left to the umask."""
    descriptor = os.open(path, flags, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        if flags & os.O_CREAT:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _beside(target: str) -> str:
    """A name in the target's folder that nobody has; short, so that it fits where the target does."""
    return os.path.join(os.path.dirname(target), f".{os.urandom(6).hex()}.part")


def _keep(target: str) -> str:
    """A second name for the file at ``target``, so that it outlives being replaced."""
    backup = _beside(target)
    try:
        os.link(target, backup)
    except OSError:  # FAT and some network drives have no hard links: a copy serves the same end
        import shutil

        shutil.copy2(target, backup)
    return backup


def _put_back(staged: _Staged, backup: str) -> None:
    """Undo one move, if it was made: the old file returns, a file that had no forerunner goes."""
    moved = not os.path.exists(staged.temporary) if staged.temporary else not os.path.exists(staged.target)
    if moved and backup:
        os.replace(backup, staged.target)
    elif moved and staged.temporary:
        os.unlink(staged.target)


def _same_file(path: Path, found: os.stat_result) -> bool:
    """Whether ``path`` is the very file of ``found``, by whatever name (a link, another spelling)."""
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
    probe = _beside(os.path.join(os.path.abspath(folder), path.name))
    try:
        longest = os.pathconf(folder, "PC_NAME_MAX")
        if any(len(os.fsencode(part)) > longest for part in path.parts):
            return (problem("output-name-too-long", Place(str(path))),)
        _write(probe, b"", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        os.unlink(probe)
    except OSError as error:
        return (os_problem(error, path),)
    return ()

"""Files written whole or not at all.

Comes in: bytes and the paths they are for. Goes out: those files, each complete, or the old ones
untouched and a :class:`InputError` that says why. A file is written beside its place under another
name, synced, and only then renamed (POSIX.1-2017 rename: the name always shows one whole file).
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NamedTuple

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.writable import clash, os_problem


def write_whole(path: Path, data: bytes) -> None:
    """Write one file, whole or not at all; folders on the way to it are made.

    Raises: InputError with the reason.
    """
    with Staging() as staging:
        staging.add(path, data)


@contextmanager
def replaced_whole(path: Path, part: Path, mode: int = 0o666) -> Iterator[BinaryIO]:
    """A file to be written bit by bit: under the name ``part`` beside its place, synced, and renamed once the
    block is left; the old one stays where that fails. ``mode`` is a new file's.

    Raises: InputError: it cannot be written.
    """
    try:
        part.unlink(missing_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        with open(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        raise InputError(os_problem(error, path)) from error
    finally:
        with suppress(OSError):  # what kept the file from being written may keep this too
            part.unlink(missing_ok=True)


class _Staged(NamedTuple):
    """A file waiting under ``temporary`` (empty: the target is to be removed) for its ``target``."""

    temporary: str
    target: str


class Staging:
    """Several outputs that appear together: leave the block, and all are moved in place.

    An exception inside the block, an interrupt or a refused move leaves every old file as it was,
    removes what was staged, and removes the folders that were made for it. ``inputs`` are the files
    that were read, photos too: none of them is ever replaced or removed.
    """

    def __init__(self, inputs: Iterable[Path] = ()) -> None:
        self._inputs = tuple(inputs)
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
            self._refuse_input(path)
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
            self._refuse_input(path)
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

    def _refuse_input(self, path: Path) -> None:
        read = clash(path.stat(), self._inputs) if path.exists() else None
        if read is not None:
            raise InputError(problem("output-is-input", Place(str(path)), input=read))

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
            try:
                os.mkdir(name)
            except FileExistsError:
                if not os.path.isdir(name):
                    raise
                continue  # another process made it meanwhile, and takes care of it
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

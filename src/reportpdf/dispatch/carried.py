"""A file that goes along with an object that reads it by its path, to machines that do not see the file.

Comes in: an object with a ``path``. Goes out: on the other machine, the same object with the path of a copy
there.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic, Protocol, TypeVar


class HasPath(Protocol):
    """An object that reads a file when it needs it."""

    path: Path


T = TypeVar("T", bound=HasPath)


class Carried(Generic[T]):
    """Pickled, it takes the file's bytes along. Unpickled, it lays them into a folder that goes with it."""

    def __init__(self, thing: T) -> None:
        self.thing = thing
        self._folder: TemporaryDirectory[str] | None = None

    def __getstate__(self) -> tuple[T, str, bytes]:
        return self.thing, self.thing.path.name, self.thing.path.read_bytes()

    def __setstate__(self, state: tuple[T, str, bytes]) -> None:
        self.thing, name, data = state
        self._folder = TemporaryDirectory(prefix="reportpdf-", ignore_cleanup_errors=True)
        path = Path(self._folder.name, os.path.basename(name))
        path.write_bytes(data)
        self.thing.path = path

"""A file or a block of bytes read at any offset: what the header readers look through.

Comes in: an open file or bytes. Goes out: short reads at offsets; nothing is read that is not asked
for, so a header costs a few hundred bytes whatever the size of the file.
"""

from __future__ import annotations

import os
from typing import BinaryIO, Protocol


class Window(Protocol):
    """Bytes with random access. ``size`` is how many there are."""

    @property
    def size(self) -> int: ...

    def at(self, offset: int, length: int) -> bytes:
        """The bytes there; fewer than ``length``, or none, where the end comes first."""
        ...


class FileWindow:
    """An open binary file as a window. The file's own position is moved."""

    __slots__ = ("_file", "size")

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.size = file.seek(0, os.SEEK_END)

    def at(self, offset: int, length: int) -> bytes:
        self._file.seek(offset)
        return self._file.read(length)


class BytesWindow:
    """A block of bytes as a window."""

    __slots__ = ("_block", "size")

    def __init__(self, block: bytes) -> None:
        self._block = block
        self.size = len(block)

    def at(self, offset: int, length: int) -> bytes:
        return self._block[offset : offset + length]

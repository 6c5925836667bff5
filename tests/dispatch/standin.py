"""A stand-in for the maker of copies: the base's bytes and a line of text. For tests of what is around it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reportpdf.dispatch.copies import CopyBytes, Protection, Written
from reportpdf.dispatch.copymark import CopyMark


@dataclass
class StandIn:
    """As ``CopyBase``."""

    path: Path
    document_id: str = "uuid:0"
    notes: tuple[object, ...] = ()

    @property
    def sha256(self) -> str:
        return sha256(self.path.read_bytes()).hexdigest()

    def tail(self, mark: CopyMark) -> CopyBytes:
        data, tail = self.path.read_bytes(), f"\n% {mark}\n".encode()
        return CopyBytes(tail, sha256(data + tail).hexdigest(), len(data) + len(tail))

    def write(self, mark: CopyMark, target: Path) -> Written:
        made = self.tail(mark)
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        with open(descriptor, "wb") as file:
            file.write(self.path.read_bytes())
            file.write(made.tail)
        return Written(made.size, made.sha256)

    def protected(self, mark: CopyMark, protection: Protection) -> bytes:
        key = sha256(protection.opens.encode()).digest()[0]
        return bytes(byte ^ key for byte in f"locked {mark}".encode())


def stand_in(
    data: bytes,
    document: object,
    edition: object,
    fonts: object,
    words: Iterable[tuple[str, str]],
    target: Path,
) -> StandIn:
    """As ``prepare_base``."""
    assert all(name for name, _ in words)
    target.write_bytes(data)
    return StandIn(target)

"""Copies of one edition: the pages painted once, and for each copy what marks it.

Comes in: the finished bytes of an edition with its document, and for each copy its :class:`CopyMark`. Goes out:
a base file, and each copy as that base and a tail: an incremental update (ISO 32000-2 7.5.6). A protected copy
is a whole file of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportpdf.dispatch.copymark import CopyMark
from reportpdf.layout.display import Document
from reportpdf.press.edition import Edition
from reportpdf.text.face import FontSet


@dataclass(frozen=True, slots=True)
class CopyBytes:
    """What follows the base in a copy; ``sha256`` and ``size`` are those of the whole file."""

    tail: bytes
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Written:
    """A copy that lies on disk."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Protection:
    """How a copy is locked (AES-256). What is permitted is a request that a reader may ignore; only the
    password to open it protects."""

    opens: str
    """The password that opens the copy."""

    owner: str
    """The password that lifts the permissions: random, kept by nobody."""

    printing: bool = True
    copying: bool = False
    changing: bool = False


class CopyBase:
    """The base of all copies of one edition. Picklable; it reads the base file once a process."""

    path: Path
    document_id: str
    """The xmpMM:DocumentID that all copies share."""

    def tail(self, mark: CopyMark) -> CopyBytes:
        """The copy's tail, made of nothing but its mark: equal marks give equal bytes."""
        raise NotImplementedError

    def write(self, mark: CopyMark, target: Path) -> Written:
        """Write the copy to ``target``, which is new; the caller renames it into its place.

        Raises: OSError: the disk is full, or the place cannot be written.
        """
        raise NotImplementedError

    def protected(self, mark: CopyMark, protection: Protection) -> bytes:
        """The copy as a whole file that only its password opens. Its bytes differ each time: AES-256 asks for
        random salts and keys (ISO 32000-2 7.6.4.4)."""
        raise NotImplementedError


def prepare_base(
    data: bytes,
    document: Document,
    edition: Edition,
    fonts: FontSet,
    words: Iterable[tuple[str, str]],
    target: Path,
) -> CopyBase:
    """Write the base of an edition's copies to ``target``.

    ``data`` is what ``editions.make_edition`` gave for ``document`` and ``edition``; ``words`` are each
    department's name with the words of its watermark, so that faces are cut down to them once.

    Raises: InputError: a name has a character that no face has, or is too long for the line it stands on.
    """
    raise NotImplementedError

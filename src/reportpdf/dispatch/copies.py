"""Copies of one edition: the pages painted once, and for each copy what marks it.

Comes in: the finished bytes of an edition with its document, and for each copy its :class:`CopyMark`. Goes
out: a base file, and each copy as that base and a tail: an incremental update (ISO 32000-2 7.5.6). So a
copy costs a copy of the file by the kernel, and its hash that of the tail. A protected copy is a whole file
of its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportpdf.base.geometry import Size
from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.dispatch.base_file import BaseFile, write_all
from reportpdf.dispatch.codes import grouped
from reportpdf.dispatch.copymark import CopyMark
from reportpdf.finish.protect import Protection, protect
from reportpdf.finish.update import UpdatedFile, update
from reportpdf.layout.display import Document
from reportpdf.layout.stamp import FACES, SIGN_FACE, SIGNS, STRONG_FACES, StampSetter
from reportpdf.model.standards import Want
from reportpdf.press.edition import Edition, Purpose
from reportpdf.press.stamp_measures import StampPlan
from reportpdf.text.face import FontSet

if TYPE_CHECKING:
    from reportpdf.dispatch.stamps import FormNumbers, Stamps
    from reportpdf.finish.copy_base import BaseFacts
    from reportpdf.paint.cut_faces import CutFace

__all__ = ["CopyBase", "CopyBytes", "Protection", "Written", "prepare_base"]


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
class _Metadata:
    """Objects of metadata in the base, and what all copies say there; ``locked`` of those with a password."""

    packet_number: int
    packet: tuple[str, str]
    locked: tuple[str, str]
    info_number: int
    info: bytes


@dataclass(slots=True, eq=False)
class CopyBase:
    """The base of all copies of one edition. Picklable; a process reads the base file once, when first
    needed."""

    path: Path
    sha256: str
    document_id: str
    """The xmpMM:DocumentID that all copies share."""

    lockable: bool
    """Whether copies can have a password: those of a screen edition."""

    notes: tuple[Problem, ...]
    """Pages on which a mark has no room."""

    _file: UpdatedFile
    _metadata: _Metadata
    _faces: tuple[CutFace, ...]
    _plan: StampPlan
    _trim: Size
    _numbers: FormNumbers
    _press: bool
    _stamps: Stamps | None = field(default=None, repr=False)
    _opened: BaseFile | None = field(default=None, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        kept = {name: getattr(self, name) for name in self.__slots__}
        return {**kept, "_stamps": None, "_opened": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            setattr(self, name, value)

    def tail(self, mark: CopyMark) -> CopyBytes:
        """The copy's tail, made of nothing but its mark: equal marks give equal bytes.

        Raises: InputError: the base file is not there, or is not what it was.
        """
        tail = self._tail(mark, locked=False)
        digest = self._open().digest.copy()
        digest.update(tail)
        return CopyBytes(tail, digest.hexdigest(), self._file.length + len(tail))

    def write(self, mark: CopyMark, target: Path) -> Written:
        """Write the copy to ``target``, which must not be there yet; the caller renames it into its place.

        Raises:
            InputError: the base file is not there, or is not what it was.
            OSError: the disk is full, or the place cannot be written; nothing is left there.
        """
        made = self.tail(mark)
        out = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            try:
                self._open().copy_to(out)
                write_all(out, made.tail)
            finally:
                os.close(out)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        return Written(made.size, made.sha256)

    def protected(self, mark: CopyMark, protection: Protection) -> bytes:
        """The copy as a whole file that only its password opens. It claims no PDF/A, which forbids that. Its
        bytes differ each time: AES-256 asks for random salts and keys (ISO 32000-2 7.6.4.4).

        Raises: InputError: the edition is not for a screen; or as :meth:`tail`.
        """
        if not self.lockable:
            raise InputError(problem("copy-locked", Place(str(self.path))))
        base = self._open().read()
        return protect(base + self._tail(mark, locked=True), protection)

    def _tail(self, mark: CopyMark, *, locked: bool) -> bytes:
        from reportpdf.finish.copy_facts import info_object, packet_object, trailer_id

        data, shown = self._metadata, grouped(mark.code)
        objects = self._stamped().objects(mark)
        packet = data.locked if locked else data.packet
        objects[data.packet_number] = packet_object(packet, mark.code, shown)
        if data.info_number:
            objects[data.info_number] = info_object(data.info, shown)
        return update(self._file, objects, trailer_id(mark.code))

    def _stamped(self) -> Stamps:
        if self._stamps is None:
            from reportpdf.dispatch.stamps import Stamps
            from reportpdf.paint.cut_faces import open_cut

            fonts = open_cut(self._faces)
            self._stamps = Stamps(fonts, self._plan, self._trim, self._numbers, self._press)
        return self._stamps

    def _open(self) -> BaseFile:
        if self._opened is None:
            self._opened = BaseFile(self.path, self.sha256)
        return self._opened


NamesAndWatermarks = Iterable[tuple[str, str]]


def prepare_base(
    data: bytes, document: Document, edition: Edition, fonts: FontSet, words: NamesAndWatermarks, target: Path
) -> CopyBase:
    """Write the base of an edition's copies to ``target``.

    ``data`` is what ``editions.make_edition`` gave for ``document`` and ``edition``; ``words`` are each
    department's name with its watermark: faces are cut down to them once. Imposed sheets are marked in their
    metadata only.

    Raises: InputError: names with characters that no face has, or too long for the line they stand on.
    """
    from reportpdf.dispatch.copy_plan import planned
    from reportpdf.dispatch.stamps import FormNumbers
    from reportpdf.finish.copy_base import make_base
    from reportpdf.paint.cut_faces import open_cut

    pairs = tuple(dict.fromkeys(words))
    faces = _cut(fonts, {word for pair in pairs for word in pair})
    plan, notes = planned(document, edition, StampSetter(open_cut(faces)), pairs)
    base, facts = make_base(data, plan.pages, document.trim)
    target.write_bytes(base)
    identity, metadata = _metadata(facts, edition, sha256(base).digest())
    return CopyBase(
        path=target.absolute(),
        sha256=sha256(base).hexdigest(),
        document_id=identity,
        lockable=edition.purpose is Purpose.SCREEN,
        notes=notes,
        _file=facts.file,
        _metadata=metadata,
        _faces=faces,
        _plan=plan,
        _trim=document.trim,
        _numbers=FormNumbers.of(facts),
        _press=edition.purpose is Purpose.PRESS,
    )


def _cut(fonts: FontSet, words: set[str]) -> tuple[CutFace, ...]:
    """The faces of all stamps, with the characters of these words; digits and letters in one of their own."""
    from reportpdf.dispatch.stamps import stamp_characters
    from reportpdf.paint.cut_faces import cut_faces

    (signs,) = cut_faces(fonts, FACES[:1], SIGNS)
    return replace(signs, key=SIGN_FACE), *cut_faces(fonts, STRONG_FACES, stamp_characters(words))


def _metadata(facts: BaseFacts, edition: Edition, digest: bytes) -> tuple[str, _Metadata]:
    """The DocumentID of all copies, and what they say of themselves. With a password a copy claims no
    standard that refuses one."""
    from reportpdf.finish.copy_facts import base_packet, digest_uuid, document_id

    xmp = facts.xmp.decode("utf-8")
    identity = document_id(xmp) or digest_uuid(b"reportpdf document", digest)
    refused = [s for s in edition.claims.standards if Want.PASSWORD in dict(s.refuses)]
    dropped = [mark for standard in refused for mark in standard.marks]
    return identity, _Metadata(
        facts.metadata,
        base_packet(xmp, identity),
        base_packet(xmp, identity, dropped),
        facts.info,
        facts.info_entries,
    )

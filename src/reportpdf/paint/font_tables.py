"""What a font says of itself: metrics, names, embedding permission.

Comes in: a HarfBuzz face. Goes out: :class:`FontTables`, its facts in thousandths of an em, and
:class:`Embedding`, what the maker allows. HarfBuzz gives an empty table for one that is missing or lies
outside the file, so every length is checked here before a field is read.
Source: OpenType 1.9 (head, hhea, OS/2, post, name).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import Enum

import uharfbuzz as hb

from reportpdf.text.face import Face


class DamagedFontError(ValueError):
    """A table that a font must have is missing, cut short or contradicts itself. ``part`` names it."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


class Embedding(Enum):
    """How far a font may travel inside a document. Source: OpenType 1.9, OS/2 fsType bits 0-3."""

    INSTALLABLE = "installable"
    EDITABLE = "editable"
    PREVIEW_PRINT = "preview and print"
    RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FontTables:
    """Facts of one face. Lengths are in thousandths of an em, y upward."""

    postscript_name: str
    bbox: tuple[int, int, int, int]
    ascent: int
    descent: int
    """Negative below the baseline."""

    cap_height: int
    italic_angle: float
    """Degrees counter-clockwise from the vertical; negative leans right."""

    fixed_pitch: bool
    serif: bool
    weight: int
    """usWeightClass, 400 for Regular."""

    fs_type: int
    cff: bool
    """Whether the outlines are CFF; otherwise glyf."""

    @property
    def embedding(self) -> Embedding:
        """The least restrictive permission that is set, as versions 0-2 of OS/2 are to be read."""
        if self.fs_type & 0x8:
            return Embedding.EDITABLE
        if self.fs_type & 0x4:
            return Embedding.PREVIEW_PRINT
        return Embedding.RESTRICTED if self.fs_type & 0x2 else Embedding.INSTALLABLE

    @property
    def no_subsetting(self) -> bool:
        """fsType bit 8: the font must be embedded whole."""
        return bool(self.fs_type & 0x100)

    @property
    def bitmap_only(self) -> bool:
        """fsType bit 9: outlines must not be embedded."""
        return bool(self.fs_type & 0x200)


def read_tables(face: Face) -> FontTables:
    """The facts of ``face``.

    Raises:
        DamagedFontError: head, hhea or OS/2 is cut short.
    """
    hb_face, upem = face.hb_face, face.upem

    def mille(units: int) -> int:
        return round(units * 1000 / upem)

    left, bottom, right, top = struct.unpack(">4h", _slice(hb_face, "head", 36, 8))
    ascent, descent = struct.unpack(">2h", _slice(hb_face, "hhea", 4, 4))
    os2 = _Os2.read(hb_face)
    angle, fixed = _post(hb_face)
    return FontTables(
        postscript_name=hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face.key,
        bbox=(mille(left), mille(bottom), mille(right), mille(top)),
        ascent=mille(os2.ascender or ascent),
        descent=mille(os2.descender or descent),
        cap_height=mille(os2.cap_height) or round((_ink_top(face, "H") or 0.7) * 1000),
        italic_angle=angle,
        fixed_pitch=fixed,
        serif=os2.serif,
        weight=os2.weight,
        fs_type=os2.fs_type,
        cff="CFF " in hb_face.table_tags,
    )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Os2:
    """The fields of OS/2 that matter here; a font without the table is read as unrestricted."""

    weight: int = 400
    fs_type: int = 0
    serif: bool = False
    ascender: int = 0
    descender: int = 0
    cap_height: int = 0

    @classmethod
    def read(cls, hb_face: hb.Face) -> _Os2:
        table = bytes(hb_face.reference_table("OS/2").data)
        if not table:
            return cls()
        if len(table) < 68:  # the length of version 0 as Apple wrote it, without the typo metrics
            raise DamagedFontError("OS/2")
        version, _, weight, _, fs_type = struct.unpack_from(">HhHHH", table)
        family, serif_style = table[32], table[33]
        ascender, descender = struct.unpack_from(">2h", table, 68) if len(table) >= 72 else (0, 0)
        cap = struct.unpack_from(">h", table, 88)[0] if version >= 2 and len(table) >= 90 else 0
        # PANOSE: family 2 is Latin text, serif styles 2-10 have serifs, 11-15 have none
        return cls(weight, fs_type, family == 2 and 2 <= serif_style <= 10, ascender, descender, cap)


def _post(hb_face: hb.Face) -> tuple[float, bool]:
    """Italic angle and whether all glyphs are equally wide; a font without ``post`` is upright."""
    table = bytes(hb_face.reference_table("post").data)
    if len(table) < 16:
        return 0.0, False
    angle, _, fixed = struct.unpack_from(">i4sI", table, 4)
    return angle / 65536, bool(fixed)


def _slice(hb_face: hb.Face, tag: str, offset: int, length: int) -> bytes:
    part = bytes(hb_face.reference_table(tag).data)[offset : offset + length]
    if len(part) < length:
        raise DamagedFontError(tag)
    return part


def _ink_top(face: Face, character: str) -> float | None:
    gid = face.hb_font.get_nominal_glyph(ord(character))
    box = face.ink_box(gid) if gid else None
    return box.top if box else None

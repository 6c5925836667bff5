"""A face is cut down to the glyphs a document shows.

Comes in: a face and the glyph ids used. Goes out: the font program to embed, and where each glyph is in it.
A face whose maker forbids subsetting goes in whole. Source: ISO 32000-2 9.9 (embedded font programs),
table 124; OpenType 1.9, OS/2 fsType bit 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import uharfbuzz as hb

from reportpdf.paint.font_tables import DamagedFontError, FontTables
from reportpdf.text.face import Face

_TRUETYPE_TABLES = frozenset({"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"})
"""What a TrueType program embedded as a CIDFont is read by; the rest of the font is for layout."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FontProgram:
    """A font program. ``glyph_of`` maps a glyph id of the face to its id in the program; None: unchanged."""

    data: bytes
    glyph_of: Mapping[int, int] | None
    whole: bool


def subset_face(face: Face, tables: FontTables, gids: Iterable[int]) -> FontProgram:
    """The program that draws ``gids`` of ``face``.

    A TrueType program is renumbered. A CFF program keeps its glyph numbers, since they are what a content
    stream shows; its character set is made the identity, so that this holds for a CID-keyed font too.

    Raises:
        DamagedFontError: a glyph is asked for that the face has not, or HarfBuzz can make no font of it.
    """
    wanted = {0, *gids}
    if max(wanted) >= face.hb_face.glyph_count:
        raise DamagedFontError("cmap")
    request = hb.SubsetInput()
    if tables.no_subsetting:
        request.keep_everything()
    else:
        request.glyph_set.update(wanted)
        request.flags = (
            hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        )
    if tables.cff:
        request.flags |= hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    _drop_tables(request, face, tables)
    try:
        plan = hb.SubsetPlan(face.hb_face, request)
        program = plan.execute()
    except (RuntimeError, hb.HarfBuzzError) as error:
        raise DamagedFontError("CFF" if tables.cff else "glyf") from error
    if not program.glyph_count:
        raise DamagedFontError("maxp")
    if tables.cff:
        return FontProgram(_table(program, "CFF "), None, tables.no_subsetting)
    renumbered = None if tables.no_subsetting else dict(plan.old_to_new_glyph_mapping.items())
    return FontProgram(bytes(program.blob.data), renumbered, tables.no_subsetting)


def _drop_tables(request: hb.SubsetInput, face: Face, tables: FontTables) -> None:
    """Leaves out what a PDF never reads: layout, character map, names, vertical metrics."""
    keep = {"CFF ", "head", "hhea", "hmtx", "maxp"} if tables.cff else _TRUETYPE_TABLES
    for tag in face.hb_face.table_tags:
        if tag not in keep:
            request.drop_table_tag_set.add(int.from_bytes(tag.encode("latin-1"), "big"))


def _table(face: hb.Face, tag: str) -> bytes:
    data = bytes(face.reference_table(tag).data)
    if not data:
        raise DamagedFontError(tag.strip())
    return data

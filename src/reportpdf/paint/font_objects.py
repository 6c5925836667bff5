"""Faces become font objects of the PDF: one Type0 font a face, with its program, widths and text.

Comes in: encoders that know which glyphs the pages show. Goes out: objects in reportlab's document.
Source: ISO 32000-2 9.7 (composite fonts), 9.8 (font descriptors), 9.9.2 (subset tags).
"""

from __future__ import annotations

import hashlib
import re
from itertools import groupby
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.paint.encode import FaceEncoder, Plane
from reportpdf.paint.font_tables import DamagedFontError, FontTables
from reportpdf.paint.numbers import number
from reportpdf.paint.pdf_file import FONT_LEVEL, PdfFile, Stream
from reportpdf.paint.subset import FontProgram, subset_face
from reportpdf.paint.text_stream import DOWNWARD
from reportpdf.paint.to_unicode import to_unicode

_FULL_WIDTH = 1000.0
_FIXED, _SERIF, _SYMBOLIC, _ITALIC = 1, 2, 4, 64  # ISO 32000-2 table 121
_SYSTEM_INFO = "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"


class EmbeddedPlane:
    """One plane of a face as a font of the PDF; reportlab asks it for its objects when the file is written.

    Raises:
        InputError: HarfBuzz can make no subset of the face, although it opened.
    """

    def __init__(self, name: str, encoder: FaceEncoder, plane: Plane, tables: FontTables) -> None:
        self._name = name
        self._encoder = encoder
        self._entries = plane.entries
        self._vertical = plane.vertical
        self._tables = tables

    def addObjects(self, document: PdfFile) -> None:  # noqa: N802  reportlab's name
        """Adds the font under its resource name."""
        gids = {gid for gid, _ in self._entries.values()}
        program = self._program(gids)
        name = self._base_font(program)
        cff = self._tables.cff
        descendant: dict[str, Any] = {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if cff else "/CIDFontType2",
            "BaseFont": PDFName(name),
            "CIDSystemInfo": _SYSTEM_INFO,
            "DW": int(_FULL_WIDTH),
            "W": self._widths(),
            "FontDescriptor": document.add(self._descriptor(document, program, name)),
        }
        if not cff:
            descendant["CIDToGIDMap"] = document.register(Stream(self._glyph_map(program), FONT_LEVEL))
        texts = {code: text for code, (_, text) in self._entries.items()}
        fonts = document.add(descendant), document.register(Stream(to_unicode(texts), FONT_LEVEL))
        self._add_font(document, self._name, f"{name}-Identity-H" if cff else name, "Identity-H", fonts)
        if self._vertical:
            own_name = f"{name}-Identity-V" if cff else name
            self._add_font(document, self._name + DOWNWARD, own_name, "Identity-V", fonts)

    def _add_font(
        self, document: PdfFile, name: str, base_font: str, encoding: str, fonts: tuple[object, object]
    ) -> None:
        """Adds a composite font for one writing mode; both modes share glyphs and text."""
        descendant, texts = fonts
        document.fonts[name] = document.add(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": PDFName(base_font),
                "Encoding": f"/{encoding}",
                "DescendantFonts": f"[{descendant}]",
                "ToUnicode": texts,
            }
        )

    def _program(self, gids: set[int]) -> FontProgram:
        face = self._encoder.face
        try:
            return subset_face(face, self._tables, gids)
        except DamagedFontError as error:
            raise InputError(problem("font-damaged", Place(face.path), part=error.part)) from error

    def _base_font(self, program: FontProgram) -> str:
        plain = re.sub(r"[^!-~]|[\[\](){}<>/%#]", "", self._tables.postscript_name) or "Font"
        return plain if program.whole else f"{_subset_tag(program.data)}+{plain}"

    def _descriptor(self, document: PdfFile, program: FontProgram, name: str) -> dict[str, object]:
        tables = self._tables
        flags = _SYMBOLIC | (_FIXED if tables.fixed_pitch else 0) | (_SERIF if tables.serif else 0)
        kind: dict[str, object] = (
            {"Subtype": "/CIDFontType0C"} if tables.cff else {"Length1": len(program.data)}
        )
        file = document.register(Stream(program.data, FONT_LEVEL, **kind))
        return {
            "Type": "/FontDescriptor",
            "FontName": PDFName(name),
            "Flags": flags | (_ITALIC if tables.italic_angle else 0),
            "FontBBox": "[" + " ".join(map(str, tables.bbox)) + "]",
            "ItalicAngle": number(tables.italic_angle),
            "Ascent": tables.ascent,
            "Descent": tables.descent,
            "CapHeight": tables.cap_height,
            # No table gives stems; this grows with the weight as text faces do: 88 at 400, 242 at 900
            "StemV": round(50 + (tables.weight / 65) ** 2),
            "FontFile3" if tables.cff else "FontFile2": file,
        }

    def _widths(self) -> str:
        """The W array: each run of consecutive codes whose glyphs are not one em wide."""
        width, entries = self._encoder.width, self._entries
        rows = [(code, width(entries[code][0])) for code in sorted(entries)]
        narrow = [row for row in rows if row[1] != _FULL_WIDTH]
        parts = []
        for _, run in groupby(enumerate(narrow), lambda row: row[1][0] - row[0]):
            members = [row for _, row in run]
            parts.append(f"{members[0][0]} [{' '.join(number(w, 4) for _, w in members)}]")
        return f"[{' '.join(parts)}]"

    def _glyph_map(self, program: FontProgram) -> bytes:
        """Two bytes a code: the glyph in the program. Source: ISO 32000-2 table 115, CIDToGIDMap."""
        last = max(self._entries, default=0)
        glyph_of, glyphs = program.glyph_of, bytearray(2 * (last + 1))
        for code, (gid, _) in self._entries.items():
            its_place = gid if glyph_of is None else glyph_of[gid]
            glyphs[2 * code : 2 * code + 2] = its_place.to_bytes(2, "big")
        return bytes(glyphs)


def _subset_tag(program: bytes) -> str:
    """Six capitals that depend on the program alone, so that equal subsets have equal names."""
    value = int.from_bytes(hashlib.sha256(program).digest()[:8], "big")
    letters = []
    for _ in range(6):
        value, letter = divmod(value, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)

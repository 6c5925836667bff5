"""The marks of copies as form XObjects, with fonts that hold one recipient's characters and no other's.

Comes in: set pieces, and the number that the next new object of the file has. Goes out: bodies of objects,
for a file that lies there already. Colours are black alone: grey on a screen, K on a press.
Source: ISO 32000-2 8.10 (form XObjects), 11.3.5 (blend modes), 9.9.2 (subsets).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from math import cos, sin

from reportlab.pdfbase.pdfdoc import PDFIndirectObject

from reportpdf.base.ink import Ink
from reportpdf.layout.display import TextItem
from reportpdf.layout.stamp import QUIET_GREY, SIGN_FACE, Piece
from reportpdf.paint.faces import OpenFaces
from reportpdf.paint.numbers import number
from reportpdf.paint.page_stream import Origin, PageWriter
from reportpdf.paint.pdf_file import PdfFile
from reportpdf.paint.text_stream import TextState, TextWriter
from reportpdf.text.cluster import Cluster
from reportpdf.text.face import FontSet

_SMALL = 200
"""A stream under so many bytes is stored as it is."""

_DARK = Ink(0.0, 0.0, 0.0, 0.78)
"""Of symbol and micro-type."""

_SOFT = Ink(0.0, 0.0, 0.0, 0.6)
"""Of the small symbols: as quiet as the line, and still read from a photograph [measured]."""

_PALE = "0.92 g"
"""The watermark multiplies what it lies over: white becomes a pale grey, black stays black, and a photo is
darker by a twelfth where the letters are."""

_UNITS, _MIDDLE = 1000, 0.36
"""Of outlines to an em, and how far the middle of Han is above the baseline, em."""

_MULTIPLY = "/ExtGState <</GS <</Type /ExtGState /BM /Multiply>>>>"


class SignFont:
    """The font of digits and letters, which all copies have alike. ``objects`` are numbered from
    ``first``."""

    def __init__(self, fonts: FontSet, clusters: Iterable[Cluster], first: int) -> None:
        faces = OpenFaces(fonts)
        self.encoder = faces.encoder(SIGN_FACE)
        for cluster in clusters:
            _ = self.encoder.strings[cluster]
        appendix = _Appendix(first)
        for plane in faces.planes(SIGN_FACE, 1):
            plane.addObjects(appendix)
        self.objects: Mapping[int, bytes] = appendix.bodies(first)
        self.resources = appendix.font_entries()
        self.next = first + len(self.objects)


class StampForms:
    """The forms of one recipient; ``objects`` are those of its fonts, all that it says beside the forms."""

    def __init__(self, fonts: FontSet, signs: SignFont, clusters: Iterable[Cluster], *, press: bool) -> None:
        fills = {ink: _fill(ink, press=press) for ink in (QUIET_GREY, _DARK, _SOFT)}
        faces = OpenFaces(fonts)
        self._text = TextWriter(lambda key: signs.encoder if key == SIGN_FACE else faces.encoder(key), fills)
        self._pages = PageWriter(self._text, fills, Origin(0.0, 0.0), press=press)
        self._dark, self._soft = fills[_DARK], fills[_SOFT]
        self._text.name(SIGN_FACE)
        for cluster in clusters:  # codes are given out in this order, whichever copy is made first
            self._text.name(cluster.face)
            _ = faces.encoder(cluster.face).strings[cluster]
        appendix = _Appendix(signs.next)
        for number_of_face, key in enumerate(self._text.order, 1):
            if key != SIGN_FACE:
                for plane in faces.planes(key, number_of_face):
                    plane.addObjects(appendix)
        self.objects: Mapping[int, bytes] = {**signs.objects, **appendix.bodies(signs.next)}
        self._resources = f"/Font <<{signs.resources} {appendix.font_entries()}>>"

    def line(self, item: TextItem, room: float) -> bytes:
        """The line; the origin is on its baseline."""
        left, right = number(-room - item.size), number(room + item.size)
        box = f"{left} {number(-item.size)} {right} {number(item.size * 1.5)}"
        return form(self._pages.drawn(item, TextState()), box, self._resources)

    def symbol(self, squares: str, micro: TextItem, side: int, box: str) -> bytes:
        """The squares of a symbol over the code in micro-type; lengths in modules, the origin in
        the upper left corner."""
        words = self._pages.drawn(micro, TextState())
        return form(f"{self._dark}\nq 1 0 0 1 0 {-side} cm\n{squares}\nQ\n{words}", box, self._resources)

    def squares(self, squares: str, side: int) -> bytes:
        """A symbol alone."""
        return form(f"{self._soft}\n1 0 0 1 0 {-side} cm\n{squares}", f"0 {-side} {side} 0", "")


def watermark_form(piece: Piece, size: float, angle: float, outlines: GlyphOutlines, box: str) -> bytes:
    """The words as outlines around the origin, rising by ``angle``."""
    em = size / _UNITS
    turn = " ".join(number(part * em, 6) for part in (cos(angle), sin(angle), -sin(angle), cos(angle)))
    parts = [f"/GS gs {_PALE}\n{turn} 0 0 cm"]
    moves, pen = dict(piece.moves), -piece.width / 2
    for i, cluster in enumerate(piece.clusters):
        pen += moves.get(i, 0.0)
        for glyph in cluster.glyphs:
            x, y = pen + glyph.dx, glyph.dy - _MIDDLE
            drawn = outlines.of(cluster.face, glyph.gid)
            parts.append(f"q 1 0 0 1 {x * _UNITS:.0f} {y * _UNITS:.0f} cm\n{drawn} Q")
            pen += glyph.advance
    return form("\n".join(parts), box, _MULTIPLY)


class GlyphOutlines:
    """Outlines of glyphs as operators, in thousandths of an em; each is made once."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._known: dict[tuple[str, int], str] = {}

    def of(self, face: str, gid: int) -> str:
        """The filled outline of a glyph."""
        known = self._known.get((face, gid))
        if known is None:
            steps = self._fonts[face].outline(gid)
            words = [" ".join((*(f"{n * _UNITS:.0f}" for n in numbers), op)) for op, numbers in steps]
            known = self._known[face, gid] = " ".join((*words, "f")) if words else ""
        return known


def form(content: str, box: str, resources: str) -> bytes:
    """A form XObject; a long one is compressed."""
    data, filtered = content.encode("ascii"), ""
    if len(data) > _SMALL:
        data, filtered = zlib.compress(data, 6), " /Filter /FlateDecode"
    head = (
        f"<</Type /XObject /Subtype /Form /FormType 1 /BBox [{box}] /Resources <<{resources}>>"
        f" /Length {len(data)}{filtered}>>\nstream\n"
    )
    return b"".join((head.encode("ascii"), data, b"\nendstream"))


class _Appendix(PdfFile):
    """Objects that follow those of a file."""

    def __init__(self, first: int) -> None:
        super().__init__()
        self.objectcounter = first - 1

    def font_entries(self) -> str:
        """The fonts by name, as resources have them."""
        return " ".join(f"/{name} {reference}" for name, reference in self.fonts.dict.items())

    def bodies(self, first: int) -> dict[int, bytes]:
        """The new objects by number, without ``obj`` and ``endobj``."""
        found: dict[int, bytes] = {}
        while (name := self.numberToId.get(first + len(found))) is not None:
            whole = PDFIndirectObject(name, self.idToObject[name]).format(self)
            found[first + len(found)] = whole.split(b" obj\n", 1)[1].removesuffix(b"endobj\n").rstrip(b"\n")
        return found


def _fill(ink: Ink, *, press: bool) -> str:
    return f"0 0 0 {number(ink.k)} k" if press else f"{number(1 - ink.k * 0.9)} g"

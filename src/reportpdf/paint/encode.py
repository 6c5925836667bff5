"""Clusters become the hexadecimal strings that a content stream shows.

Comes in: clusters of one face. Goes out: for each cluster its codes as text, made once and kept; and for
the whole face the list of codes that were given out, which the font is later subset and mapped by.

Codes are ours: in a TrueType face each distinct pair of glyph and text has its own code, in order of first
use, so that one glyph may stand for 用 here and for ⽤ there. A CFF face has no table from codes to glyphs,
so a code is the glyph's own number, and a glyph's second text goes to a second font of the same face,
its next *plane*. Source: ISO 32000-2 9.7.4.2 (glyph selection in CIDFonts), 9.10.3 (ToUnicode CMaps).

A cluster's string stands between ``<`` and ``>`` of a TJ array and may hold these marks, which
:mod:`reportpdf.paint.text_stream` puts into words of the page's own sizes:

    |        a place inside the cluster where the line's tracking must not act
    >n<      n thousandths of an em to move back
    ^n^      the height above the baseline of what follows, in em
    @p@      the plane of what follows
    ~s~      the size of what follows, of the line's
    {s}      as |, in what is set at that size
    !c!      a hyphen at a line's end: c shows -, and is read as U+00AD, which joins the word again
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reportpdf.paint.numbers import number
from reportpdf.text.cluster import Cluster, Glyph
from reportpdf.text.face import Face

SOFT_HYPHEN = "\u00ad"
HYPHEN = "-"

_LAST_CODE = 0xFFFF
_ADVANCE_PLACES = 4
"""Decimals of a declared width in thousandths of an em: exact for 1000, 2000 and 2048 units to 5e-8 em."""

_SLACK = 5e-4
"""An advance that differs from the declared width by less, in thousandths of an em, is the declared one."""


@dataclass(slots=True)
class Plane:
    """The codes of one font: ``entries`` maps a code to its glyph and text, in order of first use."""

    entries: dict[int, tuple[int, str]] = field(default_factory=dict)
    vertical: bool = False
    """Whether vertical lines show it too."""


class FaceEncoder:
    """Gives out the codes of one face. ``strings`` maps a cluster to its string, made when asked for."""

    def __init__(self, face: Face, *, cff: bool) -> None:
        self.face = face
        self.cff = cff
        self.planes: list[Plane] = [Plane()]
        self.strings = _ClusterStrings(self)
        self._codes: dict[tuple[int, str], tuple[int, int]] = {}
        self._widths: dict[int, float] = {}

    def code(self, gid: int, text: str) -> tuple[int, int]:
        """The plane and the code of a glyph that stands for ``text``."""
        known = self._codes.get((gid, text))
        if known is None:
            known = self._by_glyph(gid) if self.cff else self._next_code()
            plane, code = known
            while plane >= len(self.planes):
                self.planes.append(Plane())
            self.planes[plane].entries[code] = (gid, text)
            self._codes[gid, text] = known
        return known

    def width(self, gid: int) -> float:
        """The glyph's declared width in thousandths of an em."""
        known = self._widths.get(gid)
        if known is None:
            units = self.face.hb_font.get_glyph_h_advance(gid)
            known = self._widths[gid] = round(units * 1000 / self.face.upem, _ADVANCE_PLACES)
        return known

    def _next_code(self) -> tuple[int, int]:
        """Codes count from 1: code 0 is the missing glyph's."""
        if len(self.planes[-1].entries) == _LAST_CODE:
            self.planes.append(Plane())
        return len(self.planes) - 1, len(self.planes[-1].entries) + 1

    def _by_glyph(self, gid: int) -> tuple[int, int]:
        plane = next((i for i, p in enumerate(self.planes) if gid not in p.entries), len(self.planes))
        return plane, gid


class _ClusterStrings(dict[Cluster, str]):
    """Cluster to string. Clusters are compared by identity, so the look-up costs as little as can be."""

    __slots__ = ("_encoder",)

    def __init__(self, encoder: FaceEncoder) -> None:
        super().__init__()
        self._encoder = encoder

    def __missing__(self, cluster: Cluster) -> str:
        text = self[cluster] = _encode(self._encoder, cluster)
        return text


def _encode(encoder: FaceEncoder, cluster: Cluster) -> str:
    """The cluster's string; ends in plane 0 and on the baseline, as it began."""
    if cluster.text == SOFT_HYPHEN:
        return f"!{_encode(encoder, _shown_hyphen(cluster))}!"
    glyph = cluster.glyphs[0] if len(cluster.glyphs) == 1 else None
    if (
        glyph and not glyph.dy and cluster.scale == 1 and encoder.code(glyph.gid, glyph.text)[0] == 0
    ):  # nearly every cluster
        return _placed(glyph, f"{encoder.code(glyph.gid, glyph.text)[1]:04X}", encoder.width(glyph.gid))
    scale = cluster.scale
    resized = scale != 1
    parts: list[str] = [f"~{number(scale, 5)}~"] if resized else []
    plane, rise = 0, 0.0
    for i, (glyph, text) in enumerate(glyph_texts(cluster)):
        its_plane, code = encoder.code(glyph.gid, text)
        if i:
            parts.append(f"{{{number(scale, 5)}}}" if resized else "|")
        if its_plane != plane:
            parts.append(f"@{its_plane}@")
        if glyph.dy != rise:
            parts.append(f"^{number(glyph.dy, 5)}^")
        plane, rise = its_plane, glyph.dy
        parts.append(_placed(glyph, f"{code:04X}", encoder.width(glyph.gid), scale))
    if plane:
        parts.append("@0@")
    if rise:
        parts.append("^0^")
    if resized:
        parts.append("~1~")
    return "".join(parts)


def _shown_hyphen(cluster: Cluster) -> Cluster:
    """The cluster of a soft hyphen as what is seen of it."""
    glyphs = tuple(replace(glyph, text=HYPHEN) for glyph in cluster.glyphs)
    return replace(cluster, text=HYPHEN, glyphs=glyphs)


def _placed(glyph: Glyph, code: str, width: float, scale: float = 1.0) -> str:
    """The code with what moves the pen to the glyph's offset before it and to its advance after it."""
    before = glyph.dx * 1000 / scale
    after = glyph.advance * 1000 / scale - width - before
    if abs(before) >= _SLACK:
        code = f">{number(-before)}<{code}"
    return f"{code}>{number(-after)}<" if abs(after) >= _SLACK else code


def glyph_texts(cluster: Cluster) -> Iterator[tuple[Glyph, str]]:
    """Each glyph with the characters it shall be extracted as.

    Where several glyphs draw several characters (a base and its accent), each takes one and the first
    takes what is left over; where glyphs outnumber characters the later ones stand for nothing.
    """
    glyphs = cluster.glyphs
    for start, end in _groups(glyphs):
        text, count = glyphs[start].text, end - start
        first = len(text) - (count - 1)
        if count == 1 or first < 1:
            yield from ((glyph, glyph.text) for glyph in glyphs[start:end])
            continue
        yield glyphs[start], text[:first]
        yield from zip(glyphs[start + 1 : end], text[first:], strict=True)


def _groups(glyphs: tuple[Glyph, ...]) -> Iterator[tuple[int, int]]:
    """Spans of a glyph with text and the glyphs without that follow it."""
    start = 0
    for i in range(1, len(glyphs) + 1):
        if i == len(glyphs) or glyphs[i].text:
            yield start, i
            start = i

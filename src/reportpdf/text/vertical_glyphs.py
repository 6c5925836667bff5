"""Where the glyphs of a vertical line stand, and the white above and below them.

In: a cluster as horizontal text has it, and its face. Out: the same with its vertical glyphs. The pen is on
the line's centre at the top of the cluster, an upright glyph's offset leads from it to the glyph's
horizontal origin, y upward; advances run down. Em. Sources: GB/T 15834-2011 5.1, 5.2; clreq #id68,
#h-punctuation_adjustment_space; OpenType ``vert``, ``vhal``, ``vmtx``, ``hwid``, ``twid``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportpdf.text.cluster import Cluster, Glyph, Kind
from reportpdf.text.face import Face
from reportpdf.text.shape import DASH_GAP, SIDE_BEARING

BASELINE = 0.38
"""From the centre of the Han em box to its baseline, em: 0.88 above it and 0.12 below."""

HAN_TOP = 0.5 + BASELINE

LEAST_SQUEEZE = 0.6
"""Digits set side by side are squeezed no further; what would need more is turned. Source: clreq #id68."""

STANDING = "standing"
"""What the groups of letters and digits that stand upright begin with."""

_HAN = {"script": "Hani", "language": "zh-Hans"}
_HAN_FEATURES = {"vkrn": False, "vpal": False, "vchw": False, "vhal": False}
_HALF_FEATURES = {**_HAN_FEATURES, "vhal": True}


def standing(base: Cluster, face: Face, drawn: str, kind: Kind) -> Cluster:
    """The cluster with the glyphs that ``drawn`` has in vertical text, upright on the line's centre."""
    glyphs = face.shape_down(drawn, _HAN_FEATURES, **_HAN)
    if "vmtx" not in face.hb_face.table_tags:  # without it heights are those of hhea, not of the Han box
        glyphs = in_square(glyphs)
    if kind is Kind.ELLIPSIS:
        glyphs = tuple(_on_centre(face, glyph) for glyph in glyphs)
    return replace(base, kind=kind, glyphs=glyphs, advance=sum(g.advance for g in glyphs))


def in_square(glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    """Glyphs on the baseline of a Han box, 1 em down the line for all of them."""
    top = glyphs[0].dy
    last = len(glyphs) - 1
    return tuple(
        Glyph(g.gid, float(i == last), g.dx, g.dy - top - HAN_TOP, g.text) for i, g in enumerate(glyphs)
    )


def _on_centre(face: Face, glyph: Glyph) -> Glyph:
    """The glyph with its ink on the line's centre. Source: GB/T 15834-2011 5.2.2."""
    ink = face.ink_box(glyph.gid)
    if ink is None:
        return glyph
    return Glyph(glyph.gid, glyph.advance, -(ink.left + ink.right) / 2, glyph.dy, glyph.text)


def interpunct(base: Cluster, face: Face) -> Cluster:
    """A dot in the middle of the room it has across the page. Source: GB/T 15834-2011 5.1.7, 5.2.2."""
    glyph = base.glyphs[0]
    ink = face.ink_box(glyph.gid)
    if ink is None or len(base.glyphs) > 1:
        return replace(base, turned=True)
    room = base.advance
    dx, dy = -(ink.left + ink.right) / 2, -room / 2 - (ink.bottom + ink.top) / 2
    return replace(base, glyphs=(Glyph(glyph.gid, room, dx, dy, glyph.text),), right=0.0)


def stops(base: Cluster, face: Face) -> tuple[Glyph, ...]:
    """Two stops side by side in one em, a third alone in a second. Source: GB/T 15834-2011 5.1.2."""
    made: list[Glyph] = []
    for i, glyph in enumerate(base.glyphs):
        ink = face.ink_box(glyph.gid)
        middle = (ink.left + ink.right) / 2 if ink else glyph.advance / 2
        at = 0.0 if i == 2 else 0.5 * i - 0.25
        made.append(Glyph(glyph.gid, float(i > 0), at - middle, -HAN_TOP, glyph.text))
    return tuple(made)


def across(base: Cluster, face: Face) -> Cluster | None:
    """Digits side by side within 1 em; None if they would have to be squeezed too far."""
    narrow = {2: "hwid", 3: "twid"}.get(len(base.text), "qwid")
    plain = base.glyphs
    candidates = [plain, *(face.shape(base.text, {f: True}, **_HAN) for f in (narrow, "hwid"))]
    widths = [sum(g.advance for g in glyphs) for glyphs in candidates]
    fitting = next((i for i, width in enumerate(widths) if width <= 1.0), widths.index(min(widths)))
    glyphs, width = candidates[fitting], widths[fitting]
    # The white at either end of the digits may stand outside the square, their ink may not.
    squeeze = min(1.0, max(LEAST_SQUEEZE, 1.0 / width))
    if squeeze * (width - _bearings(face, glyphs)) > 1.0:
        return None
    made, pen, last = [], -width * squeeze / 2, len(glyphs) - 1
    for i, g in enumerate(glyphs):
        made.append(Glyph(g.gid, float(i == last), pen + g.dx * squeeze, g.dy - HAN_TOP, g.text))
        pen += g.advance * squeeze
    group = f"{STANDING} across"
    return replace(base, kind=Kind.HAN, glyphs=tuple(made), advance=1.0, squeeze=squeeze, group=group)


def _bearings(face: Face, glyphs: Sequence[Glyph]) -> float:
    """The white before the first glyph's ink and after the last one's, em."""
    first, last = face.ink_box(glyphs[0].gid), face.ink_box(glyphs[-1].gid)
    return first.left + glyphs[-1].advance - last.right if first and last else 0.0


def unbroken(face: Face, dash: Cluster) -> bool:
    """Whether a dash is 2 em long without a gap. Source: GB/T 15834-2011 5.1.4."""
    if abs(dash.advance - 2) > DASH_GAP:
        return False
    foot, pen = None, 0.0
    for glyph in dash.glyphs:
        ink = face.ink_box(glyph.gid)
        if ink is None or (foot is not None and foot - (pen + glyph.dy + ink.top) > DASH_GAP):
            return False
        foot = pen + glyph.dy + ink.bottom
        pen -= glyph.advance
    return True


def white(made: Cluster, face: Face, drawn: str) -> tuple[float, float]:
    """The white above and below a mark that may go, em; none for one that is not 1 em long."""
    if len(made.glyphs) != 1 or abs(made.advance - 1) > 0.001:
        return 0.0, 0.0
    glyph = made.glyphs[0]
    half = face.shape_down(drawn, _HALF_FEATURES, **_HAN)
    if len(half) == 1 and half[0].gid == glyph.gid and half[0].advance < 0.999:
        above = half[0].dy - glyph.dy
        return above, 1 - half[0].advance - above
    ink = face.ink_box(glyph.gid)
    if ink is None:
        return 0.0, 0.0
    above = min(0.5, max(0.0, -(glyph.dy + ink.top) - SIDE_BEARING))
    below = min(0.5, max(0.0, 1 + glyph.dy + ink.bottom - SIDE_BEARING))
    if made.kind is Kind.OPENING:
        return above, 0.0
    if above >= 0.2 and below >= 0.2:  # a centred mark of Taiwan and Hong Kong keeps its middle
        return min(above, 0.25), min(below, 0.25)
    return 0.0, below

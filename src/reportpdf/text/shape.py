"""Tokens become clusters: which face of the chain, which glyphs, and where a mark's white lies.

In: a token and the faces of a style in their declared order. Out: a
:class:`~reportpdf.text.cluster.Cluster`, made once for each token. Where a mark's ink sits is asked
of the font (``halt``, else the ink box), never assumed of the region. Sources: typography rules after
GB/T 15834-2011 5.1, clreq #h-punctuation_adjustment_space, OpenType ``halt``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportpdf.text.bodies import CONNECTOR_WIDTHS, FIXED_MARKS, FIXED_STOPS, FULL_WIDTH_FORMS
from reportpdf.text.classes import FIXED_SPACES, IDEOGRAPHIC_SPACE, SYLLABLE, group_of, kind_of
from reportpdf.text.cluster import Cluster, Glyph, Kind
from reportpdf.text.coverage import SELECTORS, face_for, printed, without_selectors
from reportpdf.text.face import Face
from reportpdf.text.tokens import CONTROLS, split_tokens
from reportpdf.theme.records import Language

_LATIN = {"script": "Latn", "language": "en"}
_ANY_SCRIPT = {"script": "", "language": "en"}
# chws, palt and kern on Han would trim marks a second time, after our own arithmetic.
_HAN_FEATURES = {"kern": False, "palt": False, "chws": False, "halt": False}
_HALF_FEATURES = {**_HAN_FEATURES, "halt": True}
_LATIN_FEATURES: dict[str, bool] = {}
# Fonts of Chinese draw ‘ ’ “ ” 1 em wide unless asked for the proportional form, as in don’t.
_LATIN_QUOTE_FEATURES = {"pwid": True}
_QUOTES = frozenset("‘’“”")
_EITHER = _QUOTES | frozenset("…—/")
"""Marks with a form for Chinese and one for Western text, which FE00 after them asks for."""

_SUFFIXED = CONTROLS + SYLLABLE
_WESTERN_KINDS = frozenset({Kind.WESTERN, Kind.SPACE, Kind.ASCII_CLOSING, Kind.ASCII_OPENING})
_TRIMMED_KINDS = frozenset({Kind.OPENING, Kind.CLOSING, Kind.PAUSE, Kind.STOP})

SIDE_BEARING = 0.04
"""What stays between ink and the edge of a mark trimmed by its ink box, em [choice]."""

DASH_GAP = 0.02
"""The widest gap between the halves of —— that still looks like one stroke, em (ctex-kit #382)."""

ELLIPSIS_HEIGHT = 0.38
"""Height of the six dots above the baseline, em (clreq: centred on the Han box)."""


class ClusterTable(dict[str, Cluster]):
    """Clusters of one style by token, made when first asked for.

    ``missing`` collects tokens no face of the chain can draw, ``borrowed`` those that a fallback face
    drew, by face key. Without ``trims`` marks keep their white wherever they stand. ``latin`` is the face
    that Western words are set in before any other.
    """

    def __init__(
        self,
        faces: Sequence[Face],
        *,
        trims: bool = True,
        language: Language = Language.HANS,
        latin: LatinFace | None = None,
    ) -> None:
        super().__init__()
        self.faces = tuple(faces)
        self._trims = trims
        self._language = language
        self._latin = latin
        self.missing: set[str] = set()
        self.borrowed: dict[str, str] = {}

    def clusters_of(self, text: str) -> list[Cluster]:
        """The clusters of one line of text, in order."""
        return list(map(self.__getitem__, split_tokens(text)))

    def like(self, _: Cluster) -> ClusterTable:
        """The table of a cluster's pieces: this one."""
        return self

    def __missing__(self, token: str) -> Cluster:
        bare = token.rstrip(_SUFFIXED) if len(token) > 1 else token.rstrip(CONTROLS)
        if bare == token:
            cluster = self._make(token)
        elif bare:
            plain = self[bare]
            cluster = replace(plain, control=token[-1], group=f"{plain.group} {ord(token[-1]):04X}")
        else:
            cluster = Cluster("", Kind.OTHER, self.faces[0].key, (), 0.0, control=token[-1], group=token[-1])
        self[token] = cluster
        return cluster

    def _make(self, token: str) -> Cluster:
        kind = kind_of(token)
        latin = self._latin
        if latin and is_western_form(token, kind) and face_for(token, (latin.face,)):
            cluster = make_cluster(token, kind, latin.face, f"{group_of(token, kind)} latin", self._language)
            return _resized(cluster, latin.scale, latin.shift)
        face = face_for(token, self.faces)
        if face is None:
            self.missing.add(token)
            return Cluster(token, kind, self.faces[0].key, (), 1.0, group=group_of(token, kind))
        if face is not self.faces[0]:
            self.borrowed[token] = face.key
        if kind is Kind.DASH:
            face = next((f for f in self.faces if _drawn_whole(token, f)), face)
        group = group_of(token, kind)
        if kind is not Kind.HAN and face is not self.faces[0]:
            group = f"{group} {face.key}"  # another face may put a mark's white elsewhere
        cluster = make_cluster(token, kind, face, group, self._language)
        return cluster if self._trims else replace(cluster, left=0.0, right=0.0)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LatinFace:
    """The face of Western words, its size of the line's and how far it is raised, em."""

    face: Face
    scale: float
    shift: float


def _resized(cluster: Cluster, scale: float, shift: float) -> Cluster:
    """The cluster at another size on a raised baseline."""
    glyphs = tuple(
        Glyph(g.gid, g.advance * scale, g.dx * scale, g.dy * scale + shift, g.text) for g in cluster.glyphs
    )
    return replace(cluster, glyphs=glyphs, advance=cluster.advance * scale, scale=scale)


def is_western_form(token: str, kind: Kind) -> bool:
    """Whether the token is set in the Western form: words, numbers, ASCII marks, narrow quotation marks."""
    narrow = token[0] in _EITHER and token[1:] == "\ufe00"
    return (kind in _WESTERN_KINDS and token != IDEOGRAPHIC_SPACE) or narrow


def make_cluster(
    token: str, kind: Kind, face: Face, group: str, language: Language = Language.HANS
) -> Cluster:
    """The cluster of a token in a face that has its characters."""
    if is_western_form(token, kind):
        if token in FIXED_SPACES:
            gid = face.shape(" ", _LATIN_FEATURES, **_LATIN)[0].gid
            width = FIXED_SPACES[token]
            return Cluster(token, kind, face.key, (Glyph(gid, width, 0.0, 0.0, token),), width, group=token)
        text = " " if kind is Kind.SPACE else token[0] if token[1:] == "\ufe00" else token
        features = _LATIN_FEATURES if _QUOTES.isdisjoint(text) else _LATIN_QUOTE_FEATURES
        script = _LATIN if text < "\u0530" or text in _EITHER else _ANY_SCRIPT
        glyphs = face.shape(text, features, **script)
        return Cluster(text, kind, face.key, glyphs, sum(g.advance for g in glyphs), group=group)
    glyphs = without_selectors(
        token, face.shape(token, _HAN_FEATURES, script="Hani", language=language.value)
    )
    count = len(token.rstrip(SELECTORS))
    if kind is Kind.STOP and count > 1 and language is Language.HANS:
        # GB/T 15834-2011 5.1.2: two share one em, three share two.
        glyphs = tuple(_closed(face, g, (count - 1) / count) for g in glyphs)
    elif token in FIXED_STOPS:
        glyphs = tuple(_centred(face, g, 1.0) for g in glyphs)
    elif kind in (Kind.INTERPUNCT, Kind.SEPARATOR) and len(glyphs) == 1:
        glyphs = (_centred(face, glyphs[0], FULL_WIDTH_FORMS.get((language, token), 0.5)),)
    elif token in CONNECTOR_WIDTHS and len(glyphs) == 1:
        glyphs = (_centred(face, glyphs[0], CONNECTOR_WIDTHS[token]),)
    elif kind is Kind.ELLIPSIS:
        glyphs = tuple(_raised(face, g) for g in glyphs)
    advance = sum(g.advance for g in glyphs)
    trimmed = kind in _TRIMMED_KINDS and token not in FIXED_MARKS[language]
    left, right = _white(token, kind, face, glyphs, language) if trimmed else (0.0, 0.0)
    if kind is Kind.STOP and count > 1 and glyphs[-1].dx == 0:
        right = max(0.0, glyphs[-1].advance - 0.5)
    if kind is Kind.INTERPUNCT and len(glyphs) == 1:
        # At a line's end the glyph's own edge is the line's: the rest of its half em is white.
        own = face.hb_font.get_glyph_h_advance(glyphs[0].gid) / face.upem
        right = max(0.0, advance - glyphs[0].dx - own)
    return Cluster(token, kind, face.key, glyphs, advance, left, right, group=group)


def _closed(face: Face, glyph: Glyph, room: float) -> Glyph:
    """The glyph of a stop in less than an em: its white on the right goes first, else some on both sides."""
    ink = face.ink_box(glyph.gid)
    if ink is None or ink.right > 0.5:
        return _centred(face, glyph, room)
    return Glyph(glyph.gid, room, glyph.dx, glyph.dy, glyph.text)


def _centred(face: Face, glyph: Glyph, width: float) -> Glyph:
    """The glyph with its ink in the middle of ``width`` em."""
    ink = face.ink_box(glyph.gid)
    middle = (ink.left + ink.right) / 2 if ink else glyph.advance / 2
    return Glyph(glyph.gid, width, width / 2 - middle, glyph.dy, glyph.text)


def _raised(face: Face, glyph: Glyph) -> Glyph:
    """The glyph of an ellipsis, lifted to the middle of the Han box if the font sets it low."""
    ink = face.ink_box(glyph.gid)
    if ink is None or abs((ink.top + ink.bottom) / 2 - ELLIPSIS_HEIGHT) <= 0.1:
        return glyph
    return Glyph(glyph.gid, glyph.advance, glyph.dx, ELLIPSIS_HEIGHT - (ink.top + ink.bottom) / 2, glyph.text)


def _drawn_whole(token: str, face: Face) -> bool:
    """Whether the face draws a dash of 2 em without a gap. Source: GB/T 15834-2011 5.1.4."""
    if not all(face.has(c) for c in printed(token)):
        return False
    glyphs = face.shape(token, _HAN_FEATURES, script="Hani", language="zh-Hans")
    if abs(sum(g.advance for g in glyphs) - 2) > DASH_GAP:
        return False
    boxes = [face.ink_box(g.gid) for g in glyphs]
    if len(boxes) == 1:
        return True
    first, second = boxes[0], boxes[-1]
    return (
        first is not None and second is not None and glyphs[0].advance - first.right + second.left <= DASH_GAP
    )


def _white(
    token: str, kind: Kind, face: Face, glyphs: tuple[Glyph, ...], language: Language
) -> tuple[float, float]:
    """The white on the left and right that may go, em; none for a mark that is not 1 em wide."""
    if len(token.rstrip(SELECTORS)) > 1 or len(glyphs) != 1 or abs(glyphs[0].advance - 1) > 0.001:
        return 0.0, 0.0
    half = face.shape(token, _HALF_FEATURES, script="Hani", language=language.value)
    if len(half) == 1 and half[0].gid == glyphs[0].gid and half[0].advance < 0.999:
        left = -half[0].dx
        return left, 1 - half[0].advance - left
    ink = face.ink_box(glyphs[0].gid)
    if ink is None:
        return 0.0, 0.0
    left = min(0.5, max(0.0, ink.left - SIDE_BEARING))
    right = min(0.5, max(0.0, 1 - ink.right - SIDE_BEARING))
    if kind is Kind.OPENING:
        return left, 0.0
    if left >= 0.2 and right >= 0.2:  # a centred mark of Taiwan and Hong Kong keeps its middle
        return min(left, 0.25), min(right, 0.25)
    return 0.0, right

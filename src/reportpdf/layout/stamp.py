"""The words of a copy's marks, set: the line at the foot, the watermark, the code in micro-type.

Comes in: whose copy it is, its number and code. Goes out: items around the point (0, 0), which the painter
makes forms of. A line is put together of pieces that are each set once: whole names, single digits and
letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, hypot

from reportpdf.base.geometry import Size
from reportpdf.base.ink import Ink
from reportpdf.layout.display import ARTIFACT, TextItem
from reportpdf.layout.lines import set_words
from reportpdf.text.cluster import Cluster
from reportpdf.text.face import FontSet
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Composition
from reportpdf.theme.style import TextStyle

FACES = ("NotoSansSC-Regular", "NotoSerifSC-Regular", "LXGWWenKai-Regular")
"""Faces that come with reportpdf: Hei, and what others have beyond it."""

STRONG_FACES = ("NotoSansSC-Medium", *FACES)
"""Faces of the watermark."""

SIGN_FACE = "signs"
"""The key of the face of :data:`SIGNS`, cut from the first of the faces: in every copy alike."""

QUIET_GREY = Ink(0.0, 0.0, 0.0, 0.62, screen=(112, 112, 112))
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ-/"
"""What numbers and codes are made of."""

STYLE = TextStyle(FACES, 6.0, 9.0)
_SIGNS = TextStyle((SIGN_FACE,), 6.0, 9.0)
_STRONG = TextStyle(STRONG_FACES, 60.0, 90.0)
_WIDE, _NARROW = 1.5, 0.22
"""White between the parts of the line, and between figures and words, em."""

_TRACKING = 0.02
_MOST_SIZE, _MOST_LENGTH = 0.064, 0.72
"""Of the watermark's characters, and of all of it, in lengths of the page's diagonal: 66 pt on A4."""

WORDS = {"zh": ("第", "份"), "en": ("copy", "")}
"""Around number and total, by language."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Piece:
    """Clusters with the moves between them and their width, em."""

    clusters: tuple[Cluster, ...]
    moves: tuple[tuple[int, float], ...]
    width: float


class StampSetter:
    """Sets marks in the faces of ``fonts``; what no face can draw is in ``missing``."""

    def __init__(self, fonts: FontSet) -> None:
        self._setter = Setter(fonts, Composition())
        self._signs = {sign: self._set(sign, _SIGNS) for sign in SIGNS}

    @property
    def missing(self) -> tuple[str, ...]:
        found = self._setter.table(STYLE).missing, self._setter.table(_STRONG).missing
        return tuple(sorted({character for missing in found for character in missing}))

    @property
    def sign_clusters(self) -> tuple[Cluster, ...]:
        """Those of all digits and letters, in their order."""
        return tuple(cluster for piece in self._signs.values() for cluster in piece.clusters)

    def words(self, words: str) -> Piece:
        """Words as one piece."""
        return self._set(words, STYLE)

    def _set(self, words: str, style: TextStyle) -> Piece:
        line = set_words(self._setter, words, style).line
        return Piece(line.clusters, line.moves, line.width)

    def line(self, name: Piece, number: int, total: int, code: str, around: tuple[Piece, ...]) -> Piece:
        """The whole line: name, number of total, code. ``around``: the words before and after the number."""
        before, after = around
        figures = [self._signs[sign] for sign in f"{number}/{total}"]
        parts = [(0.0, name), (_WIDE if name.clusters else 0.0, before)]
        parts += [(0.0 if i else _NARROW, piece) for i, piece in enumerate(figures)]
        if after.clusters:
            parts.append((_NARROW, after))
        parts += [(0.0 if i else _WIDE, self._signs[sign]) for i, sign in enumerate(code)]
        return _joined(parts)

    def signs(self, words: str) -> Piece:
        """Digits and letters as one piece."""
        return _joined([(0.0, self._signs[sign]) for sign in words])

    def try_watermark(self, words: str) -> None:
        """Set the words to know what is missing, and draw nothing."""
        self._set(words, _STRONG)

    def watermark(self, words: str, trim: Size) -> tuple[Piece, float, float]:
        """The words, their size, and the angle they rise by: that of the page's diagonal."""
        piece = self._set(words, _STRONG)
        size = hypot(trim.width, trim.height) * min(_MOST_SIZE, _MOST_LENGTH / max(piece.width, 1.0))
        return piece, size, atan2(trim.height, trim.width)


def put(piece: Piece, x: float, y: float, size: float, ink: Ink = QUIET_GREY) -> TextItem:
    """The piece from ``x`` on the baseline ``y``."""
    return TextItem(x, y, size, ink, piece.clusters, piece.moves, _TRACKING, ARTIFACT)


def width(piece: Piece) -> float:
    """How wide the piece is when put, em."""
    return piece.width + _TRACKING * max(0, len(piece.clusters) - 1)


def _joined(parts: list[tuple[float, Piece]]) -> Piece:
    """Pieces one after the other, each with the white before it."""
    clusters: list[Cluster] = []
    moves: list[tuple[int, float]] = []
    total = 0.0
    for gap, piece in parts:
        if gap:
            moves.append((len(clusters), gap))
        moves += [(len(clusters) + i, em) for i, em in piece.moves]
        clusters += piece.clusters
        total += gap + piece.width
    merged: dict[int, float] = {}
    for i, em in moves:
        merged[i] = merged.get(i, 0.0) + em
    return Piece(tuple(clusters), tuple(sorted(merged.items())), total)

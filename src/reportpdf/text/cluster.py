"""The smallest thing a line is made of: a cluster, its glyphs, and what it may do at a line's edge.

A cluster is a Han character, a mark, a long dash, an ellipsis, or a whole Western word or number:
whatever is never split. Lengths are in em of the type size, so one cluster serves every size of its
style; clusters are made once for each distinct text of a style and compared by identity.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol


class Kind(IntEnum):
    """Character classes of Chinese composition. Source: clreq, GB/T 15834-2011 part 5, UAX #14."""

    HAN = 0
    OPENING = 1
    CLOSING = 2
    PAUSE = 3
    STOP = 4
    INTERPUNCT = 5
    CONNECTOR = 6
    SEPARATOR = 7
    DASH = 8
    ELLIPSIS = 9
    WESTERN = 10
    SPACE = 11
    OTHER = 12
    PREFIX = 13
    SUFFIX = 14
    ASCII_OPENING = 15
    ASCII_CLOSING = 16
    ITERATION = 17
    SMALL_KANA = 18


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Glyph:
    """One glyph: id in its face, advance and offset in em, and the text it stands for.

    ``text`` may be several characters (a ligature) or empty (the second glyph of a character).
    """

    gid: int
    advance: float
    dx: float
    dy: float
    text: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cluster:
    """An unsplittable piece of a line in one face.

    ``advance`` is the sum of its glyphs' advances. ``left`` and ``right`` are the white that may be
    taken away on either side of a full-width mark (0.5 or 0), in em.
    """

    text: str
    kind: Kind
    face: str
    """Key of the face in the font set, e.g. ``NotoSerifSC-Regular``."""

    glyphs: tuple[Glyph, ...]
    advance: float
    left: float = 0.0
    right: float = 0.0

    turned: bool = False
    """In vertical text: set along the line, a quarter turn clockwise, and not upright."""

    squeeze: float = 1.0
    """Horizontal scale of the glyphs: digits set side by side in vertical text (纵中横)."""

    control: str = ""
    """A character after it that prints nothing and governs breaks: U+00AD, U+200B, U+2060."""

    scale: float = 1.0
    """Size of the glyphs, of the line's type size; their advances and offsets are of the line's em."""

    group: str = ""
    """Clusters of one group behave alike beside any other: what junctions are looked up by."""


class Clusters(Protocol):
    """What a paragraph asks for clusters: a style's table, or that of words with marks."""

    @property
    def missing(self) -> set[str]:
        """Tokens that no face can draw."""

    def clusters_of(self, text: str) -> list[Cluster]:
        """The clusters of one line of text, in order."""

    def like(self, cluster: Cluster) -> Clusters:
        """The table that holds pieces of a cluster in its own faces."""

    def __getitem__(self, token: str, /) -> Cluster:
        """The cluster of a token."""

"""What is read of annotations: records only.

``Drawn`` is one dictionary of the file, ``Annotation`` what a person meant by it, with the replies. Lengths
in mm from the trim's upper left corner. Source: ISO 32000-2 12.5.6, table 171 (types), 12.5.6.3 (states).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportpdf.base.geometry import Rect
from reportpdf.check.pdf.marks import Box

SKIPPED = frozenset(
    ("Link", "Popup", "Widget", "Screen", "Movie", "PrinterMark", "TrapNet", "Watermark", "3D", "RichMedia",
     "Projection")
)  # fmt: skip
"""Types that nobody writes a remark with."""


class Kind(Enum):
    """How a remark was drawn. ``REPLACE`` is a caret and a strike-out that belong together."""

    HIGHLIGHT = "Highlight"
    UNDERLINE = "Underline"
    SQUIGGLY = "Squiggly"
    STRIKE = "StrikeOut"
    NOTE = "Text"
    FREE_TEXT = "FreeText"
    CARET = "Caret"
    REPLACE = "Replace"
    INK = "Ink"
    SQUARE = "Square"
    STAMP = "Stamp"
    OTHER = "Other"

    @classmethod
    def of(cls, name: str) -> Kind:
        """The kind that a type's name stands for; a circle, line or polygon is what no other name says."""
        return _KINDS.get(name, cls.OTHER)


_KINDS = {kind.value: kind for kind in Kind if kind not in (Kind.REPLACE, Kind.OTHER)}


class State(Enum):
    """What a reviewer said of a remark. Source: ISO 32000-2 table 174 (the Review model)."""

    NONE = ""
    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    CANCELLED = "Cancelled"
    COMPLETED = "Completed"

    @classmethod
    def of(cls, word: str) -> State:
        """The state that a word names; none for those of other models."""
        return next((state for state in cls if state.value == word), cls.NONE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number, its trim and media box in points of the PDF, and whether the trim is stated."""

    number: int
    trim: Box
    media: Box
    stated: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """An annotation dictionary. ``own`` and ``answers`` are object numbers, (0, 0) for none; a program that
    writes the name of what is answered gives ``answers_name``."""

    kind: Kind
    page: int
    boxes: tuple[Rect, ...]
    words: str
    author: str
    modified: str
    name: str
    own: tuple[int, int]
    answers: tuple[int, int]
    answers_name: str
    grouped: bool
    state: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answered to a remark."""

    words: str
    author: str
    modified: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A remark: how it was drawn, where, its words, who and when, what was answered, and how it stands."""

    kind: Kind
    page: int
    boxes: tuple[Rect, ...]
    words: str
    author: str
    modified: str
    name: str
    stamp: str
    replies: tuple[Reply, ...] = ()
    state: State = State.NONE
    state_by: str = ""

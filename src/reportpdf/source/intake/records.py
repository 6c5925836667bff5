"""What a manuscript is once it is read, whatever file it came in; and the report drafted from it.

Made by the readers (``plain``, ``word``, ``sheets``); texts carry the marks of docs/inline.md. A draft's
questions are problems whose words go into the report as ``# check:`` comments.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportpdf.base.problem import Place, Problem
from reportpdf.source.limits import MAX_TEXT


class Kind(Enum):
    """What a block of words is by its form."""

    HEAD = "head"
    TEXT = "text"
    ITEM = "item"
    """Of a list, numbered or not."""

    QUOTE = "quote"
    CAPTION = "caption"
    """Said to be one by its style; others are found by their sense."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. ``level`` is that of a head, 0 for the document's title."""

    kind: Kind
    text: str
    place: Place
    level: int = 0
    number: str = ""
    """Of a list item, as it is printed: ``1.``, ``（一）``; empty for a bullet."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that came with the manuscript: its bytes (embedded) or its path (a file), and its name."""

    name: str
    place: Place
    content: bytes = b""
    path: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of plain cells; one that only arranges pictures and words is read as those."""

    rows: tuple[tuple[str, ...], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Break:
    """Where one manuscript ends and the next begins."""

    shown: str


Block = Words | Image | Grid | Break


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file's blocks in their order, and what was noticed in reading it."""

    shown: str
    blocks: tuple[Block, ...]
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Binding:
    """The cell that a drafted figure is taken from."""

    file: str
    cell: str
    format: str


@dataclass(frozen=True, slots=True)
class DraftCallout:
    """A figure and its text, with what the editor is asked about it."""

    figure: str
    text: str
    place: Place
    asks: tuple[Problem, ...] = ()
    bound: Binding | None = None


@dataclass(frozen=True, slots=True)
class DraftPhoto:
    """A photo, or a caption for which none has come. ``file`` is its path in the folder, given last."""

    place: Place
    image: Image | None = None
    caption: str = ""
    credit: str = ""
    file: str = ""
    stand_in: bool = False
    asks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A section as far as the manuscript tells it."""

    title: str
    place: Place
    callouts: tuple[DraftCallout, ...] = ()
    photos: tuple[DraftPhoto, ...] = ()
    quote: str = ""
    asks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A report drafted from manuscripts."""

    title: str = ""
    byline: tuple[tuple[str, tuple[str, ...]], ...] = ()
    lede: str = ""
    sections: tuple[DraftSection, ...] = ()
    asks: tuple[Problem, ...] = ()
    """About the report as a whole, and about words that have no place in one: none is left out."""


LONGEST = MAX_TEXT
"""Characters of one paragraph: what is longer could not be a text of a report."""

"""What a form says: a heading, fields, ticks, tables and paragraphs, from the head down.

Records only. A form is printed on A4 and goes on over as many pages as it needs; tables repeat their heads,
rows are never cut. Words that do not fit are broken into lines, never dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportpdf.base.ink import Ink


class Align(Enum):
    """Where words stand in a column."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind. ``ink`` None: black. Struck and underlined are those of corrected copy."""

    words: str
    bold: bool = False
    struck: bool = False
    underlined: bool = False
    ink: Ink | None = None


Cell = tuple[Run, ...]
"""What stands in a cell; none: it is left to be filled in by hand. A newline in a run begins a new line."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the form."""

    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words over the whole width."""

    runs: Cell
    small: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A name and what is filled in; an empty value leaves a blank to write in. ``span``: columns it takes."""

    name: str
    value: Cell = ()
    span: int = 1


@dataclass(frozen=True, slots=True)
class Fields:
    """Ruled boxes of names and values, ``columns`` beside each other."""

    fields: tuple[Field, ...]
    columns: int = 2
    least_height: float = 0.0
    """Of a row, points: room to write or sign."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """A choice to tick: its name, and each answer with whether it is ticked already."""

    name: str
    answers: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; widths are shares of the whole."""

    head: str
    share: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    least_height: float = 0.0
    """Of a row, points."""


Block = Heading | Paragraph | Fields | Ticks | Table


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form. ``subtitle`` stands under the title, ``foot`` at every page's foot beside its number."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    foot: str = ""
    landscape: bool = False
    page_words: str = "第 {page} 页　共 {pages} 页"
    """What stands at the foot for the number of a page."""

    language: str = "zh-Hans"


def plain(words: str) -> Cell:
    """A cell of plain words; an empty one for no words."""
    return (Run(words),) if words else ()

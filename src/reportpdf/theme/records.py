"""What a report should look like: a theme (type, colour, the numbers of a look) and a format (the sheet).

Records only; the source room reads them from YAML. Points unless a name says otherwise; ``u`` is one
step of the format's baseline grid, ``em`` is the size of the role it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportpdf.base.ink import Ink
from reportpdf.theme.newspaper import NewspaperLook


class Kinsoku(Enum):
    """Which marks may not begin or end a line. Source: clreq #prohibition_rules_for_line_start_end."""

    NONE = "none"
    BASIC = "basic"
    GB = "gb"
    STRICT = "strict"


class MarkStyle(Enum):
    """How the white of full-width marks is treated inside a line, after xeCJK's names."""

    QUANJIAO = "quanjiao"
    KAIMING = "kaiming"
    BANJIAO = "banjiao"
    LINE_END = "line-end"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Format:
    """The sheet: trim size, bleed, margins and the grid of columns and baselines on it."""

    name: str
    width_mm: float
    height_mm: float
    bleed_mm: float
    margin_left: float
    margin_top: float
    step: float
    """One line of the baseline grid, u."""

    lines: int
    """Grid lines in the type area."""

    columns: int
    column: float
    """Width of one column."""

    gutter: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Composition:
    """The choices that no standard fixes."""

    normalise: bool = True
    kinsoku: Kinsoku = Kinsoku.GB
    marks: MarkStyle = MarkStyle.QUANJIAO
    autospace: float = 0.25
    """Between Han and Western, em."""

    autospace_narrow: float = 1 / 6
    """The same where the measure is under ``narrow`` em."""

    narrow: float = 16.0
    lone_mark_floor: float = 0.75
    """A single pause or stop inside a line is never squeezed under this many em."""

    indent: float = 2.0
    """First-line indent of the second and later paragraphs, em."""

    trim_first_opening: bool = True
    """An opening mark that begins a paragraph loses its left white."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Palette:
    """A section's colour under its trade name."""

    name: str
    ink: Ink


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NamedInk:
    """A colour of the theme that is not a section's: text, soft, paper."""

    name: str
    ink: Ink


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FontFile:
    """A face of the user's own: the name the roles use, the file beside the theme, and, for a
    collection, which face of it."""

    name: str
    file: str
    face: int = 0
    path: str = ""
    """Absolute, once the source room has found it."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Theme:
    """A look as a designer writes it. ``look`` is the record of one layout's roles and numbers."""

    name: str
    title: str
    """What the theme is called in lists, in Chinese."""

    inks: tuple[NamedInk, ...]
    palettes: tuple[Palette, ...]
    numerals: tuple[str, ...]
    """Section numerals in order; beyond them sections count on by the same system."""

    look: NewspaperLook
    composition: Composition = Composition()
    fonts: tuple[FontFile, ...] = ()
    """Faces added to those that come with reportpdf."""

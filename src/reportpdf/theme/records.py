"""What a report should look like: a theme (type, colour, the numbers of a look) and a format (the sheet).

Records only; the source room reads them from YAML. Points unless a name says otherwise; ``u`` is one
step of the format's baseline grid, ``em`` is the size of the role it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from reportpdf.base.ink import Ink
from reportpdf.theme.faces import FaceUse
from reportpdf.theme.gallery import GalleryLook
from reportpdf.theme.inline import InlineLook
from reportpdf.theme.newspaper import NewspaperLook
from reportpdf.theme.palette import Palette
from reportpdf.theme.sheet import SheetLook
from reportpdf.theme.style import TextStyle


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


class Language(Enum):
    """Whose marks and prohibitions are followed. Source: clreq for Chinese, JLREQ for Japanese."""

    HANS = "zh-Hans"
    HANT = "zh-Hant"
    JA = "ja"


class LineFit(Enum):
    """How a paragraph is broken: the least cost over all its lines, or line by line for drafts."""

    TOTAL = "total-fit"
    FIRST = "first-fit"


class FormatLayout(Enum):
    """What a format is filled with: as many pages as the report needs, or newspaper sheets."""

    PAGES = "pages"
    SHEET = "sheet"


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
    layout: FormatLayout = FormatLayout.PAGES
    sheets: int = 1
    """The most pages that a newspaper sheet may run to."""


_INLINE = InlineLook()


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

    bracket_floor: float = 0.5
    """The same for quotation marks and brackets (clreq #line_adjustment, step 3)."""

    indent: float = 2.0
    """First-line indent of the second and later paragraphs, em."""

    trim_first_opening: bool = True
    """An opening mark that begins a paragraph loses its left white."""

    hang: bool = False
    """A pause or stop that does not fit may stand outside the measure (clreq #hanging_punctuation)."""

    hyphenate: bool = False
    """Western words may be broken at their syllables."""

    language: Language = Language.HANS
    lines: LineFit = LineFit.TOTAL

    tcy: bool = True
    """In vertical lines two or three digits stand side by side across the line (纵中横)."""

    vertical_quotes: bool = True
    """Vertical lines draw “” and ‘’ as ﹃﹄ and ﹁﹂ (GB/T 15834-2011 5.2.3); the text stays as it is."""

    inline: InlineLook = _INLINE
    """Marks in running text."""


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
    """A look as a designer writes it: what all its layouts share, and each layout's roles and numbers.

    A theme sets pages as ``look`` (a newspaper of rows) or as ``gallery`` says, and newspaper sheets as
    ``sheet`` says; what it leaves out it cannot set.
    """

    name: str
    title: str
    """What the theme is called in lists, in Chinese."""

    inks: tuple[NamedInk, ...]
    palettes: tuple[Palette, ...]
    numerals: tuple[str, ...]
    """Section numerals in order; beyond them sections count on by the same system."""

    look: NewspaperLook | None = None
    gallery: GalleryLook | None = None
    sheet: SheetLook | None = None
    composition: Composition = Composition()
    fonts: tuple[FontFile, ...] = ()
    """Faces added to those that come with reportpdf."""

    faces: tuple[FaceUse, ...] = ()
    """What goes with a face: its strong one, the one for reversed text, its Latin."""


def as_draft(theme: Theme) -> Theme:
    """The theme with its lines broken one by one."""
    return replace(theme, composition=replace(theme.composition, lines=LineFit.FIRST))


def text_style(theme: Theme) -> TextStyle:
    """The style of running text, of the first look the theme has."""
    look = theme.look or theme.gallery or theme.sheet
    assert look is not None  # a theme without a look is refused when it is read
    return look.styles.body


def look_for(theme: Theme, sheet: Format) -> Look | None:
    """What the theme says of setting that format; None if it says nothing."""
    if sheet.layout is FormatLayout.SHEET:
        return theme.sheet
    return theme.look or theme.gallery


Look = NewspaperLook | GalleryLook | SheetLook

LOOKS = ("look", "gallery", "sheet")
"""The keys of a theme that hold a look; every theme has one of them."""

"""What a report should look like: a theme (type, colour, the numbers of a look) and a format (the sheet).

Records only; the source room reads them from YAML. Points unless a name says otherwise; ``u`` is one
step of the format's baseline grid, ``em`` is the size of the role it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from reportpdf.base.ink import Ink
from reportpdf.theme.faces import FaceUse
from reportpdf.theme.fitting import USUAL_FITTING, Fitting
from reportpdf.theme.gallery import GalleryLook
from reportpdf.theme.heads import Heads
from reportpdf.theme.inline import InlineLook
from reportpdf.theme.newspaper import NewspaperLook
from reportpdf.theme.palette import Palette
from reportpdf.theme.sheet import SheetLook


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


class Squeeze(Enum):
    """How the steps in which a line is squeezed follow each other (clreq #line_adjustment)."""

    SMOOTH = "smooth"
    """All at once, those that come first giving most."""

    IN_ORDER = "in-order"
    """Each to its floor before the next."""


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
    autospace_signs: bool = True
    """％ and ℃ before Han, and ￥ after it, are spaced as a digit is."""

    lone_mark_floor: float = 0.75
    """A single pause or stop inside a line is never squeezed under this many em."""

    bracket_floor: float = 0.5
    """The same for quotation marks and brackets (clreq #line_adjustment, step 3)."""

    squeeze: Squeeze = Squeeze.SMOOTH
    even_marks: float = 0.05
    """Lone pauses and stops of one line differ by no more, em; with ``squeeze`` in order."""

    tighten: float = 0.0
    """By how much every gap of a line may be closed when all else is at its floor, em."""

    tracking_rescue: bool = False
    """A line that would gape is opened inside its words and numbers too."""

    phrases: bool = False
    """Lines break between words of the language where that costs nothing."""

    indent: float = 2.0
    """First-line indent of the second and later paragraphs, em."""

    trim_first_opening: bool = True
    """An opening mark that begins a paragraph loses its left white."""

    justify: bool = True
    """Lines are as wide as the measure; without it they are ragged, and nothing is squeezed or opened."""

    cells: bool = False
    """A strict grid, as on manuscript paper: everything takes whole ems; nothing closes or opens."""

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

    heads: Heads = field(default_factory=Heads)

    @property
    def flush(self) -> bool:
        """Whether lines are squeezed and opened to the measure."""
        return self.justify and not self.cells

    @property
    def trims(self) -> bool:
        """Whether marks give up white anywhere."""
        return self.marks is not MarkStyle.PLAIN and not self.cells

    def autospace_at(self, measure: float) -> float:
        """The Han-Western space at a measure, both in em."""
        if self.cells:
            return 0.0
        return self.autospace if measure >= self.narrow else self.autospace_narrow


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
    fitting: Fitting = USUAL_FITTING
    """How far a number of pages that is asked for may change the look."""

    fonts: tuple[FontFile, ...] = ()
    """Faces added to those that come with reportpdf."""

    faces: tuple[FaceUse, ...] = ()
    """What goes with a face: its strong one, the one for reversed text, its Latin."""

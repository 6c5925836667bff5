"""What every part of the gallery layout needs at hand: its grid, type, figures and sections.

In: theme, format, fonts. Out: a :class:`GallerySetting`. The look has a grid of its own, made for whatever
trim the format has: a strip for titles, columns, and lines counted from the trim's head.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.ink import Ink
from reportpdf.base.units import mm
from reportpdf.layout.gallery_figures import GalleryFigureSetter
from reportpdf.layout.lines import Inks
from reportpdf.layout.setting import PlacedPhoto, lead_first, numeral, section_ink
from reportpdf.model.report import Callout, Section
from reportpdf.text.setter import Setter
from reportpdf.theme.gallery import GalleryLook, GalleryPage
from reportpdf.theme.gallery_styles import GalleryStyles
from reportpdf.theme.records import Format, Theme

COLUMNS = 3
"""The mosaic is made for three columns, in its rules and not only in its measures."""

QUARTERS = 4
"""A column is a whole number of quarter ems of body type, so that its lines need hardly any justifying."""

NEARLY = 0.05
"""A grid line that misses the foot by less than this share of a step still counts."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryGrid:
    """Lookups on page and sheet; points from the trim's upper left corner."""

    page: GalleryPage
    sheet: Format
    em: float
    """Size of body type."""

    @property
    def u(self) -> float:
        return self.page.step

    @property
    def trim_width(self) -> float:
        return mm(self.sheet.width_mm)

    @property
    def trim_height(self) -> float:
        return mm(self.sheet.height_mm)

    @property
    def bleed(self) -> float:
        return mm(self.sheet.bleed_mm)

    @property
    def lines(self) -> int:
        """The grid line that text and photos end on at the latest."""
        return int((self.trim_height - mm(self.page.foot_mm)) / self.u + NEARLY)

    @property
    def room(self) -> int:
        """Lines for rows on a page without a photo."""
        return self.lines - self.page.first_line

    @property
    def foot(self) -> float:
        return self.y(self.lines)

    @property
    def column(self) -> float:
        """Width of one column."""
        page = self.page
        gutters = (COLUMNS - 1) * page.gutter
        room = self.trim_width - mm(page.left_mm) - mm(page.right_mm) - gutters
        quarter = self.em / QUARTERS
        return round(room / COLUMNS / quarter) * quarter

    @property
    def left(self) -> float:
        return mm(self.page.left_mm)

    @property
    def width(self) -> float:
        return self.span(COLUMNS)

    @property
    def strip(self) -> float:
        """Left edge of the strip."""
        return mm(self.page.strip_left_mm)

    @property
    def strip_width(self) -> float:
        return mm(self.page.strip_right_mm) - self.strip

    @property
    def photo_right(self) -> float:
        """Where photos end on the right: as far out as the bleed."""
        return self.trim_width + self.bleed

    def x(self, column: int) -> float:
        """Left edge of a column, counted from 0."""
        return self.left + column * (self.column + self.page.gutter)

    def span(self, columns: int) -> float:
        """Width of so many columns with the gutters between them."""
        return columns * self.column + (columns - 1) * self.page.gutter

    def y(self, line: float) -> float:
        """Height of a grid line."""
        return line * self.u


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GallerySetting:
    """Grid, type, figures and colours of one run."""

    grid: GalleryGrid
    setter: Setter
    figures: GalleryFigureSetter
    inks: Inks
    theme: Theme
    look: GalleryLook
    caption_lines: dict[tuple[int, float], tuple[PlacedPhoto, int]]
    """Lines of each caption at each measure, kept: the search asks for the same ones again and again."""

    @property
    def styles(self) -> GalleryStyles:
        return self.look.styles

    @property
    def u(self) -> float:
        return self.grid.u


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GallerySection:
    """A section ready to be laid out: its lead callout first, and the photos that its pages show."""

    index: int
    section: Section
    ink: Ink
    numeral: str
    callouts: tuple[Callout, ...]
    paths: tuple[str, ...]
    """Source path of each callout, e.g. ``sections[0].callouts[2]``."""

    photos: tuple[PlacedPhoto, ...]

    @property
    def path(self) -> str:
        return f"sections[{self.index}]"


def gallery_section(
    theme: Theme, index: int, section: Section, photos: tuple[PlacedPhoto, ...]
) -> GallerySection:
    """One section; the callout marked ``lead`` comes first."""
    callouts, paths = lead_first(index, section)
    return GallerySection(
        index,
        section,
        section_ink(theme, index, section),
        numeral(theme.numerals, index),
        callouts,
        paths,
        photos,
    )

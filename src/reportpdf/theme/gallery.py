"""The roles and numbers of the ``gallery`` look: pages led by photos, a strip at the left for their titles.

Heights called ``_u`` are in steps of the look's own baseline grid, lengths called ``_mm`` in millimetres,
all others are points. Every measure that fitting copy may scale is a field here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportpdf.theme.gallery_styles import GalleryStyles


class QuoteWriting(Enum):
    """How a section's quote is set: down the strip where it fits, or across the columns."""

    VERTICAL = "vertical"
    HORIZONTAL = "horizontal"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryPage:
    """Where strip, columns and grid lie; grid line 0 is the trim's head."""

    strip_left_mm: float
    strip_right_mm: float
    left_mm: float
    """The columns' left edge, and that of photos."""

    right_mm: float
    """From the columns' right edge to the trim's."""

    foot_mm: float
    """From the last grid line to the trim's foot."""

    folio_mm: float
    """From the baseline of folio and running title to the trim's foot."""

    gutter: float
    step: float
    first_line: int
    """The grid line at which rows begin where no photo stands over them."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryOpening:
    """Page one: photo, title, lede, contents; found from the foot up."""

    photo_least_u: int
    title_gap: float
    """From the photo's foot to the title."""

    lede_gap: float
    contents_gap: float
    title_least: float
    """The title's smallest size."""

    title_lines: int
    title_alone_mm: float
    """From the trim's head to the title of an opening without a photo."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryContents:
    """The sections at the foot of page one: rule, number, couplet, page."""

    top_mm: float
    """From the trim's foot to the rule of a single row."""

    row_u: int
    """By how much every further row goes up."""

    across: int
    gutter: float
    rule: float
    number_drop: float
    """From the rule to the number's baseline."""

    title_drop: float
    """From the number's baseline to the title's."""

    page_drop: float
    number_drop_close: float
    title_drop_close: float
    """The same where rows of cells stand close to each other; there the page stands beside the number."""

    number_small: float
    """Size of the numbers where there are more than two rows, points."""

    title_least: float
    title_lines: int
    figure: float
    """Size of a section's first figure, where no photo leads; points."""

    figure_drop: float
    """From the rule to that figure's baseline."""

    label_drop: float
    """From there to what it counts."""

    figure_u: int
    """By how much its cell is higher for it."""

    most_sections: int
    """With more sections than this each has one line only."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryHead:
    """The strip of a section's pages: thumb index, number, title, quote."""

    tab_width_mm: float
    tab_height_mm: float
    tab_top_mm: float
    tab_step_mm: float
    tabs: int
    """After so many sections the tabs begin again at the top."""

    number_mm: float
    title_mm: float
    sizes: tuple[float, ...]
    """Of the vertical title, tried in order."""

    length_u: float
    """The longest line of a vertical title."""

    lines: int
    drop: float
    """How many characters lower each line begins than the one to its right."""

    wide_least: float
    """The smallest size of a title across the columns, points."""

    quote: QuoteWriting
    quote_gap_u: int
    """White between title and quote in the strip."""

    quote_length: float
    """The longest line that a quote in the strip takes by choice, em."""

    quote_rule: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryFigures:
    """Callout figures: sizes of their digits in points, all else as a share of the digits' size."""

    size: float
    size_wide: float
    """In two columns and more."""

    size_least: float
    size_step: float
    stacked: tuple[float, ...]
    """Sizes of parts that stand one above the other, tried in order."""

    wrapped: tuple[float, ...]
    """Sizes of words too long for one line, tried in order."""

    words: float
    unit: float
    unit_min: float
    sign: float
    unit_gap: float
    sign_gap: float
    part_gap: float
    """Between the parts of a compound, side by side."""

    stack_gap: float
    """Between the parts of a compound, one above the other, and between lines of words."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryRows:
    """Rows of callouts."""

    hairline: float
    zone_u: int
    """The figure's part of a callout, at the least."""

    figure_foot: float
    """From a figure's baseline to the foot of its zone."""

    figure_head: float
    """White over a figure, at the least."""

    gap_u: int
    gap_most_u: int
    """Between rows of a page without a photo at its head, where there is room."""

    text_most_u: int
    """A longer text takes one more column."""

    cell_free_u: int
    """Free lines under a text of two columns that take a photo."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryPhotos:
    """Photo frames; aspects are width by height, as (least, most)."""

    aspect: tuple[float, float]
    cell_aspect: tuple[float, float]
    keep: float
    """The least share of its area that a photo keeps."""

    keep_well: float
    """A photo that keeps less is reported."""

    shape: float
    """How far a frame may go beyond ``aspect`` towards a photo of unusual shape, of that shape."""

    gap_u: int
    """Between a photo at the head and the first row, caption and all."""

    free_least_u: int
    free_most_u: int
    """Of a page without a photo: with more free lines than this its rows stand at the foot."""

    strip_caption_u: int
    """Only beside a higher photo its caption stands in the strip."""

    between: float
    """Between two photos side by side."""

    caption_gap: float
    marker: float
    marker_height: float
    marker_gap: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryLook:
    """The look's type and its measures."""

    styles: GalleryStyles
    page: GalleryPage
    opening: GalleryOpening
    contents: GalleryContents
    head: GalleryHead
    figures: GalleryFigures
    rows: GalleryRows
    photos: GalleryPhotos

"""The roles and numbers of a newspaper sheet: a whole report on one large page, or two.

A sheet's columns are units: two of them with the gutter between them hold a column of text, single ones
hold section heads and edges of photos. Heights called ``_lines`` are lines of the baseline grid; other
lengths are points, em of a role, or shares as their names say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportpdf.theme.palette import Palette
from reportpdf.theme.style import TextStyle


class QuotePlace(Enum):
    """Where a section's quote stands: across its columns, or in vertical lines under its head."""

    ACROSS = "across"
    UNDER_HEAD = "under-head"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetStyles:
    """Every role of type on a sheet.

    Lines of body text and captions are one grid step apart, whatever their ``pitch`` says; figure roles are
    sized by the figure's height.
    """

    headline: TextStyle
    """``size`` is the largest the headline may be."""

    byline: TextStyle
    lede: TextStyle
    section_title: TextStyle
    """``size`` is the usual one of a vertical head; see ``head.sizes``."""

    section_title_across: TextStyle
    numeral: TextStyle
    figure_digits: TextStyle
    figure_words: TextStyle
    figure_unit: TextStyle
    body: TextStyle
    body_small: TextStyle
    """Body text of a sheet that would not hold its report otherwise; ``pitch`` is the grid's step then."""

    body_large: TextStyle
    """Body text of a sheet that has more room than text."""

    quote: TextStyle
    quote_vertical: TextStyle
    caption: TextStyle
    folio: TextStyle
    running_head: TextStyle
    continued: TextStyle
    frame_note: TextStyle


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetMasthead:
    """The rules at the head of a page, the headline under them, byline and lede."""

    bar: float
    hairline: float
    rule_gap: float
    """White between bar and hairline."""

    folio_lines: int
    """Height of the line with folio and running title, where there is one."""

    headline_least: float
    one_line_least: float
    """A headline stands on one line if it can be this large there, else on two."""

    headline_air: float
    """White over and under the headline together, points."""

    byline_rule: float
    byline_lines: float
    lede_column_em: float
    """A lede wider than this is set in columns."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetHead:
    """A section's bar, seal and title."""

    bar: float
    bar_gap: float
    """From the bar to the seal, and to a line of the title that has no seal over it."""

    seal: float
    seal_gap: float
    sizes: tuple[float, ...]
    """Of a vertical head, tried in order; of a head two units wide they are doubled."""

    narrow_size: float
    """Of a title that needs three vertical lines."""

    pitch_em: float
    across_sizes: tuple[float, ...]
    """Of a horizontal head, tried in order."""

    numeral_scale: float
    """Size of the numeral, of the seal's height; two characters are stacked at 0.42 of it."""

    hairline: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetFigures:
    """Sizes of figures, and how a figure is built from its height H; fractions are of H."""

    hero: tuple[float, ...]
    """Sizes of the first callout's digits, tried in order until they fit."""

    hero_grown: float
    hero_small: float
    row: float
    stacked_row: float
    """Of two figures one over the other beside the columns of their text."""

    medium: float
    small: float
    unit: float
    unit_hero: float
    unit_min: float
    unit_gap: float
    sign: float
    """Size of % ‰ ℃, of the digits' size."""

    sign_gap: float
    compound_gap: float
    compound_rule: float
    stacked: float
    least_u: float
    step_u: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetCallouts:
    """The hero and the callouts after it, in lines and points."""

    hero_lines: int
    hero_text_most: int
    """Longest text that stands beside the hero's figure instead of under it, lines."""

    hero_rise: float
    """From the bar to the top of a hero figure that stands over its text."""

    figure_foot: float
    """From a figure's baseline to the first line box of its text."""

    figure_head: float
    """The least white over a figure."""

    hairline: float
    hairline_rise: float
    """How far the hairline between two callouts stands over the line they part at."""

    row_least: float
    """Callouts whose mean text is longer, lines, stand in rows: figure left, text in the other columns."""

    row_most: int
    """No more callouts than this stand in rows."""

    split_least: int
    """At least so many lines of a text stay, and go, where it breaks over columns."""

    quote: QuotePlace
    quote_mark: float
    """Thickness of the rule over a quote."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetPhotos:
    """Frames and captions of photos."""

    lead_units: tuple[float, float]
    """Width of the lead photo, as (least, most) shares of the page's units."""

    lead_lines: tuple[float, float]
    """Its height, as shares of the page's lines."""

    least_units: int
    aspects: tuple[float, float]
    """Width over height of a frame, (least, most)."""

    keep: float
    """The least share of a photo that its frame shows."""

    caption_gap: float
    foot: float
    """From the foot of a photo to the grid line under it."""

    marker: float
    marker_gap: float
    end_rule: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetLook:
    """The look's type and its measures. Palettes named here go before the theme's of the same name."""

    styles: SheetStyles
    masthead: SheetMasthead
    head: SheetHead
    figures: SheetFigures
    callouts: SheetCallouts
    photos: SheetPhotos
    foot_rule: float
    palettes: tuple[Palette, ...] = ()
    numerals: tuple[str, ...] = ()
    """Section numerals in order; none: the theme's."""

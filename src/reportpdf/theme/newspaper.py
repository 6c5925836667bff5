"""The roles and numbers of the ``newspaper`` look: an A4 paper of rows and columns on one grid.

Heights called ``_u`` are in steps of the baseline grid; other lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportpdf.theme.quotes import USUAL_QUOTES, Quotes
from reportpdf.theme.style import TextStyle

_HEAD = {"min": 0, "max": 20}
_STEPS = {"min": 0.5, "max": 200}
_SHARE = {"min": 0, "max": 0.9}
"""Bounds without which no page could be made: of steps in a section's head, of steps that hold something, of
the share that a crop may take."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NewspaperStyles:
    """Every role of type in the look.

    The four figure roles are sized by the figure's height, so their ``size`` and ``pitch`` are unused.
    """

    headline: TextStyle
    lede: TextStyle
    byline_role: TextStyle
    byline_name: TextStyle
    section_title: TextStyle
    numeral: TextStyle
    figure_digits: TextStyle
    figure_words: TextStyle
    figure_unit: TextStyle
    lead_text: TextStyle
    lead_text_narrow: TextStyle
    body: TextStyle
    caption: TextStyle
    caption_beside: TextStyle
    credit: TextStyle
    overview_title: TextStyle
    overview_title_large: TextStyle
    overview_label: TextStyle
    overview_label_large: TextStyle
    page_reference: TextStyle
    running_foot: TextStyle
    folio: TextStyle
    continued: TextStyle
    frame_note: TextStyle
    quote: TextStyle


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Masthead:
    """The opener's head."""

    bar: float
    headline_min: float
    headline_top_u: float
    """From the head of the type area to the top of the headline's first line."""

    headline_hang_em: float
    """How far the headline hangs out on the left, so that ink meets the edge."""

    rule_gap_u: float
    """From the descent of the headline to the hairline under it."""

    lede_gap_u: float
    """From that hairline to the lede's first line box."""

    lede_column: int
    name_indent: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Overview:
    """The opener's cells, one a section. Offsets are from the top of a cell's bar."""

    bar: float
    figure_max_u: float
    figure_baseline_u: float
    label_u: float
    rule_u: float
    list_u: float
    reference_u: float
    height_u: float
    compact_height_u: float
    """Cells without the list of further figures, when there are more than four sections."""

    large_height_u: float
    large_figure_u: float
    list_height: float
    list_height_large: float
    most_sections: int
    """With more sections than this there is no overview."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SectionHead:
    """A section's rule, seal and couplet title."""

    rule: float
    seal_columns: int
    seal_height_u: float = field(metadata=_HEAD)
    height_u: float = field(metadata=_HEAD)
    """The whole head with the gap under it, for a title of one or two lines."""

    extra_line_u: float = field(metadata=_HEAD)
    """By how much a third line of the title lets seal and head grow."""

    title_column: int = field(metadata={"min": 0, "max": 6})
    title_sizes: tuple[float, ...]
    """Tried in order until the title fits."""

    numeral_scale: float
    """Size of the numeral, of the seal's height; two characters are stacked at 0.42 of it."""

    gap_u: float
    gap_most_u: float
    continued_u: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Figures:
    """How a figure is built from its height H. Fractions are of H unless named otherwise."""

    unit: float
    unit_min: float
    unit_gap: float
    sign: float
    """Size of % ‰ ℃, of the digits' size."""

    sign_gap: float
    compound_gap: float
    compound_rule: float
    stacked: float
    """Height of each of two stacked figures."""

    least_u: float = field(metadata=_STEPS)
    step_u: float = field(metadata={"min": 0.01, "max": 10})
    list_unit: float
    list_sign: float
    list_gap: float
    """The same proportions for the overview's list of further figures, which stand small and unruled."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Callouts:
    """The lead and the rows of a section."""

    lead_lines: int
    lead_lines_most: int
    lead_lines_least: int
    small_lead_lines: int
    lead_trim_u: float
    """A lead figure of n lines is n less this high."""

    height_u: int
    height_most_u: int
    height_least_u: int
    share_of_lead: float
    """A row's figure is never higher than this share of the lead's."""

    gap_u: int
    gap_most_u: int
    rise_u: float
    """How much above its grid line a row's hairline stands, its figures with it; texts stay on the grid."""

    figure_drop_u: float
    hairline: float
    column_rule: float
    column_rule_drop: float
    columns: int = field(
        default=3,
        metadata={
            "doc": "The most callouts side by side: 1 sets each across the page, its text beside its figure",
            "doc_zh": "并排的数字最多几个；1 表示每个通栏，左为数字、右为说明",
            "min": 1,
            "max": 3,
        },
    )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PhotoRows:
    """Photo frames: heights in grid steps as (least, most), crops as the share of a side cut away."""

    pair_u: tuple[float, float] = field(metadata=_STEPS)
    pair_mixed_u: tuple[float, float] = field(metadata=_STEPS)
    triple_u: tuple[float, float] = field(metadata=_STEPS)
    wide_u: tuple[float, float] = field(metadata=_STEPS)
    full_u: tuple[float, float] = field(metadata=_STEPS)
    opener_u: tuple[float, float] = field(metadata=_STEPS)
    crop: float = field(metadata=_SHARE)
    crop_lead: float = field(metadata=_SHARE)
    caption_gap: float
    gap_u: float
    marker: float
    marker_gap: float
    alone: bool = False
    """Each photo may have a row of its own, as high as its shape asks."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Furniture:
    """Foot rule, running foot and folio; distances are from the trim's foot."""

    rule: float
    rule_from_foot: float
    text_from_foot: float
    end_rule: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NewspaperLook:
    """The look's type and its measures."""

    styles: NewspaperStyles
    masthead: Masthead
    overview: Overview
    section: SectionHead
    figures: Figures
    callouts: Callouts
    photos: PhotoRows
    furniture: Furniture
    quotes: Quotes = USUAL_QUOTES

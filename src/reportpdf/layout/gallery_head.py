"""The strip of a section's pages: thumb index, number, title and quote down the page.

In: a section. Out: a :class:`SectionHead`, measured once: what stands in the strip and how far down, and
what stands across the columns instead because the strip does not hold it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from reportpdf.base.geometry import Rect
from reportpdf.base.units import mm
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, Role, Tag
from reportpdf.layout.gallery_quote import QuoteLines, set_quote
from reportpdf.layout.gallery_setting import GallerySection, GallerySetting
from reportpdf.layout.lines import ink_left, line_item, rule, set_words, with_marks
from reportpdf.layout.titles import Title, set_title
from reportpdf.layout.vertical import down
from reportpdf.layout.vertical_heads import VerticalHead, set_vertical_head
from reportpdf.model.report import Text
from reportpdf.text.block import HAN_TOP, first_baseline
from reportpdf.theme.gallery import QuoteWriting

if TYPE_CHECKING:
    from reportpdf.layout.lines import MarkedItem

WIDE_LINES = 3
"""A quote across the columns is broken by its sense in no more lines than this [choice]."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StripQuote:
    """A quote in the strip, its lines from ``top`` on."""

    lines: QuoteLines
    top: float

    @property
    def foot(self) -> float:
        return self.top + self.lines.length


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SectionHead:
    """A section's title and quote, each either in the strip or across the columns.

    ``strip_foot``: where the strip is free again, points. ``title_u``, ``quote_u``: lines that they take
    across the columns, white under them and all.
    """

    title: VerticalHead | None
    wide: Title | None
    quote: StripQuote | None
    wide_quote: QuoteLines | None
    strip_foot: float
    title_u: int
    quote_u: int

    @property
    def band_u(self) -> int:
        """Lines of what stands across the columns, over the first row."""
        return self.title_u + self.quote_u

    def over_rows(self, *, photos: bool) -> int:
        """Lines that the first row must leave it: none where photos alone can stand under it."""
        return 0 if photos else self.band_u


def set_section_head(setting: GallerySetting, section: GallerySection) -> SectionHead:
    """Title and quote of a section at the best places there are."""
    look, grid = setting.look.head, setting.grid
    style = setting.styles.section_title
    step = style.size * (1 + style.tracking)
    starts = tuple(look.drop * step * i for i in range(look.lines))
    title = set_vertical_head(
        setting.setter,
        section.section.title,
        style,
        sizes=look.sizes,
        room=look.length_u * setting.u,
        starts=starts,
        most_lines=look.lines,
    )
    if title is not None and title.width > grid.strip_width:
        title = None
    wide = None if title is not None else _wide_title(setting, section.section.title)
    foot = mm(look.title_mm) + title.height if title is not None else number_foot(setting)
    quote = _strip_quote(setting, section.section.quote, foot)
    wide_quote = None
    if section.section.quote and quote is None:
        wide_quote = _wide_quote(setting, section.section.quote)
    title_u = ceil(len(wide.lines) * wide.pitch / setting.u - 1e-6) + 1 if wide is not None else 0
    quote_u = 0
    if wide_quote is not None:
        quote_u = ceil(len(wide_quote.lines) * wide_quote.style.pitch / setting.u - 1e-6) + 2
    if quote is not None:
        foot = quote.foot
    return SectionHead(title, wide, quote, wide_quote, foot, title_u, quote_u)


def number_foot(setting: GallerySetting) -> float:
    """Where the strip is free under the section's number, points."""
    return mm(setting.look.head.number_mm) + setting.styles.number.size


def _wide_title(setting: GallerySetting, title: Text) -> Title:
    """The title across the columns, as large as three lines allow."""
    style = setting.styles.section_title_wide
    sizes = (style.size, (style.size + setting.look.head.wide_least) / 2, setting.look.head.wide_least)
    return set_title(setting.setter, title, style, sizes, setting.grid.width)


def _strip_quote(setting: GallerySetting, quote: Text | None, foot: float) -> StripQuote | None:
    """The quote in the strip under what stands there already; None if it does not fit or is not to.

    Its lines are no longer than the look likes, or as long as the strip if that is not enough.
    """
    look, grid, style = setting.look.head, setting.grid, setting.styles.quote
    if not quote or look.quote is not QuoteWriting.VERTICAL:
        return None
    top = grid.y(ceil(foot / setting.u - 1e-6) + look.quote_gap_u)
    most = int((grid.strip_width - style.size) / style.pitch + 1e-6) + 1
    lengths = tuple(min(room, grid.foot - top) for room in (look.quote_length * style.size, grid.foot))
    lines = set_quote(setting.setter.vertical, quote, style, most, lengths)
    return StripQuote(lines, top) if lines is not None else None


def _wide_quote(setting: GallerySetting, quote: Text) -> QuoteLines:
    """The quote across the columns, broken by its sense if a few lines hold it so."""
    style, width = setting.styles.quote_wide, setting.grid.width
    lines = set_quote(setting.setter, quote, style, WIDE_LINES, (width,))
    if lines is not None:
        return lines
    block = setting.setter.block(quote, style, width, indent=False)
    return QuoteLines(tuple(block.line(i, justified=False)[0] for i in range(block.count)), style)


def draw_tab(setting: GallerySetting, section: GallerySection) -> Item:
    """The thumb index at the trim's left edge, into the bleed."""
    look, grid = setting.look.head, setting.grid
    top = mm(look.tab_top_mm + look.tab_step_mm * (section.index % look.tabs))
    width = mm(look.tab_width_mm) + grid.bleed
    return BoxItem(Rect(-grid.bleed, top, width, mm(look.tab_height_mm)), section.ink)


def draw_number(setting: GallerySetting, section: GallerySection, *, first: bool) -> Item:
    """The section's number, its ink on the strip's edge; on further pages it repeats and is furniture."""
    style = setting.styles.number
    words = set_words(setting.setter, section.numeral, style)
    x = setting.grid.strip - ink_left(setting.setter, words.line.clusters[0]) * style.size
    y = mm(setting.look.head.number_mm) + HAN_TOP * style.size
    tag = Tag(Role.HEADING, f"{section.path}.numeral") if first else ARTIFACT
    return words.put(x, y, setting.inks.within(section.ink)[style.ink], tag)


def draw_title(
    setting: GallerySetting, section: GallerySection, head: SectionHead, band: float
) -> list[Item]:
    """The title in the strip, its last line on the strip's left edge, or across the columns from ``band``."""
    grid, styles, inks = setting.grid, setting.styles, setting.inks.within(section.ink)
    tag = Tag(Role.HEADING, f"{section.path}.title")
    if head.title is not None:
        right, top = grid.strip + head.title.width, mm(setting.look.head.title_mm)
        return head.title.put(right, top, inks[styles.section_title.ink], tag)
    items: list[Item] = []
    if head.wide is not None:
        y = band + first_baseline(styles.section_title_wide)
        for line in head.wide.lines:
            items += line.put(grid.left, y, inks[styles.section_title_wide.ink], tag)
            y += head.wide.pitch
    return items


def draw_quote(
    setting: GallerySetting, section: GallerySection, head: SectionHead, band: float
) -> list[Item]:
    """The quote under its rule: in the strip, or across the columns under what stands there from ``band``."""
    grid, inks, weight = setting.grid, setting.inks.within(section.ink), setting.look.head.quote_rule
    tag = Tag(Role.PARAGRAPH, f"{section.path}.quote")
    items: list[Item] = []
    if head.quote is not None:
        style, lines = head.quote.lines.style, head.quote.lines.lines
        items.append(rule(grid.strip, head.quote.top - setting.u, grid.strip_width, weight, section.ink))
        rows: list[MarkedItem] = []
        for column, line in enumerate(lines):
            x = grid.strip + style.size / 2 + (len(lines) - 1 - column) * style.pitch
            rows.append((down(line, x, head.quote.top, style.size, inks[style.ink], tag), line.marks))
        items += with_marks(rows)
    if head.wide_quote is not None:
        style, top = head.wide_quote.style, band + head.title_u * setting.u
        items.append(rule(grid.left, top, grid.width, weight, section.ink))
        y = top + setting.u + first_baseline(style)
        rows = []
        for row, line in enumerate(head.wide_quote.lines):
            item = line_item(line, grid.left, y + row * style.pitch, style, inks[style.ink], tag)
            rows.append((item, line.marks))
        items += with_marks(rows)
    return items

"""The strip of a section's pages: thumb index, number, title and quote down the page.

In: a section. Out: a :class:`SectionHead`, measured once: what stands in the strip and how far down, and
what stands across the columns instead because the strip does not hold it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from reportpdf.base.geometry import Rect
from reportpdf.base.units import mm
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, Role, Tag
from reportpdf.layout.gallery_setting import GallerySection, GallerySetting
from reportpdf.layout.lines import ink_left, put_block, rule, set_words
from reportpdf.layout.titles import Title, set_title
from reportpdf.layout.vertical import put_vertical_block
from reportpdf.layout.vertical_heads import VerticalHead, set_vertical_head
from reportpdf.model.report import Text
from reportpdf.text.block import HAN_TOP, Block, first_baseline
from reportpdf.theme.gallery import QuoteWriting


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StripQuote:
    """A quote in the strip: its lines, as many as measured, from ``top`` on; ``length`` is the longest's."""

    block: Block
    top: float
    length: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SectionHead:
    """A section's title and quote, each either in the strip or across the columns.

    ``strip_foot``: where the strip is free again, points. ``title_u``, ``quote_u``: lines that they take
    across the columns, white under them and all.
    """

    title: VerticalHead | None
    wide: Title | None
    quote: StripQuote | None
    wide_quote: Block | None
    strip_foot: float
    title_u: int
    quote_u: int

    @property
    def band_u(self) -> int:
        """Lines of what stands across the columns, over the first row."""
        return self.title_u + self.quote_u


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
        wide_quote = setting.setter.block(
            section.section.quote, setting.styles.quote_wide, grid.width, indent=False
        )
    title_u = ceil(len(wide.lines) * wide.pitch / setting.u - 1e-6) + 1 if wide is not None else 0
    quote_u = 0
    if wide_quote is not None:
        quote_u = ceil(wide_quote.count * wide_quote.style.pitch / setting.u - 1e-6) + 2
    if quote is not None:
        foot = quote.top + quote.length
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

    In as few lines as keep within the length the look likes, else in as many as the strip has.
    """
    look, grid, style = setting.look.head, setting.grid, setting.styles.quote
    if not quote or look.quote is not QuoteWriting.VERTICAL:
        return None
    top = grid.y(ceil(foot / setting.u - 1e-6) + look.quote_gap_u)
    most = int((grid.strip_width - style.size) / style.pitch) + 1
    # Tracking comes on top of what the lines are broken to.
    room = (grid.foot - top) / (1 + style.tracking)
    best: Block | None = None
    for count in range(1, most + 1):
        block = _broken(setting, quote, count, room)
        if block is None:
            continue
        best = block
        if block.measure <= look.quote_length * style.size + 1e-6:
            break
    if best is None:
        return None
    length = max(best.line(i, justified=False)[0].width for i in range(best.count)) * style.size
    return StripQuote(best, top, length) if top + length <= grid.foot + 1e-6 else None


def _broken(setting: GallerySetting, quote: Text, count: int, room: float) -> Block | None:
    """The quote in so many lines of even length, the shortest there are; None if the room is too short."""
    style = setting.styles.quote
    em = max(2, ceil(len(quote.value) / count))
    while em * style.size <= room:
        block = setting.setter.vertical.block(quote, style, em * style.size, indent=False)
        if block.count <= count:
            return block
        em += 1
    return None


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


def draw_strip(setting: GallerySetting, section: GallerySection, head: SectionHead) -> list[Item]:
    """Title and quote in the strip, their last lines on the strip's left edge."""
    grid, inks = setting.grid, setting.inks.within(section.ink)
    items: list[Item] = []
    if head.title is not None:
        tag = Tag(Role.HEADING, f"{section.path}.title")
        right = grid.strip + head.title.width
        ink = inks[setting.styles.section_title.ink]
        items += head.title.put(right, mm(setting.look.head.title_mm), ink, tag)
    if head.quote is not None:
        style, quote = setting.styles.quote, head.quote
        weight = setting.look.head.quote_rule
        items.append(rule(grid.strip, quote.top - setting.u, grid.strip_width, weight, section.ink))
        right = grid.strip + (quote.block.count - 1) * style.pitch + (style.pitch + style.size) / 2
        tag = Tag(Role.PARAGRAPH, f"{section.path}.quote")
        items += put_vertical_block(quote.block, right, quote.top, inks[style.ink], tag, justified=False)
    return items


def draw_band(setting: GallerySetting, section: GallerySection, head: SectionHead, top: float) -> list[Item]:
    """Title and quote across the columns, from ``top`` on."""
    grid, inks = setting.grid, setting.inks.within(section.ink)
    items: list[Item] = []
    if head.wide is not None:
        style = setting.styles.section_title_wide
        y = top + first_baseline(style)
        for line in head.wide.lines:
            items += line.put(grid.left, y, inks[style.ink], Tag(Role.HEADING, f"{section.path}.title"))
            y += head.wide.pitch
    if head.wide_quote is not None:
        style, weight = head.wide_quote.style, setting.look.head.quote_rule
        top += head.title_u * setting.u
        items.append(rule(grid.left, top, grid.width, weight, section.ink))
        tag = Tag(Role.PARAGRAPH, f"{section.path}.quote")
        items += put_block(head.wide_quote, grid.left, top + setting.u, inks[style.ink], tag, justified=False)
    return items

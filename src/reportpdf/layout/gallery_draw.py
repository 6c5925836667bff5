"""The pages of a section as display items, and the furniture of every page.

In: a :class:`~reportpdf.layout.gallery_pages.PagePlan`. Out: items in reading order: number, title, quote,
photos at the head, then callouts, a photo in a free cell after the callout it stands under.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.base.geometry import Rect
from reportpdf.base.units import mm
from reportpdf.layout.captions import put_caption
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, Role, Tag
from reportpdf.layout.gallery_frames import Frame
from reportpdf.layout.gallery_head import SectionHead, draw_number, draw_quote, draw_tab, draw_title
from reportpdf.layout.gallery_mosaic import SetRow
from reportpdf.layout.gallery_pages import PagePlan
from reportpdf.layout.gallery_rows import Cell
from reportpdf.layout.gallery_setting import GallerySection, GallerySetting
from reportpdf.layout.lines import Inks, put_block, rule, set_words
from reportpdf.layout.photo_frames import put_photo

MIDDLE = 0.38
"""Over the baseline, the middle of a Han character's box, em: where the mark of a caption stands."""


def draw_page(
    setting: GallerySetting, section: GallerySection, head: SectionHead, page: PagePlan
) -> list[Item]:
    """One page of a section."""
    inks = setting.inks.within(section.ink)
    items: list[Item] = [draw_tab(setting, section), draw_number(setting, section, first=page.first)]
    if page.first:
        band = setting.grid.y(page.band or 0)
        items += draw_title(setting, section, head, band)
        items += draw_quote(setting, section, head, band)
    for frame in page.frames:
        items += draw_frame(setting, frame, inks)
    for row in page.rows:
        items += _draw_row(setting, section, row, inks)
    return items


def draw_frame(setting: GallerySetting, frame: Frame, inks: Inks) -> list[Item]:
    """A photo with its caption. An FPO frame ends at the trim, so that its outline is seen."""
    rect = frame.rect
    if frame.photo.picture.problem is not None:
        top, right = max(rect.y, 0.0), min(rect.right, setting.grid.trim_width)
        rect = Rect(rect.x, top, right - rect.x, rect.bottom - top)
    items = put_photo(setting, frame.photo, rect)
    place, look = frame.caption, setting.look.photos

    def bar(x: float, baseline: float, width: float, size: float, colours: Inks) -> Item:
        y = baseline - MIDDLE * size - look.marker_height / 2
        return BoxItem(Rect(x, y, width, look.marker_height), colours.section)

    return items + put_caption(setting, frame.photo, place.x, place.top, place.width, inks, marker=bar)


def _draw_row(setting: GallerySetting, section: GallerySection, row: SetRow, inks: Inks) -> list[Item]:
    items: list[Item] = []
    for cell in row.row.cells:
        items += _draw_cell(setting, section, row, cell, inks)
        if row.frame is not None and cell.span == 2:
            items += draw_frame(setting, row.frame, inks)
    return items


def _draw_cell(
    setting: GallerySetting, section: GallerySection, row: SetRow, cell: Cell, inks: Inks
) -> list[Item]:
    """A callout under its hairline: figure, then its text in equal columns."""
    grid, look, path = setting.grid, setting.look.rows, section.paths[cell.index]
    top, text = grid.y(row.top), grid.y(row.top + row.row.zone)
    x = grid.x(cell.column)
    items: list[Item] = [rule(x, top, grid.span(cell.span), look.hairline, section.ink)]
    if cell.figure is not None:
        tag = Tag(Role.FIGURE_TEXT, f"{path}.figure")
        items += cell.figure.put(x, text - look.figure_foot, inks, tag)
    for column in range(cell.span):
        start = cell.lines.start + column * cell.high
        lines = range(start, min(start + cell.high, cell.lines.stop))
        items += put_block(
            cell.block,
            grid.x(cell.column + column),
            text,
            inks[setting.styles.body.ink],
            Tag(Role.PARAGRAPH, f"{path}.text"),
            lines=lines,
        )
    return items


def draw_furniture(
    setting: GallerySetting, title: str, number: int, section: GallerySection | None
) -> list[Item]:
    """Folio in the strip, running title under the columns; page one, which has no section, has no title."""
    grid, styles = setting.grid, setting.styles
    y = grid.trim_height - mm(setting.look.page.folio_mm)
    inks = setting.inks.within(section.ink if section is not None else setting.inks["text"])
    folio = set_words(setting.setter, f"{number:02d}", styles.folio)
    items: list[Item] = [folio.put(grid.strip, y, inks[styles.folio.ink], ARTIFACT)]
    if title and section is not None:
        words = set_words(setting.setter, title, styles.running_title)
        if words.width > grid.width:
            words = replace(words, size=words.size * grid.width / words.width)
        items.append(words.put(grid.left, y, inks[styles.running_title.ink], ARTIFACT))
    return items

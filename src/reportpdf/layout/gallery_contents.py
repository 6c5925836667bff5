"""The contents at the foot of page one: for each section a rule, its number, its couplet and its page.

In: the sections and how many there are. Out: items, all furniture: titles stand in full where their sections
begin. Where no photo leads, each section's first figure stands in its cell and is the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil

from reportpdf.base.units import mm
from reportpdf.layout.display import ARTIFACT, Item
from reportpdf.layout.gallery_setting import COLUMNS, GallerySection, GallerySetting
from reportpdf.layout.labels import callout_label
from reportpdf.layout.lines import Inks, ink_left, put_block, rule, set_words
from reportpdf.layout.titles import couplet, set_title_within
from reportpdf.model.report import Text

MANY_ROWS = 2
"""With more rows of cells than this their numbers are smaller."""

LABEL_LINES = 2
"""A label that takes more is left out: the callout itself says it in full."""

LIST_HEAD_U = 1
"""From the rule over a list of sections to its first line."""

NUMBER_WIDTH_EM = 2.4
"""What a number takes at the head of a line of the list, of its size."""


class ContentsForm(Enum):
    """How the contents are set: cells with figures, cells, a line to each section, or not at all."""

    FIGURES = "figures"
    CELLS = "cells"
    LIST = "list"
    NONE = "none"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Contents:
    """The contents' form, their top and the lines between their rows."""

    form: ContentsForm
    top: float
    across: int
    rows: int
    row: float


def set_contents(setting: GallerySetting, count: int, form: ContentsForm) -> Contents:
    """Where the contents of so many sections stand in a form."""
    look, grid = setting.look.contents, setting.grid
    if form is ContentsForm.NONE:
        return Contents(form, grid.foot, 0, 0, 0.0)
    if form is ContentsForm.LIST:
        rows = ceil(count / COLUMNS)
        return Contents(form, grid.y(grid.lines - rows - LIST_HEAD_U), COLUMNS, rows, grid.u)
    across = min(look.across, max(COLUMNS, count))
    rows = ceil(count / across)
    row_u = look.row_u + (look.figure_u if form is ContentsForm.FIGURES else 0)
    base = int((grid.trim_height - mm(look.top_mm)) / grid.u + 1e-6)
    first = look.figure_u if form is ContentsForm.FIGURES else 0
    return Contents(form, grid.y(base - first - (rows - 1) * row_u), across, rows, row_u * grid.u)


def forms(setting: GallerySetting, count: int, *, photo: bool) -> tuple[ContentsForm, ...]:
    """The forms to try, the best first."""
    if count > setting.look.contents.most_sections:
        return (ContentsForm.LIST, ContentsForm.NONE)
    cells = (ContentsForm.CELLS,) if photo else (ContentsForm.FIGURES, ContentsForm.CELLS)
    return (*cells, ContentsForm.LIST, ContentsForm.NONE)


def draw_contents(
    setting: GallerySetting, contents: Contents, sections: tuple[GallerySection, ...], pages: tuple[int, ...]
) -> list[Item]:
    """The contents; ``pages`` holds the page that each section begins on."""
    items: list[Item] = []
    if contents.form is ContentsForm.NONE:
        return items
    grid = setting.grid
    gutter = setting.look.contents.gutter
    width = (grid.width - (contents.across - 1) * gutter) / contents.across
    if contents.form is ContentsForm.LIST:
        items.append(
            rule(grid.left, contents.top, grid.width, setting.look.rows.hairline, setting.inks["text"])
        )
    for i, (section, page) in enumerate(zip(sections, pages, strict=True)):
        if contents.form is ContentsForm.LIST:
            column, row = divmod(i, contents.rows)
            top = contents.top + (row + LIST_HEAD_U) * contents.row
            items += _line(setting, section, page, grid.left + column * (width + gutter), top, width)
        else:
            row, column = divmod(i, contents.across)
            x, top = grid.left + column * (width + gutter), contents.top + row * contents.row
            items += _cell(setting, contents, section, page, x, top, width)
    return items


def _cell(
    setting: GallerySetting,
    contents: Contents,
    section: GallerySection,
    page: int,
    x: float,
    top: float,
    width: float,
) -> list[Item]:
    """Rule, number, couplet; the page under it, beside the number where cells are close or hold figures."""
    look, styles, inks = setting.look.contents, setting.styles, setting.inks.within(section.ink)
    items: list[Item] = [rule(x, top, width, look.rule, section.ink)]
    size = look.number_small if contents.rows > MANY_ROWS else styles.contents_number.size
    words = set_words(setting.setter, section.numeral, styles.contents_number, size)
    under = contents.rows == 1 and contents.form is ContentsForm.CELLS
    y = top + (look.number_drop if under else look.number_drop_close)
    lead = ink_left(setting.setter, words.line.clusters[0]) * size
    items.append(words.put(x - lead, y, inks[styles.contents_number.ink], ARTIFACT))
    number = set_words(setting.setter, f"{page:02d}", styles.contents_page)
    ink = inks[styles.contents_page.ink]
    if not under:
        items.append(number.put(x + width - number.width, y, ink, ARTIFACT))
    y += look.title_drop if under else look.title_drop_close
    style = styles.contents_title
    high = look.title_lines * style.pitch
    title = set_title_within(setting.setter, section.section.title, style, look.title_least, width, high)
    for i, line in enumerate(title.lines):
        items += line.put(x, y + i * title.pitch, inks[style.ink], ARTIFACT)
    if under:
        foot = y + (len(title.lines) - 1) * title.pitch
        items.append(number.put(x, foot + look.page_drop, ink, ARTIFACT))
    if contents.form is ContentsForm.FIGURES:
        items += _figure(setting, section, x, top + look.figure_drop, width, inks)
    return items


def _figure(
    setting: GallerySetting, section: GallerySection, x: float, y: float, width: float, inks: Inks
) -> list[Item]:
    """A section's first figure, if one line holds it, with what it counts under it, if two lines do."""
    if not section.callouts:
        return []
    look, style, callout = setting.look.contents, setting.styles.contents_label, section.callouts[0]
    box = setting.figures.on_one_line(callout.figure, width, look.figure)
    if box is None:
        return []
    items = box.put(x, y, inks, ARTIFACT)
    words = callout_label(setting.setter, callout)
    if words:
        block = setting.setter.block(Text(words, callout.text.place), style, width, indent=False)
        if block.count <= LABEL_LINES:
            top = y + look.label_drop
            items += put_block(block, x, top, inks[style.ink], ARTIFACT, justified=False)
    return items


def _line(
    setting: GallerySetting, section: GallerySection, page: int, x: float, top: float, width: float
) -> list[Item]:
    """Number, first half of the couplet and page on one line of the grid."""
    styles, inks = setting.styles, setting.inks.within(section.ink)
    style = styles.contents_title
    y = top + (setting.u - style.size) / 2 + 0.88 * style.size
    number = set_words(setting.setter, section.numeral, styles.contents_number, style.size)
    folio = set_words(setting.setter, f"{page:02d}", styles.contents_page)
    inset = NUMBER_WIDTH_EM * style.size
    first = couplet(setting.setter.normalised(section.section.title).strip())[0].rstrip("，,")
    room = width - inset - folio.width - style.size
    words = set_words(setting.setter, first, style)
    while words.width > room and len(first) > 1:
        first = first[:-2].rstrip("…") + "…"
        words = set_words(setting.setter, first, style)
    return [
        number.put(x, y, inks[style.ink], ARTIFACT),
        words.put(x + inset, y, inks[style.ink], ARTIFACT),
        folio.put(x + width - folio.width, y, inks[styles.contents_page.ink], ARTIFACT),
    ]

"""The newspaper layout: a report becomes a document of pages.

In: report, pictures (probed photos), theme, format, fonts. Out: a :class:`Laid`: the display lists and
what setting found out. Steps: plan the sections, divide page one, search for the pages, fill them, draw.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.base.geometry import Size
from reportpdf.base.units import mm
from reportpdf.layout.display import Document, Item, Laid, OutlineEntry, Page
from reportpdf.layout.draw_callouts import (
    PageHand,
    draw_continued,
    draw_head,
    draw_lead,
    draw_row,
    draw_small_lead,
)
from reportpdf.layout.draw_long import draw_long
from reportpdf.layout.draw_photos import draw_beside, draw_photo_row, draw_stack
from reportpdf.layout.figures import FigureSetter
from reportpdf.layout.fit import FilledPage, fill
from reportpdf.layout.furniture import draw_furniture
from reportpdf.layout.grid import Grid, Q
from reportpdf.layout.lines import rule, theme_inks
from reportpdf.layout.opener import draw_opener
from reportpdf.layout.opening import Opening, choose_opening
from reportpdf.layout.paginate import PagePlan
from reportpdf.layout.pieces import PieceKind
from reportpdf.layout.properties import document_author, document_subject, document_title
from reportpdf.layout.quotes import draw_quote
from reportpdf.layout.setting import SectionPlan, Setting
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report
from reportpdf.text.face import FontSet
from reportpdf.text.setter import Setter
from reportpdf.theme.newspaper import NewspaperLook
from reportpdf.theme.records import Format, Theme

_DRAW = {
    PieceKind.HEAD: draw_head,
    PieceKind.LEAD: draw_lead,
    PieceKind.ROW: draw_row,
    PieceKind.SMALL_LEAD: draw_small_lead,
    PieceKind.STACK: draw_stack,
    PieceKind.PHOTOS: draw_photo_row,
    PieceKind.BESIDE: draw_beside,
    PieceKind.LONG: draw_long,
    PieceKind.CONTINUED: draw_continued,
    PieceKind.QUOTE: draw_quote,
}


def lay_out(
    report: Report,
    pictures: tuple[Picture, ...],
    theme: Theme,
    look: NewspaperLook,
    sheet: Format,
    fonts: FontSet,
) -> Laid:
    """The report as pages. ``pictures`` holds every photo of the report, section by section, in order."""
    grid = Grid(sheet)
    setter = Setter(fonts, theme.composition)
    setting = new_setting(grid, setter, theme, look)
    opening = choose_opening(setting, report, pictures)
    return Laid(document_of(setting, report, opening), setter.found())


def new_setting(grid: Grid, setter: Setter, theme: Theme, look: NewspaperLook) -> Setting:
    """The look's tools; small figures are built as the look's are, in the proportions of a list."""
    numbers, styles = look.figures, look.styles
    listed = replace(
        numbers,
        unit=numbers.list_unit,
        sign=numbers.list_sign,
        compound_gap=numbers.list_gap,
        compound_rule=0.0,
    )
    return Setting(
        grid,
        setter,
        FigureSetter(setter, styles, numbers, grid.u),
        FigureSetter(setter, styles, listed, grid.u),
        theme_inks(theme),
        theme,
        look,
    )


def document_of(setting: Setting, report: Report, opening: Opening) -> Document:
    """All pages drawn, page one first."""
    pages = opening.pages
    own_page = opening.opener is not None
    shift = 2 if own_page else 1
    filled = [fill(setting, page, top_of(setting, opening, i)) for i, page in enumerate(pages)]
    starts = _section_starts(pages, shift)
    sheets: list[list[Item]] = []
    if opening.opener is not None:
        sheets.append([*opening.masthead.items, *draw_opener(setting, opening.opener, opening.plans, starts)])
    for i, (plan, page) in enumerate(zip(pages, filled, strict=True)):
        items = list(opening.masthead.items) if i == 0 and not own_page else []
        sheets.append([*items, *_draw_page(setting, plan, page)])
    title = document_title(setting.setter, report)
    made = tuple(
        Page(number, (*items, *draw_furniture(setting, title, number, _sections_on(pages, number - shift))))
        for number, items in enumerate(sheets, 1)
    )
    return Document(
        Size(setting.grid.trim_width, setting.grid.trim_height),
        mm(setting.grid.format.bleed_mm),
        made,
        _outline(setting, filled, shift),
        title,
        document_author(report),
        document_subject(setting.setter, report),
        "zh-Hans",
    )


def _sections_on(pages: tuple[PagePlan, ...], index: int) -> tuple[SectionPlan, ...]:
    """The sections on a page, in order; none on an opener of its own (index -1)."""
    return tuple(dict.fromkeys(piece.plan for piece in pages[index].pieces)) if index >= 0 else ()


def top_of(setting: Setting, opening: Opening, index: int) -> int:
    """Where a page's pieces begin, quarter steps: under the masthead on a first page that carries it."""
    first = index == 0 and opening.opener is None
    return setting.grid.format.lines * Q - opening.pages[0].room if first else 0


def _section_starts(pages: tuple[PagePlan, ...], shift: int) -> tuple[int, ...]:
    """The page number each section begins on."""
    starts: dict[int, int] = {}
    for i, page in enumerate(pages):
        for piece in page.pieces:
            if piece.kind is PieceKind.HEAD:
                starts.setdefault(piece.plan.index, i + shift)
    return tuple(starts[k] for k in sorted(starts))


def _draw_page(setting: Setting, plan: PagePlan, page: FilledPage) -> list[Item]:
    hand = PageHand(setting, page)
    items: list[Item] = []
    for stand in page.stands:
        items += _DRAW[stand.piece.kind](hand, stand)
    full = setting.grid.format.lines * Q
    if plan.last and not plan.full and full - page.end > 3 * Q:
        y = setting.grid.y((page.end + Q) / Q)
        items.append(
            rule(
                setting.grid.x(0),
                y,
                setting.grid.width,
                setting.look.furniture.end_rule,
                setting.inks["text"],
            )
        )
    return items


def _outline(setting: Setting, filled: list[FilledPage], shift: int) -> tuple[OutlineEntry, ...]:
    """A bookmark for every section."""
    entries: list[OutlineEntry] = []
    for i, page in enumerate(filled):
        for stand in page.stands:
            if stand.piece.kind is PieceKind.HEAD:
                title = setting.setter.normalised(stand.piece.plan.section.title).replace("\n", "")
                entries.append(OutlineEntry(title, i + shift - 1, setting.grid.y(stand.top / Q)))
    return tuple(entries)

"""The newspaper layout: a report becomes a document of pages.

In: report, pictures (probed photos), theme, format, fonts. Out: a :class:`Laid`: the display lists and
what setting found out. Steps: plan the sections, divide page one, search for the pages, fill them, draw.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportpdf.base.geometry import Size
from reportpdf.base.units import mm
from reportpdf.layout.display import ARTIFACT, Document, Item, OutlineEntry, Page
from reportpdf.layout.draw_callouts import (
    PageHand,
    draw_continued,
    draw_head,
    draw_lead,
    draw_long,
    draw_row,
    draw_small_lead,
)
from reportpdf.layout.draw_photos import draw_beside, draw_photo_row, draw_stack
from reportpdf.layout.figures import FigureSetter
from reportpdf.layout.fit import FilledPage, fill
from reportpdf.layout.grid import Grid
from reportpdf.layout.lines import rule, set_words, theme_inks
from reportpdf.layout.masthead import set_masthead
from reportpdf.layout.opener import Opener, draw_opener, plan_opener
from reportpdf.layout.paginate import PagePlan, paginate
from reportpdf.layout.pieces import PieceKind, Pieces, Q
from reportpdf.layout.setting import PlacedPhoto, SectionPlan, Setting, plan_section
from reportpdf.model.picture import Picture
from reportpdf.model.report import Photo, Report
from reportpdf.text.face import FontSet
from reportpdf.text.setter import Findings, Setter
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
}

OVERVIEW_WORTH = 4.0
"""What the overview and the lead photo on page one are worth, in the page search's unit."""

PLAIN_OPENER_GAP_U = 1.5
"""White between the masthead and a section that begins on page one, steps."""


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A document and what was found while setting it."""

    document: Document
    findings: Findings


def lay_out(report: Report, pictures: tuple[Picture, ...], theme: Theme, sheet: Format, fonts: FontSet) -> Laid:
    """The report as pages. ``pictures`` holds every photo of the report, section by section, in order."""
    grid = Grid(sheet)
    setter = Setter(fonts, theme.composition)
    setting = _setting(grid, setter, theme)
    placed = _placed(report, pictures)
    lead = _lead_photo(placed)
    opening = _Opening(setting, report, placed, lead)
    pages = opening.best()
    document = _document(setting, report, pages, opening)
    return Laid(document, setter.findings)


def _setting(grid: Grid, setter: Setter, theme: Theme) -> Setting:
    """The look's tools; small figures are built as the look's are, in the proportions of a list."""
    numbers, styles = theme.look.figures, theme.look.styles
    listed = replace(
        numbers, unit=numbers.list_unit, sign=numbers.list_sign, compound_gap=numbers.list_gap, compound_rule=0.0
    )
    return Setting(
        grid,
        setter,
        FigureSetter(setter, styles, numbers, grid.u),
        FigureSetter(setter, styles, listed, grid.u),
        theme_inks(theme),
        theme,
    )


def _placed(report: Report, pictures: tuple[Picture, ...]) -> tuple[tuple[PlacedPhoto, ...], ...]:
    """Each section's pictures with their source paths."""
    found: list[tuple[PlacedPhoto, ...]] = []
    at = 0
    for i, section in enumerate(report.sections):
        count = len(section.photos)
        found.append(
            tuple(
                PlacedPhoto(pictures[at + j], f"sections[{i}].photos[{j}]") for j in range(count)
            )
        )
        at += count
    return tuple(found)


def _lead_photo(placed: tuple[tuple[PlacedPhoto, ...], ...]) -> PlacedPhoto | None:
    """The photo marked lead, else the report's first if its section keeps another; a pinned one stays."""

    def free(photo: Photo) -> bool:
        return not photo.pin

    for photos in placed:
        for photo in photos:
            if photo.picture.photo.lead and free(photo.picture.photo):
                return photo
    for photos in placed:
        if photos:
            return photos[0] if len(photos) > 1 and free(photos[0].picture.photo) else None
    return None


class _Opening:
    """The ways page one may be made, and the pages that follow from each."""

    def __init__(
        self, setting: Setting, report: Report, placed: tuple[tuple[PlacedPhoto, ...], ...], lead: PlacedPhoto | None
    ) -> None:
        self.setting, self.report, self.placed, self.lead = setting, report, placed, lead
        self.masthead = set_masthead(setting, report)
        self.opener: Opener | None = None
        self.plans: tuple[SectionPlan, ...] = ()

    def best(self) -> tuple[PagePlan, ...]:
        """The cheapest report: with photo and overview, without, or beginning its sections on page one."""
        opener = plan_opener(self.setting, self.masthead, len(self.report.sections), self.lead)
        full = self.setting.grid.format.lines * Q
        plain_room = int((self.setting.grid.y(self.setting.grid.format.lines) - self.masthead.bottom) / self.setting.u)
        plain_room = (plain_room - round(PLAIN_OPENER_GAP_U)) * Q
        best_cost = float("inf")
        best_pages: tuple[PagePlan, ...] = ()
        if opener is not None:
            self.plans = self._plans(opener.photo)
            best_cost, best_pages = paginate(Pieces(self.setting, self.plans), full, full, 1)
            self.opener = opener
        small = len(best_pages) <= 2 or best_pages == ()
        if (small or opener is None) and plain_room > 0:
            plans = self._plans(None)
            cost, pages = paginate(Pieces(self.setting, plans), full, plain_room, 0)
            if opener is None or cost + OVERVIEW_WORTH < best_cost:
                self.plans, self.opener, best_pages = plans, None, pages
        if not best_pages and opener is None:
            self.plans = self._plans(None)
            _, best_pages = paginate(Pieces(self.setting, self.plans), full, full, 1)
        return best_pages

    def _plans(self, taken: PlacedPhoto | None) -> tuple[SectionPlan, ...]:
        """The section plans, less the photo that stands on page one."""
        return tuple(
            plan_section(self.setting, i, section, tuple(p for p in photos if p is not taken))
            for i, (section, photos) in enumerate(zip(self.report.sections, self.placed, strict=True))
        )


def _document(setting: Setting, report: Report, pages: tuple[PagePlan, ...], opening: _Opening) -> Document:
    """All pages drawn, page one first."""
    own_page = opening.opener is not None
    shift = 2 if own_page else 1
    filled = [fill(setting, page, _top(setting, page, opening, i)) for i, page in enumerate(pages)]
    starts = _section_starts(pages, shift)
    sheets: list[list[Item]] = []
    if opening.opener is not None:
        sheets.append([*opening.masthead.items, *draw_opener(setting, opening.opener, opening.plans, starts)])
    for i, (plan, page) in enumerate(zip(pages, filled, strict=True)):
        items = list(opening.masthead.items) if i == 0 and not own_page else []
        sheets.append([*items, *_draw_page(setting, plan, page)])
    made = tuple(
        Page(number, (*items, *_furniture(setting, report, number))) for number, items in enumerate(sheets, 1)
    )
    return Document(
        Size(setting.grid.trim_width, setting.grid.trim_height),
        mm(setting.grid.format.bleed_mm),
        made,
        _outline(setting, pages, filled, shift),
        _plain(setting, report),
        "、".join(name.value for line in report.byline for name in line.names),
        report.subject.value if report.subject else "；".join(s.title.value for s in report.sections[:12]),
        "zh-Hans",
    )


def _plain(setting: Setting, report: Report) -> str:
    """The title on one line."""
    return setting.setter.normalised(report.title).replace("\n", "").strip() if report.title else ""


def _top(setting: Setting, page: PagePlan, opening: _Opening, index: int) -> int:
    """Where a page's pieces begin, quarter steps."""
    full = setting.grid.format.lines * Q
    return full - page.room if index == 0 and opening.opener is None else 0


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
    if plan.last and full - page.end > 3 * Q:
        y = setting.grid.y((page.end + Q) / Q)
        items.append(rule(setting.grid.x(0), y, setting.grid.width, setting.look.furniture.end_rule, setting.inks["text"]))
    return items


def _furniture(setting: Setting, report: Report, number: int) -> list[Item]:
    """Foot rule, folio on the outer side, running foot on the inner."""
    grid, look, styles = setting.grid, setting.look.furniture, setting.styles
    foot = grid.trim_height
    items: list[Item] = [
        rule(grid.x(0), foot - look.rule_from_foot, grid.width, look.rule, setting.inks["text"])
    ]
    y = foot - look.text_from_foot
    folio = set_words(setting.setter, str(number), styles.folio)
    outer_right = number % 2 == 1
    items.append(
        folio.put(grid.x(0) + grid.width - folio.width if outer_right else grid.x(0), y, setting.inks["text"], ARTIFACT)
    )
    title = _plain(setting, report)
    if title:
        words = set_words(setting.setter, title, styles.running_foot)
        room = grid.width - folio.width - 2 * styles.running_foot.size
        if words.width > room:
            words = replace(words, size=words.size * room / words.width)
        x = grid.x(0) if outer_right else grid.x(0) + grid.width - words.width
        items.append(words.put(x, y, setting.inks["text"], ARTIFACT))
    return items


def _outline(
    setting: Setting, pages: tuple[PagePlan, ...], filled: list[FilledPage], shift: int
) -> tuple[OutlineEntry, ...]:
    """A bookmark for every section."""
    entries: list[OutlineEntry] = []
    for i, page in enumerate(filled):
        for stand in page.stands:
            if stand.piece.kind is PieceKind.HEAD:
                title = setting.setter.normalised(stand.piece.plan.section.title).replace("\n", "")
                entries.append(OutlineEntry(title, i + shift - 1, setting.grid.y(stand.top / Q)))
    return tuple(entries)

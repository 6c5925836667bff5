"""A newspaper sheet: the whole report on one page, or on two where the format has two.

In: report, pictures, theme, format, fonts. Out: a :class:`~reportpdf.layout.display.Laid`. Steps: sections
and photos are sorted out, the ladder is climbed until a level holds everything, the pages are drawn.
"""

from __future__ import annotations

from reportpdf.base.geometry import Size
from reportpdf.base.problem import Problem, problem
from reportpdf.base.units import mm
from reportpdf.layout.display import Document, Item, Laid, OutlineEntry, Page
from reportpdf.layout.grid import Grid
from reportpdf.layout.lines import rule
from reportpdf.layout.properties import document_author, document_subject, document_title
from reportpdf.layout.setting import PlacedPhoto
from reportpdf.layout.sheet.climb import MOST_LEFT, Choice, choose
from reportpdf.layout.sheet.draw_block import draw_block
from reportpdf.layout.sheet.draw_photos import draw_arrangement
from reportpdf.layout.sheet.ladder import adjustments
from reportpdf.layout.sheet.masthead import draw_lede, draw_masthead, rules_lines
from reportpdf.layout.sheet.pages import Matter, PageTry, Try
from reportpdf.layout.sheet.setting import plan_sections
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report
from reportpdf.text.face import FontSet
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Format, Theme
from reportpdf.theme.sheet import SheetLook

FOOT_RULE = 8.0
"""From the foot of the type area to the rule under it, points [choice]."""


def lay_out(
    report: Report,
    pictures: tuple[Picture, ...],
    theme: Theme,
    look: SheetLook,
    sheet: Format,
    fonts: FontSet,
) -> Laid:
    """The report on its sheet. ``pictures`` holds every photo of the report, section by section, in order.

    Raises: InputError if the text is too long even at the ladder's end.
    """
    matter = sort_out(report, pictures, theme, look, sheet, Setter(fonts, theme.composition))
    return draw(matter, choose(matter))


def draw(matter: Matter, choice: Choice) -> Laid:
    """The pages drawn, with what was changed for them and what has to be told."""
    chosen, usual = choice.chosen, choice.usual
    lines = usual.headline.title.lines if usual and usual.headline else ()
    now = chosen.headline.title.lines if chosen.headline else ()
    dropped = chosen.dropped
    photos = sum(len(section.section.photos) for section in matter.sections)
    made = adjustments(chosen.setting, len(lines) or len(now), len(now), len(dropped), photos)
    return Laid(_document(matter, chosen), matter.setter.found(), made, _problems(matter, chosen, dropped))


def sort_out(
    report: Report,
    pictures: tuple[Picture, ...],
    theme: Theme,
    look: SheetLook,
    sheet: Format,
    setter: Setter,
) -> Matter:
    """Sections with the photos that stand in them, and the pool of all others, the lead first.

    A section without callouts keeps its photos, but the lead if it has another.
    """
    turn = iter(pictures)
    photos = [
        [PlacedPhoto(next(turn), f"sections[{i}].photos[{j}]") for j in range(len(section.photos))]
        for i, section in enumerate(report.sections)
    ]
    free = [
        photo
        for section, its in zip(report.sections, photos, strict=True)
        for photo in its
        if section.callouts or len(its) > 1
    ]
    lead = next((photo for photo in free if photo.picture.photo.lead), None)
    lead = lead or next((photo for photo in free if not photo.picture.photo.pin), None)
    own = tuple(
        tuple(p for p in its if p is not lead and (p.picture.photo.pin or not section.callouts))
        for section, its in zip(report.sections, photos, strict=True)
    )
    kept = {id(photo) for its in own for photo in its}
    pool = [photo for its in photos for photo in its if photo is not lead and id(photo) not in kept]
    sections = plan_sections(theme, look, report.sections, own)
    ordered = ((lead,) if lead is not None else ()) + tuple(pool)
    return Matter(report, theme, look, sheet, setter, sections, ordered, lead is not None, {})


def _problems(matter: Matter, chosen: Try, dropped: tuple[PlacedPhoto, ...]) -> tuple[Problem, ...]:
    """Photos that found no place, and a foot that stays white."""
    found = [
        problem("sheet-photo-dropped", photo.picture.photo.file.place, format=matter.sheet.name)
        for photo in dropped
    ]
    if chosen.left > MOST_LEFT:
        found.append(problem("sheet-bare", matter.report.place, lines=chosen.left, format=matter.sheet.name))
    return tuple(found)


def _document(matter: Matter, chosen: Try) -> Document:
    report, setter = matter.report, matter.setter
    grid = chosen.setting.grid
    pages: list[Page] = []
    outline: list[OutlineEntry] = []
    for index, page in enumerate(chosen.pages):
        pages.append(Page(index + 1, tuple(_draw_page(matter, chosen, page, index + 1))))
        outline += _bookmarks(matter, grid, page, index)
    return Document(
        Size(grid.trim_width, grid.trim_height),
        mm(matter.sheet.bleed_mm),
        tuple(pages),
        tuple(outline),
        document_title(setter, report),
        document_author(report),
        document_subject(setter, report),
        "zh-Hans",
    )


def _bookmarks(matter: Matter, grid: Grid, page: PageTry, index: int) -> list[OutlineEntry]:
    """A bookmark for every section that begins on the page."""
    found: list[OutlineEntry] = []
    for placed in page.plan.bands:
        for filled in placed.band.cells:
            if filled.cell.section and not page.job.sections[filled.section].continued:
                title = matter.setter.normalised(page.job.sections[filled.section].section.title)
                y = grid.y(placed.top + filled.top)
                found.append(OutlineEntry(title.replace("\n", ""), index, y))
    return found


def _draw_page(matter: Matter, chosen: Try, page: PageTry, number: int) -> list[Item]:
    """Masthead, the bands from the head down, each from left to right, and the rule at the foot."""
    setting, count = chosen.setting, len(chosen.pages)
    grid, ink = setting.grid, setting.inks["text"]
    band = page.plan.bands[0].top - rules_lines(setting, count)
    items = draw_masthead(setting, matter.report, chosen.headline, band, number, count)
    for index, placed in enumerate(page.plan.bands):
        lede = number == 1 and index == 0
        if lede:
            # Byline and lede are read before anything else of the band.
            first = next(filled for filled in placed.band.cells if filled.cell.section)
            if first.top:
                items += draw_lede(setting, matter.report, first.cell.at, first.cell.units, placed.top)
        for filled in placed.band.cells:
            if filled.cell.section:
                section = page.job.sections[filled.section]
                items += draw_block(setting, section, filled, placed.top)
            elif filled.photos is not None:
                items += draw_arrangement(setting, filled.photos, filled.cell.at, placed.top)
    if page.plan.left > MOST_LEFT:
        y = grid.y(setting.grid.format.lines - page.plan.left + 1)
        items.append(rule(grid.x(0), y, grid.width, setting.look.photos.end_rule, ink))
    foot = matter.sheet.margin_top + matter.sheet.lines * matter.sheet.step + FOOT_RULE
    items.append(rule(grid.x(0), foot, grid.width, setting.look.foot_rule, ink))
    return items

"""Page one: the masthead, the lead photo, and an overview with one cell a section.

In: the report, the section plans, the lead photo, the page each section begins on. Out: the items of
page one. With more sections than the overview takes there is none. Cells repeat what stands further on
and are furniture to a reader of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from reportpdf.base.geometry import Rect
from reportpdf.layout.captions import caption_height, put_caption
from reportpdf.layout.cells import TITLE_GAP_U, CellForm, draw_cell
from reportpdf.layout.display import Item
from reportpdf.layout.lines import column_rule
from reportpdf.layout.masthead import Masthead
from reportpdf.layout.photo_frames import put_photo
from reportpdf.layout.setting import PlacedPhoto, SectionPlan, Setting
from reportpdf.model.report import Report

PHOTO_GAP_U = 0.9
"""White between the lede's last line and the lead photo, steps."""

OVERVIEW_GAP_U = 1.38
"""White between the lead photo's caption and the overview."""

CELL_ROW_GAP_U = 1.0

LEAST_LARGE_U = 8.5
LEAST_WITH_LIST_U = 12.5
"""The lowest large cell, and the lowest that has room for the list of further figures, steps."""

TITLE_FOOT_U = 0.9
"""From a title's second line to the reference, where a cell has no figure between them."""

GROWTH = 1.3
"""How far a cell may outgrow the look's height to fill a page."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Opener:
    """How page one is divided: the lead photo's frame, the overview's form, rows and top."""

    photo: PlacedPhoto | None
    frame: Rect | None
    form: CellForm | None
    columns: int
    tops: tuple[float, ...]


def has_figures(report: Report) -> bool:
    """Whether any section has a callout: what an overview shows besides titles."""
    return any(section.callouts for section in report.sections)


def plan_opener(
    setting: Setting, masthead: Masthead, sections: int, photo: PlacedPhoto | None, *, figures: bool = True
) -> Opener | None:
    """The division of page one, None when neither photo nor overview finds room on it.

    Without ``figures`` (no section has a callout) the cells under a photo are as low as their titles.
    """
    look, grid = setting.look.overview, setting.grid
    foot = grid.y(grid.format.lines)
    start = masthead.bottom + PHOTO_GAP_U * setting.u
    forms = _forms(setting, sections) if sections <= look.most_sections else []
    if not figures and photo is not None:
        forms = [
            (_title_form(setting, form, rows, photo, start, foot), columns, rows)
            for form, columns, rows in forms[:1]
        ]
    if photo is not None:
        for form, columns, rows in forms:
            top = foot - (rows * form.height_u + (rows - 1) * CELL_ROW_GAP_U) * setting.u
            frame = _photo_frame(setting, photo, start, top - OVERVIEW_GAP_U * setting.u)
            if frame is not None:
                return Opener(photo, frame, form, columns, _tops(setting, form, rows, top))
        if sections == 1 or sections > look.most_sections:
            frame = _photo_frame(setting, photo, start, foot)
            if frame is not None:
                return Opener(photo, frame, None, 0, ())
    # One section is no overview: it begins on page one itself.
    if sections == 1 or sections > look.most_sections:
        return None
    return _without_photo(setting, sections, start, foot)


def _without_photo(setting: Setting, sections: int, start: float, foot: float) -> Opener | None:
    """The overview as the picture: the masthead's rest divided in the way that fills it best."""
    u = setting.u
    room = (foot - start) / u
    best: tuple[float, CellForm, int, int] | None = None
    for columns in (4, 2, 1):
        rows = ceil(sections / columns)
        form = _filling_form(setting, (room - (rows - 1) * CELL_ROW_GAP_U) / rows, columns)
        if form is None or columns > sections or (columns == 1 and sections > 2):
            continue
        left = room - rows * form.height_u - (rows - 1) * CELL_ROW_GAP_U
        left += (rows * columns - sections) * form.height_u / columns  # an empty cell is white too
        if best is None or left < best[0] - 1e-6:
            best = (left, form, columns, rows)
    if best is None:
        return None
    _, form, columns, rows = best
    return Opener(None, None, form, columns, _tops(setting, form, rows, start))


def _filling_form(setting: Setting, each: float, columns: int) -> CellForm | None:
    """The form of a cell that has ``each`` steps: large in wide cells, else with its list if that fits."""
    look = setting.look.overview
    if columns <= 2:
        if each < LEAST_LARGE_U:
            return None
        tallest = look.large_height_u * GROWTH
        return CellForm(large=True, height_u=min(each, tallest), with_list=each >= LEAST_WITH_LIST_U)
    if each < look.compact_height_u:
        return None
    with_list = each >= look.height_u
    tallest = (look.height_u if with_list else look.compact_height_u) * GROWTH
    return CellForm(large=False, height_u=min(each, tallest), with_list=with_list)


def _forms(setting: Setting, sections: int) -> list[tuple[CellForm, int, int]]:
    """(form, cells a row, rows) for an overview under a photo, the roomiest first."""
    look = setting.look.overview
    if sections <= 4:
        full = CellForm(large=False, height_u=look.height_u, with_list=True)
        compact = CellForm(large=False, height_u=look.compact_height_u, with_list=False)
        return [(full, max(1, sections), 1), (compact, max(1, sections), 1)]
    if sections <= 8:
        return [(CellForm(large=False, height_u=look.compact_height_u, with_list=False), 4, 2)]
    return []


def _title_form(
    setting: Setting, usual: CellForm, rows: int, photo: PlacedPhoto, start: float, foot: float
) -> CellForm:
    """A cell of a title's two lines, a line of white, and the page reference; higher, up to the usual, by
    what the photo over it leaves."""
    look, title, u = setting.look.overview, setting.styles.overview_title, setting.u
    height = look.bar + (TITLE_GAP_U + TITLE_FOOT_U) * u + 2 * title.pitch
    least = height / u + look.height_u - look.reference_u
    top = foot - (rows * least + (rows - 1) * CELL_ROW_GAP_U + OVERVIEW_GAP_U) * u
    frame = _photo_frame(setting, photo, start, top)
    left = 2 * (frame.y - start) / u if frame is not None else 0.0
    return CellForm(large=False, height_u=min(usual.height_u, least + left / rows), with_list=False)


def _tops(setting: Setting, form: CellForm, rows: int, top: float) -> tuple[float, ...]:
    return tuple(top + row * (form.height_u + CELL_ROW_GAP_U) * setting.u for row in range(rows))


def _photo_frame(setting: Setting, photo: PlacedPhoto, top: float, bottom: float) -> Rect | None:
    """The lead photo's frame between two heights; None when too little is left for it.

    Higher than its own shape allows it is not made: the white goes above and below.
    """
    look, grid, u = setting.look.photos, setting.grid, setting.u
    caption = caption_height(setting, photo, grid.width)
    room = bottom - top - caption
    least, most = (v * u for v in look.opener_u)
    # Taller than its own shape the photo loses its sides, by the look's share at the most.
    tallest = min(most, grid.width / (photo.picture.aspect * (1 - look.crop_lead)))
    flattest = max(least, grid.width / photo.picture.aspect * (1 - look.crop_lead))
    if room < least:
        return None
    height = min(room, tallest)
    if height < flattest:
        # A very tall photo in a flat frame is cropped more than the look likes; it still leads the page.
        height = room
    slack = room - height
    return Rect(grid.x(0), top + slack / 2, grid.width, height)


def draw_opener(
    setting: Setting, opener: Opener, plans: tuple[SectionPlan, ...], pages: tuple[int, ...]
) -> list[Item]:
    """The lead photo and the overview; ``pages`` holds the page number each section begins on."""
    items: list[Item] = []
    if opener.photo is not None and opener.frame is not None:
        frame = opener.frame
        items += put_photo(setting, opener.photo, frame)
        inks = setting.inks.within(plans[0].ink) if plans else setting.inks
        gap = setting.look.photos.caption_gap
        items += put_caption(setting, opener.photo, frame.x, frame.bottom + gap, frame.width, inks)
    if opener.form is None:
        return items
    return items + _overview(setting, opener, opener.form, plans, pages)


def _overview(
    setting: Setting, opener: Opener, form: CellForm, plans: tuple[SectionPlan, ...], pages: tuple[int, ...]
) -> list[Item]:
    grid = setting.grid
    span = grid.format.columns // opener.columns
    items: list[Item] = []
    for i, plan in enumerate(plans):
        row, column = divmod(i, opener.columns)
        top = opener.tops[row]
        if column:
            x = grid.gutter_middle(column * span)
            bottom = top + form.height_u * setting.u - 0.2 * setting.u
            items.append(column_rule(x, top, bottom, setting.look.callouts.column_rule, setting.inks["rule"]))
        items += draw_cell(setting, form, plan, plans, pages[i], grid.x(column * span), top, grid.span(span))
    return items

"""How the report opens: which photo leads, what page one holds, and the pages that follow from it.

In: the report and its pictures. Out: the opener, the section plans and the chosen pages. A lead photo moves
to page one; a report too small for an overview begins its sections there.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.layout.grid import Q
from reportpdf.layout.masthead import Masthead, set_masthead
from reportpdf.layout.opener import Opener, has_figures, plan_opener
from reportpdf.layout.options import Pieces
from reportpdf.layout.paginate import PagePlan, paginate
from reportpdf.layout.photo_pool import lead_photo, placed_photos
from reportpdf.layout.pieces import PieceKind
from reportpdf.layout.setting import PlacedPhoto, SectionPlan, Setting, plan_section
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report

OVERVIEW_WORTH = 4.0
"""What the overview and the lead photo on page one are worth, in the page search's unit."""

PLAIN_OPENER_GAP_U = 1.5
"""White between the masthead and a section that begins on page one, steps."""

SMALL = 2
"""A report of no more pages than this besides page one is tried without its overview."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Opening:
    """Page one and all pages after it; without an opener the first page plan stands on page one."""

    masthead: Masthead
    opener: Opener | None
    plans: tuple[SectionPlan, ...]
    pages: tuple[PagePlan, ...]


def choose_opening(setting: Setting, report: Report, pictures: tuple[Picture, ...]) -> Opening:
    """The cheapest way: with photo and overview, without a photo, or with sections from page one on."""
    placed = placed_photos(report, pictures)
    masthead = set_masthead(setting, report)
    opener = plan_opener(
        setting, masthead, len(report.sections), lead_photo(placed), figures=has_figures(report)
    )
    full = setting.grid.format.lines * Q
    cost, opening = float("inf"), None
    if opener is not None:
        plans = section_plans(setting, report, placed, opener.photo)
        cost, pages = paginate(Pieces(setting, plans), full, full, 1)
        opening = Opening(masthead, opener, plans, pages)
    room = plain_room(setting, masthead)
    if room > 0 and (opening is None or len(opening.pages) <= SMALL):
        plans = section_plans(setting, report, placed, None)
        plain_cost, pages = paginate(Pieces(setting, plans), full, room, 0)
        if plain_cost + OVERVIEW_WORTH < cost:
            opening = Opening(masthead, None, plans, pages)
    if opening is None or _ends_under_head(opening):
        # A masthead that leaves no room for a section: page one is the masthead alone.
        plans = section_plans(setting, report, placed, None)
        _, pages = paginate(Pieces(setting, plans), full, full, 1)
        opening = Opening(masthead, Opener(None, None, None, 0, ()), plans, pages)
    return opening


def _ends_under_head(opening: Opening) -> bool:
    """Whether a first page that carries the masthead has room for nothing but a section's head."""
    return opening.opener is None and opening.pages[0].pieces[-1].kind is PieceKind.HEAD


def plain_room(setting: Setting, masthead: Masthead) -> int:
    """What the masthead leaves of page one for sections, whole steps in quarters."""
    steps = (setting.grid.y(setting.grid.format.lines) - masthead.bottom) / setting.u - PLAIN_OPENER_GAP_U
    return max(0, int(steps)) * Q


def section_plans(
    setting: Setting,
    report: Report,
    placed: tuple[tuple[PlacedPhoto, ...], ...],
    taken: PlacedPhoto | None,
) -> tuple[SectionPlan, ...]:
    """The section plans, less the photo that stands on page one."""
    return tuple(
        plan_section(setting, i, section, tuple(p for p in photos if p is not taken))
        for i, (section, photos) in enumerate(zip(report.sections, placed, strict=True))
    )

"""The newspaper look's side of copy-fitting: the report under a variant, divided into exactly so many pages.

In: what a layout is made from, and a :class:`~reportpdf.layout.rungs.Variant`. Out: an attempt that can be
measured and drawn, or None. Setters and plans are kept from one attempt to the next.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from reportpdf.base.problem import Problem, problem
from reportpdf.layout.copyfit import Measure, Stray
from reportpdf.layout.display import Laid
from reportpdf.layout.exact import FULL_U, Limits, Rooms, divide, heights
from reportpdf.layout.fit import FilledPage, fill
from reportpdf.layout.grid import Grid, Q
from reportpdf.layout.masthead import Masthead, set_masthead
from reportpdf.layout.newspaper import document_of, new_setting, top_of
from reportpdf.layout.newspaper_measures import measures, strays_of
from reportpdf.layout.newspaper_rungs import varied
from reportpdf.layout.opener import Opener, has_figures, plan_opener
from reportpdf.layout.opening import (
    SMALL,
    Opening,
    choose_opening,
    plain_room,
    section_plans,
)
from reportpdf.layout.options import KnownRows, Pieces
from reportpdf.layout.photo_pool import lead_photo, photos_under, placed_photos
from reportpdf.layout.rungs import Variant
from reportpdf.layout.setting import PlacedPhoto, SectionPlan, Setting
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report
from reportpdf.text.face import FontSet
from reportpdf.text.setter import Setter
from reportpdf.theme.newspaper import NewspaperLook
from reportpdf.theme.records import Format, Theme


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NewspaperAttempt:
    """A report laid out under a variant."""

    variant: Variant
    setting: Setting
    report: Report
    opening: Opening
    filled: tuple[FilledPage, ...]
    strays: tuple[Stray, ...] = ()

    def laid(self) -> Laid:
        """The pages drawn."""
        document = document_of(self.setting, self.report, self.opening)
        return Laid(document, self.setting.setter.found(), problems=self._white())

    def _white(self) -> tuple[Problem, ...]:
        """A note for each page that is not full."""
        lines, last = self.setting.grid.format.lines, len(self.filled) - 1
        found: list[Problem] = []
        for i, page in enumerate(self.filled):
            number, end = i + 1 + (self.opening.opener is not None), page.end // Q
            if end < lines - FULL_U:
                code = "fit-short-end" if i == last else "fit-white"
                found.append(problem(code, None, page=number, end=end, lines=lines))
        return tuple(found)

    def measures(self) -> tuple[Measure, ...]:
        """Photos, white, figures, leading, size, lines, photos moved: as they are on these pages."""
        return measures(self.setting, self.opening, self.filled, len(self.variant.moved))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Rung:
    """What a rung of the ladder makes of look and page one, and the photo rows known on it."""

    setting: Setting
    masthead: Masthead
    opener: Opener | None
    plans: tuple[SectionPlan, ...]
    rows: KnownRows


class NewspaperCopy:
    """A report, and how the newspaper look lays it out under a variant."""

    def __init__(
        self,
        report: Report,
        pictures: tuple[Picture, ...],
        theme: Theme,
        look: NewspaperLook,
        sheet: Format,
        fonts: FontSet,
    ) -> None:
        self._report, self._pictures, self._theme = report, pictures, theme
        self._look, self._sheet = look, sheet
        self._setter = Setter(fonts, theme.composition)
        self._placed = placed_photos(report, pictures)
        self._rungs: dict[Variant, _Rung] = {}

    @cached_property
    def natural(self) -> NewspaperAttempt:
        """The report as it is laid out when no number of pages is asked for."""
        setting = self._rung(Variant()).setting
        opening = choose_opening(setting, self._report, self._pictures)
        filled = _filled(setting, opening)
        strays = strays_of(setting, opening, filled, Limits())
        return NewspaperAttempt(Variant(), setting, self._report, opening, filled, strays)

    @property
    def pages(self) -> int:
        """The pages it takes then."""
        opening = self.natural.opening
        return len(opening.pages) + (opening.opener is not None)

    @property
    def grid_lines(self) -> int:
        """Lines of a page."""
        return self._sheet.lines

    @property
    def sections(self) -> int:
        """The number of sections."""
        return len(self._report.sections)

    @property
    def movable(self) -> tuple[tuple[str, int], ...]:
        """Photos that may leave their section: not pinned, not page one's."""
        lead = lead_photo(self._placed)
        return tuple(
            (placed.path, i)
            for i, photos in enumerate(self._placed)
            for placed in photos
            if placed is not lead and not placed.picture.photo.pin
        )

    def attempt(self, variant: Variant, count: int, limits: Limits) -> NewspaperAttempt | None:
        """The report on exactly ``count`` pages: with an opener, else, if it is short, without one."""
        rung = self._rung(variant)
        setting, opener = rung.setting, rung.opener
        full, room = setting.grid.format.lines * Q, plain_room(setting, rung.masthead)
        ways: list[tuple[Opener | None, Rooms]] = []
        if opener is not None:
            ways.append((opener, Rooms(count - 1, full, full)))
        if room and (opener is None or count <= SMALL + 1):
            ways.append((None, Rooms(count, room, full)))
        for opens, rooms in ways:
            plans = self._plans(rung, variant, opens.photo if opens else None)
            division = divide(Pieces(setting, plans, rung.rows), rooms, limits)
            if division is not None:
                opening = Opening(rung.masthead, opens, plans, division.pages)
                filled = _filled(setting, opening)
                strays = strays_of(setting, opening, filled, limits)
                if limits.stray or all(-limits.short <= stray.lines <= 0 for stray in strays):
                    return NewspaperAttempt(variant, setting, self._report, opening, filled, strays)
        return None

    def _rung(self, variant: Variant) -> _Rung:
        """Look and format under a variant, with the one setter, and page one as they make it."""
        found = self._rungs.get(variant.rung)
        if found is None:
            look, sheet = varied(self._look, self._sheet, variant)
            setting = replace(new_setting(Grid(sheet), self._setter, self._theme, look), wish=variant.wish)
            masthead = set_masthead(setting, self._report)
            lead, figures = lead_photo(self._placed), has_figures(self._report)
            opener = plan_opener(setting, masthead, self.sections, lead, figures=figures)
            plans = section_plans(setting, self._report, self._placed, None)
            found = self._rungs[variant.rung] = _Rung(setting, masthead, opener, plans, {})
        return found

    def _plans(self, rung: _Rung, variant: Variant, taken: PlacedPhoto | None) -> tuple[SectionPlan, ...]:
        """The rung's plans with photos and texts as the variant has them, less the photo of page one."""
        placed, changes = photos_under(self._placed, variant), dict(variant.texts)
        return tuple(
            replace(
                plan,
                photos=tuple(photo for photo in photos if photo is not taken),
                change=changes.get(plan.index, 0),
            )
            for plan, photos in zip(rung.plans, placed, strict=True)
        )

    def extent(self, variant: Variant, count: int) -> tuple[tuple[int, ...], int]:
        """Lines each section takes, at its least or, if the pages are more than it has, at its most; and
        the lines that ``count`` pages have for sections."""
        rung = self._rung(variant)
        setting = rung.setting
        opener = rung.opener if count > SMALL + 1 else None
        plans = self._plans(rung, variant, opener.photo if opener else None)
        lines = setting.grid.format.lines
        room = lines * (count - 1) + (0 if opener else plain_room(setting, rung.masthead) // Q)
        return heights(Pieces(setting, plans), most=count > self.pages), room


def _filled(setting: Setting, opening: Opening) -> tuple[FilledPage, ...]:
    return tuple(fill(setting, page, top_of(setting, opening, i)) for i, page in enumerate(opening.pages))

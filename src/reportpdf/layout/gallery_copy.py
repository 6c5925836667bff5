"""The gallery look's side of copy-fitting: every section on so many pages, together exactly those asked for.

In: what a layout is made from, and a :class:`~reportpdf.layout.rungs.Variant`. Out: an attempt that can be
measured and drawn, or None. Each section begins a page, and photos fill what rows leave, so pages are full
by their making; how many there are is shared out among the sections.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property

from reportpdf.base.units import to_mm
from reportpdf.layout.copyfit import Measure, Stray
from reportpdf.layout.display import Laid
from reportpdf.layout.exact import Limits
from reportpdf.layout.gallery import Gallery, Planned, all_frames, gallery_setting, laid_out, plan_gallery
from reportpdf.layout.gallery_exact import Choices, page_choices, share_out
from reportpdf.layout.gallery_pages import PAGE
from reportpdf.layout.gallery_pool import without
from reportpdf.layout.gallery_rows import set_rows
from reportpdf.layout.gallery_setting import GalleryGrid, GallerySetting
from reportpdf.layout.photo_pool import photos_under, placed_photos
from reportpdf.layout.rungs import Variant
from reportpdf.layout.setting import PlacedPhoto
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report
from reportpdf.text.face import FontSet
from reportpdf.text.setter import Setter
from reportpdf.theme.gallery import GalleryLook
from reportpdf.theme.records import Format, Theme
from reportpdf.theme.style import TextStyle

WORST = 6.0
"""What a page may cost besides being one: about seventeen lines of white, or a photo cut too deep."""

_RUNNING = ("body", "caption")
"""Roles that are read, not looked at."""


def varied(look: GalleryLook, lines: int, variant: Variant) -> GalleryLook:
    """The look as a variant has it; ``lines`` are those of a page without it."""
    leading = lines / (lines + variant.lines)
    changed: dict[str, TextStyle] = {}
    for name in (field.name for field in fields(look.styles)) if leading != 1 or variant.size != 1 else ():
        style: TextStyle = getattr(look.styles, name)
        if name in _RUNNING:
            changed[name] = replace(style, size=style.size * variant.size, pitch=style.pitch * leading)
    flat, tall = min(1.0, variant.photos), max(1.0, variant.photos)
    least, most = look.photos.aspect
    return replace(
        look,
        styles=replace(look.styles, **changed),
        page=replace(look.page, step=look.page.step * leading),
        photos=replace(look.photos, aspect=(least / tall, most / flat)),
        rows=replace(look.rows, gap_most_u=round(look.rows.gap_most_u * max(1.0, variant.space))),
    )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class GalleryAttempt:
    """A report laid out under a variant."""

    variant: Variant
    setting: GallerySetting
    report: Report
    gallery: Gallery
    strays: tuple[Stray, ...] = ()

    def laid(self) -> Laid:
        """The pages drawn."""
        return laid_out(self.setting, self.report, self.gallery)

    def measures(self) -> tuple[Measure, ...]:
        """Photos, leading, size: as they are on these pages."""
        area = sum(frame.rect.width * frame.rect.height for frame in all_frames(self.gallery))
        return (
            Measure("photos", round(area * to_mm(1) ** 2 / 100), "cm²"),
            Measure("leading", round(self.setting.u, 2), "pt"),
            Measure("size", round(self.setting.styles.body.size, 2), "pt"),
        )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Rung:
    """What a rung of the ladder makes of the report: page one and each section as it is planned there."""

    setting: GallerySetting
    gallery: Gallery


class GalleryCopy:
    """A report, and how the gallery look lays it out under a variant."""

    def __init__(
        self,
        report: Report,
        pictures: tuple[Picture, ...],
        theme: Theme,
        look: GalleryLook,
        sheet: Format,
        fonts: FontSet,
    ) -> None:
        self._report, self._pictures, self._theme = report, pictures, theme
        self._look, self._sheet = look, sheet
        self._setter = Setter(fonts, theme.composition)
        self._rungs: dict[Variant, _Rung] = {}
        self._choices: dict[tuple[Variant, int, tuple[str, ...]], Choices] = {}
        self.grid_lines = GalleryGrid(look.page, sheet, look.styles.body.size).lines
        self.sections = len(report.sections)
        self.movable: tuple[tuple[str, int], ...] = ()

    @cached_property
    def natural(self) -> GalleryAttempt:
        """The report as it is laid out when no number of pages is asked for."""
        rung = self._rung(Variant())
        return GalleryAttempt(Variant(), rung.setting, self._report, rung.gallery)

    @property
    def pages(self) -> int:
        """The pages it takes then."""
        return _pages(self.natural.gallery)

    @cached_property
    def _worst(self) -> float:
        """What a page may cost: no page is worse than the report's own worst, or than is well."""
        own = (page.cost - PAGE for plan in self.natural.gallery.planned for page in plan.pages)
        return max(WORST, *own)

    def attempt(self, variant: Variant, count: int, limits: Limits) -> GalleryAttempt | None:
        """The report on exactly ``count`` pages; there is none that strays."""
        if limits.stray or variant.wish is not None:
            return None
        rung = self._rung(variant)
        choices = self._sections(variant)
        shares = share_out(choices, count - (rung.gallery.opening is not None))
        if shares is None:
            return None
        planned = tuple(
            replace(plan, section=replace(plan.section, photos=photos), pages=own[pages][1])
            for plan, photos, own, pages in zip(
                rung.gallery.planned, self._photos(variant), choices, shares, strict=True
            )
        )
        gallery = replace(rung.gallery, planned=planned)
        return GalleryAttempt(variant, rung.setting, self._report, gallery)

    def extent(self, variant: Variant, count: int) -> tuple[tuple[int, ...], int]:
        """Lines of the pages that each section takes, at its fewest or its most; and those of ``count``."""
        rung = self._rung(variant)
        pick = max if count > self.pages else min
        lines = rung.setting.grid.lines
        room = lines * (count - (rung.gallery.opening is not None))
        return tuple(lines * pick(own, default=1) for own in self._sections(variant)), room

    def _rung(self, variant: Variant) -> _Rung:
        found = self._rungs.get(variant.rung)
        if found is None:
            look = varied(self._look, self.grid_lines, variant)
            setting = gallery_setting(self._theme, look, self._sheet, self._setter)
            gallery = plan_gallery(setting, self._report, self._pictures)
            found = self._rungs[variant.rung] = _Rung(setting, gallery)
        return found

    def _photos(self, variant: Variant) -> tuple[tuple[PlacedPhoto, ...], ...]:
        """Each section's photos: as the look lends them; as they are where some are left out or added."""
        gallery = self._rung(variant).gallery
        if not (variant.left_out or variant.added):
            return tuple(plan.section.photos for plan in gallery.planned)
        frame = gallery.opening.frame if gallery.opening is not None else None
        lead = frame.photo if frame is not None else None
        return photos_under(without(placed_photos(self._report, self._pictures), lead), variant)

    def _sections(self, variant: Variant) -> tuple[Choices, ...]:
        """Every section's pages by their number."""
        rung = self._rung(variant)
        return tuple(
            self._choices_of(variant.rung, rung.setting, plan, photos)
            for plan, photos in zip(rung.gallery.planned, self._photos(variant), strict=True)
        )

    def _choices_of(
        self, key: Variant, setting: GallerySetting, plan: Planned, photos: tuple[PlacedPhoto, ...]
    ) -> Choices:
        known = (key, plan.section.index, tuple(photo.path for photo in photos))
        found = self._choices.get(known)
        if found is None:
            rows = set_rows(setting, plan.section, plan.head.over_rows(photos=bool(photos)))
            found = page_choices(setting, rows, photos, plan.head, self._worst)
            self._choices[known] = found
        return found


def _pages(gallery: Gallery) -> int:
    return (gallery.opening is not None) + sum(len(plan.pages) for plan in gallery.planned)

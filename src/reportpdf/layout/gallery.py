"""The gallery layout: a report becomes pages led by photos.

In: report, pictures (probed photos), theme, format, fonts. Out: a :class:`Laid`. Steps: choose the lead photo
and lend photos to sections without one, find each section's pages, divide page one, draw. Each section
begins a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from reportpdf.base.geometry import Size
from reportpdf.base.problem import Problem, problem
from reportpdf.layout.display import Document, Item, Laid, OutlineEntry, Page
from reportpdf.layout.gallery_contents import draw_contents
from reportpdf.layout.gallery_draw import draw_furniture, draw_page
from reportpdf.layout.gallery_figures import GalleryFigureSetter
from reportpdf.layout.gallery_frames import Frame
from reportpdf.layout.gallery_head import SectionHead, set_section_head
from reportpdf.layout.gallery_opening import Opening, draw_opening, plan_opening
from reportpdf.layout.gallery_pages import PagePlan, find_pages
from reportpdf.layout.gallery_pool import Photos, gallery_lead, lent, without
from reportpdf.layout.gallery_rows import set_rows
from reportpdf.layout.gallery_setting import GalleryGrid, GallerySection, GallerySetting, gallery_section
from reportpdf.layout.lines import theme_inks
from reportpdf.layout.photo_pool import placed_photos
from reportpdf.layout.properties import document_author, document_subject, document_title
from reportpdf.layout.setting import PlacedPhoto
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report
from reportpdf.text.face import FontSet
from reportpdf.text.setter import Setter
from reportpdf.theme.gallery import GalleryLook
from reportpdf.theme.records import Format, Theme


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Planned:
    """A section with its head and its pages."""

    section: GallerySection
    head: SectionHead
    pages: tuple[PagePlan, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Gallery:
    """All pages as they were chosen; ``opening`` is None where there is nothing for a page one to say."""

    opening: Opening | None
    planned: tuple[Planned, ...]


def lay_out(
    report: Report,
    pictures: tuple[Picture, ...],
    theme: Theme,
    look: GalleryLook,
    sheet: Format,
    fonts: FontSet,
) -> Laid:
    """The report as pages. ``pictures`` holds every photo of the report, section by section, in order."""
    setting = gallery_setting(theme, look, sheet, Setter(fonts, theme.composition))
    gallery = plan_gallery(setting, report, pictures)
    return laid_out(setting, report, gallery)


def laid_out(setting: GallerySetting, report: Report, gallery: Gallery) -> Laid:
    """The pages drawn, with what was found."""
    document = _document(setting, report, gallery)
    return Laid(document, setting.setter.found(), problems=tuple(_deep_cuts(setting, gallery)))


def gallery_setting(theme: Theme, look: GalleryLook, sheet: Format, setter: Setter) -> GallerySetting:
    """The look's tools."""
    grid = GalleryGrid(look.page, sheet, look.styles.body.size)
    figures = GalleryFigureSetter(setter, look.styles, look.figures, grid.u)
    return GallerySetting(grid, setter, figures, theme_inks(theme), theme, look, {})


def plan_gallery(setting: GallerySetting, report: Report, pictures: tuple[Picture, ...]) -> Gallery:
    """Which photo leads, what page one holds, and the pages of every section."""
    placed = placed_photos(report, pictures)
    lead = gallery_lead(report.sections, placed)
    opening = None
    if len(report.sections) > 1 or report.title or report.lede or report.byline or lead is not None:
        opening = plan_opening(setting, report, lead)
    if opening is None or opening.frame is None:
        lead = None
    own = without(placed, lead)
    planned = _plan_sections(setting, report, own)
    wanting = tuple(not plan.section.photos and _has_room(setting, plan) for plan in planned)
    photos = lent(own, wanting)
    if photos != own:
        planned = _plan_sections(setting, report, photos, own, planned)
    return Gallery(opening, planned)


def _plan_sections(
    setting: GallerySetting,
    report: Report,
    photos: Photos,
    before: Photos = (),
    planned: tuple[Planned, ...] = (),
) -> tuple[Planned, ...]:
    """Every section's pages; those whose photos are as before stay as they were planned."""
    return tuple(
        planned[i] if planned and photos[i] == before[i] else _plan_section(setting, report, i, photos[i])
        for i in range(len(report.sections))
    )


def _plan_section(
    setting: GallerySetting, report: Report, index: int, photos: tuple[PlacedPhoto, ...]
) -> Planned:
    section = gallery_section(setting.theme, index, report.sections[index], photos)
    head = set_section_head(setting, section)
    rows = set_rows(setting, section, head.over_rows(photos=bool(photos)))
    return Planned(section, head, find_pages(setting, rows, photos, head))


def _has_room(setting: GallerySetting, plan: Planned) -> bool:
    """Whether a photo of the usual shape finds room over the rows of a page."""
    grid, look = setting.grid, setting.look.photos
    flattest = (grid.photo_right - grid.left) / look.aspect[1] - grid.bleed
    for page in plan.pages:
        used = sum(row.high for row in page.rows) + max(0, len(page.rows) - 1) * setting.look.rows.gap_u
        used += plan.head.band_u if page.first else 0
        if page.rows and grid.y(grid.lines - used - look.gap_u) >= flattest:
            return True
    return False


def _document(setting: GallerySetting, report: Report, gallery: Gallery) -> Document:
    """All pages drawn, page one first."""
    starts = _starts(gallery)
    sections = tuple(plan.section for plan in gallery.planned)
    title = document_title(setting.setter, report)
    sheets: list[tuple[list[Item], GallerySection | None]] = []
    if gallery.opening is not None:
        inks = setting.inks.within(sections[0].ink)
        items = draw_opening(setting, gallery.opening, inks)
        items += draw_contents(setting, gallery.opening.contents, sections, starts)
        sheets.append((items, None))
    for plan in gallery.planned:
        sheets += [(draw_page(setting, plan.section, plan.head, page), plan.section) for page in plan.pages]
    pages = tuple(
        Page(number, (*items, *draw_furniture(setting, title, number, section)))
        for number, (items, section) in enumerate(sheets, 1)
    )
    grid = setting.grid
    return Document(
        Size(grid.trim_width, grid.trim_height),
        grid.bleed,
        pages,
        tuple(
            OutlineEntry(setting.setter.normalised(section.section.title).replace("\n", ""), start - 1, 0.0)
            for section, start in zip(sections, starts, strict=True)
        ),
        title,
        document_author(report),
        document_subject(setting.setter, report),
        "zh-Hans",
    )


def _starts(gallery: Gallery) -> tuple[int, ...]:
    """The page number each section begins on."""
    counts = (len(plan.pages) for plan in gallery.planned[:-1])
    return tuple(accumulate(counts, initial=1 if gallery.opening is None else 2))


def all_frames(gallery: Gallery) -> tuple[Frame, ...]:
    """Every photo's frame, the lead's first."""
    lead = gallery.opening.frame if gallery.opening is not None else None
    own = (frame for plan in gallery.planned for page in plan.pages for frame in page.all_frames)
    return (*((lead,) if lead is not None else ()), *own)


def _deep_cuts(setting: GallerySetting, gallery: Gallery) -> list[Problem]:
    """A note for each photo that loses more of itself than the look keeps well."""
    return [
        problem(
            "photo-cut-deep",
            frame.photo.picture.photo.file.place,
            file=frame.photo.picture.photo.file.value,
            kept=int(frame.kept * 100),
        )
        for frame in all_frames(gallery)
        if frame.photo.picture.problem is None and frame.kept < setting.look.photos.keep_well - 1e-9
    ]

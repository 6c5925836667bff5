"""Page one of the gallery: lead photo, title, byline, lede, contents.

In: the report, its lead photo, its sections. Out: an :class:`Opening` found from the foot up: the contents,
the lede over them, the title over that, and the photo in all that is left. What is absent leaves no hole;
what is too long makes the photo lower, then stands smaller, then does without the photo.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, floor

from reportpdf.base.problem import InputError, problem
from reportpdf.base.units import mm
from reportpdf.layout.display import Item, Role, Tag, TextItem
from reportpdf.layout.gallery_contents import Contents, ContentsForm, forms, set_contents
from reportpdf.layout.gallery_draw import draw_frame
from reportpdf.layout.gallery_frames import Frame, band_frames, band_range, bands, in_strip
from reportpdf.layout.gallery_setting import COLUMNS, GallerySetting
from reportpdf.layout.headline import LONG_HEADLINE, set_headline
from reportpdf.layout.lines import Inks, put_block, set_words
from reportpdf.layout.setting import PlacedPhoto
from reportpdf.layout.titles import Title
from reportpdf.model.report import Report
from reportpdf.text.block import HAN_TOP, Block, first_baseline

PHOTO_GAP_U = 2
"""From the photo's foot to the byline, whose first line stands level with the title's."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Words:
    """Title, lede and byline as set. ``lede`` stands in ``columns`` columns."""

    title: Title | None
    lede: Block | None
    columns: int
    byline: tuple[tuple[TextItem, ...], ...]
    """Its lines, each from the strip's edge and the baseline 0."""

    @property
    def lede_high(self) -> float:
        return ceil(self.lede.count / self.columns) * self.lede.style.pitch if self.lede is not None else 0.0

    @property
    def title_high(self) -> float:
        return len(self.title.lines) * self.title.pitch if self.title is not None else 0.0


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Opening:
    """Page one divided: frame and the heights of title, lede and byline, points from the trim's head."""

    frame: Frame | None
    words: Words
    title_top: float
    lede_top: float
    byline_top: float
    contents: Contents


def plan_opening(setting: GallerySetting, report: Report, lead: PlacedPhoto | None) -> Opening:
    """The best division of page one.

    Raises: InputError if title, byline and lede do not fit it even without photo and contents.
    """
    count = len(report.sections)
    over = 0.0
    for photo in (lead, None) if lead is not None else (None,):
        for words in _settings(setting, report, alone=photo is None):
            for form in forms(setting, count, photo=photo is not None):
                contents = set_contents(setting, count, form)
                made = _divided(setting, words, contents, photo)
                if isinstance(made, Opening):
                    return made
                over = made
    place = (report.lede or report.title or report.byline[0].role).place
    raise InputError(problem("masthead-too-high", place, lines=ceil(over / setting.u)))


def _settings(setting: GallerySetting, report: Report, *, alone: bool) -> Iterator[Words]:
    """The words in their own type; then the lede as body text in columns."""
    style = setting.styles.title_alone if alone else setting.styles.title
    look = setting.look.opening
    title = None
    if report.title:
        # Large type on more lines before small type on one: the size is the look's voice.
        least = look.title_least / LONG_HEADLINE
        title = set_headline(setting.setter, report.title, style, least, setting.grid.width, look.title_lines)
    byline = tuple(_byline(setting, report))
    if not report.lede:
        yield Words(title, None, 1, byline)
        return
    grid, styles = setting.grid, setting.styles
    yield Words(title, setting.setter.block(report.lede, styles.lede, grid.width), 1, byline)
    yield Words(title, setting.setter.block(report.lede, styles.body, grid.column), COLUMNS, byline)


def _byline(setting: GallerySetting, report: Report) -> Iterator[tuple[TextItem, ...]]:
    """A line for each role, then its names, as many on a line as the strip takes."""
    grid, styles, setter = setting.grid, setting.styles, setting.setter
    for i, line in enumerate(report.byline):
        path = f"byline[{i}]"
        role = set_words(setter, setter.normalised(line.role), styles.byline_role, None, line.role)
        yield (role.put(grid.strip, 0.0, setting.inks[styles.byline_role.ink], _paragraph(f"{path}.role")),)
        row: list[TextItem] = []
        x, style = 0.0, styles.byline_name
        for j, name in enumerate(line.names):
            words = set_words(setter, setter.normalised(name), style, None, name)
            if row and x + words.width > grid.strip_width:
                yield tuple(row)
                row, x = [], 0.0
            tag = _paragraph(f"{path}.names[{j}]")
            row.append(words.put(grid.strip + x, 0.0, setting.inks[style.ink], tag))
            x += words.width + style.size
        if row:
            yield tuple(row)


def _paragraph(path: str) -> Tag:
    return Tag(Role.PARAGRAPH, path)


def _divided(
    setting: GallerySetting, words: Words, contents: Contents, photo: PlacedPhoto | None
) -> Opening | float:
    """The page so divided; by how much it is too high, points, if it is."""
    look, grid = setting.look.opening, setting.grid
    over_contents = look.contents_gap if contents.form is not ContentsForm.NONE else 0.0
    foot = contents.top - (over_contents if words.lede or words.title or photo is None else 0.0)
    lede_top = foot - words.lede_high
    title_foot = lede_top - (look.lede_gap if words.lede else 0.0)
    title_top = title_foot - words.title_high
    byline = len(words.byline) * setting.styles.byline_role.pitch
    if photo is None:
        return _without_photo(setting, words, contents, foot)
    highest = floor((title_top - (look.title_gap if words.title or words.lede else 0.0)) / setting.u + 1e-6)
    highest = min(highest, floor((grid.foot - byline) / setting.u + 1e-6) - PHOTO_GAP_U)
    frame = _lead_frame(setting, photo, highest)
    if frame is None:
        return look.photo_least_u * setting.u
    if words.columns > 1:
        lede_top = grid.y(floor(lede_top / setting.u + 1e-6))
    byline_top = frame.rect.bottom + (frame.caption_u + PHOTO_GAP_U) * setting.u
    return Opening(frame, words, title_top, lede_top, byline_top, contents)


def _lead_frame(setting: GallerySetting, photo: PlacedPhoto, highest: int) -> Frame | None:
    """The lead photo's frame down to a grid line at the most, caption and all; None if too low for it."""
    band = bands(setting, 1)[0]
    least, most = band_range(setting, (photo,), band, head=True)
    high = min(highest, most)
    low = max(least, min(setting.look.opening.photo_least_u, most))
    while high >= low:
        frame = band_frames(setting, (photo,), band, 0, high)[0]
        beside = in_strip(setting, frame, 0.0)
        if beside is not None:
            return beside
        if high + frame.caption_u <= highest:
            return frame
        high = highest - frame.caption_u
    return None


def _without_photo(setting: GallerySetting, words: Words, contents: Contents, foot: float) -> Opening | float:
    """The page without a photo: the title at its own height, or as much higher as the rest asks."""
    look, grid = setting.look.opening, setting.grid
    gap = look.lede_gap * (setting.styles.title_alone.pitch / setting.styles.title.pitch)
    high = words.title_high + (gap if words.title and words.lede else 0.0) + words.lede_high
    high = max(high, len(words.byline) * setting.styles.byline_role.pitch)
    top = min(mm(look.title_alone_mm), foot - high)
    if top < grid.y(PHOTO_GAP_U):
        return grid.y(PHOTO_GAP_U) - top
    lede_top = top + words.title_high + (gap if words.title else 0.0)
    if words.columns > 1:
        lede_top = grid.y(floor(lede_top / setting.u + 1e-6))
    byline_top = grid.y(round(top / setting.u))
    return Opening(None, words, top, lede_top, byline_top, contents)


def draw_opening(setting: GallerySetting, opening: Opening, inks: Inks) -> list[Item]:
    """Title, byline, lede, and the lead photo with its caption; ``inks`` hold the first section's colour."""
    grid, words = setting.grid, opening.words
    items: list[Item] = []
    byline_style = setting.styles.byline_role
    if words.title is not None:
        style = setting.styles.title if opening.frame is not None else setting.styles.title_alone
        y = opening.title_top + (words.title.pitch - words.title.size) / 2 + HAN_TOP * words.title.size
        for line in words.title.lines:
            items += line.put(grid.left, y, inks[style.ink], Tag(Role.TITLE, "title"))
            y += words.title.pitch
    for i, row in enumerate(words.byline):
        y = opening.byline_top + i * byline_style.pitch + first_baseline(byline_style)
        items += [replace(item, y=y) for item in row]
    if words.lede is not None:
        high = ceil(words.lede.count / words.columns)
        for column in range(words.columns):
            lines = range(column * high, min((column + 1) * high, words.lede.count))
            x, ink = grid.x(column), inks[words.lede.style.ink]
            items += put_block(words.lede, x, opening.lede_top, ink, _paragraph("lede"), lines=lines)
    if opening.frame is not None:
        items += draw_frame(setting, opening.frame, inks)
    return items

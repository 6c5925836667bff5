"""Frames of gallery photos: bands at a page's head and on photo pages, cells of the mosaic.

In: photos and the lines there are. Out: :class:`Frame`, each with the place of its caption. Edges stand on
grid lines; frames at the head and on the right reach into the bleed. A frame has the look's shape, or comes
as near to it as the photo allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from reportpdf.base.geometry import Rect
from reportpdf.layout.captions import set_caption
from reportpdf.layout.gallery_setting import COLUMNS, GalleryGrid, GallerySetting
from reportpdf.layout.setting import PlacedPhoto
from reportpdf.text.block import text_height

_EPSILON = 1e-6


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CaptionPlace:
    """Where a caption stands: its left edge, its width and the top of its first line box, points."""

    x: float
    top: float
    width: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Frame:
    """A photo at its place, bleed and all. ``caption_u``: lines that its caption takes under it."""

    photo: PlacedPhoto
    rect: Rect
    caption: CaptionPlace
    caption_u: int

    @property
    def kept(self) -> float:
        """The share of the photo's area that the frame shows."""
        return kept(self.photo.picture.aspect, self.rect.width / self.rect.height)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Slot:
    """A photo's part of a band: its edges, those of its caption, and the columns that it stands over."""

    left: float
    right: float
    text: float
    text_width: float
    column: int
    span: int

    @property
    def width(self) -> float:
        return self.right - self.left


Band = tuple[Slot, ...]


def kept(aspect: float, frame: float) -> float:
    """The share of a photo's area left by a frame; both as width by height."""
    return min(aspect / frame, frame / aspect)


def limits(setting: GallerySetting, photo: PlacedPhoto, usual: tuple[float, float]) -> tuple[float, float]:
    """(least, most) aspect of a frame for the photo: the usual ones, further for a photo of unusual shape."""
    look, aspect = setting.look.photos, photo.picture.aspect
    least = max(min(usual[0], aspect / look.shape), aspect * look.keep)
    return least, max(least, min(max(usual[1], aspect * look.shape), aspect / look.keep))


def bands(setting: GallerySetting, count: int) -> tuple[Band, ...]:
    """The ways to set so many photos side by side; a single one may leave columns free on its left."""
    grid, right, gap = setting.grid, setting.grid.photo_right, setting.look.photos.between
    if count == 1:
        return tuple(_split(grid, (COLUMNS - c,), right, gap, c) for c in range(COLUMNS))
    splits: tuple[tuple[int, ...], ...] = {2: ((2, 1), (1, 2)), 3: ((1, 1, 1),)}.get(count, ())
    found = tuple(_split(grid, split, right, gap) for split in splits)
    return (*found, _halves(grid, right, gap)) if count == 2 else found


def _halves(grid: GalleryGrid, right: float, gap: float) -> Band:
    """Two slots of one width, where two and one column would leave white; captions keep to their photo."""
    width = (right - grid.left - gap) / 2
    second = grid.left + width + gap
    return (
        Slot(grid.left, grid.left + width, grid.left, width, 0, 2),
        Slot(second, right, second, grid.x(COLUMNS - 1) + grid.column - second, 1, 2),
    )


def _split(grid: GalleryGrid, split: tuple[int, ...], right: float, gap: float, column: int = 0) -> Band:
    """Slots that begin on columns, ``gap`` apart, the last one bleeding."""
    slots = []
    for span in split:
        last = column + span == COLUMNS
        edge = right if last else grid.x(column + span) - gap
        slots.append(Slot(grid.x(column), edge, grid.x(column), grid.span(span), column, span))
        column += span
    return tuple(slots)


def band_range(
    setting: GallerySetting, photos: Sequence[PlacedPhoto], band: Band, *, head: bool
) -> tuple[int, int]:
    """(least, most) lines of a band in which every photo's frame has its shape; least over most: none.

    ``head``: the band stands at the page's head and reaches into the bleed above it.
    """
    least, most = 1, floor(setting.grid.trim_height / setting.u)
    over = setting.grid.bleed if head else 0.0
    for photo, slot in zip(photos, band, strict=True):
        tall, flat = limits(setting, photo, setting.look.photos.aspect)
        least = max(least, ceil((slot.width / flat - over) / setting.u - _EPSILON))
        most = min(most, floor((slot.width / tall - over) / setting.u + _EPSILON))
    return least, most


def band_frames(
    setting: GallerySetting, photos: Sequence[PlacedPhoto], band: Band, top: int, high: int
) -> tuple[Frame, ...]:
    """The photos in a band that begins at a grid line, so many lines high, at line 0 with its bleed.

    A caption stands under its photo; a photo that leaves a column free has it there, level with its foot.
    """
    grid = setting.grid
    over = grid.bleed if top == 0 else 0.0
    frames: list[Frame] = []
    for photo, slot in zip(photos, band, strict=True):
        rect = Rect(slot.left, grid.y(top) - over, slot.width, grid.y(high) + over)
        if band[0].column and (beside := _beside(setting, photo, rect, grid.x(slot.column - 1), grid.column)):
            frames.append(Frame(photo, rect, beside, 0))
        else:
            width = slot.text_width
            if slot.span == COLUMNS and _no_higher(setting, photo, grid.span(2), width):
                width = grid.span(2)
            place, steps = caption_under(setting, photo, rect.bottom, slot.text, width)
            frames.append(Frame(photo, rect, place, steps))
    return tuple(frames)


def in_strip(setting: GallerySetting, frame: Frame, free_from: float) -> Frame | None:
    """The frame with its caption in the strip at its foot; None where it would not be clear of the title."""
    grid = setting.grid
    place = _beside(setting, frame.photo, frame.rect, grid.strip, grid.strip_width, free_from + setting.u)
    return Frame(frame.photo, frame.rect, place, 0) if place is not None else None


def _beside(
    setting: GallerySetting, photo: PlacedPhoto, rect: Rect, x: float, width: float, free_from: float = 0.0
) -> CaptionPlace | None:
    """A caption beside a photo, its last line level with the photo's foot; None if it is higher."""
    high = text_height(setting.styles.caption, caption_lines(setting, photo, width))
    top = rect.bottom - high
    return CaptionPlace(x, top, width) if top >= max(rect.y, free_from, 0.0) else None


def caption_under(
    setting: GallerySetting, photo: PlacedPhoto, foot: float, x: float, width: float
) -> tuple[CaptionPlace, int]:
    """The place of a caption under a photo, and the grid lines that it takes."""
    lines = caption_lines(setting, photo, width)
    place = CaptionPlace(x, foot + setting.look.photos.caption_gap, width)
    if not lines:
        return place, 0
    high = setting.look.photos.caption_gap + text_height(setting.styles.caption, lines)
    return place, ceil(high / setting.u - _EPSILON)


def _no_higher(setting: GallerySetting, photo: PlacedPhoto, narrow: float, width: float) -> bool:
    """Whether a caption takes no more lines in a narrower measure, which reads better."""
    return caption_lines(setting, photo, narrow) == caption_lines(setting, photo, width)


def caption_lines(setting: GallerySetting, photo: PlacedPhoto, width: float) -> int:
    """Lines of the photo's caption at a width."""
    known = setting.caption_lines.get((id(photo), width))
    if known is None:
        caption = set_caption(setting, photo, width)
        known = photo, len(caption.ranges) if caption is not None else 0
        setting.caption_lines[id(photo), width] = known
    return known[1]

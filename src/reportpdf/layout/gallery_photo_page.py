"""Pages of photos alone: bands of one to three photos from head to foot.

In: the photos still to be set. Out: for each number of them that a page may take, the frames that cut least.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from reportpdf.layout.gallery_frames import Band, Frame, band_frames, band_range, bands
from reportpdf.layout.gallery_setting import GallerySetting
from reportpdf.layout.setting import PlacedPhoto

MOST_PHOTOS = 6
MOST_BANDS = 3
"""What one page of photos holds and is still looked at."""

GAP_U = 1
"""Between a band's caption and the next band, lines."""

CUT_WORTH = 20.0
"""What a photo loses, against a line of white at the foot."""

FREE_COLUMN = 6.0
"""A column left free beside a photo, against a line of white at the foot."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PhotoPage:
    """So many photos on a page of their own, and the white lines left at its foot."""

    frames: tuple[Frame, ...]
    white: int


def photo_pages(
    setting: GallerySetting, photos: Sequence[PlacedPhoto], top: int
) -> Iterator[tuple[int, PhotoPage]]:
    """For each number of photos the best page from a grid line down, where there is one."""
    for count in range(1, min(len(photos), MOST_PHOTOS) + 1):
        page = _best(setting, photos[:count], top)
        if page is not None:
            yield count, page


def _best(setting: GallerySetting, photos: Sequence[PlacedPhoto], top: int) -> PhotoPage | None:
    best, best_cost = None, float("inf")
    for sizes in _sizes(len(photos)):
        for chosen in product(*(bands(setting, size) for size in sizes)):
            page = _page(setting, photos, chosen, top)
            if page is None:
                continue
            cost = page.white + sum(CUT_WORTH * (1 - frame.kept) for frame in page.frames)
            cost += FREE_COLUMN * sum(band[0].column for band in chosen)
            if cost < best_cost - 1e-9:
                best, best_cost = page, cost
    if best is None and len(photos) == 1:
        return _alone(setting, photos[0], top)
    return best


def _sizes(count: int) -> list[tuple[int, ...]]:
    """The ways to part so many photos into bands, in their order."""
    found: list[tuple[int, ...]] = [(count,)] if count <= 3 else []
    if count == 0:
        return [()]
    for first in range(1, min(3, count - 1) + 1):
        found += [(first, *rest) for rest in _sizes(count - first)]
    return [sizes for sizes in found if len(sizes) <= MOST_BANDS]


def _page(
    setting: GallerySetting, photos: Sequence[PlacedPhoto], chosen: tuple[Band, ...], top: int
) -> PhotoPage | None:
    """The bands one under the other, as high as their shapes allow; None if the page is too low."""
    parts, at = [], 0
    for band in chosen:
        parts.append((photos[at : at + len(band)], band))
        at += len(band)
    ranges = [band_range(setting, own, band, head=i == top == 0) for i, (own, band) in enumerate(parts)]
    if any(least > most for least, most in ranges):
        return None
    # A caption's height does not hang on that of its photo but where it stands beside it.
    captions = [
        max(f.caption_u for f in band_frames(setting, own, band, 0, least))
        for (own, band), (least, _) in zip(parts, ranges, strict=True)
    ]
    room = setting.grid.lines - top - sum(captions) - GAP_U * (len(parts) - 1)
    heights = [least for least, _ in ranges]
    if sum(heights) > room:
        return None
    while sum(heights) < room:
        open_ = [i for i, (_, most) in enumerate(ranges) if heights[i] < most]
        if not open_:
            break
        lowest = min(open_, key=lambda i: (heights[i] - ranges[i][0]) / (ranges[i][1] - ranges[i][0]))
        heights[lowest] += 1
    frames: list[Frame] = []
    for (own, band), high, caption in zip(parts, heights, captions, strict=True):
        frames += band_frames(setting, own, band, top, high)
        top += high + caption + GAP_U
    return PhotoPage(tuple(frames), room - sum(heights))


def _alone(setting: GallerySetting, photo: PlacedPhoto, top: int) -> PhotoPage | None:
    """A photo whose shape no frame has, in the frame of a whole page that comes nearest."""
    lines = setting.grid.lines - top
    for band in bands(setting, 1):
        least, _ = band_range(setting, (photo,), band, head=top == 0)
        for high in range(min(least, lines), 0, -1):
            frames = band_frames(setting, (photo,), band, top, high)
            if high + frames[0].caption_u <= lines:
                return PhotoPage(frames, lines - high - frames[0].caption_u)
    return None

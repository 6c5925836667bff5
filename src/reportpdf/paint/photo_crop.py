"""Where a crop lies in the picture as it is stored, and how many pixels are made of it.

Comes in: the upright size, the orientation and a :class:`PhotoJob`. Goes out: a :class:`Crop`. Pure
arithmetic. Source: EXIF 2.32 (CIPA DC-008) 4.6.5.1, tag 274 Orientation.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.paint.photo_records import PhotoJob

Box = tuple[float, float, float, float]

_STORED = {
    1: (False, False, False),
    2: (False, True, False),
    3: (False, True, True),
    4: (False, False, True),
    5: (True, False, False),
    6: (True, False, True),
    7: (True, True, True),
    8: (True, True, False),
}
"""How an upright point is found in the stored picture: exchange its axes, then mirror x, mirror y."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Crop:
    """``box`` is in fractions of the stored picture (left, top, right, bottom), ``size_px`` what it is
    resampled to before it is turned upright. ``decode_px`` is the least size of the whole stored
    picture that still has those pixels. ``whole``: nothing is cut away, not half a pixel."""

    box: Box
    size_px: tuple[int, int]
    decode_px: tuple[int, int]
    whole: bool


def plan_crop(width_px: int, height_px: int, orientation: int, job: PhotoJob) -> Crop:
    """The crop of ``job`` in a photo of that upright size; never more pixels than the photo has there."""
    left, top, right, bottom = (min(1.0, max(0.0, edge)) for edge in job.crop)
    target_width, target_height = job.target_px
    width = min(target_width, max(1, round((right - left) * width_px)))
    height = min(target_height, max(1, round((bottom - top) * height_px)))
    box = stored_box((left, top, right, bottom), orientation)
    size = (height, width) if _STORED[orientation][0] else (width, height)
    cut = max(left * width_px, (1 - right) * width_px, top * height_px, (1 - bottom) * height_px)
    decode = (_least(size[0], box[2] - box[0]), _least(size[1], box[3] - box[1]))
    return Crop(box, size, decode, cut < 0.5)


def stored_box(box: Box, orientation: int) -> Box:
    """``box``, in fractions of the upright picture, in fractions of the stored one."""
    swap, mirror_x, mirror_y = _STORED[orientation]
    left, top, right, bottom = box
    if swap:
        left, top, right, bottom = top, left, bottom, right
    if mirror_x:
        left, right = 1 - right, 1 - left
    if mirror_y:
        top, bottom = 1 - bottom, 1 - top
    return left, top, right, bottom


def _least(pixels: int, fraction: float) -> int:
    """Pixels of the whole side of which ``fraction`` has at least ``pixels``."""
    return -int(-pixels // fraction)

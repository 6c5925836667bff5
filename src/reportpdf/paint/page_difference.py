"""Where two rasters of a page differ.

Comes in: two pictures of one resolution, boxes in which they may differ. Goes out: the share of pixels that
differ, and boxes (points from the upper left corner) of those that differ outside of what may. What
differs by less than an eye tells, or the blur of an edge makes, does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportpdf.base.geometry import Rect, hull
from reportpdf.base.units import PT_PER_INCH

if TYPE_CHECKING:
    from PIL import Image

COMPARE_PPI = 72.0
"""A pixel a point: a hairline still shows, and a page takes hundredths of a second."""

_STEP = 32
"""Of 255, in any of the three colours: less is rounding."""

_CELL = 4
"""Pixels a side in which differences are gathered; neighbours are one place."""

MOST_BOXES = 40
"""Places of one page that are told; the rest is in the last, whose box holds them all."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The share of the page's pixels that differ, 0 to 1, and the boxes that nothing explains."""

    share: float
    boxes: tuple[Rect, ...]


def difference(old: Image.Image, new: Image.Image, ppi: float, explained: Iterable[Rect] = ()) -> Difference:
    """How the two differ; the smaller is laid on white."""
    from PIL import ImageDraw

    mask = _mask(old, new)
    if mask.getbbox() is None:
        return Difference(0.0, ())
    share = mask.histogram()[255] / (mask.width * mask.height)
    draw, scale = ImageDraw.Draw(mask), ppi / PT_PER_INCH
    for box in explained:
        draw.rectangle((box.x * scale, box.y * scale, box.right * scale, box.bottom * scale), fill=0)
    boxes = tuple(_few(_places(mask, scale)))
    return Difference(share, boxes)


def _mask(old: Image.Image, new: Image.Image) -> Image.Image:
    """White where the pictures differ in any colour."""
    from PIL import Image, ImageChops

    size = max(old.width, new.width), max(old.height, new.height)
    if old.size != new.size:
        old, new = (_on_white(one, size) for one in (old, new))
    apart = ImageChops.difference(old, new)
    if apart.getbbox() is None:
        return Image.new("L", size, 0)
    red, green, blue = apart.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda value: 255 if value >= _STEP else 0)


def _on_white(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    from PIL import Image

    sheet = Image.new("RGB", size, (255, 255, 255))
    sheet.paste(picture, (0, 0))
    return sheet


def _places(mask: Image.Image, scale: float) -> Iterator[Rect]:
    """Boxes of cells that touch each other."""
    if mask.getbbox() is None:
        return
    cells = mask.reduce(_CELL)
    width = cells.width
    marked = {i for i, value in enumerate(cells.tobytes()) if value}
    side = _CELL / scale
    while marked:
        stack, found = [marked.pop()], []
        while stack:
            at = stack.pop()
            found.append(divmod(at, width))
            row, column = divmod(at, width)
            for y in (row - 1, row, row + 1):
                for x in range(max(0, column - 1), min(width, column + 2)):
                    if (near := y * width + x) in marked:
                        marked.remove(near)
                        stack.append(near)
        top, left = min(y for y, _ in found), min(x for _, x in found)
        low, right = max(y for y, _ in found) + 1, max(x for _, x in found) + 1
        yield Rect(left * side, top * side, (right - left) * side, (low - top) * side)


def _few(boxes: Iterable[Rect]) -> list[Rect]:
    """The largest boxes in reading order; what is over is joined to one."""
    ranked = sorted(boxes, key=lambda b: -b.width * b.height)
    kept, rest = ranked[:MOST_BOXES], ranked[MOST_BOXES:]
    if rest:
        kept.append(hull([kept.pop(), *rest]))
    return sorted(kept, key=lambda b: (b.y, b.x))

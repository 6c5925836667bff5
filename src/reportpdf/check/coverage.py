"""How much ink lies where: the sum of a page's plates, as figures and as a picture.

Comes in: a page's plates as grey pictures (255: no ink). Goes out: the greatest mean over any square of 15
mm, the greatest over 1 mm, the greatest of a single pixel, and a heat map. Per cent of full ink, 400 for
four solids. Source: GWG 2022 (total area coverage is measured over 15 mm squares); ISO 12647-2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportpdf.base.units import mm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL import Image

SQUARE_MM = 15.0
SMALL_MM = 1.0

BANDS: tuple[tuple[float, tuple[int, int, int]], ...] = (
    (0.0, (255, 255, 255)),
    (0.15, (222, 235, 247)),
    (0.35, (158, 202, 225)),
    (0.55, (116, 196, 118)),
    (0.75, (253, 217, 118)),
    (0.9, (253, 141, 60)),
    (1.0, (203, 24, 29)),
)
"""Share of the limit, and the colour of what is above it: white, blues, green, yellow, orange; red is
over."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Per cent of ink: the greatest mean over 15 mm squares and where its centre lies (mm from the upper left
    corner of the paper), the greatest over 1 mm squares, the greatest of a pixel, the mean of the page."""

    square: float
    x_mm: float
    y_mm: float
    small: float
    pixel: float
    mean: float


def measure(plates: Sequence[Image.Image], ppi: int) -> Coverage:
    """The coverage of one page."""
    summed, x, y = _greatest(plates, SQUARE_MM, ppi)
    small, _, _ = _greatest(plates, SMALL_MM, ppi)
    total = _sum([_inked(plate) for plate in plates])
    pixel = _high(total) / 255 * 100
    from PIL import ImageStat

    mean = sum(ImageStat.Stat(_inked(plate)).mean[0] for plate in plates) / 255 * 100
    scale = 25.4 / ppi
    return Coverage(round(summed, 1), round(x * scale, 1), round(y * scale, 1), round(small, 1), pixel, mean)


def heat_map(plates: Sequence[Image.Image], limit: float) -> Image.Image:
    """The page coloured by its ink as a share of ``limit`` per cent."""
    from PIL import Image

    total = _sum([_inked(plate) for plate in plates])
    picture = Image.new("RGB", total.size, BANDS[0][1])
    for share, colour in BANDS[1:]:
        floor = share * limit / 100 * 255
        mask = total.point(lambda value, floor=floor: value / 1 - floor + 0.5).convert("I")
        picture.paste(colour, mask=mask.point(lambda value: value * 255).convert("L"))
    return picture


def with_key(picture: Image.Image, limit: float, ppi: int) -> Image.Image:
    """The heat map with its colours explained in a strip below it: from how many per cent of ink each holds.

    The last says the limit; the strip is 8 mm high.
    """
    from PIL import Image, ImageDraw, ImageFont

    px = ppi / 25.4
    step = picture.width // len(BANDS)
    keyed = Image.new("RGB", (picture.width, picture.height + round(8 * px)), "white")
    keyed.paste(picture)
    pen = ImageDraw.Draw(keyed)
    font = ImageFont.load_default(max(7.0, 2.6 * px))
    top = picture.height + round(2 * px)
    for place, (share, colour) in enumerate(BANDS):
        left = place * step + round(2 * px)
        pen.rectangle((left, top, left + round(5 * px), top + round(4 * px)), fill=colour, outline="grey")
        over = ">" if share == 1 else ""
        label = (left + round(6.5 * px), top + round(2 * px))
        pen.text(label, f"{over}{share * limit:.0f} %", fill="black", font=font, anchor="lm")
    return keyed


def _inked(plate: Image.Image) -> Image.Image:
    """The plate with 255 for full ink."""
    from PIL import ImageChops

    return ImageChops.invert(plate.convert("L"))


def _sum(plates: Sequence[Image.Image]) -> Image.Image:
    """The plates added, mode I."""
    from PIL import ImageMath

    total = plates[0].convert("I")
    for plate in plates[1:]:
        total = ImageMath.lambda_eval(lambda a: a["a"] + a["b"], a=total, b=plate.convert("I"))
    return total


def _greatest(plates: Sequence[Image.Image], side_mm: float, ppi: int) -> tuple[float, int, int]:
    """The greatest mean over squares of that side, per cent, and its centre in pixels."""
    from PIL import ImageFilter

    radius = max(0.0, (mm(side_mm) / 72 * ppi - 1) / 2)
    blurred = [_inked(plate).filter(ImageFilter.BoxBlur(radius)) for plate in plates]
    total = _sum(blurred)
    high = _high(total)
    box = total.point(lambda value: value * 1 - (high - 1)).convert("L").getbbox()
    x, y = (box[0], box[1]) if box else (0, 0)
    return high / 255 * 100, x, y


def _high(total: Image.Image) -> float:
    extrema = total.getextrema()
    high = extrema[1]
    assert isinstance(high, int | float)  # a picture of one channel
    return float(high)

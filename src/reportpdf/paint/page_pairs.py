"""The old page and the new one in one picture: beside each other with boxes, or one over the other.

Comes in: rasters of two pages, boxes in points, colours, words for the heads. Goes out: PNG. In the overlay
what is only in the old page is red, only in the new blue-green, and in both grey to black. Source: ISO/IEC
15948 (PNG).
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.geometry import Rect
from reportpdf.base.units import PT_PER_INCH

if TYPE_CHECKING:
    from PIL import Image, ImageFont

    Colour = tuple[int, int, int]

PAIR_PPI = 90.0
"""Two pages beside each other fill a wide screen, and 8 point type can be read. Measured: a picture at 110
ppi takes half as long again to pack."""

OLD_ONLY: Colour = (214, 30, 40)
NEW_ONLY: Colour = (0, 128, 140)
_SHEET: Colour = (236, 236, 234)
_INK: Colour = (40, 40, 40)
_MARGIN, _HEAD = 24, 44
_FADED = 0.30
"""How dark what is in both stays in the overlay: what differs is to be seen first."""


def side_by_side(
    old: Image.Image | None,
    new: Image.Image | None,
    boxes: tuple[Sequence[Rect], Sequence[Rect]],
    heads: tuple[str, str],
    colour: Colour,
    face: Path,
    ppi: float = PAIR_PPI,
) -> bytes:
    """The two pages on one sheet, changed places in frames; a page that is not there is left white."""
    from PIL import Image, ImageDraw

    pages = [_framed(page, found, colour, ppi) for page, found in zip((old, new), boxes, strict=True)]
    shown = [page for page in pages if page is not None]
    width, height = max(p.width for p in shown), max(p.height for p in shown)
    sheet = Image.new("RGB", (2 * width + 3 * _MARGIN, height + _HEAD + _MARGIN), _SHEET)
    draw = ImageDraw.Draw(sheet)
    font = _font(face)
    for i, (page, head) in enumerate(zip(pages, heads, strict=True)):
        x = _MARGIN + i * (width + _MARGIN)
        draw.text((x, _HEAD // 2), head, fill=_INK, font=font, anchor="lm")
        if page is None:
            draw.rectangle((x, _HEAD, x + width, _HEAD + height), outline=(150, 150, 150))
        else:
            sheet.paste(page, (x, _HEAD))
    return _png(sheet, ppi)


def overlay(
    old: Image.Image, new: Image.Image, heads: tuple[str, str], face: Path, ppi: float = PAIR_PPI
) -> bytes:
    """The new page over the old."""
    from PIL import Image, ImageChops, ImageDraw

    size = max(old.width, new.width), max(old.height, new.height)
    was, now = (_grey(one, size) for one in (old, new))
    both = ImageChops.lighter(was, now).point(lambda v: round(255 - (255 - v) * _FADED))
    page = both.convert("RGB")
    for first, second, colour in ((was, now, OLD_ONLY), (now, was, NEW_ONLY)):
        only = ImageChops.subtract(second, first)  # ink in the first, none in the second
        page.paste(Image.new("RGB", size, colour), (0, 0), only)
    sheet = Image.new("RGB", (size[0] + 2 * _MARGIN, size[1] + _HEAD + _MARGIN), _SHEET)
    sheet.paste(page, (_MARGIN, _HEAD))
    draw, font, x = ImageDraw.Draw(sheet), _font(face), _MARGIN
    for head, colour in zip(heads, (OLD_ONLY, NEW_ONLY), strict=True):
        draw.rectangle((x, _HEAD // 2 - 6, x + 12, _HEAD // 2 + 6), fill=colour)
        draw.text((x + 20, _HEAD // 2), head, fill=_INK, font=font, anchor="lm")
        x += 44 + int(draw.textlength(head, font=font))
    return _png(sheet, ppi)


def _framed(
    page: Image.Image | None, boxes: Sequence[Rect], colour: Colour, ppi: float
) -> Image.Image | None:
    from PIL import ImageDraw

    if page is None:
        return None
    shown = page.copy()
    draw, scale = ImageDraw.Draw(shown), ppi / PT_PER_INCH
    for box in boxes:
        wide = box.grown(3.0)
        draw.rectangle(
            (wide.x * scale, wide.y * scale, wide.right * scale, wide.bottom * scale),
            outline=colour, width=max(2, round(1.6 * scale)),
        )  # fmt: skip
    return shown


def _grey(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    from PIL import Image

    grey = picture.convert("L")
    if grey.size == size:
        return grey
    sheet = Image.new("L", size, 255)
    sheet.paste(grey, (0, 0))
    return sheet


def _font(face: Path) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(face), 15)


def _png(picture: Image.Image, ppi: float) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG", compress_level=2, dpi=(ppi, ppi))
    return file.getvalue()

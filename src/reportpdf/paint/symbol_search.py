"""Symbols (QR code, Data Matrix) found in the picture of a page, however it was scanned, photographed, turned or shrunk.

Comes in: a picture. Goes out: the words of the symbols in it. What is quick and mostly enough is tried first: the
picture as it is, then larger, softer and sharper; then its parts one by one, larger still. The search ends when
``wanted`` says that a symbol is one of ours, or after the last try. Source: ISO/IEC 18004, 16022; the passes
and their order were measured on pages at 150 dpi, JPEG 70, turned, bent and blurred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 40_000_000
"""A picture is not made larger than this."""

_PART = 700
"""Side of a part of the picture, pixels; parts overlap by a quarter."""

_MOST_PARTS = 80


def find_symbols(image: Image, wanted: Callable[[str], bool]) -> list[str]:
    """The words of the symbols found up to the first pass that finds a wanted one."""
    import zxingcpp

    found: dict[str, None] = {}
    formats = [zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.DataMatrix]
    for picture, binarizer in _passes(image.convert("L")):
        for barcode in zxingcpp.read_barcodes(
            picture, formats=formats, binarizer=getattr(zxingcpp.Binarizer, binarizer)
        ):
            found[barcode.text] = None
        if any(map(wanted, found)):
            break
    return list(found)


_BY_PLACE, _BY_ALL = "LocalAverage", "GlobalHistogram"
"""How the grey picture is parted into black and white: around each place, or once for all."""


def _passes(grey: Image) -> Iterator[tuple[Image, str]]:
    """Pictures to look at, each with how it is parted into black and white."""
    from PIL import Image as Images
    from PIL import ImageFilter, ImageOps

    yield grey, _BY_PLACE
    double = _scaled(grey, 2.0)
    yield double, _BY_PLACE
    yield double.filter(ImageFilter.GaussianBlur(1.2)), _BY_PLACE
    yield double, _BY_ALL
    yield double.filter(ImageFilter.UnsharpMask(3, 200, 2)), _BY_PLACE
    yield _scaled(grey, 3.0), _BY_PLACE
    yield _scaled(grey, 0.5), _BY_PLACE
    yield ImageOps.autocontrast(double.filter(ImageFilter.MedianFilter(3)), cutoff=2), _BY_PLACE
    for angle in (30, 60):
        turned = double.rotate(angle, Images.Resampling.BICUBIC, expand=True, fillcolor=255)
        yield turned, _BY_PLACE
    for part in _parts(grey):
        contrasted = ImageOps.autocontrast(part, cutoff=1)
        for scale in (3.0, 4.0):
            large = _scaled(contrasted, scale)
            yield large, _BY_PLACE
            yield large.filter(ImageFilter.GaussianBlur(scale * 0.7)), _BY_PLACE
            yield large.filter(ImageFilter.UnsharpMask(scale * 1.5, 250, 0)), _BY_ALL


def _scaled(image: Image, scale: float) -> Image:
    """The picture larger or smaller, within the limit."""
    from PIL.Image import Resampling

    scale = min(scale, (MOST_PIXELS / (image.width * image.height)) ** 0.5)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image if size == image.size else image.resize(size, Resampling.BICUBIC)


def _parts(image: Image) -> Iterator[Image]:
    """Squares of the picture, its edges first: there the symbols stand."""
    step = _PART * 3 // 4
    across = range(0, max(1, image.width - _PART // 4), step)
    down = range(0, max(1, image.height - _PART // 4), step)
    squares = [(x, y) for y in down for x in across]
    squares.sort(key=lambda s: min(s[0], s[1], image.width - s[0] - _PART, image.height - s[1] - _PART))
    for x, y in squares[:_MOST_PARTS]:
        yield image.crop((x, y, min(x + _PART, image.width), min(y + _PART, image.height)))

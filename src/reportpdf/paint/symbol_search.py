"""Symbols (QR code, Data Matrix) found in the picture of a page, scanned, photographed, turned or shrunk.

Comes in: a picture. Goes out: the words of the symbols in it. What is quick and mostly enough is tried
first: the picture as it is, then larger, softer and sharper; then its parts one by one, larger still. The
search ends when ``wanted`` says that a symbol is one of ours, or after the last try. Source: ISO/IEC 18004,
16022; the passes and their order were measured on pages at 150 dpi, JPEG 70, turned, bent and blurred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 40_000_000
"""A picture is not made larger than this."""

_LARGE = 6_000_000
"""Pixels from which on a page is scanned so finely that its parts need not be made so large."""

_MOST_PARTS = 40


def find_symbols(image: Image, wanted: Callable[[str], bool], *, thorough: bool = True) -> list[str]:
    """The words of the symbols found up to the first pass that finds a wanted one; a search that is not
    thorough leaves the parts alone."""
    import zxingcpp

    found: dict[str, None] = {}
    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.DataMatrix])
    grey = image.convert("L")
    for picture, binarizer in _passes(grey, thorough=thorough):
        for barcode in zxingcpp.read_barcodes(
            picture, formats=formats, binarizer=getattr(zxingcpp.Binarizer, binarizer)
        ):
            found[barcode.text] = None
        if any(map(wanted, found)):
            break
    return list(found)


_BY_PLACE, _BY_ALL = "LocalAverage", "GlobalHistogram"
"""How the grey picture is parted into black and white: around each place, or once for all."""


def _passes(grey: Image, *, thorough: bool) -> Iterator[tuple[Image, str]]:
    """Pictures to look at, each with how it is parted into black and white."""
    from PIL import Image as Images
    from PIL import ImageFilter, ImageOps

    yield grey, _BY_PLACE
    double = _scaled(grey, 2.0)
    yield double, _BY_PLACE
    yield double.filter(ImageFilter.GaussianBlur(1.2)), _BY_PLACE
    yield double, _BY_ALL
    if not thorough:
        return
    yield double.filter(ImageFilter.UnsharpMask(3, 200, 2)), _BY_PLACE
    yield _scaled(grey, 3.0), _BY_PLACE
    yield _scaled(grey, 0.5), _BY_PLACE
    yield ImageOps.autocontrast(double.filter(ImageFilter.MedianFilter(3)), cutoff=2), _BY_PLACE
    for angle in (30, 60):
        yield double.rotate(angle, Images.Resampling.BICUBIC, expand=True, fillcolor=255), _BY_PLACE
    large = grey.width * grey.height > _LARGE
    for part in _parts(grey, 1100 if large else 700):
        contrasted = ImageOps.autocontrast(part, cutoff=1)
        for scale in (1.5, 2.5) if large else (3.0, 4.0):
            enlarged = _scaled(contrasted, scale)
            yield enlarged, _BY_PLACE
            yield enlarged.filter(ImageFilter.GaussianBlur(scale * 0.7)), _BY_PLACE
            yield enlarged.filter(ImageFilter.UnsharpMask(scale * 1.5, 250, 0)), _BY_ALL


def _scaled(image: Image, scale: float) -> Image:
    """The picture larger or smaller, within the limit."""
    from PIL.Image import Resampling

    scale = min(scale, (MOST_PIXELS / (image.width * image.height)) ** 0.5)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image if size == image.size else image.resize(size, Resampling.BICUBIC)


def _parts(image: Image, side: int) -> Iterator[Image]:
    """Squares of the picture that overlap by a quarter, its edges first: there the symbols stand."""
    step = side * 3 // 4
    across = range(0, max(1, image.width - side // 4), step)
    down = range(0, max(1, image.height - side // 4), step)
    squares = [(x, y) for y in down for x in across]
    squares.sort(key=lambda at: min(at[0], at[1], image.width - at[0] - side, image.height - at[1] - side))
    for x, y in squares[:_MOST_PARTS]:
        yield image.crop((x, y, min(x + side, image.width), min(y + side, image.height)))

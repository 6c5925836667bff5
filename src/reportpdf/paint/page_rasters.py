"""Pages of a PDF as rasters of their trim, to be compared and looked at.

Comes in: the bytes of a PDF. Goes out: Pillow pictures, one a page, of the trim box alone: a slug, crop marks
and margins beside it are not seen. Equal pages give equal pixels whatever stands outside of their trim.
Source: ISO 32000-2 14.11.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportpdf.base.units import PT_PER_INCH

if TYPE_CHECKING:
    from PIL import Image
    from pypdfium2 import PdfDocument, PdfPage

MOST_PIXELS = 40_000_000
"""Of one page: a larger sheet is rendered coarser."""


class Rasters:
    """The pages of one open PDF."""

    def __init__(self, document: PdfDocument) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document)

    def page(self, index: int, ppi: float) -> Image.Image:
        """The trim of a page."""
        page = self._trimmed(index)
        try:
            width, height = page.get_size()
            scale = ppi / PT_PER_INCH
            if width * height * scale**2 > MOST_PIXELS:
                scale = (MOST_PIXELS / (width * height)) ** 0.5
            bitmap = page.render(scale=scale, rev_byteorder=True)
            picture: Image.Image = bitmap.to_pil().convert("RGB")
            bitmap.close()
            return picture
        finally:
            page.close()

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of the trim, points."""
        page = self._trimmed(index)
        try:
            width, height = page.get_size()
            return float(width), float(height)
        finally:
            page.close()

    def _trimmed(self, index: int) -> PdfPage:
        """The page, as if its trim were all there is; boxes count from when a page is loaded."""
        page = self._document[index]
        trim, crop = page.get_trimbox(), page.get_cropbox()
        if trim == crop or trim[2] - trim[0] < 1 or trim[3] - trim[1] < 1:
            return page
        page.set_mediabox(*trim)
        page.set_cropbox(*trim)
        page.close()
        return self._document[index]


@contextmanager
def rasters(pdf: bytes) -> Iterator[Rasters]:
    """The pages of the PDF, as long as they are looked at."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        yield Rasters(document)
    finally:
        document.close()


def blank(like: Image.Image) -> Image.Image:
    """A white page as large as another."""
    from PIL import Image

    return Image.new("RGB", like.size, (255, 255, 255))

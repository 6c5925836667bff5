"""Pages and pictures opened for the search for symbols: grey, upright or not, never too large.

Comes in: the path of a PDF or of a picture. Goes out: the words of each page, and grey pictures. Everything
is bounded before it is decoded. Source: ISO 32000-2 14.11.2 (what is cut off a page by its crop box is
still in it).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.base.units import PT_PER_INCH
from reportpdf.paint.photo_records import PhotoError

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

MOST_PIXELS = 30_000_000
MOST_WORDS = 200_000
"""Characters of a page that are read."""


class TracedPdf:
    """A PDF's pages, one at a time."""

    def __init__(self, document: PdfDocument) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document)

    def words(self, index: int) -> str:
        """All words on the page, those outside its crop box too."""
        page = self._document[index]
        try:
            text = page.get_textpage()
            try:
                return str(text.get_text_range(0, min(text.count_chars(), MOST_WORDS)))
            finally:
                text.close()
        finally:
            page.close()

    def picture(self, index: int, ppi: float) -> Image:
        """The whole page, its crop box put aside."""
        page = self._document[index]
        try:
            page.set_cropbox(*page.get_mediabox())
            width, height = page.get_size()
            scale = min(ppi / PT_PER_INCH, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            bitmap = page.render(scale=scale, grayscale=True)
            try:
                picture: Image = bitmap.to_pil().copy()
                return picture
            finally:
                bitmap.close()
        finally:
            page.close()


@contextmanager
def traced_pdf(path: Path, password: str) -> Iterator[TracedPdf]:
    """The PDF, as long as it is looked at.

    Raises: InputError: it cannot be opened.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(path, password=password or None)
    except PdfiumError as error:
        raise InputError(problem("trace-broken", Place(str(path)), reason=error)) from error
    try:
        yield TracedPdf(document)
    except PdfiumError as error:
        raise InputError(problem("trace-broken", Place(str(path)), reason=error)) from error
    finally:
        document.close()


def traced_picture(path: Path) -> Image:
    """A scan or photograph of a page, grey and upright.

    Raises: InputError: no picture, broken, or too large.
    """
    from PIL import Image as Images
    from PIL import ImageOps

    from reportpdf.paint.photo_header import MOST_PIXELS as MOST_OPENED
    from reportpdf.paint.photo_header import inspect_photo
    from reportpdf.paint.photo_heif import enable_heif

    place = Place(str(path))
    try:
        header = inspect_photo(str(path))
    except PhotoError as error:
        code = "trace-kind" if error.fault.code in _NO_PICTURE else "trace-picture"
        raise InputError(problem(code, place, most=MOST_OPENED // 1_000_000)) from error
    if header.kind == "HEIF":
        enable_heif()
    Images.MAX_IMAGE_PIXELS = MOST_OPENED  # the limit is ours, checked before Pillow sees the file
    try:
        with Images.open(path, formats=(header.kind,)) as image:
            side = (MOST_PIXELS / max(1, image.width * image.height)) ** 0.5
            if side < 1:
                image.draft("L", (round(image.width * side), round(image.height * side)))
            upright = _grey(ImageOps.exif_transpose(image))
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError) as error:
        raise InputError(problem("trace-picture", place, most=MOST_OPENED // 1_000_000)) from error
    side = (MOST_PIXELS / (upright.width * upright.height)) ** 0.5
    return (
        upright.resize((round(upright.width * side), round(upright.height * side))) if side < 1 else upright
    )


def _grey(image: Image) -> Image:
    """The picture in 8 bits of grey; what is transparent lies on white paper."""
    from PIL import Image as Images

    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Images.new("RGBA", image.size, "white")
        return Images.alpha_composite(paper, image).convert("L")
    return image.convert("L")


_NO_PICTURE = frozenset(
    {"photo-corrupt-format", "photo-corrupt-empty", "photo-corrupt-folder", "photo-missing"}
)

"""The words of a PDF's pages with their boxes, as PDFium reads them.

Comes in: the bytes of any PDF. Goes out: for each page its pieces in the order they are drawn: a Han
character, a number, a Western word, each with its box, points from the upper left corner of the trim.
Source: ISO 32000-2 9.10 (extraction of text).
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportpdf.base.geometry import Rect

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST_CHARACTERS = 200_000
"""Of one page: more is no page that anyone reads."""


@dataclass(frozen=True, slots=True)
class PagePieces:
    """A page's size and its characters with their boxes; white between words is a space without a box."""

    width: float
    height: float
    characters: str
    boxes: tuple[Rect | None, ...]


def words_of(pdf: bytes) -> Iterator[PagePieces]:
    """Every page in order.

    Raises: PdfiumError for a page that cannot be read.
    """
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        for index in range(len(document)):
            page = document[index]
            try:
                yield _page(page)
            finally:
                page.close()
    finally:
        document.close()


def _page(page: PdfPage) -> PagePieces:
    from pypdfium2 import raw

    left, low, right, high = page.get_trimbox()
    text = page.get_textpage()
    characters: list[str] = []
    boxes: list[Rect | None] = []
    x0, x1, y0, y1 = c_double(), c_double(), c_double(), c_double()
    for i in range(min(text.count_chars(), MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, i)
        character = chr(code) if code and code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
        if character.isspace() or code in (0xFFFE, 0xFFFF):
            characters.append(" ")
            boxes.append(None)
            continue
        raw.FPDFText_GetCharBox(text, i, byref(x0), byref(x1), byref(y0), byref(y1))
        box = Rect(x0.value - left, high - y1.value, x1.value - x0.value, y1.value - y0.value)
        characters.append(character)
        boxes.append(box)
    text.close()
    return PagePieces(right - left, high - low, "".join(characters), tuple(boxes))

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
from reportpdf.base.problem import InputError, Place, problem

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

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
    width, height, turn = right - left, high - low, page.get_rotation()
    text = page.get_textpage()
    characters: list[str] = []
    boxes: list[Rect | None] = []
    x0, x1, y0, y1 = c_double(), c_double(), c_double(), c_double()
    for i in range(min(text.count_chars(), MOST_CHARACTERS)):
        character = character_at(text, i)
        box = None
        if not character.isspace():
            raw.FPDFText_GetCharBox(text, i, byref(x0), byref(x1), byref(y0), byref(y1))
            box = Rect(x0.value - left, high - y1.value, x1.value - x0.value, y1.value - y0.value)
            box = _turned(box, width, height, turn) if _inside(box, width, height) else None
        characters.append(" " if box is None else character)
        boxes.append(box)
    text.close()
    if turn in (90, 270):
        width, height = height, width
    return PagePieces(width, height, "".join(characters), tuple(boxes))


def character_at(text: PdfTextPage, index: int) -> str:
    """A character of a page; white for what is none."""
    from pypdfium2 import raw

    code = raw.FPDFText_GetUnicode(text.raw, index)
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000 or code in _NO_CHARACTER:
        return " "
    return chr(code)


_NO_CHARACTER = (0xFFFE, 0xFFFF)


def unreadable(name: str, error: Exception) -> InputError:
    """What PDFium refused: a PDF that is locked, or broken."""
    if "assword" in str(error):
        return InputError(problem("pdf-encrypted", Place(name)))
    return InputError(problem("pdf-broken", Place(name), reason=str(error)[:200]))


def _inside(box: Rect, width: float, height: float) -> bool:
    """Whether it is on the trimmed page: a slug is not."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return 0 <= x <= width and 0 <= y <= height


def _turned(box: Rect, width: float, height: float, turn: int) -> Rect:
    """The box on a page that is shown turned clockwise. Source: ISO 32000-2 7.7.3.3 (Rotate)."""
    if turn == 90:
        return Rect(height - box.bottom, box.x, box.height, box.width)
    if turn == 180:
        return Rect(width - box.right, height - box.bottom, box.width, box.height)
    if turn == 270:
        return Rect(box.y, width - box.right, box.height, box.width)
    return box

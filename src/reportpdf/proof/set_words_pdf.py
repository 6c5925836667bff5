"""The words of a round as they stand in its PDF: where nothing but the file is left of it.

Comes in: the path of a PDF and the texts of the report, if they are known. Goes out: a
:class:`~reportpdf.proof.set_words.SetRound`. A line takes the path of the text that it is part of; a line
that stands in several texts takes that which the line before it leads to, or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reportpdf.base.geometry import Rect
from reportpdf.base.problem import InputError, Place, problem
from reportpdf.base.units import to_mm
from reportpdf.paint.page_words import MOST_CHARACTERS, character_at, unreadable
from reportpdf.proof.character_boxes import LARGE
from reportpdf.proof.set_words import SetLine, SetRound, Source, folded, with_paths


def set_round_of_pdf(path: Path, sources: Mapping[str, Source], file: str = "") -> SetRound:
    """The round; ``file`` is the report's.

    Raises:
        InputError: the PDF cannot be read.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(path)
        try:
            trims, lines = [], []
            for index in range(len(document)):
                page = document[index]
                left, low, right, top = page.get_trimbox()
                trims.append((to_mm(right - left), to_mm(top - low)))
                lines += list(_lines(page, index + 1, left, top))
                page.close()
        finally:
            document.close()
    except FileNotFoundError as error:
        raise InputError(problem("pdf-missing", Place(str(path)))) from error
    except PdfiumError as error:
        raise unreadable(str(path), error) from error
    return SetRound(file, tuple(trims), tuple(with_paths(lines, sources)), (), sources)


def page_words(path: Path) -> tuple[str, ...]:
    """The words of each page, folded: what tells one round's PDF from another's.

    Raises:
        InputError: the PDF cannot be read.
    """
    found = set_round_of_pdf(path, {})
    pages = [""] * len(found.trims)
    for line in found.lines:
        pages[line.page - 1] += folded(line.words)
    return tuple(pages)


def _lines(page: Any, number: int, left: float, top: float) -> Iterator[SetLine]:
    """The lines of a page: PDFium puts a line end between them, a jump back begins one too."""
    text = page.get_textpage()
    words: list[str] = []
    boxes: list[Rect] = []
    for at in range(min(text.count_chars(), MOST_CHARACTERS)):
        character = character_at(text, at)
        if character not in "\r\n":
            x0, x1, y0, y1 = _box(text, at)
            words.append(character)
            boxes.append(Rect(to_mm(x0 - left), to_mm(top - y1), to_mm(x1 - x0), to_mm(y1 - y0)))
        elif words:
            yield SetLine(number, "".join(words), tuple(boxes))
            words, boxes = [], []
    if words:
        yield SetLine(number, "".join(words), tuple(boxes))
    text.close()


def _box(text: Any, at: int) -> tuple[float, float, float, float]:
    """Left, right, low and high of a character, points: its line's height, of large type that of the ink."""
    from ctypes import byref, c_double

    from pypdfium2 import raw

    loose, tight = raw.FS_RECTF(), [c_double() for _ in range(4)]
    whole = raw.FPDFText_GetLooseCharBox(text.raw, at, byref(loose))
    inked = raw.FPDFText_GetCharBox(text.raw, at, *map(byref, tight))
    x0, x1, y0, y1 = (one.value for one in tight)
    if not whole:
        return x0, x1, y0, y1
    if inked and loose.top - loose.bottom > LARGE:
        return loose.left, loose.right, y0, y1
    return loose.left, loose.right, loose.bottom, loose.top

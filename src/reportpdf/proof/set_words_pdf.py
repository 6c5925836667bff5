"""The words of a round as they stand in its PDF: where nothing but the file is left of it.

Comes in: the path of a PDF and the texts of the report, if they are known. Goes out: a
:class:`~reportpdf.proof.set_words.SetRound`. A line takes the path of the text that it is part of; a line
that stands in several texts takes that which the line before it leads to, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reportpdf.base.geometry import Rect
from reportpdf.base.problem import InputError, Place, problem
from reportpdf.base.units import to_mm
from reportpdf.proof.set_words import SetLine, SetRound, Source

_MOST_CHARACTERS = 200_000
"""Of one page: a broadsheet holds some ten thousand."""

_WIDTHS = {0xFF01 + i: 0x21 + i for i in range(94)} | {ord("。"): ".", ord("　"): " "}


def folded(words: str) -> str:
    """Words without white, full-width forms as half-width ones: what setting changes."""
    return "".join(words.split()).translate(_WIDTHS)


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
        raise InputError(problem("pdf-broken", Place(str(path)), reason=str(error)[:200])) from error
    return SetRound(file, tuple(trims), tuple(_named(lines, sources)), (), sources)


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
    from ctypes import byref, c_double

    from pypdfium2 import raw

    text = page.get_textpage()
    box = [c_double() for _ in range(4)]
    loose = raw.FS_RECTF()
    words: list[str] = []
    boxes: list[Rect] = []
    for at in range(min(text.count_chars(), _MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text.raw, at)
        character = chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else " "
        if character in "\r\n":
            if words:
                yield SetLine(number, "".join(words), tuple(boxes))
            words, boxes = [], []
            continue
        if raw.FPDFText_GetLooseCharBox(text.raw, at, byref(loose)):
            rect = (loose.left, loose.right, loose.bottom, loose.top)
        else:
            raw.FPDFText_GetCharBox(text.raw, at, *map(byref, box))
            rect = tuple(one.value for one in box)  # type: ignore[assignment]
        x0, x1, y0, y1 = rect
        words.append(character)
        boxes.append(Rect(to_mm(x0 - left), to_mm(top - y1), to_mm(x1 - x0), to_mm(y1 - y0)))
    if words:
        yield SetLine(number, "".join(words), tuple(boxes))
    text.close()


def _named(lines: list[SetLine], sources: Mapping[str, Source]) -> Iterator[SetLine]:
    """The lines with the paths of the texts that they are part of."""
    joined, starts = "", []
    for path, source in sources.items():
        starts.append((len(joined), path))
        joined += folded(source.words) + "\0"
    after = 0
    for line in lines:
        words = folded(line.words)
        at = joined.find(words, after) if words else -1
        if at != after and words:
            first = joined.find(words)
            at = first if first >= 0 and joined.find(words, first + 1) < 0 else at
        if at >= 0 and len(words) >= 2:
            after = at + len(words)
            path = max((start, name) for start, name in starts if start <= at)[1]
            yield SetLine(line.page, line.words, line.boxes, path)
        else:
            yield line

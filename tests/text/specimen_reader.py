"""Reads a specimen's PDF back: what stands where, as another program finds it.

In: the PDF of ``reportpdf specimen``. Out: for each page its lines, and of each line its glyphs with place,
advance and font. Places are em of the specimen's type from the frame's start edge, along the line.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

PAGE, MARGIN, SIZE = 1000.0, 40.0, 20.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One glyph: its text, where its pen stands and how far it moves the pen, em; its font; its height."""

    text: str
    at: float
    advance: float
    font: str
    across: float
    """From the frame's first edge across the lines, points."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line's glyphs in the order of the pen."""

    marks: tuple[Mark, ...]

    @property
    def text(self) -> str:
        return "".join(mark.text for mark in self.marks)


def read_pages(data: bytes, *, vertical: frozenset[int] = frozenset()) -> list[list[ReadLine]]:
    """The lines of every page, from the first to the last; ``vertical`` names pages by index."""
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    read = []
    for i, page in enumerate(PDFPage.get_pages(io.BytesIO(data))):
        interpreter.process_page(page)
        read.append(_lines(device.get_result(), vertical=i in vertical))
    return read


def _lines(page: LTPage, *, vertical: bool) -> list[ReadLine]:
    """Glyphs in one line share a baseline, or, in vertical text, an axis, within a third of an em."""
    rows: list[list[Mark]] = []
    last: float | None = None
    for char in page:
        if not isinstance(char, LTChar):
            continue
        mark = _mark(char, vertical=vertical)
        if last is None or abs(mark.across - last) > SIZE * 0.7:
            rows.append([])
            last = mark.across
        rows[-1].append(mark)
    return [ReadLine(tuple(row)) for row in rows]


def _mark(char: LTChar, *, vertical: bool) -> Mark:
    x, y = char.matrix[4:]
    if vertical:
        at, across = (PAGE - MARGIN - y) / SIZE, PAGE - MARGIN - (char.x0 + char.x1) / 2
    else:
        at, across = (x - MARGIN) / SIZE, PAGE - y
    return Mark(char.get_text(), at, char.adv / SIZE, char.fontname.partition("+")[2], across)

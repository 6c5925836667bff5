"""The running text of a PDF as one row of pieces, without what repeats on its pages.

Comes in: pages of characters with boxes. Goes out: :class:`Stream`: pieces with their pages and boxes; and
the lines at head and foot that repeat from page to page (folios, running heads), which reflow would else
strew through the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportpdf.base.geometry import Rect, hull
from reportpdf.check.finding import Spot
from reportpdf.check.spots import spot_of
from reportpdf.paint.page_words import PagePieces
from reportpdf.proof.edits import pieces

_ZONE = 0.09
"""Share of the page's height at head and foot in which lines may repeat."""

_LEAST_PAGES, _SHARE = 2, 0.3
"""A line repeats that is on so many pages, and on this share of them; numbers count as one."""

_NUMBER = re.compile("[0-9０-９]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, its page (from 1) and its box."""

    words: str
    page: int
    box: Rect


@dataclass(frozen=True, slots=True)
class Stream:
    """The pieces of the text in order, and for each page its repeating lines."""

    pieces: tuple[Piece, ...]
    repeated: tuple[str, ...]
    """Of all pages, numbers as #, each once."""

    folios: tuple[str, ...]
    """Of each page, as they are written."""

    pages: int

    @property
    def words(self) -> list[str]:
        return [piece.words for piece in self.pieces]


def stream_of(pages: Iterable[PagePieces]) -> Stream:
    """The stream of a whole PDF."""
    lines = [[*_lines(number, page)] for number, page in enumerate(pages, 1)]
    heights = list(lines)
    count = Counter(shape for page in heights for shape in {_shape(line) for line, edge in page if edge})
    least = max(_LEAST_PAGES, _SHARE * len(lines))
    repeated = {shape for shape, found in count.items() if found >= least}
    text: list[Piece] = []
    folios: list[str] = []
    for page in lines:
        own: list[str] = []
        for line, edge in page:
            if edge and _shape(line) in repeated:
                own.append("".join(piece.words for piece in line))
            else:
                text += line
        folios.append("　".join(own))
    return Stream(tuple(text), tuple(sorted(repeated)), tuple(folios), len(lines))


def _shape(line: Sequence[Piece]) -> str:
    return _NUMBER.sub("#", "".join(piece.words for piece in line))


def _lines(number: int, page: PagePieces) -> Iterator[tuple[list[Piece], bool]]:
    """Pieces that follow each other on one height, and whether they are in the zone of what repeats."""
    line: list[Piece] = []
    for piece in _pieces(number, page):
        if line and abs(_foot(piece.box) - _foot(line[-1].box)) > 0.6 * max(piece.box.height, 4.0):
            yield line, _edge(line, page)
            line = []
        line.append(piece)
    if line:
        yield line, _edge(line, page)


def _foot(box: Rect) -> float:
    return box.bottom


def _edge(line: Sequence[Piece], page: PagePieces) -> bool:
    top, foot = min(p.box.y for p in line), max(p.box.bottom for p in line)
    return foot < _ZONE * page.height or top > (1 - _ZONE) * page.height


def _pieces(number: int, page: PagePieces) -> Iterator[Piece]:
    at = 0
    for words in pieces(page.characters):
        boxes = [box for box in page.boxes[at : at + len(words)] if box is not None]
        at += len(words)
        if boxes and words.strip():
            yield Piece(words.strip(), number, hull(boxes))


def spots_of(found: Sequence[Piece]) -> tuple[Spot, ...]:
    """A box for each line that the pieces stand on."""
    rows: list[list[Piece]] = []
    for piece in found:
        last = rows[-1][-1] if rows else None
        if (
            last
            and last.page == piece.page
            and abs(last.box.bottom - piece.box.bottom) < 0.6 * max(4.0, last.box.height)
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return tuple(spot_of(row[0].page, hull([p.box for p in row])) for row in rows)


def words_of(found: Sequence[Piece]) -> str:
    """The pieces as words; Western words are parted by a space."""
    words = ""
    for piece in found:
        if (
            words
            and words[-1].isascii()
            and piece.words[0].isascii()
            and words[-1].isalnum()
            and (piece.words[0].isalnum())
        ):
            words += " "
        words += piece.words
    return words

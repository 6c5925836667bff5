"""The words of a round as they stand on its pages: every line with its place, every text of the report by
path.

Comes in: a snapshot of the round, or anything with the same parts. Goes out: :class:`SetRound`, lengths in mm
from the trim's upper left corner. A finder of places asks for no more than this, so that pages known only as
a PDF serve it too (:mod:`reportpdf.proof.set_words_pdf`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportpdf.base.geometry import Rect
from reportpdf.base.units import to_mm
from reportpdf.proof.character_boxes import character_boxes
from reportpdf.proof.snapshot import SnapPage


@dataclass(frozen=True, slots=True, eq=False)
class SetLine:
    """A line, or a piece of one: its page, its words, each character's box, and the path of its source
    (empty: furniture, or not known)."""

    page: int
    words: str
    boxes: tuple[Rect, ...]
    path: str = ""


@dataclass(frozen=True, slots=True)
class SetPhoto:
    """A photo in its frame."""

    page: int
    box: Rect
    path: str


@dataclass(frozen=True, slots=True)
class Source:
    """A text of the report: its words, and the line of the report's file that it begins in (0: not known)."""

    path: str
    words: str
    line: int = 0
    digest: str = ""
    """Of what else the place holds: a photo's content, crop and standing."""


@dataclass(frozen=True, slots=True, eq=False)
class SetRound:
    """A round: the trim of each page, what stands on them in reading order, and the report's texts by
    path."""

    file: str
    trims: tuple[tuple[float, float], ...]
    lines: tuple[SetLine, ...]
    photos: tuple[SetPhoto, ...]
    sources: Mapping[str, Source]

    def on(self, page: int) -> Iterator[SetLine]:
        """The lines of a page."""
        return (line for line in self.lines if line.page == page)


_WIDTHS = {0xFF01 + i: 0x21 + i for i in range(94)} | {ord("。"): ".", ord("\u3000"): " "}


def folded(words: str) -> str:
    """Words without white, full-width forms as half-width ones: what setting changes."""
    return "".join(same_width(words).split())


def same_width(words: str) -> str:
    """Words with full-width forms as half-width ones, character by character."""
    return words.translate(_WIDTHS)


def with_paths(lines: Sequence[SetLine], sources: Mapping[str, Source]) -> Iterator[SetLine]:
    """The lines, those without a path with that of the text they repeat: the whole of one, else a part. What
    is part of several texts takes that which the line before it leads to, or none."""
    whole = {folded(source.words): path for path, source in reversed(list(sources.items()))}
    joined, starts, paths = "", list[int](), list(sources)
    for source in sources.values():
        starts.append(len(joined))
        joined += folded(source.words) + "\0"
    after = 0
    for line in lines:
        words = folded(line.words)
        if line.path or len(words) < 2:
            yield line
            continue
        at = starts[paths.index(whole[words])] if words in whole else joined.find(words, after)
        if at not in (after, -1) and words not in whole:
            first = joined.find(words)
            at = first if joined.find(words, first + 1) < 0 else at
        after = at + len(words) if at >= 0 else after
        yield replace(line, path=paths[bisect_right(starts, at) - 1]) if at >= 0 else line


def set_round(
    file: str, trim: tuple[float, float], pages: Sequence[SnapPage], sources: Mapping[str, Source]
) -> SetRound:
    """The round of a snapshot's pages; ``trim`` in points."""
    size = (to_mm(trim[0]), to_mm(trim[1]))
    lines, photos = [], []
    for page in pages:
        for item in page.items:
            if item.kind == "photo":
                box = _mm(Rect(item.x, item.y, item.width, item.height))
                photos.append(SetPhoto(page.number, box, item.path))
            elif item.words.strip():
                boxes = tuple(map(_mm, character_boxes(item)))
                lines.append(SetLine(page.number, item.words, boxes, item.path))
    return SetRound(file, (size,) * len(pages), tuple(with_paths(lines, sources)), tuple(photos), sources)


def _mm(box: Rect) -> Rect:
    return Rect(*map(to_mm, (box.x, box.y, box.width, box.height)))

"""Where a mark stands: the words at a point, under boxes, or of a source place.

Comes in: a :class:`~reportpdf.proof.set_words.SetRound` and what was pointed at. Goes out:
:class:`MarkPlace`. A point that hits nothing takes the nearest words, and says how far they are. Where the
mark names the words that are to go, those words near the point are meant, for a hand is not as exact as a
pointer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from reportpdf.base.geometry import Rect, hull
from reportpdf.proof.boxes import distance, holds, middle
from reportpdf.proof.set_words import SetLine, SetPhoto, SetRound, folded
from reportpdf.proof.word_at import STOPS, word_at

CLOSE = 3.0
"""mm: within it a point is at the words; beyond it the words are the nearest."""

REACH = 25.0
"""mm within which the words that a mark names are looked for."""

_MOST_WORDS = 160
_ANCHOR = 4
"""Characters that name a place between two."""


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """A page and a point on it (mm from the trim's upper left corner), the box of the words there, the words;
    then their source: its path and line, its whole words, and the offset of the words in them (-1: not in
    them). ``away``: mm from the point to the words. ``photo``: it is a photo that is meant."""

    page: int
    x: float
    y: float
    box: Rect
    words: str
    path: str = ""
    line: int = 0
    source: str = ""
    offset: int = -1
    away: float = 0.0
    photo: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _At:
    """A character of a line."""

    line: SetLine
    index: int
    away: float


def place_at(found: SetRound, page: int, x: float, y: float, named: str = "") -> MarkPlace:
    """The place at a point; ``named`` are the words that the mark says stand there."""
    lines = list(found.on(page))
    if named:
        close = _named(lines, x, y, named)
        if close is not None:
            line, start, away = close
            return _words_of(found, line, start, start + len(named), (x, y), away)
    nearest = _nearest(lines, x, y)
    photo = _photo_at(found.photos, page, x, y)
    if photo is not None and (nearest is None or nearest.away > CLOSE / 2):
        return _of_photo(found, photo, x, y)
    if nearest is None:
        return MarkPlace(page, x, y, Rect(x, y, 0, 0), "", away=0.0)
    whole = nearest.line.path.endswith(".figure")
    index = nearest.index
    if nearest.away > CLOSE and STOPS.match(nearest.line.words[index]) and index:
        index -= 1  # from afar it is hardly a mark that is meant
    start, end = (0, len(nearest.line.words)) if whole else word_at(nearest.line.words, index)
    return _words_of(found, nearest.line, start, end, (x, y), nearest.away)


def place_under(found: SetRound, page: int, boxes: Sequence[Rect]) -> MarkPlace | None:
    """The words whose characters' middles lie in the boxes; None if there are none."""
    under: list[tuple[SetLine, list[int]]] = []
    for line in found.on(page):
        inside = [i for i, one in enumerate(line.boxes) if any(holds(box, middle(one)) for box in boxes)]
        while inside and line.words[inside[0]].isspace():
            del inside[0]
        while inside and line.words[inside[-1]].isspace():
            del inside[-1]
        if inside:
            under.append((line, inside))
    if not under:
        return None
    path = max(
        (line.path for line, _ in under), key=lambda p: sum(len(i) for one, i in under if one.path == p)
    )
    kept = [(line, inside) for line, inside in under if line.path == path]
    words = "".join("".join(line.words[i] for i in inside) for line, inside in kept)[:_MOST_WORDS]
    line, inside = kept[0]
    box = hull([one.boxes[i] for one, at in kept for i in at])
    centre = middle(line.boxes[inside[0]])
    place = _sourced(found, line, inside[0], MarkPlace(page, *centre, box, words))
    end = _offset(found, kept[-1][0], kept[-1][1][-1], place.source) + 1 if place.offset >= 0 else 0
    # as the report has it: setting leaves out the comma at which a title is broken
    as_written = place.source[place.offset : end]
    near = end > place.offset and abs(len(folded(as_written)) - len(folded(words))) <= len(kept)
    return replace(place, words=as_written) if near else place


def gap_at(found: SetRound, page: int, x: float, y: float) -> tuple[MarkPlace, bool]:
    """The place between two characters, named by the words before it, or by those behind it (True) at the
    beginning of a line."""
    nearest = _nearest(list(found.on(page)), x, y)
    if nearest is None:
        return MarkPlace(page, x, y, Rect(x, y, 0, 0), ""), False
    line = nearest.line
    gap = nearest.index + (middle(line.boxes[nearest.index])[0] < x)
    before = not line.words[:gap].strip()
    start, end = (gap, gap + _ANCHOR) if before else (max(gap - _ANCHOR, 0), gap)
    end = min(end, len(line.words))
    while start < end - 1 and STOPS.match(line.words[start]):
        start += 1
    place = _words_of(found, line, start, end, (x, y), nearest.away)
    return place, before


def place_of_source(found: SetRound, path: str, named: str = "") -> MarkPlace | None:
    """The words of a source on the pages: those named, or all of its first line; None if it is not set."""
    lines = _main_page([one for one in found.lines if one.path == path])
    for line in lines:
        start = line.words.find(named) if named else -1
        if start >= 0:
            box = hull(list(line.boxes[start : start + len(named)]))
            return _words_of(found, line, start, start + len(named), middle(box), 0.0)
    if not lines:
        photo = next((one for one in found.photos if one.path == path), None)
        return _of_photo(found, photo, *middle(photo.box)) if photo is not None else None
    box = hull(list(lines[0].boxes))
    source = found.sources.get(path)
    words = (source.words if source else lines[0].words)[:_MOST_WORDS]
    place = MarkPlace(lines[0].page, box.x, box.y + box.height / 2, box, words)
    return _sourced(found, lines[0], 0, place)


def _main_page(lines: Sequence[SetLine]) -> list[SetLine]:
    """The lines on the page where they take most room: what page one repeats in small is not meant."""
    room: dict[int, float] = {}
    for line in lines:
        room[line.page] = room.get(line.page, 0.0) + sum(b.width * b.height for b in line.boxes)
    page = max(room, key=lambda one: room[one], default=0)
    return [line for line in lines if line.page == page]


def _words_of(
    found: SetRound, line: SetLine, start: int, end: int, point: tuple[float, float], away: float
) -> MarkPlace:
    words = line.words[start:end]
    box = hull(list(line.boxes[start:end]))
    return _sourced(found, line, start, MarkPlace(line.page, *point, box, words, away=round(away, 1)))


def _sourced(found: SetRound, line: SetLine, index: int, place: MarkPlace) -> MarkPlace:
    """The place with its source."""
    source = found.sources.get(line.path)
    if source is None:
        return MarkPlace(place.page, place.x, place.y, place.box, place.words, line.path, away=place.away)
    offset = _offset(found, line, index, source.words)
    if offset < 0:
        offset = source.words.find(place.words)
    number = source.line + source.words.count("\n", 0, max(offset, 0)) if source.line else 0
    return MarkPlace(
        place.page, place.x, place.y, place.box, place.words, line.path, number, source.words, offset,
        place.away,
    )  # fmt: skip


def _of_photo(found: SetRound, photo: SetPhoto, x: float, y: float) -> MarkPlace:
    source = found.sources.get(photo.path)
    words, number = (source.words, source.line) if source else ("", 0)
    return MarkPlace(photo.page, x, y, photo.box, words, photo.path, number, words, -1, 0.0, True)


def _offset(found: SetRound, line: SetLine, index: int, value: str) -> int:
    """Where in the source a character of a line stands; setting may have changed marks and white."""
    before = 0
    laid = ""
    for one in found.lines:
        if one.path == line.path:
            if one is line:
                before = len(laid) + sum(not c.isspace() for c in line.words[:index])
            laid += "".join(c for c in one.words if not c.isspace())
    at = [i for i, c in enumerate(value) if not c.isspace()]
    if len(at) == len(laid):
        return at[before] if before < len(at) else -1
    matcher = SequenceMatcher(None, "".join(value[i] for i in at), laid, autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        if b <= before < b + size:
            return at[a + before - b]
    return -1


def _named(lines: Sequence[SetLine], x: float, y: float, named: str) -> tuple[SetLine, int, float] | None:
    """The nearest of the words named within reach, with the place in their line."""
    best: tuple[SetLine, int, float] | None = None
    for line in lines:
        start = line.words.find(named)
        while start >= 0:
            away = distance(hull(list(line.boxes[start : start + len(named)])), x, y)
            if away <= REACH and (best is None or away < best[2]):
                best = line, start, away
            start = line.words.find(named, start + 1)
    return best


def _nearest(lines: Sequence[SetLine], x: float, y: float) -> _At | None:
    found = (
        _At(line, i, distance(box, x, y))
        for line in lines
        for i, box in enumerate(line.boxes)
        if not line.words[i].isspace()
    )
    return min(found, key=lambda one: one.away, default=None)


def _photo_at(photos: Sequence[SetPhoto], page: int, x: float, y: float) -> SetPhoto | None:
    return next((one for one in photos if one.page == page and holds(one.box, (x, y))), None)


def sources_at(found: SetRound, line: int) -> Iterator[str]:
    """Paths of the texts that stand in a line of the report's file."""
    for path, source in found.sources.items():
        if source.line and source.line <= line <= source.line + source.words.count("\n"):
            yield path

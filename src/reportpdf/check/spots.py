"""Where on the pages the words of a finding stand.

Comes in: a document's display lists. Goes out: for a text and an offset in it the boxes of its
characters, mm from the trim's upper left corner. Lines are found by their tags; where setting has changed
the words (half-width marks, runs of spaces) the two are laid beside each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportpdf.base.geometry import Rect, hull
from reportpdf.base.units import mm, to_mm
from reportpdf.check.finding import Noted, Spot
from reportpdf.layout.display import Document, Item, PictureItem, Role, TextItem
from reportpdf.model.report import Text

_ASCENT, _HEIGHT = 0.88, 1.08
"""A line's box over its baseline, and in all, em."""

MOST_SPOTS = 6
"""Lines of one finding that are marked."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Set:
    """A piece of a line: characters as they are set, each with its box."""

    page: int
    characters: tuple[tuple[str, Rect], ...]


def item_box(item: TextItem) -> Rect:
    """The box of a line."""
    pens = pens_of(item)
    if item.vertical:
        return Rect(item.x - item.size / 2, item.y, item.size, pens[-1])
    return Rect(item.x, item.y - _ASCENT * item.size, pens[-1], _HEIGHT * item.size)


def spot_of(page: int, rect: Rect) -> Spot:
    """A box in mm."""
    x, y, w, h = (round(to_mm(v), 1) for v in (rect.x, rect.y, rect.width, rect.height))
    return Spot(page, x, y, max(w, 0.5), max(h, 0.5))


def rect_of(spot: Spot) -> Rect:
    """The box of a spot in points."""
    return Rect(*map(mm, (spot.x_mm, spot.y_mm, spot.width_mm, spot.height_mm)))


class Spots:
    """The finder of one document."""

    def __init__(self, document: Document) -> None:
        self._texts: dict[str, list[_Set]] = defaultdict(list)
        self._photos: dict[str, list[Spot]] = defaultdict(list)
        for page in document.pages:
            for item in page.items:
                self._note(page.number, item)

    def of(self, noted: Noted) -> tuple[Spot, ...]:
        """The spots of a finding: its own, or those of its words, or of the photo it is about."""
        if noted.spot is not None:
            return (noted.spot,)
        found = list(self._of_text(noted.text, noted.offset, noted.length)) if noted.text else []
        for more in noted.more:
            found += self._of_text(more.text, more.offset, more.length)
        if not found:
            path = (
                noted.text.place.path
                if noted.text
                else noted.problem.place.path
                if noted.problem.place
                else ""
            )
            found = self._of_path(path)
        return tuple(found[: MOST_SPOTS * (1 + len(noted.more))])

    def _note(self, page: int, item: Item) -> None:
        if isinstance(item, PictureItem):
            self._photos[item.tag.path].append(spot_of(page, item.rect))
        elif (
            isinstance(item, TextItem)
            and item.visible
            and item.tag.path
            and item.tag.role is not Role.ARTIFACT
        ):
            self._texts[item.tag.path].append(_Set(page, tuple(_characters(item))))

    def _of_path(self, path: str) -> list[Spot]:
        """The photo or the first line of a path, or of what it is a part of."""
        while path:
            if path in self._photos:
                return self._photos[path]
            if path in self._texts:
                first = self._texts[path][0]
                if first.characters:
                    return [spot_of(first.page, hull([box for _, box in first.characters]))]
            path = path.rpartition(".")[0]
        return []

    def _of_text(self, text: Text, offset: int, length: int) -> Iterator[Spot]:
        lines = self._texts.get(text.place.path, [])
        characters = [(one.page, c, box) for one in lines for c, box in one.characters if not c.isspace()]
        wanted = set(matched(text.value, "".join(c for _, c, _ in characters), offset, max(length, 1)))
        rows: dict[tuple[int, float], list[Rect]] = {}
        for i, (page, _, box) in enumerate(characters):
            if i in wanted:
                rows.setdefault((page, round(box.y, 1)), []).append(box)
        for (page, _), boxes in rows.items():
            yield spot_of(page, hull(boxes))


def matched(value: str, laid: str, offset: int, length: int) -> Iterator[int]:
    """Indices among the characters set of those delivered from ``offset``."""
    at = [i for i, c in enumerate(value) if not c.isspace()]
    inked = set(range(offset, offset + length))
    if len(at) == len(laid):
        yield from (n for n, i in enumerate(at) if i in inked)
        return
    matcher = SequenceMatcher(None, "".join(value[i] for i in at), laid, autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        if any(at[n] in inked for n in range(a, b)):
            for n in range(a, b):
                if at[n] in inked and d > c:
                    yield min(c + n - a, d - 1)


def pens_of(item: TextItem) -> list[float]:
    """Where each cluster begins along the line from its start, and where the last ends, points."""
    moves = dict(item.moves)
    pen, pens = 0.0, []
    for i, cluster in enumerate(item.clusters):
        pen += moves.get(i, 0.0)
        pens.append(pen * item.size)
        pen += cluster.advance + (item.tracking if i + 1 < len(item.clusters) else 0.0)
    return [*pens, pen * item.size]


def _characters(item: TextItem) -> Iterator[tuple[str, Rect]]:
    pens = pens_of(item)
    for cluster, start, end in zip(item.clusters, pens, pens[1:], strict=False):
        for i, character in enumerate(cluster.text):
            wide = (end - start) / len(cluster.text)
            x = start + i * wide
            if item.vertical:
                yield character, Rect(item.x - item.size / 2, item.y + x, item.size, wide)
            else:
                yield character, Rect(item.x + x, item.y - _ASCENT * item.size, wide, _HEIGHT * item.size)

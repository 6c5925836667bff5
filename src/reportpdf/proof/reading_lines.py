"""Lines of a page numbered for reading: each line of text has one number on its page, in reading order.

Comes in: a page's display list. Goes out: lines with their numbers, and on which side of the page each is
numbered. Texts of one row of columns are numbered outside where they can be, else in the gutter. Figures and
numerals of sections are no lines: they belong to the text beside them. Lengths in points of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from reportpdf.base.geometry import Rect, around, hull
from reportpdf.check.spots import item_box
from reportpdf.layout.display import Item, LinkItem, Page, PathItem, PictureItem, PolygonItem, Role, TextItem


class Side(Enum):
    """Where a line's number stands."""

    LEFT = "left"
    RIGHT = "right"
    GUTTER = "gutter"
    FOOT = "foot"
    """Under a vertical line."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NumberedLine:
    """A line: its number on the page, its box and baseline, whether it begins a text, and its side."""

    number: int
    box: Rect
    baseline: float
    size: float
    first: bool
    side: Side
    free: float = 0.0
    """In the gutter: the white to its left."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Text:
    """One text of the page with the boxes of its lines: box, baseline, size."""

    path: str
    lines: tuple[tuple[Rect, float, float], ...]
    vertical: bool

    @property
    def box(self) -> Rect:
        return hull([box for box, _, _ in self.lines])


_NEARLY = 0.05
"""By how much of the page the right margin must be nearer to be chosen: lines over the whole width are
numbered at the left."""

_FAR = 0.3
"""How much of the page may lie between a margin and the text that is numbered in it."""

_MARKER = 1.3
"""A mark no wider and no farther from its words, em, is a part of their line."""

_BYLINE = re.compile(r"byline\[.*")

JOINED = 2.5
"""Pieces of one baseline that stand no farther apart, em, are one line."""


def numbered_lines(page: Page, width: float) -> tuple[NumberedLine, ...]:
    """The lines of a page of that width."""
    texts = tuple(_texts(page.items))
    boxes = [text.box for text in texts]
    obstacles = [box for item in page.items if (box := _box(item)) is not None]
    between = [box for item in page.items if _parts(item) and (box := _box(item)) is not None]
    markers = [box for item in page.items if isinstance(item, PolygonItem) and (box := _box(item))]
    found: list[NumberedLine] = []
    for i, text in enumerate(texts):
        side = Side.FOOT if text.vertical else _side(boxes[i], [*boxes[:i], *boxes[i + 1 :], *between], width)
        for n, (words, baseline, size) in enumerate(text.lines):
            box = _with_marker(words, size, markers)
            line = NumberedLine(len(found) + 1, box, baseline, size, n == 0, side)
            free = _free(box, obstacles) if side is Side.GUTTER else 0.0
            found.append(replace(line, free=free))
    return tuple(found)


def _texts(items: Sequence[Item]) -> Iterator[_Text]:
    """The texts in reading order, one for each column that a text runs over; pieces beside each other on one
    baseline are one line."""
    path, vertical = "", False
    lines: list[tuple[Rect, float, float]] = []
    for item in items:
        if not isinstance(item, TextItem) or not item.visible or not item.clusters:
            continue
        if item.tag.role in (Role.ARTIFACT, Role.FIGURE_TEXT) or item.tag.path.endswith(".numeral"):
            continue
        box, own = item_box(item), _owner(item.tag.path)
        same = own == path and item.vertical == vertical
        if lines and same and not vertical and _continues(lines[-1], box, item):
            lines[-1] = (hull((lines[-1][0], box)), item.y, max(item.size, lines[-1][2]))
            continue
        if lines and not (same and (vertical or item.y > lines[-1][1])):  # else it goes on in another column
            yield _Text(path, tuple(lines), vertical)
            lines = []
        path, vertical = own, item.vertical
        lines.append((box, item.y, item.size))
    if lines:
        yield _Text(path, tuple(lines), vertical)


def _owner(path: str) -> str:
    """What is read as one: a caption with its credit, all of the byline."""
    return _BYLINE.sub("byline", path.removesuffix(".credit").removesuffix(".caption"))


def _continues(line: tuple[Rect, float, float], box: Rect, item: TextItem) -> bool:
    """Whether a piece goes on with the line before it."""
    before, baseline, size = line
    return abs(baseline - item.y) < 0.5 and -size < box.x - before.right < JOINED * max(size, item.size)


def _side(box: Rect, others: Sequence[Rect], width: float) -> Side:
    """The nearer margin, if nothing stands between and it is not far; the other one; else the gutter."""
    beside = [other for other in others if other.y < box.bottom and other.bottom > box.y]
    left = box.x <= _FAR * width and all(other.right > box.x for other in beside)
    right = width - box.right <= _FAR * width and all(other.x < box.right for other in beside)
    if left and (not right or box.x <= width * (1 + _NEARLY) - box.right):
        return Side.LEFT
    return Side.RIGHT if right else Side.GUTTER


def _with_marker(box: Rect, size: float, markers: Sequence[Rect]) -> Rect:
    """The line with the small mark that it begins with."""
    for marker in markers:
        beside = marker.y < box.bottom and marker.bottom > box.y and marker.width < _MARKER * size
        if beside and 0 <= box.x - marker.right < _MARKER * size:
            return hull((marker, box))
    return box


def _parts(item: Item) -> bool:
    """Whether a number beyond the item would be taken for another text's: photos and figures do that."""
    return isinstance(item, PictureItem) or item.tag.role is Role.FIGURE_TEXT


def _free(box: Rect, obstacles: Sequence[Rect]) -> float:
    """The white to the left of a line."""
    ends = [o.right for o in obstacles if o.y < box.bottom and o.bottom > box.y and o.right <= box.x + 0.5]
    return box.x - max(ends, default=0.0)


def _box(item: Item) -> Rect | None:
    """What an item covers; None for what draws nothing, or draws as outlines over a line."""
    if isinstance(item, TextItem):
        return item_box(item) if item.clusters else None
    if isinstance(item, PolygonItem):
        return around(item.points)
    return None if isinstance(item, LinkItem | PathItem) else item.rect

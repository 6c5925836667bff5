"""Ruled boxes of names and values, and choices to tick, as strips of one grid.

Comes in: Fields and Ticks that follow one another. Goes out: a strip for each row, with rules of its own, so
that a page may end between any two. Names share one width, so that boxes stand under one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportpdf.base.geometry import Rect
from reportpdf.base.problem import Place
from reportpdf.layout.display import BoxItem, Item, Role, Tag
from reportpdf.layout.form.answers import Answers, put_answers, set_answers
from reportpdf.layout.form.records import Align, Field, Fields, Ticks, plain
from reportpdf.layout.form.setter import FormSetter, SetCell, set_cell
from reportpdf.layout.form.strips import Strip, across, down, put_cell
from reportpdf.layout.form.styles import FRAME, HAIRLINE, NAME, NAME_MOST, PAD, PAD_UP, TINT, VALUE

Boxed = Fields | Ticks


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Box:
    """A field in its row: its left edge, that of its value and its right one, with what stands in it."""

    left: float
    edge: float
    right: float
    name: SetCell
    value: SetCell | Answers
    tag: Tag

    @property
    def height(self) -> float:
        """What its words take with the white around them."""
        return max(self.name.height, self.value.height) + 2 * PAD_UP


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Row:
    """Boxes beside each other, and how high the row is at least."""

    boxes: tuple[_Box, ...]
    least: float

    @property
    def height(self) -> float:
        return max(self.least, *(box.height for box in self.boxes))


class BoxSetter:
    """Sets neighbouring blocks of boxes over one width."""

    def __init__(self, setter: FormSetter, title: str, x: float, width: float) -> None:
        self._setter = setter
        self._title = title
        self._x = x
        self._width = width

    def strips(self, blocks: Sequence[tuple[int, Boxed]], gap: float) -> list[Strip]:
        """The rows of the blocks, each with its number, ``gap`` over the first."""
        names = self._names(blocks)
        rows = [row for number, block in blocks for row in self._rows(number, block, names)]
        last = len(rows) - 1
        return [
            self._strip(row, gap if i == 0 else 0.0, FRAME if i == 0 else HAIRLINE, i == last)
            for i, row in enumerate(rows)
        ]

    def _names(self, blocks: Sequence[tuple[int, Boxed]]) -> float:
        """The width of names: that of the longest, up to a share of the narrowest field."""
        columns = max((b.columns for _, b in blocks if isinstance(b, Fields)), default=1)
        place = Place(self._title)
        widths = [
            set_cell(self._setter, plain(name), NAME, self._width, place).width
            for _, block in blocks
            for name in _names_of(block)
        ]
        return min(max(widths, default=0.0) + 2 * PAD, NAME_MOST * self._width / columns)

    def _rows(self, number: int, block: Boxed, names: float) -> Iterator[_Row]:
        """The rows of one block."""
        if isinstance(block, Ticks):
            room = self._width - names - 2 * PAD
            answers = set_answers(self._setter, block.answers, room, self._place(block.name))
            box = self._box(block.name, answers, 0.0, self._width, names, f"ticks[{number}]")
            yield _Row((box,), 0.0)
            return
        column = self._width / block.columns
        for fields in _rows_of(block):
            at, boxes = 0, list[_Box]()
            for index, field in fields:
                width = field.span * column
                place = self._place(field.name)
                value = set_cell(self._setter, field.value, VALUE, width - names - 2 * PAD, place)
                path = f"fields[{number}].field[{index}]"
                boxes.append(self._box(field.name, value, at * column, width, names, path))
                at += field.span
            yield _Row(tuple(boxes), block.least_height)

    def _place(self, name: str) -> Place:
        return Place(self._title, path=name)

    def _box(
        self, name: str, value: SetCell | Answers, x: float, width: float, names: float, path: str
    ) -> _Box:
        set_name = set_cell(self._setter, plain(name), NAME, names - 2 * PAD, self._place(name))
        left = self._x + x
        return _Box(left, left + names, left + width, set_name, value, Tag(Role.PARAGRAPH, path))

    def _strip(self, row: _Row, gap: float, upper: float, last: bool) -> Strip:
        height = row.height

        def draw(top: float) -> list[Item]:
            foot = top + height
            tints = [BoxItem(Rect(b.left, top, b.edge - b.left, height), TINT) for b in row.boxes]
            words = [item for box in row.boxes for item in self._words(box, top, height)]
            inner = {x for box in row.boxes for x in (box.left, box.edge)} - {self._x}
            rules = [down(x, top, foot, HAIRLINE) for x in sorted(inner)]
            rules += [down(x, top, foot, FRAME) for x in (self._x, self._x + self._width)]
            rules += [
                across(self._x, top, self._width, upper),
                across(self._x, foot, self._width, FRAME if last else HAIRLINE),
            ]
            return [*tints, *words, *rules]

        return Strip(height, draw, gap)

    def _words(self, box: _Box, top: float, height: float) -> list[Item]:
        """The words of a box: its name and its value in the middle of its height."""
        x, room = box.left + PAD, box.edge - box.left - 2 * PAD
        head = top + (height - box.name.height) / 2
        items = put_cell(box.name, x, head, room, Align.CENTRE, box.tag)
        value, left = box.value, box.edge + PAD
        middle = top + (height - value.height) / 2
        if isinstance(value, Answers):
            return [*items, *put_answers(self._setter, value, left, middle, box.tag)]
        return [*items, *put_cell(value, left, middle, box.right - left - PAD, Align.LEFT, box.tag)]


def _names_of(block: Boxed) -> tuple[str, ...]:
    return (block.name,) if isinstance(block, Ticks) else tuple(field.name for field in block.fields)


def _rows_of(block: Fields) -> Iterator[list[tuple[int, Field]]]:
    """The fields of each row; the last of a row takes what is left of it, so that no row gapes."""
    row: list[tuple[int, Field]] = []
    at = 0
    for index, field in enumerate(block.fields):
        span = min(max(1, field.span), block.columns)
        if at + span > block.columns:
            yield _filled(row, block.columns - at)
            row, at = [], 0
        row.append((index, replace(field, span=span)))
        at += span
    if row:
        yield _filled(row, block.columns - at)


def _filled(row: list[tuple[int, Field]], left: int) -> list[tuple[int, Field]]:
    index, field = row[-1]
    return [*row[:-1], (index, replace(field, span=field.span + left))]

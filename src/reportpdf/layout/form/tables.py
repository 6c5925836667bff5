"""Tables of a form as strips: a head that is repeated on every page, and a strip for each row.

Comes in: a table and the height that a page has for it. Goes out: strips. A row is never cut but where it is
higher than a page: then it goes on over the page, a strip for each part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reportpdf.base.geometry import Rect
from reportpdf.base.problem import Place
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, Role, Tag
from reportpdf.layout.form.records import Align, Table, plain
from reportpdf.layout.form.setter import FormSetter, SetCell, set_cell
from reportpdf.layout.form.strips import Strip, across, down, put_cell
from reportpdf.layout.form.styles import FRAME, HAIRLINE, HEAD, PAD, PAD_UP, TINT, VALUE


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Grid:
    """Left edges of the columns and the right edge of the last, how words stand in each, and which table."""

    edges: tuple[float, ...]
    aligns: tuple[Align, ...]
    number: int

    @property
    def count(self) -> int:
        return len(self.aligns)

    def measure(self, column: int) -> float:
        """The width that words have in a column."""
        return self.edges[column + 1] - self.edges[column] - 2 * PAD

    def tag(self, kind: str, row: int, column: int) -> Tag:
        """The tag of a cell; the structure tree reads its path."""
        path = f"table[{self.number}].{kind}[{row}].cell[{column}/{self.count}]"
        return Tag(Role.PARAGRAPH, path)

    def words(self, cells: Sequence[SetCell], tags: Sequence[Tag], top: float, height: float) -> list[Item]:
        """The words of a row in the middle of its height; first lines of all cells stand on one baseline."""
        tallest = max((cell.height for cell in cells), default=0.0)
        head = top + (height - tallest) / 2
        return [
            item
            for i, cell in enumerate(cells)
            for item in put_cell(cell, self.edges[i] + PAD, head, self.measure(i), self.aligns[i], tags[i])
        ]

    def rules(self, top: float, foot: float, upper: float, lower: float) -> list[Item]:
        """The rules around and in a row; a weight of 0 leaves one out."""
        left, right = self.edges[0], self.edges[-1]
        items: list[Item] = [down(x, top, foot, HAIRLINE) for x in self.edges[1:-1]]
        items += [down(x, top, foot, FRAME) for x in (left, right)]
        items += [across(left, y, right - left, w) for y, w in ((top, upper), (foot, lower)) if w]
        return items


def table_strips(
    setter: FormSetter, table: Table, number: int, title: str, x: float, width: float, room: float, gap: float
) -> list[Strip]:
    """The head and the rows of a table over a width; ``room`` is what a page has at most."""
    grid = _grid(table, number, x, width)
    head = _head(setter, table, grid, title)
    again = _head(setter, table, grid, title, repeated=True)
    places = [Place(title, path=column.head) for column in table.columns]
    strips = [replace(head, gap=gap, held=True)]
    last = len(table.rows) - 1
    for index, row in enumerate(table.rows):
        cells = [set_cell(setter, cell, VALUE, grid.measure(i), places[i]) for i, cell in enumerate(row)]
        tags = [grid.tag("row", index, i) for i in range(grid.count)]
        for part in _parts(cells, room - again.height):
            least = table.least_height if part is cells else 0.0
            strips.append(_row(grid, part, tags, least, again, last=index == last))
    return strips


def _grid(table: Table, number: int, x: float, width: float) -> _Grid:
    """The columns over the width, by their shares."""
    whole = sum(column.share for column in table.columns)
    edges = accumulate((column.share * width / whole for column in table.columns), initial=x)
    return _Grid(tuple(edges), tuple(column.align for column in table.columns), number)


def _head(setter: FormSetter, table: Table, grid: _Grid, title: str, *, repeated: bool = False) -> Strip:
    """The head of the columns; where it is repeated it is no part of the text."""
    cells = [
        set_cell(setter, plain(column.head), HEAD, grid.measure(i), Place(title, path=column.head))
        for i, column in enumerate(table.columns)
    ]
    height = max((cell.height for cell in cells), default=0.0) + 2 * PAD_UP
    tags = [ARTIFACT if repeated else grid.tag("head", 0, i) for i in range(grid.count)]

    def draw(top: float) -> list[Item]:
        left = grid.edges[0]
        tint = BoxItem(Rect(left, top, grid.edges[-1] - left, height), TINT)
        words = [
            item
            for i, cell in enumerate(cells)
            for item in put_cell(
                cell,
                grid.edges[i] + PAD,
                top + (height - cell.height) / 2,
                grid.measure(i),
                Align.CENTRE,
                tags[i],
            )
        ]
        return [tint, *words, *grid.rules(top, top + height, FRAME, HAIRLINE)]

    return Strip(height, draw)


def _row(
    grid: _Grid, cells: Sequence[SetCell], tags: Sequence[Tag], least: float, head: Strip, *, last: bool
) -> Strip:
    height = max(least, max((cell.height for cell in cells), default=VALUE.pitch) + 2 * PAD_UP)

    def draw(top: float) -> list[Item]:
        foot = top + height
        return [
            *grid.words(cells, tags, top, height),
            *grid.rules(top, foot, 0.0, FRAME if last else HAIRLINE),
        ]

    return Strip(height, draw, head=head)


def _parts(cells: list[SetCell], room: float) -> Iterator[list[SetCell]]:
    """The row as it is, or the parts of one that no page holds, line by line."""
    most = max(1, int((room - 2 * PAD_UP) / VALUE.pitch))
    lines = max((len(cell.lines) for cell in cells), default=0)
    if lines <= most:
        yield cells
        return
    for start in range(0, lines, most):
        yield [SetCell(cell.style, cell.lines[start : start + most]) for cell in cells]

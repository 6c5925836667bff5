"""Strips of a form: what stands on the page as a whole, drawn from its head down.

Comes in: blocks set to their measures. Goes out: strips in reading order, put on pages by ``compose``. A
strip is a row of boxes, a line of a paragraph, a heading; it is never cut.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import BLACK, Ink
from reportpdf.layout.display import BoxItem, Item, Tag, TextItem
from reportpdf.layout.form.records import Align, Run
from reportpdf.layout.form.setter import CellLine, SetCell
from reportpdf.layout.form.styles import INKS
from reportpdf.text.block import HAN_TOP, first_baseline
from reportpdf.text.justify import Line
from reportpdf.theme.style import TextStyle

Drawn = Callable[[float], list[Item]]
"""Draws from a head, points from the trim's head."""

STRIKE = HAN_TOP - 0.5
UNDER = -0.17
"""Where a line through words and one under them stand over the baseline, em."""

MARK_WEIGHT = 0.065
"""Weight of those lines, em."""

_SHARE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Strip:
    """A piece of a form: its height, the white over it, and what draws it.

    ``held``: it stays with the next. ``head`` is repeated over it where it begins a page.
    """

    height: float
    draw: Drawn
    gap: float = 0.0
    held: bool = False
    head: Strip | None = None


def put_cell(
    cell: SetCell, x: float, top: float, width: float, align: Align, tag: Tag, ink: Ink | None = None
) -> list[Item]:
    """The lines of a cell in their measure, the lines that strike and underline after them."""
    style = cell.style
    items: list[Item] = []
    lines: list[Item] = []
    for row, line in enumerate(cell.lines):
        y = top + first_baseline(style) + row * style.pitch
        left = x + max(0.0, width - line.line.width * style.size) * _SHARE[align]
        for text, run, right in _pieces(line, left, y, style, ink or INKS[style.ink], tag):
            items.append(text)
            for wanted, height in ((run.struck, STRIKE), (run.underlined, UNDER)):
                if wanted:
                    weight = MARK_WEIGHT * style.size
                    middle = y - height * style.size - weight / 2
                    lines.append(BoxItem(Rect(text.x, middle, right - text.x, weight), text.ink))
    return [*items, *lines]


def _pieces(
    line: CellLine, x: float, y: float, style: TextStyle, ink: Ink, tag: Tag
) -> list[tuple[TextItem, Run, float]]:
    """The line in pieces of one run each, with where each ends."""
    clusters, runs = line.line.clusters, line.runs
    if not clusters:
        return []
    size, pens = style.size, pens_of(line.line)
    found = []
    start = 0
    for end in range(1, len(clusters) + 1):
        if end < len(clusters) and (len(runs) == 1 or runs[end] is runs[start]):
            continue
        run = runs[0] if len(runs) == 1 else runs[start]
        left = x + pens[start] * size
        moves = tuple((i - start, em) for i, em in line.line.moves if start < i < end)
        text = TextItem(left, y, size, run.ink or ink, clusters[start:end], moves, line.line.tracking, tag)
        last = pens[end - 1] + clusters[end - 1].advance
        found.append((text, run, x + last * size))
        start = end
    return found


def pens_of(line: Line) -> list[float]:
    """Where the pen stands before each cluster of a line, em."""
    moves = dict(line.moves)
    pens, pen = [], 0.0
    for i, cluster in enumerate(line.clusters):
        pen += moves.get(i, 0.0)
        pens.append(pen)
        pen += cluster.advance + line.tracking
    return pens


def across(x: float, y: float, width: float, weight: float) -> BoxItem:
    """A horizontal rule centred on y, closing the corners of the rules it meets."""
    return BoxItem(Rect(x - weight / 2, y - weight / 2, width + weight, weight), BLACK)


def down(x: float, top: float, bottom: float, weight: float) -> BoxItem:
    """A vertical rule centred on x."""
    return BoxItem(Rect(x - weight / 2, top, weight, bottom - top), BLACK)

"""Vertical lines of clusters become text operators.

Comes in: vertical text items in page order. Goes out: operators, one text object an item. An upright glyph
is placed by itself, in reading order, in the same horizontal fonts as other text, so that a reader gets the
logical characters; turned clusters are a horizontal run under a matrix turned a quarter clockwise.
Source: ISO 32000-2 9.4.2 (text-positioning operators), 9.3.4 (horizontal scaling).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from reportpdf.layout.display import TextItem
from reportpdf.paint.encode import glyph_texts
from reportpdf.paint.numbers import number
from reportpdf.paint.text_stream import RunStrings, TextState, TextWriter, plane_name, written_state
from reportpdf.text.cluster import Cluster
from reportpdf.text.vertical_glyphs import BASELINE

_TURNED = "0 -1 1 0"


class VerticalWriter:
    """Writes the vertical text items of a document in the fonts of its :class:`TextWriter`."""

    def __init__(self, text: TextWriter) -> None:
        self._text = text

    def write(self, item: TextItem, state: TextState, x: float, y: float) -> str:
        """The operators of ``item``, its pen starting at (``x``, ``y``) of the page, y upward."""
        if not item.clusters:
            return ""
        written = written_state(item)
        column = _Column(x, y, item.size, _pens(item))
        parts = [self._text.set_state(item, state, written.spacing), "BT"]
        rows = groupby(enumerate(item.clusters), lambda row: (row[1].turned, row[1].face))
        for (turned, face), group in rows:
            members = list(group)
            if turned:
                start, end = members[0][0], members[-1][0] + 1
                parts += self._turned(_part(item, start, end), face, column, start, state)
            else:
                for index, cluster in members:
                    parts += self._upright(cluster, column, index, state)
        if column.scale != 1.0:
            parts.append("100 Tz")
        parts.append("ET")
        return "\n".join(filter(None, parts))

    def _turned(self, part: TextItem, face: str, column: _Column, start: int, state: TextState) -> list[str]:
        """A run of turned clusters in one face."""
        name = self._text.name(face)
        written = written_state(part)
        strings = RunStrings(part, written.size, written.spacing)
        strings.pen(0)
        lead, shown = strings.show(self._text.encoder(face), name, 0, len(part.clusters))
        return [
            column.scaled(1.0),
            column.turned(start, lead),
            _font(f"{name} {written.size} Tf", state),
            shown,
        ]

    def _upright(self, cluster: Cluster, column: _Column, index: int, state: TextState) -> list[str]:
        """The glyphs of an upright cluster, each at its own place."""
        name, encoder = self._text.name(cluster.face), self._text.encoder(cluster.face)
        parts, down = [], 0.0
        for glyph, text in glyph_texts(cluster):
            plane, code = encoder.code(glyph.gid, text)
            parts.append(column.scaled(cluster.squeeze))
            parts.append(column.upright(index, glyph.dx, down - glyph.dy))
            parts.append(_font(f"{plane_name(name, str(plane))} {column.written_size} Tf", state))
            parts.append(f"<{code:04X}> Tj")
            down += glyph.advance
        return parts


def _font(operator: str, state: TextState) -> str:
    if operator == state.font:
        return ""
    state.font = operator
    return operator


def _pens(item: TextItem) -> list[float]:
    """Where each cluster begins, em down from the item's origin."""
    pens, pen, moves = [], 0.0, dict(item.moves)
    for i, cluster in enumerate(item.clusters):
        pen += moves.get(i, 0.0)
        pens.append(pen)
        pen += cluster.advance + item.tracking
    return pens


def _part(item: TextItem, start: int, end: int) -> TextItem:
    """Some of the item's clusters as an item of their own, moves before the first left out."""
    moves = tuple((i - start, em) for i, em in item.moves if start < i < end)
    return TextItem(
        0.0, 0.0, item.size, item.ink, item.clusters[start:end], moves, item.tracking, item.tag, item.visible
    )


@dataclass(slots=True, eq=False, repr=False)
class _Column:
    """Where the text object stands: writes the moves from place to place and remembers what was written."""

    x: float
    y: float
    size: float
    pens: list[float]
    at: tuple[float, float] | None = (0.0, 0.0)
    """The line matrix's origin; None when the matrix is turned."""

    scale: float = 1.0

    @property
    def written_size(self) -> str:
        return number(self.size, 4)

    def upright(self, index: int, dx: float, down: float) -> str:
        """The move to a glyph's origin."""
        x, y = self.x + dx * self.size, self.y - (self.pens[index] + down) * self.size
        if self.at is None:
            placed = f"{number(x)} {number(y)}"
            self.at = _written(placed)
            return f"1 0 0 1 {placed} Tm"
        step = f"{number(x - self.at[0])} {number(y - self.at[1])}"
        moved = _written(step)
        self.at = self.at[0] + moved[0], self.at[1] + moved[1]
        return f"{step} Td"

    def turned(self, index: int, lead: float) -> str:
        """The matrix of a turned run that begins with cluster ``index``."""
        x, y = self.x - BASELINE * self.size, self.y - (self.pens[index] + lead) * self.size
        self.at = None
        return f"{_TURNED} {number(x)} {number(y)} Tm"

    def scaled(self, scale: float) -> str:
        """The horizontal scaling of what follows, where it changes."""
        if scale == self.scale:
            return ""
        self.scale = scale
        return f"{number(100 * scale, 4)} Tz"


def _written(place: str) -> tuple[float, float]:
    x, y = place.split()
    return float(x), float(y)

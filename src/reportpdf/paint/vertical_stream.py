"""Vertical lines of clusters become text operators.

Comes in: vertical text items in page order. Goes out: operators, one text object an item. An upright glyph
is placed by itself, in reading order, in a font with vertical writing mode, so that a reader knows the line
for a vertical one and gives its characters in order. Digits side by side across the line are one run of the
horizontal font; turned clusters are such a run under a matrix turned a quarter clockwise. Source: ISO
32000-2 9.4.2 (text-positioning operators), 9.3.4 (horizontal scaling), 9.7.4.3 (vertical metrics).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise

from reportpdf.layout.display import TextItem
from reportpdf.paint.encode import FaceEncoder, glyph_texts
from reportpdf.paint.numbers import number
from reportpdf.paint.text_stream import (
    DOWNWARD,
    RunStrings,
    TextState,
    TextWriter,
    plane_name,
    written_state,
)
from reportpdf.text.cluster import Cluster, Glyph
from reportpdf.text.vertical_glyphs import BASELINE, HAN_TOP

_TURNED = "0 -1 1 0"


class VerticalWriter:
    """Writes the vertical text items of a document in the fonts of its :class:`TextWriter`."""

    def __init__(self, text: TextWriter) -> None:
        self._text = text

    def write(self, item: TextItem, state: TextState, x: float, y: float) -> str:
        """The operators of ``item``, its pen starting at (``x``, ``y``) of the page, y upward."""
        if not item.clusters:
            return ""
        column = _Column(item, x, y, _pens(item))
        parts = [self._text.set_state(item, state, written_state(item).spacing), "BT"]
        rows = groupby(enumerate(item.clusters), lambda row: (row[1].turned, row[1].face))
        for (turned, face), group in rows:
            members = list(group)
            if turned:
                parts += self._turned(column, face, members[0][0], members[-1][0] + 1, state)
            else:
                for index, cluster in members:
                    parts += self._upright(column, cluster, column.pens[index], state)
        parts += [column.scaled(1.0), "ET"]
        return "\n".join(filter(None, parts))

    def _turned(self, column: _Column, face: str, start: int, end: int, state: TextState) -> list[str]:
        """A run of turned clusters in one face."""
        part = _part(column.item, start, end)
        written = written_state(part)
        strings, name = RunStrings(part, written.size, written.spacing), self._text.name(face)
        strings.pen(0)
        lead, shown = strings.show(self._text.encoder(face), name, 0, len(part.clusters))
        place = column.turned(column.pens[start] + lead)
        return [column.scaled(1.0), place, _font(f"{name} {written.size} Tf", state), shown]

    def _upright(self, column: _Column, cluster: Cluster, pen: float, state: TextState) -> list[str]:
        """The glyphs of an upright cluster, each at its own place; those that stand abreast as one run."""
        name, encoder = self._text.name(cluster.face), self._text.encoder(cluster.face)
        size = written_state(column.item).size
        parts = [column.scaled(cluster.squeeze)]
        for run in _runs(cluster, encoder):
            first = run[0].glyph
            font, dx, dy = plane_name(name, str(run[0].plane)), first.dx, first.dy
            if len(cluster.glyphs) == 1 or not run[0].abreast:
                # A vertical font's glyph hangs from the middle of its top (DW2's default)
                encoder.planes[run[0].plane].vertical = True
                font += DOWNWARD
                dx, dy = dx + encoder.width(first.gid) / 2000, dy + HAN_TOP
            parts.append(column.upright(dx, pen - dy))
            parts.append(_font(f"{font} {size} Tf", state))
            parts.append(_shown(run, encoder, cluster.squeeze, column.item.tracking))
            pen += sum(piece.glyph.advance for piece in run)
        return parts


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Piece:
    """A glyph of an upright cluster with its code; ``abreast``: it shares its place with others."""

    glyph: Glyph
    plane: int
    code: int
    abreast: bool


def _runs(cluster: Cluster, encoder: FaceEncoder) -> list[list[_Piece]]:
    """The cluster's glyphs, those together that stand side by side at one height in one font."""
    runs: list[list[_Piece]] = []
    joins = False
    glyphs = list(glyph_texts(cluster))
    for i, (glyph, text) in enumerate(glyphs):
        stays = glyph.advance == 0 and i + 1 < len(glyphs)
        piece = _Piece(glyph, *encoder.code(glyph.gid, text), joins or stays)
        last = runs[-1][-1] if runs else None
        if joins and last is not None and last.plane == piece.plane and last.glyph.dy == glyph.dy:
            runs[-1].append(piece)
        else:
            runs.append([piece])
        joins = stays
    return runs


def _shown(run: list[_Piece], encoder: FaceEncoder, squeeze: float, tracking: float) -> str:
    """The run's text-showing operator; its numbers undo what width and tracking would do to the pen."""
    if len(run) == 1:
        return f"<{run[0].code:04X}> Tj"
    text = f"<{run[0].code:04X}>"
    for one, other in pairwise(run):
        step = (other.glyph.dx - one.glyph.dx) / squeeze - tracking
        text += f"{number(encoder.width(one.glyph.gid) - step * 1000)}<{other.code:04X}>"
    return f"[{text}]TJ"


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

    item: TextItem
    x: float
    y: float
    pens: list[float]
    at: tuple[float, float] | None = (0.0, 0.0)
    """The line matrix's origin; None when the matrix is turned."""

    scale: float = 1.0

    def upright(self, dx: float, down: float) -> str:
        """The move to a place so many em right of the line's centre and under its top."""
        x, y = self.x + dx * self.item.size, self.y - down * self.item.size
        if self.at is None:
            placed = f"{number(x)} {number(y)}"
            self.at = _written(placed)
            return f"1 0 0 1 {placed} Tm"
        step = f"{number(x - self.at[0])} {number(y - self.at[1])}"
        moved = _written(step)
        self.at = self.at[0] + moved[0], self.at[1] + moved[1]
        return f"{step} Td"

    def turned(self, down: float) -> str:
        """The matrix of a turned run that begins so many em under the line's top."""
        x, y = self.x - BASELINE * self.item.size, self.y - down * self.item.size
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

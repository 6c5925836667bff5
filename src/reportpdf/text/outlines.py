"""A set line as outlines: what is drawn beside the text and is no part of it, such as the readings of ruby.

In: a line and its faces. Out: path steps in em of the line's own size, x to the right and y upward from its
origin, whichever way the line runs. Text drawn so is found by nobody who copies or searches the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportpdf.text.cluster import Cluster
from reportpdf.text.face import FontSet
from reportpdf.text.vertical_glyphs import BASELINE

if TYPE_CHECKING:
    from reportpdf.text.justify import Line

PathStep = tuple[str, tuple[float, ...]]
"""``m`` or ``l`` and a point, ``c`` and three, ``h`` and none. Source: ISO 32000-2 8.5.2.1."""

Outline = tuple[PathStep, ...]


def line_outline(line: Line, fonts: FontSet, *, down: bool) -> Outline:
    """The outlines of all glyphs of the line."""
    steps: list[PathStep] = []
    pen, moves = 0.0, dict(line.moves)
    for i, cluster in enumerate(line.clusters):
        pen += moves.get(i, 0.0)
        for gid, x, y in _placed(cluster, pen, down=down):
            for operator, numbers in fonts[cluster.face].outline(gid):
                places = zip(numbers[::2], numbers[1::2], strict=True)
                spread = (
                    n
                    for dx, dy in places
                    for n in _turned(cluster, x, y, dx * cluster.scale, dy * cluster.scale)
                )
                steps.append((operator, tuple(spread)))
        pen += cluster.advance + line.tracking
    return tuple(steps)


def _placed(cluster: Cluster, pen: float, *, down: bool) -> Iterator[tuple[int, float, float]]:
    """Each glyph of the cluster with its origin."""
    for glyph in cluster.glyphs:
        if not down:
            yield glyph.gid, pen + glyph.dx, glyph.dy
        elif cluster.turned:
            yield glyph.gid, glyph.dy - BASELINE, -pen - glyph.dx
        else:
            yield glyph.gid, glyph.dx, glyph.dy - pen
        pen += glyph.advance


def _turned(cluster: Cluster, x: float, y: float, dx: float, dy: float) -> tuple[float, float]:
    """A point of a glyph on the page; a turned cluster lies along its line, a quarter turn clockwise."""
    return (x + dy, y - dx) if cluster.turned else (x + dx, y + dy)

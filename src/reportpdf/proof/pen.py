"""A proof-reader's pen: strokes, loops, carets and curls as filled polygons of the display list.

Comes in: points, boxes, an ink. Goes out: items, all artifacts. Weights and lengths in points. The figures
are those of GB/T 14706-1993 (校对符号及其用法): a loop round what is changed, a curl for what is taken out,
a caret for what is put in, an S for what changes places.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from math import cos, hypot, pi, sin

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.layout.display import Item, PolygonItem

WEIGHT = 0.7
"""Of a stroke: a fine pen, seen beside 9 point type and not over it."""

_ROUND = 6
"""Chords of a quarter circle."""

Point = tuple[float, float]


def stroke(points: Sequence[Point], ink: Ink, weight: float = WEIGHT) -> list[Item]:
    """A line through the points."""
    made: list[Item] = []
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        length = hypot(x1 - x0, y1 - y0)
        if length < 1e-6:
            continue
        dx, dy = (x1 - x0) / length * weight / 2, (y1 - y0) / length * weight / 2
        corners = (
            (x0 - dx - dy, y0 - dy + dx),
            (x1 + dx - dy, y1 + dy + dx),
            (x1 + dx + dy, y1 + dy - dx),
            (x0 - dx + dy, y0 - dy - dx),
        )
        made.append(PolygonItem(corners, ink))
    return made


def loop(box: Rect, ink: Ink, weight: float = WEIGHT) -> list[Item]:
    """A loop round a box: straight along long sides, round at its ends."""
    radius = min(box.height, box.width) / 2
    radius = min(radius, 7.0)
    outer, inner = (
        _rounded(box.grown(weight / 2), radius + weight / 2),
        _rounded(box.grown(-weight / 2), max(0.1, radius - weight / 2)),
    )
    return [PolygonItem((*outer, outer[0], inner[0], *reversed(inner)), ink)]


def _rounded(box: Rect, radius: float) -> list[Point]:
    corners = (
        (box.right - radius, box.y + radius, -pi / 2),
        (box.right - radius, box.bottom - radius, 0.0),
        (box.x + radius, box.bottom - radius, pi / 2),
        (box.x + radius, box.y + radius, pi),
    )
    return [
        (x + radius * cos(start + i * pi / 2 / _ROUND), y + radius * sin(start + i * pi / 2 / _ROUND))
        for x, y, start in corners
        for i in range(_ROUND + 1)
    ]


def frame(box: Rect, ink: Ink, weight: float = WEIGHT, *, dashed: bool = False) -> list[Item]:
    """A frame of straight lines, for what is too large for a loop."""
    corners = (
        (box.x, box.y),
        (box.right, box.y),
        (box.right, box.bottom),
        (box.x, box.bottom),
        (box.x, box.y),
    )
    if not dashed:
        return stroke(corners, ink, weight)
    return [item for a, b in itertools.pairwise(corners) for item in _dashes(a, b, ink, weight)]


def _dashes(start: Point, end: Point, ink: Ink, weight: float) -> list[Item]:
    length = hypot(end[0] - start[0], end[1] - start[1])
    count = max(1, round(length / 6))
    steps = [(i / count, (i + 0.55) / count) for i in range(count)]
    way = end[0] - start[0], end[1] - start[1]
    return [
        item
        for a, b in steps
        for item in stroke([(start[0] + way[0] * t, start[1] + way[1] * t) for t in (a, b)], ink, weight)
    ]


def caret(x: float, y: float, ink: Ink, size: float = 5.0, *, down: bool = False) -> list[Item]:
    """A caret whose point is at (x, y): under a line pointing up, or over it pointing down."""
    away = -size if down else size
    return stroke([(x - size * 0.6, y + away), (x, y), (x + size * 0.6, y + away)], ink, WEIGHT * 1.2)


def curl(x: float, y: float, ink: Ink, size: float = 4.0) -> list[Item]:
    """The curl of what is taken out, from (x, y) rightward: a stroke that ends in a loop."""
    circle = [
        (x + size * (1.1 + 0.6 * sin(t)), y - size * (0.6 - 0.6 * cos(t)))
        for t in (i * 2 * pi / 14 for i in range(15))
    ]
    return stroke([(x, y), *circle, (x + size * 2.1, y + size * 0.5)], ink)


def exchange(box: Rect, ink: Ink) -> list[Item]:
    """The S of two that change places, lying in a box: over the one, under the other."""
    x, y, w, h = box.x, box.y, box.width, box.height
    points = [(x + w * t, y + h / 2 - h / 2 * sin(2 * pi * t)) for t in (i / 24 for i in range(25))]
    return stroke(points, ink)


def arrow(start: Point, end: Point, ink: Ink, weight: float = WEIGHT) -> list[Item]:
    """A line with a head at its end."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    left = (end[0] - 5 * dx - 2.2 * dy, end[1] - 5 * dy + 2.2 * dx)
    right = (end[0] - 5 * dx + 2.2 * dy, end[1] - 5 * dy - 2.2 * dx)
    return [*stroke([start, end], ink, weight), PolygonItem((end, left, right), ink)]

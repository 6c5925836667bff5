"""Rectangles and sizes in points, y downward from the trim's upper left corner."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle in points: left, top, width, height; y grows downward."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def grown(self, by: float) -> Rect:
        """The rectangle moved out by ``by`` points on every side (the bleed of a trim)."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


def hull(boxes: Collection[Rect]) -> Rect:
    """The least rectangle around all of at least one; any unit."""
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    return Rect(left, top, max(b.right for b in boxes) - left, max(b.bottom for b in boxes) - top)


def around(points: Collection[tuple[float, float]]) -> Rect:
    """The least rectangle around all of at least one point; any unit."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

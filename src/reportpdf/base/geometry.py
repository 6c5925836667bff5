"""Rectangles and sizes in points, y downward from the trim's upper left corner."""

from __future__ import annotations

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

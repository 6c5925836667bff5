"""Boxes and points: how far, whether inside, the middle. Any unit."""

from __future__ import annotations

from math import hypot

from reportpdf.base.geometry import Rect


def distance(box: Rect, x: float, y: float) -> float:
    """From a point to a box; 0 inside."""
    return hypot(max(box.x - x, 0.0, x - box.right), max(box.y - y, 0.0, y - box.bottom))


def holds(box: Rect, point: tuple[float, float]) -> bool:
    """Whether a point is in a box."""
    return box.x <= point[0] <= box.right and box.y <= point[1] <= box.bottom


def middle(box: Rect) -> tuple[float, float]:
    """The middle of a box."""
    return box.x + box.width / 2, box.y + box.height / 2

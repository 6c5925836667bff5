"""Closed shapes as lists of points: boxes, ellipses, limbs, curves; and moving them."""

from __future__ import annotations

import math

from assets.pictures.brush import Point, Shape


def box(left: float, top: float, right: float, bottom: float) -> Shape:
    """Return an upright rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def ellipse(x: float, y: float, across: float, down: float, *, steps: int = 48) -> Shape:
    """Return an ellipse by its centre and its half axes."""
    turns = (math.tau * step / steps for step in range(steps))
    return [(x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns]


def limb(start: Point, end: Point, start_radius: float, end_radius: float) -> Shape:
    """Return a tapering rod with round ends: an arm, a leg, a pole."""
    along = math.atan2(end[1] - start[1], end[0] - start[0])
    half = [math.pi / 2 + math.pi * step / 10 for step in range(11)]
    back = [_around(start, start_radius, along + turn) for turn in half]
    front = [_around(end, end_radius, along + turn + math.pi) for turn in half]
    return back + front


def curve(points: Shape, *, closed: bool = True, steps: int = 8) -> Shape:
    """Return a smooth line through the points (Catmull-Rom)."""
    count = len(points)
    pieces = count if closed else count - 1
    smooth: list[Point] = []
    for index in range(pieces):
        if closed:
            a, b, c, d = (points[(index + shift) % count] for shift in (-1, 0, 1, 2))
        else:
            places = (index - 1, index, index + 1, index + 2)
            a, b, c, d = (points[min(count - 1, max(0, place))] for place in places)
        smooth += [_between(a, b, c, d, step / steps) for step in range(steps)]
    return smooth if closed else [*smooth, points[-1]]


def place(shape: Shape, x: float, y: float, size: float, *, flip: bool = False) -> Shape:
    """Return the shape enlarged about its origin, mirrored on request, and moved."""
    across = -size if flip else size
    return [(x + across * px, y + size * py) for px, py in shape]


def towards(point: Point, vanishing: Point, share: float) -> Point:
    """Return the point moved the share (0-1) of its way to a vanishing point."""
    return (
        point[0] + (vanishing[0] - point[0]) * share,
        point[1] + (vanishing[1] - point[1]) * share,
    )


def ridge(width: float, height: float, foot: float, waves: Shape) -> Shape:
    """Return the silhouette of hills: a skyline of summed waves, closed at the foot.

    Each wave is (length in pixels, amplitude in pixels); its phase follows from its length.
    """
    skyline = [
        (x, height + sum(rise * math.sin(x / length * math.tau + length) for length, rise in waves))
        for x in range(0, round(width) + 13, 12)
    ]
    return [*skyline, (width + 12, foot), (0, foot)]


def _around(centre: Point, radius: float, turn: float) -> Point:
    return (centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn))


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def axis(p: float, q: float, r: float, s: float) -> float:
        bend = (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t
        return 0.5 * (2 * q + (r - p) * t + bend)

    return (axis(a[0], b[0], c[0], d[0]), axis(a[1], b[1], c[1], d[1]))

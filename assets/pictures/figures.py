"""People without faces, as shapes one unit tall, feet at the origin, facing right or away."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from assets.pictures.brush import Canvas, Colour, Point, Shape, mix
from assets.pictures.shapes import curve, ellipse, limb, place

Pose = Literal["rest", "salute", "point", "hold", "wave"]

# Elbow and hand of the right-hand arm; the other arm rests.
ARMS: dict[Pose, tuple[Point, Point]] = {
    "rest": ((0.15, -0.62), (0.142, -0.465)),
    "salute": ((0.235, -0.775), (0.085, -0.905)),
    "point": ((0.25, -0.72), (0.39, -0.78)),
    "hold": ((0.16, -0.63), (0.05, -0.62)),
    "wave": ((0.19, -0.86), (0.21, -1.05)),
}


@dataclass(frozen=True, slots=True)
class Dress:
    """The colours of one person; `cap` None shows hair."""

    coat: Colour
    legs: Colour
    skin: Colour = "#d9a987"
    hair: Colour = "#22191a"
    cap: Colour | None = None
    skirt: bool = False


def draw_person(
    canvas: Canvas,
    foot: Point,
    height: float,
    dress: Dress,
    *,
    pose: Pose = "rest",
    flip: bool = False,
    shade: float = 0.16,
) -> None:
    """Paint a standing person, seen from behind or afar, with a soft shadow at the feet."""
    x, y = foot

    def put(shape: Shape, colour: Colour) -> None:
        placed = place(shape, x, y, height, flip=flip)
        canvas.paint(placed, colour, mix(colour, "#101018", shade))

    shadow = place(ellipse(0.03, 0.0, 0.19, 0.028), x, y, height, flip=flip)
    canvas.paint(shadow, "#181420", fade=(0.38, 0.38), blur=height * 0.012)
    for side in (-1, 1):
        put(limb((side * 0.048, -0.48), (side * 0.055, -0.03), 0.058, 0.034), dress.legs)
        put(ellipse(side * 0.06, -0.013, 0.042, 0.02), mix(dress.legs, "#0c0c10", 0.6))
    put(limb((-0.118, -0.775), (-0.15, -0.62), 0.038, 0.032), dress.coat)
    put(limb((-0.15, -0.62), (-0.142, -0.465), 0.032, 0.024), dress.coat)
    put(ellipse(-0.142, -0.445, 0.024, 0.03), dress.skin)
    put(limb((0, -0.79), (0, -0.87), 0.036, 0.034), mix(dress.skin, "#402018", 0.18))
    put(_skirt() if dress.skirt else _torso(), dress.coat)
    put(_collar(), mix(dress.coat, "#101018", 0.16))
    elbow, hand = ARMS[pose]
    put(limb((0.118, -0.775), elbow, 0.038, 0.032), dress.coat)
    put(limb(elbow, hand, 0.032, 0.024), dress.coat)
    put(ellipse(hand[0], hand[1] + (0.02 if pose == "rest" else 0), 0.025, 0.027), dress.skin)
    for side in (-1, 1):
        put(ellipse(side * 0.052, -0.91, 0.014, 0.022), dress.skin)
    put(ellipse(0, -0.92, 0.053, 0.064), dress.hair)
    if dress.cap is not None:
        band = [(-0.057, -0.965), (0.057, -0.965), (0.056, -0.932), (-0.056, -0.932)]
        put(band, mix(dress.cap, "#000008", 0.4))
        put(ellipse(0, -0.974, 0.082, 0.03), dress.cap)


def _torso() -> Shape:
    right = [(0.05, -0.825), (0.128, -0.79), (0.128, -0.70), (0.102, -0.58), (0.108, -0.46)]
    return curve([*right, *[(-px, py) for px, py in reversed(right)]])


def _collar() -> Shape:
    return curve([(-0.062, -0.80), (-0.042, -0.842), (0.042, -0.842), (0.062, -0.80), (0, -0.79)])


def _skirt() -> Shape:
    right = [(0.05, -0.825), (0.118, -0.79), (0.095, -0.62), (0.14, -0.42), (0.17, -0.30)]
    return curve([*right, *[(-px, py) for px, py in reversed(right)]])


def seated(*, cap: bool = False) -> list[Shape]:
    """Return head, neck and shoulders of a seated person from behind, one unit wide.

    The origin is the middle of the shoulder line's foot; y grows downward.
    """
    shoulders = [(-0.5, 0.12), (-0.46, -0.28), (-0.30, -0.42), (-0.13, -0.50)]
    shapes = [
        curve([*shoulders, *[(-px, py) for px, py in reversed(shoulders)]]),
        limb((0, -0.45), (0, -0.66), 0.125, 0.115),
        ellipse(0, -0.80, 0.185, 0.235),
        ellipse(-0.185, -0.76, 0.03, 0.06),
        ellipse(0.185, -0.76, 0.03, 0.06),
    ]
    if cap:
        shapes.append(ellipse(0, -0.97, 0.27, 0.09))
    return shapes


def draw_lit(canvas: Canvas, shapes: list[Shape], colour: Colour, rim: Colour, shift: Point) -> None:
    """Paint a dark figure with a bright edge on the side the shift points away from."""
    for shape in shapes:
        canvas.paint(shape, rim)
    for shape in shapes:
        canvas.paint([(x + shift[0], y + shift[1]) for x, y in shape], colour)


def trooper(stance: Literal["advance", "kneel", "signal", "wide"]) -> list[Shape]:
    """Return a helmeted figure in profile, facing right, one unit tall."""
    legs: dict[str, tuple[Shape, Shape]] = {
        # hip, knee, ankle, toe of the leading and of the trailing leg
        "advance": (
            [(-0.01, -0.50), (0.135, -0.30), (0.12, -0.05), (0.195, -0.02)],
            [(-0.04, -0.50), (-0.085, -0.26), (-0.245, -0.075), (-0.195, -0.015)],
        ),
        "wide": (
            [(-0.01, -0.49), (0.10, -0.27), (0.15, -0.05), (0.225, -0.02)],
            [(-0.05, -0.49), (-0.11, -0.26), (-0.20, -0.04), (-0.135, -0.015)],
        ),
        "signal": (
            [(0.0, -0.50), (0.06, -0.27), (0.03, -0.04), (0.10, -0.018)],
            [(-0.04, -0.50), (-0.06, -0.26), (-0.12, -0.04), (-0.05, -0.018)],
        ),
        "kneel": (
            [(-0.02, -0.33), (0.18, -0.31), (0.16, -0.05), (0.24, -0.02)],
            [(-0.06, -0.33), (0.0, -0.06), (-0.20, -0.04), (-0.24, -0.09)],
        ),
    }
    drop = 0.17 if stance == "kneel" else 0.0
    shapes: list[Shape] = []
    for hip, knee, ankle, toe in legs[stance]:
        shapes += [limb(hip, knee, 0.068, 0.05), limb(knee, ankle, 0.05, 0.036)]
        shapes.append(limb(ankle, toe, 0.036, 0.024))
    upper = [*_gear(), *(_raised_arm() if stance == "signal" else [])]
    return shapes + [[(x, y + drop) for x, y in shape] for shape in upper]


def _gear() -> list[Shape]:
    back = [(-0.10, -0.49), (-0.105, -0.66), (-0.085, -0.80), (0.0, -0.835)]
    front = [(0.075, -0.79), (0.10, -0.66), (0.065, -0.52), (0.05, -0.47)]
    return [
        curve([*back, *front]),
        ellipse(-0.125, -0.69, 0.05, 0.095),  # pack
        ellipse(0.075, -0.565, 0.035, 0.045),  # pouches
        limb((0.02, -0.82), (0.04, -0.87), 0.045, 0.045),
        ellipse(0.055, -0.895, 0.055, 0.062),
        _helmet(),
        limb((0.0, -0.77), (0.115, -0.66), 0.046, 0.036),
        limb((0.115, -0.66), (0.235, -0.765), 0.036, 0.026),
        limb((0.02, -0.775), (0.11, -0.79), 0.026, 0.022),  # stock
        limb((0.10, -0.79), (0.32, -0.80), 0.02, 0.018),
        limb((0.30, -0.80), (0.43, -0.806), 0.009, 0.009),  # barrel
        limb((0.20, -0.78), (0.225, -0.70), 0.018, 0.017),
        limb((0.16, -0.825), (0.22, -0.828), 0.012, 0.012),  # sight
    ]


def _helmet() -> Shape:
    dome = [
        (0.045 + 0.078 * math.cos(turn), -0.918 - 0.082 * math.sin(turn))
        for turn in (math.pi * step / 16 for step in range(17))
    ]
    return [(0.135, -0.912), *dome, (-0.036, -0.872), (0.0, -0.868), (0.03, -0.905)]


def _raised_arm() -> list[Shape]:
    return [
        limb((-0.02, -0.79), (-0.14, -0.88), 0.043, 0.034),
        limb((-0.14, -0.88), (-0.10, -1.06), 0.033, 0.025),
        ellipse(-0.10, -1.085, 0.03, 0.035),
    ]

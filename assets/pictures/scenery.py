"""Things that more than one scene has: grass, a skyline."""

from __future__ import annotations

import random

from assets.pictures.brush import Canvas, Colour
from assets.pictures.shapes import box


def draw_grass(canvas: Canvas, chance: random.Random, foot: float, width: int, colour: Colour) -> None:
    """Paint blades of grass along a foot line."""
    for _ in range(520):
        x = chance.uniform(-20, width + 20)
        tall, lean = chance.uniform(30, 150), chance.uniform(-34, 46)
        blade = [
            (x - 5, foot + 8),
            (x + lean * 0.4 - 2, foot - tall * 0.6),
            (x + lean, foot - tall),
            (x + 6, foot + 8),
        ]
        canvas.paint(blade, colour)


def draw_skyline(
    canvas: Canvas, top: float, foot: float, chance: random.Random, tints: tuple[Colour, Colour]
) -> None:
    """Paint a row of plain buildings across the picture, each from its roof to the foot line."""
    x = -20.0
    while x < canvas.width:
        wide, tall = chance.uniform(50, 150), chance.uniform(0, 190)
        canvas.paint(box(x, top - tall, x + wide, foot), *tints)
        x += wide + chance.uniform(-6, 26)

"""The training ground at dusk."""

from __future__ import annotations

import random
from typing import Literal

from PIL import Image

from assets.pictures.brush import Canvas, Colour, Shape, mix
from assets.pictures.figures import draw_lit, trooper
from assets.pictures.scenery import draw_grass
from assets.pictures.shapes import box, ellipse, limb, place, ridge


def training() -> Image.Image:
    """Return a squad advancing along a ridge against the evening sky."""
    canvas = Canvas(
        2400,
        1800,
        (
            (0, "#2a2c4c"),
            (0.22, "#5d4a68"),
            (0.42, "#b56d62"),
            (0.58, "#f0a864"),
            (0.7, "#ffdc9c"),
            (1, "#ffe2ac"),
        ),
    )
    sun = (1610.0, 1010.0)
    canvas.glow(sun, (1700, 1100), "#ffd08a", 0.7)
    _streaks(canvas, random.Random(7))
    canvas.glow(sun, (620, 560), "#fff0c4", 0.95)
    canvas.paint(ellipse(*sun, 92, 92), "#fffbe8", "#ffedb8")
    hills: tuple[tuple[float, Colour, Colour, Shape], ...] = (
        (930, "#c98a78", "#f3bb86", ((1310, 46), (530, 26), (217, 9))),
        (1045, "#98626a", "#d98f72", ((1130, 54), (419, 24), (149, 7))),
        (1165, "#64455a", "#a8655c", ((1510, 50), (607, 30), (131, 6))),
        (1285, "#3c2f46", "#6c4550", ((1270, 36), (353, 18), (97, 5))),
    )
    for height, top, foot, waves in hills:
        canvas.paint(ridge(2400, height, 1800, waves), top, foot)
        canvas.glow((sun[0], height + 60), (1100, 190), "#ffc888", 0.42)
    _tower(canvas, 330, 1290)
    ground = ridge(2400, 1490, 1800, ((2600, 34), (730, 12), (163, 4)))
    canvas.paint([(x, y - 5) for x, y in ground], "#f5a75e", "#40243a")
    canvas.paint(ground, "#251d2c", "#0d0a12")
    squad: tuple[tuple[float, float, Literal["advance", "kneel", "signal", "wide"]], ...] = (
        (470, 560, "wide"),
        (850, 570, "advance"),
        (1225, 585, "signal"),
        (1580, 590, "advance"),
        (1960, 600, "kneel"),
    )
    for x, height, stance in squad:
        y = min((abs(px - x), py) for px, py in ground[:-2])[1] + 10
        canvas.paint(
            [(x - 60, y), (x + 60, y), (x - 240, 1810), (x - 520, 1810)],
            "#08060c",
            fade=(0.7, 0.0),
            blur=16,
        )
        side = -3.2 if x < sun[0] else 3.2
        figure = [place(shape, x, y, height) for shape in trooper(stance)]
        draw_lit(canvas, figure, "#17141f", "#ffb56a", (side, 2.6))
    canvas.paint(box(0, 1330, 2400, 1660), "#f0a878", fade=(0.0, 0.16), blur=40)
    draw_grass(canvas, random.Random(11), 1800.0, 2400, "#07060a")
    canvas.vignette("#0d0a18", 0.6)
    return canvas.finished()


def _streaks(canvas: Canvas, chance: random.Random) -> None:
    for _ in range(26):
        x, y = chance.uniform(-200, 2600), chance.uniform(120, 860)
        wide, tall = chance.uniform(240, 820), chance.uniform(7, 24)
        tint = mix("#8a5c76", "#ffc98c", y / 860)
        canvas.paint(ellipse(x, y, wide, tall), tint, mix(tint, "#ffdca8", 0.6), fade=(0.25, 0.6), blur=15)


def _tower(canvas: Canvas, x: float, foot: float) -> None:
    for shift in (-70, 70):
        canvas.paint(limb((x + shift, foot + 40), (x + shift * 0.7, foot - 470), 7, 6), "#33283c", "#2a2132")
    for step in range(5):
        y = foot - 20 - step * 95
        canvas.paint(limb((x - 68, y), (x + 56, y - 90), 4, 4), "#33283c")
        canvas.paint(limb((x + 68, y), (x - 56, y - 90), 4, 4), "#33283c")
    canvas.paint(box(x - 92, foot - 500, x + 92, foot - 470), "#33283c")
    canvas.paint(box(x - 72, foot - 590, x + 72, foot - 560), "#2c2336")
    canvas.paint([(x - 104, foot - 590), (x + 104, foot - 590), (x, foot - 650)], "#2c2336")
    for shift in (-66, 0, 66):
        canvas.paint(box(x + shift - 4, foot - 570, x + shift + 4, foot - 490), "#2c2336")
    canvas.paint(limb((x + 90, foot - 485), (x + 420, foot + 60), 2.4, 2.4), "#2c2336")

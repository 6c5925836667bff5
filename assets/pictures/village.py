"""A talk under the trees of a village in high summer."""

from __future__ import annotations

import math
import random

from PIL import Image

from assets.pictures.brush import Canvas, Colour, Point, mix
from assets.pictures.figures import Dress, draw_person
from assets.pictures.scenery import draw_grass
from assets.pictures.shapes import box, curve, ellipse, limb, place, ridge, towards


def village() -> Image.Image:
    """Return a talk under the trees of a village in high summer."""
    canvas = Canvas(2400, 1600, ((0, "#6ec0ea"), (0.3, "#c3e9f4"), (0.42, "#f2fae6"), (1, "#f2fae6")))
    canvas.glow((420, 120), (1300, 900), "#fffbe0", 0.8)
    chance = random.Random(66)
    for sky_x, sky_y, size in ((1500, 190, 120), (1130, 300, 74), (2130, 330, 96), (330, 330, 84)):
        _cloud(canvas, sky_x, sky_y, size, chance)
    for height, top, foot, waves in (
        (560, "#a9d8bd", "#cfeac0", ((1400, 36), (520, 16), (190, 6))),
        (630, "#7cc48c", "#b4de92", ((1130, 30), (433, 14), (151, 5))),
    ):
        canvas.paint(ridge(2400, height, 1000, waves), top, foot)
    _fields(canvas)
    for house_x, scale in ((560, 1.0), (1010, 0.86), (1420, 0.92), (1900, 1.06)):
        _house(canvas, house_x, 840, scale)
    canvas.paint(
        [(0, 1600), (2400, 1600), (2400, 1120), (1700, 980), (700, 980), (0, 1130)],
        "#f4e6bd",
        "#dcc48e",
    )
    canvas.paint(ellipse(620, 1160, 900, 130), "#4f8a48", fade=(0.5, 0.5), blur=26)
    canvas.paint(ellipse(2110, 1130, 560, 90), "#4f8a48", fade=(0.42, 0.42), blur=22)
    _tree(canvas, (2140, 1110), 620, chance)
    _board(canvas, 1560, 1150)
    _talk(canvas, chance)
    _tree(canvas, (200, 1300), 1120, chance)
    draw_grass(canvas, random.Random(5), 1600.0, 2400, "#3f8f3a")
    return canvas.finished()


def _cloud(canvas: Canvas, x: float, y: float, size: float, chance: random.Random) -> None:
    for index in range(9):
        shift = (index - 4) * size * 0.42
        swell = size * (0.62 - abs(index - 4) * 0.1) * chance.uniform(0.85, 1.15)
        canvas.paint(ellipse(x + shift, y - swell * 0.45, swell, swell * 0.72), "#ffffff", "#e6f4fa", blur=5)


def _fields(canvas: Canvas) -> None:
    canvas.paint(box(0, 690, 2400, 1200), "#b9e07a", "#7cc04c")
    vanishing = (1250.0, 610.0)
    for index in range(-34, 35):
        x = 1250 + index * 190
        shape = [
            towards((x, 1300), vanishing, 0.88),
            towards((x + 86, 1300), vanishing, 0.88),
            (x + 86, 1300),
            (x, 1300),
        ]
        canvas.paint(shape, "#9ad266", "#4f9e3a")


def _house(canvas: Canvas, x: float, foot: float, size: float) -> None:
    def at(px: float, py: float) -> Point:
        return (x + px * size, foot + py * size)

    canvas.paint([at(-170, 120), at(170, 120), at(170, -30), at(-170, -30)], "#ffffff", "#ece4d2")
    canvas.paint([at(110, 120), at(170, 120), at(170, -30), at(110, -30)], "#d4d2cc", "#c4bda8")
    canvas.paint([at(-200, -22), at(200, -22), at(140, -120), at(-140, -120)], "#e4694a", "#b8402e")
    for step in range(11):
        canvas.paint(
            [
                at(-190 + step * 36, -22),
                at(-184 + step * 36, -22),
                at(-136 + step * 26, -120),
                at(-140 + step * 26, -120),
            ],
            "#f08a66",
            fade=(0.6, 0.3),
        )
    for left in (-130, 20):
        canvas.paint([at(left, 60), at(left + 62, 60), at(left + 62, 0), at(left, 0)], "#5b8fae", "#8fc0d4")
        canvas.paint([at(left + 29, 60), at(left + 33, 60), at(left + 33, 0), at(left + 29, 0)], "#ffffff")
    canvas.paint([at(-46, 120), at(-2, 120), at(-2, 10), at(-46, 10)], "#b4442c", "#8c3022")


def _tree(canvas: Canvas, foot: Point, height: float, chance: random.Random) -> None:
    x, y = foot
    trunk = curve(
        [
            (x - height * 0.055, y),
            (x - height * 0.03, y - height * 0.4),
            (x - height * 0.02, y - height * 0.7),
            (x + height * 0.03, y - height * 0.7),
            (x + height * 0.035, y - height * 0.4),
            (x + height * 0.07, y),
        ]
    )
    canvas.paint(trunk, "#8a6a48", "#5c4430")
    for end in ((-0.24, -0.72), (0.25, -0.74), (0.02, -0.86)):
        canvas.paint(
            limb(
                (x, y - height * 0.42),
                (x + end[0] * height, y + end[1] * height),
                height * 0.022,
                height * 0.01,
            ),
            "#6c5138",
        )
    for layer in range(5):
        tint = mix("#1f6e36", "#a5dc50", layer / 4)
        for _ in range(44 - layer * 5):
            turn, reach = chance.uniform(0, math.tau), chance.random() ** 0.6
            px = x + math.cos(turn) * reach * height * (0.42 - layer * 0.03) - layer * height * 0.012
            py = y - height * (0.76 + layer * 0.018) + math.sin(turn) * reach * height * 0.25
            size = height * chance.uniform(0.045, 0.085) * (1 - layer * 0.13)
            canvas.paint(ellipse(px, py, size * 1.15, size, steps=22), tint, mix(tint, "#175230", 0.3))


def _board(canvas: Canvas, x: float, foot: float) -> None:
    for shift in (-150, 150):
        canvas.paint(box(x + shift - 6, foot - 330, x + shift + 6, foot), "#c9ccd2", "#8a8f98")
    canvas.paint(box(x - 190, foot - 350, x + 190, foot - 110), "#2a64b0", "#1c4a90")
    for row in range(2):
        for column in range(3):
            left, top = x - 172 + column * 118, foot - 332 + row * 106
            tint = ("#ffffff", "#ffe9b0", "#d8f0ff")[(row + column) % 3]
            canvas.paint(box(left, top, left + 106, top + 94), tint)
            mark = ("#e2553c", "#3c8ed0", "#49a85c")[(row * 2 + column) % 3]
            canvas.paint(ellipse(left + 53, top + 40, 22, 22), mark)
            canvas.paint(box(left + 18, top + 72, left + 88, top + 78), "#9aa4b4")


def _talk(canvas: Canvas, chance: random.Random) -> None:
    officer = Dress("#a9cdee", "#1c2a50", cap="#22335e")
    draw_person(canvas, (1170, 1180), 400, officer, pose="point")
    draw_person(canvas, (1880, 1200), 410, officer, pose="hold", flip=True)
    coats = ("#f2694a", "#ffd25a", "#fefefe", "#5fb6e0", "#e884a4", "#8a72c4", "#58b074")
    for row, (y, size, count) in enumerate(((1290, 250, 7), (1420, 320, 7), (1570, 400, 6))):
        for index in range(count):
            x = 620 + row * -70 + index * (1420 + row * 170) / (count - 1) + chance.uniform(-26, 26)
            _sitter(canvas, (x, y), size, chance.choice(coats), chance)


def _sitter(canvas: Canvas, foot: Point, size: float, coat: Colour, chance: random.Random) -> None:
    x, y = foot
    canvas.paint(ellipse(x + 12, y + 4, size * 0.36, size * 0.07), "#4a6a30", fade=(0.5, 0.5), blur=7)
    for shift in (-0.16, 0.16):
        canvas.paint(
            limb(
                (x + shift * size, y - size * 0.26),
                (x + shift * size * 1.3, y),
                size * 0.022,
                size * 0.02,
            ),
            "#7a5433",
        )
    canvas.paint(
        curve(
            [
                (x - size * 0.25, y - size * 0.18),
                (x - size * 0.2, y - size * 0.3),
                (x + size * 0.2, y - size * 0.3),
                (x + size * 0.25, y - size * 0.18),
            ]
        ),
        "#3f4a6a",
        "#2a324c",
    )
    body = [(-0.2, -0.22), (-0.19, -0.48), (-0.17, -0.6), (-0.06, -0.66)]
    canvas.paint(
        place(curve([*body, *[(-px, py) for px, py in reversed(body)]]), x, y, size),
        coat,
        mix(coat, "#30303c", 0.3),
    )
    for side in (-1, 1):
        canvas.paint(
            place(limb((side * 0.175, -0.57), (side * 0.215, -0.36), 0.048, 0.04), x, y, size),
            mix(coat, "#ffffff", 0.12),
            mix(coat, "#30303c", 0.34),
        )
    canvas.paint(place(limb((0, -0.64), (0, -0.72), 0.05, 0.045), x, y, size), "#c99472")
    grey = chance.random() < 0.35
    hair = "#cfcfd2" if grey else "#2a2022"
    if chance.random() < 0.3:
        canvas.paint(place(ellipse(0, -0.79, 0.085, 0.1), x, y, size), hair)
        canvas.paint(place(ellipse(0, -0.82, 0.17, 0.05), x, y, size), "#f6dc96", "#c79a4c")
        canvas.paint(
            place(curve([(-0.09, -0.83), (-0.06, -0.92), (0.06, -0.92), (0.09, -0.83)]), x, y, size),
            "#fbe6ab",
            "#d8ac5a",
        )
    else:
        for side in (-1, 1):
            canvas.paint(place(ellipse(side * 0.09, -0.78, 0.02, 0.03), x, y, size), "#d9a987")
        canvas.paint(place(ellipse(0, -0.80, 0.088, 0.108), x, y, size), hair, mix(hair, "#0c0a0c", 0.3))

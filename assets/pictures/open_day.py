"""Families on a square in June."""

from __future__ import annotations

import itertools
import math
import random

from PIL import Image

from assets.pictures.brush import Canvas, Colour, Point, mix
from assets.pictures.figures import Dress, Pose, draw_person
from assets.pictures.scenery import draw_skyline
from assets.pictures.shapes import box, curve, ellipse, limb, towards

BRIGHT: tuple[Colour, ...] = (
    "#f4675c",
    "#ffc54d",
    "#6bb6ec",
    "#f48fb6",
    "#7fcf9b",
    "#ffffff",
    "#9b86e0",
)


def open_day() -> Image.Image:
    """Return families on a square with balloons, kites and a patrol car to look at."""
    canvas = Canvas(2200, 1760, ((0, "#b9a8e2"), (0.3, "#dcc8ee"), (0.58, "#fde4dc"), (1, "#fff0e0")))
    chance = random.Random(61)
    canvas.glow((1560, 840), (1500, 900), "#fff4dc", 0.85)
    for _ in range(22):
        x, y, size = chance.uniform(0, 2200), chance.uniform(80, 620), chance.uniform(110, 330)
        canvas.paint(ellipse(x, y, size, size * 0.16), "#ffffff", "#fbe9f2", fade=(0.6, 0.1), blur=22)
    draw_skyline(canvas, 860, 1120, chance, ("#cbb9e0", "#f3d9de"))
    draw_skyline(canvas, 980, 1120, chance, ("#ae9acb", "#e4c4d4"))
    canvas.paint(box(0, 1090, 2200, 1760), "#f6dcd6", "#c9a8bc")
    vanishing = (1100.0, 1000.0)
    for index in range(-24, 25):
        a, b = (1100 + index * 190.0, 1760.0), (1106 + index * 190.0, 1760.0)
        canvas.paint(
            [towards(a, vanishing, 0.88), towards(b, vanishing, 0.88), b, a],
            "#b08fae",
            fade=(0.1, 0.45),
        )
    for y in (1130, 1175, 1240, 1335, 1480, 1690):
        canvas.paint(box(0, y, 2200, y + (y - 1080) / 110), "#b08fae", fade=(0.35, 0.35))
    _arch(canvas, 1100, 1150, 520, chance)
    _bunting(canvas)
    for x, y, size in (
        (330, 330, 92),
        (760, 180, 64),
        (1830, 260, 84),
        (1420, 420, 50),
        (2040, 560, 44),
    ):
        _kite(canvas, (x, y), size, chance)
    for _ in range(26):
        _balloon(
            canvas,
            (chance.uniform(60, 2140), chance.uniform(90, 800)),
            chance.uniform(17, 44),
            chance,
            0.0,
        )
    _crowd(canvas, chance, 1180, 118, 38)
    _patrol_car(canvas, 1690, 1420)
    _families(canvas, chance)
    canvas.vignette("#4a3468", 0.3)
    return canvas.finished()


def _arch(canvas: Canvas, x: float, foot: float, across: float, chance: random.Random) -> None:
    for step in range(47):
        turn = math.pi * step / 46
        for shift in (-15, 15):
            reach = across + shift
            at = (x - math.cos(turn) * reach, foot - math.sin(turn) * reach * 0.78)
            tint = BRIGHT[(step // 2 + (shift > 0)) % len(BRIGHT)]
            size = chance.uniform(20, 25)
            canvas.paint(
                ellipse(*at, size, size * 1.06),
                mix(tint, "#ffffff", 0.3),
                mix(tint, "#6a3a7a", 0.12),
            )


def _bunting(canvas: Canvas) -> None:
    for y, sag in ((40, 170), (10, 300)):
        line = [(x, y + sag * (1 - ((x - 1100) / 1100) ** 2)) for x in range(-40, 2241, 40)]
        for index, (x, height) in enumerate(line):
            tint = BRIGHT[index % 6]
            canvas.paint(
                [(x - 15, height), (x + 15, height + 1), (x, height + 40)],
                tint,
                mix(tint, "#7a4a8a", 0.2),
            )
            canvas.paint(limb((x - 20, height), (x + 20, height), 1.4, 1.4), "#8a6a9a")


def _kite(canvas: Canvas, at: Point, size: float, chance: random.Random) -> None:
    x, y = at
    first, second = chance.sample(BRIGHT[:5], 2)
    top, right, foot, left = (
        (x, y - size),
        (x + size * 0.7, y),
        (x, y + size * 1.3),
        (x - size * 0.7, y),
    )
    canvas.paint([top, (x, y), left], first)
    canvas.paint([top, right, (x, y)], mix(first, "#ffffff", 0.3))
    canvas.paint([left, (x, y), foot], mix(second, "#ffffff", 0.2))
    canvas.paint([(x, y), right, foot], second)
    tail = curve(
        [
            foot,
            (x - size * 0.3, y + size * 1.9),
            (x + size * 0.25, y + size * 2.4),
            (x - size * 0.1, y + size * 3),
        ],
        closed=False,
    )
    for a, b in itertools.pairwise(tail):
        canvas.paint(limb(a, b, 2.2, 2.2), "#9a78a8")


def _balloon(canvas: Canvas, at: Point, size: float, chance: random.Random, string: float) -> None:
    x, y = at
    tint = chance.choice(BRIGHT)
    if string:
        canvas.paint(limb((x, y + size), (x - size * 0.3, y + string), 1.5, 1.2), "#8a6a8a")
    canvas.paint(
        [(x - size * 0.14, y + size * 1.3), (x + size * 0.14, y + size * 1.3), (x, y + size * 1.1)],
        tint,
    )
    canvas.paint(ellipse(x, y, size, size * 1.2), mix(tint, "#ffffff", 0.25), mix(tint, "#7a3a7a", 0.22))
    canvas.paint(
        ellipse(x - size * 0.36, y - size * 0.5, size * 0.2, size * 0.3),
        "#ffffff",
        fade=(0.75, 0.3),
    )


def _crowd(canvas: Canvas, chance: random.Random, y: float, height: float, count: int) -> None:
    for index in range(count):
        x = index * 2200 / count + chance.uniform(-20, 30)
        coat = mix(chance.choice(BRIGHT), "#c8aec8", 0.45)
        size = height * chance.choice((0.66, 0.95, 1.0, 1.05))
        draw_person(
            canvas,
            (x, y + chance.uniform(-22, 34)),
            size,
            Dress(coat, "#7a6890", hair="#54405a"),
            pose=chance.choice(("rest", "hold", "wave")),
            flip=chance.random() < 0.5,
            shade=0.05,
        )


def _patrol_car(canvas: Canvas, x: float, foot: float) -> None:
    canvas.paint(ellipse(x, foot + 2, 350, 30), "#5a3c6a", fade=(0.6, 0.6), blur=10)
    roof = [
        (x - 175, foot - 130),
        (x - 110, foot - 216),
        (x + 90, foot - 216),
        (x + 185, foot - 130),
    ]
    canvas.paint(roof, "#ffffff", "#e4e6f0")
    for left, right, lean in ((-150, -16, 46), (4, 158, -62)):
        glass = [
            (x + left, foot - 132),
            (x + left + max(0, lean), foot - 202),
            (x + right + min(0, lean), foot - 202),
            (x + right, foot - 132),
        ]
        canvas.paint(glass, "#52688c", "#a8b6d0")
    body = [
        (x - 318, foot - 40),
        (x - 312, foot - 104),
        (x - 180, foot - 136),
        (x + 180, foot - 136),
        (x + 300, foot - 104),
        (x + 320, foot - 40),
    ]
    canvas.paint(body, "#ffffff", "#ccd0e0")
    canvas.paint(
        [(x - 314, foot - 92), (x + 310, foot - 92), (x + 317, foot - 58), (x - 317, foot - 58)],
        "#3a6cc8",
        "#234e9c",
    )
    canvas.paint(box(x - 62, foot - 236, x - 4, foot - 216), "#ff5a5a", "#c42a34")
    canvas.paint(box(x - 4, foot - 236, x + 54, foot - 216), "#5a9aff", "#2a5ad0")
    for shift in (-190, 190):
        canvas.paint(ellipse(x + shift, foot - 40, 52, 52), "#33303c", "#1a1820")
        canvas.paint(ellipse(x + shift, foot - 40, 26, 26), "#e4e4ec", "#9a98a8")
    canvas.paint(ellipse(x + 300, foot - 88, 16, 12), "#fff4c0")


def _families(canvas: Canvas, chance: random.Random) -> None:
    officer = Dress("#a9cdee", "#1f2c54", cap="#263a6e")
    draw_person(canvas, (1290, 1490), 400, officer, pose="point")
    draw_person(canvas, (560, 1470), 390, officer, pose="wave", flip=True)
    poses: tuple[Pose, ...] = ("wave", "rest", "point", "wave", "hold")
    for index, (x, y, height) in enumerate(
        (
            (160, 1520, 250),
            (330, 1560, 390),
            (470, 1590, 225),
            (700, 1560, 235),
            (840, 1610, 265),
            (1010, 1560, 380),
            (1130, 1610, 240),
            (1420, 1580, 245),
            (1560, 1640, 265),
            (1740, 1610, 405),
            (1880, 1650, 250),
            (2060, 1600, 270),
        )
    ):
        coat = BRIGHT[(index * 3) % len(BRIGHT)]
        child = height < 300
        pose = poses[index % 5] if child else "rest"
        dress = Dress(coat, "#4a5a94" if index % 2 else "#e2b6a4", skirt=child and index % 2 == 0)
        if pose == "wave":
            _balloon(canvas, (x + height * 0.24, y - height * 1.62), height * 0.17, chance, height * 0.6)
        draw_person(canvas, (x, y), height, dress, pose=pose, flip=False, shade=0.1)

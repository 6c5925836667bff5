"""A flag going up at dawn."""

from __future__ import annotations

import math
import random

from PIL import Image

from assets.pictures.brush import Canvas, Point, Shape, mix
from assets.pictures.figures import Dress, draw_person
from assets.pictures.scenery import draw_skyline
from assets.pictures.shapes import box, curve, ellipse, limb


def flag_raising() -> Image.Image:
    """Return a flag going up at dawn before rows of saluting people; upright."""
    canvas = Canvas(
        1800,
        2400,
        ((0, "#25559a"), (0.3, "#6a9ad0"), (0.52, "#f1cfae"), (0.66, "#ffe6bd"), (1, "#ffe6bd")),
    )
    chance = random.Random(101)
    canvas.glow((430, 1560), (1500, 1150), "#fff0cc", 0.9)
    for index in range(34):
        x, y = chance.uniform(-100, 1900), chance.uniform(150, 1250)
        size = chance.uniform(90, 330)
        tint = mix("#8fb2dc", "#ffdcb4", y / 1150)
        puff = ellipse(x, y, size, size * chance.uniform(0.10, 0.22))
        canvas.paint(puff, mix(tint, "#ffffff", 0.45), tint, fade=(0.75, 0.1), blur=16 + index % 9)
    draw_skyline(canvas, 1650, 1800, chance, ("#b9b3c4", "#f0d8bc"))
    _town_hall(canvas, 900, 1800)
    for x, size in ((60, 300), (250, 230), (1560, 240), (1750, 310)):
        _fir(canvas, x, 1830, size)
    canvas.paint(box(0, 1790, 1800, 2400), "#e6c8a4", "#7a6a78")
    for index in range(-16, 17):
        seam = [
            (900 + index * 70, 1790),
            (903 + index * 70, 1790),
            (906 + index * 260, 2400),
            (896 + index * 260, 2400),
        ]
        canvas.paint(seam, "#8a7680", fade=(0.2, 0.5))
    canvas.paint([(690, 1900), (1110, 1900), (1150, 1938), (650, 1938)], "#f8ecdc", "#cdb49c")
    canvas.paint(box(650, 1938, 1150, 1968), "#c0a48e", "#8e7a74")
    _flag(canvas, (905, 250), (700, 450))
    for step in range(14):
        turn = step * 0.9
        _dove(
            canvas,
            (250 + step * 62 + 60 * math.sin(turn), 1130 - step * 27 + 90 * math.cos(turn * 1.7)),
            20 + step % 4 * 5,
        )
    navy = Dress("#2b3a63", "#1a2442", cap="#33457a")
    for y, height, gap in ((2030.0, 250.0, 112.0), (2180.0, 370.0, 172.0), (2450.0, 560.0, 268.0)):
        count = round(2100 / gap)
        for index in range(count):
            x = 900 + (index - (count - 1) / 2) * gap
            draw_person(canvas, (x, y), height, navy, pose="salute")
    canvas.vignette("#1a1830", 0.45)
    return canvas.finished()


def _town_hall(canvas: Canvas, x: float, foot: float) -> None:
    for wide, tall, light in ((620, 330, "#e2c6a8"), (330, 430, "#f3dcbc")):
        canvas.paint(box(x - wide, foot - tall, x + wide, foot), light, mix(light, "#8f7a84", 0.6))
        canvas.paint(box(x - wide - 14, foot - tall - 22, x + wide + 14, foot - tall), "#fff2da", "#d8b896")
    for column in range(-6, 7):
        if abs(column) > 3:
            for floor in range(4):
                left, top = x + column * 92 - 24, foot - 295 + floor * 72
                canvas.paint(box(left, top, left + 48, top + 44), "#7f93b4", "#c8b8a8")
    for column in range(-3, 4):
        left = x + column * 88 - 17
        canvas.paint(box(left - 27, foot - 350, left + 60, foot - 20), "#8d7c8c", "#5e5268", fade=(0.5, 0.8))
    for column in range(-3, 4):
        left = x + column * 88 - 17
        canvas.paint(box(left, foot - 352, left + 34, foot), "#fff4e0", "#d2b49a")
        canvas.paint(box(left + 22, foot - 352, left + 34, foot), "#a88c84", fade=(0.5, 0.5))
    for step in range(4):
        canvas.paint(
            box(
                x - 370 - step * 34,
                foot - 36 + step * 12,
                x + 370 + step * 34,
                foot - 24 + step * 12,
            ),
            "#f6e0c4",
            "#c0a48e",
        )


def _fir(canvas: Canvas, x: float, foot: float, size: float) -> None:
    for tier in range(5):
        y, wide = foot - size * (0.12 + tier * 0.19), size * (0.3 - tier * 0.048)
        shape = [(x - wide, y), (x, y - size * 0.36), (x + wide, y)]
        canvas.paint(shape, "#54786a", "#1f4242")


def _flag(canvas: Canvas, corner: Point, size: Point) -> None:
    x, y = corner
    canvas.paint(limb((x - 8, y - 60), (x - 12, 1912), 7, 13), "#f4f4f6", "#b9b2ae")
    canvas.paint(limb((x - 4, y - 60), (x - 3, 1912), 2, 5), "#77717c")
    canvas.paint(ellipse(x - 8, y - 76, 17, 17), "#ffe08a", "#b98a30")
    strips = 140
    for index in range(strips):
        here, there = index / strips, (index + 1.6) / strips

        def edge(at: float, down: float) -> Point:
            swing = math.sin(at * 8.2 + down * 0.9) * 46 * at**0.7 + at * 40
            return (x + size[0] * at + math.sin(at * 8.2) * 12 * at, y + size[1] * down + swing)

        light = math.cos(here * 8.2 + 0.5) * min(1.0, here * 4)
        tint = mix("#d81e22", "#ff5a48", light) if light > 0 else mix("#d81e22", "#8a0c18", -light)
        lower = edge(there, 1.0)
        quad = [edge(here, 0.0), edge(there, 0.0), lower, edge(here, 1.0)]
        canvas.paint(quad, tint, mix(tint, "#7c0a16", 0.22))


def _dove(canvas: Canvas, at: Point, size: float) -> None:
    x, y = at
    wings: Shape = [
        (x - size, y - size * 0.5),
        (x - size * 0.4, y - size * 0.35),
        (x, y),
        (x + size * 0.45, y - size * 0.5),
        (x + size, y - size * 0.4),
        (x + size * 0.4, y - size * 0.1),
        (x, y + size * 0.24),
        (x - size * 0.4, y - size * 0.08),
    ]
    canvas.paint(curve(wings), "#ffffff", "#dfe4ee")

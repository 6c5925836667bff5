"""A control room before a wall of road pictures."""

from __future__ import annotations

import random

from PIL import Image

from assets.pictures.brush import Canvas, Point, mix
from assets.pictures.figures import draw_lit, seated
from assets.pictures.shapes import box, curve, ellipse, place, towards


def control_room() -> Image.Image:
    """Return a dark control room before a wall of road pictures."""
    canvas = Canvas(2400, 1350, ((0, "#040a16"), (0.55, "#0c2444"), (1, "#030812")))
    views = random.Random(90)
    canvas.glow((1200, 430), (1500, 700), "#2f86c8", 0.55)
    columns, rows = 7, 4
    for row in range(rows):
        for column in range(columns):
            left, top = 130 + column * 308.0, 70 + row * 172.0
            if (row, column) == (1, 2):
                _screen(canvas, left, top, (296.0 + 2 * 308, 161.0 + 172), views)
            elif not (row in (1, 2) and column in (2, 3, 4)):  # the large one's place
                _screen(canvas, left, top, (296.0, 161.0), views)
    canvas.paint(box(100, 756, 2300, 776), "#1d4268", "#08182c")
    canvas.paint(box(0, 776, 2400, 1350), "#0b2038", "#03070f")
    canvas.mirror(776, 260, 0.55, 14)
    for y, size, count, offset in ((985.0, 150.0, 8, 0.0), (1290.0, 262.0, 5, 0.0)):
        _desk_row(canvas, y, size, count, offset)
    canvas.vignette("#01040b", 0.85)
    return canvas.finished()


def _screen(canvas: Canvas, left: float, top: float, size: Point, views: random.Random) -> None:
    right, bottom = left + size[0], top + size[1]
    tone = views.random()
    sky = mix("#2d76ae", "#b9e2f4", tone)
    canvas.paint(box(left - 4, top - 4, right + 4, bottom + 4), "#020509")
    horizon = top + size[1] * views.uniform(0.22, 0.42)
    canvas.paint(box(left, top, right, horizon), mix(sky, "#0d2e52", 0.45), sky)
    canvas.paint(box(left, horizon, right, bottom), mix(sky, "#0f2f4c", 0.72), "#0c2741")
    vanishing = (left + size[0] * views.uniform(0.3, 0.7), horizon)
    blocks = [views.uniform(0.1, 0.8) for _ in range(9)]
    for index, tall in enumerate(blocks):
        x = left + index * size[0] / 9
        roof = horizon - tall * (horizon - top) * 0.8
        canvas.paint(
            box(x, roof, x + size[0] / 9 - 3, horizon),
            mix(sky, "#123a60", 0.75),
            mix(sky, "#123a60", 0.5),
        )
    near = [(left + size[0] * 0.12, bottom), (left + size[0] * 0.92, bottom)]
    far = [towards(point, vanishing, 0.97) for point in near]
    canvas.paint([near[0], near[1], far[1], far[0]], "#48627a", "#27394c")
    for lane in (0.28, 0.5, 0.72):
        foot = near[0][0] + (near[1][0] - near[0][0]) * lane
        for start in (0.0, 0.26, 0.48, 0.66, 0.8):
            a = towards((foot - size[0] / 99, bottom), vanishing, start)
            b = towards((foot + size[0] / 99, bottom), vanishing, start)
            c = towards((foot, bottom), vanishing, start + 0.12)
            canvas.paint([a, b, c], "#e8f4fa")
    shares = sorted((views.uniform(0.12, 0.8) for _ in range(views.randint(2, 5))), reverse=True)
    for share in shares:
        lane = views.choice((0.16, 0.39, 0.61, 0.84))
        start_x = near[0][0] + (near[1][0] - near[0][0]) * lane
        _car(
            canvas,
            towards((start_x, bottom), vanishing, share),
            size[0] * 0.155 * (1 - share),
            views,
        )
    canvas.paint(box(left, top, right, top + size[1] * 0.5), "#dff4ff", fade=(0.16, 0.0))


def _car(canvas: Canvas, foot: Point, width: float, views: random.Random) -> None:
    x, y = foot
    body = views.choice(("#f3f6f8", "#c94a3c", "#1c2a3a", "#9fb4c4", "#e0b44c"))
    canvas.paint(box(x - width / 2, y - width * 0.5, x + width / 2, y), body, mix(body, "#0a1420", 0.5))
    roof = [
        (x - width * 0.34, y - width * 0.84),
        (x + width * 0.34, y - width * 0.84),
        (x + width * 0.45, y - width * 0.48),
        (x - width * 0.45, y - width * 0.48),
    ]
    canvas.paint(roof, mix(body, "#0a1420", 0.25), "#142a40")
    for side in (-1, 1):
        lamp = ellipse(x + side * width * 0.36, y - width * 0.3, width * 0.09, width * 0.07, steps=10)
        canvas.paint(lamp, "#ff5a42")


def _desk_row(canvas: Canvas, y: float, size: float, count: int, offset: float) -> None:
    pitch = 2400 / count
    for index in range(-1, count + 1):
        x = (index + 0.5 + offset) * pitch
        for shift in (-0.56, 0.56):
            left = x + shift * size - size * 0.46
            frame = box(left, y - size * 1.02, left + size * 0.92, y - size * 0.42)
            canvas.glow((left + size * 0.46, y - size * 0.7), (size * 1.1, size * 0.8), "#57c3f2", 0.4)
            canvas.paint(frame, "#03070d")
            inner = [
                (px + (4 if px == left else -4), py + (4 if py < y - size * 0.7 else -4)) for px, py in frame
            ]
            canvas.paint(inner, "#a8e4fb", "#2c86bd")
            for bar in range(4):
                top = y - size * (0.9 - bar * 0.11)
                wide = size * (0.3 + 0.35 * ((index * 7 + bar * 5) % 4) / 4)
                canvas.paint(
                    box(left + size * 0.1, top, left + size * 0.1 + wide, top + size * 0.045),
                    "#0e4a78",
                    fade=(0.6, 0.6),
                )
    canvas.paint(box(0, y - size * 0.36, 2400, y - size * 0.28), "#7cc4e8", "#1e5480")
    canvas.paint(box(0, y - size * 0.28, 2400, y + size * 0.8), "#0d2542", "#040a14")
    for index in range(-1, count + 1):
        x = (index + 0.5 + offset) * pitch
        figure = [place(shape, x, y, size * 0.8) for shape in seated()]
        draw_lit(canvas, figure, "#0a1526", "#6fc6ee", (0.0, size * 0.022))
        band = curve(
            [
                (x - size * 0.17, y - size * 0.62),
                (x - size * 0.13, y - size * 0.82),
                (x, y - size * 0.87),
                (x + size * 0.13, y - size * 0.82),
                (x + size * 0.17, y - size * 0.62),
                (x + size * 0.12, y - size * 0.79),
                (x, y - size * 0.835),
                (x - size * 0.12, y - size * 0.79),
            ]
        )
        canvas.paint(band, "#8fd6f4", "#2a6a94")
        back = curve(
            [
                (x - size * 0.36, y + size * 0.7),
                (x - size * 0.33, y - size * 0.1),
                (x, y - size * 0.16),
                (x + size * 0.33, y - size * 0.1),
                (x + size * 0.36, y + size * 0.7),
            ]
        )
        canvas.paint(back, "#3a80b0")
        canvas.paint([(px, py + size * 0.02) for px, py in back], "#0e2036", "#050c16")

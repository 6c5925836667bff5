"""The conference hall, seen over the audience."""

from __future__ import annotations

import itertools
import math
import random

from PIL import Image

from assets.pictures.brush import Canvas, Point, Shape, mix
from assets.pictures.figures import draw_lit, seated
from assets.pictures.shapes import box, curve, ellipse, limb, place, towards


def meeting() -> Image.Image:
    """Return a conference hall seen over the audience: a lit stage, a long table."""
    canvas = Canvas(2400, 1600, ((0, "#1a1013"), (0.4, "#3a2222"), (1, "#150d10")))
    _hall_shell(canvas)
    _stage(canvas)
    _presidium(canvas)
    _audience(canvas)
    canvas.vignette("#07040a", 0.75)
    return canvas.finished()


def _hall_shell(canvas: Canvas) -> None:
    vanishing = (1200.0, 640.0)
    canvas.paint([(0, 0), (2400, 0), (1900, 300), (500, 300)], "#1c1214", "#5a3a30")
    for depth in (0.03, 0.24, 0.42, 0.57):
        for left, right in ((150, 820), (960, 1440), (1580, 2250)):
            ends = (towards((x, -60), vanishing, depth) for x in (left, right))
            far = (towards((x, -60), vanishing, depth + 0.07) for x in (right, left))
            panel = [*ends, *far]
            canvas.paint(panel, "#ffd9a0", blur=26, fade=(0.35, 0.6))
            canvas.paint(panel, "#ffe9c4", "#fff4dd")
    for flip in (False, True):
        _side_wall(canvas, vanishing, flip=flip)


def _side_wall(canvas: Canvas, vanishing: Point, *, flip: bool) -> None:
    def side(shape: Shape) -> Shape:
        return [(2400 - x, y) for x, y in shape] if flip else shape

    edges = [0.0, 0.13, 0.25, 0.36, 0.46, 0.55]
    for index, (near, far) in enumerate(itertools.pairwise(edges)):
        corners = [(-140.0, -90.0), (-140.0, 1420.0)]
        a, d = (towards(corner, vanishing, near) for corner in corners)
        b, c = (towards(corner, vanishing, far) for corner in corners)
        light = 0.15 * index
        wall = mix("#4a2b22", "#a06a45", light)
        canvas.paint(side([a, b, c, d]), wall, mix(wall, "#160c0e", 0.75))
        canvas.paint(side([b, (b[0] + 7, b[1]), (c[0] + 7, c[1]), c]), "#2a1615", "#120a0c")
        middle = ((a[0] + b[0]) / 2, (a[1] * 0.62 + d[1] * 0.38))
        glow = 300 * (1 - near)
        centre = side([middle])[0]
        canvas.glow(centre, (glow * 0.55, glow), "#ffcf8e", 0.75)
        lamp = 34 * (1 - near)
        lit = box(centre[0] - lamp * 0.3, centre[1] - lamp, centre[0] + lamp * 0.3, centre[1] + lamp)
        canvas.paint(lit, "#fff6e0")


def _stage(canvas: Canvas) -> None:
    canvas.paint(box(500, 250, 1900, 960), "#5c1014", "#3a0a10")
    for index in range(56):  # the folds of the curtain
        x = 500 + index * 25
        canvas.paint(box(x, 250, x + 10, 960), "#9c1f22", "#5e1016", fade=(0.9, 0.5), blur=4)
    canvas.paint(box(720, 300, 1680, 905), "#c62a24", "#9a1a1d")
    canvas.glow((1200, 520), (640, 420), "#ff9a5c", 0.75)
    canvas.glow((1200, 560), (360, 260), "#ffd9a0", 0.6)
    for rise, colour in ((0, "#e0622f"), (34, "#eb8a3f"), (66, "#f4b860")):  # painted dunes
        crest = [(720 + step * 24, 655 + rise + 30 * math.sin(step * 0.19 + rise)) for step in range(41)]
        canvas.paint([*crest, (1680, 905), (720, 905)], colour, mix(colour, "#9a1a1d", 0.7))
    canvas.paint(box(700, 286, 1700, 304), "#ffd99c", "#c98a4a")
    for edge in (700, 1682):
        canvas.paint(box(edge, 286, edge + 18, 905), "#f0bd78", "#7a4024")
    for index in range(5):
        for x in (546 + index * 34, 1854 - index * 34):
            canvas.paint(box(x - 2, 470, x + 2, 905), "#f2c98a", "#8a5030")
            lean = 1 if x < 1200 else -1
            outer = [(x + lean * 13, 492), (x + lean * 27, 590), (x + lean * 31, 716)]
            folds = [(x + lean * 22, 704), (x + lean * 13, 722), (x + lean * 3, 708), (x, 600)]
            canvas.paint([(x, 474), *outer, *folds], "#f2402f", "#8e1218")
    canvas.paint([(500, 900), (1900, 900), (2010, 985), (390, 985)], "#d79a62", "#7b4a30")
    canvas.glow((1200, 935), (700, 70), "#ffe6bd", 0.7)
    canvas.paint(box(390, 985, 2010, 1060), "#6a2a20", "#2a1012")
    canvas.paint(box(390, 983, 2010, 991), "#f0b67a", "#a8683e")
    for left in (760, 1080, 1400):  # light from above
        shaft = [(left + 60, 120), (left + 140, 120), (left + 330, 940), (left - 130, 940)]
        canvas.paint(shaft, "#fff0cf", fade=(0.20, 0.02), blur=30)


def _presidium(canvas: Canvas) -> None:
    for index in range(9):
        x = 1200 + (index - 4) * 112
        canvas.paint(
            curve([(x - 46, 850), (x - 44, 740), (x, 722), (x + 44, 740), (x + 46, 850)]),
            "#5a2a1e",
            "#2e1410",
        )
        body, neck, head, *_ = (place(shape, x, 838, 92) for shape in seated())
        canvas.paint(body, "#26304e", "#131a30")
        canvas.paint([(x - 13, 794), (x + 13, 794), (x, 826)], "#dfe8f2", "#b4c2d6")
        canvas.paint([(x - 3, 798), (x + 3, 798), (x, 826)], "#1c2440")
        canvas.paint(neck, "#b98464", "#8e5f48")
        canvas.paint(head, "#e2b28e", "#b98464")
        canvas.paint(
            curve(
                [
                    (x - 18, 764),
                    (x - 17, 744),
                    (x, 737),
                    (x + 17, 744),
                    (x + 18, 764),
                    (x + 8, 752),
                    (x - 8, 752),
                ]
            ),
            "#1d1517",
        )
    canvas.paint(box(640, 836, 1760, 846), "#fff3dd", "#f2d6ae")
    canvas.paint([(640, 846), (1760, 846), (1772, 930), (628, 930)], "#b3262a", "#6c1219")
    for index in range(29):
        x = 640 + index * 40
        canvas.paint(box(x, 846, x + 8, 930), "#d8483c", "#8e1a20", fade=(0.6, 0.25), blur=3)
    for index in range(9):
        x = 1200 + (index - 4) * 112
        canvas.paint([(x - 26, 836), (x + 26, 836), (x + 22, 815), (x - 22, 815)], "#f6f1e8", "#cfc4b4")
        canvas.paint(box(x + 33, 818, x + 45, 837), "#fdfdfd", "#c9ccd4")
        canvas.paint(limb((x - 34, 836), (x - 24, 800), 2.0, 1.6), "#241a1c")
    flowers = random.Random(919)
    for step in range(150):
        spot, y = 430 + step * 10.3, 972 + flowers.uniform(-13, 8)
        canvas.paint(ellipse(spot, y, 13, 12, steps=10), "#3e7a3c", "#17391f")
        bloom = flowers.choice(("#f4503c", "#ffd24a", "#f7ebe0", "#f4503c"))
        canvas.paint(ellipse(spot, y - 8, 6, 5.5, steps=8), bloom, mix(bloom, "#5a1a18", 0.3))


def _audience(canvas: Canvas) -> None:
    canvas.paint([(1150, 1058), (1250, 1058), (1490, 1600), (910, 1600)], "#a3302b", "#4a0f14")
    people = random.Random(20240919)
    y, size, row = 1082.0, 50.0, 0
    while y < 1830:
        near = (y - 1082) / 700
        gap = size * 1.13
        aisle = 62 + (y - 1058) * 0.43 + size * 0.55
        for side in (-1, 1):
            for seat in range(30):
                x = 1200 + side * (aisle + seat * gap + (row % 2) * gap * 0.3)
                if not -size < x < 2400 + size:
                    break
                _listener(canvas, (x, y), size, near, people)
        y += size * 0.62
        size *= 1.2
        row += 1


def _listener(canvas: Canvas, at: Point, size: float, near: float, people: random.Random) -> None:
    x, y = at
    lean = people.uniform(-0.05, 0.05) * size
    figure = [place(shape, x + lean, y, size * 0.86) for shape in seated()]
    coat = mix(mix("#3a3c58", "#454a6c", people.random()), "#0c0a12", 0.25 + near * 0.6)
    rim = mix("#f3b98a", "#b06a4c", 0.35 + near * 0.4)
    draw_lit(canvas, figure, coat, rim, (0.0, size * 0.028))
    head = place(ellipse(0, -0.80, 0.172, 0.215), x + lean, y, size * 0.86)
    canvas.paint(head, mix("#2c1e20", "#0a070a", near), "#0d090c")
    rest = curve(
        [
            (x - size * 0.52, y + size),
            (x - size * 0.5, y - size * 0.02),
            (x, y - size * 0.12),
            (x + size * 0.5, y - size * 0.02),
            (x + size * 0.52, y + size),
        ]
    )
    canvas.paint(rest, mix("#c0483c", "#5e1e20", near), mix("#5a1a1c", "#1a090c", near))
    inner = [(x + (px - x) * 0.95, py + size * 0.028) for px, py in rest]
    canvas.paint(inner, mix("#7c2426", "#3c1216", near), mix("#3c1014", "#12070a", near))

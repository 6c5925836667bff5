"""A spinning mill, with visitors."""

from __future__ import annotations

from PIL import Image

from assets.pictures.brush import Canvas, Colour, Point, mix
from assets.pictures.figures import Dress, draw_person
from assets.pictures.shapes import towards


def factory_visit() -> Image.Image:
    """Return a spinning mill with light falling from the roof, in greys."""
    canvas = Canvas(2380, 1700, ((0, "#8f8f8f"), (0.4, "#e9e9e9"), (0.42, "#cfcfcf"), (1, "#4a4a4a")))
    vanishing = (1250.0, 690.0)
    _roof(canvas, vanishing)
    canvas.paint([(-1500, 1720), (4000, 1720), vanishing], "#e8e8e8", "#7c7c7c")
    for wall in (-1400.0, 3900.0):
        _windows(canvas, vanishing, wall)
    for side in (-1, 1):
        _machines(canvas, vanishing, side)
    for left in (300, 900, 1560):
        shaft = [(left, -40), (left + 190, -40), (left + 640, 1500), (left + 250, 1500)]
        canvas.paint(shaft, "#ffffff", fade=(0.34, 0.0), blur=36)
    navy = Dress("#454545", "#262626", skin="#b9b9b9", hair="#2b2b2b", cap="#585858")
    worker = Dress("#dedede", "#6a6a6a", skin="#b4b4b4", hair="#303030", cap="#fbfbfb")
    for x in (1055.0, 1225.0, 1440.0):
        canvas.paint(
            [(x - 50, 1462), (x + 50, 1462), (x + 130, 1660), (x - 10, 1660)],
            "#1c1c1c",
            fade=(0.45, 0.0),
            blur=12,
        )
    draw_person(canvas, (1055, 1460), 590, navy, pose="hold", flip=True)
    draw_person(canvas, (1228, 1474), 605, navy)
    draw_person(canvas, (1440, 1462), 575, worker, pose="point")
    canvas.vignette("#0c0c0c", 0.7)
    return canvas.finished()


def _roof(canvas: Canvas, vanishing: Point) -> None:
    share = 0.0
    canvas.paint([(-1400, -260), (3900, -260), vanishing], "#7a7a7a", "#e6e6e6")
    while share < 0.9:
        step = (1 - share) * 0.17
        near = [towards(corner, vanishing, share) for corner in ((-1400, -260), (3900, -260))]
        middle = [towards(corner, vanishing, share + step * 0.45) for corner in ((3900, -260), (-1400, -260))]
        low = [towards(corner, vanishing, share + step) for corner in ((3900, -190), (-1400, -190))]
        canvas.paint([*near, *low], "#5e5e5e", "#a6a6a6")
        canvas.paint([*near, *middle], "#ffffff", "#f2f2f2")
        for x in range(-1400, 3901, 212):
            a, b = (towards((x + shift, -260), vanishing, share) for shift in (0, 10))
            c, d = (towards((x + shift, -260), vanishing, share + step * 0.45) for shift in (10, 0))
            canvas.paint([a, b, c, d], "#8a8a8a")
        share += step


def _windows(canvas: Canvas, vanishing: Point, wall: float) -> None:
    corners = [(wall, -260.0), (wall, 1720.0)]
    canvas.paint([*corners, vanishing], "#5c5c5c", "#8c8c8c")
    canvas.glow(vanishing, (900, 620), "#f4f4f4", 0.9)
    share = 0.3
    while share < 0.9:
        step = (1 - share) * 0.2
        pane = [
            towards((wall, y), vanishing, s)
            for y, s in (
                (40, share),
                (40, share + step * 0.7),
                (900, share + step * 0.7),
                (900, share),
            )
        ]
        canvas.paint(pane, "#ffffff", blur=20, fade=(0.3, 0.3))
        canvas.paint(pane, "#fbfbfb", "#e2e2e2")
        for y in (330, 620):
            bar = [
                towards((wall, height), vanishing, s)
                for height, s in (
                    (y, share),
                    (y, share + step * 0.7),
                    (y + 26, share + step * 0.7),
                    (y + 26, share),
                )
            ]
            canvas.paint(bar, "#7e7e7e")
        share += step


def _machines(canvas: Canvas, vanishing: Point, side: int) -> None:
    inner, outer = 1250 + side * 560, 1250 + side * 1500
    shares = [1 - 0.86**index for index in range(16)]
    for far, near in reversed(list(zip(shares[1:], shares, strict=False))):

        def at(x: float, y: float, share: float) -> Point:
            return towards((x, y), vanishing, share)

        haze = near * 0.75
        dark: Colour = mix("#383838", "#d8d8d8", haze)
        light = mix("#b9b9b9", "#ececec", haze)
        end = far - (far - near) * 0.18
        canvas.paint(
            [
                at(inner, 1330, near),
                at(inner, 1330, end),
                at(inner, 1720, end),
                at(inner, 1720, near),
            ],
            mix("#9a9a9a", "#e0e0e0", haze),
            dark,
        )
        canvas.paint(
            [
                at(inner, 1330, near),
                at(outer, 1330, near),
                at(outer, 1330, end),
                at(inner, 1330, end),
            ],
            light,
        )
        canvas.paint(
            [
                at(inner, 1330, near),
                at(outer, 1330, near),
                at(outer, 1720, near),
                at(inner, 1720, near),
            ],
            mix("#6a6a6a", "#d8d8d8", haze),
            dark,
        )
        for spindle in range(6):
            share = near + (end - near) * (spindle + 0.5) / 6
            x, y = at(inner + side * 40, 1325, share)
            size = 40 * (1 - share)
            cone = [
                (x - size, y),
                (x - size * 0.55, y - size * 4.2),
                (x + size * 0.55, y - size * 4.2),
                (x + size, y),
            ]
            canvas.paint(cone, "#ffffff", mix("#8c8c8c", "#e4e4e4", haze))
        beam = [
            at(inner, 960, near),
            at(inner, 960, end),
            at(inner, 1000, end),
            at(inner, 1000, near),
        ]
        canvas.paint(beam, mix("#d9d9d9", "#f0f0f0", haze), dark)
        canvas.paint(
            [
                at(inner, 960, near),
                at(inner + side * 26, 960, near),
                at(inner + side * 26, 1330, near),
                at(inner, 1330, near),
            ],
            dark,
        )

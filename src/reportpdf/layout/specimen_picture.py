"""A picture for a type specimen, drawn from the theme's own colours: hills, a sun, a river.

In: a kit and a frame. Out: polygons and boxes inside the frame, no photo needed. Lighter inks are shares of
the palettes', so a printer sees how the theme's colours take to being screened.
"""

from __future__ import annotations

from math import cos, pi, sin

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, PolygonItem
from reportpdf.layout.specimen_kit import Kit

SUN_CORNERS = 48
STEPS = 60
"""Corners of the sun, points along a ridge: enough that neither shows an edge at print size."""

RIDGES: tuple[tuple[float, float, float, float, float], ...] = (
    (0.46, 0.16, 1.3, 0.4, 0.25),
    (0.58, 0.12, 2.1, 1.9, 0.50),
    (0.70, 0.09, 3.0, 3.4, 0.85),
)
"""Of each ridge: height from the frame's head, how far it swings, its waves, its phase, its share of ink."""

RIVER = 0.78
RIPPLES = ((0.84, 0.08, 0.46), (0.88, 0.30, 0.40), (0.92, 0.14, 0.30), (0.955, 0.48, 0.34))
"""The river's height, and its ripples: height, left end, length; shares of the frame."""


def river(kit: Kit, frame: Rect) -> list[Item]:
    """The picture in its frame, back to front."""
    palettes = kit.theme.palettes
    warm, cool = palettes[0].ink, palettes[min(1, len(palettes) - 1)].ink
    items: list[Item] = [BoxItem(frame, _share(cool, 0.10), ARTIFACT), _sun(frame, warm)]
    for height, swing, waves, phase, share in RIDGES:
        items.append(_ridge(frame, height, swing, waves, phase, _share(cool, share)))
    water = Rect(frame.x, frame.y + RIVER * frame.height, frame.width, (1 - RIVER) * frame.height)
    items.append(BoxItem(water, _share(cool, 0.18), ARTIFACT))
    for height, left, length in RIPPLES:
        line = Rect(frame.x + left * frame.width, frame.y + height * frame.height, length * frame.width, 0.6)
        items.append(BoxItem(line, _share(cool, 0.55), ARTIFACT))
    return items


def _share(ink: Ink, share: float) -> Ink:
    """So much of an ink."""
    return Ink(ink.c * share, ink.m * share, ink.y * share, ink.k * share)


def _sun(frame: Rect, ink: Ink) -> PolygonItem:
    radius = 0.13 * frame.height
    x, y = frame.x + 0.7 * frame.width, frame.y + 0.3 * frame.height
    turn = 2 * pi / SUN_CORNERS
    corners = tuple((x + radius * cos(i * turn), y + radius * sin(i * turn)) for i in range(SUN_CORNERS))
    return PolygonItem(corners, ink, ARTIFACT)


def _ridge(frame: Rect, height: float, swing: float, waves: float, phase: float, ink: Ink) -> PolygonItem:
    """A ridge from side to side, filled down to the river."""
    foot = frame.y + RIVER * frame.height
    line = []
    for i in range(STEPS + 1):
        at = i / STEPS
        rise = 0.7 * sin(waves * pi * at + phase) + 0.3 * sin(2.7 * waves * pi * at + 2 * phase)
        y = frame.y + (height - swing * rise) * frame.height
        line.append((frame.x + at * frame.width, min(max(y, frame.y), foot)))
    return PolygonItem((*line, (frame.right, foot), (frame.x, foot)), ink, ARTIFACT)

"""How a justified line gives: the steps in which it is squeezed or opened, each with its bound and reason.

In: two clusters that meet, or how much a line must be squeezed and what room each step has. Out: the step
of a junction, and the share of its room that each step gives. The bounds themselves are applied where
junctions are made (``junctions``); the rows here say which they are. Source: clreq #line_adjustment.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from reportpdf.text.cluster import Cluster, Kind
from reportpdf.theme.records import Composition, Squeeze


class Shrink(IntEnum):
    """The steps of squeezing, in clreq's order."""

    WORD_SPACE = 0
    INTERPUNCT = 1
    BRACKET = 2
    PAUSE = 3
    AUTOSPACE = 4
    STOP = 5


class ShrinkRow(NamedTuple):
    """A step of squeezing. ``weight``: how readily it gives when all steps give at once [choice]."""

    step: Shrink
    floor: str
    weight: float
    reason: str


SHRINK: tuple[ShrinkRow, ...] = (
    ShrinkRow(Shrink.WORD_SPACE, "1/4 em", 1.5, "clreq step 1: a word space is air and nothing else"),
    ShrinkRow(Shrink.INTERPUNCT, "1/2 em", 1.5, "clreq step 2; GB/T 15834-2011 5.1.7 sets it at its floor"),
    ShrinkRow(Shrink.BRACKET, "bracket_floor", 1.25, "clreq step 3: a bracket hugs what it holds"),
    ShrinkRow(Shrink.PAUSE, "lone_mark_floor", 1.0, "clreq step 4; its floor in newspapers is ours [choice]"),
    ShrinkRow(Shrink.AUTOSPACE, "1/8 em", 1.0, "clreq step 5"),
    ShrinkRow(Shrink.STOP, "lone_mark_floor", 1.0, "clreq step 6: last, for it marks the sentence"),
)
"""Squeezing. When it is smooth, pauses and stops weigh the same, so that lone marks of a line are even."""


class StretchRow(NamedTuple):
    """A step of opening; its gaps open together until they reach the ceiling."""

    gaps: str
    ceiling: str
    reason: str


STRETCH: tuple[StretchRow, ...] = (
    StretchRow("word spaces", "1/2 em", "clreq step 1; opens with the next row in one proportion [choice]"),
    StretchRow("Han-Western spaces", "1/3 em", "clreq step 2 (jlreq also knows 1/2)"),
    StretchRow(
        "every gap of Han, marks and the spaces above", "none", "clreq step 3; jlreq 1/4 em, then all"
    ),
)
"""Opening. Not opened: words, numbers, dashes, ellipses; beside connectors and separators (clreq id116)."""

_WEIGHTS = tuple(row.weight for row in SHRINK)

_BY_KIND = {
    Kind.OPENING: Shrink.BRACKET,
    Kind.CLOSING: Shrink.BRACKET,
    Kind.PAUSE: Shrink.PAUSE,
    Kind.STOP: Shrink.STOP,
}


def step_of(a: Cluster, b: Cluster) -> Shrink:
    """The step in which the junction of two clusters is squeezed."""
    if Kind.SPACE in (a.kind, b.kind):
        return Shrink.WORD_SPACE
    if Kind.INTERPUNCT in (a.kind, b.kind):
        return Shrink.INTERPUNCT
    known = _BY_KIND.get(a.kind) if a.right else None
    if known is None and b.left:
        known = _BY_KIND.get(b.kind)
    return Shrink.AUTOSPACE if known is None else known


def shares(need: float, rooms: Sequence[float], marks: Sequence[int], choices: Composition) -> list[float]:
    """For each step the share of its room, 0 to 1, that squeezes a line by ``need`` em in all.

    ``marks`` counts the junctions of each step.
    """
    if choices.squeeze is Squeeze.IN_ORDER:
        return _evened(_in_order(need, rooms), rooms, marks, choices.even_marks)
    return _smooth(need, rooms)


def _in_order(need: float, rooms: Sequence[float]) -> list[float]:
    """Each step to its floor before the next begins."""
    found = []
    for room in rooms:
        took = min(need, room)
        found.append(took / room if room else 0.0)
        need -= took
    return found


def _smooth(need: float, rooms: Sequence[float]) -> list[float]:
    """All steps at once, by their weights; what a step at its floor cannot give the others do."""
    found = [0.0] * len(rooms)
    free = [step for step, room in enumerate(rooms) if room > 0]
    while free:
        rise = need / sum(_WEIGHTS[step] * rooms[step] for step in free)
        full = [step for step in free if rise * _WEIGHTS[step] >= 1.0]
        for step in full or free:
            found[step] = min(1.0, rise * _WEIGHTS[step])
        if not full:
            break
        need -= sum(rooms[step] for step in full)
        free = [step for step in free if step not in full]
    return found


def _evened(found: list[float], rooms: Sequence[float], marks: Sequence[int], most: float) -> list[float]:
    """The shares with pauses squeezed by at most ``most`` em more than stops are, each to its floor.

    Readers take lone marks of different widths in one line for a mistake.
    """
    pauses, stops = marks[Shrink.PAUSE], marks[Shrink.STOP]
    if not rooms[Shrink.PAUSE] or not rooms[Shrink.STOP]:
        return found
    pause, stop = rooms[Shrink.PAUSE] / pauses, rooms[Shrink.STOP] / stops
    if found[Shrink.PAUSE] * pause - found[Shrink.STOP] * stop <= most:
        return found
    total = found[Shrink.PAUSE] * rooms[Shrink.PAUSE] + found[Shrink.STOP] * rooms[Shrink.STOP]
    of_stop = min(stop, max(0.0, (total - most * pauses) / (pauses + stops)))
    evened = list(found)
    evened[Shrink.STOP] = of_stop / stop
    evened[Shrink.PAUSE] = (total - of_stop * stops) / rooms[Shrink.PAUSE]
    return evened

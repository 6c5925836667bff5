"""Marks drawn on a page: a ringed number in the margin, a thin leader to the words, the words framed or
struck.

Comes in: the marks of one page, its trim, the setter of forms. Goes out: items of the display list, points
from the trim's upper left corner, and the notes that stand in a column beside the page. Numbers stand in the
margin on their words' side, apart from each other; a mark that is closed is grey.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import PAPER, Ink
from reportpdf.base.problem import Place
from reportpdf.base.units import mm
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, PolygonItem, Role, Tag
from reportpdf.layout.form.records import Align, Run, plain
from reportpdf.layout.form.setter import FormSetter, set_cell
from reportpdf.layout.form.strips import put_cell
from reportpdf.layout.form.styles import HEI
from reportpdf.proof.redmarks import Mark
from reportpdf.proof.redmarks_forms import Ask, read_form
from reportpdf.proof.round_colours import REMARK
from reportpdf.theme.style import TextStyle

GREY = Ink(0.0, 0.0, 0.0, 0.55, screen=(120, 120, 120))

RADIUS = 7.2
RING = 0.9
LEADER = 0.45
FRAME = 0.6
_EDGE = mm(6.5)
"""From the trim's edge to the middle of a number."""

_TURN = mm(7)
"""From a number to where its leader turns: the edge of the type area, where the margin is a usual one."""

_DASH = 3.0
_APART = 2 * RADIUS + 2.0
_CORNERS = 40
_OUTSET = 1.2
"""Between words and the frame over and under them; beside them there is no room."""

NUMBER = TextStyle(("NotoSansSC-Bold", *HEI), 8.0, 10.0)
SMALL_NUMBER = TextStyle(("NotoSansSC-Bold", *HEI), 5.8, 8.0)
"""Of three digits and more."""

NOTE = TextStyle(HEI, 8.0, 11.5, strong="NotoSansSC-Bold")
NOTE_WIDTH = mm(58)
"""The column beside a page."""

_GAP = 5.0


@dataclass(frozen=True, slots=True)
class _Put:
    """A mark and the middle of its number."""

    mark: Mark
    x: float
    y: float


def mark_items(marks: Sequence[Mark], trim: Size, setter: FormSetter) -> tuple[Item, ...]:
    """The marks of one page, in order of their numbers."""
    items: list[Item] = []
    for put in sorted(_placed(marks, trim), key=lambda one: one.mark.number):
        items += _drawn(put, setter)
    return tuple(items)


def note_items(
    marks: Sequence[Mark], trim: Size, setter: FormSetter, head: str
) -> tuple[tuple[Item, ...], tuple[Mark, ...]]:
    """The notes in the column right of the page under ``head``, as many as it holds; and the marks that it
    has no room for."""
    left, y = trim.width + mm(4), mm(8)
    measure = NOTE_WIDTH - mm(8) - 2 * RADIUS - 4
    items: list[Item] = [BoxItem(Rect(trim.width, 0.0, 0.5, trim.height), GREY)]
    title = set_cell(setter, plain(head), NOTE, NOTE_WIDTH - mm(8), Place(head))
    items += put_cell(title, left, y, NOTE_WIDTH, Align.LEFT, Tag(Role.HEADING, "head"), GREY)
    y += title.height + 2 * _GAP
    for at, mark in enumerate(marks):
        runs = (Run(mark.remark.text, ink=_ink(mark)), Run(f"\n{mark.by or '未署名'}", ink=GREY))
        cell = set_cell(setter, runs, NOTE, measure, Place(f"{mark.number}"))
        height = max(cell.height, 2 * RADIUS)
        if y + height > trim.height - mm(8) and at:
            return tuple(items), tuple(marks[at:])
        items += _number(mark, left + RADIUS, y + RADIUS, setter)
        tag = Tag(Role.PARAGRAPH, f"marks[{mark.number}]")
        items += put_cell(cell, left + 2 * RADIUS + 4, y + 1.5, measure, Align.LEFT, tag)
        y += height + _GAP
    return tuple(items), ()


def _placed(marks: Sequence[Mark], trim: Size) -> list[_Put]:
    """Numbers in the left and the right margin, as near to their words as they can stand apart."""
    sides: tuple[list[Mark], list[Mark]] = ([], [])
    for mark in marks:
        box = _box(mark)
        sides[box.x + box.width / 2 > trim.width / 2].append(mark)
    found: list[_Put] = []
    for side, held in enumerate(sides):
        x = trim.width - _EDGE if side else _EDGE
        wanted = sorted((_box(mark).y + _box(mark).height / 2, mark.number, mark) for mark in held)
        heights = _apart([y for y, _, _ in wanted], RADIUS + 2, trim.height - RADIUS - 2)
        found += [_Put(mark, x, y) for (_, _, mark), y in zip(wanted, heights, strict=True)]
    return found


def _apart(wanted: list[float], low: float, high: float) -> list[float]:
    """Heights in order, each as far from the next as numbers need; closer only where the page is too low."""
    step = min(_APART, (high - low) / max(len(wanted) - 1, 1))
    heights: list[float] = []
    for y in wanted:
        heights.append(max(y, heights[-1] + step if heights else low))
    ceiling = high
    for i in range(len(heights) - 1, -1, -1):
        heights[i] = min(heights[i], ceiling)
        ceiling = heights[i] - step
    return heights


def _drawn(put: _Put, setter: FormSetter) -> list[Item]:
    mark, ink = put.mark, _ink(put.mark)
    box = _box(mark)
    items: list[Item] = []
    if mark.place.photo or not box.width:
        target = mm(mark.place.x), mm(mark.place.y)
        if mark.place.photo:
            items.append(_disc(*target, 2.0, ink))
    else:
        outer = Rect(box.x, box.y - _OUTSET, box.width, box.height + 2 * _OUTSET)
        items += _frame(outer, ink)
        asked = read_form(mark.remark.text, mark.place.source or mark.place.words)
        if asked.kind in (Ask.REPLACE, Ask.DELETE):
            items.append(BoxItem(Rect(box.x, box.y + box.height / 2, box.width, 1.1), ink))
        target = (outer.x if put.x < outer.x else outer.right), outer.bottom - FRAME / 2
    if box.width or mark.place.photo:
        items += _way(put, target, ink)
    return [*items, *_number(mark, put.x, put.y, setter)]


def _frame(box: Rect, ink: Ink) -> list[Item]:
    return [
        BoxItem(Rect(box.x, box.y, box.width, FRAME), ink),
        BoxItem(Rect(box.x, box.bottom - FRAME, box.width, FRAME), ink),
        BoxItem(Rect(box.x, box.y, FRAME, box.height), ink),
        BoxItem(Rect(box.right - FRAME, box.y, FRAME, box.height), ink),
    ]


def _way(put: _Put, target: tuple[float, float], ink: Ink) -> list[Item]:
    """The way from words to number: dashes under the line to the edge of the type area, for a line through
    other words would strike them out; then straight to the ring."""
    x, y = target
    right = put.x > x
    turn = put.x - _TURN if right else put.x + _TURN
    if (turn <= x) if right else (turn >= x):
        return _leader(put.x, put.y, x, y, ink)
    low, high = min(x, turn), max(x, turn)
    count = max(int((high - low) / _DASH), 1)
    dashes: list[Item] = [
        BoxItem(Rect(low + i * _DASH, y - LEADER / 2, _DASH / 2, LEADER), ink) for i in range(count)
    ]
    return [*dashes, *_leader(put.x, put.y, turn, y, ink)]


def _leader(x: float, y: float, to_x: float, to_y: float, ink: Ink) -> list[Item]:
    """A thin line from the ring to the words; none where they touch."""
    length = hypot(to_x - x, to_y - y)
    if length <= RADIUS:
        return []
    angle = atan2(to_y - y, to_x - x)
    start = x + RADIUS * cos(angle), y + RADIUS * sin(angle)
    across = LEADER / 2 * sin(angle), -LEADER / 2 * cos(angle)
    corners = (
        (start[0] + across[0], start[1] + across[1]),
        (to_x + across[0], to_y + across[1]),
        (to_x - across[0], to_y - across[1]),
        (start[0] - across[0], start[1] - across[1]),
    )
    return [PolygonItem(corners, ink)]


def _number(mark: Mark, x: float, y: float, setter: FormSetter) -> list[Item]:
    """A number in its ring."""
    words = str(mark.number)
    style = NUMBER if len(words) < 3 else SMALL_NUMBER
    ink = _ink(mark)
    cell = set_cell(setter, plain(words), style, 4 * RADIUS, Place(words))
    digits = put_cell(cell, x - 2 * RADIUS, y - style.pitch / 2, 4 * RADIUS, Align.CENTRE, ARTIFACT, ink)
    return [_disc(x, y, RADIUS, ink), _disc(x, y, RADIUS - RING, PAPER), *digits]


def _disc(x: float, y: float, radius: float, ink: Ink) -> PolygonItem:
    turns = (2 * pi * i / _CORNERS for i in range(_CORNERS))
    return PolygonItem(tuple((x + radius * cos(t), y + radius * sin(t)) for t in turns), ink)


def _ink(mark: Mark) -> Ink:
    return REMARK if mark.is_open else GREY


def _box(mark: Mark) -> Rect:
    box = mark.place.box
    if mark.place.photo:  # a photo is as large as a page: its point says where
        return Rect(mm(mark.place.x), mm(mark.place.y), 0.0, 0.0)
    return Rect(mm(box.x), mm(box.y), mm(box.width), mm(box.height))

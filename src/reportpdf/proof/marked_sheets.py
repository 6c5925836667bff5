"""Sheets for pages with proof-reader's marks: room for the page, the marks over it, notes in the margins.

Comes in: marks by page, the size of the pages, the round's ink, words for the head. Goes out: a
:class:`Document` of sheets, each with the place for its page. Leader lines run between lines of text to the
nearer margin and do not cross (GB/T 14706-1993 5.3). Points from the sheet's upper left corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import BLACK, PAPER, Ink
from reportpdf.base.problem import Place
from reportpdf.layout.display import ARTIFACT, BoxItem, Document, Item, Page, Role, Tag
from reportpdf.layout.form.records import Align, Run
from reportpdf.layout.form.setter import FormSetter, SetCell, set_cell
from reportpdf.layout.form.strips import put_cell
from reportpdf.layout.form.styles import HEI, SOFT
from reportpdf.proof.page_marks import Figure, PageMark
from reportpdf.proof.pen import WEIGHT, caret, curl, exchange, frame, loop, stroke
from reportpdf.theme.style import TextStyle

SIDE = 128.0
"""A margin beside the page: 45 mm, as wide as a note."""

HEAD = 46.0
FOOT = 30.0
_NOTE = TextStyle(HEI, 8.5, 11.5, strong="NotoSansSC-Bold")
_SIGN = TextStyle(("NotoSansSC-Bold", *HEI), 7.0, 10.0)
_TITLE = TextStyle(("NotoSansSC-Bold", *HEI), 12.0, 16.0)
_FOOT = TextStyle(HEI, 7.5, 10.5)
_GAP = 7.0
"""Between notes."""

_EDGE = 10.0
"""White between the page and a note."""

_LINE = 0.5
_NOWHERE = Place("")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sheets:
    """The sheets, and for each the number of its page; all pages lie at ``at``."""

    document: Document
    numbers: tuple[int, ...]
    at: Rect


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Note:
    """A note set, and where its leader leaves the page."""

    mark: PageMark
    cell: SetCell
    sign: SetCell
    start: tuple[float, float]
    exit: float

    @property
    def height(self) -> float:
        return self.sign.height + self.cell.height + _GAP

    @property
    def width(self) -> float:
        """Of its words, and of the mark's name with its figure."""
        return min(max(self.cell.width, self.sign.width + 27.0), SIDE - 2 * _EDGE)


def marked_sheets(
    marks: Sequence[PageMark], trim: Size, ink: Ink, head: str, foot: str, setter: FormSetter
) -> Sheets:
    """A sheet for every page that has a mark. ``head`` has a place ``{page}``."""
    numbers = tuple(sorted({mark.page for mark in marks}))
    sides = [_sides([m for m in marks if m.page == number], trim, setter) for number in numbers]
    most = max((sum(n.height for n in side) for pair in sides for side in pair), default=0.0)
    height = max(trim.height, most + _GAP) + HEAD + FOOT
    size = Size(trim.width + 2 * SIDE, height)
    at = Rect(SIDE, HEAD, trim.width, trim.height)
    pages = [
        Page(number, tuple(_sheet(pair, number, size, at, ink, head, foot, setter)))
        for number, pair in zip(numbers, sides, strict=True)
    ]
    document = Document(size, 0.0, tuple(pages), (), head.format(page=""), "", "", "zh-CN")
    return Sheets(document, numbers, at)


def _sides(marks: list[PageMark], trim: Size, setter: FormSetter) -> tuple[list[_Note], list[_Note]]:
    """Notes of the left and of the right margin, from the head down: no leader crosses another."""
    left: list[_Note] = []
    right: list[_Note] = []
    for mark in marks:
        first = mark.boxes[0]
        goes_left = first.x + first.width / 2 < trim.width / 2
        x = first.x if goes_left else first.right
        low = first.bottom + (1.2 if mark.figure is not Figure.CARET else 6.0)
        room = SIDE - 2 * _EDGE
        sign = set_cell(setter, (Run(mark.sign),), _SIGN, room, _NOWHERE)
        cell = set_cell(setter, mark.note, _NOTE, room, _NOWHERE)
        note = _Note(mark, cell, sign, (SIDE + x, HEAD + low), HEAD + low)
        (left if goes_left else right).append(note)
    left.sort(key=lambda n: (round(n.exit), n.start[0]))
    right.sort(key=lambda n: (round(n.exit), -n.start[0]))
    return _apart(left), _apart(right)


def _apart(notes: list[_Note]) -> list[_Note]:
    """Leaders that would run on one height, the farther a little lower."""
    made: list[_Note] = []
    for note in notes:
        exit = note.exit
        if made and exit < made[-1].exit + 1.4:
            exit = made[-1].exit + 1.4
        made.append(_Note(note.mark, note.cell, note.sign, note.start, exit))
    return made


def _sheet(
    sides: tuple[list[_Note], list[_Note]],
    number: int,
    size: Size,
    at: Rect,
    ink: Ink,
    head: str,
    foot: str,
    setter: FormSetter,
) -> list[Item]:
    items: list[Item] = frame(at.grown(0.3), Ink(0.0, 0.0, 0.0, 0.35), 0.35)
    tag = Tag(Role.PARAGRAPH, "marks")
    title = set_cell(setter, (Run(head.format(page=number)),), _TITLE, at.width, _NOWHERE)
    items += put_cell(title, at.x, 15.0, at.width, Align.LEFT, tag, ink)
    below = set_cell(setter, (Run(foot),), _FOOT, at.width, _NOWHERE)
    items += put_cell(below, at.x, size.height - FOOT + 9.0, at.width, Align.LEFT, tag, SOFT)
    for notes, edge in ((sides[0], at.x), (sides[1], at.right)):
        for note, top in zip(notes, _tops(notes, size), strict=True):
            x = at.right + _EDGE if edge == at.right else at.x - _EDGE - note.width
            items += _figure(note.mark, ink)
            items += _leader(note, top, edge, ink)
            items += _margin(note, x, top, ink)
    return items


def _tops(notes: list[_Note], size: Size) -> list[float]:
    """Where each note begins: beside its place, or under the note before; all of them on the sheet."""
    tops: list[float] = []
    low = HEAD
    for note in notes:
        low = max(low, note.exit - note.sign.height)
        tops.append(low)
        low += note.height
    limit = size.height - FOOT
    for i in range(len(notes) - 1, -1, -1):
        tops[i] = min(tops[i], limit - notes[i].height)
        limit = tops[i]
    return tops


def _leader(note: _Note, top: float, edge: float, ink: Ink) -> list[Item]:
    """From the place down between the lines, along to the page's edge, and to its note."""
    x, y = note.start
    end = edge - _EDGE + 2 if edge == SIDE else edge + _EDGE - 2
    return stroke(
        [(x, y), (x, note.exit), (edge, note.exit), (end, top + note.sign.height * 0.55)], ink, _LINE
    )


def _margin(note: _Note, x: float, top: float, ink: Ink) -> list[Item]:
    """The note: the mark's name in a loop, its figure beside it, the words under it."""
    tag = Tag(Role.PARAGRAPH, "marks")
    room = SIDE - 2 * _EDGE
    items: list[Item] = [BoxItem(Rect(x, top, note.width, note.height - _GAP), PAPER, ARTIFACT)]
    wide = note.sign.width
    items += loop(Rect(x, top + 0.4, wide + 6.0, note.sign.height - 0.8), ink, 0.5)
    items += put_cell(note.sign, x + 3.0, top, room, Align.LEFT, tag, ink)
    after = x + wide + 11.0
    middle = top + note.sign.height / 2
    if note.mark.sign == "删除":
        items += curl(after, middle + 2.0, ink)
    elif note.mark.sign == "增补":
        items += caret(after + 3.0, middle + 3.0, ink, down=True)
    elif note.mark.sign == "对调":
        items += exchange(Rect(after, top + 1.0, 16.0, note.sign.height - 2.0), ink)
    items += put_cell(note.cell, x, top + note.sign.height + 1.0, room, Align.LEFT, tag, ink)
    return items


def _figure(mark: PageMark, ink: Ink) -> list[Item]:
    """What the pen draws at the place."""
    items: list[Item] = []
    for box in mark.boxes:
        placed = Rect(SIDE + box.x, HEAD + box.y, box.width, box.height)
        if mark.figure is Figure.LOOP:
            items += loop(placed.grown(0.8), ink)
        elif mark.figure is Figure.CARET:
            items += caret(placed.x + placed.width / 2, placed.bottom - 0.5, ink, 4.2)
        elif mark.figure is Figure.INSERTED:
            items += stroke([(placed.x, placed.bottom + 0.6), (placed.right, placed.bottom + 0.6)], ink, 1.0)
            items += caret(placed.x, placed.y, ink, 4.0, down=True)
        elif mark.figure is Figure.FRAME:
            items += frame(placed.grown(2.0), ink, WEIGHT * 1.3)
        elif mark.figure is Figure.QUERY:
            items += frame(placed.grown(0.8), ink, WEIGHT, dashed=True)
        else:
            items += frame(placed.grown(1.0), BLACK, WEIGHT, dashed=True)
            items += stroke([(placed.x, placed.bottom), (placed.right, placed.y)], BLACK, 0.4)
    return items

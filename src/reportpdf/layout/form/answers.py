"""Answers to tick: a box, a tick in it where it is ticked already, and the words beside it.

Comes in: the choices of a form. Goes out: answers placed in rows, and their items. The box says ☐ or ☑ in the
text layer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportpdf.base.ink import BLACK
from reportpdf.base.problem import Place
from reportpdf.layout.display import Item, PolygonItem, Tag
from reportpdf.layout.form.records import Align, plain
from reportpdf.layout.form.setter import FormSetter, SetCell, set_cell
from reportpdf.layout.form.strips import put_cell
from reportpdf.layout.form.styles import ANSWER
from reportpdf.layout.lines import set_words
from reportpdf.text.block import first_baseline

BOX = "□"
TICKED = "☑"
UNTICKED = "☐"

_BOX_EM = 1.3
"""From a box's left edge to its words, em."""

_GAP = 22.0
"""Between two answers, points."""

_TICK = ((0.16, 0.40), (0.24, 0.48), (0.42, 0.26), (0.88, 0.90), (0.95, 0.84), (0.42, 0.08))
"""Corners of a tick in the box's em, y upward from the baseline; it runs out of the box as a pen's does."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Answer:
    """An answer set: from the left edge of its room, in which row of answers it begins."""

    x: float
    row: int
    words: SetCell
    ticked: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Answers:
    """All answers of one choice, in as many rows as they need."""

    answers: tuple[Answer, ...]
    rows: int

    @property
    def height(self) -> float:
        """What the rows take."""
        return self.rows * ANSWER.pitch


def set_answers(
    setter: FormSetter, answers: Sequence[tuple[str, bool]], room: float, place: Place
) -> Answers:
    """The answers beside each other, and under each other where the room ends."""
    found: list[Answer] = []
    x, row, box = 0.0, 0, ANSWER.size * _BOX_EM
    for words, ticked in answers:
        cell = set_cell(setter, plain(words), ANSWER, room - box, place)
        if x and x + box + cell.width > room:
            x, row = 0.0, row + 1
        found.append(Answer(x, row, cell, ticked))
        x += box + cell.width + _GAP
        row += max(0, len(cell.lines) - 1)
    return Answers(tuple(found), row + 1)


def put_answers(setter: FormSetter, answers: Answers, x: float, top: float, tag: Tag) -> list[Item]:
    """The items of the answers from the top of their first row."""
    items: list[Item] = []
    for answer in answers.answers:
        head = top + answer.row * ANSWER.pitch
        left, y = x + answer.x, head + first_baseline(ANSWER)
        box = set_words(setter, BOX, ANSWER)
        says = TICKED if answer.ticked else UNTICKED
        drawn = tuple(
            replace(cluster, text=says, glyphs=tuple(replace(g, text=says) for g in cluster.glyphs))
            for cluster in box.line.clusters
        )
        items.append(replace(box.put(left, y, BLACK, tag), clusters=drawn))
        items += put_cell(
            answer.words, left + ANSWER.size * _BOX_EM, head, answer.words.width, Align.LEFT, tag
        )
        if answer.ticked:
            corners = tuple((left + px * ANSWER.size, y - py * ANSWER.size) for px, py in _TICK)
            items.append(PolygonItem(corners, BLACK))
    return items

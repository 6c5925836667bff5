"""What is marked on a page of a new round, and what the margin says of it.

Comes in: changes. Goes out: :class:`PageMark`s of each page: where, which figure of the pen, and the note's
words: old struck out, new underlined. The figures and their names are those of GB/T 14706-1993.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from reportpdf.base.geometry import Rect
from reportpdf.check.finding import Spot
from reportpdf.check.spots import rect_of
from reportpdf.layout.form.records import Run
from reportpdf.proof.change_words import mark_of, name_of, place_of
from reportpdf.proof.changes import Change, Changes, NumberChange
from reportpdf.proof.placing import Places

MOST_STANDING = 8
"""Other places of an old value that are marked; all stand in the list."""

_LONGEST = 46
"""Characters of old or new words that a note gives; the list gives all."""


class Figure(Enum):
    """What the pen draws at the place."""

    LOOP = "loop"
    CARET = "caret"
    INSERTED = "inserted"
    FRAME = "frame"
    QUERY = "query"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class PageMark:
    """A place on a page, what is drawn there, the note. ``sign``: the name of the mark."""

    page: int
    boxes: tuple[Rect, ...]
    figure: Figure
    sign: str
    note: tuple[Run, ...]


def page_marks(changes: Changes, new: Places) -> tuple[PageMark, ...]:
    """The marks of all pages."""
    found = [mark for c in changes.changes if c.prints for mark in _of(c, new)]
    for page in changes.unexplained:
        boxes = tuple(rect_of(spot) for spot in page.unexplained)
        note = (Run("像素有异，稿件与版面均无改动可说明，请查"),)
        found.append(PageMark(page.page, boxes, Figure.UNEXPLAINED, "说明", note))
    return tuple(found)


def _of(change: Change, new: Places) -> Iterator[PageMark]:
    edited = [(edit, new.new_edit(change.new_path, change.new, edit)) for edit in change.edits]
    if change.new and edited and all(spots for _, spots in edited) and change.code != "byline":
        for edit, spots in edited:
            old, now = _white(edit.old), _white(edit.new)
            figure = Figure.CARET if not edit.new else Figure.LOOP if edit.old else Figure.INSERTED
            note = _note(old, now)
            yield from _split(spots, figure, mark_of(change, edit), note)
    elif change.new_spots:
        gone = change.code.endswith("-removed")
        figure = Figure.CARET if gone else Figure.FRAME
        yield from _split(change.new_spots, figure, mark_of(change), tuple(_said(change)))
    for spot in change.repeats:
        note = (Run(f"随{place_of(change.path)}改："), *_edits_note(change))
        yield from _split((spot,), Figure.FRAME, "说明", note)
    for number in change.numbers:
        yield from _standing(number)


def _split(spots: Sequence[Spot], figure: Figure, sign: str, note: tuple[Run, ...]) -> Iterator[PageMark]:
    """A mark for each page; the note is on the first."""
    for i, page in enumerate(dict.fromkeys(s.page for s in spots)):
        boxes = tuple(rect_of(s) for s in spots if s.page == page)
        yield PageMark(page, boxes, figure, sign, note if i == 0 else (Run("（续前页）"),))


def _standing(number: NumberChange) -> Iterator[PageMark]:
    for one in [s for s in number.old_stands if s.same_unit and s.spots][:MOST_STANDING]:
        note = (Run("此处仍作"), Run(one.written, bold=True), Run(f"，是否同改为{number.new}？"))
        yield from _split(one.spots, Figure.QUERY, "说明", note)


def _note(old: str, new: str) -> tuple[Run, ...]:
    runs = [Run(_short(old), struck=True)] if old else []
    if old and new:
        runs.append(Run(" → "))
    if new:
        runs.append(Run(_short(new), underlined=True, bold=True))
    return tuple(runs)


def _edits_note(change: Change) -> tuple[Run, ...]:
    """What was changed, of the first place where it was."""
    first = change.edits[0]
    return _note(_white(first.old), _white(first.new))


def _said(change: Change) -> Iterator[Run]:
    """The note of a change that is not of characters."""
    kind = change.code.rpartition("-")[2]
    yield Run(f"{name_of(change)}　", bold=True)
    if change.code.endswith("-removed"):
        yield Run(_short(change.old), struck=True)
    elif change.code.endswith("-added"):
        yield Run(_short(change.name), underlined=True)
    elif kind == "moved":
        if change.other:
            yield Run(f"与{place_of(change.other)}互换；")
        before = change.old_spots[0].page if change.old_spots else 0
        yield Run(f"原在{place_of(change.old_path)}" + (f"（第{before}页）" if before else ""))
    elif change.code == "byline":
        yield from _note("".join(e.old for e in change.edits), "".join(e.new for e in change.edits))
    else:
        yield from _note(change.old or "无", change.new or "无")


def _short(words: str) -> str:
    flat = words.replace("\n", " ")
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 12]}……{flat[-8:]}"


def _white(words: str) -> str:
    """White that can be seen, where there is nothing else."""
    if words and not words.strip():
        return words.replace("\n", "¶").replace(" ", "␣").replace("　", "□")
    return words

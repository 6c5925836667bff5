"""What changed, told on the terminal: a line each, then what still stands, followed, and is not explained.

Comes in: changes. Goes out: lines in the reader's language.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportpdf.commands.compare_names import MOVES, NAMES, PDF_NAMES
from reportpdf.console import Console, visible

if TYPE_CHECKING:
    from reportpdf.check.finding import Spot
    from reportpdf.proof.changes import Change, Changes, Moved, NumberChange
    from reportpdf.proof.compare_pdf import PdfChanges, WordChange

_LONGEST = 48
"""Characters of old or new words on a line."""

_MOST = 40
"""Lines of the differences of two PDFs; --json and -o give all."""


def tell_changes(changes: Changes, file: str, console: Console) -> None:
    """Two rounds or reports."""
    for change in changes.changes:
        _tell_change(change, file, console)
    for moved in changes.moved:
        console.answer(_moved(moved, console))
    for page in changes.unexplained:
        spot = page.unexplained[0]
        console.answer(
            console.wording.phrase(
                "page {page}: pixels differ and nothing says why, e.g. at {x}, {y} mm",
                page=page.page, x=f"{spot.x_mm:.0f}", y=f"{spot.y_mm:.0f}",
            )
        )  # fmt: skip
    standing = sum(s.same_unit for c in changes.changes for n in c.numbers for s in n.old_stands)
    console.answer(
        console.wording.phrase(
            "changes: {changes}; old figures that still stand: {standing}; pages: {old} to {new}; "
            "pages with pixels that nothing explains: {unexplained}",
            changes=len(changes.changes), standing=standing, old=changes.old_pages, new=changes.new_pages,
            unexplained=len(changes.unexplained),
        )
    )  # fmt: skip


def _tell_change(change: Change, file: str, console: Console) -> None:
    wording = console.wording
    name = wording.phrase(NAMES[change.code])
    notes = [wording.phrase("white only")] if change.white else []
    notes += [] if change.prints else [wording.phrase("not to be seen on a page")]
    line = f"{_source(change, file)}: {name}"
    if notes:
        line += f" ({', '.join(notes)})"
    if words := _words(change, console):
        line += f": {words}"
    spots = change.new_spots or change.old_spots
    if spots:
        line += f" [{_place(spots, console)}]"
    console.answer(line)
    for number in change.numbers:
        _tell_standing(number, file, console)


def _source(change: Change, file: str) -> str:
    line = change.new_line or change.old_line
    where = f"{file}:{line}" if line else file
    return f"{where}: {change.path}" if change.path else where


def _words(change: Change, console: Console) -> str:
    if change.code.endswith("-moved"):
        if change.other:
            return console.wording.phrase("changed places with {other}", other=change.other)
        return console.wording.phrase("was {path}", path=change.old_path)
    if change.edits and change.old and change.new:
        return "; ".join(_arrow(edit.old, edit.new) for edit in change.edits)
    return _arrow(change.old, change.new)


def _arrow(old: str, new: str) -> str:
    if old and new:
        return f"{_cut(old)} → {_cut(new)}"
    return f"+ {_cut(new)}" if new else f"− {_cut(old)}" if old else ""


def _cut(words: str) -> str:
    flat = visible(words.replace("\n", "¶"))
    if not flat.strip():
        flat = flat.replace(" ", "␣").replace("　", "□")
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 12]}……{flat[-8:]}"


def _place(spots: Sequence[Spot], console: Console) -> str:
    first = spots[0]
    return console.wording.phrase(
        "page {page}, {x}, {y} mm", page=first.page, x=f"{first.x_mm:.0f}", y=f"{first.y_mm:.0f}"
    )


def _tell_standing(number: NumberChange, file: str, console: Console) -> None:
    for one in number.old_stands:
        if not one.same_unit:
            continue
        where = f"{file}:{one.line}: {one.path}" if one.line else f"{file}: {one.path}"
        console.answer(
            "  "
            + console.wording.phrase(
                "{old} still stands: {where}: {around}",
                old=number.old,
                where=where,
                around=visible(one.around),
            )
        )


def _moved(moved: Moved, console: Console) -> str:
    words = console.wording.phrase(MOVES[moved.code], old=moved.old, new=moved.new)
    if moved.code == "pages":
        return words
    what = moved.first if moved.count == 1 else f"{moved.first} … {moved.last}"
    return f"{what}: {words}"


def tell_pdf_changes(changes: PdfChanges, console: Console) -> None:
    """Two PDFs."""
    wording = console.wording
    for change in changes.words[:_MOST]:
        console.answer(_pdf_words(change, console))
    if len(changes.words) > _MOST:
        console.answer(wording.phrase("… and {n} more", n=len(changes.words) - _MOST))
    for move in changes.moves:
        console.answer(
            wording.phrase(
                "pages {old} to {old_last} are now {new} to {new_last}",
                old=move.old, old_last=move.old + move.count - 1, new=move.new,
                new_last=move.new + move.count - 1,
            )
        )  # fmt: skip
    for look in changes.looks:
        console.answer(
            wording.phrase(
                "page {page}: the words are the same, the picture differs in {n} places",
                page=look.page, n=len(look.spots),
            )
        )  # fmt: skip
    console.answer(
        wording.phrase(
            "changes of words: {words}; pages that only look otherwise: {looks}; pages: {old} to {new}",
            words=len(changes.words), looks=len(changes.looks), old=changes.old_pages, new=changes.new_pages,
        )
    )  # fmt: skip


def _pdf_words(change: WordChange, console: Console) -> str:
    spots = change.new_spots or change.old_spots
    where = f"{_place(spots, console)}: " if spots else ""
    name = console.wording.phrase(PDF_NAMES[change.code])
    words = _cut(change.new) if change.code == "moved" else _arrow(change.old, change.new)
    return f"{where}{name}: {words}"

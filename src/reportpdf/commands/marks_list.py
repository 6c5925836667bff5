"""``reportpdf marks list``: the marks, with what became of the text at each; on the terminal, as JSON, as a
PDF.

Comes in: the order, the desk. Goes out: a line for each mark, one JSON object, or the sheet (校红单).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.commands.answer import encode, problem_list
from reportpdf.commands.grammar import Order
from reportpdf.console import Console
from reportpdf.source.excerpt import brief
from reportpdf.writable import check_writable

if TYPE_CHECKING:
    from reportpdf.commands.marks import Desk
    from reportpdf.proof.event import Event
    from reportpdf.proof.redmarks import Mark
    from reportpdf.proof.redmarks_judge import MarkVerdict
    from reportpdf.proof.redmarks_report import MarksReport
    from reportpdf.proof.redmarks_rounds import ProofRound

STANDINGS = {"open": "open", "made": "made", "not-made": "not made", "declined": "declined"}
VERDICTS = {
    "as-asked": "the text was changed as asked",
    "otherwise": "the text was changed, but not as asked",
    "unchanged": "the text is unchanged",
    "gone": "its place is gone",
}
"""How a mark stands and what became of its text, in words. The English text is the msgid."""


def list_marks(order: Order, desk: Desk, console: Console) -> int:
    """List them.

    Raises: InputError: no register, no such round, a PDF that cannot be written.
    """
    from reportpdf.proof.redmarks import marks_of
    from reportpdf.proof.redmarks_rounds import chosen_round, names_of, rounds_made

    _see_outputs(order, desk)
    with desk.open() as register:
        events = register.events()
    rounds = rounds_made(events, desk.proofs)
    marks = marks_of(events)
    if "round" in order.values:
        number = chosen_round(rounds, order.values["round"]).number
        marks = tuple(mark for mark in marks if mark.round == number)
    if "open" in order.switches:
        marks = tuple(mark for mark in marks if mark.is_open)
    report = _report(events, rounds, desk)
    verdicts = {one.mark.number: one for one in report.verdicts} if report else {}
    told: list[Problem] = []
    if "output" in order.values:
        sheet = Path(order.values["output"])
        told += _write_sheet(sheet, marks, names_of(rounds), verdicts, _title(rounds, desk))
    if "drawn" in order.values:
        if not rounds:
            raise InputError(problem("marks-no-round"))
        _write_drawn(Path(order.values["drawn"]), marks, rounds, _title(rounds, desk))
    show(marks, names_of(rounds), told, order, console, verdicts)
    return 0


def show(
    marks: Sequence[Mark],
    names: Mapping[int, str],
    problems: Sequence[Problem],
    order: Order,
    console: Console,
    verdicts: Mapping[int, MarkVerdict] | None = None,
    known: int = 0,
) -> None:
    """Marks and what is told of them, for people or as JSON; ``known`` of an import were there already."""
    from reportpdf.proof.redmarks_report import mark_entry

    wording = console.wording
    verdicts = verdicts or {}
    number_open = sum(mark.is_open for mark in marks)
    if "json" in order.switches:
        listed = [mark_entry(mark, names, verdicts.get(mark.number)) for mark in marks]
        extra = {"known": known} if order.arguments[0] == "import" else {}
        listing = problem_list(problems, wording)
        console.answer_text(encode({"marks": listed, "open": number_open, **extra, "problems": listing}))
        return
    for mark in marks:
        console.answer("\n".join(_lines(mark, names, verdicts.get(mark.number), console)))
    if order.arguments[0] == "list":
        counted = wording.count(
            "{n} mark, open: {open}", "{n} marks, open: {open}", len(marks), open=number_open
        )
        console.answer(counted)
    if order.arguments[0] == "import":
        added = wording.count(
            "{n} mark added, {known} known", "{n} marks added, {known} known", len(marks), known=known
        )
        console.answer(added)
    console.problems(problems)


def _lines(mark: Mark, names: Mapping[int, str], verdict: MarkVerdict | None, console: Console) -> list[str]:
    """A mark: number, place, words there and what is asked; under it how it stands."""
    wording, place = console.wording, mark.place
    where = wording.phrase(
        "{number}  {round}, page {page}, {x}, {y} mm: {words}",
        number=mark.number,
        round=names.get(mark.round, str(mark.round)),
        page=place.page,
        x=f"{place.x:.0f}",
        y=f"{place.y:.0f}",
        words=brief(place.words) or "—",
    )
    asked = f"   {' '.join(mark.remark.text.split())} — {mark.by or wording.phrase('unsigned')}"
    if place.path:
        asked += f" [{place.path}{f', {place.line}' if place.line else ''}]"
    told = [wording.phrase(STANDINGS[mark.standing.value])]
    if mark.decisions:
        last = mark.decisions[-1]
        told += [part for part in (last.by, last.at[:10], last.reason) if part]
    lines = [where, asked, *(f"   ↳ {' '.join(one.split())}" for one in mark.remark.replies)]
    lines.append("   " + " · ".join(told))
    if verdict is not None:
        lines.append("   " + wording.phrase(VERDICTS[verdict.verdict.value]))
    return lines


def _report(events: Sequence[Event], rounds: Sequence[ProofRound], desk: Desk) -> MarksReport | None:
    """What the latest round says of the marks of earlier ones; None where only one was made."""
    from reportpdf.proof.redmarks_report import marks_report

    if len(rounds) < 2:
        return None
    by_number = {one.number: one for one in rounds}
    return marks_report(
        events, rounds[-1].number, desk.words(rounds[-1]),
        lambda number: desk.words(by_number[number]) if number in by_number else None,
    )  # fmt: skip


def _see_outputs(order: Order, desk: Desk) -> None:
    """See that the sheet and the drawn pages can be written, before anything is read.

    Raises: InputError
    """
    problems: list[Problem] = []
    for name in ("output", "drawn"):
        if name in order.values:
            path = Path(order.values[name])
            problems += check_writable(path, (desk.report,))
            if path.suffix.lower() != ".pdf":
                problems.append(problem("marks-list-form", given=path.name))
    if problems:
        raise InputError(*problems)


def _write_sheet(
    path: Path,
    marks: Sequence[Mark],
    names: Mapping[int, str],
    verdicts: Mapping[int, MarkVerdict],
    title: str,
) -> Sequence[Problem]:
    """Write the sheet; what is to be told of it.

    Raises: InputError if it cannot be written.
    """
    from reportpdf.commands.marks import now
    from reportpdf.forms import set_form
    from reportpdf.output import write_whole
    from reportpdf.proof.redmarks_sheet import marks_form

    form = set_form(marks_form(marks, names, verdicts, title, now()[:16].replace("T", " ")))
    write_whole(path, form.data)
    return form.problems


def _write_drawn(path: Path, marks: Sequence[Mark], rounds: Sequence[ProofRound], title: str) -> None:
    """Write the pages of the latest round that is listed, with its marks.

    Raises: InputError: the round's PDF is lost, or the pages cannot be written.
    """
    from reportpdf.output import write_whole
    from reportpdf.proof.redmarks_pages import marked_pages

    number = max((mark.round for mark in marks), default=rounds[-1].number)
    one = next(one for one in rounds if one.number == number)
    if not one.proof.is_file():
        raise InputError(problem("marks-round-lost", Place(str(one.folder)), round=one.name))
    own = [mark for mark in marks if mark.round == number]
    write_whole(path, marked_pages(one.proof.read_bytes(), own, title, one.name))


def _title(rounds: Sequence[ProofRound], desk: Desk) -> str:
    """What the report is called: its title, or its folder."""
    source = desk.words(rounds[-1]).sources.get("title") if rounds else None
    return " ".join(source.words.split()) if source else desk.report.resolve().parent.name

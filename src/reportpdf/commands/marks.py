"""``reportpdf marks``: marks that come back on a proof are taken down, listed and ticked.

Comes in: the order. Goes out: events in the register, lists for people and programs, a sheet to tick by hand.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.commands.grammar import Order
from reportpdf.console import Console

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportpdf.proof.redmarks_place import MarkPlace
    from reportpdf.proof.redmarks_rounds import ProofRound
    from reportpdf.proof.register import Register
    from reportpdf.proof.set_words import SetRound

_OPTIONS = {
    "add": frozenset(("page", "at", "source", "text", "by", "round")),
    "list": frozenset(("round", "open", "output", "drawn")),
    "tick": frozenset(("as", "reason", "by")),
    "import": frozenset(("round", "by")),
}
"""The options that say something to each action, beside those of every command."""

_EVERY = frozenset(("json", "lang", "help"))
_NUMBERS = re.compile(r"[\d,，、\-–~\s]*\d[\d,，、\-–~\s]*")


def run(order: Order, console: Console) -> int:
    """Do what the action says.

    Raises: ReportpdfError with all that is wrong.
    """
    from reportpdf.commands import marks_import, marks_list

    action = order.arguments[0]
    problems = _misplaced(order, action)
    numbers, pdfs, reports = _sorted(action, order.arguments[1:])
    problems += [problem("marks-extra", given=word) for word in (*pdfs[1:], *reports[1:])]
    if action == "tick":
        problems += _undecided(order, numbers)
    elif action == "import" and not pdfs:
        problems.append(problem("marks-file-missing"))
    if problems and action != "add":
        raise InputError(*problems)
    desk = Desk(reports[0] if reports else None)
    if action == "list":
        return marks_list.list_marks(order, desk, console)
    if action == "import":
        return marks_import.import_marks(order, desk, Path(pdfs[0]), console)
    return _tick(order, desk, numbers, console) if action == "tick" else _add(order, desk, problems, console)


class Desk:
    """The report whose marks are meant, and its rounds."""

    def __init__(self, word: str | None) -> None:
        """``word`` names the report's file, its folder, or the folder of its rounds; without one it is that
        of the current folder."""
        from reportpdf.commands.choices import report_file
        from reportpdf.commands.round_places import rounds_folder

        self.proofs = rounds_folder(word)
        named = report_file(word if word is not None else ".")
        self.report = named if named.is_file() else self.proofs.resolve().parent / "report.yaml"

    def open(self) -> Register:
        """The register of its rounds, put right where a run was killed.

        Raises: InputError where there is none.
        """
        from reportpdf.commands.round_places import system_name, time_now
        from reportpdf.proof.opening import put_right
        from reportpdf.proof.register import Register

        put_right(self.proofs, system_name(), time_now())
        return Register.open(self.proofs)

    def words(self, one: ProofRound) -> SetRound:
        """The words of a round.

        Raises: InputError where they are lost.
        """
        from reportpdf.proof.redmarks_rounds import words_of_round

        return words_of_round(one, self.report)


def now() -> str:
    """The time, as the register keeps it."""
    from reportpdf.commands.round_places import time_now

    return time_now().isoformat(timespec="seconds")


def _misplaced(order: Order, action: str) -> list[Problem]:
    """Options that another action takes."""
    given = (*order.values, *order.switches)
    return [
        problem("marks-option", option=f"--{name}", action=f"marks {action}")
        for name in given
        if name not in _OPTIONS[action] and name not in _EVERY
    ]


def _sorted(action: str, words: tuple[str, ...]) -> tuple[list[str], list[str], list[str]]:
    """Numbers of marks, PDFs, and reports among the words."""
    numbers, pdfs, reports = [], [], []
    for word in words:
        if action == "tick" and _NUMBERS.fullmatch(word):
            numbers.append(word)
        elif action == "import" and word.lower().endswith(".pdf"):
            pdfs.append(word)
        else:
            reports.append(word)
    return numbers, pdfs, reports


def _unsaid(order: Order) -> list[Problem]:
    """What a mark lacks."""
    from reportpdf.proof.redmarks_adding import text_problems

    values = order.values
    problems = text_problems(values.get("text", ""))
    on_page = [name for name in ("page", "at") if name in values]
    if on_page and "source" in values:
        problems.append(problem("marks-place-twice"))
    elif "source" not in values and len(on_page) < 2:
        problems.append(problem("marks-place-missing"))
    return problems


def _undecided(order: Order, numbers: list[str]) -> list[Problem]:
    """What a tick lacks."""
    problems: list[Problem] = []
    if not numbers:
        problems.append(problem("marks-numbers-missing"))
    if "as" not in order.values:
        problems.append(problem("marks-as-missing"))
    elif order.values["as"] == "declined" and not order.values.get("reason", "").strip():
        problems.append(problem("marks-reason-missing"))
    return problems


def who(order: Order) -> str:
    """Who marks or ticks: the name given, else that of who is logged in."""
    from reportpdf.commands.round_places import system_name

    return " ".join(order.values.get("by", "").split()) or system_name()


def _add(order: Order, desk: Desk, problems: list[Problem], console: Console) -> int:
    """Take one mark down.

    Raises: InputError with all that is wrong: words, name, round, page and point.
    """
    from reportpdf.commands.marks_list import show
    from reportpdf.proof.redmarks import Remark, add_mark, marks_of
    from reportpdf.proof.redmarks_adding import place_problems
    from reportpdf.proof.redmarks_rounds import names_of, rounds_made

    values = order.values
    problems += _unsaid(order)
    text = values.get("text", "").strip()
    try:
        register = desk.open()
    except InputError as error:
        raise InputError(*problems, *error.problems) from error
    with register:
        rounds = rounds_made(register.events(), desk.proofs)
        one, place = _placed(order, desk, rounds, text, problems)
        if problems or one is None or place is None:
            raise InputError(*problems)
        event = add_mark(register, one.number, Remark(place, text), by=who(order), at=now())
        events = tuple(one for one in register.events() if one.id <= event)
    show(marks_of(events)[-1:], names_of(rounds), place_problems(place, text), order, console)
    return 0


def _placed(
    order: Order, desk: Desk, rounds: Sequence[ProofRound], text: str, problems: list[Problem]
) -> tuple[ProofRound | None, MarkPlace | None]:
    """The round and the place in it; what is wrong with them joins ``problems``. Where there is no such
    round, page and point are held against the latest."""
    from reportpdf.proof.redmarks_adding import placed_at, placed_in_source
    from reportpdf.proof.redmarks_rounds import chosen_round

    values = order.values
    one = None
    try:
        one = chosen_round(rounds, values.get("round"))
    except InputError as error:
        problems += error.problems
    held = one or (rounds[-1] if rounds else None)
    if held is None:
        return None, None
    try:
        words = desk.words(held)
        if "source" in values:
            return one, placed_in_source(words, held.name, values["source"], text)
        if "page" in values and "at" in values:
            return one, placed_at(words, held.name, values["page"], values["at"], text)
    except InputError as error:
        problems += error.problems
    return one, None


def _tick(order: Order, desk: Desk, numbers: list[str], console: Console) -> int:
    """Take down what became of marks.

    Raises: InputError with the numbers that name no mark.
    """
    from reportpdf.commands.marks_list import show
    from reportpdf.proof.redmarks import Decision, Standing, decide, marks_of
    from reportpdf.proof.redmarks_adding import numbers_of
    from reportpdf.proof.redmarks_rounds import names_of, rounds_made

    values = order.values
    standing, reason = Standing(values["as"]), values.get("reason", "").strip()
    with desk.open() as register:
        events = register.events()
        marks = {mark.number: mark for mark in marks_of(events)}
        wanted = numbers_of(numbers, tuple(marks))
        for number in wanted:
            decide(register, marks[number], Decision(standing, reason, who(order), now()))
        ticked = [mark for mark in marks_of(register.events()) if mark.number in wanted]
    show(ticked, names_of(rounds_made(events, desk.proofs)), (), order, console)
    return 0

"""``reportpdf rounds``: the rounds of a report as the register has them.

Comes in: the order. Goes out: a line for each round, one JSON object, or every event in a file for the
archive.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError
from reportpdf.commands.answer import Json
from reportpdf.commands.grammar import Order
from reportpdf.commands.proof_answer import joined, round_facts, round_of
from reportpdf.commands.round_places import rounds_folder, system_name, time_now
from reportpdf.console import Console
from reportpdf.proof.event import minute
from reportpdf.wording import Wording

if TYPE_CHECKING:
    from reportpdf.proof.event import Event
    from reportpdf.proof.rounds import Round


def run(order: Order, console: Console) -> int:
    """List the rounds.

    Raises: InputError: there are none, the register is damaged or lost, or the file cannot be written.
    """
    from reportpdf.proof.export import export_lines
    from reportpdf.proof.lock import is_held
    from reportpdf.proof.opening import looked_at
    from reportpdf.proof.rounds import open_marks, rounds_of
    from reportpdf.proof.signing import restore_sheets
    from reportpdf.proof.verifying import unknown_rounds

    folder = rounds_folder(order.arguments[0] if order.arguments else None)
    with looked_at(folder, system_name(), time_now()) as register:
        events = register.events()
    rounds = rounds_of(events)
    lost = unknown_rounds(folder, rounds)
    if lost and is_held(folder):  # one that is being made is noted last
        lost = ()
    with suppress(InputError):  # where nothing can be written the list is told all the same
        restore_sheets(folder, rounds)
    marks = open_marks(events)
    target = order.values.get("export")
    if target is not None:
        _export(export_lines(events), target, folder, rounds, console)
    if "json" in order.switches and target != "-":
        from reportpdf.commands.answer import encode, problem_list

        told = {"problems": problem_list(lost, console.wording)}
        console.answer_text(encode({"folder": str(folder), **_answer(rounds, events), **told}))
    elif target is None:
        console.problems(lost)
        for line in _lines(rounds, marks, console.wording):
            console.answer(line)
    return int(bool(lost))


def _answer(rounds: tuple[Round, ...], events: tuple[Event, ...]) -> Json:
    """The rounds as programs read them."""
    from reportpdf.proof.rounds import open_marks

    marks = open_marks(events)
    return {
        "rounds": [
            {
                **round_of(one),
                "state": state_of(one, rounds, marks),
                "marks_open_now": open_marks(events, one.record.number),
            }
            for one in rounds
        ],
        "open_marks": marks,
        "events": len(events),
    }


def state_of(one: Round, rounds: tuple[Round, ...], marks: int) -> str:
    """How a round stands: frozen, signed, superseded by a later one, marks open, or out for reading."""
    if one.frozen:
        return "frozen"
    if one is not rounds[-1]:
        return "signed" if one.signatures else "superseded"
    if marks:
        return "marks-open"
    return "signed" if one.signatures else "open"


STATES = {
    "frozen": "signed for the press, frozen",
    "signed": "signed",
    "superseded": "followed by another round",
    "marks-open": "marks are open",
    "open": "not signed yet",
}
"""What is said of each state; the words are templates."""


def _lines(rounds: tuple[Round, ...], marks: int, wording: Wording) -> Iterator[str]:
    """Each round with what is known of it, its signatures under it."""
    for one in rounds:
        record = one.record
        state = wording.template(STATES[state_of(one, rounds, marks)])
        facts = joined((state, *round_facts(one, wording)), wording)
        at = minute(record.at)
        note = f"  {record.note}" if record.note else ""
        yield f"{record.number:02d} {record.name}  {at}  {record.by}  {facts}{note}"
        for signed in one.signatures:
            when = minute(signed.at)
            said = f"  {signed.note}" if signed.note else ""
            yield f"   {signed.role} {signed.by}  {signed.decision}  {when}{said}"
    if not rounds:
        yield wording.phrase("no round was made yet")


def _export(data: bytes, target: str, folder: Path, rounds: tuple[Round, ...], console: Console) -> None:
    """Every event, in a file or on the terminal.

    Raises: InputError if it cannot be written.
    """
    from reportpdf.output import Staging
    from reportpdf.proof.register import REGISTER_NAME

    if target == "-":
        console.answer_text(data.decode("utf-8"))
        return
    reports = (folder.absolute().parent / one.record.report for one in rounds)
    with Staging(inputs=(folder / REGISTER_NAME, *reports)) as staging:
        staging.add(Path(target), data)
    if console.err is not None:
        console.tell(console.wording.phrase("{path}: the whole register, an event a line", path=target))

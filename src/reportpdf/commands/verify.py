"""``reportpdf verify``: whether the files of a round are those that were made, and those that were signed.

Comes in: the order. Goes out: what is proved, each difference, what cannot be proved; exit code 1 where
there is a difference or no proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, Severity, problem
from reportpdf.commands.answer import Json, encode, problem_list
from reportpdf.commands.grammar import Order
from reportpdf.commands.proof_answer import round_of
from reportpdf.commands.round_places import rounds_folder
from reportpdf.console import Console
from reportpdf.proof.event import minute
from reportpdf.wording import Wording, severity_of

if TYPE_CHECKING:
    from reportpdf.proof.verifying import Verified


def run(order: Order, console: Console) -> int:
    """Verify one round, or all of a report.

    Raises: InputError: there is no round.
    """
    from reportpdf.proof.verifying import verify_round

    found = [verify_round(folder) for folder in _folders(order.arguments[0] if order.arguments else None)]
    if "json" in order.switches:
        answers = [_answer(one, console.wording) for one in found]
        problems = [told for one in found for told in problem_list(one.problems, console.wording)]
        console.answer_text(
            encode({"sound": not any(map(_failed, found)), "rounds": answers, "problems": problems})
        )
    else:
        for one in found:
            console.problems(one.problems)
            for line in _lines(one, console.wording):
                console.answer(line)
    return int(any(map(_failed, found)))


def _folders(word: str | None) -> list[Path]:
    """The folders of rounds that are meant: one that is named, or a file in it; else all of a report.

    Raises: InputError: there is none.
    """
    from reportpdf.proof.verifying import is_round, round_folders

    path = Path(word) if word is not None else Path()
    if is_round(path):
        return [path]
    if path.is_file() and is_round(path.parent):
        return [path.parent]
    if path.absolute().name in round_folders(path.absolute().parent):
        return [path]  # it has lost its manifest, or is gone
    folder = rounds_folder(word)
    names = round_folders(folder)
    if not names:
        raise InputError(problem("verify-no-round", Place(str(path))))
    return [folder / name for name in names]


def _failed(one: Verified) -> bool:
    return any(severity_of(told) is Severity.ERROR for told in one.problems)


def _answer(one: Verified, wording: Wording) -> Json:
    return {
        "folder": str(one.folder),
        "sound": not _failed(one),
        "files": one.files,
        "events": one.events,
        "round": None if one.round is None else round_of(one.round),
        "problems": problem_list(one.problems, wording),
    }


def _lines(one: Verified, wording: Wording) -> Iterator[str]:
    """What is proved of a round, and who signed it."""
    if _failed(one):
        yield wording.phrase("{folder}: NOT proved to be what was made and signed", folder=one.folder)
    else:
        yield wording.phrase(
            "{folder}: {n} files are those that were made; the register is sound ({events} events)",
            folder=one.folder,
            n=one.files,
            events=one.events,
        )
    if one.round is None:
        return
    for signed in one.round.signatures:
        yield "  " + wording.phrase(
            "signed: {role} {by}, {decision}, {at}",
            role=signed.role,
            by=signed.by,
            decision=signed.decision,
            at=minute(signed.at),
        )
    if not one.round.signatures:
        yield "  " + wording.phrase("nobody has signed it yet")

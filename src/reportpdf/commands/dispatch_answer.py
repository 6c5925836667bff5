"""What a dispatch tells: an account for people, or one JSON object for programs.

Comes in: what was foreseen or done. Goes out: lines or JSON. No password is in either.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportpdf.base.problem import Problem
from reportpdf.commands.answer import Json, encode, problem_list
from reportpdf.console import Console
from reportpdf.wording import Wording, size_words

if TYPE_CHECKING:
    from reportpdf.dispatch.asked import DispatchOrder, RunOutcome
    from reportpdf.dispatch.dry import Foreseen


def tell_dry(
    foreseen: Foreseen, order: DispatchOrder, problems: Sequence[Problem], console: Console, *, as_json: bool
) -> None:
    """Tell what would be made."""
    if as_json:
        answer: Json = {
            "dry": True,
            "folder": str(order.folder),
            "departments": foreseen.departments,
            "copies": sum(tally.copies for _, tally in foreseen.editions),
            "bytes": sum(tally.size for _, tally in foreseen.editions),
            "editions": {name: tally.copies for name, tally in foreseen.editions},
            "locked": foreseen.locked,
            "letters": foreseen.letters,
            "made": foreseen.there,
            "replaced": foreseen.replaced,
            "bad_rows": bad_rows(order, foreseen.bad),
            "sample": str(foreseen.sample),
            "problems": problem_list(problems, console.wording),
        }
        console.answer_text(encode(answer))
        return
    console.problems(problems)
    for line in _dry_lines(foreseen, order, console.wording):
        console.answer(line)


def _dry_lines(foreseen: Foreseen, order: DispatchOrder, wording: Wording) -> list[str]:
    copies = sum(tally.copies for _, tally in foreseen.editions)
    size = sum(tally.size for _, tally in foreseen.editions)
    departments = wording.count("{n} department", "{n} departments", foreseen.departments)
    lines = [
        wording.count(
            "{departments}, {n} copy, about {size}, into {folder}",
            "{departments}, {n} copies, about {size}, into {folder}",
            copies,
            departments=departments,
            size=size_words(size),
            folder=order.folder,
        )
    ]
    lines += [
        "  " + wording.count("{edition}: {n} copy, {size}", "{edition}: {n} copies, {size}", tally.copies,
                     edition=edition_word(name, wording), size=size_words(tally.size))
        for name, tally in foreseen.editions
    ]  # fmt: skip
    lines += [f"  {line}" for line in _besides(foreseen, wording)]
    if bad := bad_rows(order, foreseen.bad):
        lines.append(_left_out(bad, wording))
    lines.append(wording.phrase("a sample copy, not in the ledger: {path}", path=foreseen.sample))
    if foreseen.begun:
        lines.append(wording.phrase("nothing else was made or sent; to do it, add --resume"))
    else:
        lines.append(wording.phrase("nothing else was made; to do it, add --go"))
    return lines


def _besides(foreseen: Foreseen, wording: Wording) -> list[str]:
    """What is worth knowing of the copies; nothing is said of none."""
    letters = foreseen.letters
    said = (
        (
            foreseen.locked,
            wording.count("{n} opens with a password only", "{n} open with a password only", foreseen.locked),
        ),
        (
            letters,
            wording.count("{n} letter would go", "{n} letters would go", letters)
            if foreseen.posted
            else wording.count(
                "{n} department has an e-mail address", "{n} departments have an e-mail address", letters
            ),
        ),
        (foreseen.there, wording.count("{n} is made already", "{n} are made already", foreseen.there)),
        (foreseen.replaced, wording.count("{n} is made anew", "{n} are made anew", foreseen.replaced)),
    )
    return [line for number, line in said if number]


def tell_done(
    outcome: RunOutcome, order: DispatchOrder, problems: Sequence[Problem], console: Console, *, as_json: bool
) -> None:
    """Tell what was made."""
    if as_json:
        answer: Json = {
            "dry": False,
            "folder": str(order.folder),
            "copies": outcome.made.copies,
            "bytes": outcome.made.size,
            "sent": outcome.sent,
            "there": outcome.there,
            "planned": outcome.planned,
            "bad_rows": bad_rows(order, outcome.bad),
            "files": [str(path) for path in outcome.files],
            "problems": problem_list(problems, console.wording),
        }
        console.answer_text(encode(answer))
        return
    console.problems(problems)
    for line in _done_lines(outcome, order, console.wording):
        console.answer(line)


def _done_lines(outcome: RunOutcome, order: DispatchOrder, wording: Wording) -> list[str]:
    lines = [
        wording.count(
            "{folder}: {n} copy made, {size}; {there} of {planned} are there",
            "{folder}: {n} copies made, {size}; {there} of {planned} are there",
            outcome.made.copies,
            folder=order.folder,
            size=size_words(outcome.made.size),
            there=f"{outcome.there:,}",
            planned=f"{outcome.planned:,}",
        )
    ]
    if outcome.sent:
        lines.append("  " + wording.count("{n} letter went", "{n} letters went", outcome.sent))
    lines += [f"  {path}" for path in outcome.files[:_SHOWN]]
    if (more := len(outcome.files) - _SHOWN) > 0:
        lines.append("  " + wording.count("and {n} more file", "and {n} more files", more))
    if bad := bad_rows(order, outcome.bad):
        lines.append(_left_out(bad, wording))
    return lines


def _left_out(bad: Sequence[int], wording: Wording) -> str:
    return wording.count(
        "{n} row is left out: {rows}", "{n} rows are left out: {rows}", len(bad), rows=ranges(bad)
    )


_SHOWN = 8


def bad_rows(order: DispatchOrder, unset: tuple[int, ...]) -> list[int]:
    """The rows of the list that are not done because of what stands in them; ``unset``: names that cannot be
    set."""
    return sorted((*order.roster.bad, *order.plan.bad, *unset))


def ranges(numbers: Sequence[int]) -> str:
    """Numbers as people list them: ``3, 5-8``."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1] = [parts[-1][0], number]
        else:
            parts.append([number])
    return ", ".join("-".join(map(str, part)) for part in parts)


def edition_word(name: str, wording: Wording) -> str:
    """An edition's name for people."""
    if name == "screen":
        return wording.phrase("screen edition")
    return wording.phrase("press edition") if name == "press" else wording.phrase("archive edition")

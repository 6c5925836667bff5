"""The plan held against the ledger: what is new, what stays, what is done again, what no longer agrees.

Comes in: the copies planned of the list as it is now, the copies in the ledger, what is to be redone. Goes
out: :class:`Step`. Nothing is changed here. A copy that is in the ledger keeps its number and its code,
whatever happens to the list; a row that would change them is told, and is only done again when that is asked
for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reportpdf.base.problem import Place, Problem, problem
from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.dispatch.plan import Planned
from reportpdf.dispatch.recipients import Recipient
from reportpdf.dispatch.selection import Selection


@dataclass(frozen=True, slots=True)
class Step:
    """What a run is to do with the ledger before it makes a copy."""

    new: tuple[Planned, ...]
    """Copies that get a code and a place in the ledger."""

    replaced: tuple[int, ...]
    """Ids of copies whose number one of ``new`` takes."""

    described: tuple[LedgerRow, ...]
    """Rows whose contact, address or note is another in the list now; the copy is not touched."""

    keys: frozenset[str]
    """Departments that this run makes and sends."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """How the ledger is to be met."""

    resume: bool = False
    redo: Selection | None = None


def reconcile(
    planned: Iterable[Planned], rows: Iterable[LedgerRow], asked: Asked, faults: Mapping[str, str], shown: str
) -> Step:
    """What is to be done. ``faults`` are codes of what is wrong with departments' passwords."""
    by_key, there = _grouped(planned, rows)
    takes = asked.redo.takes if asked.redo is not None else lambda _: False
    only_redone = asked.redo is not None and not asked.resume
    new: list[Planned] = []
    replaced: list[int] = []
    described: list[LedgerRow] = []
    keys: set[str] = set()
    problems: list[Problem] = []
    for key, copies in by_key.items():
        own = there.get(key, [])
        if only_redone and not takes(key):
            continue
        fault = _fault(copies, own, asked, faults.get(key, ""))
        numbers = asked.redo.numbers(key) if asked.redo is not None else None
        if takes(key) and own and (numbers is None or fault is None):
            again, old = _again(copies, own, numbers)
            new += again
            replaced += old
            keys.add(key)
        elif not own and only_redone:
            who = copies[0].recipient
            problems.append(problem("row-not-there", who.place, name=who.department))
        elif not own:
            new += copies
            keys.add(key)
        elif fault is not None:
            problems.append(fault)
        else:
            described += _described(copies[0].recipient, own)
            keys.add(key)
    if asked.resume:
        problems += [_gone(shown, own) for key, own in there.items() if key not in by_key]
    return Step(tuple(new), tuple(replaced), tuple(described), frozenset(keys), tuple(problems))


def _grouped(
    planned: Iterable[Planned], rows: Iterable[LedgerRow]
) -> tuple[dict[str, list[Planned]], dict[str, list[LedgerRow]]]:
    """What is planned and what is there, by department."""
    by_key: dict[str, list[Planned]] = defaultdict(list)
    there: dict[str, list[LedgerRow]] = defaultdict(list)
    for copy in planned:
        by_key[copy.recipient.key].append(copy)
    for row in rows:
        there[row.key].append(row)
    return by_key, there


def signature(copy: Planned) -> tuple[object, ...]:
    """What makes a copy the copy it is; the ledger's row of it says the same."""
    who = copy.recipient
    return (
        copy.edition,
        copy.number,
        who.copies,
        copy.path,
        who.department,
        who.language,
        watermark_of(who),
        is_locked(copy),
    )


def watermark_of(recipient: Recipient) -> str:
    """The words over the pages; empty: none."""
    return recipient.department if recipient.watermark else ""


def is_locked(copy: Planned) -> bool:
    """Whether the copy opens with a password only."""
    from reportpdf.dispatch.cell_rules import LOCKABLE

    return bool(copy.recipient.password) and copy.edition in LOCKABLE


def _signature(row: LedgerRow) -> tuple[object, ...]:
    return (
        row.edition,
        row.number,
        row.total,
        row.path,
        row.department,
        row.language,
        row.watermark,
        row.locked,
    )


def _fault(copies: list[Planned], own: list[LedgerRow], asked: Asked, password_fault: str) -> Problem | None:
    """Why a department that is in the ledger is not simply gone on with; None if it is."""
    recipient = copies[0].recipient
    if not asked.resume and asked.redo is None:
        return problem("row-there", recipient.place, name=recipient.department)
    changed = {signature(copy) for copy in copies} != {_signature(row) for row in own}
    if code := "row-changed" if changed else password_fault:
        return problem(code, recipient.place, name=recipient.department, row=recipient.row)
    return None


def _again(
    copies: list[Planned], own: list[LedgerRow], numbers: frozenset[int] | None
) -> tuple[list[Planned], list[int]]:
    """The copies to make once more, and those whose numbers they take."""
    again = [copy for copy in copies if numbers is None or copy.number in numbers]
    old = [row.id for row in own if numbers is None or row.number in numbers]
    return again, old


def _described(recipient: Recipient, own: list[LedgerRow]) -> Iterable[LedgerRow]:
    for row in own:
        now = replace(
            row,
            row=recipient.row,
            contact=recipient.contact,
            address=recipient.address,
            email=recipient.email,
            note=recipient.note,
        )
        if now != row:
            yield now


def _gone(shown: str, own: list[LedgerRow]) -> Problem:
    """What is told of a department that the ledger has and the list has not."""
    return problem("row-gone", Place(shown), name=own[0].department, count=len(own))

"""A roster becomes the copies to be made: whose, which, how many, and under which names.

Comes in: the roster, a pattern of names. Goes out: a :class:`Planned` for every copy, and rows whose files
would clash or have names that no drive takes. Nothing is written. A copy has no code here; the ledger gives
it one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportpdf.base.problem import Problem, problem
from reportpdf.dispatch.file_names import MOST_NAME, clash_key, file_name, safe_part
from reportpdf.dispatch.recipients import Recipient, Roster
from reportpdf.source.excerpt import brief

COPIES_FOLDER = "copies"
"""Where copies lie in a dispatch's folder: beside the ledger and the lists, so that no name meets theirs."""

MOST_COPIES = 200_000
"""Of one dispatch."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A copy to be made, and the file it is to be: ``path`` is from the dispatch's folder."""

    recipient: Recipient
    edition: str
    number: int
    path: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All copies of the rows that can be done, and what is wrong with the others."""

    copies: tuple[Planned, ...]
    problems: tuple[Problem, ...]
    bad: tuple[int, ...]


def plan_copies(roster: Roster, pattern: str) -> Plan:
    """The copies of a roster. The first of two rows that clash keeps the name."""
    copies: list[Planned] = []
    problems: list[Problem] = []
    bad: list[int] = []
    taken: dict[str, Recipient] = {}
    folders: dict[str, Recipient] = {}
    for recipient in roster.recipients:
        own = tuple(_copies(recipient, pattern))
        fault = _fault(own, taken, folders)
        if fault is None and len(copies) + len(own) > MOST_COPIES:
            fault = problem("dispatch-many", recipient.place, limit=MOST_COPIES)
        if fault is not None:
            problems.append(fault)
            bad.append(recipient.row)
            continue
        if safe_part(recipient.department) != recipient.department:
            name = own[0].path.rpartition("/")[2]
            problems.append(problem("name-changed", recipient.place, given=recipient.department, name=name))
        taken.update((clash_key(copy.path), recipient) for copy in own)
        folders.update((key, recipient) for key in _folders(own[0].path))
        copies += own
    return Plan(tuple(copies), tuple(problems), tuple(bad))


def _copies(recipient: Recipient, pattern: str) -> Iterator[Planned]:
    """A department's copies. Of several editions all but the screen's say in their names which they are."""
    folder = "/".join(part for part in (COPIES_FOLDER, recipient.folder) if part)
    several = len(recipient.editions) > 1 and "{edition}" not in pattern
    for edition in recipient.editions:
        suffix = f"-{edition}.pdf" if several and edition != "screen" else ".pdf"
        for number in range(1, recipient.copies + 1):
            values: dict[str, object] = {
                "department": recipient.department,
                "n": number,
                "total": recipient.copies,
                "edition": edition,
                "row": recipient.row,
                "contact": recipient.contact,
            }
            yield Planned(recipient, edition, number, f"{folder}/{file_name(pattern, values, suffix)}")


def _folders(path: str) -> Iterator[str]:
    """The folders that a file lies in, as they are compared."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield clash_key(path)


def _fault(
    own: tuple[Planned, ...], taken: dict[str, Recipient], folders: dict[str, Recipient]
) -> Problem | None:
    """Why these files cannot lie where they are to; None if they can."""
    keys: dict[str, Planned] = {}
    for folder in _folders(own[0].path):
        if folder in taken:
            other = taken[folder]
            args = {"name": own[0].recipient.folder, "other": other.department, "row": other.row}
            return problem("name-clash", own[0].recipient.place, **args)
    for copy in own:
        name, key, place = copy.path.rpartition("/")[2], clash_key(copy.path), copy.recipient.place
        if len(name.encode()) > MOST_NAME:
            return problem("name-long", place, name=brief(name), bytes=len(name.encode()), limit=MOST_NAME)
        if (there := taken.get(key) or folders.get(key)) is not None:
            return problem("name-clash", place, name=name, other=there.department, row=there.row)
        if key in keys:
            return problem("name-clash-own", place, name=name)
        keys[key] = copy
    return None

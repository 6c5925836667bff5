"""Rows of a list become recipients, or every reason why they cannot.

Comes in: :class:`Listed`. Goes out: :class:`Roster`: the recipients of the rows that are good, in their
order, and what is wrong with the others. A row is good or bad as a whole, and spoils no other.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from reportpdf.base.messages import MESSAGES
from reportpdf.base.problem import Place, Problem, Severity
from reportpdf.dispatch.cell_rules import (
    Noted,
    read_copies,
    read_editions,
    read_email,
    read_folder,
    read_language,
    read_password,
    read_switch,
    read_words,
)
from reportpdf.dispatch.listed import Cell, Listed, ListedRow
from reportpdf.dispatch.passwords import rule_length
from reportpdf.source.excerpt import brief


@dataclass(frozen=True, slots=True)
class Recipient:
    """A department, and what it gets."""

    row: int
    """Its number in the list: the row of a sheet, the line of a CSV file, the entry of a YAML file."""

    place: Place
    key: str
    """The name as it is compared with others."""

    department: str
    copies: int = 1
    editions: tuple[str, ...] = ("screen",)
    folder: str = ""
    address: str = ""
    contact: str = ""
    email: str = ""
    password: str = ""
    """What opens the screen copies, or a rule to make it; empty: nothing does."""

    language: str = "zh"
    watermark: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """A list as far as it is good. ``bad`` are the numbers of rows that are not."""

    shown: str
    recipients: tuple[Recipient, ...]
    problems: tuple[Problem, ...]
    bad: tuple[int, ...]


def department_key(name: str) -> str:
    """A name as it is compared: width, case and spaces evened out. Source: Unicode UAX #15 (NFKC)."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def read_roster(listed: Listed) -> Roster:
    """The recipients, and all that is wrong."""
    problems = list(listed.problems)
    recipients: list[Recipient] = []
    bad: list[int] = []
    seen: dict[str, Recipient] = {}
    passwords: dict[str, Recipient] = {}
    with_passwords = any("password" in row.cells for row in listed.rows)
    for row in listed.rows:
        noted = Noted(list(row.problems))
        recipient = _recipient(row, noted)
        if recipient is not None:
            _compare(row, recipient, seen, passwords, noted)
        problems += _without_passwords(row, noted.problems, with_passwords)
        if recipient is None or any(is_error(one) for one in noted.problems):
            bad.append(row.number)
            continue
        recipients.append(recipient)
        seen[recipient.key] = recipient
        if recipient.password:
            passwords.setdefault(recipient.password, recipient)
    return Roster(listed.shown, tuple(recipients), tuple(problems), tuple(bad))


def is_error(found: Problem) -> bool:
    """Whether a problem keeps its row from being done."""
    return MESSAGES[found.code].severity is Severity.ERROR


def _without_passwords(row: ListedRow, problems: list[Problem], with_passwords: bool) -> list[Problem]:
    """The problems, no password in the source lines they quote: what is told ends up in logs."""
    cell = row.cells.get("password")
    if cell is not None and not is_rule(cell.words):
        return [replace(one, excerpt=_masked(one.excerpt, cell.words.strip())) for one in problems]
    if row.problems and with_passwords:  # a row that cannot be parted: nobody knows which part it is
        return [replace(one, excerpt="") for one in problems]
    return problems


def _masked(excerpt: str, password: str) -> str:
    """A source line with the password blotted out; empty where it cannot be seen whole."""
    for written in (password, password.replace('"', '""')):
        if written in excerpt:
            return excerpt.replace(written, "•" * len(written))
    return ""


def _recipient(row: ListedRow, noted: Noted) -> Recipient | None:
    """The recipient of a row; None, with the reason noted, if it has no name."""
    cells = row.cells
    if row.problems and not cells:
        return None
    name = read_words(cells.get("department"), noted, most=60, spaces=False)
    if not name:
        if "department" not in cells:
            noted.add(Cell("", row.place), "list-no-name")
        name = ""
    editions = read_editions(cells.get("editions"), noted)
    recipient = Recipient(
        row=row.number,
        place=cells["department"].place if "department" in cells else row.place,
        key=department_key(name),
        department=name,
        copies=read_copies(cells.get("copies"), noted),
        editions=editions,
        folder=read_folder(cells.get("folder"), noted),
        address=read_words(cells.get("address"), noted, most=300, lines=True),
        contact=read_words(cells.get("contact"), noted, most=60),
        email=read_email(cells.get("email"), noted),
        password=read_password(cells.get("password"), editions, noted),
        language=read_language(cells.get("language"), noted),
        watermark=read_switch(cells.get("watermark"), noted),
        note=read_words(cells.get("note"), noted, most=500, lines=True),
    )
    return recipient if name else None


def _compare(
    row: ListedRow,
    recipient: Recipient,
    seen: dict[str, Recipient],
    passwords: dict[str, Recipient],
    noted: Noted,
) -> None:
    """What is wrong beside the rows before it: the same department, the same password."""
    if (first := seen.get(recipient.key)) is not None:
        noted.add(row.cells["department"], "list-twice", name=brief(recipient.department), row=first.row)
    shared = passwords.get(recipient.password) if not is_rule(recipient.password) else None
    if shared is not None:
        noted.add(row.cells["password"], "list-password-same", row=shared.row)


def is_rule(password: str) -> bool:
    """Whether a password is to be made rather than given."""
    return rule_length(password) > 0

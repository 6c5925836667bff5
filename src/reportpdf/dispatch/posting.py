"""Finished copies sent to their departments: a letter for each, all its copies with it.

Comes in: the ledger, the mail settings. Goes out: letters, and in the ledger what became of each. That a
letter is about to go is written down before it goes: one of which nobody knows whether it went is never sent
again by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reportpdf.base.problem import Place, Problem, problem
from reportpdf.dispatch.ledger import Ledger
from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.dispatch.letters import (
    UNWRITTEN,
    Attachment,
    Failed,
    Fate,
    Letter,
    Mailer,
    Refused,
    Sent,
    letter_reference,
    post_all,
)
from reportpdf.dispatch.lists import EDITION_NAMES, ListLine, chinese_date
from reportpdf.dispatch.mail_words import to_self, words_of
from reportpdf.model.mail import Mail
from reportpdf.painting import Progress

_NAMED = 5
"""Departments without an address that are named."""


@dataclass(frozen=True, slots=True)
class Post:
    """What letters are sent with."""

    mail: Mail
    mailer: Mailer
    to_self: bool = False
    """Every letter goes to the sender; nothing counts as sent."""

    repeatable: bool = False
    """A letter may go twice without harm: it is a file in an outbox."""


@dataclass(frozen=True, slots=True)
class Posted:
    """How many letters went, and why others did not."""

    sent: int
    problems: tuple[Problem, ...]


def post_copies(
    ledger: Ledger,
    folder: Path,
    places: Mapping[str, Place],
    post: Post,
    now: Callable[[], str],
    say: Callable[[Problem], str],
    progress: Progress,
) -> Posted:
    """Send each department of ``places`` its copies, if it has an address, all are made and none was sent.
    Where it stands in the list is what its problems name."""
    facts = ledger.facts() | {"today": now()}
    due, problems = due_letters(ledger.rows(), places, post)
    made = [own for own in due if all(row.made for row in own)]
    letters = [(_letter(own, folder, facts, post), tuple(row.id for row in own)) for own in made]
    found = {letter.key: places[own[0].key] for own, (letter, _) in zip(made, letters, strict=True)}
    journal = _Journal(ledger, {letter.key: ids for letter, ids in letters}, now, say, post.repeatable)
    sent = 0
    with post.mailer as mailer:
        fates = post_all((letter for letter, _ in letters), mailer, UNWRITTEN if post.to_self else journal)
        for number, (letter, fate) in enumerate(fates, 1):
            progress("post", number, len(letters))
            sent += isinstance(fate, Sent)
            if not isinstance(fate, Sent):
                whole = isinstance(fate, Failed) and fate.stops
                problems.append(fate.problem if whole else replace(fate.problem, place=found[letter.key]))
    return Posted(sent, tuple(problems))


def due_letters(
    rows: Iterable[LedgerRow], places: Mapping[str, Place], post: Post
) -> tuple[list[list[LedgerRow]], list[Problem]]:
    """The copies of each department of ``places`` that a letter is due to, whether made or not; and why
    others get none: nobody knows whether they had it, or they have no address."""
    found: dict[str, list[LedgerRow]] = {}
    for row in rows:
        if row.key in places:
            found.setdefault(row.key, []).append(row)
    due: list[list[LedgerRow]] = []
    problems: list[Problem] = []
    for own in found.values():
        first = own[0]
        if not first.email or (all(row.sent or row.acknowledged for row in own) and not post.to_self):
            continue
        if any(row.posting and not row.sent for row in own) and not post.repeatable and not post.to_self:
            args = {"name": first.department, "row": first.row}
            problems.append(problem("letter-doubtful", places[first.key], **args))
        else:
            due.append(own)
    if bare := [own[0] for own in found.values() if not own[0].email]:
        names = "、".join(row.department for row in bare[:_NAMED]) + ("……" if len(bare) > _NAMED else "")
        problems.append(problem("letters-no-address", Place(places[bare[0].key].file), names=names))
    return due, problems


def _letter(own: list[LedgerRow], folder: Path, facts: dict[str, str], post: Post) -> Letter:
    """One department's letter."""
    first = own[0]
    editions = list(dict.fromkeys(row.edition for row in own))
    numbers = tuple(row.number for row in own if row.edition == editions[0])
    values = {
        "department": first.department,
        "contact": first.contact,
        "title": facts.get("title", ""),
        "edition": "、".join(EDITION_NAMES[edition] for edition in editions),
        "n": ListLine(first, numbers, ()).range.rpartition("/")[0],
        "total": str(first.total),
        "copies": str(len(own)),
        "date": chinese_date(facts["today"]),
        "sender": post.mail.sender_name.value if post.mail.sender_name else "",
    }
    subject, body = words_of(post.mail, values, locked=any(row.locked for row in own))
    secret = bytes.fromhex(facts["secret"])
    letter = Letter(
        key=f"{first.row}-{first.department}",
        to=first.email,
        to_name=first.contact or first.department,
        subject=subject,
        body=body,
        attachments=tuple(Attachment(folder / row.path, row.path.rpartition("/")[2]) for row in own),
        reference=letter_reference(secret, ",".join(row.code for row in own)),
    )
    return to_self(letter, post.mail) if post.to_self else letter


class _Journal:
    """What becomes of letters, written into the ledger as it happens."""

    def __init__(
        self,
        ledger: Ledger,
        ids: dict[str, tuple[int, ...]],
        now: Callable[[], str],
        say: Callable[[Problem], str],
        shown: bool,
    ) -> None:
        self._ledger, self._ids, self._now, self._say = ledger, ids, now, say
        self._shown = shown

    def sending(self, letter: Letter) -> None:
        """It is about to go."""
        with self._ledger.transaction():
            self._ledger.posting(self._ids[letter.key], self._now())

    def fate(self, letter: Letter, fate: Fate) -> None:
        """It went, or not, or nobody knows."""
        ids = self._ids[letter.key]
        with self._ledger.transaction():
            if isinstance(fate, Sent):
                self._ledger.sent(
                    ids, self._now(), f"{letter.to} ({fate.answer})" if self._shown else letter.to
                )
                return
            if isinstance(fate, Refused) or (isinstance(fate, Failed) and not fate.doubtful):
                self._ledger.posting(ids, "")
            self._ledger.failed(ids, self._say(fate.problem))

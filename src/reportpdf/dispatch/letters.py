"""A letter with its attachments, and what became of it.

Comes in: nothing. Goes out: the records between those who have letters and those who send them. A letter has
one recipient, always: nobody sees another's address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reportpdf.base.problem import Problem


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter, and the name that the recipient sees."""

    path: Path
    name: str
    kind: str = "application/pdf"
    """Its type. Source: RFC 2046."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one recipient is sent; ``key`` is the sender's own name for it (a row of the ledger)."""

    key: str
    to: str
    to_name: str
    subject: str
    body: str
    attachments: tuple[Attachment, ...]
    reference: str
    """Its Message-ID before the @: opaque, the same each time it is sent (see ``letter_reference``)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The server has taken the letter, or it lies in the outbox; ``answer`` is what the server said."""

    answer: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """The letter will not go like this: the server's 5xx, an address, a size. The others may."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Failed:
    """The letter did not go, or nobody knows; a later run may send it."""

    problem: Problem
    doubtful: bool = False
    """The server may have taken it: the connection ended after all was sent and before the answer."""

    stops: bool = False
    """No other letter would go either: no server, no login."""


Fate = Sent | Refused | Failed


class Journal(Protocol):
    """Where it is written down, for good, what is being sent and what became of it: the ledger."""

    def sending(self, letter: Letter) -> None:
        """The letter is about to go. Whoever finds this and no fate after it cannot know: in doubt."""
        ...

    def fate(self, letter: Letter, fate: Fate) -> None:
        """What became of it, or of a try that is not the last; on disk before this returns."""
        ...


class Unwritten:
    """The journal of letters of which nothing is written down."""

    def sending(self, letter: Letter) -> None:
        """Nothing."""

    def fate(self, letter: Letter, fate: Fate) -> None:
        """Nothing."""


UNWRITTEN = Unwritten()


class Mailer(Protocol):
    """Sends letters, one after the other; a context manager that keeps the connection."""

    def send(self, letter: Letter, journal: Journal = UNWRITTEN) -> Fate:
        """Send one letter. ``journal`` is told right before its words go, not while it waits for its turn or
        for the server: who is stopped while waiting leaves no letter in doubt."""
        ...

    def __enter__(self) -> Mailer: ...

    def __exit__(self, *raised: object) -> None: ...


def post_all(letters: Iterable[Letter], mailer: Mailer, journal: Journal) -> Iterator[tuple[Letter, Fate]]:
    """Send letters, each written down before and after; the first that stops the rest is the last."""
    for letter in letters:
        fate = mailer.send(letter, journal)
        journal.fate(letter, fate)
        yield letter, fate
        if isinstance(fate, Failed) and fate.stops:
            return


def letter_reference(secret: bytes, key: str) -> str:
    """An opaque name for a letter, the same whenever it is asked for.

    Keyed (HMAC-SHA-256), so that a Message-ID in a server's log tells nothing about the copy's code even to
    somebody who has the code: without the ledger's ``secret`` the two cannot be matched.
    """
    import hmac

    return hmac.digest(secret, b"reportpdf letter\0" + key.encode(), "sha256").hex()[:32]

"""Letters sent by a mail server, or laid into an outbox as files.

Comes in: letters, one after the other. Goes out: what became of each. A letter is tried again while the
server says later or hangs up, a bounded number of times with growing pauses; never when it may have been
taken. Clock and sleep are handed in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.dispatch.letters import UNWRITTEN, Failed, Fate, Journal, Letter, Mailer, Refused, Sent
from reportpdf.dispatch.mail_login import Credentials, find_credentials
from reportpdf.dispatch.mail_message import check_letter, compose, too_large, weight
from reportpdf.dispatch.mail_smtp import Answer, Connection, Meaning
from reportpdf.model.address import needs_utf8
from reportpdf.model.mail import Mail

_FIRST_PAUSE = 5.0
_LONGER = 4
"""Seconds before a letter is tried again, and how many times as long each further pause is."""

_NAME = 40
"""Characters of a recipient's name in a file's name."""

Now = Callable[[], datetime]
Sleep = Callable[[float], None]


class SmtpMailer:
    """Sends letters over one connection, no faster than the settings allow; a context manager.

    ``clock`` counts seconds (monotonic), ``now`` tells the date that letters bear. ``folder`` is that of the
    settings.
    """

    def __init__(
        self,
        mail: Mail,
        credentials: Credentials | None,
        folder: Path,
        *,
        now: Now,
        clock: Callable[[], float],
        sleep: Sleep,
    ) -> None:
        self._mail = mail
        self._now, self._clock, self._sleep = now, clock, sleep
        self._connection = Connection(mail, credentials, folder)
        self._next = 0.0

    def __enter__(self) -> SmtpMailer:
        return self

    def __exit__(self, *raised: object) -> None:
        self._connection.close(politely=raised[0] is None)

    def send(self, letter: Letter, journal: Journal = UNWRITTEN) -> Fate:
        """Send one letter, and wait as long as that takes."""
        if (found := check_letter(letter) or self._too_large(weight(letter))) is not None:
            return Refused(found)
        pause = _FIRST_PAUSE
        for attempt in range(1, self._mail.attempts + 1):
            self._wait_for_turn()
            opened = self._connection.open()
            answer = opened or self._transact(letter, journal)
            if answer.meaning is not Meaning.LATER:
                break
            if attempt < self._mail.attempts:
                journal.fate(letter, _fate(answer, stops=False))
                self._sleep(pause)
                pause *= _LONGER
        return _fate(answer, stops=opened is not None)

    def _transact(self, letter: Letter, journal: Journal) -> Answer:
        """The letter over a connection that is open, if the server can take such a one."""
        for address in (letter.to, self._mail.sender.value):
            if needs_utf8(address) and not self._connection.speaks_utf8():
                return Answer(Meaning.NEVER, problem("mail-utf8", given=address))
        try:
            message = compose(letter, self._mail, self._now())
        except OSError as error:  # a file that was there a moment ago
            return Answer(Meaning.NEVER, problem("mail-file-gone", file=error.filename))
        if (found := self._too_large(len(message))) is not None:
            return Answer(Meaning.NEVER, found)
        return self._connection.send(letter.to, message, lambda: journal.sending(letter))

    def _too_large(self, size: int) -> Problem | None:
        """Why a message of this size does not go: the settings' limit, or the server's."""
        ours, theirs = self._mail.most, self._connection.limit
        if 0 < theirs < ours:
            return too_large(size, theirs, "mail-too-large-there")
        return too_large(size, ours)

    def _wait_for_turn(self) -> None:
        """Not before the pace allows the next letter."""
        wait = self._next - self._clock()
        if wait > 0:
            self._sleep(wait)
        self._next = max(self._clock(), self._next) + 60 / self._mail.rate


def _fate(answer: Answer, *, stops: bool) -> Fate:
    """What an answer is to the one who asked; ``stops``: it came before the letter was even shown."""
    if answer.problem is None:
        return Sent(answer.words)
    if answer.meaning is Meaning.NEVER:
        return Refused(answer.problem)
    doubtful = answer.meaning is Meaning.DOUBT
    return Failed(answer.problem, doubtful, stops=stops or answer.meaning is Meaning.STOP)


def open_mailer(
    mail: Mail,
    folder: Path,
    environment: Mapping[str, str],
    *,
    now: Now,
    clock: Callable[[], float],
    sleep: Sleep,
    outbox: Path | None = None,
) -> Mailer:
    """Who sends by these settings, which lie in ``folder``: their server, or files in ``outbox``.

    Raises: ReportpdfError with all that is wrong with the login and the certificates.
    """
    if outbox is not None:
        return OutboxMailer(outbox, mail, now=now)
    credentials = find_credentials(mail, environment)
    return SmtpMailer(mail, credentials, folder, now=now, clock=clock, sleep=sleep)


class OutboxMailer:
    """Lays each letter into a folder as a file (.eml) that a mail program opens ready to be sent."""

    def __init__(self, folder: Path, mail: Mail, *, now: Now) -> None:
        self._folder, self._mail, self._now = folder, mail, now

    def __enter__(self) -> OutboxMailer:
        return self

    def __exit__(self, *raised: object) -> None:
        return None

    def send(self, letter: Letter, journal: Journal = UNWRITTEN) -> Fate:
        """Write one letter."""
        from reportpdf.output import write_whole

        if (found := check_letter(letter)) is not None:
            return Refused(found)
        path = self._folder / f"{_file_name(letter)}.eml"
        journal.sending(letter)
        try:
            write_whole(path, compose(letter, self._mail, self._now(), draft=True))
        except InputError as error:
            return Failed(error.problems[0], stops=True)
        except OSError as error:
            return Refused(problem("mail-file-gone", file=error.filename))
        return Sent(path.name)


def _file_name(letter: Letter) -> str:
    """A letter's key and recipient as a file's name: letters of any script, digits, hyphens."""
    words = (letter.key, letter.to_name[:_NAME])
    parts = (re.sub(r"[^\w-]+", "-", word).strip("-") for word in words)
    return "-".join(part for part in parts if part) or "letter"

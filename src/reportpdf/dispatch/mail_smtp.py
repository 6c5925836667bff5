"""One connection to a mail server, and one transaction after the other over it.

Comes in: the settings, who logs in, messages. Goes out: the server's word on each. Every way of failing is an
:class:`Answer` that says what it means for the letter and for the others; nothing that logs in ever stands in
one. Source: RFC 5321, RFC 3207 (STARTTLS), RFC 1870 (SIZE), RFC 6531 (SMTPUTF8).
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.dispatch.mail_login import Credentials, log_in
from reportpdf.model.address import needs_utf8, wire_address
from reportpdf.model.mail import Mail, Tls

_PATIENCE = 60.0
"""Seconds that a server may be silent. RFC 5321 4.5.3.2 asks for minutes; nobody waits that long."""

_LAST_PATIENCE = 600.0
"""Of the answer to a whole letter: who hangs up earlier does not know whether it was taken (4.5.3.2.6)."""

_HERE = "[127.0.0.1]"
"""How we greet: the machine's own name is nobody's affair, and asking for it can take seconds."""

_SHOWN = 160
_LOGIN_CODES = (530, 534, 535, 538)
"""A login is missing or wrong. Source: RFC 4954 6."""


class Meaning(Enum):
    """What an answer means: taken; this letter never; later; nobody knows; no letter at all."""

    TAKEN = "taken"
    NEVER = "never"
    LATER = "later"
    DOUBT = "doubt"
    STOP = "stop"


class Answer(NamedTuple):
    """What came of a transaction or of connecting; ``words`` are the server's."""

    meaning: Meaning
    problem: Problem | None = None
    words: str = ""


class Connection:
    """A connection that is opened when first needed and opened again when it was lost."""

    def __init__(self, mail: Mail, credentials: Credentials | None, folder: Path) -> None:
        self._mail = mail
        self._credentials = credentials
        self._trust = _trust(mail, folder) if mail.protection is not Tls.NONE else None
        self._smtp: smtplib.SMTP | None = None
        self.patience = _PATIENCE

    def open(self) -> Answer | None:
        """Connect and log in, unless that is done; what stands against it."""
        if self._smtp is not None:
            return None
        try:
            self._smtp = self._connect()
            return self._prepare(self._smtp)
        except ssl.SSLCertVerificationError as error:
            return self._failed(Meaning.STOP, "mail-certificate", reason=error.verify_message)
        except ssl.SSLError as error:
            return self._failed(Meaning.STOP, "mail-no-tls", reason=error.reason or type(error).__name__)
        except smtplib.SMTPResponseException as error:
            words = _words(error.smtp_error)
            return self._failed(
                _graver(error.smtp_code), "mail-turned-away", code=error.smtp_code, said=words
            )
        except (OSError, smtplib.SMTPException) as error:
            return self._failed(Meaning.LATER, "mail-unreachable", reason=_reason(error))

    def _connect(self) -> smtplib.SMTP:
        server, port = self._mail.server.value, self._mail.port_used
        if self._mail.protection is Tls.IMPLICIT:
            return smtplib.SMTP_SSL(server, port, _HERE, timeout=self.patience, context=self._trust)
        return smtplib.SMTP(server, port, _HERE, timeout=self.patience)

    def _prepare(self, smtp: smtplib.SMTP) -> Answer | None:
        smtp.ehlo_or_helo_if_needed()
        if self._mail.protection is Tls.STARTTLS:
            if not smtp.has_extn("starttls"):
                return self._failed(Meaning.STOP, "mail-no-starttls")
            smtp.starttls(context=self._trust)
            smtp.ehlo_or_helo_if_needed()
        if self._credentials is not None:
            code = log_in(smtp, self._credentials)
            if code == 0:
                return self._failed(Meaning.STOP, "mail-no-login")
            if code != 235:
                # the server's words may repeat what was sent to it
                return self._failed(_graver(code), "mail-login", code=code)
        return None

    @property
    def limit(self) -> int:
        """The most bytes that the server takes; 0 where it states none."""
        stated = self._smtp.esmtp_features.get("size", "") if self._smtp is not None else ""
        return int(stated) if stated.isdigit() else 0

    def speaks_utf8(self) -> bool:
        """Whether the server takes addresses beyond ASCII."""
        return self._smtp is not None and self._smtp.has_extn("smtputf8")

    def send(self, to: str, message: bytes, about: Callable[[], None] = lambda: None) -> Answer:
        """One transaction. Only between the final dot and its answer can anybody be in doubt; ``about`` is
        called when the server is ready for the message."""
        smtp = self._smtp
        assert smtp is not None, "open() comes first"
        dotted = False
        try:
            for command in self._envelope(to, len(message)):
                code, said = smtp.docmd(command)
                if code not in (250, 251, 252, 354):
                    return self._refused(code, said)
            about()
            smtp.send(_stuffed(message))
            smtp.send(b".\r\n")
            dotted = True
            if smtp.sock is not None:
                smtp.sock.settimeout(max(_LAST_PATIENCE, self.patience))
            code, said = smtp.getreply()
            if smtp.sock is not None:
                smtp.sock.settimeout(self.patience)
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            if dotted:
                return Answer(Meaning.DOUBT, problem("mail-doubt"))
            return Answer(Meaning.LATER, self._problem("mail-dropped", reason=_reason(error)))
        except BaseException:  # stopped inside a message: nothing can be said on this connection
            self.close()
            raise
        if 200 <= code < 300:
            return Answer(Meaning.TAKEN, None, _words(said))
        if 400 <= code < 600:
            return self._refused(code, said)
        self.close()  # no answer that SMTP knows
        return Answer(Meaning.DOUBT, problem("mail-doubt"))

    def _envelope(self, to: str, size: int) -> tuple[str, ...]:
        """The commands before the message: one recipient, never another."""
        smtp = self._smtp
        assert smtp is not None, "open() comes first"
        options = f" SIZE={size}" if smtp.has_extn("size") else ""
        if needs_utf8(to) or needs_utf8(self._mail.sender.value):
            smtp.command_encoding = "utf-8"
            options += " SMTPUTF8 BODY=8BITMIME"
        return (
            f"MAIL FROM:<{wire_address(self._mail.sender.value)}>{options}",
            f"RCPT TO:<{wire_address(to)}>",
            "DATA",
        )

    def _refused(self, code: int, said: bytes) -> Answer:
        """What a reply that is no yes means; the connection is made ready for the next letter."""
        words = _words(said)
        if code in _LOGIN_CODES:
            row = "mail-login" if self._credentials is not None else "mail-login-wanted"
            return self._failed(Meaning.STOP, row, code=code)
        if code == 421 or code < 200:
            self.close()
        else:
            self._reset()
        if 400 <= code < 500:
            return Answer(Meaning.LATER, problem("mail-later", code=code, said=words))
        if code < 200:  # no answer that SMTP knows, and none to the letter
            return Answer(Meaning.LATER, self._problem("mail-dropped", reason=words))
        return Answer(Meaning.NEVER, problem("mail-refused", code=code, said=words))

    def _reset(self) -> None:
        try:
            if self._smtp is not None:
                self._smtp.rset()
        except (OSError, smtplib.SMTPException):  # it hung up: the next letter connects anew
            self.close()

    def close(self, *, politely: bool = False) -> None:
        """End the connection."""
        smtp, self._smtp = self._smtp, None
        if smtp is None:
            return
        try:
            if politely:
                smtp.quit()
        except (OSError, smtplib.SMTPException):  # all that was to be sent is sent and answered
            return
        finally:
            smtp.close()

    def _failed(self, meaning: Meaning, row: str, /, **args: object) -> Answer:
        self.close()
        return Answer(meaning, self._problem(row, **args))

    def _problem(self, row: str, /, **args: object) -> Problem:
        server = f"{self._mail.server.value}:{self._mail.port_used}"
        return problem(row, self._mail.server.place, "", server=server, **args)


def _graver(code: int) -> Meaning:
    """Of a failure to connect or log in: later, or not at all."""
    return Meaning.LATER if 400 <= code < 500 else Meaning.STOP


def _stuffed(message: bytes) -> bytes:
    """The message with dots at the start of lines doubled. Source: RFC 5321 4.5.2."""
    stuffed = message.replace(b"\r\n.", b"\r\n..")
    stuffed = b"." + stuffed if stuffed.startswith(b".") else stuffed
    return stuffed if stuffed.endswith(b"\r\n") else stuffed + b"\r\n"


def _words(said: bytes | str) -> str:
    """A server's words in one line of decent length."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(text.split())[:_SHOWN] or "—"


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "timed out"
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "hung up"
    return (error.strerror if isinstance(error, OSError) else "") or type(error).__name__


def _trust(mail: Mail, folder: Path) -> ssl.SSLContext:
    """Whom to believe that a server is who it says: the system's authorities, and those of the settings.

    Raises: InputError when the file of certificates holds none.
    """
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if mail.certificates is not None:
        try:
            context.load_verify_locations(folder / mail.certificates.value)
        except (OSError, ValueError) as error:
            file = mail.certificates.value
            raise InputError(problem("mail-certificates", mail.certificates.place, file=file)) from error
    return context

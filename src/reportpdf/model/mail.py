"""How copies are sent by mail: the server, the sender, the words. Never who logs in, or with what.

Records only; the source room reads them from ``mail.yaml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportpdf.model.report import Text


class Tls(Enum):
    """How the connection is protected: from the start, by STARTTLS, or not at all."""

    IMPLICIT = "implicit"
    STARTTLS = "starttls"
    NONE = "none"


class Login(Enum):
    """Where the password comes from."""

    ENVIRONMENT = "environment"
    KEYRING = "keyring"


PORTS = {Tls.IMPLICIT: 465, Tls.STARTTLS: 587, Tls.NONE: 25}
"""Source: RFC 8314 3.3, RFC 6409 3.1, RFC 5321 4.5.4.2."""

MAIL_FIELDS = ("department", "contact", "title", "edition", "n", "total", "copies", "date", "sender")
"""What a subject and a message may name in braces."""


@dataclass(frozen=True, slots=True)
class Mail:
    """What ``mail.yaml`` states; what it leaves out goes its usual way."""

    server: Text
    sender: Text
    port: int | None = None
    tls: Tls | None = None
    """Without it: from the start, but STARTTLS on ports 587 and 25."""

    login: Login = Login.ENVIRONMENT
    sender_name: Text | None = None
    reply_to: Text | None = None
    subject: Text | None = None
    message: Text | None = None
    limit_mb: float = 20
    """Of a message as it is sent, in 10⁶ bytes: a third more than its files."""

    rate: int = 30
    """Messages a minute."""

    attempts: int = 4
    """How often a letter is tried that the server asks to send later."""

    certificates: Text | None = None
    """Certificates (PEM) to trust beside the system's: that of a bureau's own authority."""

    unprotected: bool = False
    """Passwords and reports may go over the network in the clear."""

    @property
    def most(self) -> int:
        """The most bytes that a message may have."""
        return int(self.limit_mb * 1_000_000)

    @property
    def protection(self) -> Tls:
        """How the connection is protected."""
        return self.tls or (Tls.STARTTLS if self.port in (25, 587) else Tls.IMPLICIT)

    @property
    def port_used(self) -> int:
        """The port stated, or the usual one."""
        return self.port or PORTS[self.protection]

"""Who logs in at the mail server, and with what: from the environment or the keyring, never from a file.

Comes in: the settings and the environment's variables. Goes out: :class:`Credentials`, which no repr, problem
or traceback shows.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from smtplib import SMTP

from reportpdf.base.problem import InputError, ResourceError, problem
from reportpdf.model.mail import Login, Mail

USER = "REPORTPDF_SMTP_USER"
PASSWORD = "REPORTPDF_SMTP_PASSWORD"


class Credentials:
    """A user and a password. Not a dataclass: those show their fields, and may be turned into dicts."""

    __slots__ = ("_password", "_user")

    def __init__(self, user: str, password: str) -> None:
        self._user = user
        self._password = password

    def reveal(self) -> tuple[str, str]:
        """User and password, for the server alone."""
        return self._user, self._password

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("credentials are not written anywhere")


def find_credentials(mail: Mail, environment: Mapping[str, str]) -> Credentials | None:
    """Who logs in; None where nobody is to (a server inside the house may ask for nothing).

    Raises: InputError when half of it is missing; ResourceError when there is no keyring.
    """
    user, password = environment.get(USER, ""), environment.get(PASSWORD, "")
    if mail.login is Login.KEYRING:
        return _from_keyring(mail.server.value, user or mail.sender.value)
    if not user and not password:
        return None
    if not user or not password:
        missing, there = (USER, PASSWORD) if not user else (PASSWORD, USER)
        raise InputError(problem("mail-half-login", missing=missing, there=there))
    return Credentials(user, password)


def log_in(smtp: SMTP, credentials: Credentials) -> int:
    """Log in by PLAIN (RFC 4616) or LOGIN; the server's code, 235 for yes, 0 where it knows neither.

    Not ``smtplib``'s own login: that takes ASCII only, and shows a password of other characters in its
    traceback.
    """
    user, password = credentials.reveal()
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    if "PLAIN" in offered:
        return smtp.docmd("AUTH", "PLAIN " + _base64(f"\0{user}\0{password}"))[0]
    if "LOGIN" not in offered:
        return 0
    code = smtp.docmd("AUTH", "LOGIN")[0]
    for word in (user, password):
        if code != 334:
            break
        code = smtp.docmd(_base64(word))[0]
    return code


def _base64(text: str) -> str:
    return b64encode(text.encode()).decode("ascii")


def _from_keyring(server: str, user: str) -> Credentials:
    """The password that ``keyring set reportpdf:SERVER USER`` put there."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as error:
        raise ResourceError(problem("mail-keyring-missing")) from error
    service = f"reportpdf:{server}"
    try:
        password = keyring.get_password(service, user)
    except KeyringError as error:
        raise ResourceError(problem("mail-keyring-shut", kind=type(error).__name__)) from error
    if not password:
        raise InputError(problem("mail-keyring-empty", service=service, user=user))
    return Credentials(user, password)

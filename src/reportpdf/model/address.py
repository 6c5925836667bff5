"""E-mail addresses: whether a word is one, and how it is written where only ASCII goes.

Comes in: a word. Goes out: yes or no, and the address with its domain in punycode. One address only, without
a name or brackets: what stands here goes into headers and commands of SMTP as it is. Source: RFC 5321 4.1.2,
RFC 6531 3.3, RFC 5891.
"""

from __future__ import annotations

import re

_MOST = 254
"""Octets of an address. Source: RFC 5321 4.5.3.1.3, less the brackets."""

_MOST_LOCAL = 64
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010ffff-]+"
_LOCAL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


def is_address(word: str) -> bool:
    """Whether ``word`` is one address that mail can be sent to."""
    local, at, _ = word.rpartition("@")
    if not at or not _LOCAL.fullmatch(local) or not word.isprintable() or _has_space(word):
        return False
    if len(local.encode()) > _MOST_LOCAL:
        return False
    written = ascii_domain(word)
    return bool(written) and len(local.encode()) + 1 + len(written) <= _MOST


def ascii_domain(address: str) -> str:
    """The address's domain in ASCII (IDNA); empty where it is no domain."""
    domain = address.rpartition("@")[2]
    try:
        written = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    labels = written.split(".")
    return written if all(_LABEL.fullmatch(label) for label in labels) else ""


def wire_address(address: str) -> str:
    """The address as SMTP is given it: its domain in ASCII."""
    return f"{address.rpartition('@')[0]}@{ascii_domain(address)}"


def needs_utf8(address: str) -> bool:
    """Whether the part before the @ is not ASCII, so that the server must know SMTPUTF8."""
    return not address.rpartition("@")[0].isascii()


def _has_space(word: str) -> bool:
    return any(character.isspace() for character in word)

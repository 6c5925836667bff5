"""A letter becomes the bytes of a message.

Comes in: a letter, the sender, a date. Goes out: a message (RFC 5322, MIME), every line ended by CR LF. Names
and words go through ``email.policy.SMTP``, which encodes them (RFC 2047); what holds a control character
never comes so far. The same letter at the same date makes the same bytes.
"""

from __future__ import annotations

import re
from base64 import b64encode, encodebytes
from collections.abc import Iterable
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage, Message
from email.policy import SMTP
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reportpdf.base.problem import Problem, problem
from reportpdf.dispatch.letters import Attachment, Letter
from reportpdf.model.address import ascii_domain, is_address, needs_utf8, wire_address
from reportpdf.model.mail import Mail

_CONTROL = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LONGEST = 900
"""Characters of an encoded file name, so that its line stays under 998 (RFC 5322 2.1.1)."""

_WORD = 42
"""Octets in an encoded word of base64, which then is under 75 characters (RFC 2047 2)."""

_LINE = 57
"""Octets in a line of base64: 76 characters (RFC 2045 6.8)."""

_KEPT = SMTP.clone(refold_source="none")
"""Lines of our own stay as they are: a name cut into pieces (RFC 2231 3) is more than Foxmail reads."""


def check_letter(letter: Letter) -> Problem | None:
    """Why no message can be made of a letter; None if one can."""
    words = {"subject": letter.subject, "name": letter.to_name, "address": letter.to}
    pairs = [*words.items(), *(("file name", file.name) for file in letter.attachments)]
    for what, text in pairs:
        if found := _CONTROL.search(text):
            return problem("mail-control", called=what, character=f"U+{ord(found[0]):04X}")
    if not is_address(letter.to):
        return problem("mail-address", given=letter.to[:80])
    for file in letter.attachments:
        if not file.name or len(quote(file.name)) > _LONGEST:
            return problem("mail-name-long", name=file.name[:80])
        if not file.path.is_file():
            return problem("mail-file-gone", file=file.path)
    return None


def weight(letter: Letter) -> int:
    """About the bytes of the message, without opening a file."""
    return weigh((len(letter.body.encode()), *(file.path.stat().st_size for file in letter.attachments)))


def weigh(parts: Iterable[int]) -> int:
    """About the bytes of a message whose parts have so many: base64 takes four for three, and line ends."""
    return sum(_encoded(size) + 1_000 for size in parts)


def too_large(size: int, most: int, code: str = "mail-too-large") -> Problem | None:
    """Why a message of ``size`` bytes does not go where ``most`` do; None if it goes."""
    if size <= most:
        return None
    own, limit = (f"{number / 1e6:.{1 if number >= 1e6 else 2}f}" for number in (size, most))
    return problem(code, size=own, limit=limit)


def _encoded(size: int) -> int:
    return (size + 2) // 3 * 4 + 2 * ((size + _LINE - 1) // _LINE)


def compose(letter: Letter, mail: Mail, date: datetime, *, draft: bool = False) -> bytes:
    """The message. ``draft``: Outlook opens it as one that is yet to be sent."""
    sender = mail.sender.value
    beyond_ascii = needs_utf8(letter.to) or needs_utf8(sender)
    message: Message[Any, Any] = Message(_KEPT.clone(utf8=True) if beyond_ascii else _KEPT)
    name = mail.sender_name.value if mail.sender_name else ""
    message["From"] = _address(name, sender)
    message["To"] = _address(letter.to_name, letter.to)
    if mail.reply_to is not None:
        message["Reply-To"] = _address("", mail.reply_to.value)
    message["Subject"] = letter.subject
    message["Date"] = date
    message["Message-ID"] = f"<{letter.reference}@{ascii_domain(sender)}>"
    if draft:
        message["X-Unsent"] = "1"
    body = _body(letter.body)
    if not letter.attachments:
        for header, value in body.items():
            message[header] = value
        message.set_payload(body.get_payload())
        return message.as_bytes()
    message["MIME-Version"] = "1.0"
    message["Content-Type"] = "multipart/mixed"
    message.set_boundary("=_" + sha256(letter.reference.encode()).hexdigest()[:32])
    for part in (body, *(_part(file) for file in letter.attachments)):
        message.attach(part)
    return message.as_bytes()


def _address(name: str, address: str) -> Address:
    local, _, domain = wire_address(address).rpartition("@")
    return Address(name, local, domain)


def _body(text: str) -> EmailMessage:
    """The words in base64: no server on the way breaks or stuffs a line of them."""
    part = EmailMessage(_KEPT)
    part.set_content(text.rstrip("\n") + "\n", charset="utf-8", cte="base64")
    return part


def _part(file: Attachment) -> Message[str, str]:
    """A file with its name twice: as the standard has it (RFC 2231), and as Outlook and Foxmail read it.

    Both take the name of the type, in encoded words, which RFC 2047 5 does not allow and all the world sends;
    without it Outlook shows “untitled attachment”. There is no plain ``filename`` beside the encoded one:
    programs that read both take the plain.
    """
    part: Message[str, str] = Message()
    part["Content-Type"] = f"{file.kind};\r\n name={_quoted(file.name)}"
    part["Content-Transfer-Encoding"] = "base64"
    part["Content-Disposition"] = f"attachment;\r\n filename{_extended(file.name)}"
    part.set_payload(_lines(file.path))
    return part


def _quoted(name: str) -> str:
    if name.isascii():
        return '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
    return '"' + "\r\n ".join(_encoded_words(name)) + '"'


def _extended(name: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9._-]+", name):
        return f'="{name}"'
    return "*=UTF-8''" + quote(name, safe="")


def _encoded_words(text: str) -> list[str]:
    """``text`` in encoded words, none cut inside a character."""
    words, octets = [], b""
    for character in text:
        if len(octets) + len(character.encode()) > _WORD:
            words.append(octets)
            octets = b""
        octets += character.encode()
    return [f"=?UTF-8?B?{b64encode(word).decode()}?=" for word in (*words, octets)]


def _lines(path: Path) -> str:
    return encodebytes(path.read_bytes()).decode("ascii")

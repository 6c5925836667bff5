"""A mail file becomes the :class:`~reportpdf.model.mail.Mail` it states.

In: the path of ``mail.yaml``. Out: its settings. Every problem of the file is raised at once. A user or a
password in it is refused, and nothing that stands there is ever quoted.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import replace
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.model.address import is_address
from reportpdf.model.mail import MAIL_FIELDS, Mail, Tls
from reportpdf.model.report import Text
from reportpdf.source.decode import decode
from reportpdf.source.excerpt import brief
from reportpdf.source.places import place_of
from reportpdf.source.reading import Reading
from reportpdf.source.shapes import record_shape
from reportpdf.source.text_file import Source, read_source
from reportpdf.source.yaml_compose import read_nodes
from reportpdf.source.yaml_nodes import Mapping, Node, Tree

MAIL_NAME = "mail.yaml"

_SECRETS = re.compile(
    r"pass(?!ive)|pwd|secret|token|credential|api_?key|auth|user|account|密码|口令|授权码|用户|账号|帐号",
    re.IGNORECASE,
)
"""Keys under which people write who logs in."""

_QUOTES_A_SECRET = re.compile(rf"(?:{_SECRETS.pattern})|://|:[^\s/@]+@", re.IGNORECASE)
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,45}")
FIELD = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
"""A field in braces; doubled braces stand for one."""

_STRAY = re.compile(rf"{FIELD.pattern}|([{{}}]|｛\s*(?:{'|'.join(MAIL_FIELDS)})\s*｝)")
"""A brace that has lost its fellow too, and a field in full-width braces: they would go out as they stand."""


def read_mail(path: Path, *, shown: str | None = None) -> Mail:
    """The settings in a file; ``shown`` is what the user called it.

    Raises:
        InputError: with every problem found.
    """
    return decode_mail(read_source(path, shown=str(path) if shown is None else shown))


def decode_mail(source: Source) -> Mail:
    """The settings in a text.

    Raises:
        InputError: with every problem found.
    """
    try:
        return _decoded(source)
    except InputError as error:
        found = error.problems
    # from None: the first error's problems quote lines
    raise InputError(*map(_unquoted, found) if _QUOTES_A_SECRET.search(source.text) else found) from None


def _decoded(source: Source) -> Mail:
    tree = read_nodes(source)
    reading = Reading(source, tree)
    reading.problems.extend(_secrets(source, tree))
    mail: Mail | None = decode(reading, record_shape(Mail), _without_secrets(tree.root))
    if mail is not None:
        _check(reading, mail)
    reading.finish()
    assert mail is not None, "a reading without problems has its record"
    return mail


def _unquoted(found: Problem) -> Problem:
    """The problem without what stands in the line, which may be the secret."""
    args = tuple((name, "…" if name == "given" else value) for name, value in found.args)
    return replace(found, excerpt="", args=args)


def _secrets(source: Source, tree: Tree) -> tuple[Problem, ...]:
    if not isinstance(tree.root, Mapping):
        return ()
    return tuple(
        problem("mail-secret", source.place(key.start, brief(key.value)))
        for key, _ in tree.root.items
        if _SECRETS.search(key.value)
    )


def _without_secrets(root: Node) -> Node:
    if not isinstance(root, Mapping):
        return root
    return Mapping(tuple(item for item in root.items if not _SECRETS.search(item[0].value)), root.start)


def _check(reading: Reading, mail: Mail) -> None:
    """What takes more than the structure to see."""
    if mail.server.value and not _HOST.fullmatch(mail.server.value):
        reading.problems.append(problem("mail-server", mail.server.place))
    for address in (mail.sender, mail.reply_to):
        if address is not None and address.value and not is_address(address.value):
            reading.refuse_at("mail-address", address.place, given=brief(address.value))
    if mail.protection is Tls.NONE and not mail.unprotected and not is_loopback(mail.server.value):
        reading.refuse_at("mail-unprotected", mail.server.place, server=brief(mail.server.value))
    for text in (mail.subject, mail.message):
        if text is not None:
            for name, place in unknown_fields(text):
                reading.refuse_at("mail-field", place, given=brief(name), fields=_braced())


def is_loopback(server: str) -> bool:
    """Whether the server is this very machine."""
    try:
        return ipaddress.ip_address(server).is_loopback
    except ValueError:
        return server.lower() == "localhost"


def unknown_fields(text: Text) -> list[tuple[str, Place]]:
    """Names in braces that are no fields, and stray braces, each with its place."""
    return [
        (found[1] or found[2] or " ", place_of(text, found.start()))
        for found in _STRAY.finditer(text.value)
        if found[2] or (found[1] is not None and found[1].strip() not in MAIL_FIELDS)
    ]


def _braced() -> str:
    return " ".join(f"{{{name}}}" for name in MAIL_FIELDS)

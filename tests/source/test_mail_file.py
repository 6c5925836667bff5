"""Mail files: what they state, and that no password in one is ever taken, or shown."""

from __future__ import annotations

import traceback

import pytest

from reportpdf.base.problem import InputError
from reportpdf.model.mail import Tls
from reportpdf.source.mail_file import decode_mail
from reportpdf.source.text_file import make_source

HEAD = "server: smtp.example.com\nsender: a@example.com\n"


@pytest.mark.parametrize(
    ("text", "tls", "port"),
    [
        ("", Tls.IMPLICIT, 465),
        ("tls: starttls\n", Tls.STARTTLS, 587),
        ("port: 587\n", Tls.STARTTLS, 587),
        ("port: 25\n", Tls.STARTTLS, 25),
        ("port: 994\n", Tls.IMPLICIT, 994),
        ("tls: none\nunprotected: true\n", Tls.NONE, 25),
    ],
)
def test_how_the_connection_is_protected(text: str, tls: Tls, port: int) -> None:
    mail = decode_mail(make_source(HEAD + text, shown="mail.yaml"))
    assert (mail.protection, mail.port_used) == (tls, port)


@pytest.mark.parametrize("server", ["localhost", "127.0.0.1", "'::1'"])
def test_this_machine_needs_no_protection(server: str) -> None:
    decode_mail(make_source(f"server: {server}\nsender: a@b.cn\ntls: none\n", shown="mail.yaml"))


def problems(text: str) -> list[tuple[str, int]]:
    with pytest.raises(InputError) as caught:
        decode_mail(make_source(text, shown="mail.yaml"))
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value.problems)
    assert "hunter2" not in told
    return [(found.code, found.place.line if found.place else 0) for found in caught.value.problems]


@pytest.mark.parametrize(
    "line",
    [
        "password: hunter2", "user: hunter2", "密码: hunter2", "Passwd: hunter2", "username: hunter2",
        "auth: {user: x, pass: hunter2}", "授权码: hunter2", "smtp_password: hunter2", "token: [hunter2]",
    ],
)  # fmt: skip
def test_who_logs_in_is_refused_and_not_quoted(line: str) -> None:
    assert problems(HEAD + line + "\n") == [("mail-secret", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "{server: smtp.example.com, sender: nobody, password: hunter2}",
        HEAD + "port: abc  # password hunter2\n",
        HEAD + 'password: "hunter2\n',
        HEAD + "password: hunter2: x\n",
        HEAD + "password: hunter2\n\tport: 1\n",
        "server: smtps://me:hunter2@smtp.example.com\nsender: a@b.cn\n",
        "sender: a@b.cn\nserver: me:hunter2@smtp.example.com\n",
        "password: hunter2",
        "- password: hunter2",
    ],
)
def test_whatever_is_wrong_a_password_is_not_quoted(text: str) -> None:
    assert problems(text)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (HEAD + "tls: none\n", "mail-unprotected", 1),
        ("server: smtp.example.com:465\nsender: a@b.cn\n", "mail-server", 1),
        ("server: smtp.example.com\nsender: 宣传科 <a@b.cn>\n", "mail-address", 2),
        (HEAD + "reply_to: nobody\n", "mail-address", 3),
        (HEAD + "message: |\n  您好\n  {name}，\n", "mail-field", 5),
        (HEAD + "subject: '{}'\n", "mail-field", 3),
        (HEAD + "subject: '{department：分发'\n", "mail-field", 3),
        (HEAD + "subject: '分发 {n}}'\n", "mail-field", 3),
        (HEAD + "subject: '｛department｝：分发'\n", "mail-field", 3),
        (HEAD + "subject: '{n.__class__}'\n", "mail-field", 3),
        (HEAD + "rate: 0\n", "value-", 3),
        (HEAD + "prot: 465\n", "key-near", 3),
        ("sender: a@b.cn\n", "key-missing", 1),
    ],
)
def test_what_is_wrong_has_a_place(text: str, code: str, line: int) -> None:
    ((found, at),) = problems(text)
    assert found.startswith(code)
    assert at == line

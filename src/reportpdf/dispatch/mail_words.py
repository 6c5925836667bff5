"""The words of a letter, filled in for one recipient; and the same letter sent to its sender instead.

Comes in: the settings and the values of the fields. Goes out: subject and message; or a letter to the sender.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from reportpdf.dispatch.letters import Letter
from reportpdf.model.mail import Mail
from reportpdf.source.mail_file import FIELD

SUBJECT = "《{title}》分发：{department}"
MESSAGE = """\
{department}：

　　{contact}您好！现送上《{title}》（{edition}）共{copies}份，见附件，请查收。

　　各份均有编号，仅供贵单位使用，请妥善保管，勿转发。收到后请回复确认。
"""
LOCKED = """
　　屏幕版凭密码打开，密码另行告知。
"""
CLOSE = """
{sender}
{date}
"""
"""What is written where ``mail.yaml`` says nothing; ``LOCKED`` to those whose copies open with a password."""

_INNER = str.maketrans("《》", "〈〉")
"""Marks of a title inside a title. Source: GB/T 15834."""


def words_of(mail: Mail, values: Mapping[str, str], *, locked: bool = False) -> tuple[str, str]:
    """Subject and message, their fields filled in; white at the end of lines goes."""
    close = CLOSE if values["sender"] else CLOSE.replace("{sender}\n", "")
    usual = MESSAGE + (LOCKED if locked else "") + close
    subject = fill(mail.subject.value if mail.subject else SUBJECT, values)
    message = fill(mail.message.value if mail.message else usual, values)
    return " ".join(subject.split()), "\n".join(line.rstrip() for line in message.split("\n"))


def fill(template: str, values: Mapping[str, str]) -> str:
    """``template`` with its fields filled in, each once: what a value holds in braces stays as it is."""
    if "《{title}》" in template:
        values = {**values, "title": values["title"].translate(_INNER)}

    def value(found: re.Match[str]) -> str:
        return found[0][0] if found[1] is None else values[found[1].strip()]

    return FIELD.sub(value, template)


def to_self(letter: Letter, mail: Mail) -> Letter:
    """The letter as the sender gets it to look at: who it is meant for stands in the subject."""
    meant = f"{letter.to_name} <{letter.to}>" if letter.to_name else letter.to
    return replace(
        letter,
        to=mail.sender.value,
        to_name=mail.sender_name.value if mail.sender_name else "",
        subject=f"【试发，原收件人：{meant}】{letter.subject}",
        reference=letter.reference + "-self",
    )

"""Passwords: what a list may say, and those that are made by rule.

Comes in: what the list says, and random bytes. Goes out: a password. Made ones have no characters that are
mistaken for others on paper or over the telephone. Source: ISO 32000-2 7.6.4.3.3 (a password is at most 127
bytes of UTF-8; what is longer would be cut in silence).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

MOST_BYTES = 127
LEAST_GIVEN = 8
"""A given password of fewer characters is soon guessed by trying."""

LEAST_MADE, USUAL, MOST_MADE = 8, 12, 64
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ"
_RULE = re.compile(r"(?:random|auto|generate|随机|自动|生成)(?:\s*[::]?\s*(\d{1,3})\s*位?)?", re.IGNORECASE)


def rule_length(words: str) -> int:
    """The length that a rule asks for: ``random``, ``random:16``, ``随机``, ``随机16位``; 0: this is no
    rule."""
    found = _RULE.fullmatch(unicodedata.normalize("NFKC", words).strip())
    if found is None:
        return 0
    return int(found[1]) if found[1] else USUAL


def make_password(length: int, random: Callable[[int], bytes]) -> str:
    """A password of ``length`` characters, each as likely as any other: 5.8 bits apiece.

    ``random`` gives so many random bytes. Bytes that would favour some characters are thrown away.
    """
    fair = 256 - 256 % len(_ALPHABET)
    made = ""
    while len(made) < length:
        made += "".join(_ALPHABET[b % len(_ALPHABET)] for b in random(length) if b < fair)[
            : length - len(made)
        ]
    return made

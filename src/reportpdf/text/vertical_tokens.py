"""Text cut for a vertical line: what stands upright, what is set across the line, what lies along it.

In: one paragraph. Out: tokens with a :class:`Form`, whose texts joined are the paragraph. Whether a word
or number stands upright depends on what it stands beside: alone among Chinese it does, within a Western
phrase all of the phrase is turned. Source: clreq #id65 to #id69, #id110 to #id112.
"""

from __future__ import annotations

import re
from enum import Enum

from reportpdf.text.classes import kind_of
from reportpdf.text.cluster import Kind
from reportpdf.text.orientation import is_upright
from reportpdf.text.tokens import split_letters, split_tokens

LONGEST_ACRONYM = 4
"""Capitals that stand one below the other: GDP, NATO. Longer words are turned [choice]."""

LONGEST_MIX = 3
"""The same for capitals with digits: 5G, A4, G20 [choice]."""

LONGEST_ACROSS = 3
"""Digits set side by side within the width of one character. Source: clreq #id68."""


class Form(Enum):
    """How a token is set in a vertical line."""

    PLAIN = 0
    """As its class and UAX #50 say: Han and marks upright, Western words turned."""

    UPRIGHT = 1
    """One letter, digit or unit sign upright in a square of 1 em."""

    ACROSS = 2
    """Digits side by side across the line (纵中横)."""

    TURNED = 3
    """A sign that goes along with the turned number it belongs to."""


Formed = tuple[str, Form]

_NUMBER = re.compile(f"([0-9]{{1,{LONGEST_ACROSS}}})([^0-9])?")
_CAPITALS = re.compile(f"[A-Z]{{2,{LONGEST_ACRONYM}}}|(?=.*[A-Z])[A-Z0-9]{{2,{LONGEST_MIX}}}")
_WESTERN = frozenset({Kind.WESTERN, Kind.ASCII_OPENING, Kind.ASCII_CLOSING})
_NARROW = "\ufe00"
_JOINS = frozenset({" ", "/"})


def split_vertical(paragraph: str, *, across: bool = True) -> list[Formed]:
    """The tokens of the paragraph with their forms; without ``across`` no digits are set side by side."""
    tokens = split_tokens(paragraph)
    formed: list[Formed] = []
    at = 0
    while at < len(tokens):
        end = _phrase_end(tokens, at)
        if end == at + 1 and kind_of(tokens[at]) is Kind.WESTERN:
            formed += _alone(tokens[at], across=across)
        else:
            end = max(end, at + 1)
            formed += [(token, Form.PLAIN) for token in tokens[at:end]]
        at = end
    return _with_signs(formed)


def _phrase_end(tokens: list[str], start: int) -> int:
    """The end of the Western phrase that begins at ``start``, ``start`` itself if none does."""
    end = start
    for i in range(start, len(tokens)):
        if _is_western(tokens[i]):
            end = i + 1
        elif end == start or tokens[i][0] not in _JOINS:
            break
    return end


def _is_western(token: str) -> bool:
    return kind_of(token) in _WESTERN or token[1:] == _NARROW


def _alone(token: str, *, across: bool) -> list[Formed]:
    """A word or number that has only Chinese about it."""
    number = _NUMBER.fullmatch(token)
    if number is not None and (number[2] is None or number[2] == "%" or is_upright(number[2])):
        digits, unit = number[1], number[2]
        if len(digits) == 1 or across:
            form = Form.UPRIGHT if len(digits) == 1 else Form.ACROSS
            return [(digits, form), (unit, Form.UPRIGHT)] if unit else [(digits, form)]
    if token[0].isalpha() and len(split_letters(token)) == 1:
        return [(token, Form.UPRIGHT)]
    if _CAPITALS.fullmatch(token):
        return [(letter, Form.UPRIGHT) for letter in token]
    return [(token, Form.PLAIN)]


def _with_signs(formed: list[Formed]) -> list[Formed]:
    """The tokens with ￥ and ％ turned beside a turned number, of which they are a part."""
    for i, (token, form) in enumerate(formed):
        if form is not Form.PLAIN:
            continue
        kind = kind_of(token)
        beside = i + 1 if kind is Kind.PREFIX else i - 1 if kind is Kind.SUFFIX else -1
        if 0 <= beside < len(formed) and _is_turned_number(formed[beside]):
            formed[i] = (token, Form.TURNED)
    return formed


def _is_turned_number(formed: Formed) -> bool:
    token, form = formed
    return form is Form.PLAIN and any(character.isdigit() for character in token) and _is_western(token)

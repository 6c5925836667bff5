"""Copy as delivered becomes copy as set: half-width marks in Chinese text, and a list of what changed.

In: a text. Out: the text to set and its changes, each with the offset it came from. The source is
never altered. Rules: typography of ASCII marks in Chinese text (clreq id77); GB/T 15834-2011;
GB/T 15835-2011 for digits. Every rule is a [choice] switched by ``composition.normalise``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportpdf.text.classes import FULL_WIDTH_MARKS, is_han

_FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", ".": "。"}
_CLOSERS = frozenset("”’）》〉】〗〕］｝」』")
_OPENERS = frozenset("“‘（《〈【〖〔［｛「『")
_PROTECTED = re.compile(r"(?:https?|ftp)://[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\bwww\.[!-~]+", re.ASCII)
_CANDIDATE = re.compile(
    r"\.{3,6}|。{3,}|…(?!…)(?<!……)|-{2,}|──|[,:;!?.]|[()\"']|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]|[\ue5e5]| {2,}|\u3000+"
)


@dataclass(frozen=True, slots=True)
class Change:
    """``before`` at ``offset`` of the delivered text is set as ``after``, by ``rule``."""

    offset: int
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class Normalised:
    """The text to set and what was changed, in order of offset."""

    text: str
    changes: tuple[Change, ...]

    def source_offset(self, offset: int) -> int:
        """The offset in the delivered text of the character at ``offset`` of the set text."""
        shift = 0
        for change in self.changes:
            if change.offset >= offset + shift:
                break
            shift += len(change.before) - len(change.after)
        return offset + shift


def normalise(text: str) -> Normalised:
    """The text with the marks that Chinese setting asks for."""
    if text.isascii() or not _CANDIDATE.search(text):
        return Normalised(text, ())
    protected = [m.span() for m in _PROTECTED.finditer(text)]
    brackets = _bracket_changes(text)
    quotes = _quote_changes(text)
    changes: list[Change] = []
    for match in _CANDIDATE.finditer(text):
        at, before = match.start(), match.group()
        if any(a <= at < b for a, b in protected):
            continue
        found = brackets.get(at) or quotes.get(at) or _change(text, at, before)
        if found is not None and found[0] != before:
            changes.append(Change(at, before, *found))
    return Normalised(_applied(text, changes), tuple(changes))


def _applied(text: str, changes: list[Change]) -> str:
    parts, at = [], 0
    for change in changes:
        parts += [text[at : change.offset], change.after]
        at = change.offset + len(change.before)
    return "".join([*parts, text[at:]])


def _is_chinese(character: str) -> bool:
    return bool(character) and (is_han(character) or character in FULL_WIDTH_MARKS)


def _change(text: str, at: int, before: str) -> tuple[str, str] | None:
    """(after, rule) for one candidate, None to leave it."""
    left, right = text[at - 1 : at], text[at + len(before) : at + len(before) + 1]
    if before[0] == "。" and len(before) >= 3:
        return "……", "ellipsis"
    if before[0] == "." and len(before) >= 3:
        return ("……", "ellipsis") if _is_chinese(left) or _is_chinese(right) else None
    if before == "…":
        return ("……", "ellipsis") if _is_chinese(left) or _is_chinese(right) else None
    if before[0] in "-─":
        return ("——", "dash") if _is_chinese(left) else None
    if before in _FULL:
        return _mark_change(text, at, before, left, right)
    if before[0] == "\u3000":
        return ("", "indent") if not text[:at].strip() or text[at - 1 : at] == "\n" else None
    if before[0] == " ":
        return " ", "space"
    if "\uff10" <= before <= "\uff5a":
        return chr(ord(before) - 0xFEE0), "full-width-letter"
    return None


def _mark_change(text: str, at: int, before: str, left: str, right: str) -> tuple[str, str] | None:
    """A half-width , : ; ! ? . in Chinese text becomes full width, in numbers and Western text it stays."""
    if before == ",":
        if left.isdigit() and left.isascii() and re.match(r",\d{3}(?!\d)", text[at : at + 5]):
            return None
        western_after = right == " " or (right.isascii() and right.isalnum())
        if left.isascii() and left.isalnum() and western_after and not _han_before(text, at):
            return None
        if left.isascii() and left.isalpha() and western_after:
            return None
        return (_FULL[before], "comma") if _han_near(text, at) else None
    if before == ":":
        if left.isdigit() and right.isdigit():
            return None
        return (_FULL[before], "colon") if _is_chinese(left) or _is_chinese(right) else None
    if before == ".":
        ends = not right or right in _CLOSERS or right == "\n" or _is_chinese(right)
        return (_FULL[before], "full-stop") if is_han(left or "a") and ends else None
    closed = left in "”’）》】)" if left else False
    return (_FULL[before], "mark") if _is_chinese(left) or closed else None


def _han_before(text: str, at: int) -> bool:
    """Whether the number or word that ends before ``at`` follows Chinese text."""
    head = text[:at].rstrip("0123456789.%‰℃+-×/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    return _is_chinese(head[-1:])


def _han_near(text: str, at: int) -> bool:
    """Whether the nearest letters on either side of the mark are Chinese."""
    return _is_chinese(text[at - 1 : at]) or _is_chinese(text[at + 1 : at + 2]) or _han_before(text, at)


def _bracket_changes(text: str) -> dict[int, tuple[str, str]]:
    """Matched half-width brackets that contain Han or stand between Han become full width."""
    if "(" not in text:
        return {}
    found: dict[int, tuple[str, str]] = {}
    stack: list[int] = []
    for at, character in enumerate(text):
        if character == "(":
            stack.append(at)
        elif character == ")" and stack:
            start = stack.pop()
            inside = text[start + 1 : at]
            between = _is_chinese(text[start - 1 : start]) and _is_chinese(text[at + 1 : at + 2])
            if between or any(map(is_han, inside)):
                found[start], found[at] = ("（", "bracket"), ("）", "bracket")
    return found


def _quote_changes(text: str) -> dict[int, tuple[str, str]]:
    """Straight quotes paired within the paragraph become Chinese quotes where either side touches Han."""
    found: dict[int, tuple[str, str]] = {}
    for straight, opening, closing in (('"', "“", "”"), ("'", "‘", "’")):
        base = 0
        for paragraph in text.split("\n"):
            at = [
                base + m.start()
                for m in re.finditer(straight, paragraph)
                # An apostrophe between letters is no quote.
                if not re.match(r"[A-Za-z]'[A-Za-z]", paragraph[max(0, m.start() - 1) : m.start() + 2])
            ]
            if len(at) % 2 == 0:
                for a, b in zip(at[::2], at[1::2], strict=True):
                    around = (text[a - 1 : a] if a else "", text[a + 1 : a + 2], text[b - 1 : b], text[b + 1 : b + 2])
                    if any(_is_chinese(c) for c in around):
                        found[a], found[b] = (opening, "quote"), (closing, "quote")
            base += len(paragraph) + 1
    return found

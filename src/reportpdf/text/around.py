"""What stands about a mark in copy: the letters and digits on either side, whatever marks lie between.

In: one text. Out: answers about its offsets, each at the price of one regular expression. Used by
``normalise``, which tells a mark's form from the letters about it.
"""

from __future__ import annotations

import re

from reportpdf.text.classes import is_han

CLOSING_QUOTES = frozenset("”’》〉】〗〕］｝」』")
CLOSERS = CLOSING_QUOTES | {"）"}

_LETTER = re.compile(r"[^\W_]|\n")
# Marks are passed in both forms alike, for the half-width ones may be on their way to the other.
_PASSED = "[A-Za-z0-9.,，:：;；!！?？。%‰℃℉°+×/~$¥￥€—–…─━－-]"
_REACH_LEFT = re.compile(f"(?:{_PASSED}|[ \\t]+(?=[,，]))*")
_REACH_RIGHT = re.compile(f"[ \\t]*{_PASSED}*")


def han(character: str) -> bool:
    """Whether there is a character and it is Han."""
    return bool(character) and is_han(character)


class Around:
    """What stands about an offset. ``mirror`` is the text reversed, to search leftward at the same price."""

    __slots__ = ("mirror", "text")

    def __init__(self, text: str, mirror: str) -> None:
        self.text, self.mirror = text, mirror

    def with_pairs(self, pairs: dict[int, str]) -> Around:
        """The same with quotes or brackets as they will be set."""
        if not pairs:
            return self
        characters = list(self.text)
        for at, mark in pairs.items():
            characters[at] = mark
        text = "".join(characters)
        return Around(text, text[::-1])

    def letter_before(self, at: int) -> str:
        """The nearest letter or digit to the left in the paragraph, empty if there is none."""
        found = _LETTER.search(self.mirror, len(self.text) - at)
        return found.group().strip() if found else ""

    def letter_after(self, at: int) -> str:
        """The nearest letter or digit to the right in the paragraph, empty if there is none."""
        found = _LETTER.search(self.text, at)
        return found.group().strip() if found else ""

    def han_beside(self, start: int, end: int) -> bool:
        """Whether the nearest letter on either side of ``start``..``end`` - 1 is Han."""
        return han(self.letter_before(start)) or han(self.letter_after(end))

    def follows(self, run: re.Pattern[str], at: int) -> str:
        """The character before the run of characters that ends at ``at``, empty at the beginning."""
        found = run.match(self.mirror, len(self.text) - at)
        return self.mirror[found.end() : found.end() + 1] if found else ""

    def near_han(self, start: int, end: int) -> bool:
        """Whether numbers and words on either side reach Chinese text without a space between."""
        left = self.follows(_REACH_LEFT, start)
        run = _REACH_RIGHT.match(self.text, end)
        right = self.text[run.end() : run.end() + 1] if run else ""
        return han(left) or left in CLOSERS or han(right)

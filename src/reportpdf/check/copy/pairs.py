"""Marks that come in pairs: each has its fellow, they do not cross, and one inside another is the inner kind.

Source: GB/T 15834-2011 4.8 (quotation marks), 4.9 (brackets), 4.15 (titles).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportpdf.check.copy.words import Copy, Passage, note
from reportpdf.check.finding import Noted
from reportpdf.text.classes import is_han
from reportpdf.text.normalise import normalise, unpaired_quotes

_FELLOW = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "「": "」",
    "『": "』",
    "〔": "〕",
}
_FELLOW |= {"(": "）"}
_CLOSING = {**{b: a for a, b in _FELLOW.items() if a != "("}, ")": "（"}
_INNER = {"“": "‘", "《": "〈", "（": "〔"}
_ENUMERATED = re.compile(r"(?:^|[\s，。；：、,;:])[0-9A-Za-z一二三四五六七八九十①-⑳]{1,3}$")


def unpaired(copy: Copy) -> Iterator[Noted]:
    """Marks without a fellow, marks that cross, and marks nested in the wrong kind."""
    for passage in copy.passages:
        start = 0
        for line in passage.words.split("\n"):
            # a quotation of several paragraphs opens each of them and closes the last (4.8.3.6)
            found, left = _walk(passage, start, line)
            goes_on = left and left[-1][0] == "“" and _next_opens(passage.words, start + len(line))
            for mark, at in left[:-1] if goes_on else left:
                found.append(note("copy-unpaired", passage.text, at, at + 1, mark=mark))
            yield from sorted(found, key=lambda n: n.offset)
            start += len(line) + 1
        for at in unpaired_quotes(normalise(passage.words)):
            yield note("copy-unpaired", passage.text, at, at + 1, mark='"')


def _next_opens(words: str, end: int) -> bool:
    return words[end + 1 :].lstrip().startswith("“")


def _walk(passage: Passage, start: int, line: str) -> tuple[list[Noted], list[tuple[str, int]]]:
    """What is wrong in a paragraph, and the marks that it leaves open."""
    found: list[Noted] = []
    stack: list[tuple[str, int]] = []
    for i, c in enumerate(line):
        at = start + i
        if c in _FELLOW:
            opened = "（" if c == "(" else c
            outer = next((mark for mark, _ in reversed(stack) if mark in "“‘《〈（"), "")
            if outer == opened and opened in _INNER:
                found.append(note("copy-nested", passage.text, at, at + 1, mark=c, inner=_INNER[opened]))
            elif opened in "‘〈" and not any(mark == {"‘": "“", "〈": "《"}[opened] for mark, _ in stack):
                outer = {"‘": "“", "〈": "《"}[opened]
                if not _is_apostrophe(line, i):
                    found.append(note("copy-nested", passage.text, at, at + 1, mark=c, inner=outer))
            stack.append((opened, at))
        elif c in _CLOSING and not _is_apostrophe(line, i):
            _close(passage, c, at, line[:i], stack, found)
    return found, stack


def _close(
    passage: Passage, mark: str, at: int, before: str, stack: list[tuple[str, int]], found: list[Noted]
) -> None:
    """Take the fellow of a closing mark from the stack; what stands between them crosses it."""
    wanted = _CLOSING[mark]
    if stack and stack[-1][0] == wanted:
        stack.pop()
    elif any(opened == wanted for opened, _ in stack):
        while stack[-1][0] != wanted:
            opened, where = stack.pop()
            found.append(note("copy-unpaired", passage.text, where, where + 1, mark=opened))
        stack.pop()
    elif not (mark in "）)" and _ENUMERATED.search(before)):
        found.append(note("copy-unpaired", passage.text, at, at + 1, mark=mark))


def _is_apostrophe(line: str, at: int) -> bool:
    """Whether ’ or ‘ stands in a Western word or before a year, as in it’s and ’24."""
    if line[at] not in "‘’":
        return False
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    western = after.isalnum() and not is_han(after)
    return western and (not before or not is_han(before)) and before != "“"

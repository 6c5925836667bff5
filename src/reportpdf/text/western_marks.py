"""Which marks are Western: quotes in pairs within Western text, apostrophes, and … — / among Western words.

In: one paragraph. Out: offsets of the marks to be set in the Western form. All others belong to the Han text.
A pair is told by its nearest strong neighbours, past spaces and marks that both scripts have, and its two
marks are always set alike. Sources: Unicode 16 standardized variants of U+2018 to U+201D; w3c/clreq #534.
"""

from __future__ import annotations

import re

_PAIRS = {"“": "”", "‘": "’"}
_MARKS = re.compile("[“”‘’]|(?<=[A-Za-z])…(?!…)|(?<=[A-Za-z])—(?=[A-Za-z])|(?<=[!-~])/(?![^!-~\\s])")
_FULL_WIDTH = (
    "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff—…·"
)
_LETTER = r"[^\W_]"
_STRONG = re.compile(f"{_LETTER}|[{_FULL_WIDTH}]")
_HAN = re.compile(f"[{_FULL_WIDTH}]")
_MOST = 400
"""Letters between two quotation marks that are still told one by one; longer ones are Chinese prose."""


def western_marks(paragraph: str) -> set[int]:
    """Offsets of the marks set in the Western form."""
    found: set[int] = set()
    opened: list[int] = []
    for match in _MARKS.finditer(paragraph):
        at, mark = match.start(), match.group()
        if mark == "/" or (mark in "…—" and _is_western_about(paragraph, at, at)):
            found.add(at)
        elif mark in "…—":
            continue
        elif mark in _PAIRS:
            opened.append(at)
        elif mark == "’" and _is_apostrophe(paragraph, at, opened):
            found.add(at)
        elif opened and _PAIRS[paragraph[opened[-1]]] == mark:
            start = opened.pop()
            if _is_western_pair(paragraph, start, at):
                found |= {start, at}
    return found


def _is_apostrophe(paragraph: str, at: int, opened: list[int]) -> bool:
    """Whether ’ stands between two letters, or after one with no ‘ that it could close."""
    before, after = paragraph[at - 1 : at], paragraph[at + 1 : at + 2]
    if not _is_western_letter(before):
        return False
    closes = bool(opened) and paragraph[opened[-1]] == "‘"
    return _is_western_letter(after) or (not closes and not _is_full(after))


def _is_western_pair(paragraph: str, start: int, end: int) -> bool:
    """Whether the pair at ``start`` and ``end`` has Western text on both sides of both marks."""
    inside = paragraph[start + 1 : end]
    if len(inside) > _MOST or _HAN.search(inside) or not _STRONG.search(inside):
        return False
    return _is_western_about(paragraph, start, end)


def _is_western_about(paragraph: str, start: int, end: int) -> bool:
    """Whether the nearest strong characters before ``start`` and after ``end`` are Western or missing."""
    before = _STRONG.search(paragraph[:start][::-1])
    after = _STRONG.search(paragraph, end + 1)
    return not any(found and _HAN.match(found.group()) for found in (before, after))


def _is_western_letter(character: str) -> bool:
    return character.isalnum() and not _is_full(character)


def _is_full(character: str) -> bool:
    return bool(character) and _HAN.match(character) is not None

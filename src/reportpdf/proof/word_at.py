"""The word at a character of a line: a number as a whole, a Latin word, the Han up to the next mark.

Comes in: a line and an index. Goes out: where the word begins and ends. Chinese has no white between words,
so that what stands between two marks is taken, but not more than one hand points at.
"""

from __future__ import annotations

import re

HAN_EACH_SIDE = 6

_NUMBER = re.compile(r"[0-9A-Za-z０-９][0-9A-Za-z０-９.,:%％‰/+\-–×]*(?<![.,:/+\-–])")
STOPS = re.compile(r"[\s，。、；：！？…—,.;:!?()（）《》“”‘’「」『』【】·]")
"""Marks that no word goes over."""

_OPEN, _CLOSED = "“‘「『《（(【", "”’」』》）)】"


def word_at(words: str, index: int) -> tuple[int, int]:
    """Where the word at ``index`` begins and ends."""
    index = _beside(words, index)
    for run in _NUMBER.finditer(words):
        if run.start() <= index < run.end():
            return run.span()
    if STOPS.match(words[index]):
        return index, index + 1
    start = end = index
    while start > 0 and index - start < HAN_EACH_SIDE and not _ends_word(words[start - 1]):
        start -= 1
    while end + 1 < len(words) and end - index < HAN_EACH_SIDE and not _ends_word(words[end + 1]):
        end += 1
    return start, end + 1


def _beside(words: str, index: int) -> int:
    """A quotation mark or bracket means the words that it holds."""
    if words[index] in _OPEN and index + 1 < len(words):
        return index + 1
    return index - 1 if words[index] in _CLOSED and index else index


def _ends_word(character: str) -> bool:
    return bool(STOPS.match(character) or _NUMBER.match(character))

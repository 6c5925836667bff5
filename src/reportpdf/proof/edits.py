"""What of a text was taken out, put in or changed, cut where a reader of Chinese would cut it.

Comes in: the words before and after. Goes out: :class:`Edit`s with their offsets in both. A Han character and
a mark is a piece; a number with its separators, sign of per cent and scale is one, and so is a Western word:
9761 that became 9768 is a figure changed, not its last digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_DIGIT = "0-9０-９"
_THOUSANDS = (
    rf"(?<![{_DIGIT}])[{_DIGIT}]{{1,3}}(?:(?:,|(?<=[０-９])，|[ \u2009\u202f])[{_DIGIT}]{{3}}(?![{_DIGIT}]))+"
    rf"(?:[.．][{_DIGIT}]+)?"
)
_PIECE = re.compile(
    rf"(?:{_THOUSANDS}|[{_DIGIT}]+(?:[.:．·][{_DIGIT}]+)*)(?:万亿|千万|百万|万|亿)?[%％‰℃]?"
    r"|[A-Za-zＡ-Ｚａ-ｚÀ-ɏ]+(?:['’-][A-Za-z]+)*|\s+|.",
    re.DOTALL,
)
_TINY = 1
"""So many pieces that stayed between two edits are drawn into them, where the edits are longer together."""

_REWRITTEN = 4, 0.5
"""So many edits in a stretch of which less than this share stayed are one: it was written anew, and nobody
reads crumbs of what stayed by chance [choice]."""

_LONG = 4_000
"""Pieces from which a middle is taken as one edit if it has nothing in common that is found quickly."""


@dataclass(frozen=True, slots=True)
class Edit:
    """``old`` at ``old_at`` became ``new`` at ``new_at``; one of them may be empty."""

    old: str
    new: str
    old_at: int
    new_at: int


def pieces(words: str) -> list[str]:
    """The words cut into what is never cut further."""
    return _PIECE.findall(words)


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """What changed from old to new, in order."""
    before, after = pieces(old), pieces(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    middle, other = before[head : len(before) - tail], after[head : len(after) - tail]
    starts, ends = _offsets(before), _offsets(after)
    return tuple(
        Edit(
            old[starts[head + a] : starts[head + b]],
            new[ends[head + c] : ends[head + d]],
            starts[head + a],
            ends[head + c],
        )
        for a, b, c, d in _anew(_joined(list(_changed(middle, other))))
    )


def is_white(old: str, new: str) -> bool:
    """Whether the two differ in nothing but white."""
    return old != new and "".join(old.split()) == "".join(new.split())


def likeness(old: str, new: str) -> float:
    """How alike two texts are, 0 to 1, by the pairs of characters that both have."""
    if old == new:
        return 1.0
    return _dice(pairs(old), pairs(new))


def pairs(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters, white left out; of one character itself."""
    tight = "".join(words.split())
    return frozenset(tight[i : i + 2] for i in range(len(tight) - 1)) or frozenset((tight,))


def _dice(old: frozenset[str], new: frozenset[str]) -> float:
    return 2 * len(old & new) / (len(old) + len(new))


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    for a, b in zip(old, new, strict=False):
        if a != b:
            break
        count += 1
    return count


def _offsets(parts: list[str]) -> list[int]:
    offsets = [0]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return offsets


def _changed(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    if len(old) * len(new) > _LONG * _LONG:
        yield 0, len(old), 0, len(new)
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield a, b, c, d


def _joined(found: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """The edits, those joined that only a character parts: 坚持和 that became 维护了和 is one."""
    joined: list[tuple[int, int, int, int]] = []
    for a, b, c, d in found:
        if joined:
            e, f, g, h = joined[-1]
            if a - f <= _TINY and c - h <= _TINY and min(b - e, d - g) >= 3 + _TINY:
                joined[-1] = (e, b, g, d)
                continue
        joined.append((a, b, c, d))
    return joined


def _anew(found: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """The edits; one, where they are many and leave less than half."""
    many, share = _REWRITTEN
    if len(found) < many:
        return found
    a, _, c, _ = found[0]
    _, b, _, d = found[-1]
    changed = sum(f - e + h - g for e, f, g, h in found)
    return [(a, b, c, d)] if 1 - changed / (b - a + d - c) < share else found

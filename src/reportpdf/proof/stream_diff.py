"""Two long rows of words laid beside each other: what is in one only, and what stands elsewhere in the other.

Pure. Rows of a hundred thousand words: they are cut at what occurs once in both (patience, by runs of several
words), and only the gaps between are compared word by word. The work grows with the length of the rows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Range = tuple[int, int, int, int]
"""Words ``a`` to ``b`` of the old became ``c`` to ``d`` of the new."""

_RUNS = (16, 8, 4, 2)
"""Words in a row by which the two are cut; the longest first, for it lies least."""

_SMALL = 60_000
"""Pairs of words up to which a gap is compared word by word at once."""

_MOST = 9_000_000
"""Beyond, a gap in which nothing occurs once in both is taken as wholly replaced."""

MOVED_RUN = 10
"""Words in a row that are found elsewhere count as moved."""


def changed_ranges(old: Sequence[str], new: Sequence[str]) -> list[Range]:
    """What differs, in order."""
    found: list[Range] = []
    open_ranges: list[tuple[int, int, int, int, int]] = [(0, len(old), 0, len(new), 0)]
    while open_ranges:
        a, b, c, d, level = open_ranges.pop()
        while a < b and c < d and old[a] == new[c]:
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
        if a == b and c == d:
            continue
        if a == b or c == d:
            found.append((a, b, c, d))
        elif (b - a) * (d - c) <= _SMALL or level == len(_RUNS):
            found += _word_by_word(old, new, (a, b, c, d))
        else:
            open_ranges += _gaps(old, new, (a, b, c, d), level)
    return _joined(sorted(found))


def _word_by_word(old: Sequence[str], new: Sequence[str], at: Range) -> Iterator[Range]:
    a, b, c, d = at
    if (b - a) * (d - c) > _MOST:
        yield at
        return
    matcher = SequenceMatcher(None, old[a:b], new[c:d], autojunk=(b - a) * (d - c) > 10 * _SMALL)
    for tag, e, f, g, h in matcher.get_opcodes():
        if tag != "equal":
            yield a + e, a + f, c + g, c + h


def _gaps(
    old: Sequence[str], new: Sequence[str], at: Range, level: int
) -> Iterator[tuple[int, int, int, int, int]]:
    """The ranges between what occurs once in both, in the same order."""
    a, b, c, d = at
    run = _RUNS[level]
    ours, theirs = _once(old, a, b, run), _once(new, c, d, run)
    pairs = sorted((i, theirs[key]) for key, i in ours.items() if key in theirs)
    kept = _rising(pairs)
    if not kept:
        yield a, b, c, d, level + 1
        return
    for i, j in (*kept, (b, d)):
        if i > a or j > c:
            yield a, max(a, i), c, max(c, j), level
        a, c = max(a, i + (run if i < b else 0)), max(c, j + (run if j < d else 0))


def _once(words: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    seen: dict[tuple[str, ...], int] = {}
    twice: set[tuple[str, ...]] = set()
    for i in range(start, end - run + 1):
        key = tuple(words[i : i + run])
        if key in seen:
            twice.add(key)
        seen[key] = i
    return {key: i for key, i in seen.items() if key not in twice}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest rise of the second among pairs in order of the first."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for i, (_, value) in enumerate(pairs):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [i]
    kept, at = list[tuple[int, int]](), ends[-1] if ends else -1
    while at >= 0:
        kept.append(pairs[at])
        at = before[at]
    return kept[::-1]


def _joined(found: list[Range]) -> list[Range]:
    joined: list[Range] = []
    for a, b, c, d in found:
        if joined and joined[-1][1] == a and joined[-1][3] == c:
            joined[-1] = (joined[-1][0], b, joined[-1][2], d)
        else:
            joined.append((a, b, c, d))
    return joined


def moved_runs(old: Sequence[str], new: Sequence[str], found: Sequence[Range]) -> list[tuple[int, int, int]]:
    """Runs that were taken out here and put in there: (old start, new start, words)."""
    places: dict[tuple[str, ...], int] = {}
    inside = bytearray(len(new))
    for _, _, c, d in found:
        inside[c:d] = b"\1" * (d - c)
        for j in range(c, d - MOVED_RUN + 1):
            places.setdefault(tuple(new[j : j + MOVED_RUN]), j)
    moved: list[tuple[int, int, int]] = []
    for a, b, _, _ in found:
        i = a
        while i <= b - MOVED_RUN:
            j = places.get(tuple(old[i : i + MOVED_RUN]), -1)
            if j < 0 or not inside[j]:
                i += 1
                continue
            length = 0
            while (
                i + length < b
                and j + length < len(new)
                and inside[j + length]
                and (old[i + length] == new[j + length])
            ):
                length += 1
            inside[j : j + length] = bytes(length)
            moved.append((i, j, length))
            i += length
    return [run for run in moved if run[2] >= MOVED_RUN]

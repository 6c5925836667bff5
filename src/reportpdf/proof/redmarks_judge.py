"""Whether the text at a mark's place changed, and whether as the mark asks.

Comes in: marks, the texts of the round that they were made on and of the next. Goes out: a
:class:`MarkVerdict` for each. A callout is followed where it went. What is asked for is looked for at the
place of the mark, between the nearest words on both sides that stayed, not anywhere in the text. Half-width
and full-width forms count as the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from reportpdf.proof.redmarks import Mark
from reportpdf.proof.redmarks_follow import follow
from reportpdf.proof.redmarks_forms import Ask, Asked, read_form, without_remark
from reportpdf.proof.set_words import SetLine, SetRound, Source, folded, same_width

_NEAR = 15
"""Characters from a mark within which an addition that names no place is looked for."""

_WINDOW = 3_000
"""Of a long text, so many characters on each side of the mark are compared."""


class Verdict(Enum):
    """What became of the text at a mark's place."""

    AS_ASKED = "as-asked"
    OTHERWISE = "otherwise"
    UNCHANGED = "unchanged"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class MarkVerdict:
    """A mark with its verdict: what it asks for, the text before and now (empty: gone), where it is now.

    ``judged``: the form was understood and what it names stood there, so that the words can be held against
    it."""

    mark: Mark
    verdict: Verdict
    asked: Asked
    before: str
    now: str
    path: str
    judged: bool


def judge_marks(marks: Sequence[Mark], old: SetRound, new: SetRound) -> tuple[MarkVerdict, ...]:
    """The verdict on each mark; ``old`` is the round that they were made on."""
    paths = follow(old.sources, new.sources)
    return tuple(_judged(mark, old, new, paths) for mark in marks)


def _judged(mark: Mark, old: SetRound, new: SetRound, paths: dict[str, str]) -> MarkVerdict:
    place = mark.place
    source = old.sources.get(place.path) or (Source(place.path, place.source) if place.path else None)
    if source is None:
        return _furniture(mark, new)
    asked = read_form(mark.remark.text, source.words)
    source, offset = _meant(mark, asked, source, old)
    asked = read_form(mark.remark.text, source.words)
    path = paths.get(source.path, "")
    if not path:
        done = asked.kind is Ask.DELETE and not asked.old and place.words == source.words
        return MarkVerdict(
            mark, Verdict.AS_ASKED if done else Verdict.GONE, asked, source.words, "", "", done
        )
    now = new.sources[path]
    return _compared(mark, asked, source, now, offset)


def _meant(mark: Mark, asked: Asked, source: Source, old: SetRound) -> tuple[Source, int]:
    """The text that is meant, and where in it: another of the same callout where only that has the words."""
    offset = mark.place.offset
    named = asked.old or asked.anchor
    if not named or same_width(named) in same_width(source.words) or mark.place.photo:
        return source, offset
    unit = source.path.rpartition(".")[0]
    for path, other in old.sources.items():
        if unit and path.rpartition(".")[0] == unit and same_width(named) in same_width(other.words):
            return other, -1
    return source, offset


def _compared(mark: Mark, asked: Asked, source: Source, now: Source, offset: int) -> MarkVerdict:
    unchanged = source.words == now.words and source.digest == now.digest
    before, after = same_width(source.words), same_width(now.words)
    old = same_width(asked.old or mark.place.words)
    if old not in before and folded(old) in folded(before):  # set lines have white where the text has none
        offset = len(folded(before[:offset])) if offset >= 0 else offset
        before, after, old = folded(before), folded(after), folded(old)
    held = bool(old) and old in before
    if asked.kind is Ask.KEEP:
        verdict, judged = (Verdict.AS_ASKED if unchanged else Verdict.OTHERWISE), True
    elif unchanged:
        judged = (asked.kind in (Ask.REPLACE, Ask.DELETE) and held) or asked.kind is Ask.ADD
        verdict = Verdict.UNCHANGED
    else:
        before, after, offset = _window(before, after, offset)
        judged = asked.kind is Ask.ADD or (asked.kind is not Ask.OTHER and held)
        done = judged and _done(asked, before, after, old, offset)
        verdict = Verdict.AS_ASKED if done else Verdict.OTHERWISE
    return MarkVerdict(mark, verdict, asked, source.words, now.words, now.path, judged)


def _window(before: str, after: str, offset: int) -> tuple[str, str, int]:
    """The part of long texts around the mark; what both begin with in common goes with the rest."""
    if len(before) + len(after) <= 4 * _WINDOW or offset < 0:
        return before, after, offset
    start = max(offset - _WINDOW, 0)
    shift = len(after) - len(before)
    reach = _WINDOW + abs(shift)
    return (
        before[start : offset + _WINDOW],
        after[max(start - abs(shift), 0) : offset + reach],
        offset - start,
    )


def _done(asked: Asked, before: str, after: str, old: str, offset: int) -> bool:
    """Whether what is asked for was done."""
    given = [one for one in (asked.new, without_remark(asked.new)) if one]
    news = tuple(dict.fromkeys([*map(same_width, given), *map(folded, given)]))
    if asked.kind is Ask.DELETE:
        return _put(before, after, old, "", offset)
    if asked.kind is Ask.REPLACE:
        return any(_put(before, after, old, new, offset) for new in news)
    if asked.kind is Ask.ADD:
        return any(_added(asked, before, after, new, offset) for new in news)
    if asked.kind is Ask.SWAP:
        return any(_swapped(before, after, old, new) for new in news)
    return _moved(asked, before, after, old)


def _put(before: str, after: str, old: str, new: str, offset: int) -> bool:
    """Whether ``new`` stands where ``old`` stood, and ``old`` no more."""
    at = _nearest(before, old, offset)
    if at < 0:
        return False
    if before[:at] + new + before[at + len(old) :] == after:
        return True
    low, high = _between(before, after, at, at + len(old))
    there = after[low:high]
    if not new:
        return not set(there) & set(old)
    left = there.replace(new, "") if old in new else there
    return new in there and old not in left


def _nearest(words: str, part: str, offset: int) -> int:
    """Where a part stands nearest to an offset; -1 if nowhere."""
    found, at = -1, words.find(part)
    while at >= 0:
        if found < 0 or (offset >= 0 and abs(at - offset) < abs(found - offset)):
            found = at
        at = words.find(part, at + 1)
    return found


def _between(before: str, after: str, start: int, end: int) -> tuple[int, int]:
    """What now stands between the nearest characters outside ``start`` to ``end`` that stayed."""
    low, high = 0, len(after)
    for a, b, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        if size and a < start:
            low = b + min(size, start - a)
        if size and a + size > end:
            high = b + max(end - a, 0)
            break
    return low, max(low, high)


def _added(asked: Asked, before: str, after: str, new: str, offset: int) -> bool:
    if after.count(new) <= before.count(new):
        return False
    anchor = same_width(asked.anchor)
    if anchor and anchor in before:
        return (new + anchor if asked.before else anchor + new) in after
    if offset < 0:
        return True
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if (
            tag != "equal"
            and a - _NEAR <= offset <= b + _NEAR
            and new in after[max(c - len(new), 0) : d + len(new)]
        ):
            return True
    return False


def _swapped(before: str, after: str, one: str, other: str) -> bool:
    was, now = (before.find(one), before.find(other)), (after.find(one), after.find(other))
    return min(*was, *now) >= 0 and (was[0] < was[1]) != (now[0] < now[1])


def _moved(asked: Asked, before: str, after: str, old: str) -> bool:
    anchor = same_width(asked.anchor)
    joined = old + anchor if asked.before else anchor + old
    return bool(anchor) and joined in after and joined not in before


def _furniture(mark: Mark, new: SetRound) -> MarkVerdict:
    """The verdict on words that are no text of the report's own: by their place on the page."""
    place = mark.place
    asked = read_form(mark.remark.text, place.words)
    lines = [line for line in new.on(place.page) if _overlaps(line, mark)]
    there = next((line for line in lines if place.words and place.words in line.words), None)
    if there is not None:
        return MarkVerdict(mark, Verdict.UNCHANGED, asked, place.words, place.words, "", False)
    now = " ".join(line.words for line in lines)
    if not now:
        return MarkVerdict(mark, Verdict.GONE, asked, place.words, "", "", False)
    done = asked.kind is Ask.REPLACE and same_width(asked.new) in same_width(now)
    return MarkVerdict(
        mark, Verdict.AS_ASKED if done else Verdict.OTHERWISE, asked, place.words, now, "", done
    )


def _overlaps(line: SetLine, mark: Mark) -> bool:
    box = mark.place.box
    return any(
        one.x <= box.right + 2
        and one.right >= box.x - 2
        and one.y <= box.bottom + 1
        and one.bottom >= box.y - 1
        for one in line.boxes
    )

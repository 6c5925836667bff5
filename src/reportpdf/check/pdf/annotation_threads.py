"""Annotations that belong together become one remark: replies, states, and a caret with its strike-out.

Comes in: annotations as they stand in the file, in its order. Goes out: remarks, in the order of the first of
each. Replies that answer each other in a ring have no first: the earliest of them in the file is taken for
it. Source: ISO 32000-2 12.5.6.2 (IRT, RT), 12.5.6.3 (states).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportpdf.check.pdf.annotation_records import Annotation, Drawn, Kind, Reply, State

_REVIEWED = frozenset(("None", *(state.value for state in State if state.value)))
"""States of the Review model; those of the Marked model (Marked, Unmarked) are ticks of a reader's own."""


@dataclass(slots=True)
class _Thread:
    """A remark and all that answers it, while it is gathered."""

    first: Drawn
    grouped: list[Drawn] = field(default_factory=list)
    replies: list[Drawn] = field(default_factory=list)


def joined(drawn: Sequence[Drawn]) -> tuple[Annotation, ...]:
    """The remarks. One with neither words nor a place was deleted by a program that leaves its shell."""
    roots = _roots(drawn)
    threads: dict[int, _Thread] = {}
    for at, one in enumerate(drawn):
        root = roots[at]
        if root == at:
            threads.setdefault(at, _Thread(one))
    for at, one in enumerate(drawn):
        if roots[at] != at:
            thread = threads[roots[at]]
            (thread.grouped if one.grouped else thread.replies).append(one)
    found = (_remark(thread) for thread in threads.values())
    return tuple(one for one in found if one.boxes or one.words or one.replies)


def _roots(drawn: Sequence[Drawn]) -> list[int]:
    """For each annotation the index of the one that its thread begins with; each is walked once."""
    by_object = {one.own: at for at, one in enumerate(drawn) if one.own != (0, 0)}
    by_name = {one.name: at for at, one in reversed(list(enumerate(drawn))) if one.name}
    above = [_above(one, by_object, by_name) for one in drawn]
    roots = [-1] * len(drawn)
    for start in range(len(drawn)):
        at, way = start, dict[int, None]()
        while roots[at] < 0 and at not in way:
            way[at] = None
            if above[at] is None:
                roots[at] = at
                break
            at = above[at] or 0
        end = roots[at] if roots[at] >= 0 else min(list(way)[list(way).index(at) :])
        for one in way:
            roots[one] = end
    return roots


def _above(one: Drawn, by_object: dict[tuple[int, int], int], by_name: dict[str, int]) -> int | None:
    """The index of what an annotation answers; None if it answers nothing that is there."""
    if one.answers in by_object:
        return by_object[one.answers]
    return by_name.get(one.answers_name) if one.answers_name else None


def _remark(thread: _Thread) -> Annotation:
    """One remark. The place of a replacement is what is struck, its words are those that come instead."""
    first, members = thread.first, [thread.first, *thread.grouped]
    strike = next((one for one in members if one.kind is Kind.STRIKE), None)
    caret = next((one for one in members if one.kind is Kind.CARET), None)
    kind = Kind.REPLACE if strike and caret else first.kind
    words = "\n".join(dict.fromkeys(one.words for one in members if one.words))
    if strike and caret:
        words = caret.words or strike.words
    boxes = strike.boxes if strike and caret else first.boxes
    states = [one for one in thread.replies if one.state in _REVIEWED]
    last = max(states, key=lambda one: one.modified, default=None)
    if last is None and State.of(first.state) is not State.NONE:
        last = first
    replies = (one for one in thread.replies if one.words and not one.state)
    return Annotation(
        kind, first.page, boxes, words, first.author, first.modified, first.name, first.stamp,
        tuple(Reply(one.words, one.author, one.modified) for one in replies),
        *((State.of(last.state), last.author) if last else ()),
    )  # fmt: skip

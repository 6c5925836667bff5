"""Annotations of a PDF become marks.

Comes in: annotations and the words of the round whose proof they stand on. Goes out: what is to be taken
down, less what already was. A strike-out with a note reads as ``9761 改 9768``, one without as ``删 9761``, a
caret as ``在“公安”后增“机关”``; a note's words are kept as they are. The same annotation is known again by
its name (NM), or by kind, place and author.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from reportpdf.base.geometry import Rect
from reportpdf.check.pdf.annotation_records import Annotation, Kind, State
from reportpdf.proof.redmarks import Mark, Remark
from reportpdf.proof.redmarks_forms import Ask, read_form
from reportpdf.proof.redmarks_place import MarkPlace, gap_at, place_at, place_under
from reportpdf.proof.set_words import SetRound, folded

_BARE = {
    Kind.HIGHLIGHT: "标出",
    Kind.UNDERLINE: "下划线",
    Kind.SQUIGGLY: "波浪线",
    Kind.NOTE: "批注无字",
    Kind.FREE_TEXT: "批注无字",
    Kind.INK: "手写批注，见原件",
    Kind.SQUARE: "框出",
    Kind.OTHER: "图形批注，见原件",
    Kind.CARET: "插入号，未写所增之字",
}
"""What a mark says that was drawn without words."""

_UNDER = frozenset(
    (Kind.HIGHLIGHT, Kind.UNDERLINE, Kind.SQUIGGLY, Kind.STRIKE, Kind.REPLACE, Kind.SQUARE, Kind.INK)
)
"""Kinds that lie over the words they mean."""

_TALK = re.compile(r"重复|多余|核实|核对|查证|存疑|不妥|不通|是否|为何|为什么|请|不要|同上|附件|[?？]")
"""A note on a strike-out that talks about the words, and is not what comes in their place."""

_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("【", "】"))


@dataclass(frozen=True, slots=True)
class Incoming:
    """A remark to be taken down: who wrote it, what a reviewer said of it, and the number of the mark that
    its author rewrote as this one (0: none)."""

    remark: Remark
    by: str
    state: State = State.NONE
    state_by: str = ""
    replaces: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """A mark that is there already, and what a reviewer has said of it since."""

    mark: Mark
    state: State
    by: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import adds: marks, decisions on marks that are there, and how many were there already."""

    adds: tuple[Incoming, ...]
    reviews: tuple[Review, ...]
    known: int


def plan_import(
    annotations: Iterable[Annotation], found: SetRound, marks: Sequence[Mark], round_number: int, file: str
) -> Plan:
    """What is to be taken down. Lists nothing that the marks of the round hold already."""
    held = {mark.remark.key: mark for mark in marks if mark.round == round_number and mark.remark.key}
    named = {key.rpartition(":")[0]: mark for key, mark in held.items() if key.startswith("n:")}
    adds: dict[str, Incoming] = {}
    reviews: list[Review] = []
    known = 0
    for one in annotations:
        remark = replace(remark_of(one, found), file=file)
        mark = held.get(remark.key)
        if mark is not None:
            known += 1
            if mark.is_open and one.state in _DECIDES and not mark.decisions:
                reviews.append(Review(mark, one.state, one.state_by))
            continue
        rewritten = named.get(remark.key.rpartition(":")[0])
        number = rewritten.number if rewritten is not None and rewritten.is_open else 0
        adds.setdefault(remark.key, Incoming(remark, one.author, one.state, one.state_by, number))
    return Plan(tuple(adds.values()), tuple(reviews), known)


_DECIDES = frozenset((State.REJECTED, State.CANCELLED, State.COMPLETED))


def remark_of(one: Annotation, found: SetRound) -> Remark:
    """The remark that an annotation makes, at its place in the round."""
    place, text = _placed(one, found)
    replies = tuple(
        f"{reply.author}：{reply.words}" if reply.author else reply.words for reply in one.replies
    )
    return Remark(place, text, one.kind.value, "", _key(one, text), one.modified, replies)


def _placed(one: Annotation, found: SetRound) -> tuple[MarkPlace, str]:
    """Its place, and what it says there."""
    if not one.boxes:
        nowhere = MarkPlace(one.page, 0.0, 0.0, Rect(0, 0, 0, 0), "")
        return nowhere, one.words or _bare(one)
    box = one.boxes[0]
    x, y = box.x + box.width / 2, box.y + box.height / 2
    if one.kind is Kind.CARET:
        place, before = gap_at(found, one.page, x, box.y)
        return place, _inserted(one, place.words, before)
    under = place_under(found, one.page, one.boxes) if one.kind in _UNDER else None
    place = under or place_at(found, one.page, x, y, read_form(one.words).old)
    return place, _said(one, place.words)


def _said(one: Annotation, words: str) -> str:
    """What a mark over words says. Some programs put the words themselves into the note: that is no note."""
    note = "" if folded(one.words) == folded(words) and one.kind in _UNDER else one.words
    if one.kind is Kind.REPLACE and note:
        return f"{words} 改 {note}"
    if one.kind in (Kind.STRIKE, Kind.REPLACE):
        if not note:
            return f"删 {words}"
        if read_form(note, words).kind is not Ask.OTHER:
            return note
        return f"删 {words}（{note}）" if _TALK.search(note) else f"{words} 改 {note}"
    return note or _bare(one)


def _inserted(one: Annotation, anchor: str, before: bool) -> str:
    """What a caret says."""
    if not one.words:
        return _bare(one)
    if read_form(one.words).kind is not Ask.OTHER:
        return one.words
    if not anchor:
        return f"增{_quoted(one.words)}"
    return f"在{_quoted(anchor)}{'前' if before else '后'}增{_quoted(one.words)}"


def _quoted(words: str) -> str:
    opening, closing = next(
        (pair for pair in _PAIRS if pair[0] not in words and pair[1] not in words), _PAIRS[0]
    )
    return opening + words + closing


def _bare(one: Annotation) -> str:
    if one.kind is Kind.STAMP:
        return f"图章：{one.stamp.lstrip('#') or '无名'}"
    return _BARE.get(one.kind, _BARE[Kind.OTHER])


def _key(one: Annotation, text: str) -> str:
    """What the same annotation has again when it is read again: its name, or its kind, place and author; and
    what it says, so that a rewritten one is another."""
    places = ";".join(f"{b.x:.0f},{b.y:.0f},{b.width:.0f}" for b in one.boxes[:8])
    name = (
        f"n:{_hash(one.name)}"
        if one.name
        else f"g:{_hash(one.kind.value, str(one.page), places, one.author)}"
    )
    return f"{name}:{_hash(text)}"


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]

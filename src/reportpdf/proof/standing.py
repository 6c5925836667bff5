"""Where a value stands in a report, however it is written.

Comes in: a change of words, the new report. Goes out: the values that became others, and for each every
other place of the old and of the new: in digits, with separators of thousands, full-width, with 万 and 亿, in
Han, in titles, lede, captions, labels and other callouts. Source: GB/T 15835-2011 (forms of numerals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportpdf.check.copy.numbers import Number, han_numbers, han_value, numbers
from reportpdf.proof.changes import Change, NumberChange, Standing
from reportpdf.proof.snapshot import Said, Snapshot

_NARROW = str.maketrans("０１２３４５６７８９．％：", "0123456789.%:")
_FULL_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_THIN = re.compile(r"(?<=[0-9])[ \u2009\u202f](?=[0-9]{3}(?![0-9]))")
_PERCENT = re.compile(r"百分之(?P<han>[〇零一二两三四五六七八九十百点]+)")
_FORMAL = re.compile("[零壹贰叁肆伍陆柒捌玖]*[拾佰仟][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+")
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_DIGITS = re.compile("[0-9０-９]")
_TELLING = 4
"""Characters from which a number in Han is known whatever it counts: 九千七百六十一处 is what 9761个 was,
八类 is not what 8分钟 was."""
_AROUND = 8
"""Characters before and after a value that tell where it stands."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number in words: its place, value and unit, and how it is written."""

    start: int
    end: int
    value: Decimal
    unit: str
    written: str


def values(words: str) -> tuple[Value, ...]:
    """All numbers of the words in order, however they are written."""
    flat = _THIN.sub(",", _FULL_COMMA.sub(",", words).translate(_NARROW))
    flat = _FORMAL.sub(lambda m: m[0].translate(_PLAIN), flat)
    found = [_value(one, words) for one in numbers(flat)]
    shares = [
        Value(m.start(), m.end(), share, "%", m[0])
        for m in _PERCENT.finditer(flat)
        if (share := _share(m["han"])) is not None
    ]
    taken = [(v.start, v.end) for v in (*found, *shares)]
    found += [
        _value(one, words)
        for one in han_numbers(flat)
        if not any(a < one.tail and one.at < b for a, b in taken)
    ]
    return tuple(sorted((*found, *shares), key=lambda one: one.start))


def _value(number: Number, words: str) -> Value:
    return Value(number.at, number.tail, number.value, number.unit, words[number.at : number.tail])


def _share(han: str) -> Decimal | None:
    """The value of 九十五点五."""
    whole, _, part = han.partition("点")
    value = han_value(whole)
    if value is None or "点" in part:
        return None
    digits = "".join(str(v) for c in part if (v := han_value(c)) is not None)
    return Decimal(f"{value}.{digits}") if digits else Decimal(value)


def number_changes(change: Change, new: Snapshot) -> tuple[NumberChange, ...]:
    """The values that the change made others, with their places in the new report."""
    found = list(dict.fromkeys(_pairs(change)))
    made = [
        NumberChange(
            _full(was), _full(now),
            tuple(_places(was, new, change, now)), tuple(_places(now, new, change, now)),
        )
        for was, now in found
    ]  # fmt: skip
    if not made and change.code == "figure" and change.old and change.new and not change.white:
        word = Value(0, 0, Decimal(-1), "", change.old.strip())
        after = Value(0, 0, Decimal(-1), "", change.new.strip())
        if len(word.written) > 1:
            made.append(
                NumberChange(
                    word.written, after.written,
                    tuple(_places(word, new, change, after)), tuple(_places(after, new, change, after)),
                )
            )  # fmt: skip
    return tuple(made)


def _full(value: Value) -> str:
    return value.written + (
        value.unit if value.unit == "%" and not value.written.endswith(("%", "％")) else ""
    )


def _pairs(change: Change) -> Iterator[tuple[Value, Value]]:
    """Values in what was taken out and what was put in its place, in order."""
    before, after = values(change.old), values(change.new)
    for edit in change.edits:
        was = [v for v in before if _meets(v, edit.old_at, edit.old)]
        now = [v for v in after if _meets(v, edit.new_at, edit.new)]
        if len(was) != len(now):  # written anew: of those that stayed none became another
            was, now = _apart(was, now), _apart(now, was)
        if len(was) == len(now):
            for a, b in zip(was, now, strict=True):
                if (a.value, a.unit == "%") != (b.value, b.unit == "%"):
                    yield a, b


def _apart(these: list[Value], those: list[Value]) -> list[Value]:
    known = {(v.value, v.unit) for v in those}
    return [v for v in these if (v.value, v.unit) not in known]


def _meets(value: Value, start: int, words: str) -> bool:
    return value.start < start + len(words) and start < value.end + (value.unit == "%")


def _places(value: Value, new: Snapshot, change: Change, now: Value) -> Iterator[Standing]:
    """Where the value stands; not the place where the change itself put it."""
    for said in texts(new):
        for found in _found(value, said.words):
            own = said.path == change.new_path
            if own and _is_put(found, change, now):
                continue
            same = value.unit == found.unit or not value.unit or not found.unit
            if not same and not _DIGITS.search(found.written) and len(found.written) < _TELLING:
                continue
            yield Standing(said.path, said.line, _full(found), _around(said.words, found), same, found.start)


def _is_put(found: Value, change: Change, now: Value) -> bool:
    """Whether it is what the change itself put there."""
    return (found.value, found.written) == (now.value, now.written) and any(
        _meets(found, edit.new_at, edit.new) for edit in change.edits
    )


def _found(value: Value, words: str) -> Iterator[Value]:
    if value.value >= 0:
        for one in values(words):
            if one.value == value.value and (one.unit == "%") == (value.unit == "%"):
                yield one
        return
    for match in re.finditer(re.escape(value.written), words):
        yield Value(match.start(), match.end(), value.value, "", match[0])


def _around(words: str, value: Value) -> str:
    start, end = max(0, value.start - _AROUND), min(len(words), value.end + _AROUND)
    cut = words[start:end].replace("\n", " ")
    return f"{'…' if start else ''}{cut}{'…' if end < len(words) else ''}"


def texts(snapshot: Snapshot) -> Iterator[Said]:
    """Every text of a report, in reading order."""
    yield from (s for s in (snapshot.title, snapshot.subject) if s is not None)
    for one in snapshot.byline:
        yield from one
    if snapshot.lede is not None:
        yield snapshot.lede
    for section in snapshot.sections:
        yield section.title
        for callout in section.callouts:
            yield callout.figure
            yield callout.text
            if callout.label is not None:
                yield callout.label
        if section.quote is not None:
            yield section.quote
        for photo in section.photos:
            yield from (s for s in (photo.caption, photo.credit) if s is not None)
    yield from snapshot.imprint

"""Every figure of a callout is found in its text, with the words that say how exact it is.

Comes in: the copy. Goes out: figures that the text does not have, has with another unit, or has with another
bound: 95% beside 超95% is another fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportpdf.check.copy.numbers import Bound, Number, han_numbers, numbers
from reportpdf.check.copy.words import Copy, Passage, Role, note, quoted
from reportpdf.check.finding import Noted
from reportpdf.model.report import Callout

_PARTS = re.compile(r"[^、，,;；\n/／]+(?:,[0-9]{3}[^、，,;；\n/／]*)*")
_MARKS = re.compile(r"[“”‘’《》〈〉（）()「」\s·・—~～-]")
_DOWN = re.compile(r"下降|减少|降低|回落|缩短|压降|下跌|降幅|负增长")
_UP = re.compile(r"上升|增长|提高|增加|提升|上涨|攀升|增幅")


def figures(copy: Copy) -> Iterator[Noted]:
    """Each part of each figure, and each number of a label, against the callout's text."""
    for passage in copy.of(Role.FIGURE, Role.LABEL):
        callout = passage.owner
        if not isinstance(callout, Callout):
            continue
        words = callout.text.value
        in_digits = tuple(numbers(words))
        if passage.role is Role.LABEL:
            yield from _label(passage, callout, in_digits)
            continue
        known = (*in_digits, *han_numbers(words))
        for part in _PARTS.finditer(passage.words):
            yield from _part(passage, part.group(), part.start(), words, known)


def _part(passage: Passage, part: str, at: int, words: str, known: tuple[Number, ...]) -> Iterator[Noted]:
    """One figure of a callout, or the words that stand for one."""
    if _MARKS.sub("", part) in _MARKS.sub("", words) and not any(numbers(part)):
        return
    own = next(numbers(part), None) or next(han_numbers(part), None)
    if own is None or re.search(r"[0-9][+:：/／][0-9A-Z]", part):
        if not _told(part, words):
            yield note("figure-missing", passage.text, at, at + len(part), given="")
        return
    same = [n for n in known if n.value == own.value]
    span = at + own.start, at + own.end
    if not same:
        yield from _near(passage, own, span, words, known)
        return
    fitting = [n for n in same if _unit_fits(own, part, n, words)]
    if not fitting:
        yield note("figure-unit", passage.text, *span, given=_given(same[0], words))
    elif all(n.bound is not own.bound for n in fitting):
        yield note("figure-bound", passage.text, *span, given=_given(fitting[0], words))
    elif own.sign and all(_contrary(own, n, words) for n in fitting):
        yield note("figure-direction", passage.text, *span, given=_given(fitting[0], words, 8))


def _near(
    passage: Passage, own: Number, span: tuple[int, int], words: str, known: tuple[Number, ...]
) -> Iterator[Noted]:
    """A number that the text does not have: a rounded one that says so is good."""
    rounded = [n for n in known if n.unit == own.unit and own.scale and abs(n.value - own.value) < own.step]
    honest = own.bound in (Bound.ABOUT, Bound.NEAR, Bound.OVER)
    if rounded:
        if not (honest and _bounds(own, rounded[0])):
            yield note("figure-rounded", passage.text, *span, given=_given(rounded[0], words))
        return
    alike = [n for n in known if n.unit == own.unit] or [n for n in known if n.unit]
    yield note("figure-missing", passage.text, *span, given=_given(alike[0], words) if alike else "")


def _bounds(own: Number, exact: Number) -> bool:
    """Whether the bound is on the right side of the number that it rounds."""
    if own.bound is Bound.OVER:
        return exact.value >= own.value
    return own.bound is Bound.ABOUT or exact.value <= own.value


def _unit_fits(own: Number, part: str, other: Number, words: str) -> bool:
    """Whether what follows the number in the figure follows it in the text as well."""
    unit = own.unit or _MARKS.sub("", part[own.end :])[:1]
    if not unit:
        return other.unit not in ("%", "‰")
    if unit in ("%", "‰") or other.unit in ("%", "‰"):
        return unit == other.unit
    if other.unit.startswith(unit) or unit.startswith(other.unit or "\0"):
        return True
    # 12项 beside 12个民生项目 is another unit; 12场次 beside 12场 is not
    return unit[0] in words[other.tail : other.tail + 2]


def _contrary(own: Number, other: Number, words: str) -> bool:
    """Whether the sign of a figure says the contrary of the words before the number, or after it."""
    clause = re.split(r"[，。；,;]", words[: other.start])[-1]
    down, up = list(_DOWN.finditer(clause)), list(_UP.finditer(clause))
    if bool(down) == bool(up):
        return False
    return (own.sign in "-−↓") != bool(down)


def _given(number: Number, words: str, ahead: int = 0) -> str:
    return quoted(words[max(0, number.start - ahead) : number.end])


def _told(part: str, words: str) -> bool:
    """Whether the words of a figure stand in the text, close together and in this order."""
    wanted = _MARKS.sub("", part).translate(_HAN_DIGITS)
    text = _MARKS.sub("", words).translate(_HAN_DIGITS)
    if len(wanted) < 3:
        return wanted in text
    gap = f"[^，。；,;]{{0,{max(2, len(wanted))}}}?"
    pattern = re.escape(wanted[:2]) + gap + gap.join(map(re.escape, wanted[2:]))
    return wanted in text or re.search(pattern, text) is not None


_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九两", "001234567892")


def _label(passage: Passage, callout: Callout, known: tuple[Number, ...]) -> Iterator[Noted]:
    """The numbers of a label: each stands in the text or is the figure."""
    values = {n.value for n in (*known, *numbers(callout.figure.value), *han_numbers(callout.text.value))}
    for number in numbers(passage.words):
        if number.value not in values:
            yield note("figure-missing", passage.text, number.start, number.end, given="")


_HAN_COUNT = re.compile(r"^[一二三四五六七八九十百千]+[余多]?(?:项|个|起|件|名|人|次|条|家|辆|场|处)$")


def style(copy: Copy) -> Iterator[Noted]:
    """Figures that stand out from the others by how they are written."""
    own = [p for p in copy.of(Role.FIGURE) if any(numbers(p.words))]
    han = [p for p in copy.of(Role.FIGURE) if _HAN_COUNT.match(p.words)]
    if len(own) > len(han):
        for passage in han:
            yield note("figure-style", passage.text, 0, len(passage.words))
    spaced = [p for p in own if re.search(r"[0-9][ ][\u4e00-\u9fff%]", p.words)]
    if spaced and len(spaced) < len(own) / 2:
        for passage in spaced:
            yield note("figure-style", passage.text, 0, len(passage.words))
    bare = [p for p in own if re.fullmatch(r"[0-9.,]+[万亿]?", p.words.strip())]
    if bare and len(bare) < len(own) / 2:
        for passage in bare:
            yield note("figure-no-unit", passage.text, 0, len(passage.words))


_BLANK = re.compile(r"[\s，。；、：！？,.;:!?“”‘’…—]+")


def quotations(copy: Copy) -> Iterator[Noted]:
    """A sentence held up from the text that the text does not have."""
    body = "".join(_BLANK.sub("", p.words) for p in copy.of(Role.LEDE, Role.BODY))
    for passage in copy.of(Role.QUOTE):
        if _BLANK.sub("", passage.words) not in body:
            yield note("quote-not-in-text", passage.text, 0, len(passage.words))

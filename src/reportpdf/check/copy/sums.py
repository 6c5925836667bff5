"""Totals and percentages that do not come out, where the words state all of their parts.

Comes in: the copy. Goes out: what was reckoned, beside what is written. A percentage may be rounded at its last
digit; parts that do not claim to be all may stay under their total, but never above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from reportpdf.check.copy.numbers import HAN_DIGITS, Bound, Number, han_value, numbers
from reportpdf.check.copy.words import RUNNING, Copy, Passage, note, quoted, sentences
from reportpdf.check.finding import Noted

_TOTAL_AFTER = re.compile(r"[，,、](?:以上)?(?:共计|合计|总计|总共|共)(?:[\u4e00-\u9fff]{0,6})$")
_CALENDAR = frozenset({"年", "月", "日", "号"})
"""What is written with these is a date more often than an amount, and dates are not summed."""

_NEARLY = Decimal("0.8")
"""Parts that make up so much of their total are meant to be all of it; fewer are examples. [choice]"""


def totals(copy: Copy) -> Iterator[Noted]:
    """共…, 其中…; …, 共计…; and parts in brackets after their total."""
    for passage in copy.of(*RUNNING):
        for start, end in sentences(passage.words):
            own = [n for n in numbers(passage.words) if start <= n.at < end and n.unit]
            yield from _among(passage, own, end)
            yield from _summed(passage, own, start)


def _among(passage: Passage, own: list[Number], end: int) -> Iterator[Noted]:
    """A total with its parts behind it."""
    words = passage.words
    for i, total in enumerate(own):
        lead = re.match(
            r"[^，。；（(,]{0,12}?(?:[，,（(]其中|[（(](?!含|占|同比|其中)|，包括)", words[total.end : end]
        )
        if lead is None or total.bound is not Bound.EXACT or total.unit in _CALENDAR:
            continue
        bracket = lead.group().endswith(("（", "("))
        stop = (
            _bracket_end(words, total.end + lead.end(), end)
            if "（" in lead.group() or "(" in lead.group()
            else end
        )
        parts = _like(own[i + 1 :], total, words, stop)
        reckoned = sum((n.value for n in parts), Decimal(0))
        short = len(parts) > 1 and (bracket or reckoned >= total.value * _NEARLY)
        if parts and (reckoned > total.value or (short and reckoned < total.value)):
            yield _wrong(passage, total, reckoned)


def _bracket_end(words: str, start: int, end: int) -> int:
    found = re.compile("[）)]").search(words, start, end)
    return found.start() if found else end


def _like(behind: list[Number], total: Number, words: str, stop: int) -> list[Number]:
    """The parts: of the total's unit, exact, up to where another total or a comparison begins."""
    parts: list[Number] = []
    for number in behind:
        between = words[parts[-1].end if parts else total.end : number.start]
        if number.at >= stop or re.search(r"同比|比上年|较去年|其中.*其中|共计|合计|另|此外|还|占", between):
            break
        if number.unit == total.unit and number.bound is Bound.EXACT:
            parts.append(number)
        elif number.unit == total.unit:
            return []
    return parts


def _summed(passage: Passage, own: list[Number], start: int) -> Iterator[Noted]:
    """A total behind its parts."""
    words = passage.words
    for i, total in enumerate(own):
        if not _TOTAL_AFTER.search(words[start : total.start]) or total.bound is not Bound.EXACT:
            continue
        parts = [n for n in own[:i] if n.unit == total.unit]
        if len(parts) > 1 and all(n.bound is Bound.EXACT for n in parts):
            reckoned = sum((n.value for n in parts), Decimal(0))
            nested = any(mark in words[start : total.start] for mark in ("其中", "同比", "去年"))
            if reckoned != total.value and not nested:
                yield _wrong(passage, total, reckoned)


def _wrong(passage: Passage, total: Number, reckoned: Decimal) -> Noted:
    value = f"{reckoned / (total.step * 10 ** len(total.digits.partition('.')[2])):f}"
    return note("sum-wrong", passage.text, total.start, total.end, reckoned=value + total.scale + total.unit)


_FROM_TO = re.compile(r"由|从")
_UP = r"增长|上升|增加|提高|提升|增幅"
_DOWN = r"下降|减少|降低|回落|压降|降幅"
_CHANGE = re.compile(
    rf"^[，,]?(?:同比|环比|比上年|较上年|较去年)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?:约)?$"
)


def changes(copy: Copy) -> Iterator[Noted]:
    """A change from one number to another with the percentage that it is said to be."""
    for passage in copy.of(*RUNNING):
        own = list(numbers(passage.words))
        for old, new, share in zip(own, own[1:], own[2:], strict=False):
            found = _change(passage.words, old, new, share)
            if found is not None and found[0].value:
                yield from _checked(passage, *found)


def _change(words: str, a: Number, b: Number, share: Number) -> tuple[Number, Number, Number, bool] | None:
    """Old, new, percentage and whether it goes down, if the three numbers say that."""
    said = _CHANGE.match(words[b.end : share.start])
    if share.unit != "%" or said is None or a.unit != b.unit or a.unit in ("", "%", "年", "月", "日"):
        return None
    before, between = words[max(0, a.start - 8) : a.start], words[a.end : b.start]
    down = said["down"] is not None
    if _FROM_TO.search(before) and re.fullmatch(r"[^，。；]{0,6}[到至为][^，。；]{0,3}", between):
        return a, b, share, down
    if re.fullmatch(r"[，,]?(?:比|较)(?:去年|上年)(?:同期)?的?", between):
        return b, a, share, down
    if re.fullmatch(r"[^，。；]{0,6}[，,](?:去年|上年)同期(?:为|是)?[^，。；0-9]{0,6}", between):
        return b, a, share, down
    return None


def _checked(passage: Passage, old: Number, new: Number, share: Number, down: bool) -> Iterator[Noted]:
    change = (new.value - old.value) / old.value * 100
    reckoned = abs(change).quantize(share.step, ROUND_HALF_UP)
    if (change < 0) != down or (share.bound is Bound.EXACT and abs(reckoned - share.value) > share.step):
        way = "-" if change < 0 else "+"
        yield note("sum-percent", passage.text, share.start, share.end, reckoned=f"{way}{reckoned}%")


_RATE = re.compile(
    r"^[^，。；0-9]{0,4}[，,、]?[^，。；0-9]{0,6}(?:办结|完成|破案|侦破|整改|化解|调解|办理|回复|及格|合格|逮捕|签订|录入|检测|达标)率(?:为|达到|达|是)?$"
)


def rates(copy: Copy) -> Iterator[Noted]:
    """So many done of so many, with the rate that it is said to be."""
    for passage in copy.of(*RUNNING):
        own = list(numbers(passage.words))
        for whole, done, share in zip(own, own[1:], own[2:], strict=False):
            between = passage.words[whole.end : done.start]
            if share.unit == "%" and whole.unit == done.unit and whole.unit not in ("", "%") and whole.value:
                said = passage.words[done.end : share.start]
                part = "其中" in between and re.fullmatch("，占(?:比|总数的|总人数的)?", said)
                if not (part or _RATE.match(said)) or "。" in between:
                    continue
                reckoned = (done.value / whole.value * 100).quantize(share.step, ROUND_HALF_UP)
                exact = share.bound is whole.bound is done.bound is Bound.EXACT
                if exact and abs(reckoned - share.value) > share.step and done.value <= whole.value:
                    yield note("sum-percent", passage.text, share.start, share.end, reckoned=f"{reckoned}%")
                elif exact and done.value > whole.value:
                    yield note(
                        "sum-wrong", passage.text, done.start, done.end, reckoned=quoted(f"≤ {whole.value}")
                    )


_SHARES = re.compile(r"分别占(?:比|到|总数的)?")
_DROP = re.compile(r"(?:下降|减少|降低|压降|回落)了?(?:超|超过|近|约|逾)?$")


def shares(copy: Copy) -> Iterator[Noted]:
    """Shares of a whole that are more than all of it, and a fall by more than everything."""
    for passage in copy.of(*RUNNING):
        own = list(numbers(passage.words))
        for match in _SHARES.finditer(passage.words):
            stop = next(
                (b for a, b in sentences(passage.words) if a <= match.start() < b), len(passage.words)
            )
            parts = [n for n in own if match.end() <= n.start < stop and n.unit == "%"]
            reckoned = sum((n.value for n in parts), Decimal(0))
            if len(parts) > 1 and reckoned > Decimal("100.5"):
                yield note("sum-wrong", passage.text, parts[0].start, parts[-1].end, reckoned=f"{reckoned}%")
        for number in own:
            if number.unit == "%" and number.value > 100 and _DROP.search(passage.words[: number.start]):
                yield note("sum-over-all", passage.text, number.start, number.end)


_TURNED = re.compile(
    r"(?:由|从)(?:[\u4e00-\u9fff]{0,6}?的)?([0-9]+(?:\.[0-9]+)?)([万亿]?)([\u4e00-\u9fff%‰]{0,4}?)"
    r"(?P<word>增加|增长|上升|提高|提升|扩大|升|增|下降|减少|降低|压缩|压减|缩短|缩减|回落|降|减)(?:至|到|为)"
    r"([0-9]+(?:\.[0-9]+)?)([万亿]?)(?![0-9.])"
)
_RISES = re.compile("增|升|提高|扩大")


def directions(copy: Copy) -> Iterator[Noted]:
    """由5个增加到3个: numbers that go the other way than the word between them."""
    for passage in copy.of(*RUNNING):
        for match in _TURNED.finditer(passage.words):
            first, scale, unit, _, last, scale_to = match.groups()
            if scale != scale_to or not passage.words.startswith(unit, match.end()):
                continue
            rises = _RISES.search(match["word"]) is not None
            if Decimal(first) != Decimal(last) and (Decimal(last) > Decimal(first)) != rises:
                yield note("sum-direction", passage.text, match.start(), match.end() + len(unit))


_WHOLE = re.compile(
    r"(?:满意率|满意度|破案率|覆盖率|合格率|知晓率|办结率|及时率|准确率|见警率|参与率|普及率|到位率|占比)"
    r"(?:已|均)?(?:达到|达|为|提高到|提升至|提升到|上升至)?([0-9]+(?:\.[0-9]+)?)%"
)


def wholes(copy: Copy) -> Iterator[Noted]:
    """满意率达102%: a rate that is a share of a whole, over all of it."""
    for passage in copy.of(*RUNNING):
        for match in _WHOLE.finditer(passage.words):
            if Decimal(match[1]) > 100:
                yield note("sum-over-whole", passage.text, match.start(), match.end())


_LISTED = re.compile(
    rf"(?<![、和及与同并])(?P<list>(?:“[^“”]{{1,14}}”|《[^《》]{{1,20}}》){{2,}})(?:这)?(?P<count>[{HAN_DIGITS}]|[0-9]{{1,2}})"
    r"(?:大|项|个|部|种|类|场|条|起)"
)


def counted(copy: Copy) -> Iterator[Noted]:
    """A list with a count behind it that is another: “A”“B”三项行动."""
    for passage in copy.of(*RUNNING):
        for match in _LISTED.finditer(passage.words):
            items = len(re.findall("[“《]", match["list"]))
            count = int(match["count"]) if match["count"].isdigit() else han_value(match["count"])
            if count is not None and count != items and count < 13:
                yield note("sum-count", passage.text, match.start("count"), match.end(), items=items)

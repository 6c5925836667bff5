"""Numbers in Chinese text: their values, what is said of their exactness, and their units.

Comes in: words. Goes out: a :class:`Number` for each that is written in digits or, where asked, in Han.
Source for what a numeral may look like: GB/T 15835-2011 5.1, 5.2, 5.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Bound(Enum):
    """What is said of a number beside its value."""

    EXACT = ""
    OVER = "over"
    UNDER = "under"
    NEAR = "near"
    ABOUT = "about"


BOUNDS: tuple[tuple[Bound, str, str], ...] = (
    # what is said before the number; what is said after it
    (Bound.OVER, "超过 超出 超 逾 突破 多于 高于 大于 不少于 不低于 不小于 至少", "以上 余 多 有余 +"),
    (Bound.UNDER, "不足 不到 低于 少于 小于 不超过 不多于 不高于", "以下 以内 不到"),
    (Bound.NEAR, "将近 接近 近", ""),
    (Bound.ABOUT, "大约 大概 约", "左右 上下"),
)
"""A word lost from a figure, or gained by it, changes what it says."""

_BEFORE = {word: bound for bound, before, _ in BOUNDS for word in before.split()}
_AFTER = {word: bound for bound, _, after in BOUNDS for word in after.split()}


def _any(words: dict[str, Bound]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_UNITS = (
    "人次|件次|家次|车次|场次|平方公里|平方米|立方米|公里|千米|厘米|毫米|小时|分钟|公斤|千克|千瓦时|个百分点|百分点|"
    "万元|周年|[项个件起名人位户家所条次类种辆架艘吨米里亩斤克升倍成部座台处场批例组支只份幅张篇本套元角岁天年月日时分秒"
    "级档期届号页层宗笔轮栋村镇县区市省回头棵公℃度]"
)
DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
_NUMBER = re.compile(
    # 签约20个 and 附近3家 say nothing of exactness, 赶超 and 高超 are words
    rf"(?:(?<![签预邀合契节履违解特相附靠临最就亲邻贴远赶])(?P<before>{_any(_BEFORE)})(?:了|达|有)?)?[ ]?"
    rf"(?P<sign>[+↑↓−-](?=[0-9])(?<![0-9A-Za-z].))?(?<![0-9.A-Za-z])(?P<digits>{DIGITS})(?![A-Za-z])[ ]?"
    r"(?P<scale>千万|百万|万|亿)?(?P<more>余|多|\+)?(?P<more_scale>万|亿)?(?P<unit>[%‰％]|"
    rf"{_UNITS})?(?P<after>{_any(_AFTER)})?"
)
_SCALES = {"": 1, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
HAN_DIGITS = "〇零一二两三四五六七八九十百千万亿"
_HAN = re.compile(rf"(?<![第{HAN_DIGITS}])(?P<han>[{HAN_DIGITS}]+)(?P<unit>{_UNITS})?")
_VALUE = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_PLACE = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``start`` of some words: ``start`` to ``end`` is all that is said of it; its digits begin at
    ``at``. A percent sign is a unit."""

    start: int
    at: int
    end: int
    value: Decimal
    unit: str
    bound: Bound
    sign: str
    digits: str
    scale: str
    tail: int
    """Where the unit begins, or would."""

    @property
    def step(self) -> Decimal:
        """What its last digit is worth."""
        places = len(self.digits.partition(".")[2])
        return Decimal(_SCALES[self.scale]) / Decimal(10) ** places


def numbers(words: str) -> Iterator[Number]:
    """The numbers in digits, in their order."""
    for match in _NUMBER.finditer(words):
        scale = match["scale"] or match["more_scale"] or ""
        digits = match["digits"].replace(",", "")
        bound = _AFTER.get(match["after"] or "") or _AFTER.get(match["more"] or "")
        bound = bound or _BEFORE.get(match["before"] or "") or Bound.EXACT
        unit = (match["unit"] or "").replace("％", "%")
        end = match.start("unit") if match["unit"] else match.end()
        yield Number(
            match.start(), match.start("digits"), match.end(), Decimal(digits) * _SCALES[scale], unit, bound,
            match["sign"] or "", match["digits"], scale, end,
        )  # fmt: skip


def han_numbers(words: str) -> Iterator[Number]:
    """The numbers in Han that have a unit; ordinals are none."""
    for match in _HAN.finditer(words):
        value = han_value(match["han"])
        if value is not None and match["unit"]:
            yield Number(
                match.start(), match.start(), match.end(), Decimal(value), match["unit"], Bound.EXACT, "",
                match["han"], "", match.start("unit"),
            )  # fmt: skip


def han_value(han: str) -> int | None:
    """The value of a numeral in Han; None if it is none, as 五六 is not."""
    if not any(c in "十百千万亿" for c in han):
        if len(han) > 1 and not all(c in "〇零一二三四五六七八九" for c in han):
            return None
        return int("".join(str(_VALUE[c]) for c in han)) if len(han) in (1, 4) else None
    total, section, digit, seen = 0, 0, 0, False
    for c in han:
        if c in _VALUE:
            if seen and digit:
                return None
            digit, seen = _VALUE[c], True
        elif c in _PLACE:
            section += (digit if seen else 1) * _PLACE[c]
            digit, seen = 0, False
        else:
            total = (total + section + digit) * _SCALES[c]
            section, digit, seen = 0, 0, False
    return total + section + digit

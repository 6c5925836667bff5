"""How numbers are written. Source: GB/T 15835-2011, the clause with each row.

Comes in: the copy. Goes out: years cut short, ranges that can be misread, digits where Han belong, and the
same kind of number written in two ways.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from reportpdf.check.copy.numbers import HAN_DIGITS, Number, han_numbers, numbers
from reportpdf.check.copy.words import Copy, Passage, Role, matches, note
from reportpdf.check.finding import Noted

_N = r"[0-9]+(?:\.[0-9]+)?"
_COUNTED = "(?:人次|[%‰个人名起件项家户万亿元天年月日号时岁条次位处所场辆吨亩米台套页级届度分秒周])"
_ONE = "一二三四五六七八九"
_NEXT = "三、五|" + "|".join(f"{a}、{b}" for a, b in pairwise(_ONE[1:]))

_DATE = r"(?:1[0-2]|[1-9])[.．。、•・](?:[12][0-9]|3[01]|[1-9])"
"""A day as part of a name, with another mark than the middle dot in it."""

PATTERNS: tuple[tuple[str, str, str], ...] = (
    # code, what it looks like, clause of GB/T 15835-2011
    ("digits-year-cut", r"(?<![0-9.])[0-9]{2}年(?=1?[0-9]月(?!龄))", "5.1.4"),
    ("digits-year-cut", r"(?<![0-9])[’'‘][0-9]{2}年?(?![0-9A-Za-z])", "5.1.4"),
    ("digits-year-cut", r"(?<=[—～至\-])[0-9]{2}年(?=[1-9]?[0-9]月)", "5.1.4"),
    ("digits-year-cut", r"(?<![0-9])(?:19|20)[0-9]{2}年?[—–～~\-/][0-9]{2}(?=年度?|学年|赛季)", "5.1.4"),
    (
        "digits-year-cut",
        r"(?<![0-9.近这过前后达满每第约超逾足头历经来共用])[0-3][0-9]年(?=年?底|初|上半年|下半年|全年|春节|春季|夏季|秋季|冬季"
        r"|国庆|[一二三四]季度|第[一二三四]季度|[1-4]季度)",
        "5.1.4",
    ),
    ("digits-year-cut", r"(?<![^，。；、：（“])[6-9][1-9]年(?=以来|以后|以前)", "5.1.4"),
    ("digits-year-cut", r"(?<=[从自])[0-9]{2}年(?=起|至今|参加|入|开始)", "5.1.4"),
    ("digits-range-mark", rf"(?<![0-9A-Za-z.\-/]){_N}(?:-|−|–|——|──|--){_N}(?=余?多?{_COUNTED})(?!\-)", "5.1.3"),
    ("digits-range-mark", rf"(?<=[0-9]){_COUNTED}(?:-|−|–|——|--)(?={_N}{_COUNTED})", "5.1.3"),
    ("digits-range-unit", rf"(?<![0-9A-Za-z.\-]){_N}[～~—–\-至到]{_N}(?=[%‰％])", "5.1.3"),
    ("digits-range-unit", rf"(?<![0-9A-Za-z.\-]){_N}[～~—–\-]{_N}[万亿](?!一)", "5.1.3"),
    ("digits-some", r"[0-9]+[几](?=[十百千万个名人次件起位家条天年户岁])|[0-9]+几(?![何乎率])", "4.2.2"),
    ("digits-between", rf"(?<![第、0-9{HAN_DIGITS}])(?:{_NEXT})(?=[十百千万个名天人岁里斤米户起件](?!级|等|类|产))", "4.2.2"),
    ("digits-set-word", r"(?:星期|礼拜)[1-7](?![0-9])", "4.2.3"),
    ("digits-set-word", r"(?:正月|腊月|冬月|农历[一二三四五六七八九十]+月)(?:初)?[0-9]{1,2}", "4.2.1"),
    ("digits-set-word", r"农历[0-9]{1,2}月(?:初?[0-9]{1,2})?", "4.2.1"),
    ("digits-set-word", r"(?<![0-9])(?:1律|1切|1直(?=[在以坚])|1致|1心1意|5湖4海|4面8方|千方100计|1方面|3番5次)", "4.2.3"),
    ("digits-middle-dot", rf"(?<=[“‘]){_DATE}(?=[”’])", "4.1.3"),
    (
        "digits-middle-dot",
        rf"(?<![0-9.]){_DATE}(?=全民|国家宪法|国家公祭|消防|世界|国际|消费者|大案|专案|特大|案件专班|禁毒|反诈)",
        "4.1.3",
    ),
    ("digits-mixed-form", r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?:千(?![米克瓦伏卡帕焦赫字]|余[米克瓦])|百(?![分货姓花合米度])|十(?!字|佳|大))", "5.3"),
    ("digits-mixed-form", r"[十百千][0-9]+(?=[个名人起件项家元])", "5.3"),
    ("digits-mixed-form", rf"(?<![历{HAN_DIGITS}])[{HAN_DIGITS}]{{1,2}}月[0-9]{{1,2}}[日号](?!文)", "4.3"),
    ("digits-mixed-form", rf"(?<![0-9])[0-9]{{1,2}}月[{HAN_DIGITS}]{{1,3}}[日号]", "4.3"),
    ("digits-over-wan", r"(?<![0-9.])[1-9][0-9]{4,}(?:\.[0-9]+)?万(?=[元人户亩吨件家余多个次平辆美])", "5.3"),
    ("digits-over-wan", r"(?<![0-9.])[0-9]+亿[0-9]+(?:\.[0-9]+)?万", "5.3"),
    ("digits-point", r"[0-9]+。[0-9]+", "5.1.2"),
    ("digits-percent-han", r"[0-9]+(?:\.[0-9]+)?个?百分点?之|百分之[0-9]+(?:\.[0-9]+)?", "5.3"),
)  # fmt: skip


def written(copy: Copy) -> Iterator[Noted]:
    """Forms that the standard rules out whatever stands about them."""
    seen: set[tuple[int, int]] = set()
    for code, pattern, clause in _COMPILED:
        for passage in copy.passages:
            for match in pattern.finditer(passage.words):
                # 10-20% is one fault of one number, though two rows tell it
                at = id(passage), match.start()
                if at not in seen:
                    seen.add(at)
                    yield note(code, passage.text, match.start(), match.end(), clause=clause)


CODES = tuple({code: clause for code, _, clause in reversed(PATTERNS)}.items())[::-1]
"""Each code once, with the clause of its first row."""

_COMPILED = tuple((code, re.compile(pattern), clause) for code, pattern, clause in PATTERNS)

_TWICE = re.compile(
    r"(?:大约|(?<![签预邀合契节履违大])约|将近)(?:有|为)?(?:近|超过?|逾)(?=[0-9一二三四五六七八九十百千万])|"
    rf"(?:大约|约(?<![签预邀合契节履违大].)|将近|近)(?:为|有)?{_N}[万亿]?(?:余|多)?(?:人次|{_COUNTED})?(?:左右|上下)"
    rf"|(?:大约|(?<![签预邀合契节履违大])约|将近|(?<![附靠临最])近){_N}[万亿]?(?:余|多)(?!年)"
    rf"|(?:超过|超|逾|不少于|至少|不低于|突破){_N}[万亿]?(?:余|多)?(?:人次|{_COUNTED})?(?:以上|左右|余|多)"
    rf"|(?:不足|不到|低于|最多){_N}[万亿]?(?:人次|{_COUNTED})?(?:以上|以下|以内|左右|余|多)"
    rf"|{_N}(?:[万亿]?(?:余|多)|(?:余|多)[万亿])(?:人次|{_COUNTED}|[册份])?(?:左右|上下)"
)


def approximated_twice(copy: Copy) -> Iterator[Noted]:
    """A number that is said to be about so much twice over, as in 约20余人."""
    yield from matches("digits-about-twice", _TWICE, copy)


_KINDS = frozenset({"起", "件", "名", "户", "辆", "处", "例", "人次", "家", "场"})
_STYLES = (Role.LEDE, Role.BODY, Role.CAPTION)


def mixed(copy: Copy) -> Iterator[Noted]:
    """Han numerals beside digits for the same unit within a text. 4.3: one form for one kind of number."""
    for passage in copy.of(*_STYLES):
        units = {n.unit for n in numbers(passage.words)}
        for number in han_numbers(passage.words):
            value = int(number.value)
            before = passage.words[max(0, number.at - 1) : number.at]
            approximate = number.digits.startswith(("数", "几")) or before in "第数几十每这那某上下任哪头首十"
            if (
                number.unit in (units & _KINDS)
                and (value > 1 and (not approximate or not before))
                and not _round(number)
            ):
                yield note("digits-mixed", passage.text, number.at, number.end, clause="4.3")
    yield from _percents(copy)


def _round(number: Number) -> bool:
    """Whether the numeral is a round one, which stands for many rather than for so many."""
    return number.digits in ("百", "千", "万", "十", "两", "千万", "百万") or number.digits.endswith(
        ("百", "千", "万", "亿")
    )


_PERCENT = re.compile(rf"百分之(?!百)[{HAN_DIGITS}]+")


def _percents(copy: Copy) -> Iterator[Noted]:
    """百分之三十 in a report that writes 30%."""
    if any(n.unit == "%" for p in copy.running for n in numbers(p.words)):
        for passage in copy.of(*_STYLES):
            for match in _PERCENT.finditer(passage.words):
                yield note("digits-mixed", passage.text, match.start(), match.end(), clause="4.3")


def large(copy: Copy) -> Iterator[Noted]:
    """The same unit counted in 万 here, and in five digits and more there. 4.3."""
    plain: dict[str, list[tuple[Passage, Number]]] = defaultdict(list)
    scaled: set[str] = set()
    for passage in copy.running:
        for number in numbers(passage.words):
            if number.scale:
                scaled.add(number.unit)
            elif number.value >= 10_000 and number.unit not in ("", "年", "号", "%"):
                plain[number.unit].append((passage, number))
    for unit in sorted(scaled & plain.keys()):
        for passage, number in plain[unit]:
            yield note("digits-large", passage.text, number.at, number.end, unit=unit)


def grouped(copy: Copy) -> Iterator[Noted]:
    """Thousands marked in some numbers and not in others. 5.1.1: one way throughout."""
    marked: list[tuple[Passage, Number]] = []
    bare: list[tuple[Passage, Number]] = []
    for passage in copy.passages:
        for number in numbers(passage.words):
            long = number.value >= 1000 and not number.scale and number.unit not in ("年", "号", "")
            if long:
                (marked if "," in number.digits else bare).append((passage, number))
    if marked and bare:
        for passage, number in min((marked, bare), key=len):
            yield note("digits-grouped", passage.text, number.at, number.end)

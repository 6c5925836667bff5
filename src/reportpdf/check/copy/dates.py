"""Dates: days that no calendar has, weekdays that do not fit, hours past 24, spans that run backward.

Comes in: the copy. Goes out: what is certain from the words; a weekday is checked only where the year is known.
Source: the Gregorian calendar (GB/T 7408-2005); fixed days of remembrance by the laws that set them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reportpdf.check.copy.words import Copy, Passage, note
from reportpdf.check.finding import Noted

_DAY = re.compile(
    r"(?<![0-9.])(?:(?P<year>[0-9]{4})[年\-/.](?=[0-9]))?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]"
    r"|(?<![0-9.\-])(?P<year2>[0-9]{4})[\-/](?P<month2>[0-9]{1,2})[\-/](?P<day2>[0-9]{1,2})(?![0-9\-])"
)
_MONTH = re.compile(r"(?<=[0-9]{4}年)(?P<month>[0-9]{1,2})月(?![0-9])")
_WEEKDAY = re.compile(
    r"[ ]?[（(，,、]?[ ]?(?:星期|周|礼拜)(?P<week>[一二三四五六日天])(?![\u4e00-\u9fff]?[周年]|[0-9])"
)
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2}|19[0-9]{2})(?=年)")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEK = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}

FIXED: dict[str, tuple[int, int]] = {
    "元旦": (1, 1), "中国人民警察节": (1, 10), "国际劳动妇女节": (3, 8), "植树节": (3, 12),
    "全民国家安全教育日": (4, 15), "国际劳动节": (5, 1), "五四青年节": (5, 4), "国际儿童节": (6, 1),
    "国际禁毒日": (6, 26), "建党节": (7, 1), "建军节": (8, 1), "教师节": (9, 10), "烈士纪念日": (9, 30),
    "国庆节": (10, 1), "全国消防日": (11, 9), "全国消防宣传日": (11, 9), "全国交通安全日": (12, 2),
    "国家宪法日": (12, 4), "国家公祭日": (12, 13), "消费者权益日": (3, 15), "儿童节": (6, 1), "妇女节": (3, 8),
    "劳动节": (5, 1), "青年节": (5, 4),
}  # fmt: skip
"""Days of the same date every year."""

_FIXED = re.compile(
    r"(?<![0-9至—～\-])(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日(?:，|,|是|为|，是|，?正值|，?恰逢|，?迎来)?"
    r"(?:[“‘][^”’]{1,6}[”’])?(?:第[0-9一二三四五六七八九十]+个)?(?P<name>"
    + "|".join(sorted(FIXED, key=len, reverse=True))
    + r")(?!前|将|来临|到来|期间|后|临近|即将|假期|至)"
)


def impossible(copy: Copy) -> Iterator[Noted]:
    """Days and months that do not exist."""
    for passage in copy.passages:
        for match in _DAY.finditer(passage.words):
            month, day = int(match["month"] or match["month2"]), int(match["day"] or match["day2"])
            year = int(match["year"] or match["year2"] or 0)
            if not _exists(year, month, day) and not _lunar(passage.words, match.start()):
                yield note("date-impossible", passage.text, match.start(), match.end())
        for match in _MONTH.finditer(passage.words):
            if not 1 <= int(match["month"]) <= 12:
                yield note("date-impossible", passage.text, match.start(), match.end())


def _exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day; without a year any leap year will do."""
    if not (1 <= month <= 12 and 1 <= day <= _LONGEST[month - 1]):
        return False
    leap = not year or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)


def _lunar(words: str, at: int) -> bool:
    return words[max(0, at - 3) : at].endswith(("农历", "阴历", "旧历"))


def weekdays(copy: Copy) -> Iterator[Noted]:
    """A weekday that the date does not fall on, in any year that the report may mean."""
    all_years = {int(y) for p in copy.passages for y in _YEAR.findall(p.words)}
    for passage in copy.passages:
        for match in _DAY.finditer(passage.words):
            after = _WEEKDAY.match(passage.words, match.end())
            if after is None:
                continue
            month, day = int(match["month"] or match["month2"]), int(match["day"] or match["day2"])
            stated = match["year"] or match["year2"]
            years = {int(stated)} if stated else _years_before(passage, match.start()) or all_years
            fits = [date(y, month, day).weekday() for y in sorted(years) if _exists(y, month, day) and y]
            if fits and _WEEK[after["week"]] not in fits:
                right = "星期" + "一二三四五六日"[fits[-1]]
                yield note("date-weekday", passage.text, match.start(), after.end("week"), right=right)


def _years_before(passage: Passage, at: int) -> set[int]:
    """The years that the same text has named so far."""
    return {int(m[1]) for m in _YEAR.finditer(passage.words, 0, at)}


def fixed_days(copy: Copy) -> Iterator[Noted]:
    """A day of remembrance under another date than its own."""
    for passage in copy.passages:
        for match in _FIXED.finditer(passage.words):
            month, day = FIXED[match["name"]]
            if (int(match["month"]), int(match["day"])) != (month, day):
                right = f"{month}月{day}日"
                yield note("date-of-day", passage.text, match.start(), match.end(), right=right)


_HOUR = re.compile(
    r"(?<![0-9.:：第])(?P<hour>[0-9]{1,2})[时点](?P<minute>[0-9]{1,2})分"
    r"|(?<=[午晨晚早日夜间])[ ]?(?P<hour2>[0-9]{1,2})[:：](?P<minute2>[0-9]{2})(?![0-9])"
    r"|(?<=[日午晨晚夜])(?P<hour3>[0-9]{1,2})时(?!代|期|间)"
)


def hours(copy: Copy) -> Iterator[Noted]:
    """A time of day past 24 hours or 59 minutes."""
    for passage in copy.passages:
        for match in _HOUR.finditer(passage.words):
            hour = int(match["hour"] or match["hour2"] or match["hour3"])
            if hour > 24 or int(match["minute"] or match["minute2"] or 0) > 59:
                yield note("date-hour", passage.text, match.start(), match.end())


_SPAN = re.compile(
    r"(?<![0-9.\-])(?P<a>[0-9]{4})年?(?:至|到|—|～|-|–)(?P<b>[0-9]{4})年"
    r"|(?<![0-9.])(?P<m>[0-9]{1,2})月(?P<c>[0-9]{1,2})日?(?:至|到|—|～|-|–)(?:(?P<n>[0-9]{1,2})月)?(?P<d>[0-9]{1,2})日"
    r"|(?<=[0-9]{4}年)(?P<e>[0-9]{1,2})月?(?:至|到|—|～|-|–)(?P<f>[0-9]{1,2})月(?![0-9])"
)


def spans(copy: Copy) -> Iterator[Noted]:
    """A span whose end comes before its beginning; over the end of a year it may."""
    for passage in copy.passages:
        for match in _SPAN.finditer(passage.words):
            if match["a"]:
                backward = int(match["a"]) > int(match["b"])
            elif match["e"]:
                backward = int(match["e"]) > int(match["f"])
            else:
                same = match["n"] is None or match["n"] == match["m"]
                backward = same and int(match["c"]) > int(match["d"])
            if backward:
                yield note("date-backward", passage.text, match.start(), match.end())

"""The numbers that Word prints before list items and numbered heads, which its text does not hold.

In: the numbering part's XML and each numbered paragraph in turn. Out: the number as printed (``1.``,
``（一）``), empty for a bullet. Source: ISO/IEC 29500-1 17.9 (numbering), 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_HAN = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: how its number is written, the template around it, where it starts."""

    form: str
    template: str
    start: int


class Numbering:
    """Counts the items of each list of one document."""

    def __init__(self, root: Any, name: Any) -> None:
        """``root``: the numbering part's element or None; ``name``: makes ``w:val`` a qualified name."""
        self._name = name
        self._lists: dict[str, dict[int, _Level]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if root is not None:
            self._read(root)

    def next(self, number_id: str, level: int) -> str:
        """The number of the next item of a list at a level (from 0)."""
        levels = self._lists.get(number_id, {})
        one = levels.get(level)
        if one is None:
            return ""
        self._counts[number_id, level] = self._counts.get((number_id, level), one.start - 1) + 1
        for deeper in range(level + 1, 9):
            self._counts.pop((number_id, deeper), None)
        text = one.template
        if one.form in ("bullet", "none"):
            return ""
        for at, other in levels.items():
            if f"%{at + 1}" in text:
                count = self._counts.get((number_id, at), other.start)
                text = text.replace(f"%{at + 1}", written(count, other.form))
        return text

    def _read(self, root: Any) -> None:
        name = self._name
        abstract = {}
        for one in root.iterfind(name("w:abstractNum")):
            levels = (self._level(level) for level in one.iterfind(name("w:lvl")))
            abstract[one.get(name("w:abstractNumId"))] = dict(levels)
        for one in root.iterfind(name("w:num")):
            link = one.find(name("w:abstractNumId"))
            if link is not None:
                self._lists[one.get(name("w:numId"))] = abstract.get(link.get(name("w:val")), {})

    def _level(self, level: Any) -> tuple[int, _Level]:
        def value(tag: str, other: str) -> str:
            found = level.find(self._name(tag))
            return other if found is None else found.get(self._name("w:val"), other)

        start = value("w:start", "1")
        at = level.get(self._name("w:ilvl"), "0")
        one = _Level(
            value("w:numFmt", "decimal"), value("w:lvlText", ""), int(start) if start.isdigit() else 1
        )
        return int(at) if at.isdigit() else 0, one


def written(number: int, form: str) -> str:
    """A number in one of Word's forms; one that departments do not use is written in digits."""
    if form.startswith(("chinese", "japaneseCounting", "taiwaneseCounting", "ideographDigital")):
        return _han(number)
    if form in ("lowerLetter", "upperLetter") and 0 < number <= 26:
        return chr((97 if form == "lowerLetter" else 65) + number - 1)
    if form == "decimalEnclosedCircle" and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    return str(number)


def _han(number: int) -> str:
    """Up to 99 as they are counted (十一, 二十); beyond that digit by digit."""
    if not 0 < number < 100:
        return "".join(_HAN[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    before = "" if not tens else "十" if tens == 1 else _HAN[tens] + "十"
    return before + (_HAN[ones] if ones else "")

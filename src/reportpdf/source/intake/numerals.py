"""Figures in words: whether a piece of text is one, and where a paragraph has its first.

In: plain words. Out: figures as they are written. Units are a table; dates, times, numbers of laws and
numbers to call are no figures. Source: GB/T 15835-2011 4.1 (numbers with units), GB 3100-1993 (units).
"""

from __future__ import annotations

import re

_UNITS = [
    "个百分点",
    "万人次",
    "亿人次",
    "人次",
    "余万",
    "余件",
    "余人",
    "余名",
    "余家",
    "余个",
    "余起",
    "余条",
    "平方公里",
    "平方米",
    "立方米",
    "公里",
    "千米",
    "公斤",
    "千克",
    "小时",
    "分钟",
    "万元",
    "亿元",
    "万件",
    "万家",
    "万户",
    "万人",
    "万个",
    "万名",
    "万起",
    "万条",
    "万次",
    "万吨",
    "万亩",
    "个月",
    "元",
    "个",
    "项",
    "件",
    "起",
    "人",
    "名",
    "家",
    "户",
    "条",
    "次",
    "处",
    "所",
    "场",
    "套",
    "部",
    "辆",
    "台",
    "支",
    "批",
    "篇",
    "期",
    "册",
    "份",
    "倍",
    "天",
    "吨",
    "亩",
    "米",
    "位",
    "例",
    "类",
    "种",
    "间",
    "座",
    "艘",
    "架",
    "枚",
    "张",
    "幅",
    "宗",
    "村",
    "镇",
    "县",
    "市",
    "%",
    "％",
    "‰",
    "万",
    "亿",
]
_NUMBER = r"[0-9０-９]+(?:[,，][0-9]{3})*(?:[.．][0-9]+)?"
_UNIT = "(?:" + "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True)) + ")"
_MEASURED = rf"{_NUMBER}\s?{_UNIT}"
_HEDGE = "(?:超过|超|近|约|逾|达|增长|下降|同比增长|同比下降|\\+|-|－|↑|↓)?"
_ONE = rf"{_HEDGE}{_NUMBER}\s?(?:[余多])?(?:{_UNIT}|[\u4e00-\u9fffA-Za-z%]{{0,4}})(?:[余多]|以上)?"
_WORD = (
    "第[一二三四五六七八九十0-9]+[\u4e00-\u9fff]{0,2}|零[\u4e00-\u9fff]{1,4}|[十百千][佳强优大][\u4e00-\u9fff]{0,2}"
    "|首[个次例家批][\u4e00-\u9fff]{0,2}|[一二三四五六七八九十百千万]+[个项件起人名家次]|全[\u4e00-\u9fff]{2,3}"
)
_JOIN = r"\s?[、，,/／]\s?"
_FIGURE = re.compile(rf"(?:{_ONE}|{_WORD})(?:{_JOIN}(?:{_ONE}|{_WORD})){{0,3}}")
_FOUND = re.compile(
    rf"(?<![0-9０-９.．第〔\[—-])(?P<figure>{_MEASURED})(?![0-9０-９])(?P<join>、(?P<second>{_MEASURED}))?"
)
_NO_FIGURE = re.compile(r"[0-9]+(?:个月|天|小时|分钟)内")
"""A term is no achievement."""

MOST = 20
"""Characters of a figure that is recognised without being marked as one."""


def is_figure(words: str) -> bool:
    """Whether the words are a figure (23项, 13.5%、10.2%, 第一档) and nothing else."""
    return len(words) <= MOST and bool(_FIGURE.fullmatch(words.strip()))


def first_figure(words: str) -> str:
    """The first figure with a unit in a paragraph, with the one it is paired with; empty if there is none."""
    for found in _FOUND.finditer(words):
        if not _NO_FIGURE.match(words, found.start()):
            return found["figure"] + (found["join"] or "")
    return ""


def figure_count(words: str) -> int:
    """How many figures with units a paragraph has."""
    return sum(1 for _ in _FOUND.finditer(words))


def split_number(figure: str) -> tuple[str, str, str]:
    """What stands before the only number of a figure, the number, and what follows; empty if not one."""
    found = re.findall(_NUMBER, figure)
    if len(found) != 1:
        return "", "", ""
    before, _, after = figure.partition(found[0])
    return before, found[0], after

"""What a head keeps on one line: numbers with their units, names, pairs of marks.

In: the words of a head. Out: spans (start, end) of offsets. A span that is wider than the line may be broken
after all; the search for breaks knows. Sources: clreq #unbreakable_marks_punctuation for numbers; GB/T
15834-2011 4.8, 4.9, 4.14, 4.15 for marks that come in pairs.
"""

from __future__ import annotations

import re

PAIRS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "【": "】",
    "〔": "〕",
    "(": ")",
}

_UNIT_NAMES: tuple[tuple[str, str], ...] = (
    (
        "毫米 厘米 米 千米 公里 海里 平方米 平方公里 公顷 亩 立方米 升 毫升 克 千克 公斤 斤 吨 秒 "
        "分 分钟 小时 时 天 日 周 星期 月 个月 年 年度 年代 世纪 度 摄氏度 瓦 千瓦 兆瓦 吉瓦 "
        "千瓦时 度电 赫兹 帕 焦耳 里",
        "GB 3100-1993, GB 3101-1993: names of units in Chinese",
    ),
    ("元 万元 亿元 美元 欧元 角 个百分点 百分点 倍 成 折", "currency and share"),
    (
        "个 项 条 件 人 名 位 户 家 所 起 届 期 号 页 层 级 类 种 批 座 台 辆 架 艘 枚 颗 组 支 队 场 次 趟 "
        "回 遍 轮 版 岁 载 人次 车次 架次 周年 世 代 强 档 省 市 县 区 镇 村 国 院 校 班 站",
        "measure words that news counts with [choice]",
    ),
)
_UNITS = "|".join(
    sorted((unit for group, _ in _UNIT_NAMES for unit in group.split()), key=lambda unit: (-len(unit), unit))
)
HAN_DIGITS = "〇零一二三四五六七八九十百千万亿两"
_AROUND = "余多几来"

NUMBERS = re.compile(
    rf"(?:第|逾|近|超|约)?[+\-−±￥¥$]?[0-9][0-9.,:/／]*(?:[–—~～至×\-][0-9][0-9.,]*)?[%％‰℃]?[{_AROUND}]?"
    rf"[十百千万亿]*[{_AROUND}]?(?:{_UNITS})?(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}[日号])?"
    rf"|(?:第[{HAN_DIGITS}]+|(?<![{HAN_DIGITS}])[{HAN_DIGITS}]{{2,}})[{_AROUND}]?(?:{_UNITS})?"
)
"""A number with its sign, its rounding word and its unit; in Chinese digits from two of them on, for one
alone is more often part of a word."""

TRANSLITERATED = (
    "阿埃艾爱安昂奥澳巴拜班邦鲍北贝本比彼毕宾波伯勃博布采查昌川茨达戴丹当道得德登邓狄迪蒂第丁东杜顿多厄恩尔法凡范方"
    "菲费芬丰冯佛夫弗福富盖冈高戈哥格根贡古圭哈海汉豪赫黑亨洪胡华怀惠霍基吉季加贾简江杰金津京久居喀卡凯坎康考柯科可"
    "克肯孔库夸昆拉腊莱赖兰郎朗劳勒雷蕾里理利丽莉连列林琳龙隆卢鲁路露伦罗洛吕马玛迈买麦曼芒毛梅门蒙米密敏明摩莫墨默姆"
    "木穆拿那纳娜南瑙内尼涅宁牛纽农努诺欧帕派潘庞培佩彭蓬皮平泼普齐奇恰强乔切钦琼丘热仁荣茹瑞若萨塞赛桑瑟森沙莎"
    "尚绍申圣施什石史舒朔斯丝思松苏孙索塔泰坦汤唐陶特腾提天田铁廷通图吐托瓦万旺威韦维魏温文翁沃乌武西希锡夏香肖谢欣"
    "辛休许逊雅亚延扬耶叶伊衣易因英永尤于约泽扎詹占张哲珍朱茱宗佐"
)
"""Characters that foreign names are written with. Source: 世界人名翻译大辞典（新华社译名室），译音表."""

INTERPUNCT_NAMES = re.compile(f"(?:[{TRANSLITERATED}]{{1,6}}[·・‧])+[{TRANSLITERATED}]{{1,6}}")
"""阿·托尔斯泰, 买买提·艾力: as far as the characters of such names go."""

_ANY_INTERPUNCT = re.compile("[^·・‧][·・‧][^·・‧]")
"""Beside any other interpunct the characters on either side hold together (a date such as 一二·九 too)."""

WESTERN_NAMES = re.compile(r"[A-Z][\w'’.&\-]*(?: (?:[A-Z0-9][\w'’.&\-]*|of|de|van|von|the|and|&))+", re.ASCII)
"""Words that begin with capitals and follow one another: a name. Numbers after one belong to it."""


def held_spans(words: str, house: tuple[str, ...] = ()) -> tuple[tuple[int, int], ...]:
    """Everything that wants to stay on one line, spans that hold others among them.

    ``house`` are words that the house never divides.
    """
    spans = [
        (m.start(), m.end())
        for pattern in (NUMBERS, INTERPUNCT_NAMES, _ANY_INTERPUNCT, WESTERN_NAMES)
        for m in pattern.finditer(words)
        if m.end() - m.start() > 1
    ]
    own = [
        (m.start(), m.end()) for word in house for m in re.finditer(re.escape(word), words) if len(word) > 1
    ]
    return (*spans, *own, *_pairs(words))


def _pairs(words: str) -> list[tuple[int, int]]:
    """From each opening mark to the end of its closing one; a mark without its fellow holds nothing."""
    spans: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for i, character in enumerate(words):
        if character in PAIRS:
            waiting.append((PAIRS[character], i))
        elif waiting and character == waiting[-1][0]:
            spans.append((waiting.pop()[1], i + 1))
    return spans

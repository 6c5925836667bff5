"""Names of people: spelt one way throughout.

Comes in: the copy. Goes out: a name that differs from one known by one character that sounds or looks like it.
Known are the byline, the credits, and the names of the bureau's list; others are taken from after a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from reportpdf.check.copy.words import Copy, Role, note
from reportpdf.check.finding import Noted

ALIKE = (
    "军君钧均俊峻骏珺 飞非菲斐霏 瑶遥谣尧 伟维玮炜卫纬薇 明铭鸣名茗 华骅桦 辉晖挥徽慧惠 晓小筱 文雯闻 丽莉俐力立利 英瑛莹颖盈瀛 "
    "燕艳雁彦妍研岩焱炎延 红宏洪鸿虹弘泓 玉钰育宇禹羽雨语 建健剑 志智治致 杰洁捷 佳嘉家加 敏民旻 芳方坊 霞侠 涛滔韬 波博勃 超朝 "
    "鹏朋 磊雷蕾 静靖晶菁婧 娟涓 萍平苹屏 梅玫媚 林琳霖麟 亮良 斌彬滨宾 峰锋烽枫丰 龙隆 生胜升声笙 荣容蓉融 欣新鑫馨心昕 婷亭 "
    "宁凝 洋阳杨扬 刚钢岗罡 勇永泳咏 春纯 坤昆琨 东冬栋 庆清青卿 兰岚蓝 震振镇 元源远媛圆苑 义毅艺益逸怡奕 章张璋彰 程成诚承城 "
    "国果 强蔷 海 淑书 秀岫 凤奉 德得 贵桂 福富 祥翔 云芸耘 倩茜 璐露路 迪笛 州洲 象像 徐许 郭国 罗洛"
).split()
"""Characters of given names that are taken for each other; the surname is not among them."""

_GROUP = {c: i for i, group in enumerate(ALIKE) for c in group}
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹"
    "熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐"
    "梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闫解强丛宫闵"
)
_TITLES = (
    "局长|政委|支队长|大队长|中队长|所长|教导员|指导员|民警|辅警|警长|主任|书记|市长|县长|区长|记者|通讯员|队员|队长|科长|处长|站长|村支书|网格员|志愿者|作者|摄影|"
    "同志|老人|法医|女警|交警|特警|刑警|社区民警"
)
LONG = 4
"""From so many characters on a name is that of an office, and stands among other words."""

_TITLED = re.compile(
    rf"(?:{_TITLES})[ ：:]?(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}})"
    r"(?=[ ，。、；：）)说介表向带和与及在正为对将告就的等从]|摄|$)"
)


def spelt_two_ways(copy: Copy) -> Iterator[Noted]:
    """A name that is nearly another."""
    known = _known(copy)
    names = dict.fromkeys([*known, *_titled(copy)])
    for right, other in combinations(names, 2):
        if _nearly(right, other):
            wrong = other if right in known or other not in known else right
            yield from _strays(copy, right if wrong is other else other, [wrong])
    for right in names:
        yield from _strays(copy, right, sorted(_misspelt(right) - names.keys()))


def _known(copy: Copy) -> dict[str, None]:
    """Names that are stated as such, each with two characters at least."""
    bylines = (name.value.strip() for byline in copy.report.byline for name in byline.names)
    credits = (
        name
        for p in copy.of(Role.CREDIT)
        for name in re.findall(rf"(?:^|[ ：:])([{_SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=$|[ 摄、/])", p.words)
    )
    listed = (name.name for name in copy.terms.names)
    return {name: None for name in (*bylines, *credits, *listed) if len(name) >= 2}


def _titled(copy: Copy) -> Iterator[str]:
    """The names that follow a title."""
    for passage in copy.passages:
        yield from (match["name"] for match in _TITLED.finditer(passage.words))


def _nearly(one: str, other: str) -> bool:
    """Whether two names have the same surname and differ in one character of a group."""
    if len(one) != len(other) or one[0] != other[0]:
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(apart) == 1 and _GROUP.get(apart[0][0], -1) == _GROUP.get(apart[0][1], -2)


def _misspelt(name: str) -> set[str]:
    """The name with one character of its own group put for another."""
    found = set()
    for i, c in enumerate(name):
        if i and c in _GROUP:
            found |= {name[:i] + other + name[i + 1 :] for other in ALIKE[_GROUP[c]] if other != c}
    return found


_AFTER = "[ ，。、；：）)说介表向带和与及在正为对将告就的等从补来赶]|摄|$"


def _strays(copy: Copy, right: str, wrong: list[str]) -> Iterator[Noted]:
    """Misspellings of a name: after a title, or as a word by themselves; long ones wherever they stand."""
    if not wrong:
        return
    any_of = "|".join(wrong)
    pattern = re.compile(
        f"(?P<a>{any_of})"
        if len(right) >= LONG
        else rf"(?:{_TITLES})[ ：:]?(?P<a>{any_of})(?={_AFTER})"
        rf"|(?<![\u4e00-\u9fff])(?P<b>{any_of})(?=摄|[说介][，：绍]|[^\u4e00-\u9fff]|$)"
    )
    for passage in copy.passages:
        for match in pattern.finditer(passage.words):
            group = "a" if match["a"] else "b"
            yield note("name-two-ways", passage.text, match.start(group), match.end(group), right=right)


def twice_in_byline(copy: Copy) -> Iterator[Noted]:
    """A person who is named twice in the byline."""
    seen: set[tuple[str, str]] = set()
    for byline in copy.report.byline:
        for name in byline.names:
            at = byline.role.value, name.value
            if at in seen:
                yield note("name-twice", name, 0, len(name.value))
            seen.add(at)

"""Characters and words typed twice.

Comes in: the copy. Goes out: what stands twice where Chinese never doubles it. Reduplication is a part of the
language (人人, 研究研究), so the tables name what is certain, and leave the rest alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportpdf.check.copy.words import Copy, note
from reportpdf.check.finding import Noted

_SINGLE = (
    # character, what it may follow, what may follow it: 目的的, 的的确确; 为了了解; 以及及时 are good Chinese
    ("的", "目", "确士"), ("了", "为除罢", "解之然事却断望"), ("在", "正所现存内外潜", "线职校岗建押逃册场读编于"),
    ("和", "共总缓温谐", "平谐解睦气美蔼田县缓"), ("是", "于但还可就只", "非否"), ("与", "参给赋授", "会"),
    ("被", "棉夹", "告褥子害"), ("将", "干", "来军领士近要"), ("及", "以普涉危遍提顾", "时格早其第"), ("把", "一火两几", "握关手控"),
    ("从", "服顺听", "严事业众容而"), ("由", "自理缘", "于此来"), ("就", "成造", "业是地近医餐读"), ("也", "", ""),
    ("并", "合吞", "购行列且非轨"), ("向", "方导面走流指意倾", "前上来导往"), ("使", "大天促", "用命得者"), ("已", "而", ""),
    ("对", "一应面相针", "子于象待外话接比策抗应方称"), ("为", "作行成认因以更人", "民了主何止期首"), ("着", "", "力手重眼装想急落火陆"),
    ("都", "首", "市"), ("们", "", ""), ("该", "应", ""), ("于", "对关由", "是今"), ("要", "主需重纪摘概必", "求素点闻案道"),
)  # fmt: skip

_WORDS = (
    # word, what may stand before a doubled beginning besides marks and the safe ones, likewise after an end
    "开展 进行 推进 加强 提升 全市 全省 全县 民警 公安 工作 深入 严打 依法 持续 完善 严厉 积极 切实 坚持 组织 群众 "
    "活动 建设 警情 安全 治理 打击 防范 宣传 整治 落实 实现 提高 耐心 氛围 确保 聚焦 紧盯 围绕 案件 嫌疑 破获 抓获 排查 化解 "
    "企业 社区 交通 道路 隐患 风险 服务 管理 我们 他们 通过 强化 深化 坚决 不断 有效 取得 完成 建立 健全 机制 保障"
).split()
_SAFE_BEFORE = r"(?:^|(?<=[，。；：、！？“”（《\n,;: 0-9断续效面步极将已并着把地]))"
_SAFE_AFTER = r"(?=$|[，。；：、！？”）》\n,;:的了讲介和与及]|(?<!安)排)"
_HAN = r"[\u3400-\u9fff]"
_ECHO = "哈嘿呵啦嘻咚嗒啪轰嘟滴叮哗哒砰汪喵呜嗡隆〇零一二三四五六七八九十"


def _singles() -> str:
    rows = []
    for character, before, after in _SINGLE:
        left = f"(?<![{character}{before}])"
        rows.append(f"{left}{character}{{2}}(?![{character}{after}])")
    return "|".join(rows)


def _edges() -> str:
    # 人民民警 and 工作作风 are good, so a word counts only where nothing else can be read into it
    begun = "|".join(word[0] + word for word in _WORDS)
    ended = "|".join(word + word[-1] for word in _WORDS)
    return rf"{_SAFE_BEFORE}(?:{begun})|(?:{ended}){_SAFE_AFTER}"


_CHARACTERS = re.compile(rf"{_singles()}|(?P<thrice>(?![{_ECHO}])({_HAN})\2\2+)|{_edges()}")
_PHRASES = re.compile(rf"(?P<again>{_HAN}{{2,8}})(?P=again)")
_GOOD = re.compile(
    "[一很多好非越又再连真快慢谢拜彼你哈嘿呵两个年天人代]|研究|学习|考虑|商量|讨论|锻炼|打扫|收拾|休息|体验|了解|介绍|感受|"
    "交流|沟通|尝试|雪白|通红|笔直|处处|时时|层层|刻刻|往往|常常|事事|件件|家家|户户"
)
_JOINED = re.compile(
    "政务服务服务|物业管理管理|社会管理管理|生产安全安全|服务管理管理|交通管理管理|安全管理管理"
)


def characters(copy: Copy) -> Iterator[Noted]:
    """A character typed twice."""
    for passage in copy.passages:
        for match in _CHARACTERS.finditer(passage.words):
            yield note("copy-repeated", passage.text, match.start(), match.end())


def phrases(copy: Copy) -> Iterator[Noted]:
    """A word or a phrase typed twice in a row."""
    for passage in copy.passages:
        joined = [m.span() for m in _JOINED.finditer(passage.words)]
        for match in _PHRASES.finditer(passage.words):
            again = match["again"]
            good = len(set(again)) == 1 or (len(again) < 4 and _GOOD.search(again))
            inside = any(a <= match.start() and match.end() <= b for a, b in joined)
            if not good and not inside:
                yield note("copy-repeated-phrase", passage.text, match.start(), match.end())

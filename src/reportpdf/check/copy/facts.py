"""The same fact given with two values.

Comes in: the copy. Goes out: pairs of numbers that are said of the same thing and differ. What is the same thing is
told by the words about the number: what stands before it back to the pause, or what follows its unit. Different
operations have numbers of the same kind (抓获犯罪嫌疑人23名, 抓获犯罪嫌疑人45名), so words that every operation has
count only between the lede, a caption or a quotation and the text that it sums up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reportpdf.check.copy.numbers import Number, numbers
from reportpdf.check.copy.words import RUNNING, Copy, Passage, Role, note, quoted, sentences
from reportpdf.check.finding import Noted

_CLAUSE = re.compile(r"[，。；、：！？,;:\n（）()“”]")
_DROPPED = re.compile(
    r"(?:今年以来|今年|去年|全年|全市|我市|累计|共计|共|总计|合计|分别|已经|已|全部|同比|环比|总数|就|有|了|达到|高达|多达|达|至|到|为|是"
    r"|缩短至|增至|降至|占比|占|约|近|超)+$"
)
_OPENING = re.compile(
    r"^(?:今年以来|今年|[0-9]{4}年(?:以来)?|全年|全市公安机关|全市|我市|累计|共计|共|总计|成功|先后|已|并|还|其中)+"
)
_SCOPE = re.compile(
    r"“([^”]{2,12})”|([0-9]{4})年|([0-9]{1,2}月(?:[0-9]{1,2}日)?)|(去年|上年|同期|上半年|下半年|[一二三四]季度|其中|该案|本案|每[月天年周日]|平均|"
    r"期间|专项|活动|行动|一案|现场|当天|当日|首|最高|最低)|([\u4e00-\u9fff]{2,4}(?:县|区|镇|乡|街道|分局|支队|大队|派出所|中队|社区|村))"
)
_EVERY_OPERATION = re.compile(
    r"抓获|破获|查处|查获|打掉|收缴|出动|发放|检查|排查|走访|接待|挽回|追回|救助|化解|调解|办理|开展|组织|举办|召开|刑拘|拘留|逮捕|移送|"
    r"整改|整治|受理|侦破|打击|捣毁|缴获|设置|投入|参加|下降|增长|上升|减少|提高|案件|嫌疑人|群众|接警|处警|劝阻|止付|冻结|涉案"
)
_LEAST = 4
"""Han characters that two numbers must have in common."""


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    passage: Passage
    number: Number
    scope: frozenset[str]

    @property
    def sums_up(self) -> bool:
        return self.passage.role is not Role.BODY


def contradictions(copy: Copy) -> Iterator[Noted]:
    """Numbers that differ though they are said of one thing; told at the later place."""
    said: dict[tuple[str, str, str], list[_Said]] = defaultdict(list)
    for passage in copy.of(*RUNNING, Role.TITLE, Role.HEAD, Role.LABEL):
        for number in numbers(passage.words):
            if number.unit and number.unit not in "年月日时分号岁届":
                scope = _scope(passage.words, number)
                for side, key in _keys(passage.words, number):
                    said[side, key, number.unit].append(_Said(passage, number, scope))
    told: set[tuple[int, int]] = set()
    for (_, key, _), places in said.items():
        for found in _differing(key, places):
            text = found[1].passage.text
            at = id(text), found[1].number.start
            if at not in told:
                told.add(at)
                yield _noted(key, *found)


def _noted(key: str, first: _Said, second: _Said) -> Noted:
    given = quoted(first.passage.words[first.number.start : first.number.end])
    where = first.passage.text.place
    at = f"{where.line}:{where.column}" if where.line else where.path
    number = second.number
    return note(
        "fact-two-values", second.passage.text, number.start, number.end, of=quoted(key), given=given, at=at
    )


def _differing(key: str, places: list[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """The first place and each later one that gives another value of the same fact."""
    general = _EVERY_OPERATION.search(key) is not None
    for i, second in enumerate(places):
        for first in places[:i]:
            if first.number.value == second.number.value or first.passage is second.passage:
                continue
            rounded = abs(first.number.value - second.number.value) < max(
                first.number.step, second.number.step
            )
            apart = first.scope != second.scope
            between_texts = not (first.sums_up or second.sums_up)
            if rounded or (apart and (general or first.scope & second.scope != first.scope | second.scope)):
                continue
            if not (general and between_texts):
                yield first, second
                break


def _keys(words: str, number: Number) -> Iterator[tuple[str, str]]:
    """What is said before the number, back to the pause; and what follows its unit, up to the next."""
    before = _CLAUSE.split(words[: number.start])[-1]
    before = _OPENING.sub("", _DROPPED.sub("", before))
    if len(before) >= _LEAST and not any(map(str.isdigit, before)):
        yield "before", before
    after = _CLAUSE.split(words[number.end :])[0][:10]
    if not before or _OPENING.fullmatch(before):
        thing = re.sub(r"(?:全部|已|均|同比|分别|提前|顺利|圆满|全面|得到|为|获).*", "", after)
        if len(thing) >= _LEAST and not any(map(str.isdigit, thing)):
            yield "after", thing


def _scope(words: str, number: Number) -> frozenset[str]:
    """Names, times and places of the sentence up to the number, which say of what part it is told."""
    start = next((a for a, b in sentences(words) if a <= number.start < b), 0)
    found = _SCOPE.findall(words[start : number.start])
    return frozenset(next(filter(None, groups)) for groups in found)

"""What a mark asks for, read from the words it was written in.

Comes in: a mark's words, and the words it stands at. Goes out: :class:`Asked`: what is to go, what is to
come. The forms are a table, in the order in which they are tried; quotation marks around a part are the
writer's, not the text's. Words that fit no form ask for something that a person must judge: kind ``OTHER``.
Terms: GB/T 14706-93.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

MOST_READ = 600
"""Longer words are a letter, not a form."""


class Ask(Enum):
    """What a mark asks for."""

    REPLACE = "replace"
    DELETE = "delete"
    ADD = "add"
    SWAP = "swap"
    MOVE = "move"
    KEEP = "keep"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Asked:
    """``old`` goes and ``new`` comes, or both change places. An empty ``old`` is the words that the mark
    stands at. ``anchor``: the words that an addition or a move goes ``before`` or after; empty: where the
    mark is."""

    kind: Ask
    old: str = ""
    new: str = ""
    anchor: str = ""
    before: bool = False


_QUOTES = (
    ("“", "”"),
    ("‘", "’"),
    ('"', '"'),
    ("'", "'"),
    ("「", "」"),
    ("『", "』"),
    ("【", "】"),
    ("[", "]"),
)
_X, _Y, _Z = r"(?P<old>.+?)", r"(?P<new>.+)", r"(?P<anchor>.+?)"
_GAP = r"\s*[,，:：]?\s*"
_ARROW = r"(?:-+>|=+>|→|⇒|➔|➜|➡|⟶|＞|—+>|－+>)"
_BECOMES = (
    "(?:改为|改成|改作|改正为|更正为|更改为|修改为|修正为|订正为|更换为|换为|换成|替换为|替换成|变为|应改为|应改成"
    "|应为|应作|应是|当为|须改为|需改为|请改为|宜作|宜改为)"
)
_DELETE = r"(?:删除|删去|删掉|删|去掉|去除|划去|划掉|勾掉|delete\b|remove\b)"
_ADD = r"(?:增加|增补|增添|添加|添上|补充|补上|补入|补出|插入|加上|加入|增|加|补|添|insert\b|add\b)"
_SWAPPED = r"(?:对调|互换|调换|交换|换位|颠倒|互调)(?:位置|一下|顺序|次序)?"
_MOVE = r"(?:移至|移到|挪至|挪到|调至|调到|放到|move\s+to\b)"

_FORMS: tuple[tuple[Ask, str], ...] = (
    (Ask.KEEP, r"(?:保留|不改|不动|不删|勿删|勿改|照原样|恢复原样|stet)"),
    (Ask.REPLACE, rf"{_X}\s*{_ARROW}\s*{_Y}"),
    (Ask.REPLACE, rf"{_ARROW}\s*{_Y}"),
    (Ask.REPLACE, rf"(?:把|将){_GAP}{_X}\s*(?:{_BECOMES}|改){_GAP}{_Y}"),
    (Ask.REPLACE, rf"(?:改|更正){_GAP}{_X}\s*(?:为|成)\s*{_Y}"),
    (Ask.REPLACE, rf"(?:change|replace)\s+{_X}\s+(?:to|with|by)\s+{_Y}"),
    (Ask.REPLACE, rf"{_X}\s+(?:should\s+be|should\s+read)\s+{_Y}"),
    (Ask.REPLACE, rf"{_X}\s*(?:有误|错|误|不对){_GAP}{_BECOMES}{_GAP}{_Y}"),
    (Ask.REPLACE, rf"{_X}\s*(?:误作|误)\s*[,，]\s*{_BECOMES}{_GAP}{_Y}"),
    (Ask.REPLACE, rf"{_X}{_GAP}{_BECOMES}{_GAP}{_Y}"),
    (Ask.REPLACE, rf"{_BECOMES}{_GAP}{_Y}"),
    (Ask.REPLACE, rf"{_X}\s+改\s+{_Y}"),
    (Ask.REPLACE, rf"{_X}\s*改{_GAP}{_Y}"),
    (Ask.REPLACE, rf"改\s*[:：\s]\s*{_Y}"),
    (Ask.REPLACE, r"改(?P<new>[0-9“‘「『\"].*)"),
    (Ask.SWAP, rf"(?:把|将)?{_X}\s*(?:与|和|跟|同|、|/|,|，)\s*(?P<new>.+?)\s*(?:位置)?{_SWAPPED}"),
    (Ask.SWAP, rf"{_X}\s+(?P<new>\S+)\s+{_SWAPPED}"),
    (Ask.SWAP, rf"{_SWAPPED}{_GAP}{_X}\s*(?:与|和|跟|同|、|/|,|，)\s*{_Y}"),
    (Ask.SWAP, rf"(?:前后|左右|上下|两图|两句|这两)?{_SWAPPED}"),
    (Ask.MOVE, rf"(?:把|将){_GAP}{_X}\s*{_MOVE}{_GAP}{_Z}(?:之)?(?P<side>前|后)面?"),
    (Ask.MOVE, rf"{_X}\s*{_MOVE}{_GAP}{_Z}(?:之)?(?P<side>前|后)面?"),
    (Ask.MOVE, rf"{_MOVE}{_GAP}{_Z}(?:之)?(?P<side>前|后)面?"),
    (Ask.MOVE, rf"(?:{_X})??\s*{_MOVE}{_GAP}{_Z}"),
    (Ask.ADD, rf"(?:在{_GAP})?{_Z}\s*(?:之)?(?P<side>前|后)面?{_GAP}{_ADD}{_GAP}{_Y}"),
    (Ask.ADD, rf"{_ADD}{_GAP}{_Y}\s+(?P<side>before|after)\s+(?P<anchor>.+)"),
    (Ask.ADD, rf"(?:此处|这里|在此|漏|漏了|脱|缺)?{_GAP}{_ADD}(?:了|一个|一字)?{_GAP}{_Y}"),
    (Ask.ADD, rf"(?:漏|漏了|脱|缺|缺了){_GAP}{_Y}"),
    (Ask.DELETE, rf"(?:请|应|此处|多余|衍字|衍文)?{_GAP}(?:{_DELETE}|多余|衍字|衍文)"),
    (Ask.DELETE, rf"(?:把|将)?{_X}\s*(?:应|须|请|宜)?{_DELETE}"),
    (Ask.DELETE, rf"(?:请|应|此处)?{_DELETE}{_GAP}{_X}"),
    (Ask.DELETE, r"(?:衍|多|多了)\s*[“‘\"「](?P<old>.+?)[”’\"」]"),
)  # fmt: skip
"""What is asked, and the words it is asked in. ``side``: before or after the anchor."""

_READ = tuple((kind, re.compile(pattern, re.DOTALL | re.IGNORECASE)) for kind, pattern in _FORMS)
_NO_VERB = re.compile(
    "(?:加强|加快|加大|加班|加分|加速|加工|加深|加之|加以|加盟|加急|加油|加密|增长|增强|增速|增收|增进|增幅|增量|增至|增设"
    "|补贴|补助|补偿|补选|补救|补给|补办|添置|删繁)"
)
"""Words that begin like a verb of a form and are words of the text, or a remark in plain words."""

_REMARK = re.compile(r"[,，。;；(（\n]")
_COUNTED = re.compile('(?<=[”’"」』】])\\s*(?:[一二两三四]个?)?(?:字|词|句)$')
"""``“的”字删``: what is quoted is meant, not the word for it."""

_MARKS = {
    "逗号": "，", "句号": "。", "顿号": "、", "冒号": "：", "分号": "；", "问号": "？", "叹号": "！",
    "感叹号": "！",
    "破折号": "——", "省略号": "……", "间隔号": "·", "连接号": "—", "空格": " ",
}  # fmt: skip
"""Marks that are called by their names. Source: GB/T 15834-2011."""


def read_form(words: str, there: str = "") -> Asked:
    """What the words ask for. Of several readings that is meant whose old words stand in ``there``, the
    longest of them."""
    readings = list(_readings(words.strip(), there)) if len(words) <= MOST_READ else []
    fitting = [one for one in readings if one.old and one.old in there]
    return max(fitting, key=lambda one: len(one.old), default=None) or next(iter(readings), Asked(Ask.OTHER))


def without_remark(new: str) -> str:
    """What is to come, without a remark behind it: ``9768，见附件`` is 9768."""
    return _REMARK.split(new, maxsplit=1)[0].strip()


def _readings(words: str, there: str) -> Iterator[Asked]:
    """The readings that the table allows."""
    stripped = words.rstrip("。.！!；; ")
    yield from _tried(stripped, there)
    if stripped != words:  # the stop may be what is to come
        yield from _tried(words, there)


def _tried(stripped: str, there: str) -> Iterator[Asked]:
    for kind, form in _READ:
        found = form.fullmatch(stripped)
        if found is None or (kind in (Ask.ADD, Ask.DELETE) and _NO_VERB.match(stripped)):
            continue
        parts = {name: _unquoted(part) for name, part in found.groupdict().items() if part is not None}
        if kind is Ask.REPLACE and "old" in parts:
            yield from _splits(stripped, there)
        if kind is Ask.DELETE and there and parts.get("old", "") not in there:
            parts["old"] = without_remark(parts["old"])
        if all(parts.get(name, "x") for name in ("old", "new", "anchor")):
            side = parts.get("side", "")
            before = side in ("前", "before")
            yield Asked(kind, parts.get("old", ""), parts.get("new", ""), parts.get("anchor", ""), before)


def _splits(words: str, there: str) -> Iterator[Asked]:
    """Where 改 stands more than once (改革改改造), each cut of which the old words stand there."""
    if not there or words.count("改") < 2:
        return
    for found in re.finditer("改(?:为|成)?", words):
        old, new = _unquoted(words[: found.start()]), _unquoted(words[found.end() :])
        if old and new and old in there:
            yield Asked(Ask.REPLACE, old, new)


def _unquoted(part: str) -> str:
    """A part without the quotation marks that a writer puts around it; a mark's name becomes the mark."""
    part = _COUNTED.sub("", part.strip()).rstrip(",，:：").strip() or part.strip()
    if part in _MARKS:
        return _MARKS[part]
    for opening, closing in _QUOTES:
        if len(part) >= 2 and part.startswith(opening) and part.endswith(closing):
            inside = part[1:-1]
            if opening not in inside and closing not in inside:
                return inside
    return part

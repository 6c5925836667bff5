"""The line that says who wrote it becomes roles and names.

In: a line. Out: its roles, each with its names, or nothing where the line is no byline.
"""

from __future__ import annotations

import re

from reportpdf.source.limits import MAX_NAMES, MAX_WORD

_ROLES = [
    "本报特约记者",
    "本报实习记者",
    "本报通讯员",
    "本报记者",
    "本刊记者",
    "全媒体记者",
    "融媒记者",
    "特约记者",
    "实习记者",
    "见习记者",
    "首席记者",
    "记者",
    "特约通讯员",
    "通讯员",
    "特约撰稿人",
    "撰稿人",
    "撰稿",
    "撰文",
    "供稿单位",
    "供稿人",
    "供稿",
    "作者",
    "文/图",
    "图/文",
    "文／图",
    "图／文",
    "文字",
    "摄影报道",
    "摄影",
    "制图",
    "整理",
    "编辑",
    "责任编辑",
    "审核",
    "单位",
    "来源",
]
_ROLE = re.compile(r"(?P<role>" + "|".join(sorted(map(re.escape, _ROLES), key=len, reverse=True)) + r")")
_OFFICES = frozenset(("供稿", "供稿单位", "单位", "来源", "整理", "编辑", "制图", "撰稿"))
"""Roles that an office may have, whose name is longer than a person's."""

_LONGEST_NAME = 12
_MARKS = re.compile(r"^[\s□■◇◆○●（(\[【—-]+|[\s）)\]】]+$")
_BETWEEN = re.compile(r"[\s\u3000、，,；;]+")
LONGEST = 120
"""Characters of a byline."""


def read_byline(line: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The roles and names of a byline; empty if the line is none."""
    words = _MARKS.sub("", line)
    if len(words) > LONGEST or re.search("[。！？]", words) or not _ROLE.match(words):
        return ()
    found: list[tuple[str, tuple[str, ...]]] = []
    for role, rest in _by_role(words):
        names = _names(rest)
        longest = MAX_WORD if role in _OFFICES else _LONGEST_NAME
        if not names or len(names) > MAX_NAMES or any(len(name) > longest for name in names):
            return ()
        found.append((role, names))
    return tuple(found)


def _by_role(words: str) -> list[tuple[str, str]]:
    """Each role with what stands between it and the next one. A role follows white or a mark."""
    starts = [
        found
        for found in _ROLE.finditer(words)
        if found.start() == 0 or _BETWEEN.fullmatch(words[found.start() - 1])
    ]
    ends = [following.start() for following in starts[1:]] + [len(words)]
    return [
        (found["role"], words[found.end() : end].strip(" :：\u3000|｜"))
        for found, end in zip(starts, ends, strict=True)
    ]


def _names(rest: str) -> tuple[str, ...]:
    """Names apart; one of two characters spread over the room of three is put together (罗　军)."""
    rest = re.sub(
        r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])", r"\1\2", rest
    )
    return tuple(name for name in _BETWEEN.split(rest) if name)

"""How heads are set: the choices that editors make differently from house to house.

A head is the headline, a section's title, a title in the overview. Lengths are in em of the head's type.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class HeadShape(Enum):
    """How the lines of a broken head compare: of one length, or the upper longer (clreq leaves it open)."""

    EVEN = "even"
    UPPER = "upper"


_WORDS = {
    "doc": "Words never divided in heads: offices, places, names of your own",
    "doc_zh": "标题里不拆开的词：本地机关、地名、专名",
    "most": 1000,
    "length": 40,
}
_TIGHTEN = {
    "doc": "How much closer a head may stand rather than be set smaller, in em",
    "doc_zh": "标题宁可收紧、不缩小字号时，字间最多收紧多少，字宽为 1",
    "min": 0,
    "max": 0.03,
}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Heads:
    """The choices for heads."""

    shape: HeadShape = field(
        default=HeadShape.EVEN,
        metadata={
            "doc": "Lines of one length, or the upper longer",
            "doc_zh": "各行等长（even）还是上行可长（upper）",
        },
    )
    drop_marks: bool = field(
        default=True,
        metadata={
            "doc": "A pause at which a head is broken is not inked; it stays in the text",
            "doc_zh": "标题在逗号、顿号、分号、句号处转行时不印该标点（文字层保留）",
        },
    )
    equal_couplets: bool = field(
        default=True,
        metadata={
            "doc": "The halves of a couplet are set to one width if they have as many characters",
            "doc_zh": "对仗标题上下句字数相同时排成等宽",
        },
    )
    open_short: bool = field(
        default=False,
        metadata={
            "doc": "Heads of two to six characters are opened, by 1, 1/2, 1/3 or 1/4 em",
            "doc_zh": "二至六字的标题加空：字间 1、1/2、1/3、1/4 字宽",
        },
    )
    tighten: float = field(default=0.0, metadata=_TIGHTEN)
    """No gap of a head is closed further, and ink never touches (clreq leaves it open)."""

    even_names: bool = field(
        default=True,
        metadata={
            "doc": "Names and roles that stand under one another in the byline are set to one width",
            "doc_zh": "署名上下排列时，人名、职名均排成等宽",
        },
    )
    words: tuple[str, ...] = field(default=(), metadata=_WORDS)

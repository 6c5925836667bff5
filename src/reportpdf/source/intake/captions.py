"""Captions: which loose lines are some, who took the photo, and to which section a line belongs by order.

In: blocks of words. Out: caption and credit apart; for lines between two sections, the side they are on.
Nothing is decided in silence: what rests on order alone is asked (``# check:``).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from reportpdf.source.intake.marks import words_of

_LEAD = re.compile(
    r"(?:[▲△↑↓◆■]\s*|(?:图片说明|图说|照片)\s*[:：]\s*|图\s*\d{0,2}\s*[:：.．、]\s*|图\s*\d{1,2}\s+)"
)
_PERSON = r"[\u4e00-\u9fff·]{2,8}(?:[、 ][\u4e00-\u9fff·]{2,8})*"
_CREDITS = (
    re.compile(rf"\s*[（(](?P<credit>{_PERSON}\s*(?:摄影报道|摄影|摄|供图|提供))[)）]\s*[。.]?$"),
    re.compile(rf"(?:(?<=[。！？”）])\s*|\s+)(?P<credit>{_PERSON}[ \u3000/／]*(?:摄影|摄|供图))\s*[。.]?$"),
    re.compile(rf"\s*[（(]?(?P<credit>(?:摄影|供图|图)\s*[:：/／]\s*{_PERSON})[)）]?\s*$"),
)
_SENTENCE = re.compile("[。！？!?；;]")
_HAN = re.compile("[\u4e00-\u9fff]+")
LONGEST = 90
"""Characters of a loose line that can be a caption."""


def split_credit(text: str) -> tuple[str, str]:
    """A caption without its sign or number, and its credit; empty if it has none."""
    text = _LEAD.sub("", text, count=1) if _LEAD.match(text) else text
    for pattern in _CREDITS:
        if (found := pattern.search(text)) and found.start() > 0:
            return text[: found.start()].rstrip(), found["credit"].strip()
    return text, ""


def says_it_is_one(text: str) -> bool:
    """Whether a line bears a caption's sign, number or credit."""
    words = words_of(text)
    if len(words) > LONGEST:
        return False
    return bool(_LEAD.match(words)) or bool(split_credit(words)[1])


def may_be_one(text: str) -> bool:
    """Whether a line is short and one sentence, as captions are."""
    words = words_of(text).strip()
    return (
        4 <= len(words) <= LONGEST
        and len(_SENTENCE.findall(words)) <= 1
        and words[-1] not in "：:，,、；;"
        and not words.endswith(("如下。", "如下"))
    )


def nearest_section(caption: str, sections: Sequence[str]) -> int:
    """The section whose words the caption shares clearly more of than of any other; -1 if none stands out.

    Pairs of characters count, each the more the fewer sections have it.
    """
    pairs = [_pairs(text) for text in sections]
    spread = Counter(pair for one in pairs for pair in one)
    wanted = _pairs(words_of(caption))
    scores = [sum(math.log(1 + len(sections) / spread[pair]) for pair in wanted & one) for one in pairs]
    ranked = sorted(scores, reverse=True)
    if len(ranked) < 2 or ranked[0] < _CLEAR or ranked[0] < 1.5 * ranked[1]:
        return -1
    return scores.index(ranked[0])


_CLEAR = 5.0
"""About four pairs that one section of four has alone. Chosen by this project; it only words a question."""


def _pairs(text: str) -> set[str]:
    return {run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1)}

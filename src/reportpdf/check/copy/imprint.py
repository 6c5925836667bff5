"""What an issue for inside use must print, and what it must not call itself.

Comes in: the copy. Goes out: problems, for a report whose ``imprint`` says ``kind: internal``; no other is asked.
Source: 内部资料性出版物管理办法 (2015), art. 14 (what is printed, words not used) and 15 (no price).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportpdf.check.copy.words import Copy, Role, matches, note, note_at
from reportpdf.check.finding import Noted
from reportpdf.model.report import ImprintKind

REQUIRED: tuple[tuple[str, str], ...] = (
    # key of the imprint, what the article calls it
    ("permit", "准印证编号"),
    ("statement", "“内部资料，免费交流”"),
    ("compiler", "编印单位"),
    ("readers", "发送对象"),
    ("printer", "印刷单位"),
    ("printed", "印刷日期"),
    ("copies", "印数"),
)
"""Art. 14, first paragraph. 期号 is asked of a series only, which the words do not tell."""

STATEMENT = "内部资料，免费交流"
_SPACES = re.compile(r"[\s“”\"]+")


def required(copy: Copy) -> Iterator[Noted]:
    """What the imprint leaves out, and a statement in other words."""
    imprint = copy.report.imprint
    if imprint is None or imprint.kind is not ImprintKind.INTERNAL:
        return
    for key, what in REQUIRED:
        if not getattr(imprint, key):
            yield note_at("imprint-missing", imprint.place, what=what, key=key)
    said = imprint.statement
    if said and _SPACES.sub("", said.value).replace(",", "，") != STATEMENT:
        yield note("imprint-statement", said, 0, len(said.value), statement=STATEMENT)


_PRESS = re.compile(
    r"本报(?![告表名考送请备案])|本刊(?![登发])|本杂志|报社记者|期刊社|杂志社|刊号|"
    r"(?<![新闻答问])记者(?=[ ：:]?[\u4e00-\u9fff]{2,3}(?:$|[ ，、）)]|摄|报道)|从|获悉|在|看到|了解|近日|日前|采访|来到|随)"
)
_ROLE = re.compile(r"^(?:本报|本刊|特约|见习|实习)?(?:记者|编辑部)$|^本[报刊]")
_PRICE = re.compile(r"定价[：:]?[ ]?[0-9]|[0-9.]+元/?[份册期本](?![^，。]{0,4}罚)|订阅价|征订|零售价")


def press_words(copy: Copy) -> Iterator[Noted]:
    """An issue that calls itself a paper, or its people reporters. Art. 14, second paragraph."""
    imprint = copy.report.imprint
    if imprint is None or imprint.kind is not ImprintKind.INTERNAL:
        return
    for byline in copy.report.byline:
        match = _ROLE.search(byline.role.value)
        if match:
            yield note("imprint-press-word", byline.role, match.start(), match.end())
    roles = (role for role in Role if role not in (Role.BYLINE, Role.IMPRINT))
    yield from matches("imprint-press-word", _PRESS, copy, *roles)


def prices(copy: Copy) -> Iterator[Noted]:
    """A price, or an offer to subscribe. Art. 15 (2)."""
    imprint = copy.report.imprint
    if imprint is not None and imprint.kind is ImprintKind.INTERNAL:
        yield from matches("imprint-price", _PRICE, copy, Role.TITLE, Role.CREDIT, Role.IMPRINT, Role.BYLINE)

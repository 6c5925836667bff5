"""Marks: half-width ones among Chinese, marks that stand doubled, and where no mark may stand.

Source: GB/T 15834-2011, by clause with each rule. What is half-width is what the normaliser would change, so
that a check and a page never disagree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reportpdf.check.copy.words import Copy, Role, matches, note, together
from reportpdf.check.finding import Noted
from reportpdf.model.report import Text
from reportpdf.text.classes import is_han
from reportpdf.text.normalise import normalise

_CODES = {
    "comma": "copy-half-width", "colon": "copy-half-width", "mark": "copy-half-width",
    "full-stop": "copy-half-width", "bracket": "copy-half-width", "quote": "copy-half-width",
    "ellipsis": "copy-ellipsis", "dash": "copy-dash", "full-width-letter": "copy-full-width-letter",
    "space": "copy-space", "invisible": "copy-invisible", "private-use": "copy-private-use",
    "radical": "copy-radical",
}  # fmt: skip
"""Rules of the normaliser to what a proofreader calls it; an indent is layout, and no fault."""


def set_otherwise(copy: Copy) -> Iterator[Noted]:
    """What the page sets otherwise than it was delivered: told by kind, and together where there is much."""
    found: dict[tuple[str, str], list[tuple[Text, int, int]]] = defaultdict(list)
    for passage in copy.passages:
        for change in normalise(passage.words).changes:
            code = _CODES.get(change.rule)
            if code == "copy-full-width-letter" and any("０" <= c <= "９" for c in change.before):
                code = "copy-full-width-digit"
            if code is not None:
                pair = change.rule in ("bracket", "quote")
                mark = "" if code != "copy-half-width" else change.rule if pair else change.before
                at = passage.text, change.offset, change.offset + len(change.before)
                found[code, mark].append(at)
    for (code, _), places in found.items():
        yield from together(code, places)


_DOUBLED = re.compile(
    # an ellipsis in full stops is the normaliser's; ！！！ and ？！ are allowed (4.2.3.4, 4.3.3.4)
    r"[，、；：,;:]{2,}|[，、；：,;:][。！？]|。[！？]|(?<!。)。。(?!。)|[。！？]+[，、；：,;]"
    r"|[。！？][”’]。|[，、；：][”’][，、；。：](?<!：[”’].)|[？！]{4,}"
)


def doubled(copy: Copy) -> Iterator[Noted]:
    """Two marks where one is meant. GB/T 15834-2011 4.1 to 4.7."""
    yield from matches("copy-marks-doubled", _DOUBLED, copy)


_FIRST = re.compile(r"^[ \u3000]*[，、；：。！？”’）》〉】,;:?!](?![0-9])", re.MULTILINE)
_LAST = re.compile(r"[“‘（《〈【、，；,;][ \u3000]*$", re.MULTILINE)


def at_edges(copy: Copy) -> Iterator[Noted]:
    """A paragraph that begins with a mark or ends with one that goes on. GB/T 15834-2011 5.1.1."""
    roles = (*(r for r in Role if r is not Role.FIGURE),)
    yield from matches("copy-mark-first", _FIRST, copy, *roles)
    for noted in matches(
        "copy-mark-last", _LAST, copy, *(r for r in roles if r not in (Role.TITLE, Role.HEAD))
    ):
        # a paragraph may end with a semicolon or comma where a list goes on in the next
        text = noted.text
        if text is not None and (noted.offset + noted.length == len(text.value.rstrip())):
            yield noted


_STOPPED = frozenset("。！？…”’）》】.!?：:")


def unstopped(copy: Copy) -> Iterator[Noted]:
    """A text of several sentences whose last one has no stop. GB/T 15834-2011 4.1.3.1."""
    for passage in copy.of(Role.LEDE, Role.BODY):
        words = passage.words.rstrip()
        if len(words) > 20 and is_han(words[-1]) and any(mark in words for mark in "，。,"):
            yield note("copy-unstopped", passage.text, max(0, len(words) - 6), len(words))


_TITLE_STOP = re.compile(r"(?<=[\u4e00-\u9fff”》])[。，；、]$")


def titles_end(copy: Copy) -> Iterator[Noted]:
    """A stop at the end of a headline. GB/T 15834-2011 B.4."""
    yield from matches("copy-title-stop", _TITLE_STOP, copy, Role.TITLE, Role.HEAD)


_BETWEEN = re.compile(r"(?<=[”》])、(?=[“《])")


def between_quotes(copy: Copy) -> Iterator[Noted]:
    """A pause between quotations or titles that follow each other. GB/T 15834-2011 4.5.3.5."""
    for passage in copy.passages:
        found = [(passage.text, m.start(), m.end()) for m in _BETWEEN.finditer(passage.words)]
        yield from together("copy-pause-between", found)


_ETC = re.compile(r"、等(?=[\u4e00-\u9fff，。；]|$)(?!级|候|待|着|于|同|到)|等等?……|……等等?(?![待候])")


def et_cetera(copy: Copy) -> Iterator[Noted]:
    """A pause before 等, and 等 with an ellipsis. GB/T 15834-2011 B.1.2, B.2.4."""
    yield from matches("copy-et-cetera", _ETC, copy)


_ORDINALS = re.compile(
    r"(?:(?<=^)|(?<=[。；\n]))(?:（[一二三四五六七八九十0-9]{1,3}）[、，]|(?:首先|其次|最后|第[一二三四五六七八九十])、|[一二三四五六七八九十]{1,2}[，．](?=[\u4e00-\u9fff]))",
)


def ordinals(copy: Copy) -> Iterator[Noted]:
    """The mark after an ordinal. GB/T 15834-2011 4.4.3.3, B.3.1, B.3.4."""
    for noted in matches("copy-ordinal", _ORDINALS, copy, *_SENTENCES):
        text = noted.text
        after = text.value[noted.offset + noted.length :] if text else ""
        # 第一、二审 and 第一、第二支队 are lists, not ordinals of sentences
        if not re.match(r"第?[一二三四五六七八九十]", after):
            yield noted


_SENTENCES = (Role.LEDE, Role.BODY, Role.CAPTION)

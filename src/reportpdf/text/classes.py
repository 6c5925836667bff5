"""Character classes and the two rules that hang on them: line edges and what is never split.

In: a token (see ``tokens``). Out: its :class:`~reportpdf.text.cluster.Kind`, and sets of kinds that
may not begin or end a line at a level. Tables only; a departure from UAX #14 is a row of its own.
Sources: GB/T 15834-2011 part 5; clreq; UAX #14 revision 53 (Unicode 17).
"""

from __future__ import annotations

from reportpdf.text.cluster import Kind
from reportpdf.theme.records import Kinsoku

MARKS: tuple[tuple[Kind, str, str], ...] = (
    (
        Kind.OPENING,
        "“‘（《〈【〖〔［｛「『〘〚〝｢",
        "clreq #prohibition_rules_for_line_start_end: brackets, opening",
    ),
    (Kind.CLOSING, "”’）》〉】〗〕］｝」』〙〛〞〟｣", "clreq, same place: brackets, closing"),
    (Kind.PAUSE, "，、；：､", "GB/T 15834-2011 5.1.1"),
    (Kind.STOP, "。．！？‼⁇⁈⁉｡", "GB/T 15834-2011 5.1.1"),
    (Kind.INTERPUNCT, "·・‧･", "GB/T 15834-2011 5.1.7; UAX #14 AI lets a break stand before 00B7, we do not"),
    (Kind.CONNECTOR, "–—―～‐〜゠", "GB/T 15834-2011 5.1.6; UAX #14 makes FF5E an ideograph, we do not"),
    (Kind.SEPARATOR, "/／", "GB/T 15834-2011 5.1.9"),
    (Kind.DASH, "⸺⸻", "GB/T 15834-2011 5.1.4"),
    (Kind.PREFIX, "￥￡＄￦$¥€£№±", "UAX #14 PR"),
    (Kind.SUFFIX, "％￠℃℉‰‱%°′″‵¢﹪", "UAX #14 PO; clreq #unbreakable_marks_punctuation"),
    (Kind.ITERATION, "々〻ゝゞヽヾ", "UAX #14 NS; css-text-3 #line-break-property"),
    (
        Kind.SMALL_KANA,
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ",
        "UAX #14 CJ",
    ),
    (Kind.ASCII_OPENING, "([{", "UAX #14 OP"),
    (Kind.ASCII_CLOSING, ",.;:!?)]}", "UAX #14 CL, CP, EX, IS"),
)
"""Kind, its single characters, and where the membership comes from."""

_BY_CHARACTER = {character: kind for kind, members, _ in MARKS for character in members}

FULL_WIDTH_MARKS = frozenset(
    character
    for kind, members, _ in MARKS
    if kind in (Kind.OPENING, Kind.CLOSING, Kind.PAUSE, Kind.STOP)
    for character in members
)

_ALWAYS_NOT_START = frozenset({Kind.SUFFIX, Kind.ASCII_CLOSING})
_ALWAYS_NOT_END = frozenset({Kind.PREFIX, Kind.ASCII_OPENING})
_BASIC_START = frozenset(
    {Kind.PAUSE, Kind.STOP, Kind.CLOSING, Kind.INTERPUNCT, Kind.CONNECTOR, Kind.ITERATION}
)
_STRICT_START = frozenset({Kind.SEPARATOR, Kind.DASH, Kind.ELLIPSIS, Kind.SMALL_KANA})

NOT_AT_START: dict[Kinsoku, frozenset[Kind]] = {
    Kinsoku.NONE: _ALWAYS_NOT_START,
    Kinsoku.BASIC: _ALWAYS_NOT_START | _BASIC_START,
    # GB/T 15834-2011 5.1.9 bars the separator from both ends; clreq names the line end only.
    Kinsoku.GB: _ALWAYS_NOT_START | _BASIC_START | {Kind.SEPARATOR},
    Kinsoku.STRICT: _ALWAYS_NOT_START | _BASIC_START | _STRICT_START,
}
"""Line-start prohibition by level."""

NOT_AT_END: dict[Kinsoku, frozenset[Kind]] = {
    Kinsoku.NONE: _ALWAYS_NOT_END,
    Kinsoku.BASIC: _ALWAYS_NOT_END | {Kind.OPENING},
    Kinsoku.GB: _ALWAYS_NOT_END | {Kind.OPENING, Kind.SEPARATOR},
    Kinsoku.STRICT: _ALWAYS_NOT_END | {Kind.OPENING, Kind.SEPARATOR},
}
"""Line-end prohibition by level."""

MEASURE_WORDS = frozenset(
    "年月日时分秒个项条件人次名位户家所起万亿元角岁届期号页层级类种批座台辆架艘吨米里亩斤克升倍成周天国省市县区镇村版档"
)
"""A number and its measure word should share a line; no standard asks it, readers do [choice]."""


FIXED_SPACES = {
    "\u2000": 1 / 2, "\u2001": 1.0, "\u2002": 1 / 2, "\u2003": 1.0, "\u2004": 1 / 3, "\u2005": 1 / 4,
    "\u2006": 1 / 6, "\u2007": 1 / 2, "\u2008": 1 / 4, "\u2009": 1 / 5, "\u200a": 1 / 8, "\u202f": 1 / 5,
    "\u205f": 4 / 18,
}  # fmt: skip
"""Spaces of a width of their own, em; they neither open nor close. Source: Unicode, General Punctuation."""

NO_BREAK_SPACES = frozenset("\u00a0\u2007\u202f")
"""UAX #14 GL among the spaces."""

IDEOGRAPHIC_SPACE = "\u3000"

SPACES = frozenset(" \t\u00a0\u3000") | FIXED_SPACES.keys()


def is_han(character: str) -> bool:
    """Whether the character is set as a Han character (Script=Han, with 〇 and 々)."""
    code = ord(character)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
        or 0x2E80 <= code <= 0x2FDF
        or code in (0x3005, 0x3006, 0x3007)
        or 0x3041 <= code <= 0x30FA  # kana is set as Han is: 1 em, break on either side
        or 0x30FC <= code <= 0x30FF
        or 0x31F0 <= code <= 0x31FF
    )


DASHES = frozenset({"——", "⸺", "⸻", "――", "──"})
"""What a dash of 2 em is typed as; normalised copy has the first only. Source: GB/T 15834-2011 5.1.4."""


def kind_of(token: str) -> Kind:
    """The class of a token as :func:`reportpdf.text.tokens.split_tokens` cuts it."""
    first = token[0]
    if is_han(first):
        return _BY_CHARACTER.get(first, Kind.HAN)
    if token in DASHES:
        return Kind.DASH
    if first in "…⋯‥․":
        # In Western text (see ``western_marks``) it is a mark of three dots on the baseline.
        return Kind.ASCII_CLOSING if token[1:] == "\ufe00" else Kind.ELLIPSIS
    if first in SPACES:
        return Kind.SPACE
    if len(token) > 1 and token[0] in "！？" and token[1] in "！？":
        return Kind.STOP
    known = _BY_CHARACTER.get(first)
    if known is not None and (len(token) == 1 or token[1] in "\ufe00\ufe01"):
        return known
    return Kind.WESTERN if _is_western(first) else Kind.OTHER


def _is_western(character: str) -> bool:
    """Letters and digits of Latin, Greek and Cyrillic, and the signs that stand with them."""
    code = ord(character)
    return code < 0x0530 or 0x1E00 <= code <= 0x1FFF or 0x2010 <= code <= 0x214F or 0x2190 <= code <= 0x22FF


SYLLABLE = "\u2010"
"""Marks a cluster after which a Western word may be hyphenated, as U+00AD does in copy."""

HAN_GROUP = "han"
"""The group of nearly every Han character; compared by identity where it must be quick."""


def group_of(token: str, kind: Kind) -> str:
    """What the token has in common with those that behave alike where two clusters meet.

    Han characters are all alike but for 第 and the measure words; Western words differ by a digit at
    either end and by a hyphen at their end; a mark is a group by itself.
    """
    if kind is Kind.HAN:
        if token == "月":
            return "month"
        return "measure" if token in MEASURE_WORDS else "ordinal" if token == "第" else HAN_GROUP
    if kind is Kind.WESTERN and any(map(str.isalnum, token)):
        start = "digit" if token[0].isdigit() else "word"
        end = "hyphen" if token[-1] == "-" else "digit" if token[-1].isdigit() else "word"
        return f"{start}-{end}"
    return token

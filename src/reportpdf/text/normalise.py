"""Copy as delivered becomes copy as set: half-width marks in Chinese text, and a list of what changed.

In: a text. Out: the text to set and its changes, each with the offset it came from. The source is
never altered. What a mark becomes is told from the letters about it, never from other marks, so that
normalised text stays as it is. Rules: marks of Chinese in Chinese text (clreq #id77); GB/T 15834-2011;
GB/T 15835-2011 for digits. Every rule is a [choice] switched by ``composition.normalise``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportpdf.text.around import CLOSERS, CLOSING_QUOTES, Around, han
from reportpdf.text.classes import is_han
from reportpdf.text.radicals import UNIFIED

_FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", ".": "。"}
_NAMES = {",": "comma", ":": "colon", ".": "full-stop"}

# GB 18030-2000 and 2005 kept these Han in the private use area (bytes FE51-FEA0); 2022 names the real ones.
_PRIVATE = dict(
    zip("\ue816\ue817\ue818\ue81e\ue826\ue82b\ue82c\ue831\ue832\ue83b\ue843\ue854\ue855\ue864",
        "𠂇𠂉𠃌龴龵龶龷𡗗龸𢦏龹龺𤇾龻", strict=True)
)  # fmt: skip
_HALF = {chr(c): chr(c - 0xFEE0) for a, b in ("０９", "ＡＺ", "ａｚ") for c in range(ord(a), ord(b) + 1)}
_ONE_FOR_ONE = str.maketrans(_PRIVATE | _HALF | UNIFIED)
_ODD = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+|[\ue816-\ue864\u2e81-\u2fd5]")
# Marks of direction do nothing in Chinese; what governs breaks (U+200B, U+2060) stays and does so.
_INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]+|^\ufeff")

_CANDIDATE = re.compile(
    # The look ahead lets the search run over Han at the price of one test.
    "(?=[\t-~\u3000。…―─━－（）])(?:"
    # Kept as they are: addresses without the marks that follow them, and thousands.
    r"(?P<kept>(?:(?:https?|ftp)://|\bwww\.)[!-~]*[A-Za-z0-9/#=&~+%$@*_-]"
    r"|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![0-9.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]))"
    r"|(?P<indent>^[ \t\u3000]*\u3000[ \t\u3000]*)|(?P<space>[ \t]{2,}|\t)"
    r"|(?P<ellipsis>(?:\.{3,}|。{3,}|…+)+)|(?P<dash>[-―─━－]{2,})"
    r"|(?P<stop>(?<!\.)\.(?!\.))|(?P<pause>[,:;])|(?P<cry>[!?])"
    r"|(?P<bracket>[()（）])|(?P<quote>\"|(?<![A-Za-z])'|'(?![A-Za-z])))",
    re.MULTILINE,
)
_WORD = re.compile(r"[A-Za-z0-9.%+-]*")

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""What ends a paragraph. Source: UAX #14 BK, CR, LF, NL."""


@dataclass(frozen=True, slots=True)
class Change:
    """``before`` at ``offset`` of the delivered text is set as ``after``, by ``rule``."""

    offset: int
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Normalised:
    """The text to set and what was changed, in order of offset."""

    text: str
    changes: tuple[Change, ...]

    def source_offset(self, offset: int) -> int:
        """The offset in the delivered text of the character at ``offset`` of the set text."""
        shift = 0
        for change in self.changes:
            within = offset + shift - change.offset
            if within < 0:
                break
            if within < len(change.after):
                return change.offset + min(within, len(change.before) - 1)
            shift += len(change.before) - len(change.after)
        return offset + shift


def normalise(text: str) -> Normalised:
    """The text with the marks that Chinese setting asks for."""
    if text.isascii() or not any(wanted.search(text) for wanted in (_CANDIDATE, _ODD, _INVISIBLE)):
        return Normalised(text, ())
    if _INVISIBLE.search(text):
        changes = _without_invisible(text)
    else:
        changes = list(_odd_changes(text))
        marks = _mark_changes(text.translate(_ONE_FOR_ONE) if changes else text)
        changes = sorted([*changes, *marks], key=lambda change: change.offset)
    return Normalised(_applied(text, changes), tuple(changes))


def unpaired_quotes(normal: Normalised) -> tuple[int, ...]:
    """Offsets in the delivered text of straight quotes among Chinese that have no fellow, one a paragraph."""
    found: list[int] = []
    start = 0
    for words in normal.text.split("\n") if '"' in normal.text else ():
        inches = any(words[i - 1].isdigit() for i in range(1, len(words)) if words[i] == '"')
        if words.count('"') % 2 and not inches and any(map(is_han, words)):
            found.append(normal.source_offset(start + words.rindex('"')))
        start += len(words) + 1
    return tuple(found)


def _applied(text: str, changes: list[Change]) -> str:
    parts, at = [], 0
    for change in changes:
        parts += [text[at : change.offset], change.after]
        at = change.offset + len(change.before)
    return "".join([*parts, text[at:]])


def _without_invisible(text: str) -> list[Change]:
    """The changes of a text pasted with characters that print nothing; they go, inside a change with it."""
    where = [i for i, c in enumerate(text) if not _INVISIBLE.match(c)]
    changes: list[Change] = []
    done = 0
    for change in normalise("".join(text[i] for i in where)).changes:
        start, end = where[change.offset], where[change.offset + len(change.before) - 1] + 1
        changes += _removals(text, done, start)
        changes.append(Change(start, text[start:end], change.after, change.rule))
        done = end
    return [*changes, *_removals(text, done, len(text))]


def _removals(text: str, start: int, end: int) -> Iterator[Change]:
    return (Change(m.start(), m.group(), "", "invisible") for m in _INVISIBLE.finditer(text, start, end))


def _odd_changes(text: str) -> Iterator[Change]:
    """Full-width letters become ASCII, radicals and private code points of GB 18030 real characters."""
    for match in _ODD.finditer(text):
        before = match.group()
        after = before.translate(_ONE_FOR_ONE)
        if after != before:
            yield Change(match.start(), before, after, _odd_rule(before))


def _odd_rule(before: str) -> str:
    if before in UNIFIED:
        return "radical"
    return "private-use" if before in _PRIVATE else "full-width-letter"


def _mark_changes(text: str) -> Iterator[Change]:
    """Changes of marks and spaces. Pairs are settled first: they are what single marks stand beside."""
    found = [m for m in _CANDIDATE.finditer(text) if m.lastgroup != "kept"]
    around = Around(text, text[::-1])
    pairs = _quote_changes([m.start() for m in found if m.lastgroup == "quote"], around)
    around = around.with_pairs(pairs)
    brackets = _bracket_changes([m.start() for m in found if m.lastgroup == "bracket"], around)
    around = around.with_pairs(brackets)
    for match in found:
        at, before, group = match.start(), match.group(), match.lastgroup
        if group in ("quote", "bracket"):
            after, rule = pairs.get(at) or brackets.get(at) or before, str(group)
        else:
            after, rule = _change(around, str(group), before, at, match.end())
        if after != before:
            yield Change(at, before, after, rule)


def _change(around: Around, group: str, before: str, start: int, end: int) -> tuple[str, str]:
    """What a candidate becomes and by which rule; itself if it stays."""
    text = around.text
    if group == "pause":
        full = _pause_is_full(around, before, start)
    elif group in ("indent", "space"):
        return "" if group == "indent" else " ", group
    elif group in ("ellipsis", "dash"):
        if before in ("……", "…………") or not ("。" in before or around.han_beside(start, end)):
            return before, group
        return "……" if group == "ellipsis" else "——", group
    elif group == "cry":
        full = han(around.letter_before(start)) or han(around.follows(_WORD, start))
    else:
        after = text[end : end + 2].lstrip(" \t")[:1]
        full = _ends_chinese(around, start) and (after in ("", "\n") or after in CLOSERS or han(after))
    return _FULL[before] if full else before, _NAMES.get(before, "mark")


def _ends_chinese(around: Around, at: int) -> bool:
    """Whether a Chinese clause ends here, so that a dot is its full stop, not a list's or a number's."""
    left = around.text[at - 1 : at] if at else ""
    return han(left) or left in ("%", "‰", "℃") or (left in CLOSERS and han(around.letter_before(at)))


def _pause_is_full(around: Around, mark: str, at: int) -> bool:
    """Whether , : ; belongs to Chinese text: not in a time of day, not in a Western phrase."""
    before, after = around.letter_before(at), around.letter_after(at + 1)
    left, right = around.text[at - 1 : at] if at else "", around.text[at + 1 : at + 2]
    if mark == ":" and left.isdigit() and right.isdigit():
        return False
    if han(before) or han(after):
        return True
    spaced = right.isspace()
    if before.isalpha() and (after.isalpha() or (spaced and mark != ":")):
        return left in CLOSERS and not spaced
    return around.near_han(at, at + 1)


def _bracket_changes(offsets: list[int], around: Around) -> dict[int, str]:
    """Matched half-width brackets that contain Han or stand between Han become full width."""
    text, found = around.text, dict[int, str]()
    stack: list[list[int]] = []
    last = 0
    for at in offsets:
        between = text[last:at]
        if "\n" in between:
            stack.clear()
        elif stack and not stack[-1][1]:
            stack[-1][1] = any(map(is_han, between))
        last = at + 1
        if text[at] in "(（":
            stack.append([at, 0])
        elif stack:
            start, holds_han = stack.pop()
            if stack:
                stack[-1][1] = stack[-1][1] or holds_han
            left = text[start - 1 : start] if start else ""
            after = around.letter_after(at + 1)
            between_han = (han(left) or left in CLOSING_QUOTES) and (not after or han(after))
            if holds_han or between_han or text[start] == "（" or text[at] == "）":
                found[start], found[at] = "（", "）"
    return found


def _quote_changes(offsets: list[int], around: Around) -> dict[int, str]:
    """Straight quotes paired within the paragraph become Chinese quotes where either side touches Han."""
    text, found = around.text, dict[int, str]()
    for straight, marks in (('"', "“”"), ("'", "‘’")):
        paragraphs: dict[int, list[int]] = {}
        for at in offsets:
            if text[at] == straight:
                paragraphs.setdefault(text.count("\n", 0, at), []).append(at)
        for own in paragraphs.values():
            # An odd one out leaves the pairing open: all stay as delivered.
            for a, b in zip(own[::2], own[1::2], strict=True) if len(own) % 2 == 0 else ():
                inches = text[a - 1 : a].isdigit() and text[b - 1].isdigit() and han(text[a + 1])
                if not inches and (around.han_beside(a, a + 1) or around.han_beside(b, b + 1)):
                    found[a], found[b] = marks[0], marks[1]
    return found

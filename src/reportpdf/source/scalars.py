"""A scalar as it is written becomes its characters, each with its offset in what is written.

In: the source slice of one YAML scalar, quotes, escapes, folds and block header included. Out: a list
of pieces, (characters, offset of the first); the characters of a piece longer than one stand next to
each other in the source. Joined they are the value.
Source: YAML 1.2.2 5.7 (escapes), 6.5 (line folding), 7.3 (flow scalars), 8.1 (block scalars).

One departure, for Chinese: a fold between two Chinese characters is no space (:func:`joins`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

Piece = tuple[str, int]
Span = tuple[int, int, bool]
LineReader = Callable[[str, int, int], list[Piece]]

_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEX = {"x": 2, "u": 4, "U": 8}
_EITHER = "“”‘’—…·‥"
"""Marks that Chinese and Western text share: Chinese when the other side of the fold is."""
_HALF_WIDTH = ",.:;!?)"
"""Marks of a half-width keyboard, which in Chinese text stand without a space after them."""


def joins(before: str, after: str) -> bool:
    """Whether the line break between two pieces of text is nothing rather than a space.

    It is nothing between full-width characters, Hangul excepted, and, past the standard, where one
    side is such and the other a mark that Chinese text uses too.
    Source: CSS Text Module Level 3, 4.1.2 (segment break transformation rules).
    """
    if not before or not after:
        return False
    left, right = before[-1], after[0]
    if _is_wide(right):
        if left in _HALF_WIDTH and len(before) > 1:
            left = before[-2]
        return _is_wide(left) or left in _EITHER
    return right in _EITHER and _is_wide(left)


def _is_wide(character: str) -> bool:
    if character < "\u2e80" or "\uac00" <= character <= "\ud7a3" or "\u3130" <= character <= "\u318f":
        return False
    return unicodedata.east_asian_width(character) in "WF"


def scalar_pieces(raw: str, value: str) -> list[Piece]:
    """The pieces of a scalar written as ``raw``, of any style.

    ``value`` is the scalar as the YAML parser reads it; it tells how far a block scalar is indented
    when its header says so relative to the line it hangs from.
    """
    head = raw[:1]
    if head == '"':
        return _flow_pieces(raw, 1, raw.rfind('"'), _double_line)
    if head == "'":
        return _flow_pieces(raw, 1, raw.rfind("'"), _single_line)
    if head in ("|", ">"):
        return _block_pieces(raw, value)
    return _flow_pieces(raw, 0, len(raw), _plain_line)


def _double_line(raw: str, start: int, end: int) -> list[Piece]:
    """One line of a double-quoted scalar with its escapes."""
    pieces: list[Piece] = []
    at = start
    while at < end:
        slash = raw.find("\\", at, end)
        if slash < 0:
            slash = end
        if slash > at:
            pieces.append((raw[at:slash], at))
        if slash >= end - 1:  # a last backslash escapes the line break
            break
        kind = raw[slash + 1]
        digits = _HEX.get(kind, 0)
        after = slash + 2 + digits
        character = chr(int(raw[slash + 2 : after], 16)) if digits else _ESCAPES.get(kind, kind)
        pieces.append((character, slash))
        at = after
    return pieces


def _single_line(raw: str, start: int, end: int) -> list[Piece]:
    """One line of a single-quoted scalar; two quotes are one."""
    pieces: list[Piece] = []
    at = start
    while at < end:
        quote = raw.find("''", at, end)
        stop = end if quote < 0 else quote + 1
        pieces.append((raw[at:stop], at))
        at = stop if quote < 0 else quote + 2
    return pieces


def _plain_line(raw: str, start: int, end: int) -> list[Piece]:
    """One line of a plain scalar: as it stands."""
    return [(raw[start:end], start)] if end > start else []


def _flow_pieces(raw: str, start: int, end: int, read_line: LineReader) -> list[Piece]:
    """A plain or quoted scalar: lines trimmed, one break folded, further breaks kept."""
    escapes = read_line is _double_line
    pieces: list[Piece] = []
    breaks: list[int] = []
    escaped = False
    spans = _lines(raw, start, end)
    for i, (edge, stop, ended) in enumerate(spans):
        last = i == len(spans) - 1
        begin = _skip_blanks(raw, edge, stop) if i else edge
        if begin == stop and i and not last:
            breaks.append(stop)
            continue
        close = stop if last else _trimmed(raw, begin, stop, escapes)
        line = read_line(raw, begin, close)
        if i:
            pieces += _fold(pieces, breaks, line, spans[i - 1][1], escaped)
        pieces += line
        breaks = []
        escaped = ended and escapes and close == stop and _odd_backslashes(raw, begin, stop)
    return pieces


def _fold(before: list[Piece], breaks: list[int], line: list[Piece], at: int, escaped: bool) -> list[Piece]:
    """What stands between two lines: the breaks of empty lines, or a space, or nothing."""
    if breaks:
        return [("\n", offset) for offset in breaks]
    tail = "".join(text for text, _ in before[-2:])
    if escaped or (line and joins(tail, line[0][0])):
        return []
    return [(" ", at)]


def _block_pieces(raw: str, value: str) -> list[Piece]:
    """A literal or folded block scalar: indentation off, breaks kept or folded, end chomped."""
    spans = _lines(raw, 0, len(raw))[1:]
    indicators = raw[1:3]
    keep, strip = "+" in indicators, "-" in indicators
    indent = _indent(raw, spans, value)
    pieces: list[Piece] = []
    last_break: int | None = None
    blanks: list[int] = []
    more_before = False
    for begin, stop, ended in spans:
        if raw[begin:stop].strip(" ") == "" and stop - begin <= indent:
            if ended:
                blanks.append(stop)
            continue
        content = begin + indent
        more = raw[content] in " \t"
        if last_break is not None:
            folds = raw[0] == ">" and not more and not more_before
            between = _fold(pieces, blanks, [(raw[content], content)], last_break, False)
            pieces += between if folds else [("\n", last_break), *(("\n", at) for at in blanks)]
        else:
            pieces += [("\n", at) for at in blanks]
        pieces.append((raw[content:stop], content))
        last_break, blanks, more_before = (stop if ended else None), [], more
    if not strip and last_break is not None:
        pieces.append(("\n", last_break))
    if keep:
        pieces += [("\n", at) for at in blanks]
    return pieces


def _indent(raw: str, spans: list[Span], value: str) -> int:
    """Columns by which a block scalar is indented: those of its first text that its value has not."""
    for begin, stop, _ in spans:
        line = raw[begin:stop]
        text = line.lstrip(" ")
        if text:
            body = value.lstrip("\n ")
            own = len(value) - len(body) - (value.rfind("\n", 0, len(value) - len(body)) + 1)
            return len(line) - len(text) - own
    return len(raw)


def _lines(raw: str, start: int, end: int) -> list[Span]:
    """The lines of a slice: begin, stop before the break, and whether a break follows."""
    spans: list[Span] = []
    for line in raw[start:end].splitlines(keepends=True):
        stop = start + len(line.rstrip("\r\n"))
        spans.append((start, stop, stop < start + len(line)))
        start += len(line)
    if not spans or spans[-1][2]:
        spans.append((start, start, False))
    return spans


def _skip_blanks(raw: str, begin: int, stop: int) -> int:
    while begin < stop and raw[begin] in " \t":
        begin += 1
    return begin


def _trimmed(raw: str, begin: int, stop: int, escapes: bool) -> int:
    """The end of a line without the blanks before its break; an escaped blank stays."""
    close = stop
    while close > begin and raw[close - 1] in " \t":
        close -= 1
    if close < stop and escapes and _odd_backslashes(raw, begin, close):
        close += 1
    return close


def _odd_backslashes(raw: str, begin: int, stop: int) -> bool:
    run = stop
    while run > begin and raw[run - 1] == "\\":
        run -= 1
    return (stop - run) % 2 == 1

"""The exact place of one character of a text, however its scalar was written.

In: a :class:`~reportpdf.model.report.Text`, with the source slice it came from, and an offset in its
value. Out: the line and column in the file.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from reportpdf.base.problem import Place
from reportpdf.model.report import Text
from reportpdf.source.scalars import scalar_pieces


def place_of(text: Text, offset: int) -> Place:
    """The place of character ``offset`` of ``text.value``; its end if the offset is past it.

    A folded line break is placed at the break, an escape at its backslash.

    Raises:
        ValueError: the offset is negative.
    """
    if offset < 0:
        raise ValueError("a text has no character before its first")
    place = text.place
    if not place.line:
        return place
    value = text.value
    if text.marked is not None:
        value, offset = text.marked.delivered, text.marked.delivered_offset(offset)
    raw = text.raw or value
    at = _raw_offset(value, raw, offset)
    line_break = max(raw.rfind("\n", 0, at), raw.rfind("\r", 0, at))
    if line_break < 0:
        return Place(place.file, place.line, place.column + at, place.path)
    before = raw[: line_break + 1]
    lines = before.count("\n") + before.count("\r") - before.count("\r\n")
    return Place(place.file, place.line + lines, at - line_break, place.path)


def _raw_offset(value: str, raw: str, offset: int) -> int:
    """Where in the source slice a character of the value stands."""
    if raw == value:
        return min(offset, len(raw))
    starts, offsets, end = _offsets(value, raw)
    if offset >= len(value) or not starts:
        return end
    piece = bisect_right(starts, offset) - 1
    return offsets[piece] + offset - starts[piece]


@lru_cache(maxsize=64)
def _offsets(value: str, raw: str) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """For each piece of a scalar: its offset in the value and in the source; and the source's end."""
    starts: list[int] = []
    offsets: list[int] = []
    length, end = 0, 0
    for characters, at in scalar_pieces(raw, value):
        if length >= len(value):
            break
        starts.append(length)
        offsets.append(at)
        length += len(characters)
        end = at + len(characters)
    return tuple(starts), tuple(offsets), end

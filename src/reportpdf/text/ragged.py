"""Where the lines of ragged text end: each takes what fits, and nothing is squeezed or opened.

In: a :class:`~reportpdf.text.paragraph.Paragraph` and its measure, em. Out: line ranges, as the other
breakers give them. A last line of one letter is joined by what ended the line above it. Source: clreq
#adjustments_of_orphans_and_widows.
"""

from __future__ import annotations

from bisect import bisect_right

from reportpdf.text.breaks import Lines
from reportpdf.text.costs import EPSILON, letters_of
from reportpdf.text.paragraph import Paragraph

LEAST_LETTERS = 2
"""A last line has no fewer."""


def ragged(paragraph: Paragraph, measure: float, indent: float = 0.0) -> Lines:
    """The lines of the paragraph; the first is ``indent`` shorter."""
    ranges: list[tuple[int, int]] = []
    forced: list[int] = []
    start, count = 0, len(paragraph.clusters)
    while start < count:
        room = measure - (0.0 if start else indent)
        last = _last_fitting(paragraph, start, room)
        end = next((i for i in range(last, start, -1) if paragraph.breaks[i] is not None), None)
        if end is None:
            end = max(start + 1, last)
            forced.append(len(ranges))
        ranges.append((start, end))
        start = end
    return Lines(tuple(_cured(paragraph, ranges, measure)), tuple(forced))


def _last_fitting(paragraph: Paragraph, start: int, room: float) -> int:
    """The largest end of a line from ``start`` that fits, its last mark hung if it may."""
    edge = room + paragraph.starts[start] + EPSILON
    end = bisect_right(paragraph.ends, edge, start + 1) - 1
    hangs = paragraph.hangs
    if hangs and end < len(paragraph.clusters) and paragraph.ends[end + 1] - hangs[end + 1] <= edge:
        return end + 1
    return end


def _cured(paragraph: Paragraph, ranges: list[tuple[int, int]], measure: float) -> list[tuple[int, int]]:
    """The lines with the last break moved up, if so the last line has company and fits."""
    if len(ranges) < 2 or letters_of(paragraph, *ranges[-1]) >= LEAST_LETTERS:
        return ranges
    (start, end), (_, count) = ranges[-2:]
    for earlier in range(end - 1, start, -1):
        if paragraph.ends[count] - paragraph.starts[earlier] > measure + EPSILON:
            break
        if paragraph.breaks[earlier] is not None and letters_of(paragraph, earlier, count) >= LEAST_LETTERS:
            return [*ranges[:-2], (start, earlier), (earlier, count)]
    return ranges

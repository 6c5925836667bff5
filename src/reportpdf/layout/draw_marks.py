"""The marks of a line become display items: dots, lines and waves under its words, ruby over them, links on
them.

In: a text item and the marks on its clusters. Out: items, drawn after it. In vertical lines what is under
horizontal words stands to their left, except dots and ruby, which stand to their right. What is drawn is an
artifact: the words alone are the text. Sources: GB/T 15834-2011 4.12 (emphasis dots), 4.15 (wavy line), 4.16
(proper-noun line), 5.2 (their places in vertical lines); clreq #id53 (ruby).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from reportpdf.layout.display import ARTIFACT, BoxItem, Item, LinkItem, PathItem, PolygonItem, TextItem
from reportpdf.layout.marked_line import HAN_FOOT, HEAD_WHITE, MarkedLine, marked_lines
from reportpdf.model.marks import Mark
from reportpdf.text.block import HAN_TOP
from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.marking import Marking, Reading

_CORNERS = 24
"""Corners of a dot: at its size no printer shows them."""

_WAVE_STEPS = 12
"""Corners of one wave on each side."""

_DOTTED = frozenset({Kind.HAN, Kind.WESTERN, Kind.ITERATION, Kind.SMALL_KANA})


def draw_marks(rows: Sequence[tuple[TextItem, tuple[Marking, ...]]]) -> list[Item]:
    """The lines in order, each with what its marks draw after it.

    Where a reading stands in one gap with marks of the line before, both give way: the marks draw near to
    their words, and the reading becomes smaller, within the theme's bounds.
    """
    return [item for line in marked_lines(rows) for item in (line.item, *_mark_items(line))]


def _mark_items(line: MarkedLine) -> list[Item]:
    """What the line's marks draw."""
    items: list[Item] = []
    for mark in line.marks:
        if mark.mark is Mark.DOTS:
            items += _dots(line, mark)
        elif mark.mark is Mark.RUBY:
            items += _ruby(line, mark)
        elif mark.mark is Mark.LINK:
            items += _link(line, mark)
        else:
            items += _under(line, mark)
    return items


def _dots(line: MarkedLine, mark: Marking) -> Iterator[Item]:
    """A dot to every character but marks of punctuation, clear of a line that is there as well.

    Under horizontal words, to the right of vertical ones.
    """
    look, item = mark.look, line.item
    if item.vertical:  # no reading of the next line comes near
        radius = look.dot / 2
        across = -(HAN_TOP + look.dot_gap + radius)
    else:
        radius = line.dot_of(look.dot) / 2
        across = HAN_FOOT + line.dots_top(mark) + radius
    size = radius * item.size
    start, end = line.ends(mark)
    for i in range(mark.start, mark.end):
        if item.clusters[i].kind not in _DOTTED:
            continue
        for middle in (m for m in _letters(item.clusters[i], line.pens[i]) if start < m < end):
            x, y = line.point(middle, across)
            turns = (2 * pi * k / _CORNERS for k in range(_CORNERS))
            corners = tuple((x + size * cos(turn), y + size * sin(turn)) for turn in turns)
            yield PolygonItem(corners, item.ink, ARTIFACT)


def _letters(cluster: Cluster, pen: float) -> Iterator[float]:
    """The middles of the cluster's letters along the line."""
    for glyph in cluster.glyphs:
        if any(map(str.isalnum, glyph.text)):
            yield pen + glyph.advance / 2
        pen += glyph.advance


def _under(line: MarkedLine, mark: Marking) -> Iterator[Item]:
    """A straight or a wavy line, a little shorter than its words, so that two names are told apart."""
    look, item = mark.look, line.item
    start, end = line.ends(mark)
    start, end = start + look.line_inset, end - look.line_inset
    top = HAN_FOOT + line.gap_of(look.line_gap)
    if start >= end:
        return
    if mark.mark is Mark.NAME:
        yield BoxItem(line.box(start, end, top, top + look.line), item.ink, ARTIFACT)
        return
    # Whole half waves, so that the line ends as it begins
    halves = max(2, round((end - start) / look.wave_length * 2))
    swing, middle = max(0.0, look.wave - look.line) / 2, top + look.wave / 2
    steps = range(halves * _WAVE_STEPS // 2 + 1)
    path = [
        (start + (end - start) * k / steps[-1], middle - swing * sin(2 * pi * k / _WAVE_STEPS)) for k in steps
    ]
    upper = [line.point(along, across - look.line / 2) for along, across in path]
    lower = [line.point(along, across + look.line / 2) for along, across in reversed(path)]
    yield PolygonItem((*upper, *lower), item.ink, ARTIFACT)


def _ruby(line: MarkedLine, mark: Marking) -> Iterator[Item]:
    """The reading over the middle of its base."""
    reading: Reading | None = mark.reading
    if reading is None:
        return
    item, fit = line.item, reading.fit
    size = min(fit.size, max(mark.look.ruby_least, line.room / fit.height)) if fit.height > 0 else fit.size
    start = line.reading_start(mark, reading.width * size / fit.size)
    x, y = line.point(start, -(HAN_TOP - HEAD_WHITE + fit.foot * size))
    yield PathItem(x, y, item.size * size, reading.outline, item.ink, reading.words)


def _link(line: MarkedLine, mark: Marking) -> Iterator[Item]:
    """The place to click, the words' em boxes; and a line under them where the theme draws one."""
    start, end = line.ends(mark)
    words = "".join(cluster.text for cluster in line.item.clusters[mark.start : mark.end])
    yield LinkItem(line.box(start, end, -HAN_TOP, HAN_FOOT), mark.value, words, line.item.tag)
    look = mark.look
    if look.link_underline:
        top = HAN_FOOT + line.gap_of(look.line_gap)
        yield BoxItem(line.box(start, end, top, top + look.line), line.item.ink, ARTIFACT)

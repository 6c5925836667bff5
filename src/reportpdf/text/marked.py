"""Paragraphs with marks: broken and spaced as if there were none, with ruby given the room it needs.

In: words, spans, and the tables of a style's faces. Out: a :class:`~reportpdf.text.paragraph.Paragraph` with
its :class:`~reportpdf.text.marking.Marking`. Tokens are cut from the words alone, so prohibitions,
compression and autospace work across the borders of marks; a Western word that becomes strong within, or has
a reading there, is cut and never broken. Sources: clreq #id53 (ruby and its neighbours), #id262 (what is
never split).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from reportpdf.model.marks import Mark, Span
from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.junctions import Junction
from reportpdf.text.marked_words import Spans
from reportpdf.text.marking import Marking, Reading
from reportpdf.text.shape import ClusterTable
from reportpdf.text.tokens import split_letters
from reportpdf.theme.inline import InlineLook

ReadingOf = Callable[[str], Reading]
"""Sets a ruby's reading."""


def cluster_starts(clusters: list[Cluster], words: str) -> list[int]:
    """Where each cluster begins in the words. Spaces and controls that were dropped are passed over."""
    starts, at = [], 0
    for cluster in clusters:
        if cluster.text and cluster.kind is not Kind.SPACE:
            at = words.index(cluster.text, at)
        starts.append(at)
        at += len(cluster.text) if cluster.kind is not Kind.SPACE else 0
    return starts


def hold_cuts(starts: list[int], junctions: list[Junction], cuts: set[int]) -> None:
    """Bars breaks and spaces where a word was cut; ``starts`` are those of the clusters."""
    for i in range(1, len(starts)):
        if starts[i] in cuts:
            junctions[i - 1] = junctions[i - 1]._replace(cost=None, opens=False, space=0.0)


class MarkedTable:
    """The clusters of one paragraph's words: in the style's faces, and in its strong ones where it is
    marked."""

    def __init__(
        self,
        plain: ClusterTable,
        strong: ClusterTable | None,
        spans: Spans,
        *,
        down: bool,
        borders: Iterable[int] = (),
    ) -> None:
        """``borders`` are offsets at which words are cut besides those of spans."""
        self._plain = plain
        self._strong = plain if strong is None else strong
        strong_spans = [s for s in spans if s.mark is Mark.STRONG]  # in order, and none in another
        self._starts = [s.start for s in strong_spans]
        self._ends = [s.end for s in strong_spans]
        cutting = (s for s in spans if s.mark in (Mark.STRONG, Mark.RUBY))
        self._borders = sorted({*borders, *(at for s in cutting for at in (s.start, s.end))})
        self._heavy: dict[Cluster, Cluster] = {}
        self._made: set[Cluster] = set()
        self._down = down
        self.cuts: set[int] = set()
        """Offsets at which a word was cut."""

    @property
    def missing(self) -> set[str]:
        """What no face can draw."""
        return self._plain.missing | self._strong.missing

    def __getitem__(self, token: str) -> Cluster:
        return self._plain[token]

    def like(self, cluster: Cluster) -> ClusterTable:
        """The table that a cluster came from."""
        return self._strong if cluster in self._made else self._plain

    def clusters_of(self, text: str) -> list[Cluster]:
        """The clusters of the words, in order."""
        plain = self._plain.clusters_of(text)
        heavy = self._strong.clusters_of(text) if self._starts else plain
        out: list[Cluster] = []
        for i, at in enumerate(cluster_starts(plain, text)):
            cluster = self._apart(heavy[i]) if self._is_strong(at) else plain[i]
            out += self._cut(cluster, at) if self._may_cut(cluster) else (cluster,)
        return out

    def _apart(self, cluster: Cluster) -> Cluster:
        """A strong cluster in a group of its own: another face may put a mark's white elsewhere."""
        known = self._heavy.get(cluster)
        if known is None:
            alike = cluster.kind in (Kind.HAN, Kind.WESTERN, Kind.SPACE)
            known = cluster if alike else replace(cluster, group=f"{cluster.group} strong")
            self._heavy[cluster] = known
            self._made.add(known)
        return known

    def _is_strong(self, offset: int) -> bool:
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and offset < self._ends[i]

    def _may_cut(self, cluster: Cluster) -> bool:
        return cluster.kind is Kind.WESTERN and len(cluster.text) > 1 and (not self._down or cluster.turned)

    def _cut(self, cluster: Cluster, at: int) -> Iterator[Cluster]:
        """The word in pieces where a border lies in it, never between a letter and its marks."""
        inner = set(accumulate(map(len, split_letters(cluster.text)), initial=at))
        end = at + len(cluster.text)
        first, last = bisect_right(self._borders, at), bisect_left(self._borders, end)
        cuts = [border for border in self._borders[first:last] if border in inner]
        self.cuts.update(cuts)
        if not cuts:
            yield cluster
            return
        for start, stop in pairwise((at, *cuts, end)):
            token = cluster.text[start - at : stop - at] + (cluster.control if stop == end else "")
            yield self._apart(self._strong[token]) if self._is_strong(start) else self._plain[token]


def _width(cluster: Cluster, characters: int) -> float:
    """How wide the first so many characters of a Western word are, em; any other cluster is one."""
    if cluster.kind is not Kind.WESTERN or len(cluster.text) == 1:
        return cluster.advance if characters > 0 else 0.0
    width, count = 0.0, 0
    for glyph in cluster.glyphs:
        if glyph.text and count >= characters:
            break
        width += glyph.advance
        count += len(glyph.text)
    return width


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Unit:
    """Clusters ``start`` to ``end`` under one reading, which stands ``over`` em beyond them on either
    side."""

    start: int
    end: int
    reading: Reading
    over: float


class Marker:
    """Finds the marks of a paragraph being prepared; ``settle`` is what ``prepare`` calls."""

    def __init__(
        self, words: str, spans: Spans, look: InlineLook, cuts: set[int], reading_of: ReadingOf
    ) -> None:
        self._words = words
        self._spans = spans
        self._look = look
        self._cuts = cuts
        self._reading_of = reading_of
        self.marks: tuple[Marking, ...] = ()

    def settle(self, clusters: list[Cluster], junctions: list[Junction]) -> None:
        """Bars breaks inside cut words and ruby's bases, makes room for readings, and notes all marks."""
        if not clusters:
            return
        starts = cluster_starts(clusters, self._words)
        hold_cuts(starts, junctions, self._cuts)
        marks: list[Marking] = []
        units: list[_Unit] = []
        for span in self._spans:
            start = max(0, bisect_right(starts, span.start) - 1)
            end = max(start + 1, bisect_left(starts, span.end))
            if span.mark is Mark.RUBY:
                units += self._units(span, start, end, clusters, junctions)
            elif span.mark is not Mark.STRONG:
                lead = _width(clusters[start], span.start - starts[start])
                last = clusters[end - 1]
                tail = last.advance - _width(last, span.end - starts[end - 1])
                marks.append(
                    Marking(start, end, span.mark, self._look, span.value, lead=lead, tail=max(0.0, tail))
                )
        _make_room(units, clusters, junctions, self._look)
        marks += [Marking(u.start, u.end, Mark.RUBY, self._look, reading=u.reading) for u in units]
        self.marks = tuple(marks)

    def _units(
        self, span: Span, start: int, end: int, clusters: list[Cluster], junctions: list[Junction]
    ) -> Iterator[_Unit]:
        """A reading for each character where their numbers agree, else one for the whole base, unbroken."""
        readings = span.value.split()
        if len(readings) == end - start:
            for i, reading in enumerate(readings, start):
                yield self._unit(reading, i, i + 1, clusters, junctions)
            return
        for i in range(start, end - 1):
            junctions[i] = junctions[i]._replace(cost=None)
        yield self._unit(span.value, start, end, clusters, junctions)

    def _unit(
        self, words: str, start: int, end: int, clusters: list[Cluster], junctions: list[Junction]
    ) -> _Unit:
        reading = self._reading_of(words)
        base = sum(c.advance for c in clusters[start:end]) + sum(j.space for j in junctions[start : end - 1])
        return _Unit(start, end, reading, (reading.width - base) / 2)


def _make_room(
    units: list[_Unit], clusters: list[Cluster], junctions: list[Junction], look: InlineLook
) -> None:
    """Open what stands too close: readings keep their gap from each other and inside the line's edges.

    Source: clreq #id53: ruby may stand over a neighbour that has none, and never touches the next reading.
    """
    last = len(clusters) - 1
    after = {unit.start: unit for unit in units}
    ends = {unit.end for unit in units}
    for unit in units:
        nxt = after.get(unit.end)
        if nxt is not None:
            _open(junctions, unit.end - 1, unit.over + nxt.over + look.ruby_gap)
        elif unit.end <= last:
            _open(junctions, unit.end - 1, unit.over - look.ruby_overhang)
        if unit.start and unit.start not in ends:
            _open(junctions, unit.start - 1, unit.over - look.ruby_overhang)
        if unit.over > 0:
            # White that a line's edge does not cut but adds: the reading stays inside the measure.
            clusters[unit.start] = replace(clusters[unit.start], left=-unit.over)
            clusters[unit.end - 1] = replace(clusters[unit.end - 1], right=-unit.over)


def _open(junctions: list[Junction], at: int, room: float) -> None:
    """At least ``room`` em between two clusters, however hard the line is squeezed."""
    junction = junctions[at]
    more = room - (junction.space - junction.shrink)
    if more > 0:
        junctions[at] = junction._replace(space=junction.space + more)

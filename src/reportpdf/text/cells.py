"""A strict grid, as on manuscript paper (稿纸): everything takes whole ems, and characters stand in rank.

In: clusters of a paragraph and the junctions between them. Out: the clusters, those that are no whole number
of ems wide centred in the next whole number. A word and the marks that stick to it are one; a typed space
between words is the white about them. Source: clreq #id119.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from reportpdf.text.cluster import Cluster, Glyph, Kind
from reportpdf.text.junctions import Junction

LEAST_WHITE = 1 / 8
"""On either side of a Western word, em: two neighbours are as far apart as a word space asks [choice]."""

_CLOSE = 1e-6
_WESTERN = frozenset(
    {Kind.WESTERN, Kind.PREFIX, Kind.SUFFIX, Kind.ASCII_OPENING, Kind.ASCII_CLOSING, Kind.SEPARATOR}
)


def in_cells(clusters: Sequence[Cluster], junctions: Sequence[Junction], *, down: bool) -> list[Cluster]:
    """The clusters, each run of them a whole number of ems wide; ``down``: of a vertical line."""
    out: list[Cluster] = []
    start, count = 0, len(clusters)
    while start < count:
        end = start + 1
        while end < count and _sticks(clusters[end - 1], clusters[end], junctions[end - 1]):
            end += 1
        out += _padded(clusters[start:end], down=down)
        start = end
    return out


def _sticks(a: Cluster, b: Cluster, junction: Junction) -> bool:
    return a.kind in _WESTERN and b.kind in _WESTERN and junction.cost is None


def _padded(run: Sequence[Cluster], *, down: bool) -> list[Cluster]:
    """The run with white before and after it."""
    if run[0].kind is Kind.SPACE and run[0].text == " ":
        return [replace(run[0], advance=0.0, glyphs=tuple(replace(g, advance=0.0) for g in run[0].glyphs))]
    width = sum(c.advance for c in run)
    least = width + (2 * LEAST_WHITE if run[0].kind in _WESTERN else 0.0)
    if abs(width - round(width)) < _CLOSE or not any(c.glyphs for c in run):
        return list(run)
    white = (ceil(least - _CLOSE) - width) / 2
    made = list(run)
    made[0] = _moved(made[0], white, upright=down and not made[0].turned)
    made[-1] = _widened(made[-1], white)
    return made


def _widened(cluster: Cluster, white: float) -> Cluster:
    """The cluster with white after its glyphs; the pen goes by the glyphs' own advances."""
    glyphs = cluster.glyphs
    if glyphs:
        last = glyphs[-1]
        glyphs = (*glyphs[:-1], Glyph(last.gid, last.advance + white, last.dx, last.dy, last.text))
    return replace(cluster, glyphs=glyphs, advance=cluster.advance + white)


def _moved(cluster: Cluster, white: float, *, upright: bool) -> Cluster:
    """The cluster with white before its glyphs, above them if they stand upright in a vertical line."""
    x, y = (0.0, -white) if upright else (white, 0.0)
    glyphs = tuple(Glyph(g.gid, g.advance, g.dx + x, g.dy + y, g.text) for g in cluster.glyphs)
    return _widened(replace(cluster, glyphs=glyphs), white)

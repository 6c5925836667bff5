"""Words cut into letters: those of what a measure cannot hold in one piece, and those no one face can draw.

In: clusters, the junctions between them, a width in em. Out: the clusters with such words cut. The last
resort: a Western word is else never split (clreq id114), and the setter reports where it happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportpdf.text.cluster import Cluster, Clusters, Kind
from reportpdf.text.costs import SOFT_HYPHEN, SPLIT_WORD
from reportpdf.text.junctions import Junction
from reportpdf.text.tokens import split_letters

_HYPHENS = frozenset("-\u2011")


def cut_words(
    clusters: Sequence[Cluster], junctions: Sequence[Junction], table: Clusters, widest: float
) -> tuple[list[Cluster], dict[int, float]]:
    """The clusters with the words of every too wide run cut, and what a line break inside a word costs.

    A run is what no line break parts: a word with the marks and signs that stick to it. It is cut after a
    hyphen, such as that of a telephone number, rather than between letters.
    """
    out: list[Cluster] = []
    places: dict[int, float] = {}
    for start, end in _runs(junctions, len(clusters)):
        wide = _width(clusters, junctions, start, end) > widest
        for cluster in clusters[start:end]:
            letters = split_letters(cluster.text) if wide and cluster.kind is Kind.WESTERN else []
            if len(letters) < 2:
                out.append(cluster)
                continue
            own = table.like(cluster)
            made = [*map(own.__getitem__, letters[:-1]), own[letters[-1] + cluster.control]]
            places |= _places(made, len(out), widest)
            out += made
    return out, places


def _places(letters: Sequence[Cluster], at: int, widest: float) -> dict[int, float]:
    """Where a line may begin among the letters of a word whose first is cluster ``at``, and the price.

    After every hyphen; between the other letters of a word without one, or of what is still too wide.
    """
    found: dict[int, float] = {}
    parted = any(c.text in _HYPHENS for c in letters[:-1])
    start = 0
    for end in range(1, len(letters) + 1):
        if end < len(letters) and letters[end - 1].text not in _HYPHENS:
            continue
        if end < len(letters):
            found[at + end] = SOFT_HYPHEN
        if not parted or sum(c.advance for c in letters[start:end]) > widest:
            pairs = enumerate(pairwise(letters[start:end]), at + start + 1)
            found |= {
                i: SPLIT_WORD
                for i, (a, b) in pairs
                if a.kind is b.kind is Kind.WESTERN and b.text not in _HYPHENS
            }
        start = end
    return found


def with_cuts(junctions: Sequence[Junction], places: Mapping[int, float]) -> list[Junction]:
    """The junctions with a break allowed, at its price, before the clusters at ``places``."""
    return [j._replace(cost=places[i]) if i in places else j for i, j in enumerate(junctions, 1)]


def without_missing(clusters: Sequence[Cluster], table: Clusters) -> list[Cluster]:
    """The clusters with words cut that no one face can draw, so that each letter finds a face of its own.

    What no face can draw in part either stays whole: it is reported, not broken.
    """
    out: list[Cluster] = []
    for cluster in clusters:
        missing = cluster.text in table.missing and len(cluster.text) > 1
        letters = list(map(table.like(cluster).__getitem__, split_letters(cluster.text))) if missing else []
        out += letters if any(letter.glyphs for letter in letters) else [cluster]
    return out


def _runs(junctions: Sequence[Junction], count: int) -> Iterator[tuple[int, int]]:
    """Ranges of clusters between places where a line may begin."""
    start = 0
    for i, junction in enumerate(junctions[: count - 1], 1):
        if junction.cost is not None:
            yield start, i
            start = i
    yield start, count


def _width(clusters: Sequence[Cluster], junctions: Sequence[Junction], start: int, end: int) -> float:
    """The width of a line of those clusters alone, edges trimmed and squeezed as far as may be."""
    inner = sum(j.space - j.shrink for j in junctions[start : end - 1])
    return (
        sum(c.advance for c in clusters[start:end]) + inner - clusters[start].left - clusters[end - 1].right
    )

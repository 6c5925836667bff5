"""A line that would gape, opened inside its Western words and numbers as well: the last resort.

In: a line and how far its gaps would be opened. Out: the same line with those gaps smaller and its words
letterspaced by as much, up to a limit. Only where the composition asks for it (``tracking_rescue``): clreq
id116 opens no word [choice].
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportpdf.text.cluster import Cluster, Kind

RESCUE_FROM = 0.12
"""A gap beyond so many em is a hole in the column [choice]."""

RESCUE_MOST = 0.1
"""Words are letterspaced by no more, em: further apart they fall to pieces [choice]."""


def letter_gaps(clusters: Sequence[Cluster]) -> int:
    """How many gaps there are inside the words of a line."""
    return sum(len(cluster.glyphs) - 1 for cluster in clusters if _opens(cluster))


def relieved(slack: float, gaps: int, letters: int) -> tuple[float, float]:
    """By how much every gap and every letter gap is opened, em, for ``slack`` em in all."""
    even = slack / (gaps + letters)
    if even <= RESCUE_MOST or not gaps:
        return even, even
    return (slack - RESCUE_MOST * letters) / gaps, RESCUE_MOST


def letterspaced(
    clusters: Sequence[Cluster], moves: Sequence[tuple[int, float]], gap: float, by: float
) -> tuple[tuple[Cluster, ...], tuple[tuple[int, float], ...]]:
    """Clusters and moves with words in letters, ``by`` em apart where other gaps are ``gap``."""
    given = dict(moves)
    letters: list[Cluster] = []
    moved: list[tuple[int, float]] = []
    for i, cluster in enumerate(clusters):
        if move := given.get(i):
            moved.append((len(letters), move))
        if not _opens(cluster):
            letters.append(cluster)
            continue
        for glyph in cluster.glyphs:
            if glyph is not cluster.glyphs[0]:
                moved.append((len(letters), by - gap))
            letters.append(replace(cluster, text=glyph.text, glyphs=(glyph,), advance=glyph.advance))
    return tuple(letters), tuple(moved)


def _opens(cluster: Cluster) -> bool:
    return cluster.kind is Kind.WESTERN and len(cluster.glyphs) > 1 and cluster.squeeze == 1.0

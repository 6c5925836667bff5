"""Where a Western word may be hyphenated, and words cut there.

In: clusters of a paragraph. Out: the same with words cut into syllables that end in
:data:`~reportpdf.text.classes.SYLLABLE`. The patterns are Liang's for English, through Pyphen; at least two
letters stay and three go over [choice], and a word of capitals, a name of an office, is left whole.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from reportpdf.text.classes import SYLLABLE
from reportpdf.text.cluster import Cluster, Clusters

_WORD = re.compile("[A-Z]?[a-z]{4,}")

BEFORE = 2
AFTER = 3
"""Letters kept before a hyphen and carried over after it."""


def with_syllables(clusters: list[Cluster], table: Clusters) -> list[Cluster]:
    """The clusters with English words cut where they may be hyphenated."""
    out: list[Cluster] = []
    for cluster in clusters:
        pieces = syllables(cluster.text) if _WORD.fullmatch(cluster.text) else (cluster.text,)
        if len(pieces) == 1:
            out.append(cluster)
            continue
        own = table.like(cluster)
        out += [own[piece + SYLLABLE] for piece in pieces[:-1]]
        out.append(own[pieces[-1] + cluster.control])
    return out


@cache
def syllables(word: str) -> tuple[str, ...]:
    """The word's pieces between its hyphenation points."""
    import pyphen  # reads a pattern file: loaded only when a theme asks for hyphens

    points = pyphen.Pyphen(lang="en_US", left=BEFORE, right=AFTER).positions(word)
    edges = [0, *points, len(word)]
    return tuple(word[a:b] for a, b in pairwise(edges))

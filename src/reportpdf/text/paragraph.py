"""A paragraph ready to be broken: clusters, and running sums over the junctions between them.

In: text and a style's :class:`~reportpdf.text.shape.ClusterTable` and junctions. Out: a
:class:`Paragraph` whose sums answer "how wide is a line of clusters a to b" without walking them.
Lengths in em. Source: clreq #mixed_text_composition.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import inf
from operator import add, sub
from typing import TYPE_CHECKING

from reportpdf.text.classes import HAN_GROUP, NO_BREAK_SPACES, NOT_AT_END, SPACES, SYLLABLE
from reportpdf.text.cluster import Cluster, Clusters, Kind
from reportpdf.text.costs import SPLIT_WORD
from reportpdf.text.hyphens import with_syllables
from reportpdf.text.junctions import MARK_KINDS, PLAIN, Junction, JunctionRules
from reportpdf.text.tokens import split_letters

if TYPE_CHECKING:
    from reportpdf.text.marking import Marking

_SPACE = re.compile("[" + "".join(sorted(SPACES)) + "]")
SOFT_HYPHEN_MARK = "\u00ad"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Paragraph:
    """``clusters`` and, for each boundary i (0 .. n), what a line that starts or ends there needs.

    A line of clusters a .. b-1 is ``ends[b] - starts[a]`` em wide, its edges trimmed and spaces at its
    end dropped. ``shrinks``, ``grows`` and ``opens`` are running sums over junctions 0 .. i-1, so that
    the line has ``shrinks[b - 1] - shrinks[a]`` of them. ``special`` lists the junctions (i between
    clusters i and i+1) that are not plain. ``breaks[i]`` is the cost of a line break before cluster i,
    None: not allowed.
    """

    clusters: tuple[Cluster, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    shrinks: tuple[float, ...]
    grows: tuple[float, ...]
    opens: tuple[int, ...]
    special: tuple[tuple[int, Junction], ...]
    breaks: tuple[float | None, ...]
    hangs: tuple[float, ...] = ()
    """For each boundary, how much of the cluster before it may stand outside the measure; () if nothing."""

    hyphens: frozenset[int] = frozenset()
    """Boundaries at which a line ends in ``hyphen``; its width is in ``ends``."""

    hyphen: Cluster | None = None

    marks: tuple[Marking, ...] = ()
    """What is marked among the clusters."""


Settle = Callable[[list[Cluster], list[Junction]], None]
"""Changes clusters and junctions before they are summed."""


def prepare(
    text: str,
    table: Clusters,
    rules: JunctionRules,
    *,
    widest: float = inf,
    settle: Settle | None = None,
) -> Paragraph:
    """The paragraph of one line of text without newlines.

    Western words of more than ``widest`` em are cut into letters, for a measure too narrow for them.
    """
    clusters = table.clusters_of(text)
    spaced = _SPACE.search(text) is not None
    if spaced:
        clusters = _without_stray_spaces(clusters)
    if rules.choices.hyphenate:
        clusters = with_syllables(clusters, table)
    cut: set[int] = set()
    if widest < inf or table.missing:
        clusters = _split(clusters, table, widest, cut)
    if clusters and clusters[0].left and not rules.choices.trim_first_opening:
        clusters[0] = replace(clusters[0], left=0.0)
    junctions = _junctions(clusters, rules, cut)
    if spaced:
        _hold_over_spaces(clusters, junctions, NOT_AT_END[rules.choices.kinsoku])
    if settle is not None:
        settle(clusters, junctions)
    made = _summed(clusters, junctions, spaced)
    if rules.choices.hyphenate or SOFT_HYPHEN_MARK in text:
        made = _with_hyphens(made, table)
    return _with_hangs(made) if rules.choices.hang else made


def _junctions(clusters: list[Cluster], rules: JunctionRules, cut: set[int]) -> list[Junction]:
    """What may happen after each cluster; after the last, nothing out of the way."""
    # Nearly every junction is plain: the pair is looked up only where a mark or a word takes part.
    known, plain = rules.known.get, PLAIN
    groups = [c.group for c in clusters]
    junctions = [
        plain if x is y is HAN_GROUP else known((x, y)) or rules.between(clusters[i], clusters[i + 1])
        for i, (x, y) in enumerate(pairwise(groups))
    ]
    if cut:
        junctions = [j._replace(cost=SPLIT_WORD) if i + 1 in cut else j for i, j in enumerate(junctions)]
    junctions.append(plain)
    return junctions


def _with_hyphens(paragraph: Paragraph, table: Clusters) -> Paragraph:
    """The paragraph with the width of a hyphen at every place where a line may end in one.

    The hyphen stands for U+00AD, so that readers which join hyphenated words know what to leave out.
    """
    last = len(paragraph.clusters)
    hyphens = frozenset(
        i
        for i, c in enumerate(paragraph.clusters, 1)
        if c.control in (SYLLABLE, SOFT_HYPHEN_MARK) and i < last
    )
    plain = table["-"]
    glyphs = tuple(replace(g, text=SOFT_HYPHEN_MARK) for g in plain.glyphs)
    hyphen = replace(plain, text=SOFT_HYPHEN_MARK, glyphs=glyphs)
    ends = tuple(end + hyphen.advance if i in hyphens else end for i, end in enumerate(paragraph.ends))
    return replace(paragraph, ends=ends, hyphens=hyphens, hyphen=hyphen)


HANGING = frozenset("，、。．｡､")
"""What may hang. Source: clreq #hanging_punctuation; JLREQ 3.8.2."""


def _with_hangs(paragraph: Paragraph) -> Paragraph:
    """The paragraph with what each line may let hang: a pause or stop that no other mark precedes."""
    clusters, ends = paragraph.clusters, paragraph.ends
    hangs = [0.0, 0.0] + [
        ends[i + 1] - ends[i] if b.text in HANGING and a.kind in (Kind.HAN, Kind.WESTERN) else 0.0
        for i, (a, b) in enumerate(pairwise(clusters), 1)
    ]
    return replace(paragraph, hangs=tuple(hangs[: len(ends)]))


def _summed(clusters: list[Cluster], junctions: list[Junction], spaced: bool) -> Paragraph:
    """The paragraph's running sums; each column of the junctions is summed at once.

    This is the hottest place there is: every character of a report passes here once or twice.
    """
    spaces, shrinks, grows, opens, costs = zip(*junctions, strict=True)
    advances = [c.advance for c in clusters]
    pens = list(accumulate(map(add, advances, spaces), initial=0.0))
    ends = [0.0, *map(sub, map(add, pens, advances), [c.right for c in clusters])]
    if spaced:
        for i, cluster in enumerate(clusters):
            if cluster.kind is Kind.SPACE:
                ends[i + 1] = ends[i]
    return Paragraph(
        tuple(clusters),
        tuple(map(add, pens, [c.left for c in clusters])),
        tuple(ends),
        tuple(accumulate(shrinks, initial=0.0)),
        tuple(accumulate(grows, initial=0.0)),
        tuple(accumulate(opens, initial=0)),
        tuple([(i, j) for i, j in enumerate(junctions) if j is not PLAIN]),
        (None, *costs[:-1], 0.0),
    )


def _hold_over_spaces(clusters: list[Cluster], junctions: list[Junction], barred: frozenset[Kind]) -> None:
    """Bar breaks after a space that follows what may not end a line, and after a no-break space."""
    before = Kind.HAN
    for i, cluster in enumerate(clusters):
        if cluster.kind is not Kind.SPACE:
            before = cluster.kind
        elif before in barred or cluster.group[:1] in NO_BREAK_SPACES:
            junctions[i] = junctions[i]._replace(cost=None)


def _split(clusters: list[Cluster], table: Clusters, widest: float, cut: set[int]) -> list[Cluster]:
    """The clusters with words cut into single characters: those too wide, and those no one face can draw.

    Adds to ``cut`` where, in the clusters returned, a line may begin inside a word that is too wide.
    """
    out: list[Cluster] = []
    for cluster in clusters:
        wide = cluster.kind is Kind.WESTERN and cluster.advance > widest
        missing = cluster.text in table.missing and len(cluster.text) > 1
        letters = (
            list(map(table.like(cluster).__getitem__, split_letters(cluster.text))) if wide or missing else []
        )
        # What no face can draw in part either stays whole: it is reported, not broken.
        if wide or any(letter.glyphs for letter in letters):
            if wide:
                pairs = enumerate(pairwise(letters), len(out) + 1)
                cut.update(i for i, (a, b) in pairs if a.kind is b.kind is Kind.WESTERN)
            out.extend(letters)
        else:
            out.append(cluster)
    return out


def _without_stray_spaces(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters less typed spaces that a rule replaces: between Han and Western, beside a mark.

    A space between two Han (names in a byline) or two Western words is kept. Source: clreq
    #mixed_text_composition: a typed space is replaced by the Han-Western space, not added to it.
    """
    if all(c.kind is not Kind.SPACE for c in clusters):
        return clusters
    out: list[Cluster] = []
    for i, cluster in enumerate(clusters):
        if cluster.kind is Kind.SPACE and cluster.text == " ":
            before = clusters[i - 1].kind if i else None
            after = clusters[i + 1].kind if i + 1 < len(clusters) else None
            pair = {before, after}
            full_width = cluster_is_full(clusters[i - 1]) if i else False
            if None in pair or pair == {Kind.HAN, Kind.WESTERN} or full_width:
                continue
            if i + 1 < len(clusters) and cluster_is_full(clusters[i + 1]):
                continue
        out.append(cluster)
    return out


def cluster_is_full(cluster: Cluster) -> bool:
    """Whether the cluster is a full-width mark, beside which no space is set (clreq id118)."""
    return cluster.kind in MARK_KINDS and cluster.left + cluster.right > 0

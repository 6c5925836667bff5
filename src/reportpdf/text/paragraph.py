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
from typing import TYPE_CHECKING

from reportpdf.text.addresses import holds_address, with_address_breaks
from reportpdf.text.cells import in_cells
from reportpdf.text.classes import HAN_GROUP, NO_BREAK_SPACES, NOT_AT_END, SPACES, SYLLABLE
from reportpdf.text.cluster import Cluster, Clusters, Kind
from reportpdf.text.costs import LOW_MARK_FROM
from reportpdf.text.hyphens import with_syllables
from reportpdf.text.junctions import MARK_KINDS, PLAIN, Junction, JunctionRules
from reportpdf.text.rescue import cut_words, with_cuts, without_missing
from reportpdf.text.uax14 import asks_for_unicode, with_unicode_breaks
from reportpdf.theme.records import Composition

if TYPE_CHECKING:
    from reportpdf.text.marking import Marking

_SPACE = re.compile("[" + "".join(sorted(SPACES)) + "]")
SOFT_HYPHEN_MARK = "\u00ad"
# After a Han character or a mark a soft hyphen lets the line end and shows nothing.
_HYPHENATED = frozenset({Kind.WESTERN, Kind.OTHER})


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Paragraph:
    """``clusters`` and, for each boundary i (0 .. n), what a line that starts or ends there needs.

    A line of clusters a .. b-1 is ``ends[b] - starts[a]`` em wide, its edges trimmed and spaces at its
    end dropped. ``shrinks``, ``grows`` and ``opens`` are running sums over junctions 0 .. i-1, so that
    the line has ``shrinks[b - 1] - shrinks[a]`` of them. ``special`` lists the junctions (i between
    clusters i and i+1) that are not plain; ``specials`` counts those before i, so that the line's are
    ``special[specials[a] : specials[b - 1]]``. ``breaks[i]`` is the cost of a line break before cluster i,
    None: not allowed.
    """

    clusters: tuple[Cluster, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    shrinks: tuple[float, ...]
    grows: tuple[float, ...]
    opens: tuple[int, ...]
    special: tuple[tuple[int, Junction], ...]
    specials: tuple[int, ...]
    breaks: tuple[float | None, ...]
    choices: Composition
    hangs: tuple[float, ...] = ()
    """For each boundary, how much of the cluster before it may stand outside the measure; () if nothing."""

    hyphens: frozenset[int] = frozenset()
    """Boundaries at which a line ends in ``hyphen``; its width is in ``ends``."""

    hyphen: Cluster | None = None
    low_marks: tuple[int, ...] = ()
    """Running count of the lone pauses and stops that may be squeezed too far; () if none may."""

    low_from: float = 1.0
    """Share of a line's squeezing beyond which they are."""

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

    Western words are cut into letters where they and what sticks to them are wider than ``widest`` em.
    """
    clusters = table.clusters_of(text)
    spaced = _SPACE.search(text) is not None
    if spaced:
        clusters = _without_stray_spaces(clusters, rules)
    if rules.choices.hyphenate:
        clusters = with_syllables(clusters, table)
    if table.missing:
        clusters = without_missing(clusters, table)
    if clusters and clusters[0].left and not rules.choices.trim_first_opening:
        clusters[0] = replace(clusters[0], left=0.0)
    if widest < inf:
        clusters, junctions = _rescued(text, clusters, rules, table, widest)
    else:
        junctions = _junctions(text, clusters, rules)
    if rules.choices.cells:
        clusters = in_cells(clusters, junctions, down=rules.down)
    junctions.append(PLAIN)
    if spaced:
        _hold_over_spaces(clusters, junctions, NOT_AT_END[rules.choices.kinsoku])
    if settle is not None:
        settle(clusters, junctions)
    return _finished(_summed(clusters, junctions, spaced, rules.choices), text, table, rules.choices)


def _finished(made: Paragraph, text: str, table: Clusters, choices: Composition) -> Paragraph:
    """The paragraph with its hyphens, and what of it the house's choices change."""
    if choices.hyphenate or SOFT_HYPHEN_MARK in text:
        made = _with_hyphens(made, table)
    if choices.hang or choices.phrases or choices.lone_mark_floor < LOW_MARK_FROM:
        from reportpdf.text.chosen import as_chosen

        made = as_chosen(made)
    return made


def _junctions(text: str, clusters: list[Cluster], rules: JunctionRules) -> list[Junction]:
    """What may happen between each cluster and the next."""
    # Nearly every junction is plain: the pair is looked up only where a mark or a word takes part.
    known, plain = rules.known.get, PLAIN
    groups = [c.group for c in clusters]
    junctions = [
        plain if x is y is HAN_GROUP else known((x, y)) or rules.between(clusters[i], clusters[i + 1])
        for i, (x, y) in enumerate(pairwise(groups))
    ]
    if asks_for_unicode(text):
        return with_unicode_breaks(text, clusters, junctions, rules.choices.kinsoku)
    return junctions


def _rescued(
    text: str, clusters: list[Cluster], rules: JunctionRules, table: Clusters, widest: float
) -> tuple[list[Cluster], list[Junction]]:
    """Clusters and junctions that a measure of ``widest`` em can hold: addresses and words are parted."""
    address = holds_address(text)
    junctions = _junctions(text, clusters, rules)
    if address:
        junctions = with_address_breaks(text, clusters, junctions)
    clusters, places = cut_words(clusters, junctions, table, widest)
    junctions = _junctions(text, clusters, rules)
    if address:
        junctions = with_address_breaks(text, clusters, junctions)
    return clusters, with_cuts(junctions, places)


def _with_hyphens(paragraph: Paragraph, table: Clusters) -> Paragraph:
    """The paragraph with the width of a hyphen at every place where a line may end in one.

    The hyphen stands for U+00AD, so that readers which join hyphenated words know what to leave out.
    """
    last = len(paragraph.clusters)
    hyphens = frozenset(
        i
        for i, c in enumerate(paragraph.clusters, 1)
        if c.control in (SYLLABLE, SOFT_HYPHEN_MARK) and i < last and c.kind in _HYPHENATED
    )
    plain = table["-"]
    glyphs = tuple(replace(g, text=SOFT_HYPHEN_MARK) for g in plain.glyphs)
    hyphen = replace(plain, text=SOFT_HYPHEN_MARK, glyphs=glyphs)
    ends = tuple(end + hyphen.advance if i in hyphens else end for i, end in enumerate(paragraph.ends))
    return replace(paragraph, ends=ends, hyphens=hyphens, hyphen=hyphen)


def _summed(
    clusters: list[Cluster], junctions: list[Junction], spaced: bool, choices: Composition
) -> Paragraph:
    """The paragraph's running sums.

    Every character of a report passes here once or twice, and no other place is as hot: so each column is
    made as if all junctions were plain, and mended where one is not.
    """
    count = len(clusters)
    special = [(i, j) for i, j in enumerate(junctions[:-1]) if j is not PLAIN]
    steps = [c.advance for c in clusters]
    shrinks, grows, opens, marked = [0.0] * count, [0.0] * count, [True] * count, [False] * count
    breaks: list[float | None] = [0.0] * (count + 1)
    breaks[0] = None
    for i, (space, shrink, grow, opened, cost) in special:
        steps[i] += space
        marked[i] = True
        shrinks[i], grows[i], opens[i], breaks[i + 1] = shrink, grow, opened, cost
    starts = list(accumulate(steps, initial=0.0))
    ends = starts.copy()
    for i, junction in special:
        ends[i + 1] -= junction[0]
    for i, cluster in [(i, c) for i, c in enumerate(clusters) if c.left or c.right]:
        ends[i + 1] -= cluster.right
        starts[i] += cluster.left
    for i in [i for i, c in enumerate(clusters) if c.kind is Kind.SPACE] if spaced else ():
        ends[i + 1] = ends[i]
    return Paragraph(
        tuple(clusters),
        tuple(starts),
        tuple(ends),
        tuple(accumulate(shrinks, initial=0.0)),
        tuple(accumulate(grows, initial=0.0)),
        tuple(accumulate(opens, initial=0)),
        tuple(special),
        tuple(accumulate(marked, initial=0)),
        tuple(breaks),
        choices=choices,
    )


def _hold_over_spaces(clusters: list[Cluster], junctions: list[Junction], barred: frozenset[Kind]) -> None:
    """Bar breaks after a space that follows what may not end a line, and after a no-break space."""
    before = Kind.HAN
    for i, cluster in enumerate(clusters):
        if cluster.kind is not Kind.SPACE:
            before = cluster.kind
        elif before in barred or cluster.group[:1] in NO_BREAK_SPACES:
            junctions[i] = junctions[i]._replace(cost=None)


def _without_stray_spaces(clusters: list[Cluster], rules: JunctionRules) -> list[Cluster]:
    """The clusters less typed spaces that a rule replaces: between Han and Western, beside a mark.

    A space between two Han (names in a byline) or two Western words is kept, and so is one where the
    Han-Western space is switched off. Source: clreq #mixed_text_composition: a typed space is replaced by
    the Han-Western space, not added to it.
    """
    if all(c.kind is not Kind.SPACE for c in clusters):
        return clusters
    out: list[Cluster] = []
    for i, cluster in enumerate(clusters):
        if cluster.kind is Kind.SPACE and cluster.text == " " and not cluster.control:
            if i == 0 or i + 1 == len(clusters):
                continue
            a, b = clusters[i - 1], clusters[i + 1]
            if rules.replaces_space(a, b) or cluster_is_full(a) or cluster_is_full(b):
                continue
        out.append(cluster)
    return out


def cluster_is_full(cluster: Cluster) -> bool:
    """Whether the cluster is a full-width mark, beside which no space is set (clreq id118)."""
    return cluster.kind in MARK_KINDS and cluster.left + cluster.right > 0

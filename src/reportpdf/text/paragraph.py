"""A paragraph ready to be broken: clusters, and what each junction between two of them allows.

In: text and a style's :class:`~reportpdf.text.shape.ClusterTable`. Out: a :class:`Paragraph` whose
running sums answer "how wide is clusters a to b" without walking them. Lengths in em.
Sources: clreq #h-adjustment_of_adjacent_punctuation_marks, #mixed_text_composition; GB/T 15834-2011.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from reportpdf.text.classes import MEASURE_WORDS, NOT_AT_END, NOT_AT_START
from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.shape import IDEOGRAPHIC_SPACE, ClusterTable
from reportpdf.text.tokens import split_tokens
from reportpdf.theme.records import Composition, MarkStyle

AUTOSPACE_FLOOR = 1 / 8
AUTOSPACE_CEILING = 1 / 3
"""How far Han-Western space may close and open, em. Source: clreq #line_adjustment."""

WORD_SPACE_FLOOR = 1 / 4
WORD_SPACE_CEILING = 1 / 2
"""The same for the space between Western words. Source: clreq #line_adjustment, step 1."""

SPLIT_MEASURE = 0.3
"""Cost of parting a number from its measure word, in the breaker's unit [choice]: a tie-breaker."""

SPLIT_WORD = 5.0
"""Cost of a break inside a Western word, the last resort for a word wider than its measure."""

DASH_AT_START = 0.5
"""Cost of a dash or ellipsis at a line's start at the levels that allow it [choice]."""

_MARK_KINDS = frozenset({Kind.OPENING, Kind.CLOSING, Kind.PAUSE, Kind.STOP})
# Not opened: a connector, separator or interpunct holds its neighbours together (clreq id116).
_TIGHT = frozenset({Kind.CONNECTOR, Kind.SEPARATOR, Kind.INTERPUNCT})
_QUOTES = frozenset("“”‘’")


@dataclass(frozen=True, slots=True)
class Junction:
    """What may happen between two clusters: ``space`` always, ``shrink`` and ``grow`` when justified.

    ``grow`` is the room of the spaces that open first; ``opens`` says whether the general opening of
    a line reaches this junction.
    """

    space: float
    shrink: float
    grow: float
    opens: bool


PLAIN = Junction(0.0, 0.0, 0.0, True)


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """``clusters`` and, for each boundary i (0 .. n), running sums over all that stands before it.

    ``widths[i]``: advances of clusters 0..i-1 and spaces of junctions 0..i-1. ``shrinks``, ``grows``
    and ``opens`` likewise over junctions. ``special`` lists junctions (i between clusters i and i+1)
    that are not plain. ``breaks[i]`` is the cost of a line break before cluster i, None: not allowed.
    """

    clusters: tuple[Cluster, ...]
    widths: tuple[float, ...]
    shrinks: tuple[float, ...]
    grows: tuple[float, ...]
    opens: tuple[int, ...]
    special: tuple[tuple[int, Junction], ...]
    breaks: tuple[float | None, ...]


def prepare(text: str, table: ClusterTable, rules: JunctionRules, *, split_words: bool = False) -> Paragraph:
    """The paragraph of one line of text without newlines.

    ``split_words`` cuts Western words into letters, for a measure too narrow for the longest word.
    """
    tokens = split_tokens(text)
    clusters = [table[token] for token in tokens]
    if split_words or table.missing:
        clusters = _split(clusters, table, split_words)
    clusters = _without_stray_spaces(clusters)
    look, plain, han = rules.table, (PLAIN, 0.0), Kind.HAN
    junctions: list[tuple[Junction, float | None]] = [
        plain if a.kind is han and b.kind is han else look[a, b]
        for a, b in zip(clusters, clusters[1:], strict=False)
    ]
    if split_words:
        western = Kind.WESTERN
        for i, (a, b) in enumerate(zip(clusters, clusters[1:], strict=False)):
            if junctions[i][1] is None and a.kind is western and b.kind is western:
                junctions[i] = (junctions[i][0], SPLIT_WORD)
    junctions.append(plain)
    advances = [c.advance + j[0].space for c, j in zip(clusters, junctions, strict=True)]
    return Paragraph(
        tuple(clusters),
        tuple(accumulate(advances, initial=0.0)),
        tuple(accumulate((j[0].shrink for j in junctions), initial=0.0)),
        tuple(accumulate((j[0].grow for j in junctions), initial=0.0)),
        tuple(accumulate((j[0].opens for j in junctions), initial=0)),
        tuple((i, j[0]) for i, j in enumerate(junctions) if j[0] is not PLAIN),
        (None, *(j[1] for j in junctions[:-1]), 0.0),
    )


def _split(clusters: list[Cluster], table: ClusterTable, words: bool) -> list[Cluster]:
    """The clusters with words cut into single characters: all of them, or those no one face can draw."""
    out: list[Cluster] = []
    for cluster in clusters:
        lacks = cluster.text in table.missing and len(cluster.text) > 1
        if lacks or (words and cluster.kind is Kind.WESTERN and len(cluster.text) > 1):
            out.extend(table[c] for c in cluster.text)
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
        if cluster.kind is Kind.SPACE and cluster.text != IDEOGRAPHIC_SPACE:
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
    return cluster.kind in _MARK_KINDS and cluster.left + cluster.right > 0


class JunctionRules:
    """Junctions and break costs between clusters, for one style at one autospace; looked up by pair."""

    def __init__(self, choices: Composition, autospace: float, *, half_quotes: bool = False) -> None:
        self.choices = choices
        self.autospace = autospace
        self.half_quotes = half_quotes
        self.table = _JunctionTable(self)


class _JunctionTable(dict[tuple[Cluster, Cluster], tuple[Junction, float | None]]):
    """Pairs seen so far. Keys are compared by identity: clusters of one style are made once."""

    def __init__(self, rules: JunctionRules) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, pair: tuple[Cluster, Cluster]) -> tuple[Junction, float | None]:
        found = (_junction(*pair, self._rules), _break_cost(*pair, self._rules.choices))
        self[pair] = found
        return found


def _junction(a: Cluster, b: Cluster, rules: JunctionRules) -> Junction:
    """What the junction of two clusters allows. Order of the rows: marks, spaces, autospace, the rest."""
    if a.kind is Kind.WESTERN and b.kind is Kind.WESTERN:
        return Junction(0.0, 0.0, 0.0, False)
    white = a.right + b.left
    if white > 0:
        return _mark_junction(a, b, white, rules)
    if Kind.SPACE in (a.kind, b.kind):
        if b.kind is Kind.SPACE:
            return Junction(0.0, 0.0, 0.0, False)
        shrink = max(0.0, a.advance - WORD_SPACE_FLOOR)
        return Junction(0.0, shrink, max(0.0, WORD_SPACE_CEILING - a.advance), False)
    if {a.kind, b.kind} == {Kind.HAN, Kind.WESTERN}:
        space = rules.autospace
        return Junction(space, max(0.0, space - AUTOSPACE_FLOOR), max(0.0, AUTOSPACE_CEILING - space), True)
    tight = a.kind in _TIGHT or b.kind in _TIGHT or _western_side(a, b)
    return Junction(0.0, 0.0, 0.0, False) if tight else PLAIN


def _western_side(a: Cluster, b: Cluster) -> bool:
    """Whether the junction lies inside Western text: a word and its ASCII mark, a sign and its number."""
    western = (Kind.WESTERN, Kind.ASCII_CLOSING, Kind.ASCII_OPENING, Kind.PREFIX, Kind.SUFFIX)
    return (a.kind in western and b.kind in western) or b.kind is Kind.ASCII_CLOSING


def _mark_junction(a: Cluster, b: Cluster, white: float, rules: JunctionRules) -> Junction:
    """A junction with white of a mark in it: pairs lose half an em, a single mark may be squeezed."""
    both = a.kind in _MARK_KINDS and b.kind in _MARK_KINDS
    choices = rules.choices
    style = choices.marks
    space = 0.0
    if rules.half_quotes and (a.text in _QUOTES or b.text in _QUOTES):
        return Junction(-white, 0.0, 0.0, True)
    if style is MarkStyle.BANJIAO or (style is MarkStyle.KAIMING and a.kind is not Kind.STOP):
        space = -white
    elif style in (MarkStyle.QUANJIAO, MarkStyle.KAIMING) and both and white >= 0.5:
        space = -0.5
    left = white + space
    squeeze = 0.0 if style is MarkStyle.PLAIN else max(0.0, min(left, left - (choices.lone_mark_floor - 0.5)))
    return Junction(space, squeeze, 0.0, True)


def _break_cost(a: Cluster, b: Cluster, choices: Composition) -> float | None:
    """Cost of a line break between two clusters, None where it is barred."""
    level = choices.kinsoku
    if b.kind in NOT_AT_START[level] or a.kind in NOT_AT_END[level] or b.kind is Kind.SPACE:
        return None
    if a.kind is Kind.WESTERN and b.kind is Kind.WESTERN and not a.text.endswith("-"):
        return None
    if a.kind in (Kind.WESTERN, Kind.PREFIX) and b.kind is Kind.SUFFIX:
        return None
    if b.kind in (Kind.DASH, Kind.ELLIPSIS):
        return DASH_AT_START
    if a.text[-1:].isdigit() and b.text in MEASURE_WORDS:
        return SPLIT_MEASURE
    if a.text == "第" and b.text[0].isdigit():
        return SPLIT_MEASURE
    return 0.0

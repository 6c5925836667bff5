"""What may happen where two clusters meet: white taken away, spaces, shrinking, growing, line breaks.

In: a pair of clusters and the choices of a composition. Out: a :class:`Junction`, made once for each pair.
Lengths in em. Sources: clreq #h-adjustment_of_adjacent_punctuation_marks, #mixed_text_composition,
#line_adjustment; GB/T 15834-2011.
"""

from __future__ import annotations

from typing import NamedTuple

from reportpdf.text.classes import IDEOGRAPHIC_SPACE, MEASURE_WORDS, NOT_AT_END, NOT_AT_START, SYLLABLE
from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.costs import DASH_AT_START, ELLIPSIS_AT_START, HYPHEN, SOFT_HYPHEN, SPLIT_MEASURE
from reportpdf.theme.records import Composition, Kinsoku, MarkStyle

AUTOSPACE_FLOOR = 1 / 8
AUTOSPACE_CEILING = 1 / 3
"""How far Han-Western space may close and open, em. Source: clreq #line_adjustment."""

WORD_SPACE_FLOOR = 1 / 4
WORD_SPACE_CEILING = 1 / 2
"""The same for the space between Western words. Source: clreq #line_adjustment, step 1."""

PAIR_SHRINK = 1 / 4
"""How far two marks that have lost half an em may be squeezed further, em: more, and they touch [choice]."""

MARK_KINDS = frozenset({Kind.OPENING, Kind.CLOSING, Kind.PAUSE, Kind.STOP})
# Not opened: a connector, separator or interpunct holds its neighbours together (clreq id116).
_TIGHT = frozenset({Kind.CONNECTOR, Kind.SEPARATOR, Kind.INTERPUNCT})
_QUOTES = frozenset("“”‘’")


class Junction(NamedTuple):
    """What may happen between two clusters: ``space`` always, ``shrink`` and ``grow`` when justified.

    ``grow`` is the room of the spaces that open first; ``opens`` says whether the general opening of
    a line reaches this junction; ``cost`` is that of a line break here, None where it is barred. A
    named tuple and not a record, because a paragraph's junctions are turned into columns at once.
    """

    space: float
    shrink: float
    grow: float
    opens: bool
    cost: float | None


PLAIN = Junction(0.0, 0.0, 0.0, True, 0.0)


class JunctionRules:
    """Junctions between clusters, for one style at one autospace; known ones by the clusters' groups."""

    down = False
    """Whether the lines are vertical."""

    def __init__(self, choices: Composition, autospace: float, *, half_quotes: bool = False) -> None:
        self.choices = choices
        self.autospace = autospace
        self.half_quotes = half_quotes
        self.known: dict[tuple[str, str], Junction] = {}

    def between(self, a: Cluster, b: Cluster) -> Junction:
        """The junction of two clusters, kept for all pairs of their groups."""
        junction = self.known.get((a.group, b.group))
        if junction is None:
            junction = _junction(a, b, self, _break_cost(a, b, self.choices))
            if junction == PLAIN:
                junction = PLAIN  # one object for all of them, so that a paragraph passes over them
            self.known[a.group, b.group] = junction
        return junction

    def replaces_space(self, a: Cluster, b: Cluster) -> bool:
        """Whether the Han-Western space stands in the place of one typed between the two."""
        return self.autospace > 0 and wants_space(a, b, signs=self.choices.autospace_signs)


def _junction(a: Cluster, b: Cluster, rules: JunctionRules, cost: float | None) -> Junction:
    """What the junction of two clusters allows. Order of the rows: marks, spaces, autospace, the rest."""
    if a.kind is Kind.WESTERN and b.kind is Kind.WESTERN:
        return Junction(0.0, 0.0, 0.0, False, cost)
    # The dot's white goes at a line's end only.
    white = (a.right if a.kind in MARK_KINDS else 0.0) + b.left
    if white > 0 and Kind.SPACE in (a.kind, b.kind):
        return _beside_space(a, b, white, rules, cost)
    if white > 0:
        return _mark_junction(a, b, white, rules, cost)
    if Kind.SPACE in (a.kind, b.kind):
        if b.kind is Kind.SPACE or a.text != " ":
            return Junction(0.0, 0.0, 0.0, IDEOGRAPHIC_SPACE in (a.text, b.text), cost)
        shrink = max(0.0, a.advance - WORD_SPACE_FLOOR)
        return Junction(0.0, shrink, max(0.0, WORD_SPACE_CEILING - a.advance), True, cost)
    if wants_space(a, b, signs=rules.choices.autospace_signs):
        space = rules.autospace
        shrink, grow = max(0.0, space - AUTOSPACE_FLOOR), max(0.0, AUTOSPACE_CEILING - space)
        return Junction(space, shrink, grow, True, cost)
    tight = a.kind in _TIGHT or b.kind in _TIGHT or _western_side(a, b)
    return Junction(0.0, 0.0, 0.0, not tight, cost)


def _beside_space(a: Cluster, b: Cluster, white: float, rules: JunctionRules, cost: float | None) -> Junction:
    """A mark beside an ideographic space loses half an em, as beside a mark (CSS text-spacing-trim)."""
    collapses = rules.choices.marks in (MarkStyle.QUANJIAO, MarkStyle.KAIMING)
    full = IDEOGRAPHIC_SPACE in (a.text, b.text)
    return Junction(-0.5 if collapses and full and white >= 0.5 else 0.0, 0.0, 0.0, full, cost)


_IDEOGRAPHS = frozenset({Kind.HAN, Kind.ITERATION, Kind.SMALL_KANA})


def wants_space(a: Cluster, b: Cluster, *, signs: bool) -> bool:
    """Whether Han meets a word or number here; a sign alone, such as + or ", is neither.

    With ``signs`` a unit after its number and a currency sign before it count as digits.
    """
    if b.kind in _IDEOGRAPHS:
        western = a.kind is Kind.WESTERN and any(map(str.isalnum, a.text))
        return western or (signs and a.kind is Kind.SUFFIX)
    if a.kind not in _IDEOGRAPHS:
        return False
    return (b.kind is Kind.WESTERN and any(map(str.isalnum, b.text))) or (signs and b.kind is Kind.PREFIX)


def _western_side(a: Cluster, b: Cluster) -> bool:
    """Whether the junction lies inside Western text: a word and its ASCII mark, a sign and its number."""
    return (_is_western(a) and _is_western(b)) or b.kind is Kind.ASCII_CLOSING


def _is_western(cluster: Cluster) -> bool:
    """Whether the cluster is set as Western text is; a quotation mark is when it has no white of its own."""
    if cluster.kind in (Kind.OPENING, Kind.CLOSING):
        return cluster.left + cluster.right == 0
    return cluster.kind in (Kind.WESTERN, Kind.ASCII_CLOSING, Kind.ASCII_OPENING, Kind.PREFIX, Kind.SUFFIX)


def _mark_junction(
    a: Cluster, b: Cluster, white: float, rules: JunctionRules, cost: float | None
) -> Junction:
    """A junction with white of a mark in it: pairs lose half an em, a single mark may be squeezed."""
    both = a.kind in MARK_KINDS and b.kind in MARK_KINDS
    choices = rules.choices
    style = choices.marks
    space = 0.0
    if rules.half_quotes and (a.text in _QUOTES or b.text in _QUOTES):
        return Junction(-white, 0.0, 0.0, True, cost)
    if style is MarkStyle.BANJIAO or (style is MarkStyle.KAIMING and a.kind is not Kind.STOP):
        space = -white
    elif style in (MarkStyle.QUANJIAO, MarkStyle.KAIMING) and both and white >= 0.5:
        space = -0.5
    left = white + space
    pause = a.kind in (Kind.PAUSE, Kind.STOP) and a.right > 0
    floor = choices.lone_mark_floor if pause else choices.bracket_floor
    squeeze = 0.0 if style is MarkStyle.PLAIN else max(0.0, min(left, left - (floor - 0.5)))
    if both and space:
        squeeze = min(squeeze, PAIR_SHRINK)
    return Junction(space, squeeze, 0.0, True, cost)


_LETTER_MARKS = frozenset(",.;:)]")
"""ASCII marks that a letter or digit follows without a break. Source: UAX #14 LB25, LB29, LB30."""


def _break_cost(a: Cluster, b: Cluster, choices: Composition) -> float | None:
    """Cost of a line break between two clusters, None where it is barred."""
    level = choices.kinsoku
    barred = b.kind in NOT_AT_START[level] or b.kind is Kind.SPACE
    if a.control:
        # LB8: after a zero width space a line may begin, but not with a space (LB7) or a Chinese mark.
        opens = a.control == ZERO_WIDTH_SPACE and b.kind in (Kind.ASCII_CLOSING, Kind.SUFFIX)
        return _CONTROL_COSTS[a.control] if opens or not barred else None
    if barred or a.kind in NOT_AT_END[level] or (a.kind, b.kind) in _LEADERS:
        return None
    if a.kind is Kind.SPACE:
        return 0.0
    if b.kind is Kind.ELLIPSIS and len(b.text) == 1 and level is not Kinsoku.NONE:
        return None  # half an ellipsis is a leader: LB22 (IN), css-text line-break: normal
    if a.kind is Kind.WESTERN or b.kind is Kind.WESTERN:
        return _word_cost(a, b)
    if a.text in UNBROKEN or b.text in UNBROKEN:
        return None
    return _AT_START.get(b.kind, 0.0)


_LEADERS = frozenset({(Kind.DASH, Kind.DASH), (Kind.ELLIPSIS, Kind.ELLIPSIS), (Kind.DASH, Kind.ELLIPSIS)})
"""A row of dashes or dots is one, and dots stay with a dash. Source: UAX #14 LB17, LB22; ctex-kit #456."""

_AT_START = {Kind.DASH: DASH_AT_START, Kind.ELLIPSIS: ELLIPSIS_AT_START}

ZERO_WIDTH_SPACE = "\u200b"

_CONTROL_COSTS: dict[str, float | None] = {
    SYLLABLE: HYPHEN,
    "\u00ad": SOFT_HYPHEN,  # BA: breaks, and shows a hyphen
    ZERO_WIDTH_SPACE: 0.0,
    "\u200c": None,  # CM
    "\u2060": None,  # WJ, LB11
    "\ufeff": None,  # WJ
}
"""UAX #14: what a character that prints nothing does to the place after it."""

UNBROKEN = frozenset("\u2011\"'")
"""No break on either side: the non-breaking hyphen (LB12), straight quotation marks (LB19)."""


def _word_cost(a: Cluster, b: Cluster) -> float | None:
    """The cost of a break beside a Western word, number or sign. Source: UAX #14 LB12-LB30."""
    if a.text in UNBROKEN or b.text in UNBROKEN or b.text in ("-", "|"):
        return None
    if a.kind is b.kind is Kind.WESTERN:
        if a.text[-1:] == "-" and b.text[:1].isdigit() and len(a.text) == 1:
            return None  # LB25: a sign and its number
        return 0.0 if a.text[-1:] in ("-", "|") else None
    if b.kind is Kind.WESTERN:
        if a.text[-1:] in _LETTER_MARKS and a.kind is Kind.ASCII_CLOSING:
            return None
        if a.text == "第" and b.text[0].isdigit():
            return SPLIT_MEASURE
        return SPLIT_MEASURE if a.text == "月" and b.text[0].isdigit() else 0.0
    if b.kind is Kind.ASCII_OPENING:
        return None  # LB30
    if a.text[-1:].isdigit() and b.text in MEASURE_WORDS:
        return SPLIT_MEASURE
    return _AT_START.get(b.kind, 0.0)

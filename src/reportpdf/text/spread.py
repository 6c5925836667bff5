"""Even spacing (均排): clusters set to a width by opening all their gaps alike, and how far that may go.

In: a paragraph of one line. Out: a :class:`~reportpdf.text.justify.Line` of that width. Lengths in em.
Sources: clreq #ways_of_alignments (even inter-character spacing), #increased_inter_character_spacing.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.justify import Line, set_line
from reportpdf.text.paragraph import Paragraph

SHORT_HEADS: tuple[tuple[int, float], ...] = ((2, 1.0), (3, 1 / 2), (4, 1 / 3), (6, 1 / 4))
"""Heads of up to so many characters, and by how much their gaps open: the steps of clreq
#increased_inter_character_spacing, the shorter the wider [choice]."""

MOST = 1.0
"""No gap of an even setting is wider, clreq's largest step; a name of two characters beside one of four
stays at three em."""

NAMES = range(2, 5)
"""Names and roles of so many Han characters are set evenly; longer ones set the width by themselves."""

TOUCHING = 0.005
"""Ink of two characters is never brought nearer than this."""


def spread_line(paragraph: Paragraph, width: float, tracking: float = 0.0) -> Line:
    """The whole paragraph on one line as wide as ``width``; all its gaps that may open do so alike.

    A width under the natural one closes them. Nothing moves inside a Western word or number, and nothing at
    all in a line of one cluster.
    """
    count = len(paragraph.clusters)
    line = set_line(paragraph, 0, count, None, tracking)
    gaps = gaps_of(paragraph)
    if not gaps or abs(width - line.width) < 1e-9:
        return line
    gap = (width - line.width) / gaps
    moves = dict(line.moves)
    for i, junction in paragraph.special:
        if not junction.opens and i < count - 1:
            moves[i + 1] = moves.get(i + 1, 0.0) - gap
    return replace(
        line,
        moves=tuple(sorted((i, em) for i, em in moves.items() if em)),
        tracking=tracking + gap,
        width=width,
    )


def gaps_of(paragraph: Paragraph) -> int:
    """How many gaps of a line of the whole paragraph may open."""
    return paragraph.opens[len(paragraph.clusters) - 1] if paragraph.clusters else 0


def short_gap(letters: int) -> float:
    """By how much the gaps of a head of so many characters are opened; 0 if it is none of the short."""
    return next((gap for most, gap in SHORT_HEADS if 1 < letters <= most), 0.0)


def even_width(widths: tuple[float, ...], counts: tuple[int, ...]) -> float:
    """The width that names under one another are set to: that of the widest of two to four characters."""
    return max((w for w, n in zip(widths, counts, strict=True) if n in NAMES), default=0.0)


def name_width(natural: float, count: int, target: float) -> float:
    """How wide one of those names is set: to the target, no gap opened by more than :data:`MOST`."""
    if count not in NAMES or target <= natural:
        return natural
    return min(target, natural + MOST * (count - 1))


def all_han(clusters: tuple[Cluster, ...]) -> bool:
    """Whether a name is of Han characters alone; others are not spread."""
    return all(cluster.kind is Kind.HAN for cluster in clusters)

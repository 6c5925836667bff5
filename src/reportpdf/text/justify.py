"""A line of a paragraph made exactly as wide as its measure, or left at its own width.

In: a paragraph, a line's range, its measure. Out: a :class:`Line`: the clusters with the pen moves
between them. What gives, and how far, is told by ``slack``; a gaping line is opened inside its words too,
if the composition says so (``letterspace``). Source: clreq #line_adjustment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportpdf.text.breaks import natural_width
from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.costs import EPSILON, NEARLY_FULL
from reportpdf.text.letterspace import letterspaced
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.slack import NOTHING, Given, give
from reportpdf.text.steps import step_of

if TYPE_CHECKING:
    from reportpdf.text.marking import Marking

_Moves = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Line:
    """Clusters of one line, as a text item wants them; ``width`` is what the line takes, all in em.

    ``moves``: (i, em) moves the pen before cluster i; ``tracking`` follows every cluster but the last.
    """

    clusters: tuple[Cluster, ...]
    moves: tuple[tuple[int, float], ...]
    tracking: float
    width: float
    marks: tuple[Marking, ...] = ()


def set_line(
    paragraph: Paragraph, start: int, end: int, measure: float | None, tracking: float = 0.0
) -> Line:
    """The line, justified to ``measure``; None leaves it at its natural width.

    A last line is squeezed if it is too wide, and opened only when it is nearly full. ``tracking`` is
    the style's own, in em.
    """
    clusters = paragraph.clusters
    while end > start and clusters[end - 1].kind is Kind.SPACE:
        end -= 1
    if end == start:
        return Line((), (), 0.0, 0.0)
    natural = natural_width(paragraph, start, end)
    slack = 0.0 if measure is None else measure - natural
    if end == len(clusters) and slack > 0:
        whole = slack - clusters[end - 1].right
        if start == 0 or whole > NEARLY_FULL:
            slack = 0.0
    hung = paragraph.hangs[end] if slack < -EPSILON and paragraph.hangs else 0.0
    # A mark that hangs stands outside: the line is what comes before it.
    given = give(paragraph, start, end - 1 if hung else end, slack + hung)
    shown, moves, gap = clusters[start:end], _moves(paragraph, start, end, given), given.gap
    if hung:
        moves = _with_move(moves, len(shown) - 1, -gap)
    if end in paragraph.hyphens and paragraph.hyphen:
        shown = (*shown, paragraph.hyphen)
        moves = _with_move(moves, len(shown) - 1, -gap - tracking)
    width = natural + given.used - hung + tracking * max(0, end - start - 1)
    if given.inside:
        shown, moves = letterspaced(shown, moves, gap + tracking, given.inside)
    if not paragraph.marks:
        return Line(shown, moves, gap + tracking, width)
    from reportpdf.text.marking import marks_within  # only texts with marks need it

    return Line(shown, moves, gap + tracking, width, marks_within(paragraph.marks, start, end))


def _with_move(moves: _Moves, at: int, em: float) -> _Moves:
    """The moves with one more, at the line's last cluster."""
    if not em:
        return moves
    if moves and moves[-1][0] == at:
        return (*moves[:-1], (at, moves[-1][1] + em))
    return (*moves, (at, em))


def _moves(paragraph: Paragraph, start: int, end: int, given: Given) -> _Moves:
    """Pen moves of the line: the white cut at its start, and every junction that is not plain."""
    moves: list[tuple[int, float]] = []
    clusters = paragraph.clusters
    if clusters[start].left:
        moves.append((0, -clusters[start].left))
    squeeze, grow, gap, _, _ = given
    squeezes = squeeze is not NOTHING
    for at, junction in paragraph.special[paragraph.specials[start] : paragraph.specials[end - 1]]:
        move = junction[0] + grow * junction[2]
        if squeezes and junction[1]:
            move -= squeeze[step_of(clusters[at], clusters[at + 1])] * junction[1]
        # A line is tightened at its plain gaps alone: what was squeezed is at its floor.
        if not junction[3] or (gap < 0 and junction[1]):
            move -= gap
        if move:
            moves.append((at - start + 1, move))
    return tuple(moves)

"""A line of a paragraph made exactly as wide as its measure, or left at its own width.

In: a paragraph, a line's range, its measure. Out: a :class:`Line`: the clusters with the pen moves
between them. Steps and floors: clreq #line_adjustment; squeezing is spread over all marks and spaces
of the line in one proportion, so that lone marks of a line are even [choice].
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportpdf.text.breaks import EPSILON, natural_width, room_to_squeeze
from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.paragraph import Paragraph

if TYPE_CHECKING:
    from reportpdf.text.marking import Marking

NEARLY_FULL = 0.6
"""A last line this little short of its measure, em, its last mark counted whole, is set flush.

As it is it would look like a mistake [choice].
"""


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
    hung = slack < -EPSILON and bool(paragraph.hangs) and paragraph.hangs[end] > 0
    inner = end
    if hung:
        # The mark stands outside: the line is what comes before it.
        inner, slack = end - 1, slack + paragraph.hangs[end]
    squeeze, grow, gap, slack = _shares(paragraph, start, inner, slack)
    moves = _moves(paragraph, start, end, squeeze, grow, gap)
    shown = clusters[start:end]
    if hung:
        moves = _with_move(moves, len(shown) - 1, -gap)
    if end in paragraph.hyphens and paragraph.hyphen:
        shown = (*shown, paragraph.hyphen)
        moves = _with_move(moves, len(shown) - 1, -gap - tracking)
    width = natural + slack - (paragraph.hangs[end] if hung else 0.0) + tracking * max(0, end - start - 1)
    if not paragraph.marks:
        return Line(shown, moves, gap + tracking, width)
    from reportpdf.text.marking import marks_within  # only texts with marks need it

    return Line(shown, moves, gap + tracking, width, marks_within(paragraph.marks, start, end))


def _with_move(moves: tuple[tuple[int, float], ...], at: int, em: float) -> tuple[tuple[int, float], ...]:
    """The moves with one more, at the line's last cluster."""
    if not em:
        return moves
    if moves and moves[-1][0] == at:
        return (*moves[:-1], (at, moves[-1][1] + em))
    return (*moves, (at, em))


def _shares(paragraph: Paragraph, start: int, end: int, slack: float) -> tuple[float, float, float, float]:
    """How far squeezing (0-1) and growing (0-1) go, by what every other gap opens, and the slack used, em."""
    if slack < 0:
        room = room_to_squeeze(paragraph, start, end)
        return (-slack / room, 0.0, 0.0, slack) if room else (0.0, 0.0, 0.0, 0.0)
    if slack == 0:
        return 0.0, 0.0, 0.0, 0.0
    spaces = paragraph.grows[end - 1] - paragraph.grows[start]
    gaps = paragraph.opens[end - 1] - paragraph.opens[start]
    if spaces >= slack:
        return 0.0, slack / spaces, 0.0, slack
    if gaps:
        return 0.0, 1.0, (slack - spaces) / gaps, slack
    # With nothing more to open (one long word) the line stays short: a word is never letterspaced.
    return 0.0, 1.0, 0.0, spaces


def _moves(
    paragraph: Paragraph, start: int, end: int, squeeze: float, grow: float, gap: float
) -> tuple[tuple[int, float], ...]:
    """Pen moves of the line: the white cut at its start, and every junction that is not plain."""
    moves: list[tuple[int, float]] = []
    first = paragraph.clusters[start] if end > start else None
    if first is not None and first.left:
        moves.append((0, -first.left))
    special = paragraph.special
    i = bisect_left(special, start, key=lambda row: row[0])
    while i < len(special) and special[i][0] < end - 1:
        at, junction = special[i]
        move = junction.space - squeeze * junction.shrink + grow * junction.grow
        if not junction.opens:
            move -= gap
        if move:
            moves.append((at - start + 1, move))
        i += 1
    return tuple(moves)

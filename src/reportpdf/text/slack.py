"""What a line does with its slack: which places are squeezed or opened, and by how much.

In: a paragraph, a line's range, by how much the line misses its measure, em. Out: a :class:`Given`. Steps
and floors are the rows of ``steps``. Source: clreq #line_adjustment.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportpdf.text.breaks import room_to_squeeze
from reportpdf.text.costs import EPSILON, plain_gaps
from reportpdf.text.letterspace import RESCUE_FROM, letter_gaps, relieved
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.steps import Shrink, shares, step_of

NOTHING = (0.0,) * len(Shrink)


class Given(NamedTuple):
    """How far each step is squeezed, ``squeeze``, and spaces are opened, ``grow``, of all they can, 0 to 1.

    ``gap`` is by what every other gap opens (negative: closes), ``used`` the slack that was used, and
    ``inside`` by what the gaps inside words open, em.
    """

    squeeze: Sequence[float] = NOTHING
    grow: float = 0.0
    gap: float = 0.0
    used: float = 0.0
    inside: float = 0.0


UNCHANGED = Given()


def give(paragraph: Paragraph, start: int, end: int, slack: float) -> Given:
    """How the line of clusters ``start``..``end``-1 becomes ``slack`` em wider."""
    if slack == 0:
        return UNCHANGED
    if slack < 0:
        return _narrower(paragraph, start, end, -slack)
    spaces = paragraph.grows[end - 1] - paragraph.grows[start]
    if spaces >= slack:
        return Given(grow=slack / spaces, used=slack)
    gaps = paragraph.opens[end - 1] - paragraph.opens[start]
    if gaps:
        gap, inside = (slack - spaces) / gaps, 0.0
        if gap > RESCUE_FROM and paragraph.choices.tracking_rescue and not paragraph.marks:
            letters = letter_gaps(paragraph.clusters[start:end])
            gap, inside = relieved(slack - spaces, gaps, letters) if letters else (gap, 0.0)
        return Given(grow=1.0, gap=gap, used=slack, inside=inside)
    # With nothing more to open (one long word) the line stays short: a word is never letterspaced.
    return Given(grow=1.0, used=spaces)


def _narrower(paragraph: Paragraph, start: int, end: int, need: float) -> Given:
    """The line squeezed by ``need`` em, or as far as it goes."""
    room = room_to_squeeze(paragraph, start, end)
    squeeze = _squeezed(paragraph, start, end, min(need, room)) if room else NOTHING
    plain = plain_gaps(paragraph, start, end - 1) if need - room > EPSILON else 0
    tight = min((need - room) / plain, paragraph.choices.tighten) if plain else 0.0
    return Given(squeeze, 0.0, -tight, -min(need, room + tight * plain))


def _squeezed(paragraph: Paragraph, start: int, end: int, need: float) -> list[float]:
    """The share of its room that each step gives, for ``need`` em in all."""
    rooms, marks = [0.0] * len(Shrink), [0] * len(Shrink)
    clusters = paragraph.clusters
    for at, junction in paragraph.special[paragraph.specials[start] : paragraph.specials[end - 1]]:
        if junction.shrink:
            step = step_of(clusters[at], clusters[at + 1])
            rooms[step] += junction.shrink
            marks[step] += 1
    return shares(need, rooms, marks, paragraph.choices)

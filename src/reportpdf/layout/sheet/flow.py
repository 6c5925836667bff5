"""Callouts that flow down columns: where each column ends, so that all end as level as may be.

In: for each callout the lines of its figure and of its text; columns and their height. Out: a
:class:`Flow`. A text may break over columns if enough of its lines stay and enough go; a figure never
leaves its text. One line lies between two callouts of a column; it may become two to fill the column.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reportpdf.layout.sheet.costs import WHITE_POWER

WINDOW = 8
"""A text is broken within so many lines of the foot; higher up there is no need to."""


@dataclass(frozen=True, slots=True)
class Callouts:
    """What flows: lines of each figure and of each text; ``split`` is the least that stays or goes."""

    figures: tuple[int, ...]
    texts: tuple[int, ...]
    split: int

    @property
    def total(self) -> int:
        """Lines of all of it in one column."""
        return sum(self.figures) + sum(self.texts) + max(0, len(self.texts) - 1)


@dataclass(frozen=True, slots=True)
class Part:
    """A callout, or lines ``first`` to ``last`` of its text, at ``top`` lines of its column."""

    callout: int
    first: int
    last: int
    top: int
    figure: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """The parts of each column, the lines that stay empty at their feet, how many gaps are two lines."""

    columns: tuple[tuple[Part, ...], ...]
    feet: tuple[int, ...]
    opened: int

    def white(self, under: int = 0) -> float:
        """What costs: the empty lines, and so many under each column, raised and averaged."""
        raised = [float(foot + under) ** WHITE_POWER for foot in self.feet]
        return float(sum(raised)) / len(raised)


_At = tuple[int, int]
"""A callout and the line of its text at which a column begins; line 0: with its figure."""


def flow(callouts: Callouts, columns: int, height: int) -> Flow | None:
    """The callouts in so many columns of that height, None if they do not go in."""
    return _Flowing(callouts, columns, height).found()


def least_height(callouts: Callouts, columns: int, most: int) -> int | None:
    """The smallest height of the columns that holds the callouts; None if that is over ``most``."""
    if not callouts.texts:
        return 0
    height = max(-(-callouts.total // columns) - columns, 1)
    while height <= most:
        if _holds(callouts, columns, height):
            return height
        height += 1
    return None


def _holds(callouts: Callouts, columns: int, height: int) -> bool:
    """Whether columns filled as full as may be hold everything."""
    at: _At = (0, 0)
    for _ in range(columns):
        ends = _ends(callouts, at, height)
        if not ends:
            return False
        at = max(end for end, _, _ in ends)
        if at[0] == len(callouts.texts):
            return True
    return False


def _ends(callouts: Callouts, at: _At, height: int) -> list[tuple[_At, int, int]]:
    """Every place at which a column that begins at ``at`` may end: the place, lines used, gaps in it."""
    found: list[tuple[_At, int, int]] = []
    item, line = at
    used = gaps = 0
    split = callouts.split
    while item < len(callouts.texts):
        head = callouts.figures[item] if line == 0 else 0
        gap = 1 if used else 0
        text = callouts.texts[item] - line
        room = height - used - gap - head
        if text >= 2 * split:
            low = max(split, min(room, text - split) - WINDOW)
            found += [
                ((item, line + stays), used + gap + head + stays, gaps + gap)
                for stays in range(low, min(room, text - split) + 1)
            ]
        if text > room:
            break
        used += gap + head + text
        gaps += gap
        item, line = item + 1, 0
        found.append(((item, 0), used, gaps))
    return found


class _Flowing:
    """One search: the ends of columns that leave least white, each place looked at once."""

    def __init__(self, callouts: Callouts, columns: int, height: int) -> None:
        self._callouts = callouts
        self._count = columns
        self._height = height
        self._known: dict[tuple[_At, int], tuple[float, tuple[_At, ...]] | None] = {}

    def found(self) -> Flow | None:
        best = self._best((0, 0), self._count)
        if best is None:
            return None
        starts: list[_At] = [(0, 0), *best[1]]
        opened = 0
        columns: list[tuple[Part, ...]] = []
        feet: list[int] = []
        for start, end in pairwise(starts):
            parts, more, foot = self._column(start, end)
            columns.append(parts)
            feet.append(foot)
            opened += more
        feet += [self._height] * (self._count - len(feet))
        return Flow(tuple(columns), tuple(feet), opened)

    def _best(self, at: _At, left: int) -> tuple[float, tuple[_At, ...]] | None:
        """Cost of the columns from ``at`` on, and where each of them ends."""
        if at[0] == len(self._callouts.texts):
            return left * float(self._height) ** WHITE_POWER, ()
        if not left:
            return None
        key = at, left
        if key not in self._known:
            best: tuple[float, tuple[_At, ...]] | None = None
            for end, used, gaps in _ends(self._callouts, at, self._height):
                rest = self._best(end, left - 1)
                if rest is None:
                    continue
                white = max(0, self._height - used - gaps)
                cost = rest[0] + float(white) ** WHITE_POWER
                if best is None or cost < best[0] - 1e-9:
                    best = cost, (end, *rest[1])
            self._known[key] = best
        return self._known[key]

    def _column(self, start: _At, end: _At) -> tuple[tuple[Part, ...], int, int]:
        """The parts between two places, the lowest gaps opened while the column has room; what is left."""
        callouts = self._callouts
        parts: list[tuple[int, int, int, bool]] = []
        item, line = start
        while (item, line) < end:
            last = end[1] if item == end[0] else callouts.texts[item]
            parts.append((item, line, last, line == 0))
            item, line = item + 1, 0
        lines = [(callouts.figures[i] if figure else 0) + last - first for i, first, last, figure in parts]
        gaps = max(0, len(parts) - 1)
        spare = min(gaps, self._height - sum(lines) - gaps)
        made: list[Part] = []
        top = 0
        for number, ((i, first, last, figure), height) in enumerate(zip(parts, lines, strict=True)):
            if number:
                top += 1 + (1 if number > gaps - spare else 0)
            made.append(Part(i, first, last, top, figure))
            top += height
        return tuple(made), spare, self._height - top

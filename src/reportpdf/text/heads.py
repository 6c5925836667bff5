"""The best breaks of a head: sense, evenness and room weighed over all legal breaks at once.

In: a :class:`Head`, a number of lines, the room each has. Out: :class:`Breaks`. Legal is what the paragraph
allows (line edges by the level in force); what hurts is told by :mod:`reportpdf.text.phrases` and
:mod:`reportpdf.text.held`. Lengths in em. Costs are in the unit of those two tables: 1 is about the hurt of
a break between two words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from math import inf

from reportpdf.text.held import held_spans
from reportpdf.text.paragraph import Paragraph
from reportpdf.theme.heads import HeadShape

DROPPED = {
    "，": "a new line is pause enough",
    ",": "the same mark where marks are not normalised",
    "、": "the same",
    "；": "the halves of a couplet need no mark",
    "。": "a head is no sentence",
}
"""Marks not inked where a head breaks, with the reason. ： ！ ？ say something and stay."""

HELD = 50.0
"""A break inside what a line could hold: more than anything else can cost, so that it is the last resort."""

SHORT_LINE = 50.0
"""A line of one character: the same."""

UNEVEN = 8.0
"""A line that misses the mean by all of it; grows with the square."""

FREE = 0.5
"""So much does a line miss the mean for nothing: two lines then differ by one em at most."""

UPPER_LONGER = 0.2
LOWER_LONGER = 2.0
"""Where the house wants the upper line longer: the share of :data:`UNEVEN` that either way costs."""

WINDOW = 0.75
WHOLE = 4
"""With more lines than :data:`WHOLE` a line is looked for within this share of the mean around its place."""

NEARER = 0.01
"""By how much the longest line must shrink for another set of breaks to be looked at."""


TRIES = 12
"""So many sets of breaks are looked at, each with a shorter longest line."""


@dataclass(frozen=True, eq=False, repr=False)
class Head:
    """A head's words ready to be broken.

    ``offsets`` are those of its clusters in ``words``, and at last the length. ``marks`` are the offsets at
    which a mark stands before that is not inked at a line's end; ``tracking`` is the style's.
    """

    words: str
    paragraph: Paragraph
    offsets: tuple[int, ...]
    marks: frozenset[int]
    tracking: float
    house: tuple[str, ...] = ()
    """Words that the house never divides."""

    def width(self, start: int, end: int) -> float:
        """The width of clusters start .. end-1 on a line, without a mark at its end that is not inked."""
        if end < len(self.paragraph.clusters) and end in self.marks and end - 1 > start:
            end -= 1
        paragraph = self.paragraph
        return paragraph.ends[end] - paragraph.starts[start] + self.tracking * (end - start - 1)

    @cached_property
    def whole(self) -> float:
        """The width of all words on one line."""
        return self.width(0, len(self.paragraph.clusters)) if self.paragraph.clusters else 0.0

    @cached_property
    def spans(self) -> tuple[tuple[int, int, float], ...]:
        """What wants to stay together: first boundary inside, first one after it, and its width."""
        offsets = self.offsets
        # A span that begins or ends inside a cluster takes the whole of it.
        found = [
            (bisect_right(offsets, a) - 1, bisect_left(offsets, b))
            for a, b in held_spans(self.words, self.house)
        ]
        return tuple((a + 1, b, self.width(a, b)) for a, b in found if a + 1 < b)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Breaks:
    """Line ranges over the clusters of a head, what they cost, and the width of the longest line."""

    ranges: tuple[tuple[int, int], ...]
    cost: float
    widest: float

    @property
    def hurts(self) -> bool:
        """Whether something is broken that a line could hold."""
        return self.cost >= HELD

    def words(self, head: Head) -> tuple[str, ...]:
        """The words of each line."""
        return tuple(head.words[head.offsets[a] : head.offsets[b]].strip() for a, b in self.ranges)


def head_of(
    words: str, paragraph: Paragraph, *, tracking: float, drops: bool, house: tuple[str, ...] = ()
) -> Head:
    """The head of words and their paragraph; ``drops``: marks at line ends are not inked."""
    offsets, at = [], 0
    for cluster in paragraph.clusters:
        at = max(at, words.find(cluster.text, at))
        offsets.append(at)
        at += len(cluster.text)
    inner = enumerate(offsets[1:], 1)
    marks = frozenset(i for i, at in inner if drops and drops_at(words[:at].rstrip()))
    return Head(words, paragraph, (*offsets, len(words)), marks, tracking, house)


def drops_at(line: str) -> bool:
    """Whether a line with another under it ends in a mark that is not inked."""
    return len(line) > 1 and line[-1] in DROPPED


def best_breaks(
    head: Head,
    costs: Mapping[int, float],
    count: int,
    *,
    room: float = inf,
    holds: float | None = None,
    shape: HeadShape = HeadShape.EVEN,
) -> Breaks | None:
    """The breaks into ``count`` lines that cost least, none wider than ``room``; None if there are none.

    ``costs`` are those of :func:`~reportpdf.text.phrases.break_costs`; an offset they do not name is no
    place to break at. ``holds`` is the width up to which a span stays whole, if it is not the room.
    """
    hurts = _boundaries(head, costs, room if holds is None else holds)
    places = sorted(hurts)
    last = len(head.paragraph.clusters)
    mean = head.whole / count
    layer: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for row in range(1, count + 1):
        ends = [last] if row == count else _near(head, places, row, count, mean)
        layer = _next(head, layer, ends, hurts, room, partial(_uneven, shape, mean, row, count))
    if last not in layer:
        return None
    cost, cuts = layer[last]
    ranges = tuple(zip((0, *cuts[:-1]), cuts, strict=True))
    return Breaks(ranges, cost, max(head.width(a, b) for a, b in ranges))


def narrower(
    head: Head, costs: Mapping[int, float], count: int, holds: float, shape: HeadShape
) -> Iterator[Breaks]:
    """The best breaks, then the best of those whose longest line is shorter, and so on."""
    room = inf
    for _ in range(TRIES):
        found = best_breaks(head, costs, count, room=room, holds=holds, shape=shape)
        if found is None:
            return
        yield found
        room = found.widest - NEARER


def _next(
    head: Head,
    layer: Mapping[int, tuple[float, tuple[int, ...]]],
    ends: list[int],
    hurts: Mapping[int, float],
    room: float,
    uneven: Callable[[float], float],
) -> dict[int, tuple[float, tuple[int, ...]]]:
    """The cheapest way to each end of the next line; of two equal ones the earlier break."""
    found: dict[int, tuple[float, tuple[int, ...]]] = {}
    for end in ends:
        best: tuple[float, tuple[int, ...]] | None = None
        for start, (before, cuts) in layer.items():
            if start >= end:
                continue
            width = head.width(start, end)
            if width > room + 1e-6:
                continue
            cost = before + uneven(width) + hurts.get(end, 0.0)
            if head.offsets[end] - head.offsets[start] < 4 and _letters(head, start, end) < 2:
                cost += SHORT_LINE
            if best is None or cost < best[0] - 1e-9:
                best = cost, (*cuts, end)
        if best is not None:
            found[end] = best
    return found


def _letters(head: Head, start: int, end: int) -> int:
    """Letters and digits of a line."""
    return sum(map(str.isalnum, head.words[head.offsets[start] : head.offsets[end]]))


def _boundaries(head: Head, costs: Mapping[int, float], holds: float) -> dict[int, float]:
    """Every boundary at which a line may end, with what a break there costs."""
    breaks = head.paragraph.breaks
    found = {
        i: costs[at] for i, at in enumerate(head.offsets[:-1]) if i and breaks[i] is not None and at in costs
    }
    for first, end, width in head.spans:
        # A span that no line can hold is broken where its own words allow.
        if width <= holds + 1e-6:
            found.update((i, HELD) for i in range(first, end) if i in found)
    return found


def _near(head: Head, places: list[int], row: int, count: int, mean: float) -> list[int]:
    """The ends that the row-th of many lines may have; all there are in a head of few lines."""
    if count <= WHOLE:
        return places
    reach = max(3.0, WINDOW * mean)
    ends = head.paragraph.ends
    low = bisect_left(places, row * mean - reach, key=ends.__getitem__)
    return places[low : bisect_right(places, row * mean + reach, key=ends.__getitem__)]


def _uneven(shape: HeadShape, mean: float, row: int, count: int, width: float) -> float:
    """What a line's difference from the mean costs.

    Where the upper line may be longer, the first line's excess and the last one's lack are cheap.
    """
    miss = width - mean
    share = 1.0
    if shape is HeadShape.UPPER:
        longer_above = miss > 0 if row == 1 else miss < 0 if row == count else True
        share = UPPER_LONGER if longer_above else LOWER_LONGER
    return share * UNEVEN * (max(0.0, abs(miss) - FREE) / mean) ** 2

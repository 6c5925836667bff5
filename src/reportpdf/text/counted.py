"""Ways through a paragraph in a given number of lines: what copy-fitting asks.

In: a paragraph, its measure and first-line indent, em, and numbers of lines. Out: for each the cheapest
way to set the paragraph in so many, if there is one. Every way is weighed, as in ``ways``.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from reportpdf.text.costs import EPSILON, NEIGHBOURS, opening_cost
from reportpdf.text.line_ends import line_ends
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.ways import FIRST, Way, cost_then_lines, onward

LIKELY = 0.3
"""Lines opened by more than so many em a gap are looked at only when there is no other way [choice]."""


def ways_in(paragraph: Paragraph, measure: float, indent: float, counts: Sequence[int]) -> dict[int, Way]:
    """The cheapest way to the end in each of ``counts`` lines; a number that cannot be had is not there."""
    found: dict[int, Way] = {}
    for bound in (opening_cost(LIKELY), inf):
        left = [count for count in counts if count not in found]
        if left:
            found |= _search(paragraph, measure, indent, left, bound)
    return found


def _search(
    paragraph: Paragraph, measure: float, indent: float, counts: Sequence[int], bound: float
) -> dict[int, Way]:
    """The best way to the end in each of ``counts`` lines that costs less than ``bound`` in all."""
    end_of_all, most = len(paragraph.clusters), max(counts)
    fewest = min(counts)
    left = _lines_left(paragraph, measure)
    # By break, and there by the number of lines so far: all ways that may yet be the best.
    ways: list[dict[int, list[Way]]] = [{} for _ in range(end_of_all + 1)]
    ways[0][0] = [FIRST]
    for start in range(end_of_all):
        for lines, known in sorted(ways[start].items()):
            least = min([way[0] for way in known])
            before = [way for way in known if way[0] <= least + NEIGHBOURS]
            room = measure - (0.0 if start else indent)
            for end, own, gap in line_ends(paragraph, start, room, bound - least):
                reached = lines + 1
                if reached + left[end] > most or reached + end_of_all - end < fewest:
                    continue
                way = onward(paragraph, before, start, end, own, gap)
                if way[0] < bound:
                    ways[end].setdefault(reached, []).append(way)
    ends = ways[end_of_all]
    return {count: min(ends[count], key=cost_then_lines) for count in counts if count in ends}


def _lines_left(paragraph: Paragraph, measure: float) -> list[int]:
    """For each break the fewest lines that what follows it can take, breaks anywhere allowed."""
    count = len(paragraph.clusters)
    left = [0] * (count + 1)
    tighten, opens, shrinks = paragraph.choices.tighten, paragraph.opens, paragraph.shrinks
    hyphen = paragraph.hyphen.advance if paragraph.hyphen else 0.0
    end = count
    for start in range(count - 1, -1, -1):
        # Each line takes as much as it can hold; what begins further left never reaches further right.
        while end > start + 1:
            last = end - 1
            width = paragraph.ends[end] - paragraph.starts[start] - shrinks[last] + shrinks[start]
            hung = paragraph.hangs[end] if paragraph.hangs else 0.0
            if width - hyphen - hung - tighten * (opens[last] - opens[start]) <= measure + EPSILON:
                break
            end -= 1
        left[start] = 1 + left[end]
    return left

"""A section's quote in lines that end where its sense pauses.

In: a quote, its style, the lines and lengths there are. Out: :class:`QuoteLines`, for vertical or horizontal
lines as the setter sets them. A line ends at the author's newline, at a mark, at a phrase's border; inside a
phrase only where nothing else is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise

from reportpdf.model.report import Text
from reportpdf.text.breaks import natural_width
from reportpdf.text.justify import Line, set_line
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.phrases import break_costs
from reportpdf.text.setter import Setter
from reportpdf.theme.style import TextStyle

LINE = 0.5
"""A line more costs as much as half a phrase border."""

RAGGED = 2.0
"""A line shorter than the longest, by the square of what it lacks."""

BEST_BORDERS = 14
"""Of the borders in a quote so many are combined, the better ones, so that the search stays small."""

ENDLESS = 10_000.0
"""A measure that no quote reaches, em: its paragraphs are set once and broken here."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class QuoteLines:
    """The lines, and the length of the longest in points."""

    lines: tuple[Line, ...]
    style: TextStyle

    @property
    def length(self) -> float:
        return max(line.width for line in self.lines) * self.style.size


def set_quote(
    setter: Setter, quote: Text, style: TextStyle, most: int, lengths: tuple[float, ...]
) -> QuoteLines | None:
    """The quote in at most so many lines, at the first of the lengths (points) that allows it."""
    parts = setter.block(quote, style, ENDLESS * style.size, indent=False).paragraphs
    for length in lengths:
        found: list[Line] = []
        for paragraph in (part.paragraph for part in parts):
            room = most - len(found) - (len(parts) - 1)
            cuts = _cuts(paragraph, style, room, length / style.size)
            if cuts is None:
                break
            found += [set_line(paragraph, a, b, None, style.tracking) for a, b in pairwise(cuts)]
        else:
            if len(found) <= most:
                return QuoteLines(tuple(found), style)
    return None


def _cuts(paragraph: Paragraph, style: TextStyle, most: int, length: float) -> tuple[int, ...] | None:
    """Where the lines begin, as clusters, the end among them; None if so few lines do not hold the words."""
    end = len(paragraph.clusters)
    costs = _costs(paragraph)
    best, best_cost = None, float("inf")
    for count in range(max(0, most)):
        for inner in combinations(sorted(costs), count):
            cuts = (0, *inner, end)
            widths = [_width(paragraph, a, b, style) for a, b in pairwise(cuts)]
            if max(widths) > length + 1e-6:
                continue
            longest = max(widths)
            cost = sum(costs[at] for at in inner) + LINE * count
            cost += RAGGED * sum((1 - width / longest) ** 2 for width in widths)
            if cost < best_cost - 1e-9:
                best, best_cost = cuts, cost
    return best


def _costs(paragraph: Paragraph) -> dict[int, float]:
    """Clusters at which a line may begin, with what that hurts the sense; the better ones of them."""
    words = "".join(cluster.text for cluster in paragraph.clusters)
    hurts, found, at = break_costs(words), {}, 0
    for i, (cluster, legal) in enumerate(zip(paragraph.clusters, paragraph.breaks, strict=False)):
        if i and legal is not None:
            found[i] = hurts.get(at, 0.0)
        at += len(cluster.text)
    # Of borders that hurt alike those in the middle part the words more evenly.
    middle = len(paragraph.clusters) / 2
    better = sorted(found, key=lambda i: (found[i], abs(i - middle)))[:BEST_BORDERS]
    return {i: found[i] for i in better}


def _width(paragraph: Paragraph, start: int, end: int, style: TextStyle) -> float:
    return natural_width(paragraph, start, end) + style.tracking * max(0, end - start - 1)

"""Lines of a sentence that is looked at, a pull-quote: broken at its phrases and as even as they can be.

In: a block of few lines. Out: the same number of lines, ended where the sense is least hurt. Costs of breaks
are those of ``phrases``; the block says which breaks are legal and how long a line may be.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from reportpdf.text.block import Block, SetParagraph
from reportpdf.text.breaks import Lines, natural_width
from reportpdf.text.costs import EPSILON
from reportpdf.text.phrases import break_costs

UNEVEN = 6.0
"""Cost of a line that is as much shorter or longer than the average as that is long [choice]."""

MOST_CLUSTERS = 200
"""A sentence longer than this is running text, and keeps its lines."""


def by_sense(block: Block) -> Block:
    """The block with every paragraph of two lines and more broken by its sense."""
    return replace(block, paragraphs=tuple(_by_sense(part, block.measure_em) for part in block.paragraphs))


def _by_sense(part: SetParagraph, measure: float) -> SetParagraph:
    """The cheapest lines, in as many as the paragraph has: cost and start of each end, line by line."""
    paragraph, lines = part.paragraph, len(part.lines.ranges)
    count = len(paragraph.clusters)
    if lines < 2 or part.lines.forced or count > MOST_CLUSTERS:
        return part
    costs = _costs(part)
    average = natural_width(paragraph, 0, count) / lines
    layers: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(lines):
        reached: dict[int, tuple[float, int]] = {}
        for start, (spent, _before) in layers[-1].items():
            for end in range(start + 1, count + 1):
                width = natural_width(paragraph, start, end)
                if width > measure + EPSILON:
                    break
                if end in costs:
                    cost = spent + costs[end] + UNEVEN * ((width - average) / average) ** 2
                    if end not in reached or cost < reached[end][0]:
                        reached[end] = cost, start
        layers.append(reached)
    if count not in layers[-1]:
        return part
    ranges, end = [], count
    for layer in reversed(layers[1:]):
        start = layer[end][1]
        ranges.append((start, end))
        end = start
    return replace(part, lines=Lines(tuple(reversed(ranges))))


def _costs(part: SetParagraph) -> dict[int, float]:
    """Clusters before which a line may end, with what that costs; the paragraph's end among them."""
    paragraph = part.paragraph
    texts = [cluster.text for cluster in paragraph.clusters]
    offsets = [0, *accumulate(len(text) for text in texts)]
    phrases = break_costs("".join(texts))
    legal = {
        end: phrases.get(offsets[end], 0.0)
        for end in range(1, len(texts))
        if paragraph.breaks[end] is not None
    }
    return {**legal, len(texts): 0.0}

"""Breaks inside words of the language made a little dearer, where a composition asks for it.

In: a paragraph. Out: the same, a break between two Han characters of one phrase costing something. Phrases
are those of BudouX's model: it errs on names and offices, so they are a preference and no more, and it takes
longer than all other setting together, so no composition asks for it by itself.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reportpdf.text.cluster import Kind
from reportpdf.text.costs import SPLIT_PHRASE
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.phrases import phrase_borders


def with_phrases(paragraph: Paragraph) -> Paragraph:
    """The paragraph with :data:`~reportpdf.text.costs.SPLIT_PHRASE` on breaks inside phrases."""
    clusters, at = paragraph.clusters, 0
    borders = phrase_borders("".join(cluster.text for cluster in clusters))
    breaks = list(paragraph.breaks)
    for i, (a, b) in enumerate(pairwise(clusters), 1):
        at += len(a.text)
        if a.kind is b.kind is Kind.HAN and at not in borders and breaks[i] is not None:
            breaks[i] = (breaks[i] or 0.0) + SPLIT_PHRASE
    return replace(paragraph, breaks=tuple(breaks))

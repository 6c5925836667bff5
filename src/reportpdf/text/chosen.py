"""What few compositions ask of a paragraph: marks that hang, marks squeezed far, breaks between phrases.

In: a paragraph with its composition. Out: the same with what each line may let hang, a running count of the
marks that may be squeezed too far, and costs of breaks inside phrases. Sources: clreq #hanging_punctuation,
#line_adjustment.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

from reportpdf.text.cluster import Kind
from reportpdf.text.costs import LOW_MARK_FROM
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.steps import Shrink, step_of


def as_chosen(paragraph: Paragraph) -> Paragraph:
    """The paragraph with all that its composition asks for."""
    choices = paragraph.choices
    if choices.lone_mark_floor < LOW_MARK_FROM:
        paragraph = with_low_marks(paragraph)
    if choices.hang:
        paragraph = with_hangs(paragraph)
    if choices.phrases:
        from reportpdf.text.word_breaks import with_phrases

        paragraph = with_phrases(paragraph)
    return paragraph


HANGING = frozenset("，、。．｡､")
"""What may hang. Source: clreq #hanging_punctuation; JLREQ 3.8.2."""


def with_hangs(paragraph: Paragraph) -> Paragraph:
    """The paragraph with what each line may let hang: a pause or stop that no other mark precedes."""
    clusters, ends = paragraph.clusters, paragraph.ends
    hangs = [0.0, 0.0] + [
        ends[i + 1] - ends[i] if b.text in HANGING and a.kind in (Kind.HAN, Kind.WESTERN) else 0.0
        for i, (a, b) in enumerate(pairwise(clusters), 1)
    ]
    return replace(paragraph, hangs=tuple(hangs[: len(ends)]))


def with_low_marks(paragraph: Paragraph) -> Paragraph:
    """The paragraph with its lone pauses and stops counted, and the share of squeezing that they bear."""
    clusters, low = paragraph.clusters, [0] * len(paragraph.clusters)
    for at, junction in paragraph.special:
        if junction.shrink and step_of(clusters[at], clusters[at + 1]) in (Shrink.PAUSE, Shrink.STOP):
            low[at] = 1
    share = (1.0 - LOW_MARK_FROM) / (1.0 - paragraph.choices.lone_mark_floor)
    return replace(paragraph, low_marks=tuple(accumulate(low, initial=0)), low_from=share)

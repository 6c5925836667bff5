"""Captions that stand between two sections: by order they are the one's or the other's, and are asked about.

In: sections and how many captions stand at the end of each. Out: the sections with these where they belong.
Captions follow what they belong to, unless the manuscript begins with some and ends with none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportpdf.base.problem import problem
from reportpdf.source.excerpt import brief
from reportpdf.source.intake.captions import nearest_section
from reportpdf.source.intake.marks import words_of
from reportpdf.source.intake.records import DraftPhoto, DraftSection


def settle_order(
    sections: list[DraftSection], trailing: Sequence[int], preceding: bool
) -> list[DraftSection]:
    """Captions at a section's end asked about; moved to the next where the captions come first."""
    bodies = [" ".join((s.title, *(words_of(c.text) for c in s.callouts))) for s in sections]
    settled = list(sections)
    for i, (section, count) in enumerate(zip(sections, trailing, strict=True)):
        if not count:
            continue
        to = i + 1 if preceding and i + 1 < len(sections) else i
        ends = section.photos[len(section.photos) - count :]
        asked = tuple(_asked(photo, to, sections, bodies) for photo in ends)
        stay = settled[i].photos[: len(settled[i].photos) - count]
        settled[i] = replace(settled[i], photos=stay if to != i else (*stay, *asked))
        if to != i:
            settled[to] = replace(settled[to], photos=(*asked, *settled[to].photos))
    return settled


def _asked(photo: DraftPhoto, to: int, sections: list[DraftSection], bodies: list[str]) -> DraftPhoto:
    """The caption with the question of its section; the one its words are nearer to is named."""
    near = nearest_section(photo.caption, bodies) if len(sections) > 1 else -1
    if near in (-1, to):
        ask = problem("ask-caption-order", photo.place)
    else:
        ask = problem("ask-caption-nearer", photo.place, title=brief(sections[near].title))
    return replace(photo, asks=(*photo.asks, ask))

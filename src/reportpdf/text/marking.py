"""Marks on a line, as data: which clusters, which mark, and the reading that stands over them.

Made with a paragraph by :mod:`reportpdf.text.marked`, cut to its lines by :func:`marks_within`, drawn by the
layout. Lengths in em of the line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportpdf.model.marks import Mark
from reportpdf.text.outlines import Outline
from reportpdf.theme.inline import InlineLook


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ReadingFit:
    """How the readings of a paragraph stand over its lines: their size, of the line's, and how far their ink
    reaches from their baseline (in vertical lines from their middle) to the words and away from them, in em
    of that size."""

    size: float
    foot: float
    head: float

    @property
    def height(self) -> float:
        """From the lowest to the highest ink, of the readings' size."""
        return self.foot + self.head


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reading:
    """A ruby's words, set: ``outline`` in em of its own size; ``width`` is of its base's em."""

    words: str
    outline: Outline
    width: float
    fit: ReadingFit


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Marking:
    """Clusters ``start`` to ``end`` of a paragraph or line under one mark. ``value`` is a link's address.

    ``lead`` em of the first cluster and ``tail`` em of the last one are not under it: letters of a word.
    """

    start: int
    end: int
    mark: Mark
    look: InlineLook
    value: str = ""
    reading: Reading | None = None
    lead: float = 0.0
    tail: float = 0.0


def marks_within(marks: tuple[Marking, ...], start: int, end: int) -> tuple[Marking, ...]:
    """The marks on clusters ``start`` to ``end``, counted from there."""
    return tuple(
        replace(
            mark,
            start=max(mark.start, start) - start,
            end=min(mark.end, end) - start,
            lead=mark.lead if mark.start >= start else 0.0,
            tail=mark.tail if mark.end <= end else 0.0,
        )
        for mark in marks
        if mark.start < end and mark.end > start
    )

"""Set lines of a head made wider or narrower: short heads opened, long ones closed, couplets evened.

In: :class:`~reportpdf.layout.lines.Words` and the words they were set from. Out: the same at another width,
or as they were where the house's choices (:class:`~reportpdf.theme.heads.Heads`) or the type forbid it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reportpdf.layout.lines import Words, ink_left, ink_right, width_of
from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.setter import Setter
from reportpdf.text.spread import TOUCHING, gaps_of, short_gap, spread_line
from reportpdf.theme.style import TextStyle

EVENED = 0.25
"""Halves of a couplet whose gaps would have to open further to be of one width are left, em [choice]."""


def opened(setter: Setter, words: Words, text: str, width: float) -> Words:
    """A short head with its gaps opened, if the house does so and the room allows it."""
    clusters = words.line.clusters
    gap = short_gap(len(clusters))
    if not setter.choices.heads.open_short or not gap or any(c.kind is not Kind.HAN for c in clusters):
        return words
    wide = words.line.width + gap * (len(clusters) - 1)
    return _at(setter, words, text, wide) if wide * words.size <= width + 1e-6 else words


def tightest(setter: Setter, text: str, style: TextStyle) -> float:
    """The least width of a head, em: as close as the house lets it stand."""
    natural = width_of(setter, text, style, 1.0)
    if not setter.choices.heads.tighten:
        return natural
    paragraph = _paragraph(setter, text, style)
    return natural - _closing(setter, paragraph) * gaps_of(paragraph)


def tightened(setter: Setter, words: Words, text: str, width: float) -> Words:
    """A head wider than its room closed to it; left as it is when the house's limit forbids."""
    if words.width <= width + 1e-6 or not setter.choices.heads.tighten:
        return words
    room = width / words.size
    return _at(setter, words, text, room) if tightest(setter, text, words.style) <= room + 1e-6 else words


def equal_couplet(setter: Setter, words: list[Words], texts: list[str]) -> list[Words]:
    """Two lines of as many characters set to the width of the wider one."""
    first, second = texts
    narrow, wide = sorted(w.line.width for w in words)
    short = min(words, key=lambda w: w.line.width)
    gaps = max(1, len(short.line.clusters) - 1)
    unlike = len(first) != len(second) or (wide - narrow) / gaps > EVENED
    if not setter.choices.heads.equal_couplets or unlike:
        return words
    return [_at(setter, w, text, wide) for w, text in zip(words, texts, strict=True)]


def _at(setter: Setter, words: Words, text: str, width: float) -> Words:
    """The words at a width, em."""
    line = spread_line(_paragraph(setter, text, words.style), width, words.style.tracking)
    return replace(words, line=line)


def _paragraph(setter: Setter, text: str, style: TextStyle) -> Paragraph:
    return setter.paragraph(text, style, setter.choices.autospace)


def _closing(setter: Setter, paragraph: Paragraph) -> float:
    """By how much every gap may close: the house's limit, less where ink would touch."""
    taken = {i: junction.space for i, junction in paragraph.special}
    whites = [
        _white(setter, a, b) + taken.get(i, 0.0) for i, (a, b) in enumerate(pairwise(paragraph.clusters))
    ]
    return max(0.0, min([setter.choices.heads.tighten, *(white - TOUCHING for white in whites)]))


def _white(setter: Setter, a: Cluster, b: Cluster) -> float:
    """White between the ink of two neighbours, em."""
    return ink_right(setter, a) + ink_left(setter, b) if a.glyphs and b.glyphs else 1.0

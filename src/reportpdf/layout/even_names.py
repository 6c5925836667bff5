"""Names and roles that stand under one another, set to one width (均排).

In: texts and their style. Out: their :class:`~reportpdf.layout.lines.Words`, as wide as the widest of two to
four Han characters; longer ones, and ones with Western letters, are left as they are. Source: clreq
#ways_of_alignments.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.layout.lines import Words, set_words
from reportpdf.model.report import Text
from reportpdf.text.setter import Setter
from reportpdf.text.spread import NAMES, all_han, even_width, name_width, spread_line
from reportpdf.theme.style import TextStyle


def set_names(setter: Setter, names: tuple[Text, ...], style: TextStyle, *, even: bool) -> tuple[Words, ...]:
    """Each name on one line; to one width if ``even`` and the house does so."""
    words = tuple(set_words(setter, setter.normalised(name), style, None, name) for name in names)
    if not even or not setter.choices.heads.even_names:
        return words
    counts = tuple(_letters(w) for w in words)
    target = even_width(tuple(w.line.width for w in words), counts)
    return tuple(
        _spread(setter, w, name, count, target) for w, name, count in zip(words, names, counts, strict=True)
    )


def _letters(words: Words) -> int:
    """How many characters a name has; 0 if it is not of Han characters alone."""
    return len(words.line.clusters) if all_han(words.line.clusters) else 0


def _spread(setter: Setter, words: Words, name: Text, count: int, target: float) -> Words:
    if count not in NAMES:
        return words
    paragraph = setter.paragraph(setter.normalised(name), words.style, setter.choices.autospace)
    width = name_width(words.line.width, count, target)
    return replace(words, line=spread_line(paragraph, width, words.style.tracking))

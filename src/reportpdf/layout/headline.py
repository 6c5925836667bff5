"""The headline: as many lines as sense and size ask, the longest filling its width.

In: a title and its style. Out: a :class:`~reportpdf.layout.titles.Title`. Every set of breaks is weighed by
what it does to the sense, to the size and to the page's height.
"""

from __future__ import annotations

from functools import partial

from reportpdf.layout.head_search import new_head, wrap_parts
from reportpdf.layout.lines import width_of
from reportpdf.layout.titles import Title, bare_lines, made_title
from reportpdf.model.report import Text
from reportpdf.text.heads import narrower
from reportpdf.text.phrases import break_costs, mark_costs
from reportpdf.text.setter import Setter
from reportpdf.theme.style import TextStyle

LONG_HEADLINE = 0.75
"""A headline that three lines do not hold at this share of its least size takes more lines [choice]."""

LARGE = 44.0
"""A headline that stands on one line at this size, points, is not broken [choice]."""

SIZE_LOST = 3.0
"""Cost of a headline losing its whole size; in proportion."""

TOO_SMALL = 30.0
"""Cost of a headline under its least size, once, and again in proportion to what is missing."""

MORE_LINES = 0.5
THIRD_LINE = 0.3
"""Cost of each line after the first, and added for each after the second: it takes the page's height."""

GOOD_HEADLINE = 2.0
"""A headline broken at marks alone that costs no more is taken as it is."""


def set_headline(
    setter: Setter,
    title: Text,
    style: TextStyle,
    least: float,
    width: float,
    most_lines: int = 3,
    one_line: float = LARGE,
) -> Title:
    """The headline in one to three lines, its longest filling the width, between the least and full size.

    One that can be ``one_line`` points large on a single line stands on one.

    The author's newlines are obeyed. Otherwise every set of breaks is weighed: hurt of sense, size
    lost, uneven lines.
    """
    words = setter.normalised(title).strip()
    if "\n" in words:
        lines = tuple(part.strip() for part in words.split("\n") if part.strip())
    else:
        lines = _best_lines(setter, words, style, least, width, most_lines, one_line)
    if _widest(setter, lines, style) * LONG_HEADLINE * least > width:
        # Too long for so few lines: more of them, rather than type no larger than the lede's.
        lines, _ = wrap_parts(setter, lines, style, LONG_HEADLINE * least, width, title)
    size = min(style.size, width / _widest(setter, lines, style))
    return made_title(setter, lines, style, size, title, width)


def _widest(setter: Setter, lines: tuple[str, ...], style: TextStyle) -> float:
    """Width of the longest line, em."""
    return max(width_of(setter, line, style, 1.0) for line in bare_lines(setter, lines))


def _best_lines(
    setter: Setter,
    words: str,
    style: TextStyle,
    least: float,
    width: float,
    most_lines: int,
    one_line: float,
) -> tuple[str, ...]:
    """The lines of a headline that cost least; the whole in one if it is short, or far too long.

    Words are looked up only if breaks at marks alone are not good enough.
    """
    head = new_head(setter, words, style)
    if head.whole * one_line <= width or head.whole * LONG_HEADLINE * least > width * most_lines:
        return (words,)
    best: tuple[str, ...] = (words,)
    best_cost = _size_cost(head.whole, style, least, width)
    for look_up in (mark_costs, partial(break_costs, house=setter.choices.heads.words)):
        costs = look_up(words)
        for count in range(2, most_lines + 1):
            lines_cost = MORE_LINES * (count - 1) + THIRD_LINE * (count - 2)
            for found in narrower(head, costs, count, width / least, setter.choices.heads.shape):
                cost = found.cost + _size_cost(found.widest, style, least, width) + lines_cost
                if cost < best_cost - 1e-9:
                    best, best_cost = found.words(head), cost
        if len(best) > 1 and best_cost <= GOOD_HEADLINE:
            break
    return best


def _size_cost(widest: float, style: TextStyle, least: float, width: float) -> float:
    """Size lost against the largest, and a size under the least; ``widest`` is the longest line's, em."""
    size = min(style.size, width / widest)
    small = TOO_SMALL * (1 + (least - size) / least) if size < least - 1e-6 else 0.0
    return SIZE_LOST * (1 - size / style.size) + small

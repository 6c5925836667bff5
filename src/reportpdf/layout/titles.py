"""Headline and section titles: broken where the sense allows, balanced, as large as they fit.

In: a title and its style. Out: lines of :class:`~reportpdf.layout.lines.Words` and the size. A comma at
which a title is broken is not inked but stays in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise

from reportpdf.base.ink import Ink
from reportpdf.layout.display import Item, Tag
from reportpdf.layout.lines import Words, set_words, width_of
from reportpdf.model.report import Text
from reportpdf.text.phrases import break_costs
from reportpdf.text.setter import Setter
from reportpdf.theme.style import TextStyle

_COMMAS = "，,"

ONE_LINE = 44.0
"""A headline of a page that can be so large on one line is not broken, points [choice]."""

LONG_HEADLINE = 0.75
"""A headline that three lines do not hold at this share of its least size takes more lines [choice]."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TitleLine:
    """One line of a title; ``comma`` is the mark at its end that is not inked, empty if none."""

    words: Words
    comma: Words | None

    def put(self, x: float, y: float, ink: Ink, tag: Tag) -> list[Item]:
        """The line with its pen starting at x on the baseline y."""
        items: list[Item] = [self.words.put(x, y, ink, tag)]
        if self.comma is not None:
            items.append(self.comma.put(x + self.words.width, y, ink, tag, visible=False))
        return items


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Title:
    """Lines of a title at one size and pitch, points."""

    lines: tuple[TitleLine, ...]
    size: float
    pitch: float

    @property
    def width(self) -> float:
        return max((line.words.width for line in self.lines), default=0.0)


def couplet(title: str) -> tuple[str, ...]:
    """A section's title as its author breaks it, else at the comma nearest its middle, else whole.

    The comma stays at the end of its line.
    """
    if "\n" in title:
        return tuple(part for part in title.split("\n") if part.strip())
    commas = [i + 1 for i, c in enumerate(title) if c in _COMMAS and 0 < i < len(title) - 1]
    if not commas:
        return (title,)
    at = min(commas, key=lambda i: abs(i - 1 - len(title) / 2))
    return title[:at], title[at:]


def set_title(
    setter: Setter, title: Text, style: TextStyle, sizes: tuple[float, ...], width: float, most: int = 3
) -> Title:
    """A section's title at the first of the sizes at which it fits; more lines when none does."""
    parts = couplet(setter.normalised(title).strip())
    for size in sizes:
        if all(_bare_width(setter, part, style, size) <= width for part in parts):
            return _title(setter, parts, style, size, title)
    size = sizes[-1]
    lines: list[str] = []
    for part in parts:
        lines += _wrapped(setter, part, style, size, width)
    while len(lines) > most and size > 9:
        size -= 1
        lines = [line for part in parts for line in _wrapped(setter, part, style, size, width)]
    return _title(setter, tuple(lines), style, size, title)


def set_headline(
    setter: Setter,
    title: Text,
    style: TextStyle,
    least: float,
    width: float,
    most_lines: int = 3,
    one_line: float = ONE_LINE,
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
            lines = tuple(_wrapped(setter, words, style, LONG_HEADLINE * least, width))
    size = min(style.size, width / _widest(setter, lines, style))
    return _title(setter, lines, style, size, title)


def _widest(setter: Setter, lines: tuple[str, ...], style: TextStyle) -> float:
    """Width of the longest line, em."""
    *upper, last = lines
    # The comma of the last line is inked.
    widths = [*(_bare_width(setter, line, style, 1.0) for line in upper), width_of(setter, last, style, 1.0)]
    return max(widths)


def _best_lines(
    setter: Setter,
    words: str,
    style: TextStyle,
    least: float,
    width: float,
    most_lines: int,
    one_line: float,
) -> tuple[str, ...]:
    """The split of the words that costs least."""
    if _bare_width(setter, words, style, one_line) <= width or len(words) < 4:
        return (words,)
    costs = break_costs(words)
    legal = _legal(setter, words, style)
    best: tuple[str, ...] = (words,)
    best_cost = _lines_cost(setter, (words,), style, least, width)
    # Only the better borders are combined, so that a long title stays quick.
    offsets = sorted(
        sorted((i for i in costs if i in legal), key=lambda i: (costs[i], abs(i - len(words) / 2)))[:24]
    )
    for count in range(1, most_lines):
        for cut in combinations(offsets, count):
            bounds = [0, *cut, len(words)]
            lines = tuple(words[a:b].strip() for a, b in pairwise(bounds))
            if any(len(line) < 2 for line in lines):
                continue
            cost = sum(costs[i] for i in cut) + _lines_cost(setter, lines, style, least, width)
            if cost < best_cost - 1e-9:
                best, best_cost = lines, cost
    return best


def _lines_cost(
    setter: Setter, lines: tuple[str, ...], style: TextStyle, least: float, width: float
) -> float:
    """Size lost against the largest, a size under the least, unevenness, and the number of lines."""
    widths = [_bare_width(setter, line, style, 1.0) for line in lines]
    size = min(style.size, width / max(widths))
    cost = 3.0 * (1 - size / style.size) + (30.0 * (least - size) / least + 30 if size < least else 0.0)
    # A lower line longer than the upper is as good; a very short line is not.
    uneven = (max(widths) - min(widths)) / max(widths)
    return cost + 2.0 * uneven**2 + 0.5 * (len(lines) - 1)


def _legal(setter: Setter, words: str, style: TextStyle) -> set[int]:
    """Offsets at which a line of the words may begin."""
    paragraph = setter.paragraph(words, style, setter.choices.autospace)
    legal, at = set(), 0
    for cluster, cost in zip(paragraph.clusters, paragraph.breaks, strict=False):
        at = words.find(cluster.text, at)
        if cost is not None and at > 0:
            legal.add(at)
        at += len(cluster.text)
    return legal


def _wrapped(setter: Setter, part: str, style: TextStyle, size: float, width: float) -> list[str]:
    """The part in as few balanced lines as fit the width."""
    if _bare_width(setter, part, style, size) <= width:
        return [part]
    costs = break_costs(part)
    legal = _legal(setter, part, style)
    lines: list[str] = []
    rest, base = part, 0
    while rest and _bare_width(setter, rest, style, size) > width:
        fits = [
            i
            for i in range(1, len(rest))
            if _bare_width(setter, rest[:i], style, size) <= width and base + i in legal
        ] or [1]
        goal = _bare_width(setter, rest, style, size) / -(-_bare_width(setter, rest, style, size) // width)
        at = min(
            fits,
            key=lambda i: (
                costs.get(base + i, 0.0) + abs(_bare_width(setter, rest[:i], style, size) - goal) / size * 0.6
            ),
        )
        lines.append(rest[:at])
        rest, base = rest[at:], base + at
    return [*lines, rest] if rest else lines


def split_comma(line: str, *, last: bool) -> tuple[str, str]:
    """(inked, not inked): a comma at the end of a line that is not the last is not inked."""
    if not last and line and line[-1] in _COMMAS:
        return line[:-1], line[-1]
    return line, ""


def _bare_width(setter: Setter, line: str, style: TextStyle, size: float) -> float:
    """Width without the comma that would not be inked."""
    return width_of(setter, split_comma(line, last=False)[0] or line, style, size)


def _title(setter: Setter, lines: tuple[str, ...], style: TextStyle, size: float, source: Text) -> Title:
    made: list[TitleLine] = []
    for i, line in enumerate(lines):
        inked, comma = split_comma(line.strip(), last=i == len(lines) - 1)
        made.append(
            TitleLine(
                set_words(setter, inked, style, size, source),
                set_words(setter, comma, style, size, source) if comma else None,
            )
        )
    return Title(tuple(made), size, style.pitch * size / style.size)

"""Headline and section titles: broken where the sense allows, balanced, as large as they fit.

In: a title and its style. Out: lines of :class:`~reportpdf.layout.lines.Words` and the size. One search
serves all (:mod:`reportpdf.text.heads`); here it is told how many lines and how much room there are, and the
size is found. A mark at which a title is broken is not inked if the house drops it; it stays in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, inf

from reportpdf.base.ink import Ink
from reportpdf.layout.display import Item, Tag
from reportpdf.layout.head_lines import equal_couplet, opened, tightened, tightest
from reportpdf.layout.lines import Words, set_words, width_of
from reportpdf.model.report import Text
from reportpdf.text.findings import Forced
from reportpdf.text.heads import Breaks, Head, best_breaks, drops_at, head_of
from reportpdf.text.phrases import break_costs, mark_costs
from reportpdf.text.setter import Setter
from reportpdf.theme.style import TextStyle

_COMMAS = "，,"

LONG_HEADLINE = 0.75
"""A headline that three lines do not hold at this share of its least size takes more lines [choice]."""

LEAST_SHARE = 1 / 3
"""A title whose shorter half is under this share of the longer one is no couplet [choice]."""

LEAST_SIZE = 9.0
"""No title is set smaller than this to save lines, points [choice]."""

LARGE = 44.0
"""A headline that stands on one line at this size, points, is not broken [choice]."""

SIZE_LOST = 3.0
"""Cost of a headline losing its whole size; in proportion."""

TOO_SMALL = 30.0
"""Cost of a headline under its least size, once, and again in proportion to what is missing."""

MORE_LINES = 0.5
"""Cost of each line after the first."""

MANY = 10_000
"""Lines, where there is no limit to them."""

ONE_LINE_MORE = 1.0
"""What another line of a section's title must save to be worth its height [choice]."""

GOOD_ENOUGH = 1.6
"""Breaks at marks alone that cost no more are taken, and neither lexicon nor BudouX is read."""

TRIES = 12
"""So many sets of breaks are looked at for one number of lines, each with a shorter longest line."""


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

    The comma stays at the end of its line. Halves of too unlike length are no couplet.
    """
    if "\n" in title:
        return tuple(part for part in title.split("\n") if part.strip())
    commas = [
        i + 1
        for i, c in enumerate(title)
        if c in _COMMAS and 0 < i < len(title) - 1 and not _counts(title, i)
    ]
    if not commas:
        return (title,)
    at = min(commas, key=lambda i: abs(i - 1 - len(title) / 2))
    short, long = sorted((at - 1, len(title) - at))
    return (title[:at], title[at:]) if short >= LEAST_SHARE * long else (title,)


def _counts(title: str, at: int) -> bool:
    """Whether a comma stands inside a number."""
    return title[at] == "," and title[at - 1].isdigit() and title[at + 1].isdigit()


def set_title(
    setter: Setter, title: Text, style: TextStyle, sizes: tuple[float, ...], width: float, most: int = 3
) -> Title:
    """A section's title at the first of the sizes at which it fits; more lines when none does."""
    parts = couplet(setter.normalised(title).strip())
    for size in sizes:
        if max(tightest(setter, part, style) for part in _bare(setter, parts)) * size <= width + 1e-6:
            return _title(setter, parts, style, size, title, width)
    # Smaller by whole points until so many lines are enough.
    size = sizes[-1]
    while True:
        lines = _wrapped_parts(setter, parts, style, size, width, title, most)
        if len(lines) <= most or size <= LEAST_SIZE:
            return _title(setter, lines, style, size, title, width)
        size -= 1


def set_headline(
    setter: Setter, title: Text, style: TextStyle, least: float, width: float, most_lines: int = 3
) -> Title:
    """The headline in one to three lines, its longest filling the width, between the least and full size.

    The author's newlines are obeyed. Otherwise every set of breaks is weighed: hurt of sense, size
    lost, uneven lines.
    """
    words = setter.normalised(title).strip()
    if "\n" in words:
        lines = tuple(part.strip() for part in words.split("\n") if part.strip())
    else:
        lines = _best_lines(setter, words, style, least, width, most_lines)
    if _widest(setter, lines, style) * LONG_HEADLINE * least > width:
        # Too long for so few lines: more of them, rather than type no larger than the lede's.
        lines = _wrapped_parts(setter, lines, style, LONG_HEADLINE * least, width, title)
    size = min(style.size, width / _widest(setter, lines, style))
    return _title(setter, lines, style, size, title, width)


def _bare(setter: Setter, lines: tuple[str, ...]) -> list[str]:
    """The lines without the marks that are not inked."""
    last = len(lines) - 1
    return [split_comma(setter, line, last=i == last)[0] for i, line in enumerate(lines)]


def _widest(setter: Setter, lines: tuple[str, ...], style: TextStyle) -> float:
    """Width of the longest line, em."""
    return max(width_of(setter, line, style, 1.0) for line in _bare(setter, lines))


def new_head(
    setter: Setter, words: str, style: TextStyle, widest: float = inf, *, vertical: bool = False
) -> Head:
    """The words ready to be broken; no Western word is wider than ``widest`` em."""
    own = setter.vertical if vertical else setter
    paragraph = own.paragraph(words, style, setter.choices.autospace, widest=widest)
    drops = setter.choices.heads.drop_marks
    return head_of(words, paragraph, tracking=style.tracking, drops=drops)


def break_head(
    setter: Setter, head: Head, count: int, *, room: float = inf, holds: float | None = None
) -> Breaks | None:
    """The best breaks of a head into so many lines; words are looked up only if marks are not enough."""
    heads = setter.choices.heads
    found = best_breaks(head, mark_costs(head.words), count, room=room, holds=holds, shape=heads.shape)
    if found is not None and found.cost <= GOOD_ENOUGH:
        return found
    costs = break_costs(head.words, heads.words)
    return best_breaks(head, costs, count, room=room, holds=holds, shape=heads.shape)


def _best_lines(
    setter: Setter, words: str, style: TextStyle, least: float, width: float, most_lines: int
) -> tuple[str, ...]:
    """The lines of a headline that cost least; the whole in one if it is short, or far too long."""
    head = new_head(setter, words, style)
    if head.whole * LARGE <= width or head.whole * LONG_HEADLINE * least > width * most_lines:
        return (words,)
    best: tuple[str, ...] = (words,)
    best_cost = _size_cost(head.whole, style, least, width)
    for count in range(2, most_lines + 1):
        room = inf
        for _ in range(TRIES):
            found = break_head(setter, head, count, room=room, holds=width / least)
            if found is None:
                break
            lines = found.words(head)
            cost = found.cost + _size_cost(found.widest, style, least, width) + MORE_LINES * (count - 1)
            if cost < best_cost - 1e-9:
                best, best_cost = lines, cost
            room = found.widest - 0.01
    return best


def _size_cost(widest: float, style: TextStyle, least: float, width: float) -> float:
    """Size lost against the largest, and a size under the least; ``widest`` is the longest line's, em."""
    size = min(style.size, width / widest)
    small = TOO_SMALL * (1 + (least - size) / least) if size < least - 1e-6 else 0.0
    return SIZE_LOST * (1 - size / style.size) + small


def _wrapped_parts(
    setter: Setter,
    parts: tuple[str, ...],
    style: TextStyle,
    size: float,
    width: float,
    source: Text,
    most: int = MANY,
) -> tuple[str, ...]:
    """Each part in as few balanced lines as fit the width; halves of equal length are broken alike."""
    room = width / size
    heads = [new_head(setter, part, style) for part in parts]
    alike = _parallel(setter, heads, room)
    if alike is not None:
        return alike
    lines: list[str] = []
    for part, head in zip(parts, heads, strict=True):
        lines += (
            [part]
            if head.whole <= room + 1e-6
            else _wrapped(setter, head, style, room, source, most + 1 - len(parts))
        )
    return tuple(lines)


def _parallel(setter: Setter, heads: list[Head], room: float) -> tuple[str, ...] | None:
    """Two halves of as many clusters broken at the same place, where that hurts neither; else None."""
    if len(heads) != 2 or len({len(h.words.rstrip(_COMMAS)) for h in heads}) > 1:
        return None
    first, second = heads
    if max(first.whole, second.whole) <= room or max(first.whole, second.whole) > 2 * room:
        return None
    costs = [break_costs(h.words, setter.choices.heads.words) for h in heads]
    both = {at: costs[0][at] + costs[1][at] for at in costs[0] if at in costs[1]}
    found = best_breaks(first, both, 2, room=room, shape=setter.choices.heads.shape)
    if found is None or found.hurts:
        return None
    cut = first.offsets[found.ranges[0][1]]
    only = {cut: costs[1][cut]}
    other = best_breaks(second, only, 2, room=room)
    if other is None or other.hurts:
        return None
    return (*found.words(first), *other.words(second))


def _wrapped(setter: Setter, head: Head, style: TextStyle, room: float, source: Text, most: int) -> list[str]:
    """The head in as few lines as break nothing that a line could hold; else in as few as there are.

    One line more is taken where it saves a bad break and there may be so many.
    """
    fewest = max(2, ceil(head.whole / room - 1e-6))
    found: Breaks | None = None
    for count in range(fewest, fewest + 3 + fewest // 4):
        more = break_head(setter, head, count, room=room)
        if more is None:
            continue
        if found is None or (more.cost + ONE_LINE_MORE < found.cost and (found.hurts or count <= most)):
            found = more
        elif not found.hurts:
            break
    return list(found.words(head)) if found else _forced(setter, head.words, style, room, source)


def _forced(setter: Setter, words: str, style: TextStyle, room: float, source: Text) -> list[str]:
    """Lines of a head with a word wider than the line, or too many barred breaks: as a paragraph breaks."""
    paragraph = setter.paragraph(words, style, setter.choices.autospace, widest=max(1.0, room))
    head = head_of(words, paragraph, tracking=style.tracking, drops=False)
    ranges = setter.breaker(paragraph, room / (1 + style.tracking), 0.0).ranges
    setter.findings.forced[source, 0] = Forced(source, 0)
    return [head.words[head.offsets[a] : head.offsets[b]] for a, b in ranges]


def split_comma(setter: Setter, line: str, *, last: bool) -> tuple[str, str]:
    """(inked, not inked): the house may drop the pause at the end of a line that is not the last."""
    if not last and setter.choices.heads.drop_marks and drops_at(line):
        return line[:-1], line[-1]
    return line, ""


def _title(
    setter: Setter, lines: tuple[str, ...], style: TextStyle, size: float, source: Text, width: float
) -> Title:
    """The lines set at a size; couplets evened, short heads opened, long ones closed as the house allows."""
    words: list[Words] = []
    commas: list[Words | None] = []
    for i, line in enumerate(lines):
        inked, comma = split_comma(setter, line.strip(), last=i == len(lines) - 1)
        words.append(tightened(setter, set_words(setter, inked, style, size, source), inked, width))
        commas.append(set_words(setter, comma, style, size, source) if comma else None)
    if len(lines) == 1:
        words = [opened(setter, words[0], lines[0].strip(), width)]
    elif len(lines) == 2:
        words = equal_couplet(setter, words, _bare(setter, tuple(line.strip() for line in lines)))
    made = tuple(TitleLine(w, c) for w, c in zip(words, commas, strict=True))
    return Title(made, size, style.pitch * size / style.size)

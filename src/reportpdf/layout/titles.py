"""Section titles: broken where the sense allows, balanced, as large as they fit.

In: a title and its style. Out: lines of :class:`~reportpdf.layout.lines.Words` and the size. One search
serves all (:mod:`reportpdf.text.heads`); here it is told how many lines and how much room there are, and the
size is found. A mark at which a title is broken is not inked if the house drops it; it stays in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportpdf.base.ink import Ink
from reportpdf.layout.display import Item, Tag
from reportpdf.layout.head_lines import equal_couplet, opened, tightened, tightest
from reportpdf.layout.head_search import BAD, wrap_parts
from reportpdf.layout.lines import Words, set_words, width_of
from reportpdf.model.report import Text
from reportpdf.text.classes import NOT_AT_START, kind_of
from reportpdf.text.heads import drops_at
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Kinsoku
from reportpdf.theme.style import TextStyle

_COMMAS = "，,"

LEAST_SHARE = 1 / 3
"""A title whose shorter half is under this share of the longer one is no couplet [choice]."""

LEAST_SIZE = 9.0
"""No title is set smaller than this to save lines, points [choice]."""

SMALLER = 0.8
"""To this share of its size a title goes down to be broken better [choice]."""


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
        i + 1 for i, c in enumerate(title) if c in _COMMAS and 0 < i < len(title) - 1 and _may_end(title, i)
    ]
    if not commas:
        return (title,)
    at = min(commas, key=lambda i: abs(i - 1 - len(title) / 2))
    short, long = sorted((at - 1, len(title) - at))
    return (title[:at], title[at:]) if short >= LEAST_SHARE * long else (title,)


def _may_end(title: str, at: int) -> bool:
    """Whether a half may end with the comma there: not inside a number, nor before another mark."""
    if kind_of(title[at + 1]) in NOT_AT_START[Kinsoku.STRICT]:
        return False
    return not (title[at] == "," and title[at - 1].isdigit() and title[at + 1].isdigit())


def set_title(
    setter: Setter, title: Text, style: TextStyle, sizes: tuple[float, ...], width: float, most: int = 3
) -> Title:
    """A section's title at the first of the sizes at which it fits; more lines when none does."""
    parts = couplet(setter.normalised(title).strip())
    for size in sizes:
        if max(tightest(setter, part, style) for part in bare_lines(setter, parts)) * size <= width + 1e-6:
            return made_title(setter, parts, style, size, title, width)
    enough: tuple[tuple[str, ...], float] | None = None
    for size in _smaller(setter, parts, style, sizes[-1], width, most):
        lines, cost = wrap_parts(setter, parts, style, size, width, title, most)
        good = len(lines) <= most and cost < BAD
        if good or (enough is None and (len(lines) <= most or size <= LEAST_SIZE)):
            enough = lines, size
        # A little smaller still, if that saves a word from being divided.
        if enough and (good or size <= max(LEAST_SIZE, SMALLER * enough[1])):
            break
    lines, size = enough or (parts, LEAST_SIZE)
    return made_title(setter, lines, style, size, title, width)


def _smaller(
    setter: Setter, parts: tuple[str, ...], style: TextStyle, size: float, width: float, most: int
) -> Iterator[float]:
    """Sizes down by whole points; those at which so many lines cannot hold the title are left out."""
    whole = sum(width_of(setter, part, style, 1.0) for part in parts)
    while size > LEAST_SIZE:
        if whole * size <= most * width:
            yield size
        size -= 1
    yield size


def set_title_within(
    setter: Setter, title: Text, style: TextStyle, least: float, width: float, height: float
) -> Title:
    """A title in a height: smaller and on more lines if it is long, cut short if it must be.

    For furniture only, whose title stands in full elsewhere.
    """
    words, kept = title, len(title.value)
    while True:
        size = style.size
        while size >= least:
            made = set_title(setter, words, style, (size,), width, most=len(words.value))
            if kept < 2 or (len(made.lines) * made.pitch <= height + 1 and made.width <= width + 1):
                return made
            size -= 0.4
        kept = kept * 3 // 4
        words = replace(title, value=title.value[:kept].rstrip("，,\n") + "……")


def bare_lines(setter: Setter, lines: tuple[str, ...]) -> list[str]:
    """The lines without the marks that are not inked."""
    last = len(lines) - 1
    return [split_comma(setter, line, last=i == last)[0] for i, line in enumerate(lines)]


def split_comma(setter: Setter, line: str, *, last: bool) -> tuple[str, str]:
    """(inked, not inked): the house may drop the pause at the end of a line that is not the last."""
    if not last and setter.choices.heads.drop_marks and drops_at(line):
        return line[:-1], line[-1]
    return line, ""


def made_title(
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
        words = equal_couplet(setter, words, bare_lines(setter, tuple(line.strip() for line in lines)))
    made = tuple(TitleLine(w, c) for w, c in zip(words, commas, strict=True))
    return Title(made, size, style.pitch * size / style.size)

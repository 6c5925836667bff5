"""Section titles as vertical heads: a couplet in two lines, the right one first.

In: a title, its style and the length there is. Out: a :class:`VerticalHead`, or None when the title cannot
stand so and wants a horizontal head. The comma at which a title is broken is not inked but stays in the
text, as in :mod:`reportpdf.layout.titles`.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.ink import Ink
from reportpdf.layout.display import Item, Tag
from reportpdf.layout.head_search import break_head, new_head
from reportpdf.layout.titles import couplet, split_comma
from reportpdf.layout.vertical import VerticalWords, set_vertical_words
from reportpdf.model.report import Text
from reportpdf.text.setter import Setter
from reportpdf.theme.style import TextStyle

SHORT = 6
"""A title of no more characters than this stands in one line [choice]."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class HeadLine:
    """One line: ``start`` points under the head's top; ``comma`` is the mark that is not inked."""

    words: VerticalWords
    comma: VerticalWords | None
    start: float

    @property
    def foot(self) -> float:
        """The end of the line under the head's top, points."""
        return self.start + self.words.length


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class VerticalHead:
    """Lines of a title from right to left, at one size and one distance of their centres, points."""

    lines: tuple[HeadLine, ...]
    size: float
    pitch: float

    @property
    def width(self) -> float:
        """From the right edge of the first line's characters to the left edge of the last one's."""
        return (len(self.lines) - 1) * self.pitch + self.size if self.lines else 0.0

    @property
    def height(self) -> float:
        return max((line.foot for line in self.lines), default=0.0)

    def put(self, right: float, top: float, ink: Ink, tag: Tag) -> list[Item]:
        """The head with the right edge of its first line's characters at ``right``."""
        items: list[Item] = []
        for column, line in enumerate(self.lines):
            x = right - self.size / 2 - column * self.pitch
            items.append(line.words.put(x, top + line.start, ink, tag))
            if line.comma is not None:
                items.append(line.comma.put(x, top + line.foot, ink, tag, visible=False))
        return items


def set_vertical_head(
    setter: Setter,
    title: Text,
    style: TextStyle,
    *,
    sizes: tuple[float, ...] = (),
    room: float = float("inf"),
    starts: tuple[float, ...] = (0.0,),
    most_lines: int = 2,
) -> VerticalHead | None:
    """The title at the first of the sizes at which its lines end within ``room`` points of the head's top.

    ``sizes`` default to the style's own; the pitch keeps its proportion. ``starts`` says how far under the
    head's top each line begins, points, the right one first; the last value holds for all that follow. A
    line that is too long at every size is broken again, up to ``most_lines``.

    None: a number is too long to stand across the line, or the title is too long.
    """
    parts = [part.strip() for part in _parts(setter, setter.normalised(title).strip(), style)]
    if any(_has_turned_number(setter, part, style) for part in parts):
        return None
    while True:
        for size in sizes or (style.size,):
            head = _head(setter, parts, style, size, starts, title)
            if head.height <= room + 1e-6:
                return head
        longest = max(range(len(parts)), key=lambda i: len(parts[i]))
        halves = _halves(setter, parts[longest], style)
        if len(parts) >= most_lines or len(halves) < 2:
            return None
        parts[longest : longest + 1] = halves


def _parts(setter: Setter, words: str, style: TextStyle) -> list[str]:
    """The title as its author breaks it, at its comma, else where its sense and its evenness allow."""
    parts = [part for part in couplet(words) if part.strip()]
    return parts if len(parts) > 1 or len(words) <= SHORT else _halves(setter, words, style)


def _halves(setter: Setter, words: str, style: TextStyle) -> list[str]:
    """The words in two, as a horizontal head would be broken; whole if no break is legal."""
    head = new_head(setter, words, style, vertical=True)
    found = break_head(setter, head, 2)
    return list(found.words(head)) if found else [words]


def _has_turned_number(setter: Setter, words: str, style: TextStyle) -> bool:
    clusters = setter.vertical.clusters(words, style)
    return any(c.turned and any(character.isdigit() for character in c.text) for c in clusters)


def _head(
    setter: Setter,
    parts: list[str],
    style: TextStyle,
    size: float,
    starts: tuple[float, ...],
    source: Text,
) -> VerticalHead:
    lines: list[HeadLine] = []
    for i, part in enumerate(parts):
        inked, comma = split_comma(setter, part, last=i == len(parts) - 1)
        words = set_vertical_words(setter, inked, style, size, source)
        hidden = set_vertical_words(setter, comma, style, size, source) if comma else None
        lines.append(HeadLine(words, hidden, starts[min(i, len(starts) - 1)]))
    return VerticalHead(tuple(lines), size, style.pitch * size / style.size)

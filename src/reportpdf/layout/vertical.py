"""Vertical words and blocks put at a place on the page, as display items; lines run from right to left.

The counterparts of :mod:`reportpdf.layout.lines`, with the setter's vertical side: measures are lengths of
lines, points. A line is placed by its centre and its top.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportpdf.base.ink import Ink
from reportpdf.layout.display import Item, Tag, TextItem
from reportpdf.layout.lines import with_marks
from reportpdf.model.report import Text
from reportpdf.text.block import Block
from reportpdf.text.justify import Line, set_line
from reportpdf.text.setter import Setter
from reportpdf.theme.style import TextStyle

if TYPE_CHECKING:
    from reportpdf.layout.lines import MarkedItem


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class VerticalWords:
    """A short run on one vertical line at its natural length, in points of its own size."""

    line: Line
    style: TextStyle
    size: float

    @property
    def length(self) -> float:
        """From the top of the first character's box to the foot of the last one's, edges trimmed."""
        return self.line.width * self.size

    def put(self, x: float, top: float, ink: Ink, tag: Tag, *, visible: bool = True) -> TextItem:
        """The run with its centre on x, its pen starting at ``top``."""
        return down(self.line, x, top, self.size, ink, tag, visible=visible)


def set_vertical_words(
    setter: Setter, words: str, style: TextStyle, size: float | None = None, source: Text | None = None
) -> VerticalWords:
    """Words on one vertical line, tracked as the style says, untouched by justification."""
    paragraph = setter.vertical.paragraph(words, style, setter.choices.autospace, source)
    line = set_line(paragraph, 0, len(paragraph.clusters), None, style.tracking)
    return VerticalWords(line, style, style.size if size is None else size)


def put_vertical_block(
    block: Block,
    right: float,
    top: float,
    ink: Ink,
    tag: Tag,
    *,
    justified: bool = True,
    lines: range | None = None,
) -> list[Item]:
    """The lines of ``setter.vertical.block(...)`` from right to left; ``lines`` picks some of them.

    ``right`` is the edge of the first line's box, which is as wide as the pitch; the characters stand in
    its middle.
    """
    style = block.style
    rows: list[MarkedItem] = []
    for column, index in enumerate(lines if lines is not None else range(block.count)):
        line, indent = block.line(index, justified=justified)
        x = right - (column + 0.5) * style.pitch
        part = block.paragraph_of(index)
        its_tag = replace(tag, part=part) if part else tag
        item = down(line, x, top + indent * style.size, style.size, ink, its_tag)
        rows.append((item, line.marks))
    return with_marks(rows)


def down(
    line: Line, x: float, top: float, size: float, ink: Ink, tag: Tag, *, visible: bool = True
) -> TextItem:
    """A set line with its centre on x, its pen starting at ``top``."""
    return TextItem(
        x, top, size, ink, line.clusters, line.moves, line.tracking, tag, visible=visible, vertical=True
    )

"""Blocks of lines and single words put at a place on the page, as display items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import BLACK, PAPER, Ink
from reportpdf.layout.display import BoxItem, Item, Tag, TextItem
from reportpdf.model.report import Text
from reportpdf.text.block import Block, first_baseline
from reportpdf.text.breaks import natural_width
from reportpdf.text.cluster import Cluster
from reportpdf.text.justify import Line, set_line
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Theme
from reportpdf.theme.style import TextStyle

if TYPE_CHECKING:
    from reportpdf.text.marking import Marking

    MarkedItem = tuple[TextItem, tuple[Marking, ...]]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Inks:
    """The theme's named inks, with ``section`` standing for the palette in force."""

    named: tuple[tuple[str, Ink], ...]
    section: Ink = BLACK

    def __getitem__(self, name: str) -> Ink:
        if name == "section":
            return self.section
        return next((ink for known, ink in self.named if known == name), PAPER if name == "paper" else BLACK)

    def within(self, section: Ink) -> Inks:
        """The same inks inside a section."""
        return Inks(self.named, section)


def theme_inks(theme: Theme) -> Inks:
    """The inks a theme names."""
    return Inks(tuple((named.name, named.ink) for named in theme.inks))


def put_block(
    block: Block,
    x: float,
    top: float,
    ink: Ink,
    tag: Tag,
    *,
    justified: bool = True,
    lines: range | None = None,
) -> list[Item]:
    """The block's lines from the top of its first line box; ``lines`` picks some of them."""
    style = block.style
    baseline = top + first_baseline(style)
    rows: list[MarkedItem] = []
    for row, index in enumerate(lines if lines is not None else range(block.count)):
        line, indent = block.line(index, justified=justified)
        item = line_item(line, x + indent * style.size, baseline + row * style.pitch, style, ink, tag)
        rows.append((item, line.marks))
    return with_marks(rows)


def with_marks(rows: Sequence[MarkedItem]) -> list[Item]:
    """The lines in order, each with what its marks draw after it."""
    if not any(marks for _, marks in rows):
        return [item for item, _ in rows]
    from reportpdf.layout.draw_marks import draw_marks  # only texts with marks need it

    return draw_marks(rows)


def line_item(line: Line, x: float, y: float, style: TextStyle, ink: Ink, tag: Tag) -> TextItem:
    """A set line on its baseline."""
    return TextItem(x, y, style.size, ink, line.clusters, line.moves, line.tracking, tag)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Words:
    """A short run on one line at its natural width, in points of its own size."""

    line: Line
    style: TextStyle
    size: float

    @property
    def width(self) -> float:
        return self.line.width * self.size

    def put(self, x: float, y: float, ink: Ink, tag: Tag, *, visible: bool = True) -> TextItem:
        """The run with its pen starting at x on the baseline y."""
        line = self.line
        return TextItem(x, y, self.size, ink, line.clusters, line.moves, line.tracking, tag, visible)


def set_words(
    setter: Setter, words: str, style: TextStyle, size: float | None = None, source: Text | None = None
) -> Words:
    """Words on one line, untouched by justification."""
    paragraph = setter.paragraph(words, style, setter.choices.autospace, source)
    line = set_line(paragraph, 0, len(paragraph.clusters), None, style.tracking)
    return Words(line, style, style.size if size is None else size)


def width_of(setter: Setter, words: str, style: TextStyle, size: float | None = None) -> float:
    """The natural width of words on one line, points."""
    paragraph = setter.paragraph(words, style, setter.choices.autospace)
    em = natural_width(paragraph, 0, len(paragraph.clusters)) + style.tracking * max(
        0, len(paragraph.clusters) - 1
    )
    return em * (style.size if size is None else size)


def ink_left(setter: Setter, cluster: Cluster) -> float:
    """The side bearing of a cluster's first glyph, em: what to subtract so that ink meets an edge."""
    if not cluster.glyphs:
        return 0.0
    glyph = cluster.glyphs[0]
    box = setter.fonts[cluster.face].ink_box(glyph.gid)
    return (box.left if box else 0.0) + glyph.dx


def ink_right(setter: Setter, cluster: Cluster) -> float:
    """White between a cluster's last ink and the end of its advance, em."""
    if not cluster.glyphs:
        return 0.0
    glyph = cluster.glyphs[-1]
    box = setter.fonts[cluster.face].ink_box(glyph.gid)
    return glyph.advance - glyph.dx - box.right if box else 0.0


def ink_height(setter: Setter, clusters: Iterable[Cluster]) -> tuple[float, float]:
    """(lowest, highest) ink of the clusters over the baseline, em; (0, 0) without ink."""
    boxes = [
        (box.bottom + glyph.dy, box.top + glyph.dy)
        for cluster in clusters
        for glyph in cluster.glyphs
        if (box := setter.fonts[cluster.face].ink_box(glyph.gid)) is not None
    ]
    return (min(b for b, _ in boxes), max(t for _, t in boxes)) if boxes else (0.0, 0.0)


def rule(x: float, y: float, width: float, weight: float, ink: Ink) -> BoxItem:
    """A horizontal rule, its upper edge at y."""
    return BoxItem(Rect(x, y, width, weight), ink)


def column_rule(x: float, top: float, bottom: float, weight: float, ink: Ink) -> BoxItem:
    """A vertical rule centred on x."""
    return BoxItem(Rect(x - weight / 2, top, weight, bottom - top), ink)

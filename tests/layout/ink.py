"""Where ink lies on a page: the pen is walked over every item, as a painter walks it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportpdf.layout.display import BoxItem, Item, LinkItem, PathItem, PictureItem, TextItem
from reportpdf.text.cluster import Cluster, Glyph
from reportpdf.text.face import FontSet, InkBox
from reportpdf.text.vertical_glyphs import BASELINE


@dataclass(frozen=True, slots=True)
class Ink:
    """A box of ink: edges in points, y downward."""

    left: float
    top: float
    right: float
    bottom: float

    def over(self, other: Ink) -> tuple[float, float]:
        """By how much the two lie over each other, across and down; negative when apart."""
        return (
            min(self.right, other.right) - max(self.left, other.left),
            min(self.bottom, other.bottom) - max(self.top, other.top),
        )


def ink_of(item: Item, fonts: FontSet) -> Ink | None:
    """The item's ink, None when it has none."""
    if isinstance(item, TextItem):
        return _text_ink(item, fonts)
    if isinstance(item, BoxItem | PictureItem):
        return Ink(item.rect.x, item.rect.y, item.rect.right, item.rect.bottom)
    if isinstance(item, LinkItem):
        return None
    points = outline_points(item) if isinstance(item, PathItem) else item.points
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Ink(min(xs), min(ys), max(xs), max(ys))


def outline_points(item: PathItem) -> tuple[tuple[float, float], ...]:
    """The points of an outline on the page, those that only lead a curve left out."""
    ends = (numbers[-2:] for _, numbers in item.outline if numbers)
    return tuple((item.x + x * item.size, item.y - y * item.size) for x, y in ends)


def _text_ink(item: TextItem, fonts: FontSet) -> Ink | None:
    if not item.visible:
        return None
    moves = dict(item.moves)
    pen, boxes = 0.0, []
    for i, cluster in enumerate(item.clusters):
        pen += moves.get(i, 0.0)
        at = pen
        for glyph in cluster.glyphs:
            box = fonts[cluster.face].ink_box(glyph.gid)
            if box is not None:
                boxes.append(_glyph_ink(item, cluster, glyph, at, box))
            at += glyph.advance
        pen += cluster.advance + item.tracking
    if not boxes:
        return None
    ink, size = joined(boxes), item.size
    return Ink(
        item.x + ink.left * size,
        item.y + ink.top * size,
        item.x + ink.right * size,
        item.y + ink.bottom * size,
    )


def _glyph_ink(item: TextItem, cluster: Cluster, glyph: Glyph, at: float, box: InkBox) -> Ink:
    """A glyph's ink in em from the item's place, its pen standing at ``at`` of the line."""
    x, y = glyph.dx, glyph.dy
    if not item.vertical:
        return Ink(at + x + box.left, -y - box.top, at + x + box.right, -y - box.bottom)
    if cluster.turned:  # the letters' tops look right, their baseline is left of the line's centre
        return Ink(y + box.bottom - BASELINE, at + x + box.left, y + box.top - BASELINE, at + x + box.right)
    wide = cluster.squeeze
    return Ink(x + box.left * wide, at - y - box.top, x + box.right * wide, at - y - box.bottom)


def joined(inks: Iterable[Ink]) -> Ink:
    """The box around all of them."""
    boxes = list(inks)
    return Ink(
        min(b.left for b in boxes),
        min(b.top for b in boxes),
        max(b.right for b in boxes),
        max(b.bottom for b in boxes),
    )

"""Where ink lies on a page: the pen is walked over every item, as a painter walks it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportpdf.layout.display import BoxItem, Item, PictureItem, PolygonItem, TextItem
from reportpdf.text.face import FontSet


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
    assert isinstance(item, PolygonItem)
    xs, ys = [x for x, _ in item.points], [y for _, y in item.points]
    return Ink(min(xs), min(ys), max(xs), max(ys))


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
                x, y = at + glyph.dx, glyph.dy
                boxes.append((x + box.left, y + box.bottom, x + box.right, y + box.top))
            at += glyph.advance
        pen += cluster.advance + item.tracking
    if not boxes:
        return None
    size = item.size
    return Ink(
        item.x + min(b[0] for b in boxes) * size,
        item.y - max(b[3] for b in boxes) * size,
        item.x + max(b[2] for b in boxes) * size,
        item.y - min(b[1] for b in boxes) * size,
    )


def joined(inks: Iterable[Ink]) -> Ink:
    """The box around all of them."""
    boxes = list(inks)
    return Ink(
        min(b.left for b in boxes),
        min(b.top for b in boxes),
        max(b.right for b in boxes),
        max(b.bottom for b in boxes),
    )

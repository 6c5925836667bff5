"""Where on the page an item's ink lies.

Comes in: an item of a display list. Goes out: its rectangle, or None where nothing is drawn. A line of text
is taken as high as its faces may reach, so that what keeps clear of the box keeps clear of the ink.
"""

from __future__ import annotations

from reportpdf.base.geometry import Rect, around
from reportpdf.layout.display import BoxItem, Item, PathItem, PictureItem, PolygonItem, TextItem

_ASCENT, _DESCENT = 0.9, 0.24
"""A line's box over and under its baseline, em."""


def ink_rect(item: Item) -> Rect | None:
    """The item's rectangle."""
    if isinstance(item, TextItem):
        return _line(item) if item.visible and item.clusters else None
    if isinstance(item, BoxItem | PictureItem):
        return item.rect
    if isinstance(item, PolygonItem):
        return around(item.points) if item.points else None
    if isinstance(item, PathItem):
        places = [(ns[i], ns[i + 1]) for _, ns in item.outline for i in range(0, len(ns), 2)]
        points = [(item.x + x * item.size, item.y - y * item.size) for x, y in places]
        return around(points) if points else None
    return None


def _line(item: TextItem) -> Rect:
    moved = sum(em for _, em in item.moves) + item.tracking * (len(item.clusters) - 1)
    length = item.size * (sum(cluster.advance for cluster in item.clusters) + moved)
    if item.vertical:
        return Rect(item.x - item.size / 2, item.y, item.size, length)
    return Rect(item.x, item.y - _ASCENT * item.size, length, (_ASCENT + _DESCENT) * item.size)

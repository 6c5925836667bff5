"""A figure that is built: its items from (0, 0), put at their place in the section's colour."""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.geometry import Rect
from reportpdf.layout.display import BoxItem, Item, Tag, TextItem
from reportpdf.layout.lines import Inks


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FigureBox:
    """A figure built at ``height``: its items from (0, 0) and the width of its ink.

    ``depth`` is how far its ink hangs under the baseline, as a comma does. Colour and tag are given
    when it is put on the page.
    """

    items: tuple[Item, ...]
    width: float
    height: float
    depth: float = 0.0

    def put(self, x: float, y: float, inks: Inks, tag: Tag) -> list[Item]:
        """The items with ink starting at x and the baseline at y, in the section's colour."""
        return [moved(item, x, y, inks, tag) for item in self.items]


def moved(item: Item, x: float, y: float, inks: Inks, tag: Tag) -> Item:
    """The item by (x, y) further on, in the section's colour. Built anew: replace() is slow here."""
    if isinstance(item, TextItem):
        return TextItem(
            item.x + x,
            item.y + y,
            item.size,
            inks.section,
            item.clusters,
            item.moves,
            item.tracking,
            tag,
            item.visible,
        )
    if isinstance(item, BoxItem):
        rect = item.rect
        return BoxItem(Rect(rect.x + x, rect.y + y, rect.width, rect.height), inks.section)
    return item

"""How many characters the pages would hold: what an error score is reckoned over.

Comes in: the laid-out document. Goes out: characters of the type areas without their photos, and those that
the photos stand in place of, both at the size and leading that most of the running text is set in. A page's
type area is the box around what is set on it, furniture left out. Source: 报纸编校差错率计算方法 二.1 (an
issue's characters are the line length times the lines, white included).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from reportpdf.base.geometry import Rect
from reportpdf.layout.display import Document, Page, PictureItem, Role, TextItem


@dataclass(frozen=True, slots=True)
class Held:
    """Characters that all pages would hold beside their photos, and in place of the photos."""

    beside: int
    photos: int


def held(document: Document) -> Held:
    """What the pages hold. Both are 0 where no running text says of what size characters are."""
    cell = _cell(document)
    if not cell:
        return Held(0, 0)
    photos = sum(sum(_areas(document, page)) for page in document.pages)
    whole = sum(_around(page) for page in document.pages)
    return Held(int(max(0.0, whole - photos) / cell), int(photos / cell))


def _cell(document: Document) -> float:
    """The area of a character of the running text in square points: its size times the leading, or 0."""
    lines = [[i for i in page.items if _running(i)] for page in document.pages]
    sizes: Counter[float] = Counter()
    for item in (i for page in lines for i in page if isinstance(i, TextItem)):
        sizes[round(item.size, 2)] += len(item.clusters)
    if not sizes:
        return 0.0
    size = max(sizes, key=lambda s: (sizes[s], -s))
    leadings: Counter[float] = Counter()
    for page in lines:
        usual = [i for i in page if isinstance(i, TextItem) and round(i.size, 2) == size]
        for above, below in pairwise(usual):
            if above.tag.path == below.tag.path and below.y > above.y:
                leadings[round(below.y - above.y, 2)] += 1
    leading = max(leadings, key=lambda s: (leadings[s], -s)) if leadings else size * 1.5
    return size * leading


def _running(item: object) -> bool:
    return isinstance(item, TextItem) and item.tag.role is Role.PARAGRAPH and not item.vertical


def _areas(document: Document, page: Page) -> list[float]:
    """Square points of each photo inside the trim."""
    trim = Rect(0, 0, document.trim.width, document.trim.height)
    return [
        max(0.0, min(i.rect.right, trim.right) - max(i.rect.x, 0))
        * max(0.0, min(i.rect.bottom, trim.bottom) - max(i.rect.y, 0))
        for i in page.items
        if isinstance(i, PictureItem)
    ]


def _around(page: Page) -> float:
    """Square points of the box around a page's text and photos."""
    boxes = [box for item in page.items if (box := _box(item)) is not None]
    if not boxes:
        return 0.0
    width = max(b.right for b in boxes) - min(b.x for b in boxes)
    return width * (max(b.bottom for b in boxes) - min(b.y for b in boxes))


def _box(item: object) -> Rect | None:
    if isinstance(item, PictureItem):
        return item.rect
    if not isinstance(item, TextItem) or item.tag.role is Role.ARTIFACT:
        return None
    gaps = item.tracking * len(item.clusters) + sum(move for _, move in item.moves)
    length = item.size * (sum(c.advance for c in item.clusters) + gaps)
    if item.vertical:
        return Rect(item.x - item.size / 2, item.y, item.size, length)
    return Rect(item.x, item.y - item.size, length, item.size)

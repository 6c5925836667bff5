"""Where each character of a snapshot's item stands.

Comes in: an item with words. Goes out: a box for each character, points from the trim's upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportpdf.base.geometry import Rect
from reportpdf.proof.snapshot import SnapItem

LARGE = 28.0
"""Points: a line's box that is higher holds large type, around whose digits it is much higher than the
ink."""

_INK = 0.12, 0.71
"""Where the ink of digits begins in such a box, and how high it is [choice: of the bundled faces]."""


def character_boxes(item: SnapItem) -> Iterator[Rect]:
    """Each character's box; outlines drawn as one share theirs evenly."""
    pens = [pen / 10 for pen in item.pens]
    if len(pens) != len(item.words) + 1:
        along = item.height if item.vertical else item.width
        pens = [along * i / len(item.words) for i in range(len(item.words) + 1)]
    for (start, end), character in zip(pairwise(pens), item.words, strict=True):
        if item.vertical:
            yield Rect(item.x, item.y + start, item.width, end - start)
        elif item.height > LARGE and character.isascii():
            top, height = (share * item.height for share in _INK)
            yield Rect(item.x + start, item.y + top, end - start, height)
        else:
            yield Rect(item.x + start, item.y, end - start, item.height)

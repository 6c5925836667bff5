"""A section's numeral in its seal: centred by its ink, several characters one over the other.

In: the numeral's words, a style, a size, the seal. Out: items in reading order.
"""

from __future__ import annotations

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.layout.display import Item, Tag
from reportpdf.layout.lines import ink_height, ink_left, ink_right, set_words
from reportpdf.text.setter import Setter
from reportpdf.theme.style import TextStyle

STACKED = 0.42
"""Size of each of two characters, of the seal's height; more of them share what two take."""

BETWEEN = 0.1
"""White between characters that stand one over the other, em."""


def numeral_size(count: int, height: float, scale: float) -> float:
    """Size of a numeral of so many characters in a seal; ``scale`` is that of a single one."""
    return height * (scale if count == 1 else min(STACKED, 2 * STACKED / count))


def put_numeral(
    setter: Setter, words: str, style: TextStyle, size: float, seal: Rect, ink: Ink, tag: Tag
) -> list[Item]:
    """The characters about the middle of the seal."""
    runs = [set_words(setter, character, style, size) for character in words]
    heights = [ink_height(setter, run.line.clusters) for run in runs]
    total = sum((high - low) * size for low, high in heights) + (len(runs) - 1) * BETWEEN * size
    y = seal.y + (seal.height - total) / 2
    items: list[Item] = []
    for run, (low, high) in zip(runs, heights, strict=True):
        left = ink_left(setter, run.line.clusters[0]) * size
        right = ink_right(setter, run.line.clusters[-1]) * size
        x = seal.x + (seal.width - (run.width - left - right)) / 2 - left
        items.append(run.put(x, y + high * size, ink, tag))
        y += (high - low) * size + BETWEEN * size
    return items

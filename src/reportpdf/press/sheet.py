"""The boxes of a sheet around a page's trim.

Comes in: the trim size and the bleed of a document. Goes out: :class:`SheetBoxes`, the rectangles that a
PDF page declares, in the page's own coordinates (points, y downward from the trim's upper left corner).
Source: ISO 32000-2 14.11.2 (page boundaries).
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.units import mm


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetBoxes:
    """The three boxes of one page. ``trim`` lies within ``bleed``, ``bleed`` within ``media``."""

    media: Rect
    """All the paper there is: what a viewer shows and a plate carries."""

    bleed: Rect
    """How far ink runs past the cut, so that no white edge shows."""

    trim: Rect
    """The finished page after cutting."""


def screen_boxes(trim: Size) -> SheetBoxes:
    """The boxes of the screen edition: the reader sees the finished page and nothing of the bleed."""
    page = Rect(0.0, 0.0, trim.width, trim.height)
    return SheetBoxes(page, page, page)


def bleed_boxes(trim: Size, bleed: float) -> SheetBoxes:
    """The boxes of a page that keeps its bleed, without marks: the media ends where the ink does."""
    page = Rect(0.0, 0.0, trim.width, trim.height)
    return SheetBoxes(page.grown(bleed), page.grown(bleed), page)


MARK_OFFSET = mm(1)
"""From the bleed to the marks: they are never cut into, and a cutter that is off shows no mark [P]."""

MARK_MARGIN = mm(9)
"""From the bleed to the paper's edge, where there are marks: 12 mm from the trim at 3 mm of bleed [P]."""


def press_boxes(trim: Size, bleed: float, *, marks: bool) -> SheetBoxes:
    """The boxes of a press page: the trim, its bleed, and the paper that the marks stand on."""
    plain = bleed_boxes(trim, bleed)
    return SheetBoxes(plain.bleed.grown(MARK_MARGIN), plain.bleed, plain.trim) if marks else plain

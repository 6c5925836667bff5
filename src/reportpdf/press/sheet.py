"""The boxes of a sheet around a page's trim.

Comes in: the trim size and the bleed of a document. Goes out: :class:`SheetBoxes`, the rectangles that a
PDF page declares, in the page's own coordinates (points, y downward from the trim's upper left corner).
Source: ISO 32000-2 14.11.2 (page boundaries).
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.geometry import Rect, Size


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

"""The boxes of a PDF's pages, as a raster of the media box sees them.

Comes in: a PDF file. Goes out: for each page its media box and bleed box, points. Source: ISO 32000-2
14.11.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportpdf.base.problem import InputError, Place, problem


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """Left, bottom, right, top of the paper and of the bleed (the paper's where there is none)."""

    media: tuple[float, float, float, float]
    bleed: tuple[float, float, float, float]

    def within(self, ppi: int) -> tuple[int, int, int, int]:
        """The bleed as pixels of a raster of the paper: left, upper, right, lower."""
        scale = ppi / 72
        left, bottom, right, top = self.bleed
        return (
            round((left - self.media[0]) * scale),
            round((self.media[3] - top) * scale),
            round((right - self.media[0]) * scale),
            round((self.media[3] - bottom) * scale),
        )


def page_boxes(path: Path) -> tuple[PageBoxes, ...]:
    """The boxes of all pages.

    Raises:
        InputError: the file is no PDF that can be opened.
    """
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            return tuple(
                PageBoxes(_box(page.mediabox), _box(page.obj.get("/BleedBox", page.mediabox)))
                for page in pdf.pages
            )
    except (pikepdf.PdfError, OSError) as error:
        reason = str(error).splitlines()[0][:200]
        raise InputError(problem("plates-failed", Place(str(path)), reason=reason)) from error


def _box(values: object) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(value) for value in values)  # type: ignore[attr-defined]
    return left, bottom, right, top

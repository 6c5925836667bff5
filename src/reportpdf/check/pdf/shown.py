"""What it takes to show a PDF's pages with spots on them: their number, and where each one's trim lies.

Comes in: a PDF's path or bytes. Goes out: numbers, mm. Pictures show the crop box (ISO 32000-2 14.11.2.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from reportpdf.base.units import to_mm
from reportpdf.check.pdf.opened import box_named


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page's picture in mm: its width and height, and where on it the trim begins."""

    width: float
    height: float
    x: float
    y: float


def page_count(path: Path) -> int:
    """The number of pages."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def shown_pages(data: bytes) -> tuple[ShownPage, ...]:
    """Each page as its picture shows it."""
    import pikepdf

    found = []
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            crop = box_named(page.cropbox)
            trim = box_named(page.obj.get("/TrimBox", page.obj.get("/ArtBox", page.cropbox)))
            size = to_mm(crop[2] - crop[0]), to_mm(crop[3] - crop[1])
            found.append(ShownPage(*size, to_mm(trim[0] - crop[0]), to_mm(crop[3] - trim[3])))
    return tuple(found)

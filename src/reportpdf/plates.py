"""The way from a press PDF, or a report, to pictures of its plates.

Comes in: :class:`PlateOrder`. Goes out: :class:`PlatesMade`: PNGs by name, figures by page, and a problem
for each page with more ink than the limit. Nothing is written outside a temporary folder.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.check.coverage import Coverage, heat_map, measure, with_key

if TYPE_CHECKING:
    from PIL import Image

    from reportpdf.check.ghostscript import Plates
    from reportpdf.painting import Progress

USUAL_LIMIT = 300.0
"""Per cent of ink that is taken for the limit of a PDF whose condition is not known."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlateOrder:
    """What is to be shown: a PDF, or a report with its theme, format and condition; ``tac`` 0: the
    condition's."""

    file: Path
    theme: str
    format: str
    condition: str
    ppi: int
    tac: int
    cache_dir: Path
    made: datetime | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlatesMade:
    """Pictures by file name; for each page its number, plates and coverage; the limit, per cent."""

    pictures: tuple[tuple[str, bytes], ...]
    pages: tuple[tuple[int, tuple[str, ...], Coverage], ...]
    limit: float
    problems: tuple[Problem, ...]


def make_plates(order: PlateOrder, progress: Progress) -> PlatesMade:
    """The plates of all pages.

    Raises:
        ReportpdfError: no Ghostscript, no PDF, or a report that cannot be set.
    """
    from reportpdf.check.ghostscript import find, separate_pages
    from reportpdf.check.page_boxes import page_boxes

    find()
    with TemporaryDirectory() as name:
        folder = Path(name)
        pdf, limit, notes = _pdf_of(order, folder, progress)
        boxes = page_boxes(pdf)
        pictures: list[tuple[str, bytes]] = []
        pages: list[tuple[int, tuple[str, ...], Coverage]] = []
        problems = list(notes)
        for plates in separate_pages(pdf, folder, len(boxes), ppi=order.ppi):
            progress("plates", plates.page, len(boxes))
            crop = boxes[plates.page - 1].within(order.ppi)
            shown, figures = _page(plates, crop, order.ppi, limit)
            pictures += shown
            pages.append((plates.page, tuple(name for name, _ in plates.plates), figures))
            if figures.square > limit:
                problems.append(_over(plates.page, figures, limit))
    return PlatesMade(tuple(pictures), tuple(pages), limit, tuple(problems))


def _over(page: int, figures: Coverage, limit: float) -> Problem:
    x, y = f"{figures.x_mm:.0f}", f"{figures.y_mm:.0f}"
    return problem("plates-over", None, page=page, square=figures.square, x=x, y=y, limit=f"{limit:g}")


def _pdf_of(order: PlateOrder, folder: Path, progress: Progress) -> tuple[Path, float, tuple[Problem, ...]]:
    """The press PDF, made of the report if a report is given; its limit; and what was let through."""
    if order.file.suffix.lower() == ".pdf":
        if not order.file.is_file():
            raise InputError(problem("plates-no-file", Place(str(order.file))))
        return order.file, float(order.tac or USUAL_LIMIT), ()
    from reportpdf.pipeline import RenderOptions, render
    from reportpdf.press.edition import Purpose
    from reportpdf.source.condition_file import read_condition
    from reportpdf.source.wanted import Asked

    pdf = folder / "press.pdf"
    condition = read_condition(order.condition or "coated", None)
    asked = Asked((Purpose.PRESS,), condition=order.condition, allow=("all",))
    options = RenderOptions(
        report=order.file,
        theme=order.theme,
        format=order.format,
        asked=asked,
        outputs=(pdf,),
        pages_dir=None,
        cache_dir=order.cache_dir,
        made=order.made,
    )
    rendered = render(options, progress=progress)
    return pdf, float(order.tac or 100 * condition.tac), rendered.problems


def _page(
    plates: Plates, crop: tuple[int, int, int, int], ppi: int, limit: float
) -> tuple[list[tuple[str, bytes]], Coverage]:
    """A page's pictures and figures. Marks outside the bleed are shown but not measured."""
    from PIL import Image

    opened = [(name, Image.open(path).convert("L")) for name, path in plates.plates]
    prefix = f"{plates.page:03d}"
    pictures = [(f"{prefix}-{_plain(name)}.png", _png(picture)) for name, picture in opened]
    pictures.append((f"{prefix}-composite.png", _png(_composite(plates.composite))))
    inside = [picture.crop(crop) for _, picture in opened]
    pictures.append((f"{prefix}-ink.png", _png(with_key(heat_map(inside, limit), limit, ppi))))
    return pictures, measure(inside, ppi)


def _composite(path: Path) -> Image.Image:
    """All plates together as the coated condition shows them."""
    from PIL import Image

    from reportpdf.paint.photo_colour import to_screen

    picture, _ = to_screen(Image.open(path).convert("CMYK"), None)
    return picture


def _plain(name: str) -> str:
    """A plate's name as part of a file name."""
    return "".join(c if c.isalnum() else "-" for c in name).lower()


def _png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()

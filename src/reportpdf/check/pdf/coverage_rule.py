"""Too much ink: the mean over any square of 15 mm, measured on plates that Ghostscript makes.

Comes in: an examined PDF and its limit. Goes out: the square that has most on each page that passes it;
or, where it cannot be measured, that this was not measured. Source: GWG 2022 (total ink coverage).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from reportpdf.base.problem import InputError, ResourceError, problem
from reportpdf.base.units import PT_PER_INCH, mm
from reportpdf.check.coverage import SQUARE_MM, measure
from reportpdf.check.finding import Noted
from reportpdf.check.pdf.limits import Limits
from reportpdf.check.pdf.opened import Examined, Seen

PPI = 36
"""21 pixels over the square: a mean within two or three per cent of ink. [choice]"""


def coverage_problems(file: Examined, limits: Limits) -> Iterator[Noted]:
    """Pages with more ink than the limit; or that Ghostscript is not there, or cannot read the file."""
    from PIL import Image

    from reportpdf.check.ghostscript import separate_pages

    with TemporaryDirectory() as folder:
        try:
            plated = separate_pages(file.path, Path(folder), len(file.pages), ppi=PPI)
        except (ResourceError, InputError) as error:
            yield Noted(problem("press-ink-unmeasured", file.place, reason=error.problems[0].code))
            return
        for plates in plated:
            page = file.pages[plates.page - 1]
            crop = _pixels(page)
            inside = [Image.open(path).convert("L").crop(crop) for _, path in plates.plates]
            found = measure(inside, PPI)
            if found.square > limits.coverage + 0.5:
                left = page.bleed[0] + mm(found.x_mm - SQUARE_MM / 2)
                top = page.bleed[3] - mm(found.y_mm - SQUARE_MM / 2)
                spot = page.spot((left, top - mm(SQUARE_MM), left + mm(SQUARE_MM), top))
                args = {"page": page.number, "has": f"{found.square:.0f}", "limit": f"{limits.coverage:g}"}
                yield Noted(problem("press-ink-coverage", file.place, **args), spot=spot)


def _pixels(page: Seen) -> tuple[int, int, int, int]:
    """The bleed in pixels of a raster of the media box."""
    scale = PPI / PT_PER_INCH
    left, _, _, top = page.media
    return (
        round((page.bleed[0] - left) * scale),
        round((top - page.bleed[3]) * scale),
        round((page.bleed[2] - left) * scale),
        round((top - page.bleed[1]) * scale),
    )

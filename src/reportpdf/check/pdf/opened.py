"""A PDF opened, each page's boxes and visible marks found, for the rules to look at.

Comes in: the path of a PDF. Goes out: :class:`Examined`. Marks outside the bleed, and such as lie wholly
under an opaque one, are not seen on paper and not listed. Source: ISO 32000-2 7.5, 14.11.2; GWG 2022
(visible objects).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.base.units import to_mm
from reportpdf.check.finding import Spot
from reportpdf.check.pdf.marks import Box, Mark, PageMarks, meet
from reportpdf.check.pdf.walk import Walk

MOST_BYTES = 1_500_000_000
"""A larger file is not read: what is asked of a checker is an answer, and no printer takes such a file."""

_COVERS = 200
"""So many of the largest opaque marks are asked what they hide."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A page: its number, its boxes, what is seen on it. ``trim`` is the crop box where no trim is stated."""

    number: int
    page: Any
    media: Box
    trim: Box
    bleed: Box
    stated_trim: bool
    found: PageMarks
    marks: tuple[Mark, ...]

    def spot(self, box: Box) -> Spot:
        """The box in mm from the trim's upper left corner."""
        left, _, _, top = self.trim
        x, y = to_mm(box[0] - left), to_mm(top - box[3])
        return Spot(
            self.number,
            round(x, 1),
            round(y, 1),
            round(max(to_mm(box[2] - box[0]), 0.5), 1),
            round(max(to_mm(box[3] - box[1]), 0.5), 1),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    """A whole file."""

    path: Path
    place: Place
    pdf: Any
    pages: tuple[Seen, ...]


@contextmanager
def examined(path: Path, shown: str = "") -> Iterator[Examined]:
    """The file, as long as it is looked at.

    Raises:
        InputError: no file, too large, encrypted, broken, or without pages.
    """
    import pikepdf

    place = Place(shown or str(path))
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise InputError(
                problem("pdf-large", place, size=f"{size / 1e9:.1f}", most=f"{MOST_BYTES / 1e9:g}")
            )
        pdf = pikepdf.open(path)
    except pikepdf.PasswordError as error:
        raise InputError(problem("pdf-encrypted", place)) from error
    except FileNotFoundError as error:
        raise InputError(problem("pdf-missing", place)) from error
    except (pikepdf.PdfError, OSError) as error:
        raise InputError(problem("pdf-broken", place, reason=_reason(error))) from error
    with pdf:
        try:
            off = _layers_off(pdf)
            pages = tuple(_seen(number, page, off) for number, page in enumerate(pdf.pages, 1))
        except _BROKEN as error:
            raise InputError(problem("pdf-broken", place, reason=_reason(error))) from error
        if not pages:
            raise InputError(problem("pdf-empty", place))
        yield Examined(path, place, pdf, pages)


def _broken() -> tuple[type[Exception], ...]:
    import pikepdf

    return (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError)


_BROKEN = _broken()
"""What reading a damaged page ends in: pikepdf answers for objects of a wrong type in Python's own words."""


def _reason(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__)[:200]


def _layers_off(pdf: Any) -> frozenset[tuple[int, int]]:
    """Layers that the default configuration does not show. Source: ISO 32000-2 8.11.4.3."""
    layers = pdf.Root.get("/OCProperties", None)
    if layers is None:
        return frozenset()
    usual = layers.get("/D", {})
    off = {group.objgen for group in usual.get("/OFF", [])}
    if str(usual.get("/BaseState", "/ON")) == "/OFF":
        on = {group.objgen for group in usual.get("/ON", [])}
        off |= {group.objgen for group in layers.get("/OCGs", [])} - on
    return frozenset(off)


def _seen(number: int, page: Any, off: frozenset[tuple[int, int]]) -> Seen:
    media = box_named(page.mediabox)
    crop = meet(box_named(page.cropbox), media) or media
    stated = "/TrimBox" in page.obj or "/ArtBox" in page.obj
    trim = box_named(page.obj.get("/TrimBox", page.obj.get("/ArtBox", crop)))
    bleed = box_named(page.obj.get("/BleedBox", trim))
    walk = Walk(off)
    group = page.obj.get("/Group", None)
    if group is not None and group.get("/CS", None) is not None:
        walk.page.groups.append(group.CS)
    walk.state.clip = meet(media, bleed) or media
    if "/Contents" in page.obj:
        walk.stream(page, page.resources)
    return Seen(number, page, media, trim, bleed, stated, walk.page, visible(walk.page.marks))


def box_named(values: Any) -> Box:
    """A box with its corners in order."""
    a, b, c, d = (float(value) for value in values)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def visible(marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks that are not wholly under a later, opaque one."""
    order = {id(mark): i for i, mark in enumerate(marks)}
    covers = sorted((m for m in marks if m.upright and m.opaque and not m.overprint), key=_area)[-_COVERS:]
    later = [(order[id(cover)], cover) for cover in covers if _area(cover) > 4]
    return tuple(
        replace(mark)
        for i, mark in enumerate(marks)
        if not any(j > i and cover.covers(mark.box) for j, cover in later)
    )


def _area(mark: Mark) -> float:
    return (mark.box[2] - mark.box[0]) * (mark.box[3] - mark.box[1])

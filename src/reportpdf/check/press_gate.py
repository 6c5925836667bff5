"""What must not go to press unseen: pictures that are no pictures, photos too coarse, text too small for
its inks.

Comes in: a laid-out document, its pictures' problems, the edition. Goes out: problems of severity error,
each with its place in the source or on the page; the pipeline refuses the run unless their codes are
allowed by name. Source: the resolutions and sizes of the condition; ISO 12647-2 for screen rulings.
"""

from __future__ import annotations

from collections.abc import Collection

from reportpdf.base.problem import Problem, problem
from reportpdf.base.units import PT_PER_INCH
from reportpdf.layout.display import Document, PictureItem
from reportpdf.model.picture import Picture
from reportpdf.press.edition import Edition
from reportpdf.press.separate import ink_problems

ALL = "all"
"""The word that allows everything."""


def press_problems(
    document: Document, pictures: tuple[Picture, ...], edition: Edition
) -> tuple[Problem, ...]:
    """Everything about the layout that a printer would call back for."""
    found: list[Problem] = []
    for picture in pictures:
        place = picture.photo.file.place
        if picture.problem is not None:
            found.append(problem("press-frame-empty", place, file=picture.photo.file.value))
        elif picture.photo.stand_in:
            found.append(problem("press-stand-in", place, file=picture.photo.file.value))
    found += _coarse(document, edition)
    if edition.condition is not None:
        found += ink_problems(document, edition.condition)
    return tuple(dict.fromkeys(found))


def _coarse(document: Document, edition: Edition) -> list[Problem]:
    """Photos whose own pixels at the placed size are fewer than the floor."""
    found: list[Problem] = []
    for page in document.pages:
        for item in page.items:
            if isinstance(item, PictureItem) and (ppi := placed_ppi(item)) < edition.photos.floor_ppi:
                photo = item.picture.photo
                found.append(
                    problem(
                        "press-photo-coarse",
                        photo.file.place,
                        file=photo.file.value,
                        page=page.number,
                        ppi=int(ppi),
                        floor=f"{edition.photos.floor_ppi:g}",
                    )
                )
    return found


def placed_ppi(item: PictureItem) -> float:
    """Pixels of the photo itself to an inch of the page."""
    left, top, right, bottom = item.crop
    across = item.picture.width_px * (right - left) / (item.rect.width / PT_PER_INCH)
    down = item.picture.height_px * (bottom - top) / (item.rect.height / PT_PER_INCH)
    return min(across, down)


def refused(problems: tuple[Problem, ...], allowed: Collection[str]) -> tuple[Problem, ...]:
    """Those that are not allowed."""
    return () if ALL in allowed else tuple(p for p in problems if p.code not in allowed)

"""The photos of a report with their source paths, and the one that leads it.

In: the report and its pictures. Out: each section's :class:`~reportpdf.layout.setting.PlacedPhoto`;
in copy-fitting, as a variant moves them.
"""

from __future__ import annotations

from reportpdf.base.problem import Place
from reportpdf.layout.rungs import Variant
from reportpdf.layout.setting import PlacedPhoto
from reportpdf.model.picture import Picture
from reportpdf.model.report import Photo, Report, Text

Photos = tuple[tuple[PlacedPhoto, ...], ...]
"""Of every section."""

USUAL_PHOTO = (3000, 2000)
"""The shape of a photo that is not there yet, pixels."""


def placed_photos(report: Report, pictures: tuple[Picture, ...]) -> tuple[tuple[PlacedPhoto, ...], ...]:
    """Each section's pictures with their source paths."""
    found: list[tuple[PlacedPhoto, ...]] = []
    at = 0
    for i, section in enumerate(report.sections):
        count = len(section.photos)
        found.append(tuple(PlacedPhoto(pictures[at + j], f"sections[{i}].photos[{j}]") for j in range(count)))
        at += count
    return tuple(found)


def lead_photo(placed: tuple[tuple[PlacedPhoto, ...], ...]) -> PlacedPhoto | None:
    """The photo marked lead, else the report's first if its section keeps another; a pinned one stays."""

    def free(photo: Photo) -> bool:
        return not photo.pin

    for photos in placed:
        for photo in photos:
            if photo.picture.photo.lead and free(photo.picture.photo):
                return photo
    for photos in placed:
        if photos:
            return photos[0] if len(photos) > 1 and free(photos[0].picture.photo) else None
    return None


def photos_under(placed: Photos, variant: Variant) -> Photos:
    """The photos by section as a variant has them; those that come from another section stand first."""
    if not (variant.moved or variant.left_out or variant.added):
        return placed
    targets = dict(variant.moved)
    sections: list[list[PlacedPhoto]] = [[] for _ in placed]
    for own, photos in enumerate(placed):
        for photo in photos:
            if photo.path not in variant.left_out:
                sections[targets.get(photo.path, own)].append(photo)
    for index in variant.added:
        path = f"sections[{index}].photos[{len(sections[index])}]"
        sections[index].append(PlacedPhoto(Picture(Photo(Text(path, Place(""))), *USUAL_PHOTO), path))
    return tuple(tuple(photos) for photos in sections)

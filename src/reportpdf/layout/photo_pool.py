"""The photos of a report with their source paths, and the one that leads it.

In: the report and its pictures. Out: each section's :class:`~reportpdf.layout.setting.PlacedPhoto`.
"""

from __future__ import annotations

from reportpdf.layout.setting import PlacedPhoto
from reportpdf.model.picture import Picture
from reportpdf.model.report import Photo, Report


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

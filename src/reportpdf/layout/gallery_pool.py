"""Which photo leads the gallery, and which section shows each of the others.

In: the photos of every section. Out: the lead, and the photos of each section in order. One photo goes to
each section first: a section without one that has room over its rows takes one from the section that has
most. A pinned photo stays in its section.
"""

from __future__ import annotations

from reportpdf.layout.setting import PlacedPhoto
from reportpdf.model.report import Section

Photos = tuple[tuple[PlacedPhoto, ...], ...]


def gallery_lead(sections: tuple[Section, ...], placed: Photos) -> PlacedPhoto | None:
    """The photo marked lead, else the first; one that is pinned, or all that its section has, stays there."""
    free = [
        photo
        for section, photos in zip(sections, placed, strict=True)
        for photo in photos
        if not photo.picture.photo.pin and (section.callouts or len(photos) > 1)
    ]
    marked = [photo for photo in free if photo.picture.photo.lead]
    return next(iter(marked or free), None)


def without(placed: Photos, taken: PlacedPhoto | None) -> Photos:
    """The photos of each section less the one that stands elsewhere."""
    return tuple(tuple(photo for photo in photos if photo is not taken) for photos in placed)


def lent(placed: Photos, wanting: tuple[bool, ...]) -> Photos:
    """The photos with one lent to each section that wants one, as long as there are sections with two.

    The section that has most gives the last one that it may; of equal ones the nearest, then the earlier.
    """
    pool = [list(photos) for photos in placed]
    for i, wants in enumerate(wanting):
        if not wants or pool[i]:
            continue
        givers = [j for j in range(len(pool)) if j != i and len(pool[j]) > 1 and _loose(pool[j])]
        if givers:
            giver = min(givers, key=lambda j: (-len(pool[j]), abs(j - i), j))
            photo = _loose(pool[giver])[-1]
            pool[giver].remove(photo)
            pool[i].append(photo)
    return tuple(tuple(photos) for photos in pool)


def _loose(photos: list[PlacedPhoto]) -> list[PlacedPhoto]:
    return [photo for photo in photos[1:] if not photo.picture.photo.pin]

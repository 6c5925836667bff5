"""The photos that a report names become pictures of known size, from their headers alone.

Comes in: photos with the paths where they were found. Goes out: a :class:`Picture` for each, upright
(EXIF orientation applied), or one with the problem that its frame stays empty for. Nothing is decoded,
so the cost is a few small reads a photo.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportpdf.base.problem import InputError, Problem
from reportpdf.model.picture import Picture
from reportpdf.model.report import Photo
from reportpdf.paint.photo_header import inspect_photo
from reportpdf.paint.photo_records import STOPPING, Fault, Header, PhotoError

_EMPTY_FRAME_PX = (3000, 2000)
"""What a photo that cannot be read is taken to be: the 3:2 of a press camera."""


def probe_photos(photos: Sequence[Photo]) -> tuple[Picture, ...]:
    """A picture for each photo, in order. A file that is named twice is read once.

    Raises:
        InputError: photos that stop the run, all of them: a file or a picture over the limits
            (``photo-file-too-large``, ``photo-too-large``) and files cut off (``photo-truncated``).
    """
    found: dict[str, Header | Fault] = {}
    pictures: list[Picture] = []
    stopping: list[Problem] = []
    for photo in photos:
        if photo.path not in found:
            found[photo.path] = _inspect(photo.path)
        picture = _picture(photo, found[photo.path])
        pictures.append(picture)
        if picture.problem and picture.problem.code in STOPPING:
            stopping.append(picture.problem)
    if stopping:
        raise InputError(*stopping)
    return tuple(pictures)


def empty_frames(photos: Sequence[Photo]) -> tuple[Picture, ...]:
    """A picture of the usual size for each photo, unopened: enough to set the words around them."""
    return tuple(Picture(photo, *_EMPTY_FRAME_PX, None) for photo in photos)


def _inspect(path: str) -> Header | Fault:
    """The header, or what is wrong with the file; an empty path is a photo that was not found."""
    if not path:
        return Fault("photo-missing")
    try:
        header = inspect_photo(path)
    except PhotoError as error:
        return error.fault
    return Fault("photo-truncated") if header.cut else header


def _picture(photo: Photo, found: Header | Fault) -> Picture:
    if isinstance(found, Fault):
        return Picture(photo, *_EMPTY_FRAME_PX, found.at(photo.file.place, photo.file.value))
    return Picture(photo, found.width_px, found.height_px)

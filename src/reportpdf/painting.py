"""Pages become a PDF while their photos are converted beside them.

In: a document and its fonts. Out: :class:`Painted`. A photo that proves damaged only when it is decoded is
named there, so that its page can be laid out again with an empty frame in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import Problem
from reportpdf.layout.display import Document, PictureItem
from reportpdf.model.picture import Picture
from reportpdf.text.face import FontSet

if TYPE_CHECKING:
    from reportpdf.paint.photo_records import ImageBytes

SCREEN_PPI = 200.0
"""Resolution of photos in the screen edition at their placed size; never upscaled."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Painted:
    """The PDF's bytes, what is to be told of its photos, and those that could not be decoded, by path."""

    data: bytes
    notes: tuple[Problem, ...]
    broken: Mapping[str, Problem]

    def emptied(self, pictures: Iterable[Picture]) -> tuple[Picture, ...]:
        """The pictures, those that could not be decoded with their problem: their frames stay empty.

        The size is kept, so that every frame stays where it was.
        """
        return tuple(
            picture
            if picture.problem or picture.photo.path not in self.broken
            else replace(picture, problem=_at(self.broken[picture.photo.path], picture))
            for picture in pictures
        )


def _at(found: Problem, picture: Picture) -> Problem:
    """The problem at the place of this picture: one file may be named twice."""
    args = dict(found.args)
    if "file" in args:
        args["file"] = picture.photo.file.value
    return replace(found, place=picture.photo.file.place, args=tuple(args.items()))


def paint(
    document: Document, fonts: FontSet, cache_dir: Path, progress: Callable[[str, int, int], None]
) -> Painted:
    """The document's PDF; photos are converted beside the painting of text.

    Raises: InputError for photos that stop the run.
    """
    from reportpdf.paint.photo_cache import PhotoCache
    from reportpdf.paint.photos import photo_job, start_conversion

    items = [item for page in document.pages for item in page.items if isinstance(item, PictureItem)]
    jobs = [photo_job(item, SCREEN_PPI) for item in items]
    with start_conversion(jobs, PhotoCache(cache_dir)) as pending:
        from reportpdf.paint.surface import paint_document

        progress("paint", 0, len(document.pages))
        order = {id(item): i for i, item in enumerate(items)}

        def image_of(item: PictureItem) -> ImageBytes | None:
            image = pending.result(order[id(item)])
            return None if isinstance(image, Problem) else image

        data = paint_document(document, fonts, image_of)
        results = pending.results()
    broken = {
        item.picture.photo.path: image
        for item, image in zip(items, results.images, strict=True)
        if isinstance(image, Problem)
    }
    return Painted(data, results.notes, broken)

"""An edition painted: its photos converted beside the painting of text, its sheet and attachment as it
wants them.

Comes in: an edition, the sources, the document ready for it. Goes out: the PDF's bytes, and what photos
have to tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import Problem
from reportpdf.layout.display import Document, PictureItem
from reportpdf.model.job import Marks, PhotoIntent
from reportpdf.model.picture import Picture
from reportpdf.press.edition import Edition, Purpose
from reportpdf.sources import Sources

if TYPE_CHECKING:
    from reportpdf.paint.attachments import Attachment
    from reportpdf.paint.photo_records import ImageBytes, PressTarget
    from reportpdf.press.imposition import Imposition
    from reportpdf.press.sheet import SheetBoxes

Progress = Callable[[str, int, int], None]
"""Called with a stage, what of it is done, and how much there is."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Making:
    """How editions are made beside what they are: where photos are kept, and what was chosen for proofs."""

    cache_dir: Path
    imposition: Imposition | None = None
    paper: float = 0.3
    """Thickness of a sheet of paper, points: 80 g/m2 is 0.1 mm."""

    most_bytes: int | None = None
    """The size a screen PDF must stay under."""

    allowed: tuple[str, ...] = ()
    slug: str = ""
    """What the slug line says before condition, page and digest: job, round."""

    digest: str = ""
    """Of all inputs."""

    source: Path | None = None
    """The report's file, if it goes into the archive."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Painted:
    """The PDF's bytes, what is to be told of its photos, and those that could not be decoded, by path."""

    data: bytes
    notes: tuple[Problem, ...]
    broken: Mapping[str, Problem]


def emptied(pictures: Iterable[Picture], broken: Mapping[str, Problem]) -> tuple[Picture, ...]:
    """The pictures, those that could not be decoded with their problem: their frames stay empty.

    The size is kept, so that every frame stays where it was.
    """
    return tuple(
        picture
        if picture.problem or picture.photo.path not in broken
        else replace(picture, problem=_at(broken[picture.photo.path], picture))
        for picture in pictures
    )


def _at(found: Problem, picture: Picture) -> Problem:
    """The problem at the place of this picture: one file may be named twice."""
    args = dict(found.args)
    if "file" in args:
        args["file"] = picture.photo.file.value
    return replace(found, place=picture.photo.file.place, args=tuple(args.items()))


def paint(
    edition: Edition, sources: Sources, document: Document, making: Making, progress: Progress
) -> Painted:
    """The edition's PDF; photos are converted beside the painting of text.

    Raises: InputError for photos that stop the run.
    """
    from reportpdf.paint.photo_cache import PhotoCache
    from reportpdf.paint.photos import photo_job, start_conversion

    items = [item for page in document.pages for item in page.items if isinstance(item, PictureItem)]
    target = _target(edition)
    jobs = [photo_job(item, edition.photos.ppi, edition.photos.quality, target) for item in items]
    with start_conversion(jobs, PhotoCache(making.cache_dir)) as pending:
        from reportpdf.paint.surface import paint_document

        progress("paint", 0, len(document.pages))
        order = {id(item): i for i, item in enumerate(items)}

        def image_of(item: PictureItem) -> ImageBytes | None:
            image = pending.result(order[id(item)])
            return None if isinstance(image, Problem) else image

        data = paint_document(
            document,
            sources.fonts,
            image_of,
            edition=edition,
            boxes=_boxes(edition, document),
            attachment=_attachment(edition, making),
        )
        results = pending.results()
    broken = {
        item.picture.photo.path: image
        for item, image in zip(items, results.images, strict=True)
        if isinstance(image, Problem)
    }
    return Painted(data, results.notes, broken)


def _boxes(edition: Edition, document: Document) -> SheetBoxes:
    """The sheet of the edition: the trim alone on screen, bleed and marks for the press and for proofs."""
    from reportpdf.press.sheet import press_boxes, screen_boxes

    if edition.purpose not in (Purpose.PRESS, Purpose.PROOF):
        return screen_boxes(document.trim)
    return press_boxes(document.trim, document.bleed, marks=edition.marks is not Marks.NONE)


def _attachment(edition: Edition, making: Making) -> Attachment | None:
    """The report's own file, where the archive is to hold it."""
    if making.source is None or edition.purpose is not Purpose.ARCHIVE:
        return None
    from reportpdf.paint.attachments import Attachment

    return Attachment(making.source.name, making.source.read_bytes())


def _target(edition: Edition) -> PressTarget | None:
    """The condition as photos are made for it."""
    if edition.condition is None:
        return None
    from hashlib import sha256

    from reportpdf.paint.photo_press import press_profile
    from reportpdf.paint.photo_records import PressTarget

    profile = edition.condition.profile
    digest = sha256(press_profile(profile)).hexdigest()[:16]
    perceptual = edition.photos.intent is PhotoIntent.PERCEPTUAL
    return PressTarget(profile, digest, perceptual, edition.photos.lossless)

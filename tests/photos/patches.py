"""What the photo tests share: a drawing of four patches, photos of it, and whole conversions."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from reportpdf.base.messages.photos import ROWS
from reportpdf.base.problem import Place, Problem
from reportpdf.model.report import Photo, Text
from reportpdf.paint.photos import ImageBytes, PhotoCache, PhotoJob, start_conversion
from reportpdf.source.photos import probe_photos

PATCHES = ((200, 40, 40), (40, 160, 60), (40, 60, 180), (240, 240, 240))
"""Upper left, upper right, lower left, lower right of the drawing, 96 x 64 pixels."""


@dataclass(frozen=True)
class Result:
    """One conversion: the image record, its pixels, and the notes."""

    image: ImageBytes
    pixels: Image.Image
    notes: tuple[Problem, ...]

    def patches(self) -> tuple[object, ...]:
        """The colours in the middle of the four quarters."""
        width, height = self.pixels.size
        at = ((1, 1), (3, 1), (1, 3), (3, 3))
        return tuple(self.pixels.getpixel((x * width // 4, y * height // 4)) for x, y in at)


def draw() -> Image.Image:
    image = Image.new("RGB", (96, 64), PATCHES[0])
    image.paste(PATCHES[1], (48, 0, 96, 32))
    image.paste(PATCHES[2], (0, 32, 48, 64))
    image.paste(PATCHES[3], (48, 32, 96, 64))
    return image


def run(
    path: Path,
    size: tuple[float, float] = (48, 32),
    crop: tuple[float, float, float, float] = (0, 0, 1, 1),
    cache: PhotoCache | None = None,
    ppi: float = 72,
    quality: int = 95,
) -> Result:
    """Convert one file; at 72 ppi the frame in points is the target in pixels."""
    job = PhotoJob(str(path), crop, *size, ppi, quality, name=path.name, place=Place("report.yaml", 1, 1))
    results = start_conversion([job], cache).results()
    (image,) = results.images
    assert isinstance(image, ImageBytes), image
    pixels = Image.open(io.BytesIO(image.data))
    pixels.load()
    assert pixels.size == (image.width_px, image.height_px)
    assert pixels.mode == {"rgb": "RGB", "grey": "L"}[image.colour]
    assert all(words(note) for note in results.notes)
    return Result(image, pixels, results.notes)


def problem_of(path: Path) -> Problem:
    """The problem that the conversion of a file ends in, without stopping the run."""
    job = PhotoJob(str(path), (0, 0, 1, 1), 48, 32, 72, name=path.name, place=Place("report.yaml", 3, 9))
    outcome = start_conversion([job]).result(0)
    assert isinstance(outcome, Problem), outcome
    assert path.name in words(outcome)
    return outcome


def words(problem: Problem) -> str:
    """The sentence of a problem; fails when its arguments do not fill the template."""
    row = ROWS[problem.code]
    return f"{row.fact}; {row.fix}".format(**dict(problem.args))


def photo_at(path: Path) -> Photo:
    """A photo of the report that was found at ``path``."""
    place = Place("report.yaml", 7, 11, "sections[0].photos[0].file")
    return Photo(Text(path.name, place), path=str(path))


def probed(path: Path) -> Problem | None:
    """The problem that probing finds in a file."""
    (picture,) = probe_photos([photo_at(path)])
    return picture.problem

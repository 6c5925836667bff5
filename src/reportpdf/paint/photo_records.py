"""What goes into the conversion of a photo and what comes out of it: records only.

In: a :class:`PhotoJob`, one photo at one size in one crop. Out: :class:`ImageBytes`, a JPEG ready to
stand in a PDF as it is (ISO 32000-2 7.4.8, DCTDecode), or a :class:`Fault` that says why not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from reportpdf.base.problem import Place, Problem, problem
from reportpdf.base.units import PT_PER_INCH

FULL: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
"""The crop that takes nothing away."""

RECIPE = 3
"""Raise it whenever the same photo and job would give other bytes: kept conversions are then remade."""

SCREEN_QUALITY = 85
"""JPEG quality for the screen: at 200 ppi the loss is below the grain of a press photo."""


@dataclass(frozen=True, slots=True)
class PressTarget:
    """A press condition as photos are made for it. ``profile`` is the file name of one of our own profiles,
    or the path of a printer's; ``digest`` its content's, so that a changed profile makes other photos."""

    profile: str
    digest: str
    perceptual: bool = False
    lossless: bool = False


@dataclass(frozen=True, slots=True)
class PhotoJob:
    """One photo as it is placed: ``crop`` in fractions of the upright picture (left, top, right,
    bottom), ``width`` and ``height`` of the frame in points.

    ``name`` and ``place`` are for messages only: jobs that differ in nothing else are converted once.

    Raises:
        ValueError: the crop is not inside the picture, or the frame or the resolution is not positive.
    """

    path: str
    crop: tuple[float, float, float, float]
    width: float
    height: float
    target_ppi: float
    quality: int = SCREEN_QUALITY
    press: PressTarget | None = None
    """The condition it is printed in; None: sRGB."""

    name: str = field(default="", compare=False)
    place: Place | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        left, top, right, bottom = self.crop
        slack = 1e-6  # what floating point may add to a crop that reaches the edge
        if not (-slack <= left < right <= 1 + slack and -slack <= top < bottom <= 1 + slack):
            raise ValueError(f"the crop is not inside the picture: {self.crop}")
        if not (self.width > 0 and self.height > 0 and self.target_ppi > 0 and 1 <= self.quality <= 100):
            raise ValueError(f"the frame has no size, or its resolution or quality no sense: {self}")

    @property
    def target_px(self) -> tuple[int, int]:
        """Pixels that fill the frame at the target resolution; the most that is ever made."""
        scale = self.target_ppi / PT_PER_INCH
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))

    @property
    def recipe(self) -> tuple[object, ...]:
        """All that decides the output, but for the bytes of the photo itself."""
        return (*(round(edge, 9) for edge in self.crop), *self.target_px, self.quality, self.press)


@dataclass(frozen=True, slots=True)
class Header:
    """``kind`` is Pillow's name of the format. Sizes are upright pixels; ``orientation`` 1-8 says how
    the stored picture is to be turned (EXIF 2.32 4.6.5.1, tag 274). ``cut``: its end is missing."""

    kind: str
    width_px: int
    height_px: int
    orientation: int = 1
    cut: bool = False


@dataclass(frozen=True, slots=True)
class ImageBytes:
    """A picture without any metadata, and its size in pixels: a baseline or progressive JPEG, its ink the
    wrong way round as Adobe has it (TN 5116) if ``colour`` is ``cmyk``, or deflated bytes of ink."""

    data: bytes = field(repr=False)
    width_px: int
    height_px: int
    colour: Literal["rgb", "grey", "cmyk"]
    kind: Literal["jpeg", "flate"] = "jpeg"


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem that has no place yet: its code and arguments without the photo's name."""

    code: str
    args: tuple[tuple[str, str], ...] = ()

    def at(self, place: Place | None, name: str) -> Problem:
        """The problem of the photo that stands in the report at ``place`` under ``name``."""
        return problem(self.code, place, file=name, **dict(self.args))


@dataclass(frozen=True, slots=True)
class Converted:
    """A finished image, and what is to be told about it although it is fine."""

    image: ImageBytes
    notes: tuple[Fault, ...] = ()


class PhotoError(Exception):
    """A photo that cannot be used; carries the :class:`Fault`. Never leaves the photo modules."""

    def __init__(self, code: str, **args: object) -> None:
        super().__init__(code)
        self.fault = Fault(code, tuple((key, str(value)) for key, value in args.items()))


STOPPING = frozenset({"photo-too-large", "photo-file-too-large", "photo-truncated"})
"""Faults that stop the run: half a picture must not be printed, a bomb must not be opened."""

"""An edition: one PDF of a layout, for a screen, a printer or an archive.

Comes in: what the command line or the job asks for. Goes out: :class:`Edition`, all that painting and
finishing need to know beside the display list. One layout is painted once for each edition.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from reportpdf.model.claims import Claims, combine
from reportpdf.model.job import Marks, PhotoIntent
from reportpdf.press.colour import ColourSpace
from reportpdf.press.conditions import Condition


class Purpose(Enum):
    """What a PDF is for."""

    SCREEN = "screen"
    PRESS = "press"
    ARCHIVE = "archive"
    PROOF = "proof"
    """Read on paper in a round of proofs: the screen's pages on a sheet with crop marks and a slug."""


@dataclass(frozen=True, slots=True)
class PhotoSettings:
    """How photos are made for the edition. Resolutions are at the placed size; nothing is upscaled."""

    ppi: float
    floor_ppi: float
    """Below it a photo is refused (press); 0: never."""

    quality: int
    lossless: bool = False
    intent: PhotoIntent = PhotoIntent.COLORIMETRIC


@dataclass(frozen=True, slots=True)
class Edition:
    """One PDF to be made of a layout."""

    purpose: Purpose
    claims: Claims
    space: ColourSpace
    photos: PhotoSettings
    condition: Condition | None = None
    """The press condition; None: sRGB."""

    marks: Marks = Marks.NONE
    links: bool = True
    date: datetime | None = None
    """What the file says of when it was made, with its zone; PDF/X asks for one."""

    compact: bool = False
    """Saved with object streams and linearised: for the web."""


SCREEN = Edition(
    Purpose.SCREEN,
    claims=combine(("a2a", "ua1")),  # type: ignore[arg-type]  # these two agree: a test asks
    space=ColourSpace.SRGB,
    photos=PhotoSettings(200.0, 0.0, 85),
    compact=True,
)
"""The screen edition as it is without options."""

PROOF = replace(SCREEN, purpose=Purpose.PROOF, marks=Marks.CROP, compact=False)
"""What is printed for a round of proofs. The trim holds what the screen edition holds."""

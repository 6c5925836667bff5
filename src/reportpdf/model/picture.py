"""What is known of a photo before the page is laid out: its upright size, or why it has none."""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.problem import Problem
from reportpdf.model.report import Photo


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo with its size in pixels, upright (EXIF orientation applied).

    ``problem`` is set when there is nothing to show (missing, unreadable): the layout then draws an
    FPO frame of the size the photo would have had, and ``width_px``/``height_px`` are the 3:2 of a
    press photo.
    """

    photo: Photo
    width_px: int
    height_px: int
    problem: Problem | None = None

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width_px / self.height_px

"""A section's colour under its trade name."""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.ink import Ink


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Palette:
    """A section's colour under its trade name."""

    name: str
    ink: Ink

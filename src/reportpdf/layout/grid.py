"""The page's grid: columns across, baseline steps down. Points from the trim's upper left corner."""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.units import mm
from reportpdf.theme.records import Format

Q = 4
"""Quarters in a grid step: what heights and gaps are counted in, so that sums of them are exact."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Grid:
    """Lookups on a format. ``u`` is one step; rows are counted in steps from the type area's head."""

    format: Format

    @property
    def u(self) -> float:
        return self.format.step

    @property
    def width(self) -> float:
        """Width of the type area."""
        return self.span(self.format.columns)

    def x(self, column: int) -> float:
        """Left edge of a column, counted from 0."""
        return self.format.margin_left + column * (self.format.column + self.format.gutter)

    def span(self, columns: int) -> float:
        """Width of so many columns with the gutters between them."""
        return columns * self.format.column + (columns - 1) * self.format.gutter

    def gutter_middle(self, column: int) -> float:
        """The middle of the gutter before a column."""
        return self.x(column) - self.format.gutter / 2

    def y(self, steps: float) -> float:
        """The height of a grid line: its distance from the trim's head."""
        return self.format.margin_top + steps * self.format.step

    @property
    def trim_width(self) -> float:
        return mm(self.format.width_mm)

    @property
    def trim_height(self) -> float:
        return mm(self.format.height_mm)

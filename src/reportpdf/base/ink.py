"""Ink as it is ordered from the printer: fractions 0-1 of the four process colours.

A theme states press colours first; what a screen shows is derived from them through an ICC
profile in the paint room, unless the theme names a screen colour itself.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """Cyan, magenta, yellow and black, each 0-1; ``screen`` is an optional sRGB override (0-255).

    An ink with a ``spot`` name is printed on a plate of its own; the four parts then say what stands for it
    where there is no such plate (its alternate, ISO 32000-2 8.6.6.4).
    """

    c: float
    m: float
    y: float
    k: float
    screen: tuple[int, int, int] | None = None
    spot: str = ""

    @property
    def total(self) -> float:
        """The sum of the four inks, 0-4 (total area coverage of a solid)."""
        return self.c + self.m + self.y + self.k


PAPER = Ink(0.0, 0.0, 0.0, 0.0, screen=(255, 255, 255))
BLACK = Ink(0.0, 0.0, 0.0, 1.0)
REGISTRATION = Ink(1.0, 1.0, 1.0, 1.0, spot="All")
"""On every plate: for marks outside the bleed and for nothing else. Source: ISO 32000-2 8.6.6.4."""

"""How large a copy's marks are, and the records of where they stand.

Records and numbers only. Lengths in points; module: a symbol's smallest square.
Source: ISO/IEC 18004 6.3.8 (quiet zone of four modules); ISO/IEC 16022 7.4 (of one).
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.units import mm

MODULE, LEAST_MODULE = mm(0.4), mm(0.34)
"""0.4 mm are 2.4 pixels at 150 dpi, which is read from a JPEG that was turned; 0.34 mm are two [measured]."""

SLUG_MODULE = mm(0.25)
SMALL_MODULE, SMALL_SIDE, SMALL_QUIET = mm(0.28), 16, 1
SMALL_ACROSS = SMALL_SIDE + 2 * SMALL_QUIET
"""4.5 mm: in a margin of 16 mm it outlives a cut of 5 % all around the page."""

QUIET, SIDE = 4, 21
ACROSS = SIDE + 2 * QUIET
UNDER = 2
"""Modules under the quiet zone, for the code in micro-type."""

SIZE, LEAST_SIZE, LEAST_READ = 6.2, 5.4, 4.2
"""Of the line: as it is, where it goes below the folio rather than being smaller, and where it is refused."""

SLUG_SIZE, LEAST_SLUG_SIZE = 5.5, 3.5
EDGE = mm(2.2)
"""Nothing stands nearer to the cut."""


@dataclass(frozen=True, slots=True)
class Margins:
    """White at the four sides that all pages keep, but for what bleeds."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the page, from the trim's upper left corner."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """Where the line is held, on its baseline (None: no room), and the symbols' upper left corners."""

    line: Spot | None
    symbols: tuple[tuple[Spot, float], ...]
    """Each with its module."""

    small: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class StampPlan:
    """The places on all pages, and the line's size, which lets the longest line stand on each of them."""

    pages: tuple[PagePlaces, ...]
    size: float
    room: float
    """The width that the line may take."""

    align: float = 0.5
    """Where along itself the line is held: 0.5 in the middle, 1 at its end."""

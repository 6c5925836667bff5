"""What a check finds: a problem, where it stands in the source and on the page, and whether it was accepted.

Records only. Rules make problems with a place in the source; the page is found afterwards, from the display
list.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.problem import Problem
from reportpdf.model.report import Text


@dataclass(frozen=True, slots=True)
class Spot:
    """A box on a page: its number, and left, top, width and height in mm from the trim's upper left
    corner."""

    page: int
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Words:
    """So many characters of a text, from ``offset``."""

    text: Text
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Noted:
    """A problem as a rule found it. ``text`` and ``offset`` name the words, of which ``length`` are meant; a
    rule about no words gives the problem's own place, or a spot. ``more`` are other words with the same
    fault, where it was made so often that it is told once."""

    problem: Problem
    text: Text | None = None
    offset: int = 0
    length: int = 0
    spot: Spot | None = None
    more: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A noted problem with its spots on the pages, and the reason for which it was accepted, if it was."""

    noted: Noted
    spots: tuple[Spot, ...] = ()
    accepted: str = ""

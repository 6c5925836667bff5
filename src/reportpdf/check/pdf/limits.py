"""What a press bears, by the sort of job: the limits that marks are held against.

Comes in: the name of a condition. Goes out: :class:`Limits`. Sources: GWG 2022, variants Newspaper Ads
and Sheet CMYK (image resolution, ink coverage, black text, 15 mm square); figures marked [P] are trade
practice.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes and widths in points, coverage in per cent of ink."""

    name: str
    coverage: float
    ppi_error: float
    ppi_warning: float
    reversed_min: float
    colour_min: float
    bleed_mm: float
    """What a page whose ink reaches the trim must have; 0 where pages are not trimmed to the ink."""

    one_bit_ppi: float = 549.0
    black_text: float = 12.0
    """Black text under it must overprint."""

    rich_black: float = 24.0
    """Text under it is not printed in black and other inks. [P]"""

    line: float = 0.124
    """A line in one ink that is thinner breaks up."""

    line_inks: float = 0.25
    """The same in several inks, or reversed. [P]"""


NEWSPAPER = Limits("newspaper", 245.0, 99.0, 149.0, 9.0, 12.0, 0.0)
SHEET = Limits("sheet-fed", 320.0, 149.0, 224.0, 7.0, 9.0, 3.0)

BY_CONDITION = {"newsprint": NEWSPAPER, "coated": SHEET, "uncoated": SHEET}
"""The limits that a condition's name stands for; a printer's own profile is taken for sheet-fed."""

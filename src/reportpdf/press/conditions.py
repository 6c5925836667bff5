"""Printing conditions: what ink on a paper can bear, and the profile that describes it.

Comes in: nothing. Goes out: ``CONDITIONS``, by the name that users give (``--condition coated``). A printer's
own profile becomes a :class:`Condition` in the source room. Inks are fractions 0-1, TAC is their sum.
Sources: the profiles' README; ISO 12647-2, -3; GB/T 17934; figures marked [P] are trade practice.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.base.ink import Ink


@dataclass(frozen=True, slots=True)
class Condition:
    """One printing condition. ``identifier`` is its name in the ICC's registry of characterised conditions,
    empty for a printer's own; ``profile`` a file name beside the other profiles, or an absolute path."""

    name: str
    profile: str
    identifier: str
    description: str
    tac: float
    """Total area coverage that must not be passed over 1 mm squares, 3.0 for 300 %."""

    rich_black: Ink | None
    """Black for large areas; None: K alone [P]."""

    photo_ppi: float
    floor_ppi: float
    """A photo under it is refused: 1.3 x the ruling of a usual screen [P]."""

    reversed_min: float
    """The least size of text reversed out of colour, points [P]."""

    small_colour_min: float
    """The least size of text in two inks or more, points [P]."""


CONDITIONS: dict[str, Condition] = {
    row.name: row
    for row in (
        Condition(
            "coated",
            "coated-fogra39-tac300.icc",
            "FOGRA39",
            "Offset on coated paper, FOGRA39L",
            3.0,
            Ink(0.6, 0.4, 0.4, 1.0),
            300.0,
            225.0,
            7.0,
            9.0,
        ),
        Condition(
            "uncoated",
            "uncoated-fogra29-tac300.icc",
            "FOGRA29",
            "Offset on uncoated paper, FOGRA29L",
            3.0,
            Ink(0.4, 0.3, 0.3, 1.0),
            300.0,
            200.0,
            7.0,
            9.0,
        ),
        Condition(
            "newsprint",
            "newsprint-tr002-tac240.icc",
            "CGATS TR 002",
            "Coldset on newsprint, CGATS TR 002",
            2.4,
            None,
            200.0,
            120.0,
            9.0,
            12.0,
        ),
    )
}
"""Every condition that comes with reportpdf."""

"""The colour of a round's marks: red, blue, green for the first three, then violet, brown, teal, and again.

Comes in: the number of a round. Goes out: its ink and its name. Source: proof-readers write each proof in a
colour of its own (校次; trade practice [P]); GB/T 14706-1993 5.1 asks for coloured ink.
"""

from __future__ import annotations

from reportpdf.base.ink import Ink

COLOURS: tuple[tuple[str, Ink], ...] = (
    ("红", Ink(0.0, 1.0, 0.9, 0.05, screen=(206, 17, 38))),
    ("蓝", Ink(1.0, 0.65, 0.0, 0.05, screen=(0, 84, 184))),
    ("绿", Ink(0.9, 0.2, 1.0, 0.05, screen=(0, 122, 51))),
    ("紫", Ink(0.6, 0.9, 0.0, 0.0, screen=(122, 41, 150))),
    ("棕", Ink(0.3, 0.7, 1.0, 0.2, screen=(140, 74, 20))),
    ("青", Ink(0.95, 0.2, 0.35, 0.1, screen=(0, 118, 134))),
)

REMARK = Ink(0.0, 1.0, 0.9, 0.1, screen=(200, 22, 30))
"""Of what somebody wrote on a proof, of whichever round: proof-readers' red."""


def round_colour(number: int) -> tuple[str, Ink]:
    """The name and the ink of what round ``number`` changed; two reports that are no rounds are red."""
    return COLOURS[max(0, number - 1) % len(COLOURS)]


def screen_colour(ink: Ink) -> tuple[int, int, int]:
    """The sRGB of one of these inks: each of them says it."""
    assert ink.screen is not None
    return ink.screen

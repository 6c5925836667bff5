"""The colour spaces an edition can be painted in.

Comes in: nothing. Goes out: :class:`ColourSpace`. Inks are given in CMYK; the screen edition derives sRGB
from them, a press edition writes them as they are. Source: ISO 32000-2 8.6.4 (device colour spaces).
"""

from __future__ import annotations

from enum import Enum


class ColourSpace(Enum):
    """Where the colours of an edition live."""

    SRGB = "srgb"
    CMYK = "cmyk"

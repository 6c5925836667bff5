"""Numbers as a PDF writes them.

Comes in: floats. Goes out: the shortest decimal that is right to the given number of places; a PDF has no
exponents. Source: ISO 32000-2 7.3.3 (numeric objects).
"""

from __future__ import annotations

from functools import lru_cache
from math import isfinite

POSITION_PLACES = 3
"""Places after the point of coordinates: an error of 0.0005 pt, a 50th of a platesetter's dot at 2540 dpi."""


@lru_cache(maxsize=4096)  # lines stand on a grid and sizes are few: most numbers have been written before
def number(value: float, places: int = POSITION_PLACES) -> str:
    """``value`` rounded to ``places`` decimals, without a trailing zero or a minus before zero.

    Raises:
        ValueError: it is not finite; a PDF has no word for that, and a reader would stop at it.
    """
    if not isfinite(value):
        raise ValueError(f"not a place on a page: {value}")
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text

"""A code becomes a QR symbol of 21 modules, as rectangles.

Comes in: sixteen characters of the alphanumeric set. Goes out: operators in modules, y upward from the lower left
corner of the quiet zone. Version 1 holds them at error correction Q: a quarter of the symbol may be lost.
Source: ISO/IEC 18004:2024, table 7.
"""

from __future__ import annotations

import re

from reportpdf.paint.numbers import number

SIDE, QUIET = 21, 4
_LAP = 0.04
"""Rows reach into each other by so much, so that no viewer's smoothing shows white between them."""

_LOWS = tuple(number(QUIET + SIDE - 1 - row - _LAP) for row in range(SIDE))
"""The lower edges of the rows, from the uppermost."""

_DARK = re.compile(rb"\0+")


def symbol_operators(code: str) -> str:
    """The dark modules of the code's symbol, each run of a row as one rectangle."""
    import zxingcpp

    barcode = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    pixels = memoryview(barcode.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]
    if pixels.shape != (SIDE, SIDE):
        raise ValueError(f"a symbol of {pixels.shape} modules")
    dark = pixels.tobytes()
    parts = [
        f"{QUIET + run.start()} {low} {run.end() - run.start()} {1 + _LAP} re"
        for row, low in enumerate(_LOWS)
        for run in _DARK.finditer(dark[row * SIDE : (row + 1) * SIDE])
    ]
    return "\n".join((*parts, "f"))

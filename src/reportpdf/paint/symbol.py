"""A code becomes a symbol of squares: a QR code of 21 modules, or a Data Matrix of 16.

Comes in: sixteen characters of the alphanumeric set. Goes out: operators in modules, y upward from the
lower left corner of the quiet zone. QR version 1 holds them at error correction Q: a quarter may be lost;
Data Matrix 16 x 16 corrects as much. Source: ISO/IEC 18004:2024 table 7; ISO/IEC 16022 table 7.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reportpdf.press.stamp_measures import QUIET, SIDE, SMALL_QUIET, SMALL_SIDE

if TYPE_CHECKING:
    import zxingcpp

_LAP = 0.04
"""Rows reach into each other by so much, so that no viewer's smoothing shows white between them."""

_SQUARE_16 = 4
"""The 16 x 16 symbol by its place in table 7 of ISO/IEC 16022. Left to itself the encoder takes an oblong for
one code in five thousand, which packs well."""

_RUNS = re.compile(rb"\0+")
"""Dark modules beside each other."""


def qr_operators(code: str) -> str:
    """The QR code."""
    import zxingcpp

    made = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    return _operators(made, SIDE, QUIET)


def matrix_operators(code: str) -> str:
    """The Data Matrix."""
    import zxingcpp

    made = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.DataMatrix, version=_SQUARE_16)
    return _operators(made, SMALL_SIDE, SMALL_QUIET)


def _operators(barcode: zxingcpp.Barcode, side: int, quiet: int) -> str:
    """The dark modules, each run of a row as one rectangle."""
    pixels = memoryview(barcode.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]
    if pixels.shape != (side, side):
        raise ValueError(f"a symbol of {pixels.shape} modules")
    dark, lowest = pixels.tobytes(), quiet + side - 1 - _LAP
    parts = [
        _bar(quiet + run.start(), lowest - row, run.end() - run.start())
        for row in range(side)
        for run in _RUNS.finditer(dark[row * side : (row + 1) * side])
    ]
    return "\n".join((*parts, "f"))


@cache
def _bar(left: int, low: float, wide: int) -> str:
    """Dark modules beside each other; there are some hundreds of such bars for all copies."""
    return f"{left} {low:.2f} {wide} {1 + _LAP} re"

"""Symbols of codes: of one size whatever the code, and read back as it."""

from __future__ import annotations

import re
from random import Random

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from reportpdf.dispatch.codes import new_code
from reportpdf.paint.symbol import matrix_operators, qr_operators
from reportpdf.press.stamp_measures import ACROSS, SMALL_ACROSS

SHORT = ("04668296B9027AJH", "89H44B5739N40Q56", "83ZQ1999KV034945", "Q81G1044ZV372388", "0" * 16)
"""Codes with so many digits that they would go into a smaller symbol."""


def read(operators: str, across: float) -> list[str]:
    """What a reader sees in the rectangles."""
    scale = 8
    side = round(across * scale)
    picture = Image.new("L", (side, side), 255)
    draw = ImageDraw.Draw(picture)
    for x, y, width, height in re.findall(r"(\S+) (\S+) (\S+) (\S+) re", operators):
        left, low = float(x) * scale, side - float(y) * scale
        draw.rectangle((left, low - float(height) * scale, left + float(width) * scale - 1, low - 1), 0)
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("code", [*SHORT, *(new_code(Random(n).randbytes) for n in range(5))])
def test_a_symbol_is_read_back_whatever_the_code(code: str) -> None:
    assert read(qr_operators(code), ACROSS) == [code]
    assert read(matrix_operators(code), SMALL_ACROSS) == [code]


def test_no_code_is_too_long_or_too_short_for_its_symbol() -> None:
    random = Random(1)
    for _ in range(5_000):
        code = new_code(random.randbytes)
        assert qr_operators(code)
        assert matrix_operators(code)

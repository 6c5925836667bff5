"""A cell's number as a figure is written: ``{:,}项``, ``{:.1%}``, ``{:.1万}件``.

In: a format and a number. Out: the figure. A format is words around one pair of braces, which may hold,
in this order, a comma (thousands apart), a point with a number of decimals, and ``%``, ``万`` or ``亿``
(the number in hundredths, ten thousands, hundred millions, and the sign after it). Nothing else is
understood, so that no file can make reportpdf do more than write a number.
Rounding is half up, as the table's own program shows it. Source: GB/T 15835-2011 5.1.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

FORMAT = r"^[^{}\n]*\{(?::,?(?:\.[0-9])?[%万亿]?)?\}[^{}\n]*$"
"""What a format is, as a JSON Schema says it too."""

_PARTS = re.compile(
    r"(?P<before>[^{}]*)\{(?::(?P<comma>,)?(?:\.(?P<digits>[0-9]))?(?P<scale>[%万亿])?)?\}(?P<after>.*)"
)
_SCALES = {"": Decimal(1), "%": Decimal("0.01"), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_CELL_FORMAT = re.compile(r"(?P<comma>#,##)?0(?:\.(?P<digits>0+))?(?P<percent>%)?(?:\"(?P<after>[^\"]*)\")?")


def is_format(given: str) -> bool:
    """Whether the words are a format."""
    return bool(re.match(FORMAT, given))


def write_figure(given: str, number: Decimal) -> str:
    """The number in a format that :func:`is_format` took."""
    parts = _PARTS.fullmatch(given)
    assert parts is not None, "formats are checked when they are read"
    scale = parts["scale"] or ""
    return (
        parts["before"]
        + _written(number / _SCALES[scale], parts["comma"], parts["digits"])
        + scale
        + parts["after"]
    )


def format_of_cell(cell_format: str) -> str:
    """The format that says what a spreadsheet's own number format shows; bare digits for an unusual one."""
    parts = _CELL_FORMAT.fullmatch(cell_format.split(";", maxsplit=1)[0].split("_", maxsplit=1)[0])
    if parts is None:
        return "{}"
    digits = f".{len(parts['digits'])}" if parts["digits"] else ".0"
    inner = (parts["comma"] or "")[1:2] + digits + (parts["percent"] or "")
    return "{:" + inner + "}" + (parts["after"] or "")


def _written(number: Decimal, comma: str | None, digits: str | None) -> str:
    """Digits, never an exponent; a number of decimals rounds, none leaves the number as it is."""
    if digits is not None:
        number = number.quantize(Decimal(1).scaleb(-int(digits)), ROUND_HALF_UP)
        text = f"{number:,f}" if comma else f"{number:f}"
        return text.removeprefix("-") if not number else text
    text = f"{number:,f}" if comma else f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if text not in ("", "-", "-0") else "0"

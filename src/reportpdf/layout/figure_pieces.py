"""A figure is read into its pieces: digits, the signs behind them, a dash between years, words.

In: one figure's words, without 、. Out: pieces in order, each with its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIGITS = r"(?:^[+\-−±])?[0-9](?:[0-9A-Za-z.,:/+\-–~×]*[0-9A-Za-z+])?"
_SIGNS = "%％‰℃°"
_DASH = r"(?<=[0-9])—(?=[0-9])"
"""Between years: set with the digits, and no wider than its ink."""

_PIECE = re.compile(
    f"(?P<digits>{_DIGITS})|(?P<sign>[{_SIGNS}]+)|(?P<dash>{_DASH})|(?P<words>(?:(?![0-9{_SIGNS}]|{_DASH}).)+)"
)
_HALF = {"％": "%"}


def pieces(figure: str) -> Iterator[tuple[str, str]]:
    """Kind (``digits``, ``sign``, ``dash`` or ``words``) and characters of each piece."""
    for match in _PIECE.finditer(figure):
        assert match.lastgroup is not None  # every alternative is named
        yield match.lastgroup, "".join(_HALF.get(c, c) for c in match.group())

"""How wide text is and what it says, from a font dictionary.

Comes in: a font as pikepdf reads it. Goes out: for a string shown its codes' widths in thousandths of an
em, and its words. Source: ISO 32000-2 9.2.4, 9.7.4.3 (widths), 9.10.3 (ToUnicode).
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

_USUAL_WIDTH = 500.0
_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_SPAN = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")


class ShownFont:
    """A font that text is shown in; read when first asked."""

    def __init__(self, font: Any) -> None:
        self.dictionary = self._font = font
        self.composite = str(font.get("/Subtype", "")) == "/Type0"
        name = str(font.get("/BaseFont", font.get("/Name", "/?")))
        self.name = re.sub(r"^/?([A-Z]{6}\+)?", "", name)

    def codes(self, shown: bytes) -> list[int]:
        """The codes of a string."""
        if not self.composite:
            return list(shown)
        return [int.from_bytes(shown[i : i + 2], "big") for i in range(0, len(shown) - 1, 2)]

    def width(self, code: int) -> float:
        """The advance of a code."""
        return self._widths.get(code, self._default)

    def text(self, codes: list[int]) -> str:
        """What a string says, as far as the font tells."""
        known = self._texts
        if known or self.composite:
            return "".join(known.get(code, "\ufffd") for code in codes)
        return bytes(codes).decode("cp1252", "replace")

    @cached_property
    def _default(self) -> float:
        if self.composite:
            return float(self._font.DescendantFonts[0].get("/DW", 1000))
        return float(self._font.get("/FontDescriptor", {}).get("/MissingWidth", 0)) or _USUAL_WIDTH

    @cached_property
    def _widths(self) -> dict[int, float]:
        if self.composite:
            return _cid_widths(self._font.DescendantFonts[0].get("/W", []))
        first = int(self._font.get("/FirstChar", 0))
        scale = 1.0
        if str(self._font.get("/Subtype", "")) == "/Type3":
            scale = 1000 * float(self._font.get("/FontMatrix", [0.001])[0])
        return {first + i: float(w) * scale for i, w in enumerate(self._font.get("/Widths", []))}

    @cached_property
    def _texts(self) -> dict[int, str]:
        import pikepdf

        stream = self._font.get("/ToUnicode", None)
        return _to_unicode(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else {}


def _cid_widths(rows: Any) -> dict[int, float]:
    """The widths of an array ``c [w …]`` or ``first last w``."""
    import pikepdf

    widths: dict[int, float] = {}
    rows, at = list(rows), 0
    while at + 1 < len(rows):
        first = int(rows[at])
        if isinstance(rows[at + 1], pikepdf.Array):
            widths.update({first + i: float(w) for i, w in enumerate(rows[at + 1])})
            at += 2
        elif at + 2 < len(rows):
            widths.update(dict.fromkeys(range(first, min(int(rows[at + 1]), 65535) + 1), float(rows[at + 2])))
            at += 3
        else:
            break
    return widths


def _to_unicode(cmap: bytes) -> dict[int, str]:
    texts: dict[int, str] = {}
    for block in _CHARACTERS.findall(cmap):
        for code, text in _PAIR.findall(block):
            texts[int(code, 16)] = _utf16(text)
    for block in _RANGES.findall(cmap):
        for low, high, text, each in _SPAN.findall(block):
            first, last = int(low, 16), min(int(high, 16), int(low, 16) + 65535)
            if text:
                start = int(text, 16)
                texts.update({c: chr(start + c - first) for c in range(first, last + 1) if start <= 0xFFFF})
            else:
                listed = re.findall(rb"<([0-9A-Fa-f\s]*)>", each)
                texts.update({first + i: _utf16(one) for i, one in enumerate(listed)})
    return texts


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")

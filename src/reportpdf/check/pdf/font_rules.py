"""Rules about the fonts that text is shown in: embedded, allowed to be, and readable.

Comes in: an examined PDF. Goes out: what is wrong, each font told once. Source: ISO 15930-7 6.5; ISO 32000-2
9.9; OpenType 1.9 OS/2 fsType; GWG 2022 (Courier: what a missing font is replaced by).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

from reportpdf.base.problem import problem
from reportpdf.check.finding import Noted, Spot
from reportpdf.check.pdf.opened import Examined

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_RESTRICTED = 0x0002
"""fsType bit 1: restricted licence embedding."""


def font_problems(file: Examined, *, press: bool) -> Iterator[Noted]:
    """What is wrong with the fonts of a file."""
    told: set[tuple[str, str]] = set()
    for page in file.pages:
        for key, font in page.found.fonts.items():
            name = key.split(" (")[0]
            for code in _faults(font, name, press):
                if (code, name) not in told:
                    told.add((code, name))
                    at = next((m.box for m in page.marks if m.font == name), None)
                    spot: Spot | None = page.spot(at) if at else None
                    yield Noted(problem(code, file.place, page=page.number, name=name), spot=spot)


def _faults(font: Any, name: str, press: bool) -> Iterator[str]:
    kind = str(font.get("/Subtype", ""))
    if kind == "/Type3":
        yield "font-type3"
        return
    own = font.DescendantFonts[0] if kind == "/Type0" else font
    descriptor = own.get("/FontDescriptor", {})
    program = next((descriptor[key] for key in _PROGRAMS if key in descriptor), None)
    if program is None:
        yield "font-not-embedded"
    elif _fs_type(program.read_bytes()) & _RESTRICTED:
        yield "font-not-embeddable"
    if press and name.lower().startswith("courier"):
        yield "font-courier"
    if kind == "/Type0" and "/ToUnicode" not in font and not press:
        yield "font-no-text"


def _fs_type(program: bytes) -> int:
    """The embedding bits of a font program that has an OS/2 table; 0 (installable) for others."""
    if program[:4] not in (b"\0\1\0\0", b"OTTO", b"true") or len(program) < 12:
        return 0
    count = struct.unpack(">H", program[4:6])[0]
    for i in range(count):
        row = program[12 + 16 * i : 28 + 16 * i]
        if row[:4] == b"OS/2" and len(row) == 16:
            at = struct.unpack(">I", row[8:12])[0]
            found = program[at + 8 : at + 10]
            return int(struct.unpack(">H", found)[0]) if len(found) == 2 else 0
    return 0

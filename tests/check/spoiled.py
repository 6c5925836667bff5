"""Small print PDFs, good ones and such with one planted fault, for the rules about bytes.

A page is 100 x 150 mm with 3 mm of bleed; its content is written by hand, so that a case reads as what it
plants.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from reportpdf.check.pdf.limits import SHEET, Limits
from reportpdf.check.pdf.rules import pdf_problems

MM = 72 / 25.4
WIDTH, HEIGHT, BLEED = 100 * MM, 150 * MM, 3 * MM
FONT_FILE = Path(__file__).parent.parent.parent / "fonts" / "LeagueGothic-Regular.ttf"
PROFILE = Path(__file__).parent.parent.parent / "src/reportpdf/press/icc/coated-fogra39-tac300.icc"
Spoil = Callable[[pikepdf.Pdf], None]


@cache
def _font_bytes() -> bytes:
    return FONT_FILE.read_bytes()


def font(pdf: pikepdf.Pdf, program: bytes | None = None, name: str = "ABCDEF+League") -> Any:
    """A simple font, embedded unless ``program`` is empty."""
    program = _font_bytes() if program is None else program
    about = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/" + name),
        Flags=32,
        FontBBox=[0, -200, 1000, 900],
        ItalicAngle=0,
        Ascent=900,
        Descent=-200,
        CapHeight=700,
        StemV=80,
    )
    if program:
        about.FontFile2 = pdf.make_indirect(Stream(pdf, program))
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name("/" + name),
            FirstChar=32,
            LastChar=126,
            Widths=Array([500] * 95),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(about),
        )
    )


def image(pdf: pikepdf.Pdf, width: int, height: int, space: Name = Name.DeviceCMYK, bits: int = 8) -> Any:
    """A plain image."""
    parts = {Name.DeviceCMYK: 4, Name.DeviceRGB: 3, Name.DeviceGray: 1}[space]
    row = (width * parts * bits + 7) // 8
    return pdf.make_indirect(
        Stream(
            pdf,
            b"\x40" * (row * height),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=width,
            Height=height,
            ColorSpace=space,
            BitsPerComponent=bits,
        )
    )


def spot(pdf: pikepdf.Pdf, name: str, cyan: float = 1.0) -> Any:
    """A separation with an alternate in CMYK."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[cyan, 0.5, 0, 0], N=1)
    return Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, tint])


def build(path: Path, content: str, spoil: Spoil | None = None, pages: int = 1) -> Path:
    """A print PDF with that content on every page."""
    pdf = pikepdf.new()
    for _ in range(pages):
        media = Array([0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED])
        trim = Array([BLEED, BLEED, BLEED + WIDTH, BLEED + HEIGHT])
        states = Dictionary(
            Over=Dictionary(op=True, OP=True, OPM=1),
            Knock=Dictionary(op=False, OP=False, OPM=0),
            Half=Dictionary(ca=0.5, CA=0.5),
            Gone=Dictionary(ca=0, CA=0),
            Multiply=Dictionary(BM=Name.Multiply),
        )
        page = Dictionary(
            Type=Name.Page,
            MediaBox=media,
            TrimBox=trim,
            BleedBox=Array(list(media)),
            Contents=Stream(pdf, content.encode("latin-1")),
            Resources=Dictionary(
                Font=Dictionary(F=font(pdf)),
                ExtGState=states,
                XObject=Dictionary(
                    Fine=image(pdf, 300, 300),
                    Coarse=image(pdf, 100, 100),
                    Soft=image(pdf, 190, 190),
                    Rgb=image(pdf, 300, 300, Name.DeviceRGB),
                    Bits=image(pdf, 300, 300, Name.DeviceGray, 1),
                ),
                ColorSpace=Dictionary(
                    Blue=spot(pdf, "PANTONE 300 C"),
                    Blue2=spot(pdf, "Pantone 300 U"),
                    Blue3=spot(pdf, "PANTONE 300 C", 0.7),
                    All=spot(pdf, "All"),
                    None_=spot(pdf, "None"),
                    Cyan=spot(pdf, "Cyan"),
                ),
            ),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    profile = Stream(pdf, PROFILE.read_bytes(), N=4)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier="FOGRA39",
                DestOutputProfile=pdf.make_indirect(profile),
            )
        ]
    )
    if spoil is not None:
        spoil(pdf)
    pdf.save(path)
    pdf.close()
    return path


def codes(
    path: Path, limits: Limits | None = SHEET, off: frozenset[str] = frozenset({"press-ink-coverage"})
) -> set[str]:
    """The codes of all that is found, ink coverage apart unless it is asked for."""
    return {noted.problem.code for noted in pdf_problems(path, limits, off=off)}

"""Small fonts made for the tests: known glyphs, known widths, and any OS/2 fsType."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

UPEM = 1000
# Two characters on one glyph (用 and the radical ⽤), a narrow digit, a plane-2 character, a blank
CMAP = {
    0x20: "space",
    0x32: "two",
    0x33: "three",
    0x7528: "use",
    0x2F64: "use",
    0x4E00: "one",
    0x20BB7: "yoshi",
}
WIDTHS = {".notdef": 500, "space": 250, "two": 480, "three": 455, "use": 1000, "one": 1000, "yoshi": 1000}
ORDER = list(WIDTHS)


def _square(pen: object, width: int, inset: int) -> None:
    pen.moveTo((inset, 0))
    for point in ((inset, 700), (width - inset, 700), (width - inset, 0)):
        pen.lineTo(point)
    pen.closePath()


def _inset(name: str) -> int:
    """White at either side of a glyph's block, its own for each."""
    return 0 if name == "space" else 40 + 10 * ORDER.index(name)


def _builder(*, cff: bool, family: str, fs_type: int) -> FontBuilder:
    builder = FontBuilder(UPEM, isTTF=not cff)
    builder.setupGlyphOrder(ORDER)
    builder.setupCharacterMap(CMAP)
    shapes = {}
    for name, width in WIDTHS.items():
        pen = T2CharStringPen(width, None) if cff else TTGlyphPen(None)
        if name != "space":
            _square(pen, width, _inset(name))
        shapes[name] = pen.getCharString() if cff else pen.glyph()
    if cff:
        builder.setupCFF(f"{family}-Regular", {"FullName": family}, shapes, {})
    else:
        builder.setupGlyf(shapes)
    builder.setupHorizontalMetrics({name: (WIDTHS[name], _inset(name)) for name in ORDER})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": f"{family}-Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=fs_type, sCapHeight=700)
    builder.setupPost()
    return builder


def font_bytes(*, cff: bool = False, family: str = "Forged", fs_type: int = 0) -> bytes:
    """A whole small font file."""
    file = BytesIO()
    _builder(cff=cff, family=family, fs_type=fs_type).save(file)
    return file.getvalue()


def cid_keyed_bytes() -> bytes:
    """A CFF font keyed by CID, whose CIDs are not its glyph numbers (every CID is 100 higher)."""
    from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict

    font = TTFont(BytesIO(font_bytes(cff=True, family="ForgedCID")))
    cff = font["CFF "].cff
    top = cff.topDictIndex[0]
    strings = {name: top.CharStrings[name] for name in ORDER}
    for name in ORDER:
        strings[name].decompile()
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = 1000
    inner = FontDict()
    inner.Private = top.Private
    inner.FontName = "ForgedCID-Inner"
    array = FDArrayIndex()
    array.append(inner)
    top.FDArray = array
    select = FDSelect()
    select.format = 3
    select.gidArray = [0] * len(ORDER)
    top.FDSelect = select
    for name in ORDER:
        strings[name].fdSelectIndex = 0
    top.CharStrings.fdArray, top.CharStrings.fdSelect = array, select
    top.CharStrings.private = None
    names = [".notdef", *(f"cid{100 + i:05d}" for i in range(1, len(ORDER)))]
    top.CharStrings.charStrings = {
        new: top.CharStrings.charStrings[old] for old, new in zip(ORDER, names, strict=True)
    }
    top.charset = names
    del top.rawDict["Private"]
    font.setGlyphOrder(names)
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def collection_bytes(*families: str) -> bytes:
    """A .ttc with one face a family."""
    collection = TTCollection()
    collection.fonts = [TTFont(BytesIO(font_bytes(family=family))) for family in families]
    file = BytesIO()
    collection.save(file)
    return file.getvalue()


def without(data: bytes, *tags: str) -> bytes:
    """The font without some of its tables."""
    font = TTFont(BytesIO(data))
    for tag in tags:
        del font[tag]
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def with_table(data: bytes, tag: str, content: bytes) -> bytes:
    """The font with one more table of raw bytes."""
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    font = TTFont(BytesIO(data))
    font[tag] = table = DefaultTable(tag)
    table.data = content
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path

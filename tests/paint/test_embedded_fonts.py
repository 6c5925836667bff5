"""Fonts in the file: one a face, embedded, with the widths and glyphs of the face."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from reportpdf.source.font_file import open_font_file
from tests.fonts import forge
from tests.paint.setting import GOTHIC, KAI, SONG, cluster, clusters, line, painted

FACES = [SONG, KAI, GOTHIC]


def _fonts(pdf: bytes) -> list[dict[str, object]]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = []
        for font in opened.pages[0].Resources.Font.values():
            [inner] = font.DescendantFonts
            descriptor = inner.FontDescriptor
            found.append(
                {
                    "name": str(font.BaseFont),
                    "subtype": (str(font.Subtype), str(inner.Subtype)),
                    "encoding": str(font.Encoding),
                    "file": [key for key in map(str, descriptor) if key.startswith("/FontFile")],
                    "descriptor": {
                        key: float(descriptor[key]) for key in ("/Ascent", "/Descent", "/CapHeight", "/StemV")
                    },
                    "names": {str(inner.BaseFont), str(descriptor.FontName)},
                }
            )
        return found


def test_each_face_is_one_embedded_type0_font() -> None:
    items = [line([cluster(c, face) for c in "2024"]) for face in FACES] * 2
    fonts = _fonts(painted(*items))
    assert [font["name"].split("+")[1] for font in fonts] == FACES
    for font in fonts:
        assert font["subtype"] == ("/Type0", "/CIDFontType2")
        assert font["encoding"] == "/Identity-H"
        assert font["file"] == ["/FontFile2"]
        assert font["names"] == {font["name"]}
        assert (
            font["descriptor"]["/Ascent"]
            > font["descriptor"]["/CapHeight"]
            > 0
            > font["descriptor"]["/Descent"]
        )


def test_no_font_is_named_that_is_not_embedded() -> None:
    pdf = painted(line(clusters("公安")))
    with pikepdf.open(BytesIO(pdf)) as opened:
        fonts = [o for o in opened.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        assert {str(o.BaseFont).split("+")[1] for o in fonts} == {SONG}
    assert b"Helvetica" not in pdf


def test_declared_widths_are_the_fonts_own() -> None:
    pdf = painted(line(clusters("2024", "年", "x")))
    with pikepdf.open(BytesIO(pdf)) as opened:
        [font] = opened.pages[0].Resources.Font.values()
        [inner] = font.DescendantFonts
        widths, declared = list(inner.W), {}
        for first, row in zip(widths[::2], widths[1::2], strict=True):
            declared.update({int(first) + i: float(w) for i, w in enumerate(row)})
        program = bytes(inner.FontDescriptor.FontFile2.read_bytes())
        to_gid = bytes(inner.CIDToGIDMap.read_bytes())
        full = float(inner.DW)
    from fontTools.ttLib import TTFont

    font_file = TTFont(BytesIO(program))
    order, metrics = font_file.getGlyphOrder(), font_file["hmtx"].metrics
    for code in range(1, len(to_gid) // 2):
        gid = int.from_bytes(to_gid[2 * code : 2 * code + 2], "big")
        assert metrics[order[gid]][0] == declared.get(code, full)


def test_a_subset_holds_the_glyphs_used_and_no_more() -> None:
    few, many = painted(line(clusters("一"))), painted(line(clusters(*"一二三四五六七八九十")))
    assert len(few) < len(many) < 40_000


def test_a_cff_face_is_embedded_as_cff(tmp_path: Path) -> None:
    path = forge.write(tmp_path, "f.otf", forge.font_bytes(cff=True))
    fonts = {"own": open_font_file(str(path), "own")}
    [font] = _fonts(painted(line([cluster("一", "own", fonts)]), fonts=fonts))
    assert font["subtype"] == ("/Type0", "/CIDFontType0")
    assert font["file"] == ["/FontFile3"]
    assert font["name"].endswith("+Forged-Regular-Identity-H")


@pytest.mark.parametrize("cff", [False, True])
def test_a_font_that_forbids_subsetting_is_embedded_whole(cff: bool, tmp_path: Path) -> None:
    path = forge.write(tmp_path, "w.otf", forge.font_bytes(cff=cff, fs_type=0x100))
    fonts = {"own": open_font_file(str(path), "own")}
    pdf = painted(line([cluster("一", "own", fonts)]), fonts=fonts)
    [font] = _fonts(pdf)
    assert "+" not in font["name"]
    with pikepdf.open(BytesIO(pdf)) as opened:
        [embedded] = opened.pages[0].Resources.Font.values()
        file = embedded.DescendantFonts[0].FontDescriptor["/FontFile3" if cff else "/FontFile2"].read_bytes()
    assert _glyph_count(file, cff) == len(forge.ORDER)


def _glyph_count(program: bytes, cff: bool) -> int:
    from fontTools.cffLib import CFFFontSet
    from fontTools.ttLib import TTFont

    if not cff:
        return TTFont(BytesIO(program))["maxp"].numGlyphs
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(program), None)
    return len(fonts.topDictIndex[0].charset)


@pytest.mark.parametrize("kind", ["ttf", "otf"])
def test_glyphs_are_drawn_where_they_are_extracted(kind: str, tmp_path: Path) -> None:
    """The forged glyphs are blocks, each inset by its own amount: their ink tells them apart."""
    import pypdfium2

    path = forge.write(tmp_path, f"f.{kind}", forge.font_bytes(cff=kind == "otf"))
    fonts = {"own": open_font_file(str(path), "own")}
    pdf = painted(
        line([cluster(c, "own", fonts) for c in "用⽤2"], x=100.0, y=200.0, size=100.0), fonts=fonts
    )
    opened = pypdfium2.PdfDocument(pdf)
    try:
        row = opened[0].render(scale=1).to_pil().convert("L").crop((0, 170, 400, 171)).tobytes()
    finally:
        opened.close()
    inked = [x for x in range(1, 400) if (row[x] < 128) != (row[x - 1] < 128)]
    assert inked == pytest.approx([108, 192, 208, 292, 306, 342], abs=1)

"""Text copied out of the PDF is the text that was set."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.source.font_file import open_font_file
from reportpdf.text.cluster import Cluster, Glyph, Kind
from tests.fonts import forge
from tests.paint.setting import (
    BUNDLED,
    GOTHIC,
    KAI,
    SONG,
    cluster,
    clusters,
    line,
    mapped_text,
    painted,
    pdfium_text,
    pdfminer_text,
)

CASES = {
    "plain Han": (SONG, ("滨", "州", "公", "安")),
    "a Han character and the radical that looks alike": (SONG, ("用", "⽤", "用", "一", "⼀")),
    "a character of plane 2": (KAI, ("𠮷", "田")),
    "a dash of two characters in one glyph": (SONG, ("破", "——", "折")),
    "a dash of two characters in two glyphs": (KAI, ("破", "——", "折")),
    "an ellipsis of two characters": (SONG, ("省", "……", "略")),
    "digits and a unit": (GOTHIC, ("2024", "13.5%", "1,234")),
    "full-width marks": (SONG, ("“", "说", "”", "，", "。")),
    "a Latin word that ligates": (SONG, ("officer", "fi", "ffl")),
    "an accent without a composed letter": (SONG, ("x\u0301y", "ɛ\u0303")),
    "a space inside": (SONG, ("甲", "乙")),
}


def _extracted(pdf: bytes, tmp_path: Path, tool: str) -> str:
    path = tmp_path / "set.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([tool, "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    return "".join(done.stdout.decode().split())


@pytest.mark.parametrize("case", CASES)
def test_every_code_maps_to_the_characters_it_was_set_for(case: str) -> None:
    face, texts = CASES[case]
    assert mapped_text(painted(line(clusters(*texts, face=face)))) == "".join(texts)


@pytest.mark.parametrize("case", CASES)
def test_three_extractors_give_the_text_back(case: str, tmp_path: Path, tools: dict[str, str]) -> None:
    face, texts = CASES[case]
    pdf, text = painted(line(clusters(*texts, face=face))), "".join(texts)
    assert pdfminer_text(pdf) == text
    assert pdfium_text(pdf) == text
    assert _extracted(pdf, tmp_path, tools["pdftotext"]) == text


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FEF), min_size=1, max_size=40))
def test_any_han_text_survives(text: str) -> None:
    assert mapped_text(painted(line(clusters(*text)))) == text


def test_a_second_glyph_without_text_adds_nothing(tmp_path: Path, tools: dict[str, str]) -> None:
    """A letter drawn as base and accent: one character, two glyphs."""
    font = BUNDLED[SONG].hb_font
    base, accent = (font.get_nominal_glyph(ord(c)) for c in "e\u00b4")
    drawn = Cluster(
        "é", Kind.WESTERN, SONG, (Glyph(base, 0.5, 0.0, 0.0, "é"), Glyph(accent, 0.0, -0.4, 0.0, "")), 0.5
    )
    pdf = painted(line((cluster("甲"), drawn, cluster("乙"))))
    assert mapped_text(pdf) == pdfminer_text(pdf) == pdfium_text(pdf) == "甲é乙"
    assert _extracted(pdf, tmp_path, tools["pdftotext"]) == "甲é乙"


FORGED = {
    "TrueType": ("f.ttf", forge.font_bytes),
    "CFF by name": ("f.otf", lambda: forge.font_bytes(cff=True)),
    "CFF by CID": ("f.otf", forge.cid_keyed_bytes),
}


@pytest.mark.parametrize("kind", FORGED)
def test_one_glyph_serves_two_characters_in_any_kind_of_font(
    kind: str, tmp_path: Path, tools: dict[str, str]
) -> None:
    name, make = FORGED[kind]
    fonts = {"own": open_font_file(str(forge.write(tmp_path, name, make())), "own")}
    text = "用⽤一𠮷2⽤3用"
    set_line = line([cluster(c, "own", fonts) for c in text], tracking=0.02)
    pdf = painted(set_line, fonts=fonts)
    assert mapped_text(pdf) == pdfminer_text(pdf) == pdfium_text(pdf) == text
    assert _extracted(pdf, tmp_path, tools["pdftotext"]) == text


def test_a_face_inside_a_collection_is_embedded(tmp_path: Path) -> None:
    path = forge.write(tmp_path, "two.ttc", forge.collection_bytes("First", "Second"))
    fonts = {"second": open_font_file(str(path), "second", 1)}
    pdf = painted(line([cluster(c, "second", fonts) for c in "一用"]), fonts=fonts)
    assert mapped_text(pdf) == "一用"
    assert b"+Second-Regular" in pdf
    assert b"+First-Regular" not in pdf


def test_more_than_a_hundred_mappings_stand_in_blocks() -> None:
    text = "".join(chr(0x4E00 + i) for i in range(250))
    assert mapped_text(painted(line(clusters(*text)))) == text


def test_invisible_text_is_extracted_but_not_inked() -> None:
    shown = painted(line(clusters("风", "险")), line(clusters("，"), x=60.0))
    hidden = painted(line(clusters("风", "险")), line(clusters("，"), x=60.0, visible=False))
    without = painted(line(clusters("风", "险")))
    assert mapped_text(hidden) == pdfium_text(hidden) == pdfminer_text(hidden) == "风险，"
    assert _pixels(hidden) == _pixels(without)
    assert _pixels(shown) != _pixels(without)


def test_text_after_invisible_text_is_inked() -> None:
    pdf = painted(line(clusters("，"), visible=False), line(clusters("险"), x=60.0))
    assert _pixels(pdf) == _pixels(painted(line(clusters("险"), x=60.0)))


def _pixels(pdf: bytes) -> bytes:
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf)
    try:
        return bytes(opened[0].render(scale=2).to_pil().tobytes())
    finally:
        opened.close()

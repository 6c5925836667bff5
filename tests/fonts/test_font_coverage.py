"""What `reportpdf fonts` says of a face is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpdf.paint.font_tables import Embedding
from reportpdf.source.font_coverage import font_report, level_characters, missing_everywhere
from reportpdf.source.fonts import FontShelf
from tests.fonts import forge

# URO to 9FEF 20,976 + Ext. A 6,582 + 12; + 196 of the table; + Ext. B-F: 87,887 Han in the standard
SIZES = {1: 27_570, 2: 27_766, 3: 87_887}


@pytest.mark.parametrize("level", SIZES)
def test_levels_have_the_sizes_of_the_standard(level: int) -> None:
    assert len(level_characters(level)) == SIZES[level]


def test_each_level_holds_the_one_below() -> None:
    assert level_characters(1) < level_characters(2) < level_characters(3)


@pytest.mark.parametrize("level", [0, 4])
def test_there_is_no_other_level(level: int) -> None:
    with pytest.raises(ValueError, match="levels 1 to 3"):
        level_characters(level)


def test_a_face_is_counted_against_the_report(tmp_path: Path) -> None:
    forge.write(tmp_path, "Forged.ttf", forge.font_bytes())
    [facts] = font_report(FontShelf((), tmp_path), "用一 二𠮷三\n2")
    assert (facts.report_characters, facts.missing) == (6, ("三", "二"))
    assert (facts.glyphs, facts.characters) == (len(forge.ORDER), len(forge.CMAP))
    assert (facts.family, facts.style) == ("Forged", "Regular")
    assert [(one.has, one.needs) for one in facts.levels] == [(2, 27_570), (2, 27_766), (3, 87_887)]
    assert facts.notes == ()


NOTES = {
    0x0: (Embedding.INSTALLABLE, []),
    0x4: (Embedding.PREVIEW_PRINT, ["font-preview-print"]),
    0x108: (Embedding.EDITABLE, ["font-whole"]),
    0x104: (Embedding.PREVIEW_PRINT, ["font-preview-print", "font-whole"]),
}


@pytest.mark.parametrize("fs_type", NOTES)
def test_permissions_are_told(fs_type: int, tmp_path: Path) -> None:
    forge.write(tmp_path, "f.ttf", forge.font_bytes(fs_type=fs_type))
    [facts] = font_report(FontShelf((), tmp_path), "")
    assert (facts.embedding, [note.code for note in facts.notes]) == NOTES[fs_type]


def test_what_no_face_has_is_found(tmp_path: Path) -> None:
    forge.write(tmp_path, "a.ttf", forge.font_bytes())
    forge.write(tmp_path, "b.otf", forge.font_bytes(cff=True))
    facts = font_report(FontShelf((), tmp_path), "用龘一")
    assert missing_everywhere(facts) == ("龘",)
    assert missing_everywhere(()) == ()


def test_the_text_faces_have_level_1_and_2_whole(fonts_dir: Path) -> None:
    for facts in font_report(FontShelf((), fonts_dir), ""):
        if facts.key in {"NotoSerifSC-Regular", "NotoSansSC-Regular"}:
            assert all(one.has == one.needs for one in facts.levels[:2])
            assert "OFL" in facts.licence + facts.licence_url or "Open Font" in facts.licence

"""Faces by name: the theme's own, those that come with reportpdf, and names that are wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportpdf.base.problem import InputError
from reportpdf.source.fonts import FontShelf, UnknownFontError, bundled_fonts_dir
from reportpdf.theme.records import FontFile
from tests.fonts import forge


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    forge.write(tmp_path, "Song-Regular.ttf", forge.font_bytes(family="Song"))
    forge.write(tmp_path, "Hei-Regular.otf", forge.font_bytes(family="Hei", cff=True))
    forge.write(tmp_path, "README.md", b"not a font")
    return tmp_path


def test_every_font_file_of_the_folder_is_a_key(folder: Path) -> None:
    shelf = FontShelf((), folder)
    assert list(shelf) == ["Hei-Regular", "Song-Regular"]
    assert len(shelf) == 2
    assert "Song-Regular" in shelf
    assert "README" not in shelf
    assert all(shelf[key].key == key for key in shelf)


def test_a_face_is_opened_once(folder: Path) -> None:
    shelf = FontShelf((), folder)
    assert shelf["Song-Regular"] is shelf["Song-Regular"]


def test_nothing_is_opened_before_it_is_asked_for(folder: Path) -> None:
    forge.write(folder, "Broken.ttf", b"garbage")
    shelf = FontShelf((FontFile("Gone", "gone.ttf", path=str(folder / "gone.ttf")),), folder)
    assert shelf["Song-Regular"].has("一")
    with pytest.raises(InputError, match="font-not-a-font"):
        shelf["Broken"]
    with pytest.raises(InputError, match="font-missing"):
        shelf["Gone"]


def test_of_two_endings_the_truetype_file_counts(folder: Path) -> None:
    forge.write(folder, "Hei-Regular.ttf", forge.font_bytes(family="Hei"))
    assert FontShelf((), folder)["Hei-Regular"].path.endswith(".ttf")


def test_the_themes_own_font_goes_before(folder: Path, tmp_path: Path) -> None:
    path = forge.write(tmp_path, "mine.ttc", forge.collection_bytes("A", "B"))
    own = FontFile("Song-Regular", "mine.ttc", 1, str(path))
    face = FontShelf((own,), folder)["Song-Regular"]
    assert (face.path, face.index, face.key) == (str(path), 1, "Song-Regular")
    assert list(FontShelf((replace(own, name="Mine"),), folder)) == ["Mine", "Hei-Regular", "Song-Regular"]


UNKNOWN = {
    "Song-Regula": ("font-near", "Song-Regular"),
    "song-regular": ("font-near", "Song-Regular"),
    "仿宋": ("font-unknown", "Hei-Regular, Song-Regular"),
}


@pytest.mark.parametrize("key", UNKNOWN)
def test_a_name_no_font_has_is_answered_with_names_that_one_has(key: str, folder: Path) -> None:
    with pytest.raises(UnknownFontError) as caught:
        FontShelf((), folder)[key]
    [problem] = caught.value.problems
    code, names = UNKNOWN[key]
    assert problem.code == code
    assert any(value.startswith(names) for value in dict(problem.args).values())
    assert FontShelf((), folder).get(key) is None


def test_the_bundled_fonts_all_open(fonts_dir: Path) -> None:
    assert bundled_fonts_dir() == fonts_dir
    shelf = FontShelf((), fonts_dir)
    assert {"NotoSerifSC-Regular", "NotoSansSC-Regular", "LXGWWenKai-Regular", "LeagueGothic-Regular"} <= set(
        shelf
    )
    assert all(shelf[key].hb_face.glyph_count > 100 for key in shelf)

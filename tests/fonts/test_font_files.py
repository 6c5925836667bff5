"""Font files are opened, or refused by name; nothing crashes."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.messages.fonts import ROWS
from reportpdf.base.problem import InputError
from reportpdf.paint.font_tables import DamagedFontError, Embedding, read_tables
from reportpdf.paint.subset import subset_face
from reportpdf.source import font_file
from reportpdf.source.font_file import open_font_file
from tests.fonts import forge

TTF, OTF = forge.font_bytes(), forge.font_bytes(cff=True)
TTC = forge.collection_bytes("First", "Second")


def _patched(data: bytes, tag: str, offset: int, value: bytes) -> bytes:
    """The font with bytes of one table overwritten in place."""
    (count,) = struct.unpack_from(">H", data, 4)
    for i in range(count):
        name, _, start, _ = struct.unpack_from(">4sIII", data, 12 + 16 * i)
        if name == tag.encode():
            return data[: start + offset] + value + data[start + offset + len(value) :]
    raise KeyError(tag)


def _refusal(path: Path, index: int = 0) -> str:
    with pytest.raises(InputError) as caught:
        open_font_file(str(path), "own", index)
    [problem] = caught.value.problems
    assert problem.place is not None
    assert problem.place.file == str(path)
    row = ROWS[problem.code]
    (row.fact + row.fix).format(**dict(problem.args))  # every field of the wording is given
    return problem.code


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "font-not-a-font"),
    "words": (lambda: "这不是字体".encode() * 100, "font-not-a-font"),
    "a PNG": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "font-not-a-font"),
    "WOFF": (lambda: b"wOFF" + bytes(100), "font-web"),
    "WOFF2": (lambda: b"wOF2" + bytes(100), "font-web"),
    "Type 1": (lambda: b"%!PS-AdobeFont-1.0: Song", "font-postscript"),
    "a variable font": (lambda: forge.with_table(TTF, "fvar", bytes(16)), "font-variable"),
    "CFF2 outlines": (lambda: OTF.replace(b"CFF ", b"CFF2", 1), "font-cff2"),
    "bitmaps only": (
        lambda: forge.with_table(forge.without(TTF, "glyf", "loca"), "CBDT", b"x"),
        "font-bitmap-only",
    ),
    "no outlines": (lambda: forge.without(TTF, "glyf", "loca"), "font-no-outlines"),
    "no cmap": (lambda: forge.without(TTF, "cmap"), "font-damaged"),
    "restricted": (lambda: forge.font_bytes(fs_type=0x2), "font-no-embedding"),
    "bitmap embedding only": (lambda: forge.font_bytes(fs_type=0x200), "font-bitmap-embedding"),
    "bitmap embedding only, editable": (lambda: forge.font_bytes(fs_type=0x208), "font-bitmap-embedding"),
    "no head magic": (lambda: _patched(TTF, "head", 12, bytes(4)), "font-damaged"),
    "no units": (lambda: _patched(TTF, "head", 18, bytes(2)), "font-damaged"),
    "no glyphs": (lambda: _patched(TTF, "maxp", 4, bytes(2)), "font-damaged"),
    "more glyphs than places": (lambda: _patched(TTF, "maxp", 4, b"\xff\xff"), "font-damaged"),
    "more metrics than there are": (lambda: _patched(TTF, "hhea", 34, b"\xff\xff"), "font-damaged"),
    "a directory cut short": (lambda: TTF[:40], "font-truncated"),
    "half a file": (lambda: TTF[: len(TTF) // 2], "font-truncated"),
    "half a collection header": (lambda: TTC[:10], "font-truncated"),
    "a collection of a million": (lambda: TTC[:8] + b"\x00\x0f\x42\x40" + TTC[12:], "font-damaged"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_usable_is_refused_by_its_name(case: str, tmp_path: Path) -> None:
    make, code = REFUSED[case]
    assert _refusal(forge.write(tmp_path, "font.ttf", make())) == code


ALLOWED = {
    0x0: Embedding.INSTALLABLE,
    0x4: Embedding.PREVIEW_PRINT,
    0x8: Embedding.EDITABLE,
    0xE: Embedding.EDITABLE,
    0x6: Embedding.PREVIEW_PRINT,
    0x100: Embedding.INSTALLABLE,
}


@pytest.mark.parametrize("fs_type", ALLOWED)
def test_the_least_restrictive_permission_counts(fs_type: int, tmp_path: Path) -> None:
    face = open_font_file(str(forge.write(tmp_path, "f.ttf", forge.font_bytes(fs_type=fs_type))), "own")
    tables = read_tables(face)
    assert tables.embedding is ALLOWED[fs_type]
    assert tables.no_subsetting is (fs_type == 0x100)


@pytest.mark.parametrize(("data", "cff"), [(TTF, False), (OTF, True), (forge.cid_keyed_bytes(), True)])
def test_both_kinds_of_outlines_are_opened(data: bytes, cff: bool, tmp_path: Path) -> None:
    face = open_font_file(str(forge.write(tmp_path, "f", data)), "own")
    assert face.has("用")
    assert face.has("𠮷")
    assert not face.has("二")
    assert read_tables(face).cff is cff


@pytest.mark.parametrize(("index", "name"), [(0, "First-Regular"), (1, "Second-Regular")])
def test_a_face_of_a_collection_is_opened_by_its_number(index: int, name: str, tmp_path: Path) -> None:
    face = open_font_file(str(forge.write(tmp_path, "f.ttc", TTC)), "own", index)
    assert read_tables(face).postscript_name == name


@pytest.mark.parametrize(("data", "index"), [(TTC, 2), (TTC, -1), (TTF, 1)])
def test_a_face_that_is_not_there_is_refused(data: bytes, index: int, tmp_path: Path) -> None:
    assert _refusal(forge.write(tmp_path, "f.ttc", data), index) == "font-face-index"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "nowhere.ttf") == "font-missing"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path) == "font-not-a-file"


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ttf")
    assert _refusal(tmp_path / "pipe.ttf") == "font-not-a-file"


def test_a_name_no_drive_can_hold_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / ("长" * 300 + ".ttf")) == "font-unreadable"


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font_file, "MAX_BYTES", len(TTF) - 1)
    assert _refusal(forge.write(tmp_path, "f.ttf", TTF)) == "font-too-large"


def test_a_character_map_to_glyphs_that_are_not_there_is_found_when_they_are_set(tmp_path: Path) -> None:
    face = open_font_file(str(forge.write(tmp_path, "f.ttf", TTF)), "own")
    with pytest.raises(DamagedFontError, match="cmap"):
        subset_face(face, read_tables(face), [1, len(forge.ORDER)])


def _try_everything(path: Path) -> None:
    """Opens, shapes, measures and subsets whatever the file is; only an InputError may come of it."""
    try:
        face = open_font_file(str(path), "own")
    except InputError:
        return
    glyphs = face.shape("用一2𠮷", {}, script="Hani", language="zh-Hans")
    for glyph in glyphs:
        face.ink_box(glyph.gid)
    try:
        subset_face(face, read_tables(face), [glyph.gid for glyph in glyphs])
    except ValueError:
        return


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([TTF, OTF, TTC]), st.integers(0, 4000))
def test_a_font_cut_short_anywhere_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, end: int
) -> None:
    _try_everything(forge.write(tmp_path_factory.mktemp("cut"), "f", data[:end]))


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from([TTF, OTF, TTC]),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), min_size=1, max_size=12),
)
def test_a_font_with_bytes_changed_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, changes: list[tuple[int, int]]
) -> None:
    fuzzed = bytearray(data)
    for place, value in changes:
        fuzzed[place % len(fuzzed)] = value
    _try_everything(forge.write(tmp_path_factory.mktemp("flip"), "f", bytes(fuzzed)))


def test_the_forged_fonts_are_fonts() -> None:
    for data in (TTF, OTF, forge.cid_keyed_bytes()):
        assert TTFont(BytesIO(data)).getBestCmap().keys() == forge.CMAP.keys()

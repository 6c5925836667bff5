"""All that is wrong is told in one run, each with its line, whatever stage of the run finds it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer
from tests.conftest import ROOT, Tools

Run = Callable[..., Answer]
REPORT = "sections:\n- title: 题\n  callouts:\n  - {figure: 1项, text: 文🎉}\n  photos: [{file: a.jpg}]\n"


def codes(answer: Answer) -> list[str]:
    return [found["code"] for found in json.loads(answer.out)["problems"]]


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    """A photo's bytes."""
    return (ROOT / "data" / "binzhou-2024" / "photos" / "02-training.jpg").read_bytes()


def test_a_photo_that_stops_the_run_does_not_hide_a_missing_glyph(
    run: Run, tmp_path: Path, whole: bytes
) -> None:
    (tmp_path / "a.jpg").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "r.yaml").write_text(REPORT, "utf-8")
    answer = run("render", "r.yaml", "--json")
    assert answer.code == 2
    assert codes(answer) == ["photo-truncated", "glyph-missing"]


def test_a_place_that_cannot_be_written_does_not_hide_a_wrong_report(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(REPORT.replace("text", "txt"), "utf-8")
    answer = run("render", "r.yaml", "-o", "r.yaml/x.pdf", "--json")
    assert answer.code == 2
    assert codes(answer) == ["output-in-file", "key-near"]


def test_fonts_that_a_theme_names_wrongly_are_told_at_their_places_beside_the_rest(
    run: Run, tmp_path: Path
) -> None:
    from reportpdf.source.theme_file import theme_source

    theme = theme_source("newspaper").replace("LeagueGothic-Regular", "LeagueGotic-Regular")
    (tmp_path / "t.yaml").write_text(theme, "utf-8")
    (tmp_path / "r.yaml").write_text(REPORT.replace("text", "txt"), "utf-8")
    answer = run("render", "r.yaml", "--theme", "t.yaml", "--json")
    assert answer.code == 2
    assert codes(answer) == ["key-near", "font-near"]
    where = json.loads(answer.out)["problems"][1]["where"]
    line = theme.splitlines()[where["line"] - 1]
    assert line[where["column"] - 1 :].startswith("LeagueGotic-Regular")


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (REPORT.replace("  photos: [{file: a.jpg}]\n", ""), 2),
        (REPORT.replace("🎉", ""), 1),
        (REPORT.replace("🎉", "").replace("- title", "- theme: red\n  title"), 2),
    ],
)
def test_what_is_found_after_reading_is_told_with_its_line_and_a_caret(
    run: Run, tmp_path: Path, report: str, code: int
) -> None:
    (tmp_path / "r.yaml").write_text(report, "utf-8")
    answer = run("render", "r.yaml")
    assert answer.code == code
    told = answer.err.splitlines()
    place = next(line for line in told if line.startswith("r.yaml:"))
    number, column = map(int, place.split(":")[1:3])
    after = told[told.index(place) + 1 :]
    assert after[0] == "  " + report.splitlines()[number - 1]
    assert after[1].strip() == "^"
    assert column > 1


def test_a_photo_that_proves_damaged_when_decoded_leaves_an_empty_frame_not_a_grey_one(
    run: Run, tmp_path: Path
) -> None:
    from io import BytesIO

    from PIL import Image
    from pypdfium2 import PdfDocument

    stream = BytesIO()
    Image.effect_noise((600, 400), 60).save(stream, "PNG")
    block = bytearray(stream.getvalue())
    block[len(block) // 2 : len(block) // 2 + 4] = b"\xff\x00\xff\x00"
    (tmp_path / "a.jpg").write_bytes(block)
    (tmp_path / "r.yaml").write_text(REPORT.replace("🎉", ""), "utf-8")
    answer = run("render", "r.yaml", "-o", "r.pdf", "--json")
    assert answer.code == 1
    assert codes(answer) == ["photo-corrupt-data"]
    text = "".join(page.get_textpage().get_text_range() for page in PdfDocument(tmp_path / "r.pdf"))
    assert "此处留图" in text


def test_a_fallback_names_the_characters_that_are_lacking_and_no_white(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(
        "sections:\n- title: 题\n  callouts: [{figure: 1项, text: Dvořák 来访}]\n", "utf-8"
    )
    answer = run("render", "r.yaml")
    assert answer.code == 0
    (note,) = [line for line in answer.err.splitlines() if "lacks these characters" in line]
    assert "LXGWWenKai-Regular: ř;" in note


def test_the_systems_own_words_are_told_in_chinese_too(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "r.yaml").write_text(REPORT.replace("a.jpg", "loop").replace("🎉", "\a"), "utf-8")
    answer = run("render", "r.yaml", "--lang", "zh")
    assert answer.code == 2
    assert "U+0007（响铃）" in answer.err
    (tmp_path / "r.yaml").write_text(REPORT.replace("a.jpg", "loop"), "utf-8")
    answer = run("render", "r.yaml", "--lang", "zh")
    assert "符号链接绕成了圈" in answer.err


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_is_no_fault(tmp_path: Path, closed: str) -> None:
    (tmp_path / "r.yaml").write_text("sections: [{title: 题, callouts: [{figure: 1, text: 文}]}]\n", "utf-8")
    shell = shutil.which("sh")
    assert shell is not None
    command = f'"$0" -m reportpdf render r.yaml -o r.pdf {closed}'
    done = subprocess.run(
        [shell, "-c", command, sys.executable], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")


def test_a_report_in_a_locked_folder_is_wrong_input(tmp_path: Path, tools: Tools) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0)
    # Root may look into any folder, unless it gives that right up.
    bound = "--bounding-set=-dac_override,-dac_read_search"
    plain = [tools["setpriv"], bound] if os.geteuid() == 0 else []
    try:
        for name in ("locked", "locked/r.yaml"):
            command = [*plain, sys.executable, "-m", "reportpdf", "render", name, "--json"]
            done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
            told = [found["code"] for found in json.loads(done.stdout)["problems"]]
            assert (done.returncode, told) == (2, ["source-unreadable"])
    finally:
        folder.chmod(0o700)

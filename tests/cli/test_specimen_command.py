"""``reportpdf specimen``: a theme's type specimen, and cases with all that may be wrong with them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reportpdf.source.theme_file import theme_source
from tests.cli.conftest import Answer

Run = Callable[..., Answer]

CASES = (
    '[{"id": "a", "text": "一二三四五六七八九十", "measure_em": 5},'
    ' {"id": "b", "text": "甲乙", "measure_em": 5}]'
)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    file = tmp_path / "cases.json"
    file.write_text(CASES, encoding="utf-8")
    return file


def test_without_cases_the_theme_s_specimen_is_set(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run("specimen", "--pages-dir", "pages", "--json")
    assert answer.code == 0
    told = json.loads(answer.out)
    assert [(row["path"], row["kind"], row["pages"]) for row in told["outputs"]] == [
        (str(Path("out/specimen/newspaper.pdf")), "pdf", 2),
        (str(Path("pages/1.png")), "png", 1),
        (str(Path("pages/2.png")), "png", 1),
    ]
    assert (told["problems"], told["cases"]) == ([], [])
    assert Path("out/specimen/newspaper.pdf").read_bytes().startswith(b"%PDF")


def test_two_runs_give_the_same_bytes(run: Run, tmp_path: Path) -> None:
    made = []
    for name in ("a.pdf", "b.pdf"):
        assert run("specimen", "-o", str(tmp_path / name)).code == 0
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_a_theme_of_one_s_own_gives_its_name_to_the_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.yaml").write_text(theme_source("newspaper"), encoding="utf-8")
    assert run("specimen", "--theme", "mine.yaml").code == 0
    assert Path("out/specimen/mine.pdf").exists()


def test_a_theme_too_large_for_two_pages_is_set_and_told(run: Run, tmp_path: Path) -> None:
    theme = tmp_path / "large.yaml"
    theme.write_text(
        theme_source("newspaper").replace("size: 66, pitch: 79.695", "size: 160, pitch: 190"), "utf-8"
    )
    answer = run("specimen", "--theme", str(theme), "-o", str(tmp_path / "large.pdf"), "--lang", "zh")
    assert answer.code == 1
    assert "字样第" in answer.err
    assert (tmp_path / "large.pdf").exists()


def test_cases_are_set_one_to_a_page(run: Run, cases: Path) -> None:
    answer = run("specimen", str(cases), "--json")
    told = json.loads(answer.out)
    assert answer.code == 0
    assert told["outputs"][0]["path"] == str(cases.with_suffix(".pdf"))
    assert told["outputs"][0]["pages"] == 2
    assert told["cases"][0]["lines"] == ["一二三四五", "六七八九十"]


FAULTS = [
    ("{", "JSON 写错了"),
    ('[{"id": "a", "measure_em": 5}]', "缺少键 text"),
    ('[{"id": "a", "text": "x", "measure_em": -5}]', "大于 0"),
]


@pytest.mark.parametrize(("text", "told"), FAULTS)
def test_a_wrong_file_is_told_and_nothing_is_written(run: Run, cases: Path, text: str, told: str) -> None:
    cases.write_text(text, encoding="utf-8")
    answer = run("specimen", str(cases), "--lang", "zh")
    assert answer.code == 2
    assert told in answer.err
    assert not cases.with_suffix(".pdf").exists()


def test_a_character_without_a_glyph_and_a_text_too_long_are_told_and_the_rest_is_set(
    run: Run, cases: Path
) -> None:
    rows = [
        {"id": "hole", "text": "好\ue123", "measure_em": 5},
        {"id": "long", "text": "永" * 2000, "measure_em": 10},
    ]
    cases.write_text(json.dumps(rows), encoding="utf-8")
    answer = run("specimen", str(cases), "--lang", "zh")
    assert answer.code == 1
    assert "U+E123" in answer.err
    assert "一页只能放" in answer.err
    assert cases.with_suffix(".pdf").exists()


def test_the_cases_are_never_written_over(run: Run, cases: Path) -> None:
    assert run("specimen", str(cases), "-o", str(cases)).code == 2
    assert cases.read_text("utf-8") == CASES


def test_a_place_that_cannot_be_written_is_told_before_any_work(
    run: Run, cases: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    answer = run("specimen", str(cases), "-o", str(tmp_path / "file" / "a.pdf"))
    assert answer.code == 2

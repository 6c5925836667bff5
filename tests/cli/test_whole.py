"""The program with its real pipeline, on a copy of the sample report."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Answer

Run = Callable[..., Answer]


@pytest.fixture
def sample(sample_report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample's folder, with a photo cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Path(shutil.copytree(sample_report.parent, tmp_path / "sample"))


def test_the_json_tells_what_lies_on_the_disk(run: Run, sample: Path) -> None:
    answer = run("render", str(sample), "--json", "--pages-dir", "pages")
    assert (answer.code, answer.err) == (0, "")
    told = json.loads(answer.out)
    pdf, *pages = told["outputs"]
    assert pdf["path"] == "out/sample/report.pdf"
    assert len(pages) == pdf["pages"]
    for output in told["outputs"]:
        content = Path(output["path"]).read_bytes()
        assert output["bytes"] == len(content)
        assert output["sha256"] == hashlib.sha256(content).hexdigest()
    assert all(change["place"]["line"] for change in told["changes"])
    assert sum(change["rule"] == "comma" for change in told["changes"]) == 85


def test_every_rule_of_the_changes_has_its_words(run: Run, sample: Path) -> None:
    text = (
        "title: 年报\nlede: 一.二,三:四;五(六)'七'...八--九  十１\nsections:\n"
        '- {title: 一, callouts: [{figure: 1项, text: "他说\\"好\\"。\\n　　文"}]}\n'
    )
    (sample / "report.yaml").write_text(text, "utf-8")
    assert run("render", str(sample), "--lang", "zh").code == 0


@pytest.mark.parametrize("words", [["-o", "sample/photos/01-meeting.jpg"], ["--pages-dir", "sample/photos"]])
def test_photos_are_never_written_over(run: Run, sample: Path, words: list[str]) -> None:
    report, photos = sample / "report.yaml", sample / "photos"
    for name in ("1.png", "2.png", "3.png", "4.png", "5.png", "6.png"):
        shutil.copy(photos / "01-meeting.jpg", photos / name)
    report.write_text(report.read_text("utf-8").replace("02-training.jpg", "1.png"), "utf-8")
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    answer = run("render", str(sample), *words, "--json")
    assert answer.code == 2
    assert [p["code"] for p in json.loads(answer.out)["problems"]] == ["output-is-input"]
    assert {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()} == before
    assert not Path("out").exists()


def _fit(answer: Answer) -> object:
    return json.loads(answer.out)["fit"]


def test_pages_are_filled_as_the_option_or_the_job_asks(run: Run, sample: Path) -> None:
    assert _fit(run("render", str(sample), "--json")) is None
    asked = run("render", str(sample), "--pages", "4", "--json")
    told = json.loads(asked.out)
    assert (asked.code, told["outputs"][0]["pages"], told["fit"]["pages"]) == (0, 4, 4)
    assert {"name": "moved", "before": 0, "after": 3, "unit": "photos"} in told["fit"]["adjusted"]
    (sample / "job.yaml").write_text("fit: {pages: 6}\n", "utf-8")
    assert json.loads(run("render", str(sample), "--json").out)["outputs"][0]["pages"] == 6
    assert json.loads(run("render", str(sample), "--json", "--pages", "4n").out)["outputs"][0]["pages"] == 4
    Path("other.yaml").write_text("fit: {pages: 5}\n", "utf-8")
    five = json.loads(run("render", str(sample), "--json", "--job", "other.yaml").out)
    assert (five["outputs"][0]["pages"], five["fit"]["adjusted"]) == (5, [])


def test_what_was_adjusted_is_told_in_both_languages(run: Run, sample: Path) -> None:
    english = run("render", str(sample), "--pages", "4", "-o", "a.pdf").err
    chinese = run("render", str(sample), "--pages", "4", "-o", "a.pdf", "--lang", "zh").err
    assert "adjusted: photos moved to a later section, 0 to 3 photos" in english
    assert "已调整：移到后面章节的照片，由 0 到 3 张" in chinese


def test_pages_out_of_reach_write_nothing_and_say_what_would_help(run: Run, sample: Path) -> None:
    answer = run("render", str(sample), "--pages", "3", "-o", "a.pdf", "--json")
    told = json.loads(answer.out)
    assert answer.code == 2
    assert not Path("a.pdf").exists()
    assert told["problems"][0]["code"] == "fit-missed"
    assert all(p["where"]["line"] for p in told["problems"] if p["code"] == "fit-over")


@pytest.mark.parametrize("pages", ["0", "-1", "5000", "abc", "4,5", ""])
def test_what_is_no_number_of_pages_is_refused(run: Run, sample: Path, pages: str) -> None:
    answer = run("render", str(sample), f"--pages={pages}")
    assert answer.code == 2
    assert not Path("out").exists()


def test_a_job_that_is_not_there_is_told(run: Run, sample: Path) -> None:
    answer = run("render", str(sample), "--job", "none.yaml", "--json")
    assert answer.code == 2
    assert json.loads(answer.out)["problems"][0]["where"]["file"] == "none.yaml"

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

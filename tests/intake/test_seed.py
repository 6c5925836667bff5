"""The delivered manuscript becomes the sample's report: every text, in its order, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reportpdf.cli import main
from reportpdf.source.report_file import read_report
from tests.intake.making import SAMPLE, SEED, codes, report, taken

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32", "gb18030", "gbk"]


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    path = tmp_path / "shuoshu-2024.md"
    path.write_bytes(SEED.read_bytes())
    return path


def test_the_texts_are_the_samples(seed: Path, tmp_path: Path) -> None:
    taken(tmp_path / "out", seed)
    made, sample = report(tmp_path / "out"), yaml.safe_load(SAMPLE.read_text("utf-8"))
    assert {key: made[key] for key in ("title", "byline", "lede")} == {
        key: sample[key] for key in ("title", "byline", "lede")
    }
    assert [s["title"] for s in made["sections"]] == [s["title"] for s in sample["sections"]]
    assert [s["callouts"] for s in made["sections"]] == [s["callouts"] for s in sample["sections"]]


def test_captions_are_all_there_in_the_order_of_the_manuscript_and_asked_about(
    seed: Path, tmp_path: Path
) -> None:
    told = codes(taken(tmp_path / "out", seed))
    captions = [p["caption"] for s in report(tmp_path / "out")["sections"] for p in s.get("photos", ())]
    sample = yaml.safe_load(SAMPLE.read_text("utf-8"))
    assert sorted(captions) == sorted(p["caption"] for s in sample["sections"] for p in s["photos"])
    delivered = SEED.read_text("utf-8")
    assert captions == sorted(captions, key=delivered.index)
    assert sum(code.startswith("ask-caption-") for code in told) == len(captions) == 7
    assert (tmp_path / "out" / "report.yaml").read_text("utf-8").count("# check:") == 8


def test_every_line_of_the_sample_that_holds_words_is_written_alike(seed: Path, tmp_path: Path) -> None:
    taken(tmp_path / "out", seed)
    made = (tmp_path / "out" / "report.yaml").read_text("utf-8").splitlines()
    words = ("title:", "- {role", "lede:", "figure:", "text:", "caption:")
    sample = [
        line
        for line in SAMPLE.read_text("utf-8").splitlines()
        if line.lstrip(" -").startswith(words[:1] + words[2:])
    ]
    assert [line for line in sample if line not in made] == []


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_its_encoding_is_recognised(encoding: str, tmp_path: Path) -> None:
    text = SEED.read_text("utf-8")
    (tmp_path / "稿.md").write_bytes(text.encode(encoding))
    (tmp_path / "utf8.md").write_bytes(text.encode())
    told = codes(taken(tmp_path / "out", tmp_path / "稿.md"))
    taken(tmp_path / "plain", tmp_path / "utf8.md")
    assert report(tmp_path / "out") == report(tmp_path / "plain")
    assert ("intake-encoding" in told) == (not encoding.startswith("utf-8"))


def test_line_ends_do_not_matter(tmp_path: Path) -> None:
    for name, end in (("lf", "\n"), ("crlf", "\r\n"), ("cr", "\r")):
        (tmp_path / f"{name}.md").write_bytes(SEED.read_text("utf-8").replace("\n", end).encode())
        taken(tmp_path / name, tmp_path / f"{name}.md")
    assert report(tmp_path / "lf") == report(tmp_path / "crlf") == report(tmp_path / "cr")


def test_the_same_files_give_the_same_bytes(seed: Path, tmp_path: Path) -> None:
    one, two = (taken(tmp_path / name, seed) for name in ("one", "two"))
    assert [(f.name, f.read()) for f in one.files] == [(f.name, f.read()) for f in two.files]


def test_what_was_imported_renders_at_once(
    seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["import", str(seed), "-o", "out"]) == 0
    assert main(["render", "out", "-o", "out.pdf"]) == 0
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert "out/report.yaml" in capsys.readouterr().out


def test_the_schema_named_in_the_first_line_is_there(seed: Path, tmp_path: Path) -> None:
    taken(tmp_path / "out", seed)
    first = (tmp_path / "out" / "report.yaml").read_text("utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (tmp_path / "out" / first.partition("=")[2]).is_file()
    assert read_report(tmp_path / "out").title is not None

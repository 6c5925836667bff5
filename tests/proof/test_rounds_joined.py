"""What the makers of a round give together: changes since the last one, marks, versions."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportpdf.cli import main
from reportpdf.proof import proofing
from tests.proof.reports import manifest, settled, write_report

Run = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command with --json in a folder of its own; its exit code and answer."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)

    def go(*words: str) -> tuple[int, dict[str, Any]]:
        code = main([*words, "--json", "--lang", "en"])
        return code, json.loads(capsys.readouterr().out)

    return go


def proof(run: Run, figure: str, *words: str, job: str = "") -> dict[str, Any]:
    write_report(Path("r"), figure, job)
    code, answer = run("proof", "r", "--by", "李", *words)
    assert code == 0, answer
    return answer


def codes(answer: dict[str, Any]) -> list[str]:
    return [one["code"] for one in answer["problems"]]


def test_the_second_round_says_what_changed_and_shows_it(run: Run) -> None:
    assert proof(run, "95%")["round"]["changes"] is None
    answer = proof(run, "96%")
    folder = Path("r/proofs/02-二校")
    changes = json.loads((folder / "changes.json").read_text("utf-8"))
    assert [one["code"] for one in changes["changes"]] == ["figure"]
    assert (changes["old"]["name"], changes["new"]["name"]) == ("一校", "二校")
    assert changes["unexplained"] == []
    assert answer["round"]["changes"] == 1
    paths = {one["path"] for one in manifest(folder)["outputs"]}
    assert paths >= {"changes.pdf", "marked.pdf", "marked-01.png", "side-by-side-01.png", "overlay-01.png"}
    assert "changes.json" not in {one["path"] for one in manifest(Path("r/proofs/01-一校"))["outputs"]}
    assert settled(Path("r/proofs")) == ["01-一校", "02-二校"]


@pytest.mark.parametrize("name", ["snapshot.json", "proof.pdf"])
def test_a_round_before_that_is_damaged_is_told_and_does_not_stop_the_next(run: Run, name: str) -> None:
    proof(run, "95%")
    Path("r/proofs/01-一校", name).write_text("{}", "utf-8")
    answer = proof(run, "96%")
    assert codes(answer) == ["round-not-compared"]
    assert answer["round"]["changes"] is None
    assert answer["round"]["name"] == "二校"


def test_another_version_makes_a_round_only_if_the_pages_differ(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    proof(run, "95%")
    monkeypatch.setattr(proofing, "__version__", "99")
    assert proof(run, "95%")["made"] is False
    snapshot = Path("r/proofs/01-一校/snapshot.json")
    snapshot.write_bytes(snapshot.read_bytes().replace(b'"x":', b'"x":1', 1))
    assert proof(run, "95%")["made"] is True


def test_marks_go_along_until_they_are_made(run: Run) -> None:
    proof(run, "95%")
    code, _ = run("marks", "add", "r", "--page", "1", "--at", "60,100", "--text", "95% 改 96%", "--by", "王")
    assert code == 0
    answer = proof(run, "97%")
    assert answer["round"]["open_marks"] == 1
    assert "marks-open" in codes(answer)
    marks = json.loads(Path("r/proofs/02-二校/marks.json").read_text("utf-8"))
    assert (marks["clean"], marks["open"]) == (False, 1)
    _, listed = run("rounds", "r")
    assert [one["marks_open_now"] for one in listed["rounds"]] == [1, 0]
    assert listed["rounds"][-1]["state"] == "marks-open"
    assert run("marks", "tick", "1", "r", "--as", "declined", "--reason", "已核")[0] == 0
    answer = proof(run, "98%")
    assert answer["round"]["open_marks"] == 0
    assert "marks-open" not in codes(answer)


def test_what_a_signature_no_longer_covers_is_named_to_the_text(run: Run) -> None:
    job = "proof: {rounds: [付印], roles: [终审]}\n"
    proof(run, "95%", job=job)
    assert run("sign", "r", "--round", "付印", "--by", "王", "--role", "终审")[0] == 0
    proof(run, "96%", job=job)
    lost = proof(run, "97%", job=job)["no_longer_covered"]
    assert [(one["code"], one["old"], one["new"]) for one in lost["changes"]] == [("figure", "95%", "97%")]
    shutil.rmtree("r/proofs/01-付印")
    assert proof(run, "98%", job=job)["no_longer_covered"]["changes"] is None

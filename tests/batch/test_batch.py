"""``reportpdf batch``: every job done or told by name, files that clash found before anything is made."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from reportpdf.cli import main
from reportpdf.commands.pace import Pace, pace_line
from reportpdf.dispatch.batch_plan import plan, safe_name
from reportpdf.source.batch_file import decode_batch
from reportpdf.source.text_file import make_source
from reportpdf.wording import Wording

REPORT = """\
title: 年报
sections:
  - title: 平安建设
    callouts:
      - {figure: 23项, text: 全年工作有序推进。}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.yaml").write_text(REPORT, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def batch(folder: Path, text: str, *words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, Any]:
    (folder / "jobs.yaml").write_text(text, "utf-8")
    code = main(["batch", "jobs.yaml", "--json", "--lang", "en", *words])
    return code, json.loads(capsys.readouterr().out)


JOBS = """\
jobs:
  年报:
    report: a
    formats: [a4, broadsheet]
    editions: [screen, archive]
  没有:
    report: nowhere
  坏的:
    report: bad.yaml
  简报:
    report: b/report.yaml
    themes: [gallery]
    output: 简报
"""


@pytest.mark.parametrize("workers", ["1", "2"])
def test_one_failed_job_stops_nothing(workers: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.yaml").write_text("title: x\nsections: 3\n", "utf-8")
    code, told = batch(folder, JOBS, "--workers", workers, capsys=capsys)
    assert code == 1
    assert (told["total"], told["done"], told["failed"]) == (5, 3, 2)
    by_name = {task["name"]: task for task in told["tasks"]}
    assert sorted(by_name) == sorted(["年报 · a4", "年报 · broadsheet", "没有", "坏的", "简报"])
    assert [p["code"] for p in by_name["没有"]["problems"]] == ["source-missing"]
    assert by_name["坏的"]["problems"][0]["where"]["line"] == 2
    written = {output["path"] for task in told["tasks"] for output in task["outputs"]}
    out = Path("out/jobs")
    names = ["年报-a4.pdf", "年报-a4-archive.pdf", "年报-broadsheet.pdf", "年报-broadsheet-archive.pdf"]
    assert written == {str(out / name) for name in (*names, "简报/简报.pdf")}
    found = {str(path) for path in Path("out").rglob("*") if path.is_file()}
    assert found == written


def test_the_same_files_whoever_makes_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "jobs:\n  甲: {report: a}\n  乙: {report: b}\n  丙: {report: a, themes: [gallery]}\n"
    hashes = []
    for workers in ("1", "2"):
        code, told = batch(folder, text, "--workers", workers, "-o", workers, capsys=capsys)
        assert code == 0
        hashes.append({task["name"]: task["outputs"][0]["sha256"] for task in told["tasks"]})
    assert hashes[0] == hashes[1]


def test_a_person_is_told_by_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "jobs.yaml").write_text("jobs:\n  甲: {report: a}\n  没有: {report: nowhere}\n", "utf-8")
    assert main(["batch", "jobs.yaml", "--workers", "1", "--lang", "zh"]) == 1
    out, err = capsys.readouterr()
    assert "没有：什么都没有做出来" in err
    assert "nowhere" in err
    assert out.splitlines()[0].startswith(f"甲：{Path('out/jobs/甲.pdf')}")
    assert out.splitlines()[-1].startswith("共 2 项，完成 1 项，失败 1 项")


CLASHES = [
    ("jobs:\n  年报: {report: a}\n  '年报.': {report: b}\n", ["batch-clash"]),
    ("jobs:\n  Report: {report: a}\n  report: {report: b}\n", ["batch-clash"]),
    ("jobs:\n  a/b: {report: a}\n  'a:b': {report: b}\n", ["batch-clash"]),
    ("jobs:\n  x: {report: a, formats: [a4, broadsheet]}\n  x-a4: {report: b}\n", ["batch-clash"]),
    (
        "jobs:\n  x: {report: a}\n  y: {report: b, output: sub}\n  z: {report: b, themes: [nope]}\n",
        ["batch-theme"],
    ),
]


@pytest.mark.parametrize(("text", "codes"), CLASHES)
def test_what_clashes_is_found_before_anything_is_made(
    text: str, codes: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = batch(folder, text, capsys=capsys)
    assert code == 2
    assert [p["code"] for p in told["problems"]] == codes
    assert all(p["where"]["line"] for p in told["problems"])
    assert not (folder / "out").exists()


def test_all_that_is_wrong_is_told_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = batch(folder, "jobs:\n  x: {reprot: a}\n", "--workers", "0", capsys=capsys)
    assert code == 2
    assert {p["code"] for p in told["problems"]} == {"workers-form", "key-near"}


def test_a_report_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "out.pdf").write_text(REPORT, "utf-8")
    code, told = batch(folder, "jobs:\n  out: {report: out.pdf}\n", "-o", ".", capsys=capsys)
    assert code == 2
    assert [p["code"] for p in told["problems"]] == ["output-is-input"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped_it_leaves_whole_files_and_no_process(
    number: signal.Signals, code: int, folder: Path
) -> None:
    jobs = "".join(f"  n{n}: {{report: a}}\n" for n in range(400))
    (folder / "jobs.yaml").write_text(f"jobs:\n{jobs}", "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "reportpdf", "batch", "jobs.yaml", "--workers", "2", "--lang", "en"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    for _ in range(3):
        assert process.stdout.readline()
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode == code, err
    assert "Traceback" not in err
    if number is signal.SIGINT:
        assert "of 400 done, 0 failed" in out
    names = list(Path("out").rglob("*.pdf"))
    assert all(path.read_bytes().endswith(b"%%EOF\n") for path in names)
    for _ in range(100):
        left = [path for path in Path("out").rglob("*") if path.is_file() and path not in names]
        if not left and not _children_of(folder):
            break
        time.sleep(0.05)
        names = list(Path("out").rglob("*.pdf"))
    assert left == []
    assert _children_of(folder) == []


def _children_of(folder: Path) -> list[int]:
    """Processes that work in the folder."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if Path(os.readlink(entry / "cwd")) == folder:
                    found.append(int(entry.name))
            except OSError:
                continue
    return found


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a/b:c", "a-b-c"),
        ("CON", "_CON"),
        ("nul.x", "_nul.x"),
        (" .. ", "job"),
        ("年报", "年报"),
        ("x. ", "x"),
    ],
)
def test_names_are_good_on_every_system(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_tasks_are_every_pair_once() -> None:
    text = "jobs: {x: {report: a, formats: [a4, a4, broadsheet], themes: [newspaper, t/own.yaml]}}"
    tasks, problems = plan(decode_batch(make_source(text, shown="j")), Path("in"), Path("out"))
    assert problems == ()
    assert [(task.format, task.theme) for task in tasks] == [
        ("a4", "newspaper"), ("a4", "in/t/own.yaml"),
        ("broadsheet", "newspaper"), ("broadsheet", "in/t/own.yaml"),
    ]  # fmt: skip
    assert [str(task.outputs[0]) for task in tasks][1] == "out/x-a4-own.pdf"


@pytest.mark.parametrize(
    ("done", "seconds", "line"),
    [
        (0, 3.0, "0 of 1,200"),
        (120, 2.0, "120 of 1,200, 60 a second, 18 s left"),
        (10, 600.0, "10 of 1,200, 1.0 a minute, 19.8 h left"),
        (600, 600.0, "600 of 1,200, 1 a second, 10 min left"),
    ],
)
def test_the_pace_says_how_long_it_takes(done: int, seconds: float, line: str) -> None:
    assert pace_line(Wording("en"), done, 1200, seconds) == line


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_pace_is_drawn_on_a_terminal_only() -> None:
    now = [0.0]
    for stream, shown in ((Terminal(), True), (io.StringIO(), False)):
        pace = Pace(Wording("zh"), stream, 100, clock=lambda: now[0])
        for done in range(1, 50):
            now[0] += 0.05
            pace(done)
        pace.clear()
        assert ("每秒" in stream.getvalue()) == shown
        assert not shown or stream.getvalue().endswith("\r")

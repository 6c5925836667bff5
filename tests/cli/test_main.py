"""The program as a whole: exit codes, streams, languages, JSON, ends that come from outside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

import reportpdf
from reportpdf import __version__
from reportpdf.base.problem import InputError, Place, ResourceError, problem
from reportpdf.console import STAGES
from tests.cli import conftest
from tests.cli.conftest import Answer, Change, FakePipeline, Rendered, RenderOptions

Run = Callable[..., Answer]

NOTE = problem("photo-cache-unwritable", None, folder="cache", reason="full")
MISSING = problem("photo-missing", Place("r.yaml", 5, 9, "sections[0].photos[0].file"), file="p.jpg")
EMPTY = problem("value-empty", Place("r.yaml", 4, 3, "title"), "  title:")
CHANGES = tuple(
    Change(Place("r.yaml", n, 7, "sections[0].callouts[0].text"), ",", "，", "comma") for n in range(1, 6)
)


def _with(*problems: object, changes: tuple[Change, ...] = ()) -> Callable[[RenderOptions], Rendered]:
    def give(options: RenderOptions) -> Rendered:
        return Rendered(conftest.one_pdf(options).outputs, problems, changes)  # type: ignore[arg-type]

    return give


def test_a_finished_report_is_0_and_says_where_it_lies(
    run: Run, pipeline: FakePipeline, report: Path
) -> None:
    answer = run("render", str(report))
    assert answer.code == 0
    assert answer.out == "out/work-2024/report.pdf: 4 pages, 1.2 MB, 0.03 s\n"
    assert answer.err == ""


@pytest.mark.parametrize(("problems", "code"), [((), 0), ((NOTE,), 0), ((NOTE, MISSING), 1)])
def test_an_error_on_the_pages_is_1(
    run: Run, pipeline: FakePipeline, report: Path, problems: tuple[object, ...], code: int
) -> None:
    pipeline.gives = _with(*problems)
    assert run("render", str(report)).code == code
    assert run("render", str(report), "--json").code == code


FAILURES = [
    (InputError(EMPTY, MISSING), 2, ["value-empty", "photo-missing"]),
    (ResourceError(problem("photo-profile-absent", profile="x.icc")), 3, ["photo-profile-absent"]),
    (ModuleNotFoundError("No module named 'pi_heif'", name="pi_heif"), 3, ["part-missing"]),
    (MemoryError(), 3, ["out-of-memory"]),
    (ZeroDivisionError("division by zero"), 4, ["internal-error"]),
    (RecursionError(), 4, ["internal-error"]),
    (KeyboardInterrupt(), 130, ["interrupted"]),
]


@pytest.mark.parametrize(("error", "code", "problems"), FAILURES)
def test_what_stops_a_report_has_its_exit_code_and_is_told(
    run: Run, pipeline: FakePipeline, report: Path, error: BaseException, code: int, problems: list[str]
) -> None:
    pipeline.raises(error)
    answer = run("render", str(report))
    assert (answer.code, answer.out) == (code, "")
    assert "Traceback" not in answer.err
    assert len([line for line in answer.err.splitlines() if not line.startswith("  ")]) == len(problems)


@pytest.mark.parametrize(("error", "code", "problems"), FAILURES)
def test_a_failure_is_one_json_object_too(
    run: Run, pipeline: FakePipeline, report: Path, error: BaseException, code: int, problems: list[str]
) -> None:
    pipeline.raises(error)
    answer = run("render", str(report), "--json")
    told = json.loads(answer.out)
    assert (answer.code, answer.err) == (code, "")
    assert list(told) == ["outputs", "problems", "changes", "fit", "seconds"]
    assert (told["outputs"], told["changes"], told["seconds"]) == ([], [], {})
    assert [p["code"] for p in told["problems"]] == problems


@pytest.mark.parametrize(
    "words", [[], ["x"], ["render"], ["render", "r.yaml", "--for", "print"], ["render", "-z"]]
)
def test_wrong_words_are_2_and_json_when_json_is_asked_for(
    run: Run, pipeline: FakePipeline, words: list[str]
) -> None:
    assert run(*words).code == 2
    answer = run(*words, "--json")
    assert answer.code == 2
    assert json.loads(answer.out)["outputs"] == []
    assert pipeline.asked == []


def test_json_has_every_fact_of_a_rendering(run: Run, pipeline: FakePipeline, report: Path) -> None:
    pipeline.gives = _with(MISSING, NOTE, changes=CHANGES)
    answer = run("render", str(report), "--json")
    assert answer.err == ""
    told = json.loads(answer.out)
    (written,) = told["outputs"]
    assert written == {
        "path": "out/work-2024/report.pdf",
        "kind": "pdf",
        "pages": 4,
        "bytes": 1_234_567,
        "sha256": "ab" * 32,
        "for": "screen",
        "standards": [],
    }
    first, second = told["problems"]
    assert first["where"] == {"file": "r.yaml", "line": 5, "column": 9, "path": "sections[0].photos[0].file"}
    assert (first["code"], first["severity"]) == ("photo-missing", "error")
    assert "p.jpg" in first["fact"]
    assert first["fix"]
    assert (second["where"], second["severity"]) == (None, "note")
    assert told["changes"][0] == {
        "rule": "comma",
        "before": ",",
        "after": "，",
        "place": {"file": "r.yaml", "line": 1, "column": 7, "path": "sections[0].callouts[0].text"},
    }
    assert len(told["changes"]) == 5
    assert told["seconds"] == {"read": 0.01, "layout": 0.02}


def test_changes_are_told_by_rule_with_their_first_places(
    run: Run, pipeline: FakePipeline, report: Path
) -> None:
    pipeline.gives = _with(changes=CHANGES)
    assert run("render", str(report)).err == (
        "r.yaml: half-width comma set full-width, 5 places: 1:7, 2:7, 3:7 …\n"
    )


@pytest.mark.parametrize(
    ("words", "variables", "chinese"),
    [
        (["--lang", "zh"], {}, True),
        (["--lang=zh"], {"LANG": "en_US.UTF-8"}, True),
        (["--lang", "en"], {"LANG": "zh_CN.UTF-8"}, False),
        ([], {"LANG": "zh_CN.UTF-8"}, True),
        ([], {"LANG": "zh_CN.GB18030", "LC_MESSAGES": "en_US.UTF-8"}, False),
        ([], {"LANG": "de_DE.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, True),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, False),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, True),
        ([], {}, False),
    ],
)
def test_the_language_is_the_readers(
    run: Run,
    pipeline: FakePipeline,
    report: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    variables: dict[str, str],
    chinese: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    pipeline.gives = _with(MISSING)
    answer = run("render", str(report), *words)
    assert ("找不到照片" in answer.err) is chinese
    assert ("4页" in answer.out) is chinese
    assert ("用法" in run("--help", *words).out) is chinese
    assert ("用法" in run("render", "--help", *words).out) is chinese


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_the_program_tells_of_itself(run: Run, word: str) -> None:
    answer = run(word)
    assert (answer.code, answer.err) == (0, "")
    assert (f"reportpdf {__version__}\n" == answer.out) is (word == "--version")


def test_a_report_without_a_command_is_answered_with_the_command(run: Run) -> None:
    assert "reportpdf render my.yaml" in run("my.yaml").err


def test_the_traceback_is_for_those_who_ask(
    run: Run, pipeline: FakePipeline, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.raises(ZeroDivisionError("division by zero"))
    assert "ZeroDivisionError" in run("render", str(report)).err
    monkeypatch.setenv("REPORTPDF_DEBUG", "1")
    assert "Traceback" in run("render", str(report)).err


def _process(
    *words: str, stdout: int = subprocess.PIPE, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **variables}
    return subprocess.run(
        [sys.executable, "-m", "reportpdf", *words],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
    )


@pytest.mark.parametrize("variables", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_json_is_utf8_in_any_locale(variables: dict[str, str]) -> None:
    done = _process("文件", "--json", "--lang", "zh", **variables)
    assert done.returncode == 2
    assert "没有“文件”这个命令" in done.stdout.decode("utf-8")


def test_a_person_with_an_ascii_terminal_is_still_answered() -> None:
    done = _process("--help", "--lang", "zh", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u7528\\u6cd5" in done.stdout


def test_nobody_reading_is_no_fault() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = _process("--help", stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_answer_that_cannot_be_written_is_told() -> None:
    with open("/dev/full", "wb") as full:
        done = _process("--help", "--lang", "en", stdout=full.fileno())
    assert done.returncode == 2
    assert b"the disk is full" in done.stderr


def test_the_start_loads_nothing_that_is_not_needed() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import reportpdf.cli, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    heavy = {"argparse", "gettext", "json", "yaml", "PIL", "reportlab", "uharfbuzz", "pypdfium2", "difflib"}
    assert heavy.isdisjoint(loaded)


def test_the_stand_in_has_the_shape_of_the_pipeline() -> None:
    from reportpdf import pipeline as real

    for record in conftest.RECORDS:
        known = getattr(real, record.__name__)
        assert [f.name for f in fields(record) if not hasattr(known, f.name)] == [], record.__name__
    assert [f.name for f in fields(real.RenderOptions)] == [f.name for f in fields(conftest.RenderOptions)]


def test_every_stage_of_the_pipeline_can_be_told() -> None:
    source = Path(reportpdf.__file__).with_name("pipeline.py").read_text("utf-8")
    stages = set(re.findall(r"(?:progress|stage)\(\"(\w+)\"", source))
    assert stages
    assert stages <= set(STAGES)

"""``reportpdf check`` as it is run: lists, exit codes, JSON, the page, the baseline, acceptance."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from reportpdf.cli import main
from tests.check.spoiled import build
from tests.check.test_pdf_rules import PLAIN
from tests.conftest import Tools

REPORT = """\
title: 一份报告
sections:
  - title: 第一章
    callouts:
      - figure: 95%
        text: 全年工作完成，群众满意率超95%，全部任务按期办结。
"""


def report(folder: Path, more: str = "") -> Path:
    path = folder / "report.yaml"
    path.write_text(REPORT + more, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["check", *words, "--lang", "en"])
    out, err = capsys.readouterr()
    return code, out, err


def told(out: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(out)
    return answer


def test_a_lost_qualifier_is_an_error_with_both_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, str(report(tmp_path)), "--json")
    (found,) = [one for one in told(out)["findings"] if one["severity"] == "error"]
    assert code == 1
    assert (found["code"], found["where"]["line"]) == ("figure-bound", 5)
    assert found["spots"][0]["page"] == 1


def test_an_accepted_error_does_not_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path, "accept:\n  - {code: figure-bound, reason: 标题从简}\n")
    code, out, _ = run(capsys, str(path))
    assert code == 0
    assert "(accepted: 标题从简)" in out
    assert "accepted: 1" in out


def test_a_rule_that_is_off_is_not_heard(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "job.yaml").write_text("check: {off: [figure-bound]}\n", encoding="utf-8")
    code, out, _ = run(capsys, str(report(tmp_path)))
    assert (code, "figure-bound" in out) == (0, False)


def test_only_what_is_new_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path)
    _, out, _ = run(capsys, str(path), "--json")
    earlier = tmp_path / "earlier.json"
    earlier.write_text(out, encoding="utf-8")
    path.write_text("# one line more\n" + REPORT, encoding="utf-8")
    code, out, _ = run(capsys, str(path), "--baseline", str(earlier), "--json")
    assert code == 0
    assert all(one["known"] for one in told(out)["findings"])
    path.write_text(REPORT + "      - {figure: 80%, text: 现发案件破案率超80%。}\n", encoding="utf-8")
    code, out, _ = run(capsys, str(path), "--baseline", str(earlier), "--json")
    new = [one for one in told(out)["findings"] if not one["known"] and one["severity"] == "error"]
    assert code == 1
    assert [(one["code"], one["where"]["line"]) for one in new] == [("figure-bound", 7)]


@pytest.mark.parametrize(
    ("text", "code"), [("[]", "baseline-form"), ("{", "baseline-form"), (None, "pdf-missing")]
)
def test_a_baseline_that_is_none_is_refused(
    text: str | None, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    earlier = tmp_path / "earlier.json"
    if text is not None:
        earlier.write_text(text, encoding="utf-8")
    status, out, _ = run(capsys, str(report(tmp_path)), "--baseline", str(earlier), "--json")
    assert status == 2
    assert [one["code"] for one in told(out)["problems"]] == [code]


def test_the_page_holds_everything_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "findings.html"
    run(capsys, str(report(tmp_path)), "--html", str(page))
    text = page.read_text("utf-8")
    assert text.count("<figure") == text.count("data:image/png;base64,") >= 1
    assert not re.search(r"""(?:src|href)=["']?(?:https?:|//|file:)""", text)
    assert 'data-code="figure-bound"' in text
    assert 'class="mark error"' in text
    assert "@media print" in text


def test_words_of_a_report_cannot_become_markup(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path)
    path.write_text(REPORT.replace("全年", "<b onclick=x>，，全年"), encoding="utf-8")
    page = tmp_path / "findings.html"
    run(capsys, str(path), "--html", str(page))
    assert "<b onclick" not in page.read_text("utf-8")


def test_a_pdf_is_checked_for_the_press(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = build(tmp_path / "good.pdf", PLAIN)
    bad = build(tmp_path / "bad.pdf", "1 0 0 rg 60 60 20 20 re f")
    assert run(capsys, str(good))[0] == 0
    code, out, _ = run(capsys, str(bad), "--html", str(tmp_path / "a.html"))
    assert code == 1
    assert "[press-pdf-rgb]" in out
    assert run(capsys, str(bad), "--for", "screen")[0] == 0


def test_a_print_file_of_ours_passes_its_own_check(
    sample_report: Path, tools: Tools, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tools["gs"]
    _, out, _ = run(capsys, str(sample_report), "--for", "press", "--json")
    codes = {one["code"] for one in told(out)["findings"] if one["severity"] != "note"}
    assert codes == {"copy-half-width", "figure-bound", "press-stand-in"}


def test_the_sample_gives_a_list_that_an_editor_agrees_with(
    sample_report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, str(sample_report), "--json")
    codes = {one["code"] for one in told(out)["findings"]}
    assert code == 1
    assert codes == {"copy-half-width", "figure-bound", "caption-none-credited", "caption-time"}
    assert all(one["spots"] for one in told(out)["findings"])


def test_the_same_fault_all_over_a_page_is_one_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "".join(f"0 0 0 1 K 0.05 w 60 {y} m 200 {y} l S " for y in range(60, 160, 10))
    _, out, _ = run(capsys, str(build(tmp_path / "a.pdf", lines)), "--json")
    (found,) = told(out)["findings"]
    assert len(found["spots"]) == 10
    _, out, _ = run(capsys, str(tmp_path / "a.pdf"))
    assert "(and 9 more on this page)" in out


def test_a_condition_that_there_is_not_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, str(build(tmp_path / "a.pdf", PLAIN)), "--condition", "velvet")
    assert (status, "velvet" in err) == (2, True)


@pytest.mark.parametrize("name", ["none.pdf", "none.yaml"])
def test_a_file_that_is_not_there_is_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(capsys, str(tmp_path / name))
    assert status == 2
    assert name in err

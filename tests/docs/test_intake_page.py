"""What docs/intake.md shows is what is done."""

from __future__ import annotations

import re
from pathlib import Path

from reportpdf.source.intake.inputs import KNOWN
from reportpdf.source.report_file import read_report

PAGE = (Path(__file__).parents[2] / "docs" / "intake.md").read_text("utf-8")


def test_the_binding_shown_is_taken(tmp_path: Path) -> None:
    (block,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
    path = tmp_path / "report.yaml"
    path.write_text("sections:\n  - title: 一章\n    " + block.replace("\n", "\n    "), "utf-8")
    (callout,) = read_report(path).sections[0].callouts
    assert callout.figure.value == "1,234项"
    assert callout.figure.bound is not None
    assert callout.figure.bound.format == "{:,}项"


def test_the_kinds_shown_are_taken() -> None:
    shown = set(re.findall(r"`(\.[a-z]+)`", PAGE))
    assert shown <= {*KNOWN, ".reportpdf"}
    assert {".md", ".txt", ".docx", ".xlsx"} <= shown

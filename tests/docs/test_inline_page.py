"""What docs/inline.md shows is what is done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportpdf.model.inline import read_marks
from reportpdf.model.marks import Mark
from reportpdf.source.report_file import read_report
from reportpdf.source.theme_file import load_theme, theme_source

PAGE = (Path(__file__).parents[2] / "docs" / "inline.md").read_text("utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \|", PAGE, flags=re.MULTILINE)
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)


def test_both_tables_show_every_mark_in_its_form() -> None:
    forms = [row.replace("\\|", "|") for row in ROWS]
    found = [read_marks(form) for form in forms]
    assert [[span.mark for span in marked.spans] for marked in found if marked] == [
        [mark] for mark in Mark
    ] * 2
    assert all(marked and not marked.faults for marked in found)


@pytest.mark.parametrize("text", ["[2024]3号", "{滨州}", "****1234", "张**、李**，"])
def test_what_is_said_to_be_text_is_text(text: str) -> None:
    assert f"`{text}`" in PAGE
    assert read_marks(text) is None


@pytest.mark.parametrize("text", ["**{_滨州}市**", "[**重**点](https://example.cn)", "{_{滨州|bīn zhōu}}"])
def test_what_is_said_to_nest_nests(text: str) -> None:
    assert f"`{text}`" in PAGE
    marked = read_marks(text)
    assert marked is not None
    assert (len(marked.spans), marked.faults) == (2, ())


def test_the_report_shown_is_taken(tmp_path: Path) -> None:
    report = tmp_path / "report.yaml"
    callouts = BLOCKS[0].replace("\n", "\n    ")
    report.write_text(f"sections:\n  - title: 一章\n    {callouts}", "utf-8")
    (callout,) = read_report(report).sections[0].callouts
    assert callout.text.value == "全市公安机关在滨州、惠民等地落实全部措施，见公报。"
    assert callout.text.marked is not None
    assert {span.mark for span in callout.text.marked.spans} == set(Mark) - {Mark.TITLE}


def test_the_lines_shown_for_a_theme_are_taken(tmp_path: Path) -> None:
    faces, inline = BLOCKS[1].split("composition:\n")
    source = theme_source("newspaper")
    source = re.sub(r"^faces:.*?^\n", faces + "\n", source, flags=re.MULTILINE | re.DOTALL)
    source = source.replace("composition:\n", "composition:\n" + inline)
    path = tmp_path / "mine.yaml"
    path.write_text(source, "utf-8")
    theme = load_theme(str(path))
    assert theme.look is not None
    caption = theme.look.styles.caption
    assert (caption.strong, caption.latin, caption.latin_scale) == (
        "NotoSansSC-Bold",
        "Manrope-Regular",
        0.96,
    )
    assert theme.composition.inline.dot == 0.17

"""Traps of writing YAML in Chinese: words that would be lost, white that is none, figures of marks only."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpdf.base.problem import InputError
from reportpdf.source.report_file import read_report
from tests.source.report_yaml import decoded, refusal, told

HEAD = "sections:\n- title: 题\n  callouts:\n  - figure: 1项\n    text: 文\n"
TEXT = "sections[0].callouts[0].text"
FIGURE = "sections[0].callouts[0].figure"


@pytest.mark.parametrize(("written", "column"), [("保安全 #1楼", 15), ("#1楼", 11), ("保安全  #楼", 16)])
def test_words_behind_a_number_sign_are_not_lost_in_silence(written: str, column: int) -> None:
    assert told(HEAD.replace("文", written)) == [("value-comment", f"5:{column}", TEXT)]


@pytest.mark.parametrize("written", ["文 # 已核对", "文#1", "'文 #1'", "文 #", "文 ####"])
def test_a_comment_as_people_write_it_is_one(written: str) -> None:
    assert told(HEAD.replace("文", written)) == []


@pytest.mark.parametrize("mark", ["、", "、、", "，", '"；、"'])
def test_a_figure_of_nothing_but_parting_marks_is_empty(mark: str) -> None:
    assert told(HEAD.replace("1项", mark)) == [("value-empty", "4:13", FIGURE)]


@pytest.mark.parametrize("blank", ["", "''", "~"])
def test_an_empty_path_asks_for_a_path(blank: str) -> None:
    assert told(HEAD + f"  photos: [{{file: {blank}}}]\n") == [
        ("value-empty-path", "6:19", "sections[0].photos[0].file")
    ]


@pytest.mark.parametrize("white", ["\u3000", "\xa0"])
@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("    text", "WW  text", "5:1"),
        ("  callouts", "WW callouts", "3:1"),
        ("  - figure", "  -Wfigure", "4:3"),
        ("    text", "  WWtext", "5:3"),
        ("- title", "-Wtitle", "2:1"),
    ],
)
def test_white_that_yaml_takes_for_a_letter_is_named(old: str, new: str, place: str, white: str) -> None:
    found = refusal(HEAD.replace(old, new.replace("W", white)))
    assert [(p.code, f"{p.place.line}:{p.place.column}") for p in found if p.place] == [
        ("yaml-wide-space", place)
    ]


def test_white_inside_a_text_is_the_authors() -> None:
    report = decoded(HEAD.replace("text: 文", "text: |\n      　　第一段\n      　　第二段"))
    assert report.sections[0].callouts[0].text.value == "　　第一段\n　　第二段"


def test_every_escape_of_a_control_character_is_told_at_its_backslash() -> None:
    found = refusal(HEAD.replace("text: 文", 'text: "a\\0b\\x07\n      c\\eD"'))
    assert [(dict(p.args)["character"], p.place.line, p.place.column) for p in found if p.place] == [
        ("U+0000", 5, 13),
        ("U+0007", 5, 16),
        ("U+001B", 6, 8),
    ]


def test_a_focus_that_is_one_number_is_counted_as_one() -> None:
    (found,) = refusal(HEAD + "  photos: [{file: a.jpg, focus: 0.5}]\n")
    assert dict(found.args) == {"count": "1", "wanted": "2", "example": "[0.5, 0.3]"}


def test_a_folder_that_may_not_be_looked_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.stat", refuse)
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr("os.path.isdir", lambda path: path == tmp_path)
    with pytest.raises(InputError) as caught:
        read_report(tmp_path, shown="folder")
    assert [p.code for p in caught.value.problems] == ["source-unreadable"]

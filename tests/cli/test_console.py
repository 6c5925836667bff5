"""Problems on a terminal: the caret under the right cell, nothing that drives the terminal."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf import console as console_module
from reportpdf.base.problem import Place, problem
from reportpdf.console import Console, Progress, cell_width, excerpt, visible
from reportpdf.wording import Wording


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("23项", 4), ("，", 2), ("é", 1), ("e\u0301", 1), ("ｱ", 1), ("", 0), ("𠮷", 2)],
)
def test_cells_are_counted_as_terminals_do(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("    figure: 23项", 13, " " * 12 + "^"),
        ("标题：一", 4, " " * 6 + "^"),
        ("a标b", 3, "   ^"),
        ("\ttitle: x", 2, " ^"),
        ("title:", 7, " " * 6 + "^"),
        ("title:", 99, " " * 6 + "^"),
        ("", 1, "^"),
    ],
)
def test_the_caret_stands_under_the_character(line: str, column: int, caret: str) -> None:
    assert excerpt(line, column)[1] == caret


@settings(deadline=None, max_examples=60)
@given(st.text("a文，\t“é\x1b𠮷", max_size=300), st.integers(1, 320))
def test_a_long_line_is_cut_around_the_caret(line: str, column: int) -> None:
    shown, caret = excerpt(line, column)
    assert cell_width(shown) <= 80
    assert cell_width(caret) <= cell_width(shown) + 1
    at = len(caret) - 1
    if column <= len(line):
        before = next(n for n in range(len(shown) + 1) if cell_width(shown[:n]) >= at)
        assert shown[before:].startswith(visible(line[column - 1]))


def test_control_characters_are_spelled_out() -> None:
    assert visible("a\x1b[31mb\u202e\0") == "a\\u001b[31mb\\u202e\\u0000"


def _told(*problems: object, stream: io.StringIO | None = None, language: str = "en") -> str:
    stream = stream or io.StringIO()
    Console(Wording(language), io.StringIO(), stream).problems(problems)  # type: ignore[arg-type]
    return stream.getvalue()


EMPTY = problem(
    "value-empty", Place("report.yaml", 41, 13, "sections[1].callouts[0].figure"), '    figure: ""'
)


def test_a_problem_has_its_place_its_sentence_its_line_and_a_caret() -> None:
    first, line, caret = _told(EMPTY).splitlines()
    assert first.startswith("report.yaml:41:13: sections[1].callouts[0].figure: ")
    assert "; " in first
    assert line.index('""') == caret.index("^")


def test_in_chinese_the_clauses_are_joined_as_in_chinese() -> None:
    first = _told(EMPTY, language="zh").splitlines()[0]
    assert "；" in first
    assert "; " not in first


def test_the_caret_of_a_clipped_source_line_is_right() -> None:
    from reportpdf.source.excerpt import excerpt as clip

    line = "text: " + "文" * 200 + "\u3001" + "字" * 50
    column = line.index("\u3001") + 1
    _, shown, caret = _told(
        problem("yaml-quote", Place("r.yaml", 1, column), clip(line, column))
    ).splitlines()
    assert cell_width(shown[: shown.index("\u3001")]) == caret.index("^")


def test_problems_are_told_by_file_errors_first_then_down_the_page() -> None:
    places = [Place("b.yaml", 9, 1), Place("a.yaml", 7, 2), Place("a.yaml", 3, 4)]
    told = _told(*(problem("value-empty", place) for place in places))
    assert [line.split(": ")[0] for line in told.splitlines()] == ["a.yaml:3:4", "a.yaml:7:2", "b.yaml:9:1"]


def test_many_notes_of_a_kind_are_counted_but_every_error_is_told() -> None:
    notes = [problem("photo-cache-unwritable", None, folder="c", reason=str(n)) for n in range(9)]
    errors = [problem("value-empty", Place("r.yaml", n, 1)) for n in range(1, 10)]
    told = _told(*notes, *errors).splitlines()
    assert sum("note: " in line for line in told) == 3
    assert sum(line.startswith("r.yaml:") for line in told) == 9
    assert told[-1] == "and 6 more of the same kinds; --json lists all"


def test_colour_is_for_terminals_and_not_for_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in _told(EMPTY, stream=Terminal())
    assert "\x1b[" not in _told(EMPTY)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in _told(EMPTY, stream=Terminal())


@pytest.mark.parametrize(("stream", "seconds", "shown"), [(Terminal(), 1.0, True), (Terminal(), 0.1, False)])
def test_progress_is_shown_for_long_work_only(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, shown: bool
) -> None:
    now = iter((0.0, seconds, seconds))
    monkeypatch.setattr(console_module.time, "monotonic", lambda: next(now))
    progress = Progress(Wording("en"), stream)
    progress("photos", 3, 7)
    assert ("converting photos 3/7" in stream.getvalue()) is shown
    progress.clear()
    assert stream.getvalue().endswith("\r") is shown


def test_progress_is_not_written_into_files(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter((0.0, 9.0))
    monkeypatch.setattr(console_module.time, "monotonic", lambda: next(now))
    stream = io.StringIO()
    Progress(Wording("en"), stream)("photos", 3, 7)
    assert stream.getvalue() == ""

"""The bar of a long run: on a terminal with rate and time left, elsewhere not at all."""

from __future__ import annotations

import io
import time

import pytest

from reportpdf.commands.dispatch_progress import DispatchProgress
from reportpdf.wording import Wording


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_how_far_how_fast_and_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 10.0, 20.0, 30.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    stream = Terminal()
    progress = DispatchProgress(Wording("en"), stream)
    progress("copies", 0, 4000)
    progress("copies", 1000, 4000)
    lines = stream.getvalue().split("\r")
    assert lines[1].startswith("making copies ░")
    assert "██████░" in lines[2]
    assert lines[2].endswith("1,000/4,000, 100 a second, 30 s left")
    progress.clear()
    assert stream.getvalue().endswith(" \r")


def test_a_file_is_told_nothing() -> None:
    stream = io.StringIO()
    progress = DispatchProgress(Wording("en"), stream)
    progress("copies", 1, 2)
    progress.clear()
    assert stream.getvalue() == ""


def test_letters_have_a_rate_below_one_a_second() -> None:
    line = DispatchProgress(Wording("en"), io.StringIO())._said("post", 5, 10, 10.0)
    assert line.endswith("5/10, 30.0 a minute, 10 s left")

"""Whatever the file holds, there is a report or an answer, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportpdf.base.messages.source import ROWS
from reportpdf.base.problem import InputError, Problem
from reportpdf.model.report import Report
from reportpdf.source.places import place_of
from reportpdf.source.report_file import read_report
from tests.source.test_report_file import WHOLE

TOKENS = [
    "title", "sections", "callouts", "photos", "figure", "text", "file", "focus", "lead", "byline", "names",
    ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", '"', "'", "|", ">", "&a ", "*a",
    "!", "!!str ", "#", "%", "@", "`", "?", "<<", "---\n", "...\n", "\t", "\r\n", "中文", "：", "“", "23",
    "0.5", "true", "~", "\\", "\\u4e2d",
]  # fmt: skip


def check(problems: tuple[Problem, ...]) -> None:
    """There is an answer, and every one has its place and its words."""
    assert problems
    for found in problems:
        assert found.place is not None
        assert len(found.excerpt) <= 120
        row = ROWS[found.code]
        assert row.fact.format(**dict(found.args))
        assert row.fix.format(**dict(found.args))


def read(path: Path, content: bytes) -> None:
    """Read a report; the only failure there may be is an answer that can be worded."""
    path.write_bytes(content)
    try:
        report = read_report(path, shown="r.yaml")
    except InputError as refusal:
        check(refusal.problems)
        return
    assert isinstance(report, Report)
    for section in report.sections:
        place_of(section.title, len(section.title.value) // 2)


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "report.yaml"


FUZZ = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FUZZ
@given(content=st.binary(max_size=200))
def test_any_bytes(target: Path, content: bytes) -> None:
    read(target, content)


@FUZZ
@given(content=st.text(max_size=200))
def test_any_text(target: Path, content: str) -> None:
    read(target, content.encode("utf-8", "surrogatepass"))


@FUZZ
@given(tokens=st.lists(st.sampled_from(TOKENS), max_size=60))
def test_anything_like_yaml(target: Path, tokens: list[str]) -> None:
    read(target, "".join(tokens).encode())


@FUZZ
@given(data=st.data())
def test_a_report_with_pieces_put_in_and_taken_out(target: Path, data: st.DataObject) -> None:
    text = WHOLE
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        stop = min(len(text), start + data.draw(st.integers(0, 12)))
        text = text[:start] + data.draw(st.sampled_from(["", *TOKENS])) + text[stop:]
    read(target, text.encode())


@FUZZ
@given(start=st.integers(0, len(WHOLE.encode())), content=st.binary(max_size=6))
def test_a_report_with_damaged_bytes(target: Path, start: int, content: bytes) -> None:
    whole = WHOLE.encode()
    read(target, whole[:start] + content + whole[start + len(content) :])

"""Job files: the pages they ask for, and what is wrong with them, all at once and with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpdf.base.problem import InputError
from reportpdf.model.job import PageCount
from reportpdf.source.job_file import decode_job, goal_of, job_beside, read_job
from reportpdf.source.text_file import make_source


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("fit: {pages: 4}", PageCount.EXACT, 4),
        ('fit: {pages: "12"}', PageCount.EXACT, 12),
        ("fit:\n  pages: 4n\n", PageCount.FOURS, 0),
    ],
)
def test_pages_of_a_job(text: str, kind: PageCount, count: int) -> None:
    goal = goal_of(decode_job(make_source(text, shown="job.yaml")))
    assert goal is not None
    assert (goal.kind, goal.count) == (kind, count)
    assert goal.place is not None
    assert goal.place.path == "fit.pages"


def test_a_job_that_says_nothing_asks_for_nothing() -> None:
    assert goal_of(decode_job(make_source("fit:\n", shown="job.yaml"))) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("fit: {pages: 0}", "job-pages"),
        ("fit: {pages: -1}", "job-pages"),
        ("fit: {pages: 5000}", "job-pages"),
        ("fit: {pages: abc}", "job-pages"),
        ("fit: {pages: 8n}", "job-pages"),
        ("fit: {pages: [4]}", "value-text-list"),
        ("fit: {page: 4}", "key-near"),
        ("fits: {pages: 4}", "key-near"),
        ("fit: {}", "key-missing"),
        ("fit: 4", "value-mapping-wanted"),
        ("", "yaml-empty"),
        ("fit: {pages: 4", "yaml-flow"),
    ],
)
def test_what_is_wrong_with_a_job_has_a_place(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        decode_job(make_source(text, shown="job.yaml"))
    codes = [p.code for p in caught.value.problems]
    assert any(found.startswith(code) for found in codes), codes
    assert all(p.place is not None and p.place.file == "job.yaml" for p in caught.value.problems)


def test_the_job_beside_a_report_is_found(tmp_path: Path) -> None:
    report = tmp_path / "report.yaml"
    report.write_text("title: 年报\n", "utf-8")
    assert job_beside(report) is None
    (tmp_path / "job.yaml").write_text("fit: {pages: 4}\n", "utf-8")
    for named in (report, tmp_path):
        found = job_beside(named)
        assert found is not None
        assert goal_of(read_job(found)) is not None

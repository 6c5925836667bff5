"""The same command on a cluster: the files are those that this machine would make, and are written here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportpdf.cli import main
from tests.batch.test_batch import REPORT
from tests.dispatch.test_executor_cluster import cluster

JOBS = """\
jobs:
  甲: {report: a, editions: [screen, archive]}
  无: {report: none}
  乙: {report: b}
"""


@pytest.mark.slow
def test_a_batch_on_a_cluster_makes_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.yaml").write_text(REPORT, "utf-8")
    jobs, out = tmp_path / "jobs.yaml", tmp_path / "out"
    jobs.write_text(JOBS, "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    told = {}
    with cluster(tmp_path, 1) as it:
        for way in (["--cluster", it.address], ["--workers", "1"]):
            assert main(["batch", str(jobs), "-o", str(out), "--json", *way]) == 1
            answer = json.loads(capsys.readouterr().out)
            assert (answer["done"], answer["failed"]) == (2, 1)
            told[way[0]] = {one["name"]: (one["outputs"], one["problems"]) for one in answer["tasks"]}
            assert {path.name for path in out.iterdir()} == {"乙.pdf", "甲-archive.pdf", "甲.pdf"}
    assert told["--cluster"] == told["--workers"]

"""A stand-in for the pipeline, so that the command line is tested without setting a report."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest

from reportpdf.base.problem import Place, Problem
from reportpdf.cli import main
from reportpdf.layout.display import Adjustment
from reportpdf.model.job import PageGoal
from reportpdf.source.wanted import Asked


@dataclass(frozen=True, slots=True)
class RenderOptions:
    report: Path
    theme: str
    format: str
    asked: Asked
    outputs: tuple[Path, ...]
    pages_dir: Path | None
    cache_dir: Path
    job: Path | None = None
    goal: PageGoal | None = None
    made: datetime | None = None
    most_bytes: int | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    path: Path
    kind: str
    pages: int
    bytes: int
    sha256: str
    edition: str = "screen"
    standards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    place: Place
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class Fitted:
    pages: int
    adjusted: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    seconds: tuple[tuple[str, float], ...] = (("read", 0.01), ("layout", 0.02))
    fit: Fitted | None = None


RECORDS = (RenderOptions, Fitted, Output, Change, Rendered)


@dataclass
class FakePipeline:
    """What the next rendering gives back or raises, and the options of those that were asked for."""

    gives: Callable[[RenderOptions], Rendered]
    asked: list[RenderOptions] = field(default_factory=list)
    stages: tuple[tuple[str, int, int], ...] = ()

    def render(self, options: RenderOptions, *, progress: Callable[[str, int, int], None]) -> Rendered:
        self.asked.append(options)
        for stage in self.stages:
            progress(*stage)
        return self.gives(options)

    def raises(self, error: BaseException) -> None:
        def fail(_options: RenderOptions) -> Rendered:
            raise error

        self.gives = fail


def one_pdf(options: RenderOptions) -> Rendered:
    return Rendered((Output(options.outputs[0], "pdf", 4, 1_234_567, "ab" * 32),))


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    """The stand-in, in the pipeline's place."""
    import reportpdf

    fake = FakePipeline(one_pdf)
    module = ModuleType("reportpdf.pipeline")
    for record in RECORDS:
        setattr(module, record.__name__, record)
    module.render = fake.render  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "reportpdf.pipeline", module)
    monkeypatch.setattr(reportpdf, "pipeline", module, raising=False)
    return fake


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run of the program left: exit code and the two streams."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Answer]:
    """Runs the program in this process, in an empty folder, in English unless told otherwise."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "REPORTPDF_DEBUG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def _run(*words: str) -> Answer:
        code = main(words)
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return _run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A file in a folder named after its report; the stand-in never reads it."""
    path = tmp_path / "work-2024" / "report.yaml"
    path.parent.mkdir()
    path.write_text("sections: [{title: 年报, callouts: [{figure: 1项, text: 一}]}]\n", "utf-8")
    return path

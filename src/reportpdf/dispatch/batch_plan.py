"""What a batch comes to: one task for each report, format and theme, its files named before anything is made.

Comes in: a batch, the folder it lies in, the folder to write to. Goes out: tasks in the order of the file,
and whatever would be written twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import product
from pathlib import Path

from reportpdf.base.problem import Problem, problem
from reportpdf.dispatch.file_names import clash_key, safe_part
from reportpdf.model.batch import Batch, BatchJob, EditionName
from reportpdf.model.job import PageGoal, page_goal
from reportpdf.model.report import Text
from reportpdf.source.batch_file import is_file_name

_DEFAULT_THEME = "newspaper"
_DEFAULT_FORMAT = "a4"


@dataclass(frozen=True, slots=True)
class Task:
    """A report to be set once, and the PDFs to be made of it: one for each edition."""

    job: str
    report: Path
    format: str
    theme: str
    editions: tuple[EditionName, ...]
    outputs: tuple[Path, ...]
    name: str
    """The job's, with what tells the task from the others of the job."""

    goal: PageGoal | None = None
    job_file: Path | None = None
    draft: bool = False
    made: datetime | None = None
    """The date of a print file whose job states none."""


def plan(batch: Batch, folder: Path, output: Path) -> tuple[tuple[Task, ...], tuple[Problem, ...]]:
    """All tasks, and files that two of them would write."""
    tasks = tuple(task for job in batch.jobs for task in _tasks(batch, job, folder, output))
    places = {job.name: job.report.place for job in batch.jobs}
    problems: list[Problem] = []
    owners: dict[str, Task] = {}
    for task in tasks:
        for path in task.outputs:
            other = owners.setdefault(clash_key(str(path.absolute())), task)
            if other is not task:
                place = places[task.job]
                problems.append(problem("batch-clash", place, job=task.name, other=other.name, file=path))
    return tasks, tuple(problems)


def _tasks(batch: Batch, job: BatchJob, folder: Path, output: Path) -> list[Task]:
    """The tasks of one job. A format or theme stands in a file's name where there are several."""
    formats = _words(job.formats or batch.formats, _DEFAULT_FORMAT)
    themes = _words(job.themes or batch.themes, _DEFAULT_THEME)
    editions = tuple(dict.fromkeys(job.editions or batch.editions or ("screen",)))
    where = output / job.output.value if job.output else output
    tasks = []
    for sheet, theme in product(formats, themes):
        parts = [Path(word).stem for word, of in ((sheet, formats), (theme, themes)) if len(of) > 1]
        stem = safe_part("-".join((job.name, *parts)), "-")
        tasks.append(
            Task(
                job.name,
                _report_file(folder / job.report.value),
                _found(sheet, folder),
                _found(theme, folder),
                editions,
                tuple(where / f"{stem}{_suffix(edition, editions)}.pdf" for edition in editions),
                " · ".join((job.name, *parts)),
                page_goal(job.pages.value, job.pages.place) if job.pages else None,
                folder / job.job.value if job.job else None,
                job.draft,
            )
        )
    return tasks


def _words(given: tuple[Text, ...], usual: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.value for text in given)) or (usual,)


def _found(word: str, folder: Path) -> str:
    """A built-in name as it is, a file from the batch's folder."""
    return str(folder / word) if is_file_name(word) else word


def _report_file(path: Path) -> Path:
    inside = path / "report.yaml"
    return inside if inside.is_file() else path


def _suffix(edition: str, editions: tuple[str, ...]) -> str:
    """As ``render`` names editions: the screen's without, where there are several."""
    return "" if len(editions) == 1 or edition == "screen" else f"-{edition}"

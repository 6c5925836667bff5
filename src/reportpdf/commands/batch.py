"""``reportpdf batch``: many reports, each in several formats, themes and editions.

Comes in: the order. Goes out: the PDFs of every job, an account of each as it is done, and exit code 0, or 1
when a job failed or a page has an error. A job that fails stops no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem, ReportpdfError, Severity
from reportpdf.commands.grammar import Order
from reportpdf.commands.pace import Pace
from reportpdf.console import Console, visible
from reportpdf.wording import severity_of

if TYPE_CHECKING:
    from reportpdf.dispatch.batch_plan import Task
    from reportpdf.dispatch.batch_work import TaskDone
    from reportpdf.dispatch.executor import Outcome
    from reportpdf.pipeline import Output

_INTERRUPTED = 130
"""128 + SIGINT."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What is told of a task; ``failed``: nothing of it was written."""

    task: Task
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]
    seconds: float
    failed: bool

    @property
    def spoilt(self) -> bool:
        return self.failed or any(severity_of(found) is Severity.ERROR for found in self.problems)


def run(order: Order, console: Console) -> int:
    """Do all jobs and tell what came of each.

    Raises: ReportpdfError with every problem of the file of jobs, of its options, or of the cluster.
    """
    tasks, workers = _tasks(order)
    as_json = "json" in order.switches
    pace = Pace(console.wording, console.err, len(tasks))
    rows: list[_Row] = []
    began = monotonic()
    interrupted = False
    try:
        for row in _rows(tasks, workers, order.values.get("cluster", ""), console):
            pace.clear()
            rows.append(row)
            if not as_json:
                _tell(row, console)
            pace(len(rows))
    except KeyboardInterrupt:
        interrupted = True
    pace.clear()
    if as_json:
        _answer(rows, len(tasks), console)
    else:
        _sum_up(rows, len(tasks), monotonic() - began, console)
    return _INTERRUPTED if interrupted else int(any(row.spoilt for row in rows))


def _tasks(order: Order) -> tuple[tuple[Task, ...], int]:
    """The tasks, and how many processes do them.

    Raises: InputError with every problem.
    """
    from reportpdf.commands.choices import chosen_workers
    from reportpdf.commands.editions import date_of
    from reportpdf.dispatch.batch_plan import plan
    from reportpdf.source.batch_file import read_batch
    from reportpdf.source.quoting import quote_lines
    from reportpdf.writable import check_writable

    problems: list[Problem] = []
    workers = chosen_workers(order.values.get("workers"), problems)
    file = Path(order.arguments[0])
    try:
        batch = read_batch(file)
    except InputError as error:
        raise InputError(*problems, *error.problems) from error
    own = file.parent / batch.output.value if batch.output else Path("out", file.stem)
    given = order.values.get("output")
    tasks, clashes = plan(batch, file.parent, Path(given) if given else own)
    problems += quote_lines(clashes, file)
    inputs = (file, *(task.report for task in tasks))
    problems += dict.fromkeys(
        found for task in tasks for path in task.outputs for found in check_writable(path, inputs)
    )
    if problems:
        raise InputError(*problems)
    dated = (replace(task, made=date_of(task.report)) if "press" in task.editions else task for task in tasks)
    return tuple(dated), workers


def _rows(tasks: tuple[Task, ...], workers: int, cluster: str, console: Console) -> Iterator[_Row]:
    """A row for each task, as they are done."""
    from reportpdf.commands.render import cache_folder
    from reportpdf.dispatch.batch_work import do_away, do_here
    from reportpdf.dispatch.executor import choose_executor

    with choose_executor(workers, cluster) as executor:
        console.problems(executor.notes)
        if cluster:
            made = executor.run(do_away, "reportpdf-", tasks)
        else:
            made = executor.run(do_here, cache_folder(), tasks)
        with closing(made):
            for outcome in made:
                yield _row(outcome)


def _row(outcome: Outcome[Task, TaskDone]) -> _Row:
    """What is told of an outcome; files that came from elsewhere are written first."""
    from reportpdf.dispatch.batch_work import bring_home
    from reportpdf.dispatch.executor import Undone

    task = outcome.item
    if isinstance(outcome, Undone):
        return _Row(task, (), outcome.problems, 0.0, True)
    done = outcome.result
    try:
        done = bring_home(done, task) if done.data else done
    except ReportpdfError as error:
        return _Row(task, (), error.problems, done.seconds, True)
    return _Row(task, done.outputs, done.problems, done.seconds, False)


def _tell(row: _Row, console: Console) -> None:
    """A task's problems under its name, and a line for each file."""
    wording = console.wording
    if row.problems:
        name = visible(row.task.name)
        if row.failed:
            console.tell(wording.phrase("{job}: nothing was made", job=name))
        else:
            console.tell(wording.phrase("{job}:", job=name))
        console.problems(row.problems)
    for output in row.outputs:
        console.answer(
            wording.count(
                "{job}: {path}, {n} page", "{job}: {path}, {n} pages", output.pages,
                job=row.task.name, path=output.path,
            )
        )  # fmt: skip


def _sum_up(rows: list[_Row], total: int, seconds: float, console: Console) -> None:
    """One line: how many are done, how many failed."""
    failed = sum(row.failed for row in rows)
    console.answer(
        console.wording.phrase(
            "{done} of {total} done, {failed} failed, in {seconds} s",
            done=len(rows) - failed,
            total=total,
            failed=failed,
            seconds=f"{seconds:.1f}",
        )
    )


def _answer(rows: list[_Row], total: int, console: Console) -> None:
    """The object for programs: a task to a line, in the order in which they were done."""
    from reportpdf.commands.answer import encode, output_list, problem_list

    failed = sum(row.failed for row in rows)
    listed: list[dict[str, object]] = [
        {
            "job": row.task.job,
            "name": row.task.name,
            "report": str(row.task.report),
            "format": row.task.format,
            "theme": row.task.theme,
            "done": not row.failed,
            "outputs": output_list(row.outputs),
            "problems": problem_list(row.problems, console.wording),
            "seconds": round(row.seconds, 3),
        }
        for row in rows
    ]
    answer = {"tasks": listed, "total": total, "done": len(rows) - failed, "failed": failed}
    console.answer_text(encode(answer))

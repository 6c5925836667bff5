"""One task of a batch, done here or far away.

Comes in: a task, and the cache that all share. Goes out: what was written, and what is to be told of it. On
this machine the process that sets a report writes it; a worker elsewhere sends the bytes home.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from reportpdf.base.problem import InputError, Problem
from reportpdf.dispatch.batch_plan import Task
from reportpdf.pipeline import Output, RenderOptions, render
from reportpdf.press.edition import Purpose
from reportpdf.source.quoting import quote_lines
from reportpdf.source.wanted import Asked


@dataclass(frozen=True, slots=True)
class TaskDone:
    """What was made of a task; ``data`` are the files' bytes where they are still to be written."""

    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]
    seconds: float
    data: tuple[bytes, ...] = ()


def do_here(cache: Path, task: Task) -> TaskDone:
    """Set the report and write its PDFs.

    Raises: ReportpdfError with every problem that kept it from being set.
    """
    options = RenderOptions(
        report=task.report,
        theme=task.theme,
        format=task.format,
        asked=Asked(tuple(Purpose(edition) for edition in task.editions)),
        outputs=task.outputs,
        pages_dir=None,
        cache_dir=cache,
        job=task.job_file,
        goal=task.goal,
        made=task.made,
        draft=task.draft,
    )
    try:
        rendered = render(options, progress=_silent)
    except InputError as error:
        raise InputError(*quote_lines(error.problems, task.report)) from error
    problems = quote_lines(rendered.problems, task.report)
    return TaskDone(rendered.outputs, problems, sum(seconds for _, seconds in rendered.seconds))


def do_away(prefix: str, task: Task) -> TaskDone:
    """Set the report on another machine, which sees its folder under the same path; the bytes come back.
    ``prefix`` begins the name of the folder that is used there meanwhile.

    Raises: ReportpdfError with every problem that kept it from being set.
    """
    with TemporaryDirectory(prefix=prefix) as folder:
        paths = tuple(Path(folder, f"{number}.pdf") for number, _ in enumerate(task.outputs))
        done = do_here(Path(folder, "cache"), replace(task, outputs=paths))
        data = tuple(path.read_bytes() for path in paths)
    outputs = tuple(replace(one, path=path) for one, path in zip(done.outputs, task.outputs, strict=True))
    return replace(done, outputs=outputs, data=data)


def bring_home(done: TaskDone, task: Task) -> TaskDone:
    """Write what came from elsewhere: all files of the task, or none.

    Raises: InputError with the reason.
    """
    from reportpdf.output import Staging

    with Staging(inputs=(task.report,)) as staging:
        for output, data in zip(done.outputs, done.data, strict=True):
            staging.add(output.path, data)
    return replace(done, data=())


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody watches a worker."""

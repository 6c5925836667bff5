"""``reportpdf render``: set a report.

Comes in: the order. Goes out: the PDF and page images through the pipeline, an account of them, and
exit code 0, or 1 when a problem of severity error is on the pages.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem
from reportpdf.commands.answer import done, encode
from reportpdf.commands.changes import change_lines
from reportpdf.commands.choices import chosen_format, chosen_theme, report_file
from reportpdf.commands.editions import chosen_editions, chosen_size, date_of, edition_outputs
from reportpdf.commands.fitting import chosen_goal, fit_lines
from reportpdf.commands.grammar import Order
from reportpdf.console import Console, Progress
from reportpdf.press.edition import Purpose
from reportpdf.source.quoting import quote_lines
from reportpdf.wording import Wording, has_errors, size_words
from reportpdf.writable import check_writable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportpdf.pipeline import Output, Rendered, RenderOptions


def run(order: Order, console: Console) -> int:
    """Set the report and tell what came of it.

    Raises: ReportpdfError with every problem that kept the report from being set.
    """
    from reportpdf import pipeline

    options, unwritable = _options(order)
    if unwritable:
        raise InputError(*unwritable, *_also_wrong(options))
    progress = Progress(console.wording, console.err)
    try:
        rendered = pipeline.render(options, progress=progress)
    except InputError as error:
        raise InputError(*quote_lines(error.problems, options.report)) from error
    finally:
        progress.clear()
    if "json" in order.switches:
        console.answer_text(encode(done(rendered, console.wording)))
    else:
        _account(rendered, options.report, console)
    return int(has_errors(rendered.problems))


def default_output(report: Path) -> Path:
    """``out/<folder>/<name>.pdf`` under the current folder, after the report's own folder and name."""
    return Path("out", report.absolute().parent.name, report.stem + ".pdf")


def _also_wrong(options: RenderOptions) -> tuple[Problem, ...]:
    """What is wrong with the files besides, when nothing can be written anyhow: all is told at once."""
    from reportpdf.sources import read_sources

    try:
        sources = read_sources(options.report, options.theme, options.format)
    except InputError as error:
        return error.problems
    return (*sources.stopping, *sources.problems)


def _options(order: Order) -> tuple[RenderOptions, tuple[Problem, ...]]:
    """What the pipeline is asked for, and why it could not be written where it is to go.

    Raises: InputError with all options that cannot be met.
    """
    from reportpdf.pipeline import RenderOptions

    problems: list[Problem] = []
    report = report_file(order.arguments[0])
    theme = chosen_theme(order.values.get("theme"), problems)
    sheet = chosen_format(order.values.get("format"), problems)
    asked = chosen_editions(order, problems)
    outputs = edition_outputs(_output(order.values.get("output"), report), asked)
    pages_dir = order.values.get("pages-dir")
    goal = chosen_goal(order.values.get("pages"), problems)
    job = order.values.get("job")
    inputs = (report, *(Path(name) for name in (theme, sheet, job or "") if os.path.isfile(name)))
    unwritable = tuple(found for output in outputs for found in check_writable(output, inputs))
    if pages_dir is not None:
        unwritable += check_writable(Path(pages_dir, "page.png"))
    most_bytes = chosen_size(order.values.get("max-size"), problems)
    if problems:
        raise InputError(*problems, *unwritable)
    options = RenderOptions(
        report=report,
        theme=theme,
        format=sheet,
        asked=asked,
        outputs=outputs,
        pages_dir=None if pages_dir is None else Path(pages_dir),
        cache_dir=cache_folder(),
        job=None if job is None else Path(job),
        goal=goal,
        made=date_of(report) if Purpose.PRESS in asked.purposes else None,
        most_bytes=most_bytes,
        draft="draft" in order.switches,
    )
    return options, unwritable


def cache_folder() -> Path:
    """Where converted photos are kept between runs, as the system has it (XDG, ~/Library/Caches)."""
    from platformdirs import user_cache_path

    return user_cache_path("reportpdf", appauthor=False)


def _output(given: str | None, report: Path) -> Path:
    """The PDF to write: as given, inside the folder given, or the default place."""
    if given is None:
        return default_output(report)
    if given.endswith(os.sep) or os.path.isdir(given):
        return Path(given, report.stem + ".pdf")
    return Path(given)


def _account(rendered: Rendered, report: Path, console: Console) -> None:
    """Tell a person what was changed, what is wrong, and where the outputs lie."""
    for line in change_lines(rendered.changes, console.wording):
        console.tell(line)
    if rendered.fit is not None:
        for line in fit_lines(rendered.fit, console.wording):
            console.tell(line)
    console.problems(quote_lines(rendered.problems, report))
    seconds = sum(duration for _, duration in rendered.seconds)
    for line in _output_lines(rendered.outputs, seconds, console.wording):
        console.answer(line)


def _output_lines(outputs: Sequence[Output], seconds: float, wording: Wording) -> list[str]:
    """A line for each PDF with its pages, size and the time it took, and one for the page images."""
    lines = []
    images = [output for output in outputs if output.kind != "pdf"]
    for output in outputs:
        if output not in images:
            lines.append(
                wording.count(
                    "{path}: {n} page, {size}, {seconds} s",
                    "{path}: {n} pages, {size}, {seconds} s",
                    output.pages,
                    path=output.path,
                    size=size_words(output.bytes),
                    seconds=f"{seconds:.2f}",
                )
            )
    if images:
        lines.append(
            wording.count(
                "{folder}: {n} page image",
                "{folder}: {n} page images",
                len(images),
                folder=images[0].path.parent,
            )
        )
    return lines

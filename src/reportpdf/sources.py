"""Everything a run reads, with all that is wrong with any of it told at once.

In: the report's file, the names of theme and format. Out: :class:`Sources`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reportpdf.base.problem import InputError, Problem
from reportpdf.model.job import Job, PageGoal
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report
from reportpdf.press.edition import SCREEN, Edition
from reportpdf.text.face import FontSet
from reportpdf.theme.records import Format, Theme

if TYPE_CHECKING:
    from reportpdf.source.wanted import Asked

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sources:
    """Everything read: what the layout is given."""

    report: Report
    theme: Theme
    format: Format
    fonts: FontSet
    pictures: tuple[Picture, ...]
    problems: tuple[Problem, ...]
    stopping: tuple[Problem, ...] = ()
    """Photos that stop the run. The words are still set, so that what is wrong with them is told too."""
    goal: PageGoal | None = None
    """The pages that the job asks for."""

    job: Job | None = None
    editions: tuple[Edition, ...] = (SCREEN,)
    """What is to be made of the layout."""


def read_sources(
    report_file: Path,
    theme_name: str,
    format_name: str,
    job_file: Path | None = None,
    asked: Asked | None = None,
    made: datetime | None = None,
) -> Sources:
    """Report, theme, format, fonts and the headers of all photos; the job, if there is one.

    Without ``job_file`` it is the one beside the report; without ``asked`` a screen PDF is made. ``made`` is
    the date of a print file whose job states none.

    Raises: InputError with the problems of all of them together; photos alone are left to ``stopping``.
    """
    from reportpdf.source.format_file import load_format
    from reportpdf.source.job_file import goal_of, job_beside, read_job
    from reportpdf.source.photos import empty_frames, probe_photos
    from reportpdf.source.report_file import check_palettes, read_report
    from reportpdf.source.theme_file import check_look, load_theme

    problems: list[Problem] = []
    stopping: list[Problem] = []
    report = _gather(problems, lambda: read_report(report_file, shown=str(report_file)))
    theme = _gather(problems, lambda: load_theme(theme_name))
    sheet = _gather(problems, lambda: load_format(format_name))
    job_path = job_file or job_beside(report_file)
    job = _gather(problems, lambda: read_job(job_path)) if job_path else None
    editions = _editions(problems, asked, job, job_path or report_file, made, theme, theme_name)
    fonts = _fonts(problems, theme, theme_name)
    problems += check_look(theme, sheet) if theme and sheet else []
    problems += check_palettes(report, theme) if report and theme else []
    report, changed = _with_cells(problems, report)
    photos = [photo for section in report.sections for photo in section.photos] if report else []
    pictures = _gather(stopping, lambda: probe_photos(photos)) or empty_frames(photos)
    if problems or report is None or theme is None or sheet is None or fonts is None:
        raise InputError(*dict.fromkeys((*problems, *stopping)))
    told = (*changed, *(p.problem for p in pictures if p.problem is not None))
    goal = goal_of(job) if job else None
    return Sources(report, theme, sheet, fonts, pictures, told, tuple(stopping), goal, job, editions)


def _with_cells(problems: list[Problem], report: Report | None) -> tuple[Report | None, tuple[Problem, ...]]:
    """The report with its figures from cells, and those that changed; what stops it joins ``problems``."""
    from reportpdf.source.bound import compare_cells

    compared = _gather(problems, partial(compare_cells, report)) if report else None
    return compared or (report, ())


def _fonts(problems: list[Problem], theme: Theme | None, theme_name: str) -> FontSet | None:
    """The theme's fonts; what is wrong with them joins ``problems``."""
    from reportpdf.source.fonts import bundled_fonts_dir, font_problems, open_fonts

    if theme is None:
        return None
    fonts = open_fonts(theme, fonts_dir=bundled_fonts_dir())
    problems += _named_in(theme_name, font_problems(theme, fonts))
    return fonts


def _editions(
    problems: list[Problem],
    asked: Asked | None,
    job: Job | None,
    job_path: Path,
    made: datetime | None,
    theme: Theme | None,
    theme_name: str,
) -> tuple[Edition, ...]:
    """The editions asked for; what contradicts, and colours with too much ink, join ``problems``."""
    if asked is None:
        return (SCREEN,)
    from reportpdf.press.choose import choose_editions
    from reportpdf.source.ink_limit import ink_limit_problems
    from reportpdf.source.wanted import wanted

    wants, found = wanted(asked, job, job_path.parent, made)
    editions, conflicts = choose_editions(wants)
    problems += (*found, *conflicts)
    for edition in editions:
        if edition.condition is not None and theme is not None:
            problems += ink_limit_problems(theme, theme_name, edition.condition)
    return editions


def inputs_digest(report_file: Path, sources: Sources, theme_name: str, format_name: str) -> str:
    """A digest of all that a page is made of: report, theme, format, photos."""
    from reportpdf.source.builtin import named_source

    digest = sha256(report_file.read_bytes())
    for kind, name in (("theme", theme_name), ("format", format_name)):
        digest.update(named_source(kind, name, None)[0].text.encode("utf-8"))
    for section in sources.report.sections:  # figures without a last are those of their cells
        for callout in section.callouts:
            if callout.figure.bound is not None:
                digest.update(callout.figure.value.encode("utf-8"))
    for picture in sources.pictures:
        if picture.problem is None and picture.photo.path:
            with open(picture.photo.path, "rb") as file:
                digest.update(file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _named_in(theme_name: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems, those of fonts that a theme's file names by a wrong name with the place of that name."""
    from reportpdf.source.quoting import placed_at_word

    path = Path(theme_name)
    return placed_at_word(problems, path) if path.is_file() else problems


def _gather(problems: list[Problem], read: Callable[[], _T]) -> _T | None:
    """What ``read`` gives, or None with its problems added to the others."""
    try:
        return read()
    except InputError as error:
        problems.extend(error.problems)
        return None

"""What is to be made: the words of the command line over those of the job.

Comes in: :class:`Asked`, the words typed; the job. Goes out: :class:`~reportpdf.press.choose.Wanted`,
profiles read and dates understood, with every problem of either told at the place that said it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.model.job import Job, Marks, PhotoIntent, PressJob
from reportpdf.model.report import Text
from reportpdf.model.standards import STANDARDS
from reportpdf.press.choose import Choice, Wanted
from reportpdf.press.conditions import CONDITIONS, Condition
from reportpdf.press.edition import Purpose
from reportpdf.press.imposition import Imposition
from reportpdf.source.condition_file import read_condition
from reportpdf.source.excerpt import brief


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of the command line, already known to be good where they are choices of a few."""

    purposes: tuple[Purpose, ...] = (Purpose.SCREEN,)
    standard: str = ""
    condition: str = ""
    marks: Marks | None = None
    tagged: bool = False
    intent: PhotoIntent | None = None
    lossless: bool = False
    imposition: Imposition | None = None
    attach: bool = False
    allow: tuple[str, ...] = ()


def wanted(
    asked: Asked, job: Job | None, folder: Path, made: datetime | None
) -> tuple[Wanted, tuple[Problem, ...]]:
    """What is wanted, and what is wrong with it. ``folder`` is the job's; ``made`` the date of a print file
    whose job states none."""
    problems: list[Problem] = []
    press = (job.press if job else None) or PressJob()
    stated = _date(job.date, problems) if job and job.date else None
    printed = Purpose.PRESS in asked.purposes
    choice = _standard(asked, press, problems)
    condition = _condition(asked, press, folder, problems) if printed else None
    return (
        Wanted(
            asked.purposes,
            choice,
            condition,
            asked.marks or press.marks,
            asked.tagged or press.tagged,
            (asked.intent or press.intent) is PhotoIntent.PERCEPTUAL,
            asked.lossless or press.lossless,
            asked.imposition,
            asked.attach,
            date=stated or (made if printed else None),
        ),
        tuple(problems),
    )


def _standard(asked: Asked, press: PressJob, problems: list[Problem]) -> Choice | None:
    """The standard chosen; a job's counts for the press alone."""
    if asked.standard:
        return Choice(asked.standard)
    if press.standard is None or Purpose.PRESS not in asked.purposes:
        return None
    word, place = press.standard.value, press.standard.place
    known = [key for key, row in STANDARDS.items() if row.press]
    if word not in known:
        problems.append(problem("standard-unknown", place, given=brief(word), choices=", ".join(known)))
        return None
    return Choice(word, place)


def _condition(asked: Asked, press: PressJob, folder: Path, problems: list[Problem]) -> Condition | None:
    try:
        if asked.condition:
            return read_condition(asked.condition, None)
        if press.condition is not None:
            return read_condition(press.condition.value, press.condition.place, base=folder)
    except InputError as error:
        problems.extend(error.problems)
        return None
    return CONDITIONS["coated"]


def _date(text: Text, problems: list[Problem]) -> datetime | None:
    """A date of ISO 8601; one without a zone is Chinese time's no more than anyone's, so it is refused."""
    place: Place = text.place
    try:
        date = datetime.fromisoformat(text.value.strip())
    except ValueError:
        problems.append(problem("date-form", place, given=brief(text.value)))
        return None
    if date.tzinfo is None:
        if date.time() == datetime.min.time() and ":" not in text.value:
            return date.replace(tzinfo=UTC)
        problems.append(problem("date-zone", place, given=brief(text.value)))
        return None
    return date

"""The pages of a dispatch, set and painted once for each edition; every copy is made of them.

Comes in: what the pipeline is asked for, the departments' names. Goes out: each edition's PDF, and the base
of its copies as a file beside them. What a resumed run is held against is a digest of all that the pages are
made of."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportpdf.base.problem import InputError, Problem
from reportpdf.dispatch.copies import CopyBase, prepare_base
from reportpdf.dispatch.plan import Planned
from reportpdf.dispatch.recipients import Recipient
from reportpdf.dispatch.reconcile import watermark_of
from reportpdf.painting import Progress
from reportpdf.pipeline import MadeReport, RenderOptions, make
from reportpdf.sources import inputs_digest
from reportpdf.writable import os_problem

BASES_FOLDER = ".bases"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Masters:
    """The editions of a report. ``digest`` changes with anything that the pages are made of."""

    report: MadeReport
    digest: str
    title: str

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is to be told of the pages."""
        return self.report.problems

    def size(self, edition: str) -> int:
        """Bytes of an edition's PDF."""
        return next(len(made.data) for made in self.report.made if made.edition.purpose.value == edition)


def set_masters(options: RenderOptions, progress: Progress) -> Masters:
    """The report set, and its editions made.

    Raises: ReportpdfError with every problem that keeps the report from being set.
    """
    report = make(options, progress=progress)
    digest = inputs_digest(options.report, report.sources, options.theme, options.format)
    title = " ".join(report.document.title.split()) or options.report.absolute().parent.name
    return Masters(report, digest, title)


@dataclass(frozen=True, slots=True)
class Laid:
    """The base of each edition's copies; departments that cannot be set are in none of them."""

    bases: dict[str, CopyBase]
    problems: tuple[Problem, ...]
    """Of rows that are left out."""

    refused: frozenset[str]
    """Their keys."""

    bad: tuple[int, ...] = ()
    """The numbers of their rows."""

    notes: tuple[Problem, ...] = ()


def lay_bases(masters: Masters, planned: Sequence[Planned], folder: Path) -> Laid:
    """The bases for the copies planned, written into ``folder``; :func:`clear_bases` takes them away.

    Raises: InputError: no copy can be made, whosever it is, or the disk is full.
    """
    clear_bases(folder)
    place = folder / BASES_FOLDER
    recipients = list({copy.recipient.key: copy.recipient for copy in planned}.values())
    editions = {copy.edition for copy in planned}
    problems: list[Problem] = []
    refused: set[str] = set()
    bad: list[int] = []
    while True:
        try:
            place.mkdir(parents=True, exist_ok=True)
            bases = _bases(masters, editions, recipients, place)
            notes = tuple(note for base in bases.values() for note in base.notes)
            return Laid(bases, tuple(problems), frozenset(refused), tuple(bad), tuple(dict.fromkeys(notes)))
        except OSError as error:
            raise InputError(os_problem(error, place)) from error
        except InputError as error:
            found = tuple(_of_rows(error.problems, recipients))
            if not found:
                raise
            problems += dict.fromkeys(one for _, one in found)
            bad += dict.fromkeys(recipient.row for recipient, _ in found)
            refused |= {recipient.key for recipient, _ in found}
            recipients = [recipient for recipient in recipients if recipient.key not in refused]


def _bases(
    masters: Masters, editions: set[str], recipients: Sequence[Recipient], place: Path
) -> dict[str, CopyBase]:
    words = dict.fromkeys((recipient.department, watermark_of(recipient)) for recipient in recipients)
    report = masters.report
    return {
        made.edition.purpose.value: prepare_base(
            made.data,
            report.document,
            made.edition,
            report.sources.fonts,
            words,
            place / f"{made.edition.purpose.value}.pdf",
        )
        for made in report.made
        if made.edition.purpose.value in editions
    }


def _of_rows(
    problems: Iterable[Problem], recipients: Sequence[Recipient]
) -> Iterator[tuple[Recipient, Problem]]:
    """Problems of names, each with the recipient whose it is, at the place of that row."""
    for found in problems:
        args = dict(found.args)
        for recipient in recipients:
            named = args.get("name") == recipient.department
            if named or args.get("character", "\0") in recipient.department:
                yield recipient, replace(found, place=recipient.place)


def clear_bases(folder: Path) -> None:
    """Remove the bases of this run, or of one that was killed."""
    place = folder / BASES_FOLDER
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)

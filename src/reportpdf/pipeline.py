"""The whole way from a report's file to its PDF, on one screen.

    report.yaml, theme, format, job -> source   -> Report, Theme, Format, Editions
    fonts, photos                   -> source   -> FontSet, Pictures
                                    -> layout   -> Document (display lists)
                                    -> editions -> bytes of each -> output, written whole

Everything that is wrong with the input is gathered before anything is written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from reportpdf.base.problem import Place, Problem
from reportpdf.editions import Made, make_edition
from reportpdf.layout.display import Adjustment, Document
from reportpdf.model.job import PageGoal
from reportpdf.model.report import Text
from reportpdf.painting import Making, Progress, emptied
from reportpdf.press.edition import Purpose
from reportpdf.source.places import place_of
from reportpdf.sources import Sources, inputs_digest, read_sources
from reportpdf.theme.looks import as_draft
from reportpdf.told import setting_problems

if TYPE_CHECKING:
    from reportpdf.source.wanted import Asked


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RenderOptions:
    """What is to be set, what is to be made of it, and where it goes; ``outputs`` names each edition's
    PDF."""

    report: Path
    theme: str
    format: str
    asked: Asked
    outputs: tuple[Path, ...]
    pages_dir: Path | None
    cache_dir: Path
    job: Path | None = None
    """The job file; without it the one beside the report, if there is one."""

    goal: PageGoal | None = None
    """The pages to fill, whatever the job says."""

    made: datetime | None = None
    """The date of a print file whose job states none."""

    most_bytes: int | None = None
    """The size that the screen PDF must stay under."""

    draft: bool = False
    """Lines are broken one by one, whatever the theme says."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Output:
    """A file that was written; ``kind`` is ``pdf`` or ``png``."""

    path: Path
    kind: str
    pages: int
    bytes: int
    sha256: str
    edition: str = ""
    standards: tuple[str, ...] = ()
    """What a PDF is for, and which standards it keeps."""


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of the copy that is set otherwise than it was delivered."""

    text: Text
    offset: int
    before: str
    after: str
    rule: str

    @property
    def place(self) -> Place:
        return place_of(self.text, self.offset)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Fitted:
    """The pages that were asked for and filled, and what was adjusted for them."""

    pages: int
    adjusted: tuple[Adjustment, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rendered:
    """What came of a run; ``seconds`` are by stage, in order, ``fit`` is None if no pages were asked for."""

    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...]
    seconds: tuple[tuple[str, float], ...]
    fit: Fitted | None = None


class _Clock:
    """Seconds by stage. The only clock there is, and nothing of it reaches a page."""

    def __init__(self) -> None:
        self._at = perf_counter()
        self.seconds: list[tuple[str, float]] = []

    def stage(self, name: str) -> None:
        now = perf_counter()
        self.seconds.append((name, now - self._at))
        self._at = now


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MadeReport:
    """A report set and its editions made, in memory; nothing is written yet."""

    sources: Sources
    document: Document
    made: tuple[Made, ...]
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...]
    fit: Fitted | None
    clock: _Clock


def render(options: RenderOptions, *, progress: Progress) -> Rendered:
    """Set a report and write its outputs.

    Raises: ReportpdfError with every problem that keeps the report from being set; nothing is written.
    """
    report = make(options, progress=progress)
    outputs = _write(options, report.made, report.sources, progress)
    report.clock.stage("write")
    seconds = tuple(report.clock.seconds)
    return Rendered(outputs, report.problems, report.changes, seconds, report.fit)


def make(options: RenderOptions, *, progress: Progress) -> MadeReport:
    """Set a report and make its editions.

    Raises: ReportpdfError with every problem that keeps the report from being set.
    """
    from reportpdf.layout.compose import lay_out

    clock = _Clock()
    sources = read_sources(
        options.report, options.theme, options.format, options.job, options.asked, options.made
    )
    goal = options.goal or sources.goal
    clock.stage("read")
    progress("layout", 0, 1)
    theme = as_draft(sources.theme) if options.draft else sources.theme
    laid = lay_out(sources.report, sources.pictures, theme, sources.format, sources.fonts, goal)
    found = setting_problems(laid.findings, sources.stopping)
    clock.stage("layout")
    making = _making(options, sources)
    made = [make_edition(edition, sources, laid.document, making, progress) for edition in sources.editions]
    damage: tuple[Problem, ...] = ()
    if broken := {path: found for one in made for path, found in one.broken.items()}:
        # Photos that proved damaged when they were decoded: their frames are to look empty, not grey.
        sources, damage = _emptied(sources, broken)
        laid = lay_out(sources.report, sources.pictures, theme, sources.format, sources.fonts, goal)
        made = [make_edition(one.edition, sources, laid.document, making, progress) for one in made]
    clock.stage("paint")
    changes = tuple(
        Change(text, change.offset, change.before, change.after, change.rule)
        for text, found_changes in laid.findings.changes.items()
        for change in found_changes
    )
    told = [told for one in made for told in one.problems]
    problems = tuple(dict.fromkeys((*sources.problems, *laid.problems, *found, *damage, *told)))
    fit = Fitted(len(laid.document.pages), laid.adjustments) if goal is not None else None
    return MadeReport(sources, laid.document, tuple(made), problems, changes, fit, clock)


def _making(options: RenderOptions, sources: Sources) -> Making:
    """How the editions are made; inputs are only digested where a slug line shows it."""
    job, asked = sources.job, options.asked
    printed = any(edition.purpose is Purpose.PRESS for edition in sources.editions)
    name = job.name.value if job and job.name else options.report.absolute().parent.name
    allowed = job.press.allow if job and job.press else ()
    return Making(
        options.cache_dir,
        asked.imposition,
        most_bytes=options.most_bytes,
        allowed=tuple(dict.fromkeys((*asked.allow, *(text.value for text in allowed)))),
        slug="　".join(part for part in (name, job.round.value if job and job.round else "") if part),
        digest=inputs_digest(options.report, sources, options.theme, options.format) if printed else "",
        source=options.report if asked.attach else None,
    )


def _emptied(sources: Sources, broken: dict[str, Problem]) -> tuple[Sources, tuple[Problem, ...]]:
    """The sources with empty frames for the photos that are broken, and what is to be told of each."""
    pictures = emptied(sources.pictures, broken)
    damage = tuple(p.problem for p in pictures if p.problem and p.photo.path in broken)
    return replace(sources, pictures=pictures), damage


def _write(
    options: RenderOptions, made: tuple[Made, ...], sources: Sources, progress: Progress
) -> tuple[Output, ...]:
    """The PDFs and, if asked for, page images of the first: all of them or none.

    Raises: InputError if a place cannot be written.
    """
    from reportpdf.output import Staging

    outputs: list[Output] = []
    photos = (Path(picture.photo.path) for picture in sources.pictures if picture.photo.path)
    with Staging(inputs=(options.report, *photos)) as staging:
        for path, one in zip(options.outputs, made, strict=True):
            staging.add(path, one.data)
            digest = sha256(one.data).hexdigest()
            edition = one.edition.purpose.value
            standards = tuple(standard.name for standard in one.edition.claims.standards)
            outputs.append(Output(path, "pdf", one.pages, len(one.data), digest, edition, standards))
        if options.pages_dir is not None:
            from reportpdf.paint.page_images import page_pictures, stale_pictures

            names: set[str] = set()
            for index, (name, picture) in enumerate(page_pictures(made[0].data), 1):
                progress("pages", index, made[0].pages)
                path = options.pages_dir / name
                names.add(name)
                staging.add(path, picture)
                outputs.append(Output(path, "png", 1, len(picture), sha256(picture).hexdigest()))
            for stale in stale_pictures(options.pages_dir, names):
                staging.remove(stale)
    return tuple(outputs)

"""The whole way from a report's file to its PDF, on one screen.

    report.yaml, theme, format -> source -> Report, Theme, Format
    fonts, photos              -> source -> FontSet, Pictures
                               -> layout -> Document (display lists)
                               -> paint  -> bytes -> output, written whole

Everything that is wrong with the input is gathered before anything is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.layout.display import Adjustment
from reportpdf.model.job import PageGoal
from reportpdf.model.report import Text
from reportpdf.painting import paint
from reportpdf.source.inline_marks import STOPPING, inline_problems
from reportpdf.source.places import place_of
from reportpdf.sources import Sources, read_sources
from reportpdf.text.findings import Findings
from reportpdf.theme.looks import as_draft

Progress = Callable[[str, int, int], None]
"""Called with a stage, what of it is done, and how much there is."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RenderOptions:
    """What is to be set and where it goes. ``purpose`` is ``screen``; press and archive come later."""

    report: Path
    theme: str
    format: str
    purpose: str
    output: Path | None
    pages_dir: Path | None
    cache_dir: Path
    job: Path | None = None
    """The job file; without it the one beside the report, if there is one."""

    goal: PageGoal | None = None
    """The pages to fill, whatever the job says."""

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


def render(options: RenderOptions, *, progress: Progress) -> Rendered:
    """Set a report and write its outputs.

    Raises: ReportpdfError with every problem that keeps the report from being set; nothing is written.
    """
    from reportpdf.layout.compose import lay_out

    clock = _Clock()
    sources = read_sources(options.report, options.theme, options.format, options.job)
    goal = options.goal or sources.goal
    clock.stage("read")
    progress("layout", 0, 1)
    theme = as_draft(sources.theme) if options.draft else sources.theme
    laid = lay_out(sources.report, sources.pictures, theme, sources.format, sources.fonts, goal)
    found = _setting_problems(laid.findings, sources.stopping)
    clock.stage("layout")
    painted = paint(laid.document, sources.fonts, options.cache_dir, progress)
    if painted.broken:  # their frames are to look empty, not grey
        pictures = painted.emptied(sources.pictures)
        laid = lay_out(sources.report, pictures, theme, sources.format, sources.fonts, goal)
        damage = tuple(p.problem for p in pictures if p.problem and p.photo.path in painted.broken)
        painted = paint(laid.document, sources.fonts, options.cache_dir, progress)
        painted = replace(painted, notes=(*damage, *painted.notes))
    clock.stage("paint")
    outputs = _write(options, painted.data, sources, len(laid.document.pages), progress)
    clock.stage("write")
    changes = tuple(
        Change(text, change.offset, change.before, change.after, change.rule)
        for text, made in laid.findings.changes.items()
        for change in made
    )
    problems = tuple(dict.fromkeys((*sources.problems, *laid.problems, *found, *painted.notes)))
    fit = Fitted(len(laid.document.pages), laid.adjustments) if goal is not None else None
    return Rendered(outputs, problems, changes, tuple(clock.seconds), fit)


def _setting_problems(findings: Findings, stopping: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What setting found, with places.

    Raises: InputError for characters that no font has: they would be holes in the page; for ruby that would
        run into the line above; with the photos that stop the run, for all that is wrong is told at once.
    """
    marks = inline_problems(findings)
    missing = (
        problem(
            "glyph-missing",
            place_of(found.text, found.offset),
            character=found.character,
            code=f"U+{ord(found.character):04X}",
            fonts=", ".join(found.fonts),
        )
        for found in findings.missing.values()
    )
    if stopping := (*stopping, *missing, *(p for p in marks if p.code in STOPPING)):
        raise InputError(*stopping)
    forced = tuple(
        problem("line-forced", found.text.place, line=found.line + 1) for found in findings.forced.values()
    )
    borrowed = tuple(
        problem("font-fallback", None, wanted=found.wanted, used=found.used, characters=found.characters)
        for found in findings.borrowed
    )
    unpaired = tuple(
        problem("quote-unpaired", place_of(text, offset))
        for text, offsets in findings.unpaired.items()
        for offset in offsets
    )
    return (*forced, *unpaired, *marks, *borrowed)


def _write(
    options: RenderOptions, data: bytes, sources: Sources, pages: int, progress: Progress
) -> tuple[Output, ...]:
    """The PDF and, if asked for, its page images: all of them or none.

    Raises: InputError if a place cannot be written.
    """
    from reportpdf.output import Staging

    outputs: list[Output] = []
    photos = (Path(picture.photo.path) for picture in sources.pictures if picture.photo.path)
    with Staging(inputs=(options.report, *photos)) as staging:
        if options.output is not None:
            staging.add(options.output, data)
            outputs.append(Output(options.output, "pdf", pages, len(data), sha256(data).hexdigest()))
        if options.pages_dir is not None:
            from reportpdf.paint.page_images import page_pictures, stale_pictures

            names: set[str] = set()
            for index, (name, picture) in enumerate(page_pictures(data), 1):
                progress("pages", index, pages)
                path = options.pages_dir / name
                names.add(name)
                staging.add(path, picture)
                outputs.append(Output(path, "png", 1, len(picture), sha256(picture).hexdigest()))
            for stale in stale_pictures(options.pages_dir, names):
                staging.remove(stale)
    return tuple(outputs)

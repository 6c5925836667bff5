"""The whole way from a report's file to its PDF, on one screen.

    report.yaml, theme, format -> source -> Report, Theme, Format
    fonts, photos              -> source -> FontSet, Pictures
                               -> layout -> Document (display lists)
                               -> paint  -> bytes -> output, written whole

Everything that is wrong with the input is gathered before anything is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.layout.display import Adjustment, Document, PictureItem
from reportpdf.model.job import PageGoal
from reportpdf.model.report import Text
from reportpdf.source.inline_marks import STOPPING, inline_problems
from reportpdf.source.places import place_of
from reportpdf.sources import Sources, read_sources
from reportpdf.text.face import FontSet
from reportpdf.text.findings import Findings
from reportpdf.theme.records import as_draft

if TYPE_CHECKING:
    from reportpdf.paint.photo_records import ImageBytes

SCREEN_PPI = 200.0
"""Resolution of photos in the screen edition at their placed size; never upscaled."""

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
    found = _setting_problems(laid.findings)
    clock.stage("layout")
    data, photo_problems = _paint(laid.document, sources.fonts, options.cache_dir, progress)
    clock.stage("paint")
    outputs = _write(options, data, sources, len(laid.document.pages), progress)
    clock.stage("write")
    changes = tuple(
        Change(text, change.offset, change.before, change.after, change.rule)
        for text, made in laid.findings.changes.items()
        for change in made
    )
    problems = tuple(dict.fromkeys((*sources.problems, *laid.problems, *found, *photo_problems)))
    fit = Fitted(len(laid.document.pages), laid.adjustments) if goal is not None else None
    return Rendered(outputs, problems, changes, tuple(clock.seconds), fit)


def _setting_problems(findings: Findings) -> tuple[Problem, ...]:
    """What setting found, with places.

    Raises: InputError for characters that no font has: they would be holes in the page; and for ruby that
    would run into the line above.
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
    if stopping := (*missing, *(p for p in marks if p.code in STOPPING)):
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


def _paint(
    document: Document, fonts: FontSet, cache_dir: Path, progress: Progress
) -> tuple[bytes, tuple[Problem, ...]]:
    """The PDF's bytes; photos are converted beside the painting of text.

    Raises: InputError for photos that stop the run.
    """
    from reportpdf.paint.photo_cache import PhotoCache
    from reportpdf.paint.photos import photo_job, start_conversion

    items = [item for page in document.pages for item in page.items if isinstance(item, PictureItem)]
    jobs = [photo_job(item, SCREEN_PPI) for item in items]
    with start_conversion(jobs, PhotoCache(cache_dir)) as pending:
        from reportpdf.paint.surface import paint_document

        progress("paint", 0, len(document.pages))
        order = {id(item): i for i, item in enumerate(items)}

        def image_of(item: PictureItem) -> ImageBytes | None:
            image = pending.result(order[id(item)])
            return None if isinstance(image, Problem) else image

        data = paint_document(document, fonts, image_of)
        results = pending.results()
    failed = tuple(image for image in results.images if isinstance(image, Problem))
    return data, (*failed, *results.notes)


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

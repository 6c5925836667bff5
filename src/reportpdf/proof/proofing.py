"""The next round of proofs: read, compared with the round before, laid out once, made, written.

    report, theme, format, job, photos -> inputs    -> the same as before: no round
                                       -> pages     -> layout, PDF, pictures
                                       -> checks    -> findings
                                       -> MAKERS    -> files
                                       -> store     -> the round's folder, and its events

Comes in: :class:`Proofing`. Goes out: :class:`Proofed`. The folder must be held from beginning to end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from reportpdf import __version__
from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.checks import Checked, CheckOrder, check_laid
from reportpdf.layout.display import Laid
from reportpdf.press.conditions import Condition
from reportpdf.press.edition import Purpose
from reportpdf.proof.folder_check import manifest_bytes
from reportpdf.proof.inputs import Inputs, Named, Stamp, gather, stamp_of, still_as
from reportpdf.proof.makers import files_of, same_pages
from reportpdf.proof.making import Earlier, Files, RoundMaking
from reportpdf.proof.naming import RoundName, next_name, round_names
from reportpdf.proof.pages import Progress, ProofPages, Slug, lay_out_proof, paint_proof
from reportpdf.proof.recording import record_of_making
from reportpdf.proof.register import REGISTER_NAME, Register
from reportpdf.proof.rounds import Round, rounds_of
from reportpdf.proof.store import commit_round
from reportpdf.proof.uncovered import Uncovered, uncovered
from reportpdf.sources import Sources


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Proofing:
    """What is to be proofed, where the rounds lie, who asks and when. ``token`` is by chance. ``tell`` makes
    the files of the findings, in the reader's language, with pictures of the sheets."""

    named: Named
    folder: Path
    by: str
    note: str
    time: datetime
    token: str
    cache: Path
    reading: bool
    tell: Callable[[Checked, Sequence[bytes]], Files]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Proofed:
    """What came of it. Without a change there is no new round: ``round`` is the one before then."""

    made: bool
    round: Round
    folder: Path
    problems: tuple[Problem, ...]
    uncovered: Uncovered | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProofRead:
    """What was read for a round. ``laid``: its layout and what setting tells, where it was asked for
    early."""

    sources: Sources
    inputs: Inputs
    stamp: Stamp
    condition: Condition
    laid: tuple[Laid, tuple[Problem, ...]] | None = None


def read_proof(wanted: Proofing, progress: Progress) -> ProofRead:
    """Everything that is to be proofed. Where there is no round yet it is laid out too, so that nothing is
    made, not even a folder, for a report that cannot be set.

    Raises: InputError with every problem of it.
    """
    from reportpdf.sources import read_sources

    named = wanted.named
    stamp = stamp_of(named)
    sources = read_sources(named.report, named.theme, named.format, named.job)
    condition = _condition(named, sources)
    inputs, stamp = gather(named, sources, stamp)
    progress("layout", 0, 1)
    first = not (wanted.folder / REGISTER_NAME).exists()
    return ProofRead(sources, inputs, stamp, condition, lay_out_proof(sources) if first else None)


def make_round(wanted: Proofing, read: ProofRead, register: Register, progress: Progress) -> Proofed:
    """The next round, or word that there is none.

    Raises: ReportpdfError with every problem that keeps it from being made; nothing is left then.
    """
    rounds = rounds_of(register.events())
    last = rounds[-1] if rounds else None
    _refuse_other_report(wanted, last)
    inputs, sources = read.inputs, read.sources
    earlier = _earlier(wanted.folder, last)
    same = earlier is not None and earlier.record.digest == inputs.digest
    if same and last is not None and last.record.version == __version__:
        return Proofed(False, last, wanted.folder / last.folder, sources.problems)
    laid, told = read.laid or lay_out_proof(sources)
    if (
        same
        and last is not None
        and earlier is not None
        and same_pages(earlier, sources, laid, inputs.photos)
    ):
        return Proofed(False, last, earlier.folder, told)
    making, told = _making(wanted, replace(read, laid=(laid, told)), register, earlier, progress)
    files: Files = {**inputs.copies, **_told_findings(wanted, making), **files_of(making, inputs)}
    still_as(read.stamp)
    record = record_of_making(making, inputs, files, wanted.token, last.manifest if last else "")
    folder = commit_round(wanted.folder, register, record, files)
    made = rounds_of(register.events())[-1]
    missing = () if last is None or earlier else (_missing(wanted.folder / last.folder),)
    return Proofed(True, made, folder, (*told, *missing), uncovered(rounds, inputs))


def _making(
    wanted: Proofing, read: ProofRead, register: Register, earlier: Earlier | None, progress: Progress
) -> tuple[RoundMaking, tuple[Problem, ...]]:
    """The round with its pages painted and checked, and what is to be told of them."""
    assert read.laid is not None, "a round is made of pages that are laid out"
    events = register.events()
    rounds = rounds_of(events)
    name = _name(read.sources, rounds)
    slug = _slug(wanted, read, name)
    pages = paint_proof(read.sources, *read.laid, slug, wanted.cache, progress)
    making = RoundMaking(
        number=(rounds[-1].record.number if rounds else 0) + 1,
        name=name.name,
        final=name.final,
        by=wanted.by,
        note=wanted.note,
        time=wanted.time,
        digest=read.inputs.digest,
        report=wanted.named.report,
        job_name=slug.job,
        sources=pages.sources,
        laid=pages.laid,
        condition=read.condition,
        photos=read.inputs.photos,
        pdf=pages.pdf,
        pictures=_pictures(pages, progress),
        findings=_checked(wanted, pages, progress),
        previous=earlier,
        events=events,
        reading=wanted.reading,
    )
    return making, pages.problems


def _told_findings(wanted: Proofing, making: RoundMaking) -> Files:
    return wanted.tell(making.findings, [data for _, data in making.pictures])


def _earlier(folder: Path, last: Round | None) -> Earlier | None:
    """The round before, if its folder is there."""
    if last is None or manifest_bytes(folder / last.folder) is None:
        return None
    return Earlier(folder / last.folder, last.record)


def _refuse_other_report(wanted: Proofing, last: Round | None) -> None:
    """Rounds of two reports in one folder would be compared with each other. A report that was renamed is the
    same: its old file is gone.

    Raises: InputError: the rounds are those of another file, which is still there.
    """
    report = wanted.named.report
    if last is None or last.record.report == report.name:
        return
    if (report.parent / last.record.report).exists():
        place = Place(str(wanted.folder))
        raise InputError(problem("rounds-other-report", place, other=last.record.report, report=report.name))


def _missing(folder: Path) -> Problem:
    return problem("round-folder-missing", Place(str(folder)))


def _name(sources: Sources, rounds: tuple[Round, ...]) -> RoundName:
    """What the round is called."""
    job = sources.job
    demanded = job.round.value.strip() if job is not None and job.round is not None else ""
    names = round_names(job.proof if job is not None else None)
    return next_name(names, tuple(one.record.name for one in rounds), demanded)


def _slug(wanted: Proofing, read: ProofRead, name: RoundName) -> Slug:
    job, inputs = read.sources.job, read.inputs
    report = next(one.sha256 for one in inputs.files if one.kind == "report")
    called = job.name.value if job is not None and job.name is not None else ""
    called = called or wanted.named.report.absolute().parent.name
    return Slug(called, name.name, wanted.time, wanted.by, report, inputs.digest, wanted.note)


def _condition(named: Named, sources: Sources) -> Condition:
    """The condition that the report is to be printed under: as asked, else as the job says, else coated.

    Raises: InputError: there is none of that name.
    """
    from reportpdf.source.job_file import job_beside
    from reportpdf.source.wanted import Asked, wanted

    job_path = named.job or job_beside(named.report) or named.report
    asked = Asked((Purpose.PRESS,), condition=named.condition)
    found, problems = wanted(asked, sources.job, job_path.parent, None)
    if found.condition is None:
        raise InputError(*problems)
    return found.condition


def _pictures(pages: ProofPages, progress: Progress) -> tuple[tuple[str, bytes], ...]:
    """A picture of every sheet."""
    from reportpdf.paint.page_images import page_pictures

    found = []
    for index, picture in enumerate(page_pictures(pages.pdf), 1):
        progress("pages", index, len(pages.laid.document.pages))
        found.append(picture)
    return tuple(found)


def _checked(wanted: Proofing, pages: ProofPages, progress: Progress) -> Checked:
    """What a check of the report finds in the pages as they are; shown on the sheets of the proof."""
    named = wanted.named
    order = CheckOrder(
        named.report, named.theme, named.format, Purpose.SCREEN, "", named.job, wanted.cache, None
    )
    found = check_laid(order, pages.sources, pages.laid, (), progress)
    return replace(found, pdf=pages.pdf)

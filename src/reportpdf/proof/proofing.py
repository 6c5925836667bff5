"""The next round of proofs: read, compared with the round before, laid out once, made, written.

    report, theme, format, job, photos -> asking    -> the same as before: no round
                                       -> pages     -> layout, PDF, pictures
                                       -> checks    -> findings
                                       -> makers    -> files
                                       -> store     -> the round's folder, and its events

Comes in: :class:`~reportpdf.proof.asking.Proofing`. Goes out: :class:`Proofed`. The folder must be held from
beginning to end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reportpdf import __version__
from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.checks import Checked, CheckOrder, check_laid
from reportpdf.painting import Progress
from reportpdf.press.edition import Purpose
from reportpdf.proof.asking import Proofing, ProofRead
from reportpdf.proof.event import Event
from reportpdf.proof.folder_check import manifest_bytes
from reportpdf.proof.inputs import still_as
from reportpdf.proof.makers import files_of, same_pages
from reportpdf.proof.making import Earlier, RoundMaking
from reportpdf.proof.naming import RoundName, next_name, round_names
from reportpdf.proof.pages import ProofPages, Slug, lay_out_proof, paint_proof
from reportpdf.proof.recording import record_of_making
from reportpdf.proof.register import Register
from reportpdf.proof.rounds import Round, rounds_of
from reportpdf.proof.sheets import READING_NAME
from reportpdf.proof.signing import restore_sheets
from reportpdf.proof.snapshot_taking import snapshot_of
from reportpdf.proof.store import commit_round
from reportpdf.proof.uncovered import Uncovered, uncovered
from reportpdf.proof.verifying import unknown_rounds
from reportpdf.sources import Sources


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Proofed:
    """What came of it. Without a change there is no new round: ``round`` is the one before then."""

    made: bool
    round: Round
    folder: Path
    problems: tuple[Problem, ...]
    uncovered: Uncovered | None = None


def make_round(wanted: Proofing, read: ProofRead, register: Register, progress: Progress) -> Proofed:
    """The next round, or word that there is none.

    Raises: ReportpdfError with every problem that keeps it from being made; nothing is left then.
    """
    events = register.events()
    rounds = rounds_of(events)
    last = rounds[-1] if rounds else None
    _refuse_other_report(wanted, last)
    if unknown := unknown_rounds(wanted.folder, rounds):
        raise InputError(*unknown)
    restore_sheets(wanted.folder, rounds)
    earlier = _earlier(wanted.folder, last)
    same = earlier is not None and earlier.record.digest == read.inputs.digest
    if same and last is not None and last.record.version == __version__:
        return _unchanged(wanted, last, read.sources.problems)
    laid, told = read.laid or lay_out_proof(read.sources)
    if same and last is not None and earlier is not None:  # another version made it
        snapshot = snapshot_of(read.sources, laid, read.inputs.photos)
        if same_pages(earlier, snapshot):
            return _unchanged(wanted, last, told)
    read = replace(read, laid=(laid, told))
    making, told = _making(wanted, read, events, earlier, progress)
    files, noted = files_of(making, read.inputs, progress)
    files |= {**read.inputs.copies, **wanted.tell(making.findings, [data for _, data in making.pictures])}
    still_as(read.stamp)
    record = record_of_making(making, read.inputs, files, wanted.token, last.manifest if last else "")
    folder = commit_round(wanted.folder, register, record, files)
    made = rounds_of(register.events())[-1]
    missing = () if last is None or earlier else (_missing(wanted.folder / last.folder),)
    lost = uncovered(rounds, read.inputs, wanted.folder, making.snapshot)
    return Proofed(True, made, folder, tuple(dict.fromkeys((*told, *noted, *missing))), lost)


def _unchanged(wanted: Proofing, last: Round, told: tuple[Problem, ...]) -> Proofed:
    """Word that there is no new round, nor one to which the reading proof that was asked for could belong."""
    folder = wanted.folder / last.folder
    if wanted.reading and all(one.path != READING_NAME for one in last.record.outputs):
        told = (*told, problem("round-no-reading", Place(str(folder)), round=last.record.name))
    return Proofed(False, last, folder, told)


def _making(
    wanted: Proofing, read: ProofRead, events: tuple[Event, ...], earlier: Earlier | None, progress: Progress
) -> tuple[RoundMaking, tuple[Problem, ...]]:
    """The round with its pages painted and checked, and what is to be told of them."""
    assert read.laid is not None, "a round is made of pages that are laid out"
    rounds = rounds_of(events)
    name = _name(read.sources, rounds)
    slug = _slug(wanted, read, name)
    pages = paint_proof(read.sources, *read.laid, slug, wanted.cache, progress)
    pictures, findings = _seen(wanted, pages, progress)
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
        snapshot=snapshot_of(pages.sources, pages.laid, read.inputs.photos),
        pdf=pages.pdf,
        pictures=pictures,
        findings=findings,
        previous=earlier,
        events=events,
        reading=wanted.reading,
    )
    return making, pages.problems


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


def _seen(
    wanted: Proofing, pages: ProofPages, progress: Progress
) -> tuple[tuple[tuple[str, bytes], ...], Checked]:
    """A picture of every sheet, drawn while the pages are checked, and what the check finds."""
    from concurrent.futures import ThreadPoolExecutor

    from reportpdf.paint.page_images import page_pictures

    progress("pages", 0, len(pages.laid.document.pages))
    with ThreadPoolExecutor(1) as drawing:
        pictures = drawing.submit(lambda: tuple(page_pictures(pages.pdf)))
        findings = _checked(wanted, pages, progress)
        return pictures.result(), findings


def _checked(wanted: Proofing, pages: ProofPages, progress: Progress) -> Checked:
    """What a check of the report finds in the pages as they are; shown on the sheets of the proof."""
    named = wanted.named
    order = CheckOrder(
        named.report, named.theme, named.format, Purpose.SCREEN, "", named.job, wanted.cache, None
    )
    found = check_laid(order, pages.sources, pages.laid, (), progress)
    return replace(found, pdf=pages.pdf)

"""The states that are compared: of a round as it lies in its folder, of a report as it is now.

Comes in: a folder, or a report with its theme and format. Goes out: :class:`RoundState`. Files are read
within bounds and never followed elsewhere; a round that another version made is told, not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.painting import Making, Progress, emptied, paint
from reportpdf.press.edition import SCREEN
from reportpdf.proof.change_files import RoundState
from reportpdf.proof.naming import found_round
from reportpdf.proof.round_record import PROOF_NAME, SNAPSHOT_NAME
from reportpdf.proof.snapshot_json import MOST_BYTES, read_snapshot
from reportpdf.proof.snapshot_taking import snapshot_of
from reportpdf.sources import Sources, read_sources
from reportpdf.told import setting_problems

MOST_PDF = 1_500_000_000
"""Bytes of a PDF that is compared."""

_FOLDER = re.compile(r"(\d{1,5})-(.+)")


def round_folder(word: str, proofs: Path) -> Path | None:
    """The folder of the round that a word names: itself, or by number or name among ``proofs``, the later of
    two with one name."""
    if (Path(word) / SNAPSHOT_NAME).is_file():
        return Path(word)
    if not proofs.is_dir() or "/" in word or "\\" in word:
        return None
    there = {
        (int(named[1]), named[2]): path
        for path in sorted(proofs.iterdir())
        if (named := _FOLDER.fullmatch(path.name)) is not None and path.is_dir()
    }
    number = found_round(word, sorted(there))
    return next((path for (of, _), path in there.items() if of == number), None)


def state_of_round(folder: Path) -> RoundState:
    """The round that lies in a folder.

    Raises: InputError: no snapshot or no proof in it, or such as cannot be read.
    """
    snapshot = read_snapshot(_bytes(folder / SNAPSHOT_NAME, MOST_BYTES), str(folder / SNAPSHOT_NAME))
    pdf = _bytes(folder / PROOF_NAME, MOST_PDF)
    named = _FOLDER.fullmatch(folder.absolute().name)
    number, name = (int(named[1]), named[2]) if named else (0, folder.absolute().name)
    return RoundState(name, number, snapshot, pdf)


def pdf_bytes(path: Path) -> bytes:
    """A PDF that is to be compared.

    Raises: InputError: there is none, or it is too large.
    """
    return _bytes(path, MOST_PDF)


def _bytes(path: Path, most: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > most:
            raise InputError(
                problem("pdf-large", Place(str(path)), size=f"{size / 1e9:.1f}", most=f"{most / 1e9:g}")
            )
        return path.read_bytes()
    except OSError as error:
        raise InputError(problem("compare-file", Place(str(path)), reason=error.strerror or "")) from error


def photo_digests(sources: Sources) -> Mapping[str, str]:
    """The SHA-256 of every photo that is there, by its path."""
    found: dict[str, str] = {}
    for picture in sources.pictures:
        path = picture.photo.path
        if path and path not in found and Path(path).is_file():
            with open(path, "rb") as file:
                found[path] = file_digest(file, "sha256").hexdigest()
    return found


def state_of_report(
    report: Path, theme: str, sheet: str, job: Path | None, cache_dir: Path, progress: Progress
) -> tuple[RoundState, tuple[Problem, ...]]:
    """The report as it is now, set and painted for the screen, and what is to be told of it.

    Raises: ReportpdfError with every problem that keeps the report from being set.
    """
    from reportpdf.layout.compose import lay_out

    sources = read_sources(report, theme, sheet, job)
    progress("layout", 0, 1)
    laid = lay_out(
        sources.report, sources.pictures, sources.theme, sources.format, sources.fonts, sources.goal
    )
    found = setting_problems(laid.findings, sources.stopping)
    making = Making(cache_dir)
    painted = paint(SCREEN, sources, laid.document, making, progress)
    if painted.broken:  # as a reader sees it: an empty frame, and not a grey one
        sources = replace(sources, pictures=emptied(sources.pictures, painted.broken))
        laid = lay_out(
            sources.report, sources.pictures, sources.theme, sources.format, sources.fonts, sources.goal
        )
        painted = paint(SCREEN, sources, laid.document, making, progress)
    snapshot = snapshot_of(sources, laid, photo_digests(sources))
    told = (*sources.problems, *laid.problems, *found, *painted.notes)
    name = "/".join(report.parts[-2:])
    return RoundState(name, 0, snapshot, painted.data, "screen"), tuple(dict.fromkeys(told))

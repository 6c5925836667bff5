"""What is to be proofed, and everything that is read for it.

Comes in: :class:`Proofing`, words typed and facts of the edge. Goes out: :class:`ProofRead`. Nothing is
written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reportpdf.base.problem import InputError, Problem
from reportpdf.checks import Checked
from reportpdf.layout.display import Laid
from reportpdf.painting import Progress
from reportpdf.press.conditions import Condition
from reportpdf.press.edition import Purpose
from reportpdf.proof.inputs import Inputs, Named, Stamp, gather, stamp_of
from reportpdf.proof.making import Files
from reportpdf.proof.pages import lay_out_proof
from reportpdf.proof.register import REGISTER_NAME
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

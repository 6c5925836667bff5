"""A batch: many reports, each in several formats, themes and editions.

Records only; the source room reads them from a file of jobs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportpdf.model.report import Text

EditionName = Literal["screen", "press", "archive"]


@dataclass(frozen=True, slots=True)
class BatchJob:
    """A report, and what is to be made of it; what a job leaves out goes as the batch says."""

    name: str
    report: Text
    formats: tuple[Text, ...] = ()
    themes: tuple[Text, ...] = ()
    editions: tuple[EditionName, ...] = ()
    pages: Text | None = None
    """The pages to fill, whatever the report's own job says."""

    job: Text | None = None
    """The job file; without it the one beside the report."""

    output: Text | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """The whole file; ``output`` is a folder, from that of the file."""

    jobs: tuple[BatchJob, ...]
    formats: tuple[Text, ...] = ()
    themes: tuple[Text, ...] = ()
    editions: tuple[EditionName, ...] = ()
    output: Text | None = None

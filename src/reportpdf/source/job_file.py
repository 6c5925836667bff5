"""A job's YAML file becomes the :class:`~reportpdf.model.job.Job` it states.

In: the path of the file. Out: the job, its number of pages understood. Every problem of the file is raised
at once.
"""

from __future__ import annotations

import os
from pathlib import Path

from reportpdf.model.job import MOST_PAGES, Job, PageGoal, page_goal
from reportpdf.source.decode import decode
from reportpdf.source.excerpt import brief
from reportpdf.source.reading import Reading
from reportpdf.source.shapes import record_shape
from reportpdf.source.text_file import Source, read_source
from reportpdf.source.yaml_compose import read_nodes

JOB_NAME = "job.yaml"


def job_beside(report: Path) -> Path | None:
    """The job file that lies beside a report's file; None if there is none."""
    path = (report if os.path.isdir(report) else report.parent) / JOB_NAME
    return path if os.path.exists(path) else None  # a folder one may not look into has none


def read_job(path: Path, *, shown: str | None = None) -> Job:
    """The job in a file; ``shown`` is what the user called it.

    Raises:
        InputError: with every problem found.
    """
    return decode_job(read_source(path, shown=str(path) if shown is None else shown))


def decode_job(source: Source) -> Job:
    """The job in a text.

    Raises:
        InputError: with every problem found.
    """
    tree = read_nodes(source)
    reading = Reading(source, tree)
    job: Job | None = decode(reading, record_shape(Job), tree.root)
    if job is not None and job.fit is not None and job.fit.pages and goal_of(job) is None:
        given = brief(job.fit.pages.value)
        reading.refuse_at("job-pages", job.fit.pages.place, given=given, most=MOST_PAGES)
    reading.finish()
    assert job is not None, "a reading without problems has its record"
    return job


def goal_of(job: Job) -> PageGoal | None:
    """The pages a job asks for."""
    return page_goal(job.fit.pages.value, job.fit.pages.place) if job.fit is not None else None

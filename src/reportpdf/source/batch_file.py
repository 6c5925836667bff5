"""A file of jobs becomes the :class:`~reportpdf.model.batch.Batch` it states.

In: the path of the file. Out: the batch, its words understood: themes and formats that there are, pages that
can be filled, folders inside the batch's own. Every problem of the file is raised at once; what is wrong with
a report is its job's affair, and is told when its turn comes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from reportpdf.model.batch import Batch, BatchJob
from reportpdf.model.job import MOST_PAGES, page_goal
from reportpdf.model.report import Text
from reportpdf.source.decode import decode
from reportpdf.source.excerpt import brief
from reportpdf.source.format_file import builtin_format_names
from reportpdf.source.reading import Reading
from reportpdf.source.shapes import record_shape
from reportpdf.source.text_file import Source, read_source
from reportpdf.source.theme_file import builtin_theme_names
from reportpdf.source.yaml_compose import read_nodes

_ENDINGS = (".yaml", ".yml")


def read_batch(path: Path, *, shown: str | None = None) -> Batch:
    """The batch in a file; ``shown`` is what the user called it.

    Raises:
        InputError: with every problem found.
    """
    return decode_batch(read_source(path, shown=str(path) if shown is None else shown))


def decode_batch(source: Source) -> Batch:
    """The batch in a text.

    Raises:
        InputError: with every problem found.
    """
    tree = read_nodes(source)
    reading = Reading(source, tree)
    batch: Batch | None = decode(reading, record_shape(Batch), tree.root)
    if batch is not None:
        parts: tuple[Batch | BatchJob, ...] = (batch, *batch.jobs)
        for part in parts:
            _check_named(reading, "batch-theme", part.themes, builtin_theme_names())
            _check_named(reading, "batch-format", part.formats, builtin_format_names())
            if part.output is not None and not _is_inside(part.output.value):
                reading.refuse_at("batch-outside", part.output.place, given=brief(part.output.value))
        for job in batch.jobs:
            if job.pages is not None and job.pages.value and page_goal(job.pages.value) is None:
                given = brief(job.pages.value)
                reading.refuse_at("job-pages", job.pages.place, given=given, most=MOST_PAGES)
    reading.finish()
    assert batch is not None, "a reading without problems has its record"
    return batch


def is_file_name(word: str) -> bool:
    """Whether a theme or a format is named by its file."""
    return "/" in word or word.lower().endswith(_ENDINGS)


def _check_named(reading: Reading, code: str, words: Iterable[Text], known: tuple[str, ...]) -> None:
    for word in words:
        if word.value and not is_file_name(word.value) and word.value not in known:
            reading.refuse_at(code, word.place, given=brief(word.value), choices=", ".join(known))


def _is_inside(folder: str) -> bool:
    """Whether a folder stays below the one it is taken from, on any system."""
    path, windows = PurePosixPath(folder), PureWindowsPath(folder)
    return not path.is_absolute() and not windows.anchor and ".." not in windows.parts

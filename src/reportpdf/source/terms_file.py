"""A bureau's word list becomes :class:`~reportpdf.model.terms.Terms`.

In: the path of ``terms.yaml``. Out: the list. Every problem of the file is raised at once.
"""

from __future__ import annotations

from pathlib import Path

from reportpdf.model.terms import Terms
from reportpdf.source.decode import decode
from reportpdf.source.reading import Reading
from reportpdf.source.shapes import record_shape
from reportpdf.source.text_file import Source, read_source
from reportpdf.source.yaml_compose import read_nodes

TERMS_NAME = "terms.yaml"


def terms_beside(report: Path) -> Path | None:
    """The word list that lies beside a report's file; None if there is none."""
    path = (report if report.is_dir() else report.parent) / TERMS_NAME
    return path if path.exists() else None


def read_terms(path: Path, *, shown: str | None = None) -> Terms:
    """The list in a file; ``shown`` is what the user called it.

    Raises:
        InputError: with every problem found.
    """
    return decode_terms(read_source(path, shown=str(path) if shown is None else shown))


def decode_terms(source: Source) -> Terms:
    """The list in a text.

    Raises:
        InputError: with every problem found.
    """
    tree = read_nodes(source)
    reading = Reading(source, tree)
    terms: Terms | None = decode(reading, record_shape(Terms), tree.root)
    reading.finish()
    assert terms is not None, "a reading without problems has its record"
    return terms

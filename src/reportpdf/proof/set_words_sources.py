"""The texts of a report by path.

Comes in: a report as it was read. Goes out: each text and photo with its words and its line. A photo's words
are the name of its file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from reportpdf.model.report import Accept, Photo, Report, Text
from reportpdf.proof.set_words import Source


def sources_of_report(report: Report) -> dict[str, Source]:
    """The texts by path, in the order of the file."""
    found = sorted(_texts(report), key=lambda one: one.line)
    return {one.path: one for one in found}


def _texts(record: object) -> Iterator[Source]:
    if isinstance(record, Text):
        if record.place.path:
            yield Source(record.place.path, record.value, record.place.line)
    elif isinstance(record, Photo):
        place = record.file.place
        held = f"{record.file.value} {record.focus} {record.lead} {record.pin}"
        yield Source(place.path.removesuffix(".file"), record.file.value, place.line, held)
        for text in (record.caption, record.credit):
            yield from _texts(text)
    elif is_dataclass(record) and not isinstance(record, Accept):
        for field in fields(record):
            yield from _texts(getattr(record, field.name))
    elif isinstance(record, tuple):
        for member in record:
            yield from _texts(member)

"""The words of a round from its snapshot.

Comes in: the file of a snapshot. Goes out: a :class:`~reportpdf.proof.set_words.SetRound`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportpdf.base.problem import InputError
from reportpdf.proof.set_words import SetRound, Source, set_round
from reportpdf.proof.snapshot import Said, SnapCallout, SnapPhoto, Snapshot
from reportpdf.proof.snapshot_json import MOST_BYTES, read_snapshot
from reportpdf.writable import os_problem


def set_round_of_snapshot(path: Path) -> SetRound:
    """The round.

    Raises:
        InputError: the file cannot be read, or holds no snapshot.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(os_problem(error, path)) from error
    return round_of(read_snapshot(data, str(path)))


def round_of(snapshot: Snapshot) -> SetRound:
    """The round that a snapshot was taken of."""
    sources = {one.path: one for one in _sources(snapshot)}
    return set_round(snapshot.file, (snapshot.width, snapshot.height), snapshot.pages, sources)


def _sources(snapshot: Snapshot) -> Iterator[Source]:
    """Every text, and every photo by the name of its file."""
    byline = (one for role in snapshot.byline for one in role)
    said = [snapshot.title, *byline, snapshot.lede, *snapshot.imprint]
    for section in snapshot.sections:
        said += [section.title, section.quote]
        for callout in section.callouts:
            said += _callout(callout)
    yield from (_source(one) for one in said if one is not None)
    for section in snapshot.sections:
        for photo in section.photos:
            yield from _photo(photo)


def _source(said: Said) -> Source:
    return Source(said.path, said.words, said.line, said.marks)


def _callout(callout: SnapCallout) -> list[Said | None]:
    return [callout.figure, callout.text, callout.label]


def _photo(photo: SnapPhoto) -> Iterator[Source]:
    held = f"{photo.sha256} {photo.focus} {photo.lead} {photo.pin}"
    yield Source(photo.file.path, photo.file.words, photo.file.line, held)
    yield from (_source(one) for one in (photo.caption, photo.credit) if one is not None)

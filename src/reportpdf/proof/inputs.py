"""All that the pages of a round are made of, each with its hash; the texts among them as they were.

Comes in: the report's file, the names that were asked for, what was read. Goes out: :class:`Inputs`. Equal
digests are the same report; where files lie, who asks and when is no part of it. Fonts that come with
reportpdf go with its version.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.proof.round_record import InputFile
from reportpdf.sources import Sources

INPUTS_FOLDER = "inputs"


@dataclass(frozen=True, slots=True)
class Named:
    """The words that say what is to be proofed: the report's file, theme, format and condition by name or
    file, the job's file."""

    report: Path
    theme: str
    format: str
    job: Path | None = None
    condition: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Inputs:
    """What was gathered: every input with its hash, copies by their path in the round, the digest of all,
    photos' hashes by their paths."""

    files: tuple[InputFile, ...]
    copies: dict[str, bytes]
    digest: str
    photos: dict[str, str]


Stamp = tuple[tuple[str, int, int], ...]
"""Files with their size and time of change: what tells that one was written to in the meantime."""


def stamp_of(named: Named) -> Stamp:
    """The files that are named, as they are now; taken before they are read."""
    return _stamps([path for _, path in _texts(named)])


def gather(named: Named, sources: Sources, before: Stamp) -> tuple[Inputs, Stamp]:
    """Everything with its hash, and all files as they are now, to be asked for again when pages are made.

    Raises: InputError: a file cannot be read, or was changed since ``before``.
    """
    files: list[InputFile] = []
    copies: dict[str, bytes] = {}
    for kind, path in _texts(named):
        data = _read(path)
        copy = f"{INPUTS_FOLDER}/{_copy_name(kind, path)}"
        copies[copy] = data
        files.append(InputFile(kind, path.name, sha256(data).hexdigest(), copy))
    files += _builtin(named)
    photos: dict[str, str] = {}
    paths = [path for _, path in _texts(named)]
    for kind, name, found in _others(sources, named):
        digest = photos.get(found) or _hash(Path(found))
        files.append(InputFile(kind, name, digest))
        paths.append(Path(found))
        if kind == "photo":
            photos[found] = digest
    still_as(before)
    facts = sorted({(f.kind, "" if f.copy else f.name, f.sha256) for f in files if f.kind != "workbook"})
    condition = "" if os.path.isfile(named.condition) else named.condition
    values = [*facts, *(("cell", place, value) for place, value in _cells(sources)), condition]
    digest = sha256(json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
    return Inputs(tuple(files), copies, digest, photos), _stamps(paths)


def still_as(stamp: Stamp) -> None:
    """See that no file was written to since.

    Raises: InputError with each that was.
    """
    now = _stamps([Path(path) for path, _, _ in stamp])
    changed = [path for (path, *was), (_, *found) in zip(stamp, now, strict=True) if was != found]
    if changed:
        raise InputError(*(problem("input-changed", Place(path)) for path in changed))


def _texts(named: Named) -> Iterator[tuple[str, Path]]:
    """The text files: the report, the job, the word list, a theme and a format of one's own."""
    from reportpdf.source.job_file import job_beside
    from reportpdf.source.terms_file import terms_beside

    yield "report", named.report
    job = named.job or job_beside(named.report)
    if job is not None:
        yield "job", job
    terms = terms_beside(named.report)
    if terms is not None:
        yield "terms", terms
    for kind, word in (("theme", named.theme), ("format", named.format)):
        if os.path.isfile(word):
            yield kind, Path(word)


def _builtin(named: Named) -> Iterator[InputFile]:
    """The theme and the format that come with reportpdf."""
    from reportpdf.source.builtin import named_source

    for kind, word in (("theme", named.theme), ("format", named.format)):
        if not os.path.isfile(word):
            text = named_source(kind, word, None)[0].text
            yield InputFile(kind, word, sha256(text.encode("utf-8")).hexdigest())


def _others(sources: Sources, named: Named) -> Iterator[tuple[str, str, str]]:
    """What is hashed and not copied: kind, name, path."""
    for picture in sources.pictures:
        if picture.photo.path and os.path.isfile(picture.photo.path):
            yield "photo", picture.photo.file.value, picture.photo.path
    for font in sources.theme.fonts:
        yield "font", font.name, font.path or font.file
    workbooks = {
        callout.figure.bound.file: callout.figure.bound.path
        for section in sources.report.sections
        for callout in section.callouts
        if callout.figure.bound is not None and callout.figure.bound.path
    }
    yield from (("workbook", name, path) for name, path in workbooks.items() if os.path.isfile(path))
    if os.path.isfile(named.condition):
        yield "profile", os.path.basename(named.condition), named.condition


def _cells(sources: Sources) -> Iterator[tuple[str, str]]:
    """Figures that are those of their cells: of a workbook nothing else is printed."""
    for i, section in enumerate(sources.report.sections):
        for j, callout in enumerate(section.callouts):
            if callout.figure.bound is not None:
                yield f"sections[{i}].callouts[{j}]", callout.figure.value


def _copy_name(kind: str, path: Path) -> str:
    """The name of a copy: its kind, for two files may have one name."""
    return f"{kind}{path.suffix.lower() if path.suffix.lower() in ('.yaml', '.yml') else '.yaml'}"


def _stamps(paths: list[Path]) -> Stamp:
    found = []
    for path in paths:
        try:
            status = path.stat()
            found.append((str(path), status.st_size, status.st_mtime_ns))
        except OSError:  # its reader says what is wrong with it; one that goes away meanwhile has changed
            found.append((str(path), -1, -1))
    return tuple(found)


def _read(path: Path) -> bytes:
    from reportpdf.source.text_file import read_bytes

    return read_bytes(path, str(path))


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(problem("source-unreadable", Place(str(path)), reason=reason)) from error

"""Files that came from departments become the files of a report's folder; nothing is written here.

In: the files' names, the folder, how questions are worded. Out: what has to be written there, what is
asked and what differs from the report that is there already.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.source.intake.carry import carried
from reportpdf.source.intake.inputs import Book, Inputs, read_inputs
from reportpdf.source.intake.marks import plain
from reportpdf.source.intake.photos import loose_photos, match_photos
from reportpdf.source.intake.picture_files import NewFile, PictureFiles, found_image
from reportpdf.source.intake.records import Draft, Image, Manuscript
from reportpdf.source.intake.sense import draft_report
from reportpdf.source.intake.sheets import bind, sections_of
from reportpdf.source.intake.standing import Standing, joined
from reportpdf.source.intake.write_yaml import Say, write_report
from reportpdf.source.report_file import REPORT_NAME, decode_report
from reportpdf.source.schema import report_schema, schema_text
from reportpdf.source.text_file import make_source

OWN = ".reportpdf"
"""The folder inside the report's in which the last import is kept."""

SCHEMA = f"{OWN}/report.schema.json"
LAST = f"{OWN}/imported.yaml"
FILES = f"{OWN}/imported.json"


@dataclass(frozen=True, slots=True)
class Intake:
    """What is to be written into the folder, and what is told of it."""

    files: tuple[NewFile, ...]
    problems: tuple[Problem, ...]
    read: tuple[Path, ...]
    """Files that were read and must not be written over."""


def take_in(words: tuple[str, ...], folder: Path, say: Say, *, update: bool) -> Intake:
    """The folder that the files make, or what they change in one that is there.

    Raises:
        InputError: a file cannot be read, nothing in them makes a report, or a report is there whose
            texts differ and ``update`` was not said.
    """
    inputs = read_inputs(words)
    standing = Standing(folder, REPORT_NAME, LAST, FILES)
    if not inputs.manuscripts and standing.exists:
        return _joined_figures(inputs, standing, update=update)
    draft, pictures = _draft(inputs, folder)
    draft, changed = carried(draft, standing.imported, inputs.books)
    text = write_report(draft, SCHEMA, say)
    _check(text, folder)
    copies = [*pictures, *_workbooks(inputs.books, folder)]
    asks = _asks(draft)
    if standing.exists:
        text, asks = joined(standing, text, copies, changed, update=update)
    files, kept = standing.fresh(copies)
    records = _records(standing, write_report(draft, SCHEMA, say), copies)
    return Intake(
        (NewFile(REPORT_NAME, text.encode()), *files, *records),
        (*inputs.notes, *asks, *kept),
        _read(inputs),
    )


def _read(inputs: Inputs) -> tuple[Path, ...]:
    manuscripts = (Path(manuscript.shown) for manuscript in inputs.manuscripts)
    images = (Path(image.path) for image in inputs.images)
    return (*manuscripts, *images, *(book.path for book in inputs.books))


def _joined_figures(inputs: Inputs, standing: Standing, *, update: bool) -> Intake:
    """A workbook alone, for a report that is there: its bound figures are looked at again.

    Raises:
        InputError
    """
    from reportpdf.source.intake.refresh import refreshed

    if not inputs.books:
        raise InputError(problem("intake-no-manuscript", Place(str(standing.folder))))
    text, told = refreshed(standing, inputs.books, update=update)
    files, kept = standing.fresh(list(_workbooks(inputs.books, standing.folder)), replace_all=True)
    return Intake((NewFile(REPORT_NAME, text.encode()), *files), (*told, *kept), _read(inputs))


def _draft(inputs: Inputs, folder: Path) -> tuple[Draft, list[NewFile]]:
    """The report with its figures bound and its photos named, and the photos' files.

    Raises:
        InputError: there is nothing that a report could be made of.
    """
    draft = draft_report([_with_images(manuscript) for manuscript in inputs.manuscripts])
    problems: list[Problem] = []
    for book in inputs.books:
        try:
            if inputs.manuscripts:
                draft = bind(draft, book.book, book.shown, book.path.name)
            else:
                sections = sections_of(book.book, book.shown, book.path.name)
                draft = replace(draft, sections=(*draft.sections, *sections))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(*problems)
    if not draft.title and inputs.books:
        first = inputs.books[0]
        ask = problem("ask-no-title", Place(first.shown), title=first.path.stem)
        draft = replace(draft, title=plain(first.path.stem), asks=(ask, *draft.asks))
    if not any(section.callouts or section.photos for section in draft.sections):
        shown = next((m.shown for m in inputs.manuscripts), str(folder))
        raise InputError(problem("intake-nothing", Place(shown)))
    draft = match_photos(draft, inputs.images)
    pictures = PictureFiles(folder)
    return pictures.name_all(draft, loose_photos(draft, inputs.images)), pictures.files


def _with_images(manuscript: Manuscript) -> Manuscript:
    """The manuscript with the pictures it names looked up; one that is not to be had stays a question."""

    def looked_up(image: Image) -> Image:
        found, fault = found_image(image, Path(manuscript.shown))
        return replace(found, path="") if fault else found

    blocks = (looked_up(b) if isinstance(b, Image) else b for b in manuscript.blocks)
    return replace(manuscript, blocks=tuple(blocks))


def _workbooks(books: Sequence[Book], folder: Path) -> tuple[NewFile, ...]:
    """Copies of the workbooks that do not lie in the folder already."""
    root = os.path.realpath(folder)
    return tuple(
        NewFile(book.path.name, source=str(book.path))
        for book in books
        if os.path.dirname(os.path.realpath(book.path)) != root
    )


def _check(text: str, folder: Path) -> None:
    """What is about to be written is read back by the report's own reader.

    Raises:
        InputError: it would not be taken; with the places in the text as it would be.
    """
    decode_report(make_source(text, shown=str(folder / REPORT_NAME)), folder)


def _asks(draft: Draft) -> tuple[Problem, ...]:
    """Every question of a draft, in its order."""
    found = list(draft.asks)
    for section in draft.sections:
        found += section.asks
        found += (ask for callout in section.callouts for ask in callout.asks)
        found += (ask for photo in section.photos for ask in photo.asks)
    return tuple(found)


def _records(standing: Standing, text: str, copies: Sequence[NewFile]) -> tuple[NewFile, ...]:
    """What the next import needs to tell an editor's changes from the manuscript's; and the schema."""
    known = {**standing.known, **{file.name: sha256(file.read()).hexdigest() for file in copies}}
    listed = json.dumps(known, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return (
        NewFile(LAST, text.encode()),
        NewFile(FILES, listed.encode()),
        NewFile(SCHEMA, schema_text(report_schema()).encode()),
    )

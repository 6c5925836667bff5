"""The files and folders that are to be taken in, told apart by their names and read.

In: paths as they were typed. Out: manuscripts, workbooks and photos, in their order; every file that cannot
be read is told at once.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.source.intake.photos import ENDINGS, natural
from reportpdf.source.intake.plain import read_plain
from reportpdf.source.intake.records import Image, Manuscript
from reportpdf.source.intake.word import read_word
from reportpdf.source.text_file import read_bytes
from reportpdf.source.workbook import Workbook

_TEXTS = (".md", ".markdown", ".txt", ".text")
_WORD = ".docx"
_SHEETS = ".xlsx"
_MACRO = (".docm", ".dotm", ".xlsm", ".xltm")
_SAVE_AS = {
    **dict.fromkeys((".doc", ".wps", ".wpt", ".rtf", ".odt", ".pages", ".dotx"), "docx"),
    **dict.fromkeys((".xls", ".et", ".ods", ".numbers", ".csv", ".xlsb"), "xlsx"),
}
KNOWN = (*_TEXTS, _WORD, _SHEETS, *ENDINGS)
MOST_FILES = 2_000
_NOBODYS = ("~$", ".", "Thumbs.db", "desktop.ini")
"""Beginnings of names that programs leave in folders."""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook and where it lies."""

    book: Workbook
    path: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything read."""

    manuscripts: tuple[Manuscript, ...]
    books: tuple[Book, ...]
    images: tuple[Image, ...]
    notes: tuple[Problem, ...]


def read_inputs(words: tuple[str, ...]) -> Inputs:
    """What the files and folders hold.

    Raises:
        InputError: with the problems of all of them.
    """
    reading = _Inputs()
    for word in words:
        for path, shown in reading.files(word):
            reading.read(path, shown)
    if reading.problems:
        raise InputError(*reading.problems)
    notes = (note for manuscript in reading.manuscripts for note in manuscript.notes)
    return Inputs(
        tuple(reading.manuscripts), tuple(reading.books), tuple(reading.images), (*reading.notes, *notes)
    )


class _Inputs:
    """What has been read so far."""

    def __init__(self) -> None:
        self.manuscripts: list[Manuscript] = []
        self.books: list[Book] = []
        self.images: list[Image] = []
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []

    def files(self, word: str) -> Iterator[tuple[Path, str]]:
        """The file itself, or those of a folder in their natural order; nothing of folders inside it."""
        path = Path(word)
        if not path.is_dir():
            yield path, word
            return
        names = sorted((n for n in os.listdir(path) if not n.startswith(_NOBODYS)), key=natural)
        if len(names) > MOST_FILES:
            self.problems.append(problem("intake-many", Place(word), count=len(names), limit=MOST_FILES))
            return
        known = [n for n in names if n.lower().endswith(KNOWN) and (path / n).is_file()]
        root = os.path.realpath(path)
        for name in known:
            if os.path.dirname(os.path.realpath(path / name)) == root:
                yield path / name, os.path.join(word, name)
            else:
                self.notes.append(problem("intake-link", Place(os.path.join(word, name))))
        if left := [name for name in names if name not in known]:
            listed = ", ".join(left[:5]) + ("…" if len(left) > 5 else "")
            self.notes.append(problem("intake-skipped", Place(word), count=len(left), files=listed))

    def read(self, path: Path, shown: str) -> None:
        """One file, by its kind."""
        ending = path.suffix.lower()
        try:
            if ending in _TEXTS:
                content = read_bytes(path, shown)
                self.manuscripts.append(read_plain(content, shown, markdown=ending.startswith(".m")))
            elif ending == _WORD:
                self.manuscripts.append(read_word(path, shown))
            elif ending == _SHEETS:
                self.books.append(Book(Workbook(path, shown), path, shown))
            elif ending in ENDINGS:
                self._image(path, shown)
            else:
                self.problems.append(_unknown(path, shown, ending))
        except InputError as error:
            self.problems.extend(error.problems)

    def _image(self, path: Path, shown: str) -> None:
        if path.is_file():
            self.images.append(Image(path.name, Place(shown), path=str(path)))
        else:
            self.problems.append(problem("source-missing", Place(shown)))


def _unknown(path: Path, shown: str, ending: str) -> Problem:
    """A file of a kind that is not taken in, with the kind to save it as."""
    place = Place(shown)
    if not path.exists():
        return problem("source-missing", place)
    if ending in _MACRO:
        return problem("office-macro", place)
    if ending in _SAVE_AS:
        return problem("intake-save-as", place, ending=ending, better="." + _SAVE_AS[ending])
    return problem("intake-kind", place, ending=ending or path.name, known=", ".join(KNOWN))

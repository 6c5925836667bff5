"""A Word document (.docx) becomes blocks: heads by style, weight or ordinal; lists, tables, pictures.

In: a path. Out: the blocks of a manuscript, and notes of what a report has no place for. python-docx opens
the package once it is known to be bounded (``package``); headers and feet of pages are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.source.intake.callouts import split_marked
from reportpdf.source.intake.decoding import clean
from reportpdf.source.intake.marks import plain, strong_runs, words_of
from reportpdf.source.intake.numerals import is_figure
from reportpdf.source.intake.package import read_package
from reportpdf.source.intake.plain import LONGEST_HEAD, head_level, split_ordinal
from reportpdf.source.intake.records import Block, Grid, Image, Kind, Manuscript, Words
from reportpdf.source.intake.word_body import Body, Item, Paragraph, Table

_MAIN = "word/document.xml"


def read_word(path: Path, shown: str) -> Manuscript:
    """The blocks of a Word document.

    Raises:
        InputError: it is no document that can be read.
    """
    content = read_package(path, shown, _MAIN)
    import docx

    try:
        body = Body(docx.Document(BytesIO(content)), shown)
        items = body.items()
    except (KeyError, ValueError, AttributeError, TypeError, SyntaxError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise InputError(problem("office-broken", Place(shown), reason=reason)) from error
    blocks = tuple(_Reading(items).blocks())
    notes = [problem(f"intake-left-{what}", Place(shown), count=n) for what, n in body.met.items()]
    if body.linked:
        notes.append(problem("intake-linked", Place(shown), count=body.linked))
    return _cleaned(Manuscript(shown, blocks, tuple(notes)))


def _cleaned(manuscript: Manuscript) -> Manuscript:
    """The same without tabs, control and invisible characters; each paragraph stripped."""
    notes: list[Problem] = []

    def clear(text: str, place: Place) -> str:
        cleared, found = clean(text, place)
        notes.extend(found)
        return "\n".join(line.strip() for line in cleared.split("\n") if line.strip())

    blocks: list[Block] = []
    for block in manuscript.blocks:
        if isinstance(block, Words):
            if text := clear(block.text, block.place):
                blocks.append(replace(block, text=text))
        elif isinstance(block, Grid):
            rows = tuple(tuple(clear(cell, block.place) for cell in row) for row in block.rows)
            blocks.append(replace(block, rows=rows))
        else:
            blocks.append(block)
    return Manuscript(manuscript.shown, tuple(blocks), (*manuscript.notes, *notes))


class _Reading:
    """Turns items into blocks; knows how heads look in this document."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        self._items = items
        paragraphs = [item for item in items if isinstance(item, Paragraph)]
        self._styled = sum(1 for p in paragraphs if p.look.level > 0) > 1
        heavy = [p for p in paragraphs if self._may_be_head(p)]
        self._ordinals = any(head_level(p.words) == 2 for p in paragraphs)
        self._first = paragraphs[0] if paragraphs else None
        sizes = sorted({p.look.size for p in heavy}, reverse=True)
        first_alone = bool(heavy) and heavy[0] is self._first
        self._title = (
            heavy[0] if first_alone and (len(heavy) == 1 or self._stands_out(heavy, sizes)) else None
        )

    def blocks(self) -> Iterator[Block]:
        """Each block in turn."""
        for item in self._items:
            yield from self._item(item)

    def _item(self, item: Item) -> Iterator[Block]:
        if isinstance(item, Image):
            yield item
        elif isinstance(item, Table):
            yield from self._table(item)
        else:
            yield self._words(item)

    def _words(self, paragraph: Paragraph) -> Words:
        words, look, place = paragraph.words, paragraph.look, paragraph.place
        text = strong_runs(list(paragraph.runs)).strip()
        level = self._head_level(paragraph)
        if level >= 0:
            return Words(Kind.HEAD, plain(words), place, level, paragraph.number)
        if look.caption:
            return Words(Kind.CAPTION, plain(words), place)
        if look.quote:
            return Words(Kind.QUOTE, text, place)
        if look.heavy and not split_marked(text)[0]:
            text = plain(words)  # a whole paragraph in bold stresses nothing
        if paragraph.listed:
            return Words(Kind.ITEM, text, place, number=paragraph.number)
        number, text = split_ordinal(text)
        return Words(Kind.ITEM if number else Kind.TEXT, text, place, number=number)

    def _head_level(self, paragraph: Paragraph) -> int:
        """The paragraph's rank as a head, -1 where it is none."""
        if paragraph.look.level >= 0:
            return paragraph.look.level
        if paragraph is self._title:
            return 0
        if self._styled:
            return -1
        if ordinal := head_level(f"{paragraph.number}{paragraph.words}"):
            return ordinal
        if not self._may_be_head(paragraph) or (paragraph.listed and not paragraph.number):
            return -1
        return 3 if self._ordinals else 2

    @staticmethod
    def _may_be_head(paragraph: Paragraph) -> bool:
        """Bold or in a face for heads as a whole, short, no sentence, no figure, no caption."""
        words = paragraph.words
        if not paragraph.look.heavy or len(words) > LONGEST_HEAD or words[-1] in "。；，：.;,:":
            return False
        return not is_figure(words) and not paragraph.look.caption and not split_marked(f"**{words}**")[0]

    @staticmethod
    def _stands_out(heavy: list[Paragraph], sizes: list[int]) -> bool:
        """Whether the first heavy line is larger than all others, or is followed by numbered ones."""
        rest = heavy[1:]
        larger = heavy[0].look.size == sizes[0] and all(p.look.size < sizes[0] for p in rest)
        return larger or (not head_level(heavy[0].words) and all(head_level(p.words) for p in rest))

    def _table(self, table: Table) -> Iterator[Block]:
        """A table of words as it is; one that only places pictures or wraps a text as what is in it."""
        cells = [cell for row in table.rows for cell in row]
        pictured = any(isinstance(item, Image | Table) for cell in cells for item in cell)
        if pictured or max((len(row) for row in table.rows), default=0) < 2:
            yield from self._arranged(table)
            return
        rows = tuple(tuple(_cell_words(cell) for cell in row) for row in table.rows)
        yield Grid(rows, table.place)

    def _arranged(self, table: Table) -> Iterator[Block]:
        """Pictures with the words under them, by column; all else in reading order."""
        rows = list(table.rows)
        while rows:
            row = rows.pop(0)
            pictures = [item for cell in row for item in cell if isinstance(item, Image)]
            alone = len(pictures) == len(row) and all(len(cell) == 1 for cell in row)
            if alone and rows and len(rows[0]) == len(row) and not _pictures(rows[0]):
                for picture, cell in zip(pictures, rows.pop(0), strict=True):
                    yield replace(picture, caption=plain(_cell_words(cell)))
                continue
            for cell in row:
                for item in cell:
                    yield from self._item(item)


def _pictures(row: tuple[tuple[Item, ...], ...]) -> bool:
    return any(isinstance(item, Image) for cell in row for item in cell)


def _cell_words(cell: tuple[Item, ...]) -> str:
    return " ".join(words_of(item.words) for item in cell if isinstance(item, Paragraph))

"""A CSV file becomes rows of cells with their places; a broken row spoils no other.

Comes in: bytes. Goes out: lines. UTF-8 and GB 18030, with or without a byte order mark, and UTF-16 with one;
parted by comma, semicolon or tab, whichever the heads are parted by. Source: RFC 4180 2 (quotes, line breaks
inside them), with what spreadsheets write besides.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.dispatch.listed import LOST, Cell, Line
from reportpdf.source.encodings import decode_text, is_gb18030
from reportpdf.source.text_file import Source, make_source, read_bytes

_PARTED_BY = ",;\t"
_QUOTED_MOST = 4_000
"""Characters of a quoted cell. A quote that is never closed would take the rest of the file with it."""

_CELLS_MOST = 200
"""Cells of a row."""

_END = re.compile(r"\r\n|\r|\n")
_SEP_LINE = re.compile(r"\ufeff?\"?sep=(.)\"?(?:\r\n|\r|\n)", re.IGNORECASE)
"""Excel's own line for what parts the cells."""


def read_csv(path: Path, shown: str) -> tuple[Line, ...]:
    """The rows of a file that hold anything.

    Raises: InputError: it cannot be read, or it is in no encoding that is known.
    """
    source = make_source(_decoded(read_bytes(path, shown), shown), shown=shown, any_character=True)
    start, parted_by = _dialect(source.text)
    lines = _Reader(source, parted_by).lines(start)
    return tuple(line for line in lines if line.problems or any(cell.words.strip() for cell in line.cells))


def _decoded(content: bytes, shown: str) -> str:
    """The characters of a list as spreadsheets save it."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if content.startswith(mark) and not content.startswith(codecs.BOM_UTF32_LE):
            return _strictly(content, "utf-16", shown)
    try:
        return decode_text(content, shown)
    except InputError:
        if content.startswith(b"\x84\x31\x95\x33") or is_gb18030(content):
            return _strictly(content, "gb18030", shown).removeprefix("\ufeff")
        if (text := _mostly(content)) is not None:
            return text.removeprefix("\ufeff")
        raise


def _mostly(content: bytes) -> str | None:
    """The characters of a list with bad bytes in fewer than half of its lines; None of any other. Where they
    were :data:`LOST` stands, and spoils its row only."""
    if b"\0" in content:
        return None
    texts = [content.decode(encoding, "replace") for encoding in ("utf-8", "gb18030")]
    best = min(texts, key=lambda text: text.count(LOST))
    lines = [line for line in _END.split(best) if line.strip()]
    return best if sum(LOST in line for line in lines) * 2 < len(lines) else None


def _strictly(content: bytes, encoding: str, shown: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        lines = _END.split(before)
        place = Place(shown, len(lines), len(lines[-1]) + 1)
        name = {"utf-16": "UTF-16", "gb18030": "GB 18030"}[encoding]
        byte = f"0x{content[error.start]:02X}"
        raise InputError(problem("list-bad-byte", place, byte=byte, encoding=name)) from error


def _dialect(text: str) -> tuple[int, str]:
    """Where the rows begin, and what parts their cells: what stands most often outside quotes in line one."""
    if said := _SEP_LINE.match(text):
        return said.end(), said[1]
    for line in _END.split(text[:20_000]):
        bare = re.sub(r'"(?:[^"]|"")*"', "", line)
        best = max(_PARTED_BY, key=bare.count)
        if bare.count(best):
            return 0, best
    return 0, ","


class _Reader:
    """One pass over a source; ``plain`` finds the end of a cell that is not quoted."""

    def __init__(self, source: Source, parted_by: str) -> None:
        self._source = source
        self._text = source.text
        self._parted_by = parted_by
        self._plain = re.compile(f"[{re.escape(parted_by)}\r\n]")

    def lines(self, at: int) -> Iterator[Line]:
        """All rows from an offset on. After a row that goes wrong the next line is read as a row."""
        while at < len(self._text):
            number = self._source.position(at)[0]
            after, cells, found = self._row(at)
            if found is not None:
                end = _END.search(self._text, at)
                after = end.end() if end else len(self._text)
            at = after
            yield Line(number, tuple(cells), () if found is None else (found,))

    def _row(self, at: int) -> tuple[int, list[Cell], Problem | None]:
        """Where the row after the one at an offset begins, and its cells, up to what goes wrong."""
        cells: list[Cell] = []
        while len(cells) < _CELLS_MOST:
            at, cell, found = self._cell(at)
            if found is not None:
                return at, cells, found
            cells.append(cell)
            if self._text[at : at + 1] != self._parted_by:
                return at + (2 if self._text.startswith("\r\n", at) else 1), cells, None
            at += 1
        return at, cells, self._source.problem("list-cells-many", at, limit=_CELLS_MOST)

    def _cell(self, at: int) -> tuple[int, Cell, Problem | None]:
        """Where the cell at an offset ends, and what it says."""
        blanks = at
        while self._text[blanks : blanks + 1] == " ":
            blanks += 1
        if self._text[blanks : blanks + 1] == '"':
            return self._quoted(blanks)
        end = self._plain.search(self._text, at)
        stop = end.start() if end else len(self._text)
        return stop, self._made(self._text[at:stop], at), None

    def _quoted(self, at: int) -> tuple[int, Cell, Problem | None]:
        """A cell in quotes; two quotes inside are one."""
        begin, pieces = at + 1, []
        while True:
            close = self._text.find('"', begin, at + _QUOTED_MOST)
            if close < 0:
                return at, self._made("", at), self._source.problem("list-quote-open", at)
            pieces.append(self._text[begin:close])
            if self._text[close + 1 : close + 2] != '"':
                break
            pieces.append('"')
            begin = close + 2
        stop = close + 1
        while self._text[stop : stop + 1] == " ":
            stop += 1
        if stop < len(self._text) and not self._plain.match(self._text, stop):
            # a quote that closes on another line was meant for that line: this one was never closed
            code, where = (
                ("list-quote-open", at) if _END.search(self._text, at, stop) else ("list-quote-after", stop)
            )
            return at, self._made("", at), self._source.problem(code, where)
        return stop, self._made("".join(pieces), at), None

    def _made(self, words: str, at: int) -> Cell:
        return Cell(words, self._source.place(at), self._source.excerpt(at))

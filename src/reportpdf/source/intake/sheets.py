"""Figures of a workbook: sections made of its sheets, or figures of a draft bound to its cells.

In: an open workbook and its name in the folder. Out: sections whose callouts are bound to their cells; or
the draft with a binding, and a question, for each figure that one cell alone says with words of its row
or column in the callout's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.source.figure_format import format_of_cell, is_format, write_figure
from reportpdf.source.intake.marks import plain, words_of
from reportpdf.source.intake.numerals import split_number
from reportpdf.source.intake.records import Binding, Draft, DraftCallout, DraftSection
from reportpdf.source.intake.tables import rows_of
from reportpdf.source.limits import MAX_FIGURE
from reportpdf.source.workbook import Value, Workbook

_Rows = tuple[tuple[tuple[str, Value | None], ...], ...]


def read_rows(book: Workbook, sheet: str, shown: str) -> _Rows:
    """A sheet's cells.

    Raises:
        InputError: cells hold an error or a formula that was never reckoned; all of them.
    """
    faults: list[Problem] = []
    rows = []
    for row in book.rows(sheet):
        cells: list[tuple[str, Value | None]] = []
        for name, value in row:
            if isinstance(value, Problem):
                faults.append(replace(value, place=Place(shown, path=f"{sheet}!{name}")))
                cells.append((name, None))
            else:
                cells.append((name, value))
        rows.append(tuple(cells))
    if faults:
        raise InputError(*faults)
    return tuple(rows)


def sections_of(book: Workbook, shown: str, file: str) -> tuple[DraftSection, ...]:
    """A section for each sheet, a callout for each row with a number.

    Raises:
        InputError: cells that cannot be printed.
    """
    sections = []
    for sheet in book.sheets:
        cells = [row for row in read_rows(book, sheet, shown) if any(value for _, value in row)]
        if cells:
            section = _section(sheet, tuple(cells), Place(shown, path=sheet), file)
            sections.append(section)
    return tuple(sections)


def _section(sheet: str, cells: _Rows, place: Place, file: str) -> DraftSection:
    """The sheet's rows; a first row of one cell is its title, and rows without a number are asked about."""
    title, first = sheet, [value for _, value in cells[0] if value]
    if len(first) == 1 and first[0].number is None and len(cells) > 1:
        title, cells = first[0].words, cells[1:]
    callouts, asks = [], []
    words = tuple(tuple(_shown(value) for _, value in row) for row in cells)
    for number, row in rows_of(words):
        if row.column < 0 or len(row.figure) > MAX_FIGURE:
            at = Place(place.file, path=f"{sheet}!{cells[number][0][0]}")
            asks.append(problem("ask-row", at, words=row.text or row.figure))
            continue
        name, value = cells[number][row.column]
        at = Place(place.file, path=f"{sheet}!{name}")
        bound = _binding(value, row.figure, file, cell_name(sheet, name))
        callouts.append(DraftCallout(plain(row.figure), plain(row.text), at, (), bound))
    return DraftSection(plain(title), place, tuple(callouts), asks=tuple(asks))


def _binding(value: Value | None, figure: str, file: str, cell: str) -> Binding | None:
    """The binding under which the cell gives the figure; None where its words hold the figure already."""
    if value is None or value.number is None:
        return Binding(file, cell, "") if value is not None and value.words == figure else None
    shown = _shown(value)
    form = format_of_cell(value.number_format) + figure.removeprefix(shown)
    return Binding(file, cell, form) if write_figure(form, value.number) == figure else None


def _shown(value: Value | None) -> str:
    if value is None:
        return ""
    return (
        value.words
        if value.number is None
        else write_figure(format_of_cell(value.number_format), value.number)
    )


def cell_name(sheet: str, cell: str) -> str:
    """The cell with its sheet, in quotes where its name needs them."""
    quoted = sheet if all(c.isalnum() or c == "_" for c in sheet) else f"'{sheet}'"
    return f"{quoted}!{cell}"


@dataclass(frozen=True, slots=True)
class _Cell:
    """A number with the words of its row and its column."""

    name: str
    number: Decimal
    labels: tuple[str, ...]


def bind(draft: Draft, book: Workbook, shown: str, file: str) -> Draft:
    """The draft with its figures bound to the cells that say them.

    Raises:
        InputError: cells that cannot be printed.
    """
    cells = [c for sheet in book.sheets for c in _cells(sheet, read_rows(book, sheet, shown))]
    sections = tuple(
        replace(section, callouts=tuple(_bound(callout, cells, file) for callout in section.callouts))
        for section in draft.sections
    )
    return replace(draft, sections=sections)


def _cells(sheet: str, rows: _Rows) -> Iterator[_Cell]:
    """Every number of a sheet; its labels are the words to its left and above it."""
    for y, row in enumerate(rows):
        for x, (name, value) in enumerate(row):
            if value is None or value.number is None:
                continue
            left = [v.words for _, v in row[:x] if v and v.number is None]
            above = [v.words for r in rows[:y] if (v := r[x][1]) and v.number is None]
            yield _Cell(cell_name(sheet, name), value.number, (*left[-1:], *above[-1:]))


def _bound(callout: DraftCallout, cells: list[_Cell], file: str) -> DraftCallout:
    """The callout with its binding, if exactly one cell says its figure and is about it."""
    before, number, after = split_number(words_of(callout.figure))
    if callout.bound is not None or not number:
        return callout
    text = words_of(callout.text)
    found = [
        (cell, form)
        for cell in cells
        if any(_about(label, text) for label in cell.labels)
        for form in _forms(before, number, after)
        if write_figure(form, cell.number) == callout.figure
    ]
    if len({cell.name for cell, _ in found}) != 1:
        return callout
    cell, form = found[0]
    ask = problem("ask-bound", callout.place, cell=cell.name, label=" ".join(cell.labels))
    return replace(callout, bound=Binding(file, cell.name, form), asks=(*callout.asks, ask))


def _forms(before: str, number: str, after: str) -> Iterator[str]:
    """Formats that may write a figure: as it is, in hundredths, in ten thousands or hundred millions."""
    decimals = len(number.partition(".")[2])
    point = f".{decimals}" if decimals else ".0"
    comma = "," if "," in number else ""
    try:
        Decimal(number.replace(",", ""))
    except InvalidOperation:  # full-width digits: no cell writes them
        return
    bare = f"{{:{comma}{point}}}" if decimals else ("{:,}" if comma else "{}")
    forms = [before + bare + after]
    if after[:1] in ("%", "万", "亿"):
        forms.append(f"{before}{{:{comma}{point}{after[0]}}}{after[1:]}")
    yield from (form for form in forms if is_format(form))


def _about(label: str, text: str) -> bool:
    """Whether a label's words are in the text: whole, or three pairs of characters in four."""
    pairs = {label[i : i + 2] for i in range(len(label) - 1)}
    return len(label) >= 2 and (label in text or sum(pair in text for pair in pairs) * 4 >= len(pairs) * 3)

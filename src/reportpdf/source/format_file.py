"""A format, built in or a designer's own, becomes a :class:`~reportpdf.theme.records.Format`.

In: the name of a built-in format or the path of a YAML file. Out: the sheet it describes.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportpdf.base.units import mm, to_mm
from reportpdf.source.builtin import builtin_names, named_source
from reportpdf.source.decode import decode
from reportpdf.source.reading import Reading
from reportpdf.source.shapes import record_shape
from reportpdf.source.text_file import Source
from reportpdf.source.yaml_compose import read_nodes
from reportpdf.source.yaml_nodes import Node, under
from reportpdf.theme.records import Format, FormatLayout

_KIND = "format"
LEAST_UNITS = 3
LEAST_LINES = 30
"""A newspaper sheet has at least so many units, a head and a column of text, and so many lines."""

_ROUNDING = 0.01
"""Points that people's rounding may put a grid past the trim."""


def builtin_format_names() -> tuple[str, ...]:
    """The formats that come with reportpdf, in the order of their names."""
    return builtin_names(_KIND)


def load_format(name_or_path: str, *, base: Path | None = None) -> Format:
    """The format of that name, or in that file; a relative path is taken from ``base`` (else from here).

    Raises:
        InputError: there is no such format; or every problem of its file.
    """
    source, _, stem = named_source(_KIND, name_or_path, base)
    return decode_format(source, stem)


def decode_format(source: Source, stem: str) -> Format:
    """The format in a text; ``stem`` is its name unless it says another.

    Raises:
        InputError: with every problem found.
    """
    tree = read_nodes(source)
    reading = Reading(source, tree)
    sheet: Format | None = decode(reading, record_shape(Format), tree.root)
    if sheet is not None and not reading.problems:
        _check_grid(reading, sheet, tree.root)
    reading.finish()
    assert sheet is not None, "a reading without problems has its record"
    return replace(sheet, name=sheet.name or stem)


def _check_grid(reading: Reading, sheet: Format, root: Node) -> None:
    """Columns and lines of the grid end inside the trim."""
    across = sheet.margin_left + sheet.columns * sheet.column + (sheet.columns - 1) * sheet.gutter
    down = sheet.margin_top + sheet.lines * sheet.step
    for code, reach, trim, key in (
        ("format-wide", across, mm(sheet.width_mm), "columns"),
        ("format-tall", down, mm(sheet.height_mm), "lines"),
    ):
        if reach > trim + _ROUNDING:
            node = under(root, key) or root
            reading.refuse(code, node.start, key, reach=f"{to_mm(reach):.1f}", trim=f"{to_mm(trim):.1f}")
    if sheet.layout is FormatLayout.SHEET:
        for key, given, low in (("columns", sheet.columns, LEAST_UNITS), ("lines", sheet.lines, LEAST_LINES)):
            if given < low:
                node = under(root, key) or root
                reading.refuse("format-sheet-small", node.start, key, given=given, low=low)

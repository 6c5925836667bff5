"""A YAML file becomes rows of cells with their places.

Comes in: a path. Goes out: rows. The file is a list of mappings, or has one under ``departments``; keys are
the headings of the other kinds. A fault of form spoils the row it stands in, and no other.
"""

from __future__ import annotations

from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem
from reportpdf.dispatch.columns import column_of, is_passed_over
from reportpdf.dispatch.headings import unknown_heading
from reportpdf.dispatch.listed import Cell, ListedRow
from reportpdf.source.decode_values import is_blank
from reportpdf.source.excerpt import brief
from reportpdf.source.text_file import Source, read_source
from reportpdf.source.yaml_compose import read_nodes
from reportpdf.source.yaml_nodes import Mapping, Node, Scalar, Sequence, under

_ROOTS = ("departments", "recipients", "units", "单位", "部门", "分发", "分发清单")


def read_yaml(path: Path, shown: str) -> tuple[tuple[ListedRow, ...], tuple[Problem, ...]]:
    """The rows, numbered from 1, and keys that are not read.

    Raises: InputError: it is no YAML, or no list of departments.
    """
    source = read_source(path, shown=shown)
    tree = read_nodes(source)
    found = tree.root if isinstance(tree.root, Sequence) else None
    for name in _ROOTS:
        under_it = under(tree.root, name)
        found = under_it if found is None and isinstance(under_it, Sequence) else found
    if found is None:
        raise InputError(source.problem("list-no-list", tree.root.start), *tree.problems)
    told: dict[str, Problem] = {}
    rows = []
    faults = list(tree.problems)
    for number, item in enumerate(found.items, 1):
        following = found.items[number].start if number < len(found.items) else len(source.text)
        before = source.position(following)[0]
        own = [fault for fault in faults if fault.place is not None and fault.place.line < before]
        faults = [fault for fault in faults if fault not in own]
        rows.append(_row(source, number, item, tuple(own), told))
    if faults:  # a fault whose place nobody knows is the whole file's
        raise InputError(*faults)
    return tuple(rows), tuple(told.values())


def _row(
    source: Source, number: int, item: Node, faults: tuple[Problem, ...], told: dict[str, Problem]
) -> ListedRow:
    """One department; what is wrong with its form goes with it."""
    place = source.place(item.start)
    if not isinstance(item, Mapping):
        given = brief(item.value) if isinstance(item, Scalar) else "[…]"
        wrong = source.problem("list-not-row", item.start, "", given=given)
        return ListedRow(number, place, {}, (*faults, wrong))
    cells: dict[str, Cell] = {}
    problems = list(faults)
    for key, node in item.items:
        column = column_of(key.value)
        heading = Cell(key.value, source.place(key.start), source.excerpt(key.start))
        if not column:
            if not is_passed_over(key.value):
                told.setdefault(key.value, unknown_heading(heading))
        elif column in cells:
            args = {"heading": brief(key.value), "other": column}
            problems.append(heading.problem("list-heading-twice", **args))
        elif (words := _words(node)) is None:
            problems.append(source.problem("list-value-nested", node.start, "", heading=brief(key.value)))
        elif words.strip():
            cells[column] = Cell(words, source.place(node.start), source.excerpt(node.start))
    return ListedRow(number, Place(place.file, place.line, place.column), cells, tuple(problems))


def _words(node: Node) -> str | None:
    """A value as a cell would have it: a list of words with commas; None for anything deeper."""
    if isinstance(node, Scalar):
        return "" if is_blank(node) else node.value
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        return ", ".join(item.value for item in node.items if isinstance(item, Scalar))
    return None

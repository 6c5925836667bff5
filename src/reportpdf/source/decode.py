"""Nodes become records, by the shapes of the records and nothing else.

In: a shape, a node tree and a :class:`~reportpdf.source.reading.Reading`. Out: the frozen record; every
unknown, missing or wrong value has been reported to the reading, with its place and its path.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportpdf.base.problem import Place
from reportpdf.model.report import Text
from reportpdf.source.decode_values import (
    is_blank,
    is_null,
    read_bool,
    read_choice,
    read_ink,
    read_number,
    read_text,
)
from reportpdf.source.excerpt import brief
from reportpdf.source.facts import Fact
from reportpdf.source.limits import MAX_LIST, MAX_WORD
from reportpdf.source.reading import Reading, nearest
from reportpdf.source.shapes import (
    BoolShape,
    ChoiceShape,
    FieldShape,
    InkShape,
    ListShape,
    NamedShape,
    NumberShape,
    RecordShape,
    RowShape,
    Shape,
    TextShape,
)
from reportpdf.source.yaml_nodes import Mapping, Node, Scalar, Sequence


def decode(reading: Reading, shape: Shape, node: Node, path: str = "") -> Any:
    """The value that a node stands for; a blank one where a problem was reported."""
    return _READERS[type(shape)](reading, shape, node, path)


def _record(reading: Reading, shape: RecordShape, node: Node, path: str) -> Any:
    """A record from a mapping."""
    if type(node) is not Mapping:
        _refuse_as_mapping(reading, shape, node, path)
        return None
    return _fill(reading, shape, node, path, shape.fields, {})


def _fill(
    reading: Reading,
    shape: RecordShape,
    node: Mapping,
    path: str,
    fields: tuple[FieldShape, ...],
    values: dict[str, Any],
) -> Any:
    """The record with ``fields`` read from the mapping, added to the ``values`` known already."""
    given = {key.value: value for key, value in node.items}
    missing: list[FieldShape] = []
    for field in fields:
        name = field.name
        value = given.pop(name, None)
        if value is not None:
            values[name] = _field(reading, field, value, f"{path}.{name}" if path else name)
        elif field.required:
            missing.append(field)
            values[name] = _blank(reading, field.shape, node)
        else:
            values[name] = field.empty
    meant = _refuse_keys(reading, node, path, fields, given) if given else ()
    for field in missing:
        if field.name not in meant:
            name, example = field.name, field.fact.example or f"{field.name}: …"
            reading.refuse("key-missing", node.start, _key_path(path, name), key=name, example=example)
    if shape.placed:
        values["place"] = reading.source.place(node.start, path) if path else Place(reading.source.shown)
    return shape.cls(**values)


def _field(reading: Reading, field: FieldShape, node: Node, path: str) -> Any:
    """One field's value; an optional one may be left empty, and so may a list that needs no item."""
    shape = field.shape
    if field.optional and (is_blank(node) if type(shape) is TextShape else is_null(node)):
        if field.fact.filled:
            reading.refuse("value-empty", node.start, path)
        return None
    return _READERS[type(shape)](reading, shape, node, path)


def _list(reading: Reading, shape: ListShape, node: Node, path: str) -> tuple[Any, ...]:
    """A list's items in order; those that are no records at all are left out."""
    items = _items(reading, shape.fact, node, path)
    read = _READERS[type(shape.item)]
    values = (read(reading, shape.item, item, f"{path}[{i}]") for i, item in enumerate(items))
    return tuple(value for value in values if value is not None)


def _items(reading: Reading, fact: Fact, node: Node, path: str) -> tuple[Node, ...]:
    """The nodes of a list within its bounds of number."""
    if type(node) is Sequence:
        most = MAX_LIST if fact.most is None else fact.most
        if len(node.items) > most:
            beyond = node.items[most]
            reading.refuse("value-too-many", beyond.start, path, count=len(node.items), limit=most)
        elif not node.items and fact.least:
            reading.refuse("value-empty-list", node.start, path)
        return node.items[:most]
    if is_null(node):
        if fact.least:
            reading.refuse("value-empty-list", node.start, path)
    elif type(node) is Mapping:
        reading.refuse("value-list-mapping", node.start, path)
    elif type(node) is Scalar:
        reading.refuse("value-list-wanted", node.start, path, given=brief(node.value))
    return ()


def _row(reading: Reading, shape: RowShape, node: Node, path: str) -> tuple[Any, ...] | None:
    """As many values as the row has."""
    items = node.items if type(node) is Sequence else (node,)
    if len(items) != len(shape.items):
        example = shape.fact.example or "[" + ", ".join("…" for _ in shape.items) + "]"
        args = {"count": len(items), "wanted": len(shape.items), "example": example}
        reading.refuse("value-count", node.start, path, **args)
        return None
    return tuple(
        decode(reading, inner, item, f"{path}[{i}]")
        for i, (inner, item) in enumerate(zip(shape.items, items, strict=True))
    )


def _named(reading: Reading, shape: NamedShape, node: Node, path: str) -> tuple[Any, ...]:
    """Records under their names, in the order they are written."""
    if type(node) is not Mapping:
        if not is_null(node) or shape.fact.least:
            example = "{name: " + _example(shape) + "}"
            reading.refuse("value-mapping-wanted", node.start, path, example=example)
        return ()
    most = MAX_LIST if shape.fact.most is None else shape.fact.most
    if len(node.items) > most:
        beyond = node.items[most][0]
        reading.refuse("value-too-many", beyond.start, path, count=len(node.items), limit=most)
    if len(node.items) < shape.fact.least:
        reading.refuse("value-empty-list", node.start, path)
    rows = (_named_row(reading, shape, key, value, path) for key, value in node.items[:most])
    return tuple(row for row in rows if row is not None)


def _named_row(reading: Reading, shape: NamedShape, key: Scalar, node: Node, path: str) -> Any:
    name, record = key.value, shape.record
    inner = f"{path}.{name}"
    if len(name) > MAX_WORD:
        reading.refuse("value-too-long", key.start, path, length=len(name), limit=MAX_WORD)
        return None
    if is_blank(key):
        reading.refuse("yaml-key-empty", key.start, path)
        return None
    if shape.value is not None:
        return record.cls(**{"name": name, shape.value.name: _field(reading, shape.value, node, inner)})
    if type(node) is not Mapping:
        _refuse_as_mapping(reading, record, node, inner, record.fields[1:])
        return None
    return _fill(reading, record, node, inner, record.fields[1:], {"name": name})


def _example(shape: NamedShape) -> str:
    if shape.value is None:
        return "{" + ", ".join(f"{f.name}: …" for f in shape.record.fields[1:] if f.required) + "}"
    return "[0, 98, 92, 10]" if isinstance(shape.value.shape, InkShape) else "…"


def _blank(reading: Reading, shape: Shape, node: Node) -> Any:
    """What stands for a missing value until the reading is refused."""
    if isinstance(shape, TextShape):
        return Text("", reading.source.place(node.start)) if shape.placed else ""
    return () if isinstance(shape, ListShape | NamedShape) else None


def _refuse_as_mapping(
    reading: Reading, shape: RecordShape, node: Node, path: str, fields: tuple[FieldShape, ...] | None = None
) -> None:
    """Keys were meant. A full-width colon after a key is the likeliest reason for bare text."""
    if type(node) is Scalar and node.plain and "：" in node.value[:MAX_WORD]:
        reading.refuse("yaml-wide-colon", node.start + node.raw.find("："), path)
        return
    fields = shape.fields if fields is None else fields
    keys = [f for f in fields if f.required] or fields[:2]
    example = "{" + ", ".join(f"{f.name}: …" for f in keys) + "}"
    reading.refuse("value-mapping-wanted", node.start, path, example=example)


def _refuse_keys(
    reading: Reading, node: Mapping, path: str, fields: tuple[FieldShape, ...], given: dict[str, Node]
) -> set[str]:
    """Report each key that is none of the record's; the keys that were probably meant instead."""
    names = tuple(field.name for field in fields)
    also = {word: field.name for field in fields for word in field.fact.also}
    meant: set[str] = set()
    for key, _ in node.items:
        if key.value not in given:
            continue
        near = also.get(key.value.lower()) or nearest(key.value, names)
        meant.add(near)
        code = "key-near" if near else "key-unknown"
        shown = brief(key.value)
        where = _key_path(path, shown)
        reading.refuse(code, key.start, where, key=shown, nearest=near, keys=", ".join(names))
    return meant


def _key_path(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


_READERS: dict[type[Any], Callable[[Reading, Any, Node, str], Any]] = {
    TextShape: read_text,
    BoolShape: read_bool,
    NumberShape: read_number,
    ChoiceShape: read_choice,
    InkShape: read_ink,
    ListShape: _list,
    RowShape: _row,
    NamedShape: _named,
    RecordShape: _record,
}

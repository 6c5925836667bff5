"""The files' JSON Schemas, written from the same shapes that the decoder reads by.

In: nothing but the records. Out: JSON Schema 2020-12 as plain dicts, for editors. They say all that can
be said of structure; what needs the whole file (one lead photo, names of inks, where a path leads) only
the decoder checks. Source: JSON Schema 2020-12, core and validation.

To write docs/schema anew: ``python -m reportpdf.source.schema docs/schema``
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

from reportpdf.model.batch import Batch
from reportpdf.model.job import Job
from reportpdf.model.mail import Mail
from reportpdf.model.report import Report
from reportpdf.model.terms import Terms
from reportpdf.source.bound_schema import or_bound
from reportpdf.source.facts import Fact
from reportpdf.source.ink_schema import INK, SHOWS
from reportpdf.source.limits import MAX_LIST, MAX_NUMBER, MAX_TEXT, MAX_WORD
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
    record_shape,
)
from reportpdf.theme.looks import LOOKS
from reportpdf.theme.records import Format, Theme

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SECTION_FILLED: Schema = {
    "anyOf": [
        {"required": [name], "properties": {name: {"type": "array", "minItems": 1}}}
        for name in ("callouts", "photos")
    ]
}
"""What the types cannot say: a section has a callout or a photo."""

_LOOK_GIVEN: Schema = {"anyOf": [{"required": [name]} for name in LOOKS]}
"""Likewise: a theme has a look."""

_INLINE_DOCS = {
    "taken": "Marks: **strong**, [link](https://…), {base|ruby}, {.dots}, {_name}, {~book}. "
    "可用标记：**加重**、[链接](https://…)、{字|注音}、{.着重}、{_专名}、{~书名}"
}
"""What is said of a text that takes marks."""

_BESIDES: dict[str, Schema] = {"Section": _SECTION_FILLED}


def report_schema() -> Schema:
    """The schema of a report's file."""
    return _document(record_shape(Report), "A report for reportpdf. 报告")


def theme_schema() -> Schema:
    """The schema of a theme's file."""
    return {**_document(record_shape(Theme), "A theme for reportpdf. 样式"), **_LOOK_GIVEN}


def format_schema() -> Schema:
    """The schema of a format's file."""
    return _document(record_shape(Format), "A format for reportpdf. 开本")


SCHEMAS: dict[str, Callable[[], Schema]] = {
    "report": report_schema,
    "theme": theme_schema,
    "format": format_schema,
    "job": lambda: _document(record_shape(Job), "A job for reportpdf. 任务"),
    "terms": lambda: _document(record_shape(Terms), "A word list for reportpdf. 用词表"),
    "mail": lambda: _document(record_shape(Mail), "Mail settings for reportpdf. 发信设置"),
    "batch": lambda: _document(record_shape(Batch), "A batch for reportpdf. 批量任务"),
}
"""Every schema by the name of its file."""


def schema_text(schema: Schema) -> str:
    """A schema as it is written to a file: indented, Chinese as it is, one line break at the end."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _document(shape: RecordShape, title: str) -> Schema:
    """The schema of a record, every record in it defined once under ``$defs``."""
    definitions: dict[str, Schema] = {}
    body = _object(shape.fields, definitions)
    return {"$schema": _DIALECT, "title": title, **body, "$defs": dict(sorted(definitions.items()))}


def _schema(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    return _WRITERS[type(shape)](shape, definitions)


def _text(shape: TextShape, definitions: dict[str, Schema]) -> Schema:
    """Words. A number without quotes is text as well, so editors must not complain of it."""
    fact = shape.fact
    pattern = rf"^[^\n]*{SHOWS}[^\n]*\n*$" if fact.one_line or not shape.placed else SHOWS
    length = MAX_TEXT if fact.length is None else fact.length
    words = {"type": ["string", "number"], "pattern": pattern, "maxLength": length}
    return or_bound(words, definitions) if fact.bindable else words


def _bool(_: BoolShape, __: dict[str, Schema]) -> Schema:
    return {"type": "boolean"}


def _number(shape: NumberShape, _: dict[str, Schema]) -> Schema:
    fact = shape.fact
    low = {"minimum": -MAX_NUMBER if fact.min is None else fact.min}
    if fact.above is not None:
        low = {"exclusiveMinimum": fact.above}
    high = MAX_NUMBER if fact.max is None else fact.max
    return {"type": "integer" if shape.whole else "number", **low, "maximum": high}


def _choice(shape: ChoiceShape, _: dict[str, Schema]) -> Schema:
    return {"enum": list(shape.words)}


def _ink(_: InkShape, definitions: dict[str, Schema]) -> Schema:
    definitions["Ink"] = INK
    return {"$ref": "#/$defs/Ink"}


def _list(shape: ListShape, definitions: dict[str, Schema]) -> Schema:
    return {
        # a key with nothing after it is an empty list
        "type": "array" if shape.fact.least else ["array", "null"],
        "items": _schema(shape.item, definitions),
        **_counts("Items", shape.fact),
    }


def _row(shape: RowShape, definitions: dict[str, Schema]) -> Schema:
    count = len(shape.items)
    return {
        "type": "array",
        "prefixItems": [_schema(item, definitions) for item in shape.items],
        "minItems": count,
        "maxItems": count,
    }


def _named(shape: NamedShape, definitions: dict[str, Schema]) -> Schema:
    if shape.value is not None:
        value = _schema(shape.value.shape, definitions)
        value = _or_empty(shape.value.shape, value) if shape.value.optional else value
    else:
        value = _object(shape.record.fields[1:], definitions)
    return {
        "type": "object" if shape.fact.least else ["object", "null"],
        "propertyNames": {"pattern": SHOWS, "maxLength": MAX_WORD},
        "additionalProperties": value,
        **_counts("Properties", shape.fact),
    }


def _counts(unit: str, fact: Fact) -> Schema:
    least = {f"min{unit}": fact.least} if fact.least else {}
    return {**least, f"max{unit}": MAX_LIST if fact.most is None else fact.most}


def _record(shape: RecordShape, definitions: dict[str, Schema]) -> Schema:
    name = shape.cls.__name__
    if name not in definitions:
        definitions[name] = _object(shape.fields, definitions) | _BESIDES.get(name, {})
    return {"$ref": f"#/$defs/{name}"}


def _object(fields: tuple[FieldShape, ...], definitions: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": {field.name: _field(field, definitions) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _field(field: FieldShape, definitions: dict[str, Schema]) -> Schema:
    """A key's schema with what it means, in English and Chinese."""
    fact = field.fact
    body = _schema(field.shape, definitions)
    if field.optional and not fact.filled:
        body = _or_empty(field.shape, body)
    doc = ". ".join(part for part in (fact.doc, fact.doc_zh, _INLINE_DOCS.get(fact.inline)) if part)
    described = {"description": doc, **body} if doc else body
    empty = field.empty.value if isinstance(field.empty, Enum) else field.empty
    stated = not field.required and isinstance(empty, bool | int | float | str)
    return {**described, "default": empty} if stated else described


def _or_empty(shape: Shape, body: Schema) -> Schema:
    """The same, or nothing after the key; an optional text may also be empty quotes."""
    if isinstance(shape, TextShape):
        body = {key: value for key, value in body.items() if key != "pattern"}
        one_line = {"pattern": r"^[^\n]*\n*$|^\s*$"} if shape.fact.one_line else {}
        return {**body, "type": [*body["type"], "null"], **one_line}
    return {"anyOf": [body, {"type": "null"}]}


_WRITERS: dict[type[Any], Callable[[Any, dict[str, Schema]], Schema]] = {
    TextShape: _text,
    BoolShape: _bool,
    NumberShape: _number,
    ChoiceShape: _choice,
    InkShape: _ink,
    ListShape: _list,
    RowShape: _row,
    NamedShape: _named,
    RecordShape: _record,
}


if __name__ == "__main__":
    for _name, _make in SCHEMAS.items():
        Path(sys.argv[1], f"{_name}.json").write_text(schema_text(_make()), encoding="utf-8")

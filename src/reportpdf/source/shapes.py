"""What a YAML value has to look like, worked out once from the annotations of the records.

In: a frozen dataclass. Out: its :class:`RecordShape`, a tree that the decoder reads values by and the
JSON Schema is written from. Nothing about any one record is known here but these conventions:

- fields named ``place`` and ``path`` are not written by people;
- a tuple of records whose first field is ``name: str`` is written as a mapping by that name;
- an :class:`~reportpdf.base.ink.Ink` is four percentages, or ``{cmyk: [...], screen: "#rrggbb"}``.

Shapes are told apart by identity; without ``eq`` and ``repr`` their classes are made in half the time.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from reportpdf.base.ink import Ink
from reportpdf.model.report import Text
from reportpdf.source.facts import Fact, fact_of

_FILLED = frozenset({"place", "path"})


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextShape:
    """Words: a :class:`Text` with its place, or a plain str where ``placed`` is False."""

    fact: Fact
    placed: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoolShape:
    """true or false."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NumberShape:
    """A finite number within the fact's bounds."""

    fact: Fact
    whole: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ChoiceShape:
    """One of some words; ``values`` are what they become, in the same order."""

    words: tuple[str, ...]
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InkShape:
    """Four percentages of ink, with or without a screen colour."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListShape:
    """Any number of items of one shape, within the fact's bounds."""

    item: Shape
    fact: Fact


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RowShape:
    """A fixed number of items, each of its own shape."""

    items: tuple[Shape, ...]
    fact: Fact


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NamedShape:
    """A mapping from names to records. ``value`` is set where the record is its name and one thing more."""

    record: RecordShape
    value: FieldShape | None
    fact: Fact


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FieldShape:
    """A key of a record. An optional one may be left empty; one not required may be left out."""

    name: str
    shape: Shape
    fact: Fact
    required: bool
    optional: bool
    empty: Any
    """What the field is where the key is left out."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RecordShape:
    """A mapping with known keys, which becomes a record of ``cls``."""

    cls: type[Any]
    fields: tuple[FieldShape, ...]
    placed: bool
    """The record keeps its own place."""


Shape = (
    TextShape
    | BoolShape
    | NumberShape
    | ChoiceShape
    | InkShape
    | ListShape
    | RowShape
    | NamedShape
    | RecordShape
)


@cache
def record_shape(cls: type[Any]) -> RecordShape:
    """The shape of a record, from its annotations, defaults and facts.

    Raises:
        TypeError: a field is of a type that no YAML value is known for.
    """
    hints = typing.get_type_hints(cls)
    written = [f for f in fields(cls) if f.name not in _FILLED]
    return RecordShape(
        cls,
        tuple(_field(cls, f, hints[f.name]) for f in written),
        any(f.name == "place" for f in fields(cls)),
    )


def _field(owner: type[Any], field: Field[Any], hint: Any) -> FieldShape:
    fact = fact_of(owner, field)
    inner = _without_none(hint)
    optional = inner is not hint
    default = field.default
    if field.default_factory is not MISSING:
        default = field.default_factory()
    shape = _shape(inner, fact, f"{owner.__name__}.{field.name}")
    if default is MISSING:
        # a list that may be empty may be left out, and so may what may be None
        bare = isinstance(shape, ListShape | NamedShape) and not fact.least
        required = fact.required if fact.required is not None else not (optional or bare)
        default = () if bare else None
    else:
        required = bool(fact.required)
    return FieldShape(field.name, shape, fact, required, optional, default)


def _without_none(hint: Any) -> Any:
    """The type beside None in an optional one; the type itself otherwise."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        inner = [x for x in typing.get_args(hint) if x is not types.NoneType]
        if len(inner) == 1 and len(typing.get_args(hint)) == 2:
            return inner[0]
    return hint


def _shape(hint: Any, fact: Fact, where: str) -> Shape:
    """The shape of a value of type ``hint``."""
    if typing.get_origin(hint) is tuple:
        return _tuple_shape(typing.get_args(hint), fact, where)
    if typing.get_origin(hint) is typing.Literal:
        words = typing.get_args(hint)
        return ChoiceShape(tuple(str(word) for word in words), words)
    make = _SIMPLE.get(hint)
    if make is not None:
        return make(fact)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return ChoiceShape(tuple(str(member.value) for member in hint), tuple(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return record_shape(hint)
    raise TypeError(f"{where}: no YAML value is known for {hint}")


_SIMPLE: dict[Any, Callable[[Fact], Shape]] = {
    Text: lambda fact: TextShape(fact, placed=True),
    str: lambda fact: TextShape(fact, placed=False),
    bool: lambda _: BoolShape(),
    int: lambda fact: NumberShape(fact, whole=True),
    float: lambda fact: NumberShape(fact, whole=False),
    Ink: lambda _: InkShape(),
}


def _tuple_shape(inner: tuple[Any, ...], fact: Fact, where: str) -> Shape:
    """A list, a row of fixed length, or a mapping by name."""
    if len(inner) != 2 or inner[1] is not Ellipsis:
        return RowShape(tuple(_shape(hint, fact, where) for hint in inner), fact)
    item = _shape(inner[0], fact, where)
    if isinstance(item, RecordShape) and item.fields[0].name == "name" and _is_str(item.fields[0]):
        rest = item.fields[1:]
        return NamedShape(item, rest[0] if len(rest) == 1 else None, fact)
    return ListShape(item, fact)


def _is_str(field: FieldShape) -> bool:
    return isinstance(field.shape, TextShape) and not field.shape.placed

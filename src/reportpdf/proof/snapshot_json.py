"""Snapshots as JSON, both ways.

Comes in: a snapshot, or the bytes of a file. Goes out: canonical JSON (sorted keys, no white; what has its
usual value is left out), or the snapshot. What is read is bounded and every value is asked for its type,
for a round's folder may come from anywhere. Source: RFC 8259.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.proof.snapshot import VERSION, Snapshot

MOST_BYTES = 200_000_000
"""A thousand pages take a tenth of it."""

_LARGEST = 10**9
"""No number of a snapshot is larger."""

_T = TypeVar("_T")


class _WrongError(Exception):
    """A value of another type than its field's, or one that is missing."""


def snapshot_bytes(snapshot: Snapshot) -> bytes:
    """The snapshot as the bytes of its file; equal snapshots give equal bytes."""
    return canonical(plain(snapshot))


def canonical(value: object) -> bytes:
    """The one JSON text of a value, with a newline at its end."""
    words = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return words.encode("utf-8") + b"\n"


def read_snapshot(data: bytes, shown: str) -> Snapshot:
    """The snapshot that a file holds; ``shown`` is how problems name the file.

    Raises: InputError: too large, no JSON, of another version, or not a snapshot.
    """
    place = Place(shown)
    if len(data) > MOST_BYTES:
        raise InputError(problem("snapshot-large", place, most=f"{MOST_BYTES / 1e6:.0f}"))
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(problem("snapshot-broken", place, said=str(error)[:120])) from error
    if isinstance(value, dict) and value.get("version", VERSION) != VERSION:
        raise InputError(
            problem("snapshot-version", place, version=str(value["version"])[:20], known=VERSION)
        )
    try:
        return made_of(Snapshot, value)
    except _WrongError as error:
        raise InputError(problem("snapshot-broken", place, said=str(error)[:120])) from error


def plain(value: Any) -> Any:
    """Records as objects without what is usual, tuples as lists."""
    if is_dataclass(value):
        kind: Any = type(value)
        found = {f.name: getattr(value, f.name) for f in _fields_of(kind)}
        usual = {f.name: f.default for f in _fields_of(kind)}
        return {
            k: plain(v) for k, v in found.items() if k == "version" or usual[k] is MISSING or v != usual[k]
        }
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def made_of(kind: type[_T], value: Any) -> _T:
    """The record of that kind.

    Raises: _WrongError, with the path of what is wrong.
    """
    made: _T = _read(kind, value, kind.__name__)
    return made


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _fields_of(kind: Any) -> tuple[Field[Any], ...]:
    return fields(kind)


def _read(kind: Any, value: Any, path: str) -> Any:
    if is_dataclass(kind):
        return _record(kind, value, path)
    origin = get_origin(kind)
    if origin is UnionType:
        if value is None:
            return None
        return _read(next(k for k in get_args(kind) if k is not type(None)), value, path)
    if origin is tuple:
        return _tuple(get_args(kind), value, path)
    number = kind in (int, float) and isinstance(value, kind | int) and not isinstance(value, bool)
    if number and abs(value) < _LARGEST:
        return kind(value)
    if not number and kind not in (int, float) and type(value) is kind:
        return value
    raise _WrongError(path)


def _tuple(kinds: tuple[Any, ...], value: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _WrongError(path)
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        if kinds[0] is int and all(type(one) is int for one in value):  # the pens of a line: thousands
            return tuple(value)
        return tuple(_read(kinds[0], one, path) for one in value)
    if len(kinds) != len(value):
        raise _WrongError(path)
    return tuple(_read(kind, one, path) for kind, one in zip(kinds, value, strict=True))


def _record(kind: Any, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise _WrongError(path)
    hints = _hints(kind)
    known = {f.name for f in _fields_of(kind)}
    if unknown := value.keys() - known:
        raise _WrongError(f"{path}.{min(map(str, unknown))}")
    given = {}
    for field in _fields_of(kind):
        if field.name in value:
            given[field.name] = _read(hints[field.name], value[field.name], f"{path}.{field.name}")
        elif field.default is MISSING:
            raise _WrongError(f"{path}.{field.name}")
    return kind(**given)

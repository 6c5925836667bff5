"""A JSON file of composition cases becomes :class:`~reportpdf.model.specimen.Case` records.

In: a path. Out: the cases in order. JSON knows no place for a value, so a problem names the value's path
in the data, e.g. ``[3].options.level``; a syntax error has its line and column. Source: RFC 8259.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from math import isfinite
from pathlib import Path
from typing import Any

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.model.report import Text
from reportpdf.model.specimen import Case, CaseOptions
from reportpdf.source.excerpt import brief, excerpt
from reportpdf.source.json_faults import json_problem
from reportpdf.source.limits import MAX_PROBLEMS, MAX_TEXT
from reportpdf.source.text_file import read_source
from reportpdf.theme.records import Kinsoku, Language, MarkStyle

MAX_CASES = 20_000
MAX_MEASURE = 1_000.0
"""Em; no page is as wide."""

MAX_DEPTH = 8

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a character, which JSON's escapes can write and no text can hold."""

Check = Callable[[Any], bool]


def _is_bool(value: Any) -> bool:
    return isinstance(value, bool)


def _within(low: float, high: float) -> Check:
    def check(value: Any) -> bool:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return number and isfinite(value) and low <= value <= high

    return check


def _one_of(words: tuple[str, ...]) -> tuple[Check, str]:
    return (lambda value: isinstance(value, str) and value in words), ", ".join(words)


_EM = _within(0, 20)

OPTIONS: dict[str, tuple[Check, str]] = {
    "level": _one_of(tuple(k.value for k in Kinsoku)),
    "justify": (_is_bool, "true, false"),
    "indent_em": (_EM, "0 … 20"),
    "autospace": (lambda value: _is_bool(value) or _within(0, 2)(value), "true, false, 0 … 2"),
    "hang": (_is_bool, "true, false"),
    "hyphenate": (_is_bool, "true, false"),
    "punct": _one_of(tuple(m.value for m in MarkStyle)),
    "normalise": (_is_bool, "true, false"),
    "writing": _one_of(("horizontal", "vertical")),
    "tcy": (_is_bool, "true, false"),
    "lang": _one_of(tuple(x.value for x in Language)),
}
"""Every option with what it may be; null leaves the theme's choice."""

_KEYS = ("id", "text", "measure_em", "options")


class _Reader:
    """Reads one file and keeps what is wrong with it."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []

    def refuse(self, code: str, path: str, /, **args: object) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(problem(code, Place(self.shown, path=path), **args))

    def cases(self, data: Any) -> tuple[Case, ...]:
        if not isinstance(data, list):
            self.refuse("case-list", "")
            return ()
        if not data or len(data) > MAX_CASES:
            code = "case-many" if data else "case-empty"
            self.refuse(code, "", count=len(data), limit=MAX_CASES)
            return ()
        made = [case for i, item in enumerate(data) if (case := self._case(item, f"[{i}]")) is not None]
        first: dict[str, str] = {}
        for i, item in enumerate(data):
            name = item.get("id") if isinstance(item, dict) else None
            if isinstance(name, str) and first.setdefault(name, f"[{i}]") != f"[{i}]":
                self.refuse("case-id-twice", f"[{i}].id", given=brief(name), first=first[name])
        return tuple(made)

    def _case(self, item: Any, path: str) -> Case | None:
        if not isinstance(item, dict):
            self.refuse("case-object", path, given=_shown(item))
            return None
        self._unknown(item, _KEYS, path)
        missing = [key for key in _KEYS[:3] if key not in item]
        for key in missing:
            self.refuse("case-key-missing", path, key=key)
        if missing:
            return None
        name, words, measure = item["id"], item["text"], item["measure_em"]
        good = True
        for key, value in (("id", name), ("text", words)):
            whole = isinstance(value, str) and not _SURROGATE.search(value)
            if not whole or (key == "id" and not value.strip()):
                self.refuse("case-words", f"{path}.{key}", key=key, given=_shown(value))
                good = False
        if not (_within(0, MAX_MEASURE)(measure) and measure > 0):
            limit = f"{MAX_MEASURE:g}"
            self.refuse("case-measure", f"{path}.measure_em", given=_shown(measure), limit=limit)
            good = False
        if isinstance(words, str) and len(words) > MAX_TEXT:
            self.refuse("case-text-long", f"{path}.text", count=len(words), limit=MAX_TEXT)
            good = False
        options = self._options(item.get("options"), f"{path}.options")
        if not good or options is None:
            return None
        return Case(name, Text(words, Place(self.shown, path=f"{path}.text")), float(measure), options)

    def _options(self, given: Any, path: str) -> CaseOptions | None:
        if given is None:
            return CaseOptions()
        if not isinstance(given, dict):
            self.refuse("case-object", path, given=_shown(given))
            return None
        self._unknown(given, tuple(OPTIONS), path)
        values: dict[str, Any] = {}
        good = True
        for key, value in given.items():
            if key in OPTIONS and value is not None:
                check, wanted = OPTIONS[key]
                good &= self._value(key, value, check(value), wanted, path)
                values[key] = value
        if not good:
            return None
        space = values.get("autospace")
        if isinstance(space, bool):
            values["autospace"] = None if space else 0.0
        return CaseOptions(**values)

    def _unknown(self, given: dict[str, Any], keys: tuple[str, ...], path: str) -> None:
        for key in given:
            if key not in keys:
                self.refuse("case-key-unknown", path, key=brief(key), keys=", ".join(keys))

    def _value(self, key: str, value: Any, good: bool, wanted: str, path: str) -> bool:
        if not good:
            self.refuse("case-value", f"{path}.{key}", key=key, given=_shown(value), wanted=wanted)
        return good


def _shown(value: Any) -> str:
    return brief(json.dumps(value, ensure_ascii=False))


def read_cases(file: Path, *, shown: str) -> tuple[Case, ...]:
    """The cases of a file.

    Raises:
        InputError: the file cannot be read, is no JSON, or holds anything that is no case: every problem.
    """
    # A case may be about a character that a report may not hold; JSON's own rules say what stays out.
    source = read_source(file, shown=shown, any_character=True)
    reader = _Reader(shown)

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        seen: set[str] = set()
        for key, _ in items:
            if key in seen:
                reader.refuse("case-key-twice", "", key=brief(key))
            seen.add(key)
        return dict(items)

    try:
        data = json.loads(source.text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        raise InputError(
            json_problem(error, shown, excerpt(source.line(error.lineno), error.colno))
        ) from error
    except RecursionError as error:
        raise InputError(problem("json-deep", Place(shown))) from error
    except ValueError as error:
        raise InputError(problem("json-number", Place(shown))) from error
    cases = reader.cases(data)
    if reader.problems:
        raise InputError(*reader.problems)
    return cases

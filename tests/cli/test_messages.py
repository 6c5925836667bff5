"""Codes are unique, worded, used, and get the arguments that their sentences need."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import reportpdf
from reportpdf.base import messages
from reportpdf.base.messages import MESSAGES

PACKAGE = Path(reportpdf.__file__).parent
ROOMS = [name for _, name, _ in pkgutil.iter_modules(messages.__path__) if name != "record"]


def _rows() -> list[tuple[str, str]]:
    return [
        (room, code) for room in ROOMS for code in importlib.import_module(f"{messages.__name__}.{room}").ROWS
    ]


def test_every_room_is_in_the_table() -> None:
    assert {code for _, code in _rows()} == set(MESSAGES)


def test_codes_are_unique_over_all_rooms() -> None:
    assert [code for code, times in Counter(code for _, code in _rows()).items() if times > 1] == []


def _fields(*clauses: str) -> set[str]:
    return {n for clause in clauses for _, n, _, _ in string.Formatter().parse(clause) if n is not None}


def test_a_message_is_two_clauses_with_named_fields() -> None:
    for code, row in MESSAGES.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
        for clause in (row.fact, row.fix):
            assert clause.strip() == clause != "", code
            assert not clause.endswith("."), code
            assert all(_fields(clause)), code


def _calls() -> Iterator[tuple[str, str, set[str], bool]]:
    """Each making of a problem whose code is written out: where, code, argument names, others besides."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            code = node.args[0]
            if name == "problem" and isinstance(code, ast.Constant) and isinstance(code.value, str):
                names = {k.arg for k in node.keywords if k.arg}
                spread = any(k.arg is None for k in node.keywords)
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", code.value, names, spread


def test_a_problem_is_made_with_the_arguments_of_its_sentences() -> None:
    wrong = []
    for where, code, names, spread in _calls():
        row = MESSAGES.get(code)
        if row is None:
            wrong.append(f"{where}: {code} has no message")
        elif not spread and (lacking := _fields(row.fact, row.fix) - names):
            wrong.append(f"{where}: {code} lacks {lacking}")
    assert wrong == []


def _strings() -> tuple[set[str], list[re.Pattern[str]]]:
    """String literals outside the message rows, and patterns of the f-strings among them."""
    whole: set[str] = set()
    built: list[re.Pattern[str]] = []
    for path in PACKAGE.rglob("*.py"):
        if path.parent == PACKAGE / "base" / "messages":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                fixed = "".join(str(v.value) for v in node.values if isinstance(v, ast.Constant))
                if re.fullmatch("[a-z]+(-[a-z]*)+|-[a-z-]+", fixed):
                    built.append(re.compile("".join(_piece(v) for v in node.values)))
    return whole, built


def _piece(value: ast.expr) -> str:
    return re.escape(str(value.value)) if isinstance(value, ast.Constant) else "([a-z-]+)"


def test_every_code_is_used() -> None:
    """Written in full somewhere besides its row, or put together from words that are (``photo-`` + kind)."""
    whole, built = _strings()

    def used(code: str) -> bool:
        found = (pattern.fullmatch(code) for pattern in built)
        return code in whole or any(match and whole.issuperset(match.groups()) for match in found)

    assert [code for code in MESSAGES if not used(code)] == []

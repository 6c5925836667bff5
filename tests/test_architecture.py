"""The house rules that a linter does not know: size of rooms, docstrings, nothing swallowed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportpdf

PACKAGE = Path(reportpdf.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MODULE_LINES = 250
FUNCTION_LINES = 40
NAMES_TO_AVOID = {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "misc.py", "manager.py"}


def _name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_room_can_be_read_at_one_sitting(path: Path) -> None:
    source = path.read_text("utf-8")
    assert source.count("\n") <= MODULE_LINES
    for function in _functions(ast.parse(source)):
        lines = (function.end_lineno or 0) - function.lineno + 1
        assert lines <= FUNCTION_LINES, f"{function.name} has {lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_room_says_what_it_is_for(path: Path) -> None:
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    assert path.name not in NAMES_TO_AVOID
    assert not source.strip() or ast.get_docstring(tree)
    silent = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_nothing_is_swallowed_or_left_undone(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not re.search(r"\b(TODO|FIXME|XXX)\b", source)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"line {node.lineno}: bare except"
            assert not all(isinstance(s, ast.Pass) for s in node.body), f"line {node.lineno}: except: pass"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_the_command_line_prints(path: Path) -> None:
    calls = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert calls == []


def test_records_between_stages_are_frozen() -> None:
    for room in ("model", "theme", "base"):
        for path in (PACKAGE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ClassDef):
                    made = [ast.unparse(d) for d in node.decorator_list if "dataclass" in ast.unparse(d)]
                    assert all("frozen=True" in d and "slots=True" in d for d in made), f"{path}: {node.name}"

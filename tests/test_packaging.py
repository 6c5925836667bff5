"""What is installed works by itself: everything imported is declared, everything needed is in the wheel."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "reportpdf"


def _imported() -> set[str]:
    """The top-level names of all that the package imports."""
    names = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names


EXTRAS = ("mail", "sign", "cluster")
"""What users may add to reportpdf."""


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_that_is_imported_is_declared_and_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = (entry for name in EXTRAS for entry in project["optional-dependencies"][name])
    declared = {_normal(re.split("[<>=~! ]", entry)[0]) for entry in (*project["dependencies"], *extras)}
    homes = packages_distributions()
    foreign = _imported() - sys.stdlib_module_names - {"reportpdf"}
    assert {_normal(homes[name][0]) for name in foreign} == declared


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    entries = (*project["dependencies"], *project["optional-dependencies"]["dev"])
    names = [re.split("[<>=~! ]", entry)[0] for entry in entries]
    assert [name for name in names if name.lower() not in page.lower()] == []


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree, built once."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.mark.slow
def test_the_wheel_holds_all_that_the_package_folder_and_the_fonts_hold(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    own = {
        f"reportpdf/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    fonts = {f"reportpdf/_fonts/{p.name}" for p in (ROOT / "fonts").iterdir() if p.suffix in (".ttf", ".txt")}
    assert own <= held
    assert fonts <= held
    assert held - own - fonts == {"reportpdf/_fonts/README.md"}


@pytest.mark.slow
def test_the_wheel_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "report.yaml").write_text(
        "title: 年报\nsections:\n  - title: 一\n    callouts:\n      - {figure: 23项, text: 工作。}\n",
        "utf-8",
    )

    def run(*words: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "XDG_CACHE_HOME": str(tmp_path)}
        command = [sys.executable, "-m", "reportpdf", *words]
        done = subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    assert str(tmp_path / "site") in run("fonts")
    assert "newspaper" in run("theme", "--list")
    assert "用法" in run("--help", "--lang", "zh")
    run("render", "report.yaml", "-o", "report.pdf")
    assert (elsewhere / "report.pdf").read_bytes().startswith(b"%PDF-")

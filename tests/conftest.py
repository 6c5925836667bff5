"""What tests of every room share: where the fonts and the sample lie, and the tools that read PDFs back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve",
        action="store_true",
        help="write approved traces and page pictures anew: look at them first",
    )


@pytest.fixture(scope="session")
def fonts_dir() -> Path:
    """The folder with the fonts that come with reportpdf."""
    return ROOT / "fonts"


@pytest.fixture(scope="session")
def sample_report() -> Path:
    """The sample report's file."""
    path = ROOT / "data" / "binzhou-2024" / "report.yaml"
    assert path.is_file(), f"the sample report is missing: {path}"
    return path


class Tools:
    """Outside programs by name; one that is missing skips the test, but fails it in CI."""

    def __getitem__(self, name: str) -> str:
        path = shutil.which(name)
        if path is None:
            if os.environ.get("CI") == "true":
                pytest.fail(f"{name} is not installed; .ci/run installs it")
            pytest.skip(f"{name} is not installed")
        return path


@pytest.fixture(scope="session")
def tools() -> Tools:
    """Paths of outside programs: ``tools["pdftotext"]``."""
    return Tools()


# What CI finds it finds again: properties are tried on the same examples in every run there. Elsewhere they
# go on looking.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI") == "true":
    settings.load_profile("ci")

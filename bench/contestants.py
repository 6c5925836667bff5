"""Who takes part: reportpdf, and the tools that people would use instead, where they are installed.

Comes in: the environment. Goes out: for each its command line, or what is missing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.turns import Command

OURS = "reportpdf"
OURS_WARM = "reportpdf, photos in cache"


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool. ``package`` (of Python) or ``programs`` (the first found on the PATH) must be there."""

    name: str
    module: str
    package: str = ""
    programs: tuple[str, ...] = ()

    def missing(self) -> str:
        """What is not there; empty when the tool can run."""
        if self.package:
            return "" if _package_version(self.package) else f"Python package {self.package}"
        return "" if self.program() else f"program {self.programs[0]}"

    def program(self) -> str:
        """The program's path; empty when there is none."""
        return next((path for name in self.programs if (path := shutil.which(name))), "")

    def edition(self) -> str:
        """Its version as it tells it."""
        if self.package:
            return _package_version(self.package)
        told = subprocess.run([self.program(), "--version"], capture_output=True, check=False, timeout=60)
        line = told.stdout.decode("utf-8", "replace").strip().split("\n")[0]
        return line.removeprefix(self.name).strip()

    def command(self, report: Path, fonts: Path, out: Path) -> Command:
        """The command line that sets ``report``."""
        words = [sys.executable, "-m", f"bench.peers.{self.module}", str(report), str(fonts), str(out)]
        return Command((*words, *filter(None, [self.program()])))


PEERS = (
    Peer("Typst", "with_typst", package="typst"),
    Peer("XeLaTeX", "with_xelatex", programs=("xelatex",)),
    Peer("reportlab Platypus", "with_platypus", package="reportlab"),
    Peer("WeasyPrint", "with_weasyprint", package="weasyprint"),
    Peer("Chromium", "with_chromium", programs=("chromium", "chromium-browser", "google-chrome")),
)
REFERENCE = "Typst"


def ours(report: Path, out: Path, home: Path, *, cold: bool = False, limit_s: float = 60.0) -> Command:
    """Our own command line, as a user types it, with a cache of its own."""
    words = (sys.executable, "-m", "reportpdf", "render", str(report), "-o", str(out), "--json")
    return Command(words, home, cold, limit_s)


def _package_version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""

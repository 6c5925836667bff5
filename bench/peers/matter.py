"""What every peer is given: a report's words and photos, fonts, and a page that all can set.

Comes in: the command line REPORT FONTS OUT [PROGRAM]. Goes out: a :class:`Task`. The page is A4 with
margins of 20 mm; a section begins a page; the figure stands in 40 mm beside a text of 10 on 16 pt;
photos are 82 mm wide, two to a row.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

COLOURS = ("#b81f24", "#1f3f94", "#1c6b45", "#8f5a1c")
SERIF, SERIF_BOLD = "NotoSerifSC-Regular", "NotoSerifSC-Bold"
SANS, SANS_BOLD = "NotoSansSC-Regular", "NotoSansSC-Medium"
FACES = (SERIF, SERIF_BOLD, SANS, SANS_BOLD)


@dataclass(frozen=True, slots=True)
class Task:
    """The report as plain data, its folder, the folder of fonts, the PDF to write, a program to use."""

    report: dict[str, Any]
    folder: Path
    fonts: Path
    out: Path
    program: str

    def font(self, face: str) -> Path:
        """The file of a face."""
        return self.fonts / f"{face}.ttf"

    @property
    def byline(self) -> str:
        """Everyone who wrote it, on one line."""
        return "  ".join(f"{row['role']} {' '.join(row['names'])}" for row in self.report["byline"])

    @property
    def sections(self) -> list[dict[str, Any]]:
        """The sections, each with its ``colour``."""
        return [
            {"photos": [], **section, "colour": COLOURS[i % len(COLOURS)]}
            for i, section in enumerate(self.report["sections"])
        ]


def task() -> Task:
    """What the command line asks for."""
    report, fonts, out, *program = sys.argv[1:]
    loaded = yaml.load(Path(report).read_bytes(), yaml.CSafeLoader)
    return Task(loaded, Path(report).parent, Path(fonts), Path(out), program[0] if program else "")

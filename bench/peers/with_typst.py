"""Typst, through its Python package. It reads the report's YAML itself.

Comes in: REPORT FONTS OUT. Goes out: the PDF.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Set the report."""
    import typst

    report, fonts, out = (Path(word) for word in sys.argv[1:4])
    source = Path(__file__).with_name("report.typ").read_bytes()
    typst.compile(
        source, output=str(out), root=str(report.parent), font_paths=[str(fonts)], ignore_system_fonts=True
    )


if __name__ == "__main__":
    main()

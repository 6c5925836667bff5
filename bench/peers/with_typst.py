"""Typst, through its Python package. It reads the report's YAML itself.

Comes in: REPORT FONTS OUT. Goes out: the PDF.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Set the report."""
    import typst

    compile_pdf: Any = typst.compile  # its stub wants one type for the source and the fonts

    report, fonts, out = (Path(word) for word in sys.argv[1:4])
    source: bytes = Path(__file__).with_name("report.typ").read_bytes()
    compile_pdf(source, output=out, root=report.parent, font_paths=[fonts], ignore_system_fonts=True)


if __name__ == "__main__":
    main()

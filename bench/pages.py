"""The number of pages of a PDF.

    python -m bench.pages FILE

A program of its own, so that the process that measures stays small.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def count_pages(pdf: Path, root: Path) -> int:
    """The pages of ``pdf``, counted by another process."""
    told = subprocess.run(
        [sys.executable, "-m", "bench.pages", str(pdf)], cwd=root, check=True, capture_output=True
    )
    return int(told.stdout)


def main(words: list[str]) -> None:
    """Print the number of pages."""
    import pypdfium2

    sys.stdout.write(f"{len(pypdfium2.PdfDocument(words[0]))}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

"""A Chromium without a window prints the HTML page.

Comes in: REPORT FONTS OUT PROGRAM. Goes out: the PDF.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from bench.peers.matter import task
from bench.peers.web_page import web_page


def main() -> None:
    """Set the report."""
    given = task()
    with tempfile.TemporaryDirectory() as name:
        page = Path(name, "report.html")
        page.write_text(web_page(given), encoding="utf-8")
        words = [given.program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        words += [
            "--allow-file-access-from-files",
            f"--user-data-dir={name}/profile",
            "--no-pdf-header-footer",
        ]
        subprocess.run(
            [*words, f"--print-to-pdf={given.out}", page.as_uri()], check=True, capture_output=True
        )


if __name__ == "__main__":
    main()

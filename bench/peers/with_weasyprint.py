"""WeasyPrint sets the HTML page.

Comes in: REPORT FONTS OUT. Goes out: the PDF.
"""

from __future__ import annotations

from bench.peers.matter import task
from bench.peers.web_page import web_page


def main() -> None:
    """Set the report."""
    import weasyprint

    given = task()
    weasyprint.HTML(string=web_page(given)).write_pdf(str(given.out))


if __name__ == "__main__":
    main()

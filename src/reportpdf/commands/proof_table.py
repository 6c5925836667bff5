"""The commands of proof rounds: what makes, lists, compares, marks and signs them.

Comes in: nothing. Goes out: ``PROOF_COMMANDS``, rows of the table of commands.
"""

from __future__ import annotations

from reportpdf.commands.grammar import Argument, Command, Option
from reportpdf.commands.options import JSON, SHARED

PROOF_COMMANDS: tuple[Command, ...] = (
    Command(
        "marks",
        "take down, list and tick the marks that come back on a proof",
        (
            Argument("ACTION", "add, list, tick or import", choices=("add", "list", "tick", "import")),
            Argument(
                "WHAT",
                "the report, if it is not in this folder; of tick the numbers, 1,4-6; of import the PDF",
                required=False,
                many=True,
            ),
        ),
        (
            Option(("--page",), "PAGE", "add: the page, from 1"),
            Option(("--at",), "X,Y", "add: the point, mm from the upper left corner of the trimmed page"),
            Option(("--source",), "PLACE", "add: instead, a place in the report: report.yaml:41, or a path"),
            Option(("--text",), "TEXT", 'add: what is asked, e.g. "9761 改 9768"'),
            Option(("--by",), "NAME", "who marks or ticks; otherwise the name you are logged in with"),
            Option(("--round",), "ROUND", "the round, by name or number; otherwise the latest, list: all"),
            Option(("--open",), "", "list: only marks that are open"),
            Option(("--as",), "STATE", "tick: what became of it", ("made", "not-made", "declined")),
            Option(("--reason",), "TEXT", "tick: why; it must be said of what is declined"),
            Option(("-o", "--output"), "PATH", "list: write the list as a PDF, to be ticked by hand"),
            Option(("--drawn",), "PATH", "list: also write the pages with the marks drawn on them, as a PDF"),
            JSON,
            *SHARED,
        ),
    ),
)

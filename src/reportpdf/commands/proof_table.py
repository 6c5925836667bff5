"""The commands of proof rounds: what makes, lists, compares, marks and signs them.

Comes in: nothing. Goes out: ``PROOF_COMMANDS``, rows of the table of commands.
"""

from __future__ import annotations

from reportpdf.commands.grammar import Argument, Command, Option
from reportpdf.commands.options import FORMAT, JOB, JSON, SHARED, THEME

PROOF_COMMANDS: tuple[Command, ...] = (
    Command(
        "compare",
        "tell what changed between two rounds, two reports or any two PDFs",
        (
            Argument("OLD", "a round (its folder, number or name), a report, or a PDF"),
            Argument("NEW", "what it is compared with; the exit code is 0 whether or not they differ"),
        ),
        (
            Option(
                ("-o", "--output"),
                "FOLDER",
                "write lists, marked pages and pictures here; otherwise only tell what changed",
            ),
            THEME,
            FORMAT,
            JOB,
            JSON,
            *SHARED,
        ),
    ),
)

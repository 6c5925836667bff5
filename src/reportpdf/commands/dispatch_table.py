"""The commands of dispatch: what makes copies, tells of them and traces them.

Comes in: nothing. Goes out: ``DISPATCH_COMMANDS``, rows of the table of commands.
"""

from __future__ import annotations

from reportpdf.commands.dispatch_rows import DISPATCH, LEDGER
from reportpdf.commands.grammar import Argument, Command, Option
from reportpdf.commands.options import JSON, SHARED

DISPATCH_COMMANDS: tuple[Command, ...] = (
    DISPATCH,
    LEDGER,
    Command(
        "batch",
        "set many reports, each in several formats, themes and editions",
        (Argument("JOBS", "the file of jobs (.yaml)"),),
        (
            Option(
                ("-o", "--output"), "FOLDER", "the folder to write to; otherwise as the file says, or out"
            ),
            Option(("--workers",), "N", "so many processes; otherwise one for each core"),
            Option(("--cluster",), "ADDRESS", "on a Dask cluster, e.g. tcp://scheduler:8786"),
            JSON,
            *SHARED,
        ),
    ),
    Command(
        "trace",
        "tell whose copy a file, a page or a code is",
        (Argument("WHAT", "a PDF, a picture of a page, or the code that stands on it"),),
        (
            Option(
                ("--ledger",),
                "PATH",
                "the ledger, or the folder of its dispatch; otherwise those near the file",
            ),
            Option(("--password",), "PASSWORD", "opens a locked PDF; -: it is asked for"),
            JSON,
            *SHARED,
        ),
    ),
)

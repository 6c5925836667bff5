"""The commands ``dispatch`` and ``ledger``: what they take.

Comes in: nothing. Goes out: two rows of the table of commands.
"""

from __future__ import annotations

from reportpdf.commands.grammar import Argument, Command, Option
from reportpdf.commands.options import FORMAT, JOB, JSON, PRESS_OPTIONS, SHARED, THEME

_OF_EDITIONS = ("standard", "condition", "marks", "max-size", "allow")
"""Options of the editions that copies are made of."""

DISPATCH = Command(
    "dispatch",
    "make and send every department its own copy",
    (
        Argument("REPORT", "the report file (.yaml), or the folder with its report.yaml", required=False),
        Argument("LIST", "the departments (.csv, .xlsx, .yaml)", required=False),
    ),
    (
        Option(("--go",), "", "do it; without it only what would be done is shown, and a sample made"),
        Option(
            ("--only",), "ROWS", "these rows only: numbers, ranges, names, e.g. 3,5-8,办公室; a copy: 5#2"
        ),
        Option(("--resume",), "", "finish a run that was broken off, and rows added or mended since"),
        Option(("--redo",), "ROWS", "make copies anew: same numbers, new codes"),
        Option(("-o", "--output"), "FOLDER", "where it goes; otherwise <LIST>-dispatch beside the list"),
        Option(
            ("--name",),
            "PATTERN",
            "of files; otherwise {{department}}-{{n}}; also {{total}} {{edition}} {{row}} {{contact}}",
        ),
        Option(("--qr",), "", "print each copy's code as a QR symbol too"),
        Option(("--zip",), "WAY", "also pack the copies: each department's, or all", ("each", "all")),
        Option(("--workers",), "N", "so many processes; otherwise one for each core"),
        Option(("--mail",), "FILE", "send the copies by mail, as this file (mail.yaml) says"),
        Option(("--outbox",), "FOLDER", "lay the letters into this folder (.eml) instead of sending them"),
        Option(("--to-self",), "", "send every letter to the sender, to look at it"),
        Option(("--sign",), "FILE", "sign the copies with this certificate (.p12)"),
        Option(("--cluster",), "ADDRESS", "make them on a Dask cluster, e.g. tcp://scheduler:8786"),
        Option(("--template",), "", "write an example of a list, to -o (.csv, .xlsx, .yaml)"),
        THEME,
        FORMAT,
        JOB,
        *(option for option in PRESS_OPTIONS if option.key in _OF_EDITIONS),
        JSON,
        *SHARED,
    ),
)

LEDGER = Command(
    "ledger",
    "tell which copies were made, sent and acknowledged",
    (Argument("LIST", "the list of a dispatch, or its folder"),),
    (
        Option(("--failed",), "", "only copies that were not made or not sent"),
        Option(("--ack",), "ROWS", "note that these copies were received"),
        Option(("--by",), "NAME", "who received them; goes with --ack"),
        Option(("--csv",), "", "print as CSV, for spreadsheets"),
        Option(("-o", "--output"), "FILE", "write the CSV here; otherwise to the terminal"),
        JSON,
        *SHARED,
    ),
)

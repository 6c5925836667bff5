"""The options that several commands share: a row each.

Comes in: nothing. Goes out: options by name, and the groups that every command, or every edition, has. The
English help is also the msgid of its translation.
"""

from __future__ import annotations

from reportpdf.commands.grammar import Option

HELP = Option(("-h", "--help"), "", "show this help")
LANG = Option(("--lang",), "LANGUAGE", "language of the messages: zh or en", ("zh", "en"))
JSON = Option(("--json",), "", "print one JSON object, for programs")
THEME = Option(("--theme",), "THEME", "a built-in theme, or a theme file of your own (.yaml)")
FORMAT = Option(("--format",), "FORMAT", "a built-in format, or a format file of your own (.yaml)")
JOB = Option(("--job",), "FILE", "a job file (.yaml); otherwise job.yaml beside the report")
CONDITION = Option(
    ("--condition",), "CONDITION", "coated, uncoated, newsprint, or the printer's profile (.icc)"
)
PAGES_DIR = Option(("--pages-dir",), "FOLDER", "also write each page as a PNG image into this folder")

VERSION = Option(("--version",), "", "show the version")
SHARED = (LANG, HELP)
"""Options that every command has."""

PRESS_OPTIONS = (
    Option(
        ("--standard",),
        "STANDARD",
        "of a press or archive PDF; otherwise x4, a2a",
        ("x4", "x1a", "a2a", "a3a", "a4", "a4f"),
    ),
    CONDITION,
    Option(
        ("--marks",), "MARKS", "outside the bleed of a press PDF; otherwise full", ("none", "crop", "full")
    ),
    Option(("--tagged",), "", "the press PDF claims PDF/A-2a and PDF/UA-1 as well"),
    Option(("--intent",), "INTENT", "how photos are converted for the press", ("colorimetric", "perceptual")),
    Option(("--lossless",), "", "keep press photos without JPEG's loss"),
    Option(("--impose",), "WAY", "lay the press pages on sheets, for proofs", ("2up", "booklet")),
    Option(("--attach",), "", "put the report's file into the archive PDF (a3a, a4f)"),
    Option(("--max-size",), "SIZE", "the size a screen PDF must stay under, e.g. 5MB"),
    Option(("--allow",), "CODES", "problems that may go to press, by code, with commas; or all"),
)
"""Options that say how an edition is made."""

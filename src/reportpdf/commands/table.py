"""The commands there are: a row each, from which words are read and help is written.

Comes in: nothing. Goes out: ``COMMANDS``. The English help is also the msgid of its translation.
"""

from __future__ import annotations

from reportpdf.commands.grammar import Argument, Command, Option

_HELP = Option(("-h", "--help"), "", "show this help")
_LANG = Option(("--lang",), "LANGUAGE", "language of the messages: zh or en", ("zh", "en"))
_JSON = Option(("--json",), "", "print one JSON object, for programs")
_THEME = Option(("--theme",), "THEME", "a built-in theme, or a theme file of your own (.yaml)")
_PAGES_DIR = Option(("--pages-dir",), "FOLDER", "also write each page as a PNG image into this folder")

VERSION = Option(("--version",), "", "show the version")
SHARED = (_LANG, _HELP)
"""Options that every command has."""

OUTPUT = "out/<FOLDER>/<NAME>.pdf"
"""Where a report goes when nothing else is said: FOLDER and NAME are those of the report file."""

PRESS_OPTIONS = (
    Option(
        ("--standard",),
        "STANDARD",
        "of a press or archive PDF; otherwise x4, a2a",
        ("x4", "x1a", "a2a", "a3a", "a4", "a4f"),
    ),
    Option(("--condition",), "CONDITION", "coated, uncoated, newsprint, or the printer's profile (.icc)"),
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

COMMANDS = {
    command.name: command
    for command in (
        Command(
            "render",
            "set a report as a PDF",
            (Argument("REPORT", "the report file (.yaml), or the folder with its report.yaml"),),
            (
                Option(
                    ("-o", "--output"),
                    "PATH",
                    "the PDF to write, or a folder for it; otherwise out/<FOLDER>/<NAME>.pdf",
                ),
                Option(("--format",), "FORMAT", "a built-in format, or a format file of your own (.yaml)"),
                Option(("--for",), "PURPOSE", "what the PDF is for", ("screen", "press", "archive", "all")),
                _THEME,
                Option(("--pages",), "PAGES", "fill exactly so many pages; 4n: a multiple of four"),
                Option(("--job",), "FILE", "a job file (.yaml); otherwise job.yaml beside the report"),
                *PRESS_OPTIONS,
                Option(("--draft",), "", "break lines one by one: quicker, for drafts"),
                _PAGES_DIR,
                _JSON,
                *SHARED,
            ),
        ),
        Command(
            "check",
            "list what is wrong with a report or a PDF",
            (Argument("FILE", "a report (.yaml), the folder with its report.yaml, or a PDF"),),
            (
                Option(
                    ("--for",),
                    "PURPOSE",
                    "what it is for: otherwise screen, a PDF press",
                    ("screen", "press"),
                ),
                Option(
                    ("--condition",),
                    "CONDITION",
                    "coated, uncoated, newsprint, or the printer's profile (.icc)",
                ),
                Option(
                    ("--html",), "PATH", "write the findings as one page, marked on pictures of the pages"
                ),
                Option(("--baseline",), "FILE", "an earlier --json list: only what is new counts"),
                Option(("--job",), "FILE", "a job file (.yaml); otherwise job.yaml beside the report"),
                _THEME,
                Option(("--format",), "FORMAT", "a built-in format, or a format file of your own (.yaml)"),
                _JSON,
                *SHARED,
            ),
        ),
        Command(
            "import",
            "make a report folder of what departments send",
            (
                Argument(
                    "FILE",
                    "a manuscript (.docx, .md, .txt), figures (.xlsx), a photo, or a folder of them",
                    many=True,
                ),
            ),
            (
                Option(("-o", "--output"), "FOLDER", "the report's folder; it must be named"),
                Option(
                    ("--update",), "", "take what differs into a report that is there, and keep its changes"
                ),
                _JSON,
                *SHARED,
            ),
        ),
        Command(
            "fonts",
            "list the fonts, their licences and what they cover",
            (Argument("REPORT", "a report whose characters are to be covered", required=False),),
            (_THEME, _JSON, *SHARED),
        ),
        Command(
            "theme",
            "list the themes, or export one to change it",
            (Argument("NAME", "a built-in theme; otherwise newspaper", required=False),),
            (
                Option(("--list",), "", "list the built-in themes"),
                Option(("--export",), "FILE", "write the theme here as YAML (- for the terminal)"),
                *SHARED,
            ),
        ),
        Command(
            "specimen",
            "show a theme's type on two pages, or set composition cases, one to a page",
            (
                Argument(
                    "CASES",
                    "the cases file (.json): a list of {{id, text, measure_em, options}}; "
                    "without it the theme's type specimen is set",
                    required=False,
                ),
            ),
            (
                Option(
                    ("-o", "--output"),
                    "PATH",
                    "the PDF to write; otherwise beside the cases file, or out/specimen/<THEME>.pdf",
                ),
                _THEME,
                _PAGES_DIR,
                _JSON,
                *SHARED,
            ),
        ),
        Command(
            "plates",
            "show the printing plates of a PDF, and how much ink lies where",
            (Argument("FILE", "a press PDF, or a report"),),
            (
                Option(("-o", "--output"), "FOLDER", "the folder to write to; otherwise beside the PDF"),
                Option(("--ppi",), "PPI", "pixels to an inch of the pictures; otherwise 150"),
                Option(("--tac",), "PERCENT", "the limit of ink; otherwise that of the condition"),
                _THEME,
                Option(("--format",), "FORMAT", "a built-in format, or a format file of your own (.yaml)"),
                Option(
                    ("--condition",),
                    "CONDITION",
                    "coated, uncoated, newsprint, or the printer's profile (.icc)",
                ),
                _JSON,
                *SHARED,
            ),
        ),
        Command(
            "schema",
            "print a JSON Schema, for completion in an editor",
            (
                Argument(
                    "KIND",
                    "report, theme, format, job or terms",
                    choices=("report", "theme", "format", "job", "terms"),
                ),
            ),
            (Option(("-o", "--output"), "FILE", "write it here; otherwise to the terminal"), *SHARED),
        ),
    )
}

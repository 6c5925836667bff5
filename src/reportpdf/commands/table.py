"""The commands there are: a row each, from which words are read and help is written.

Comes in: nothing. Goes out: ``COMMANDS``. The English help is also the msgid of its translation.
"""

from __future__ import annotations

from reportpdf.commands.dispatch_table import DISPATCH_COMMANDS
from reportpdf.commands.grammar import Argument, Command, Option
from reportpdf.commands.options import CONDITION, FORMAT, JOB, JSON, PAGES_DIR, PRESS_OPTIONS, SHARED, THEME
from reportpdf.commands.proof_table import PROOF_COMMANDS

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
                FORMAT,
                Option(("--for",), "PURPOSE", "what the PDF is for", ("screen", "press", "archive", "all")),
                THEME,
                Option(("--pages",), "PAGES", "fill exactly so many pages; 4n: a multiple of four"),
                JOB,
                *PRESS_OPTIONS,
                Option(("--draft",), "", "break lines one by one: quicker, for drafts"),
                PAGES_DIR,
                JSON,
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
                CONDITION,
                Option(
                    ("--html",), "PATH", "write the findings as one page, marked on pictures of the pages"
                ),
                Option(("--baseline",), "FILE", "an earlier --json list: only what is new counts"),
                JOB,
                THEME,
                FORMAT,
                JSON,
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
                JSON,
                *SHARED,
            ),
        ),
        Command(
            "fonts",
            "list the fonts, their licences and what they cover",
            (Argument("REPORT", "a report whose characters are to be covered", required=False),),
            (THEME, JSON, *SHARED),
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
                THEME,
                PAGES_DIR,
                JSON,
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
                THEME,
                FORMAT,
                CONDITION,
                JSON,
                *SHARED,
            ),
        ),
        Command(
            "schema",
            "print a JSON Schema, for completion in an editor",
            (
                Argument(
                    "KIND",
                    "report, theme, format, job, terms, mail or batch",
                    choices=("report", "theme", "format", "job", "terms", "mail", "batch"),
                ),
            ),
            (Option(("-o", "--output"), "FILE", "write it here; otherwise to the terminal"), *SHARED),
        ),
        *PROOF_COMMANDS,
        *DISPATCH_COMMANDS,
    )
}

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
                Option(
                    ("--for",), "PURPOSE", "what the PDF is for", ("screen",), ("press", "archive", "all")
                ),
                _THEME,
                Option(("--pages",), "PAGES", "fill exactly so many pages; 4n: a multiple of four"),
                Option(("--job",), "FILE", "a job file (.yaml); otherwise job.yaml beside the report"),
                Option(("--draft",), "", "break lines one by one: quicker, for drafts"),
                _PAGES_DIR,
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
            "schema",
            "print a JSON Schema, for completion in an editor",
            (Argument("KIND", "report, theme, format or job", choices=("report", "theme", "format", "job")),),
            (Option(("-o", "--output"), "FILE", "write it here; otherwise to the terminal"), *SHARED),
        ),
    )
}

"""Every sentence to translate, and the catalogue made of them.

Comes in: the message rows, the tables of the command line, and the literals handed to
``Wording.phrase`` and ``Wording.count``. Goes out: their templates; run as a module (``make words``),
the updated ``reportpdf.po`` and the compiled ``reportpdf.mo`` (GNU gettext).
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import reportpdf
from reportpdf import console
from reportpdf.base.messages import MESSAGES
from reportpdf.base.reasons import REASONS
from reportpdf.commands import (
    changes,
    compare_names,
    fitting,
    fonts,
    marks_import,
    marks_list,
    proof_answer,
    rounds,
)
from reportpdf.commands.options import SHARED, VERSION
from reportpdf.commands.table import COMMANDS
from reportpdf.source.text_file import NAMED, NAMELESS

PACKAGE = Path(reportpdf.__file__).parent
CATALOGUE = PACKAGE / "locale" / "zh_CN" / "LC_MESSAGES" / "reportpdf.po"
_SPEAKERS = [PACKAGE / "cli.py", PACKAGE / "console.py", PACKAGE / "wording.py"]

Template = str | tuple[str, str]
"""One sentence, or its singular and plural."""


def templates() -> dict[Template, str]:
    """Every template, with where it comes from, in a stable order."""
    found: dict[Template, str] = {}
    for template, origin in (*_spoken(), *_tabled(), *_problems()):
        found.setdefault(template, origin)
    return found


def compiled(catalogue: Catalog) -> bytes:
    """The bytes of the .mo file."""
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def existing() -> Catalog:
    """The catalogue as it lies in the package."""
    with CATALOGUE.open("rb") as stream:
        return read_po(stream, locale="zh_CN")


def _spoken() -> Iterator[tuple[Template, str]]:
    for path in (*_SPEAKERS, *sorted((PACKAGE / "commands").glob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            literals = [
                a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
            ]
            if node.func.attr == "phrase" and literals:
                yield literals[0], path.name
            elif node.func.attr == "count" and len(literals) >= 2:
                yield (literals[0], literals[1]), path.name


def _tabled() -> Iterator[tuple[Template, str]]:
    for command in COMMANDS.values():
        yield command.summary, f"reportpdf {command.name}"
        for part in (*command.arguments, *command.options):
            yield part.help, f"reportpdf {command.name}"
    for option in (*SHARED, VERSION):
        yield option.help, "reportpdf"
    for text in (
        *changes.RULES.values(),
        *console.TAGS.values(),
        *console.STAGES.values(),
        *fonts.EMBEDDING.values(),
        *REASONS,
        *NAMED.values(),
        NAMELESS,
        *fitting.ADJUSTMENTS.values(),
        *fitting.UNITS.values(),
        *compare_names.NAMES.values(),
        *compare_names.MOVES.values(),
        *compare_names.PDF_NAMES.values(),
        *proof_answer.WHAT.values(),
        *rounds.STATES.values(),
        *marks_list.STANDINGS.values(),
        *marks_list.VERDICTS.values(),
        *marks_import.REVIEWS.values(),
    ):
        yield text, "tables"


def _problems() -> Iterator[tuple[Template, str]]:
    for code, row in MESSAGES.items():
        yield row.fact, f"{code}: fact"
        yield row.fix, f"{code}: fix"


def main() -> int:
    """Bring the catalogue up to date and compile it; 1 when a translation is missing."""
    old = existing() if CATALOGUE.exists() else Catalog(locale="zh_CN")
    new = Catalog(
        locale="zh_CN",
        project="reportpdf",
        version=reportpdf.__version__,
        creation_date=old.creation_date,
        revision_date=old.revision_date,
        header_comment="# Chinese wording of reportpdf. After a change: make words",
        copyright_holder="The reportpdf authors",
        fuzzy=False,
    )
    missing = []
    for template, origin in templates().items():
        key = template if isinstance(template, str) else template[0]
        before = old.get(key)
        string = before.string if before else ""
        if not (string if isinstance(string, str) else all(string)):
            missing.append(template)
        new.add(template, string, auto_comments=[origin])
    with CATALOGUE.open("wb") as stream:
        write_po(stream, new, width=0)
    CATALOGUE.with_suffix(".mo").write_bytes(compiled(existing()))
    for template in missing:
        print("not translated:", template, file=sys.stderr)
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())

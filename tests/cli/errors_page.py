"""The page of all problems, made from their messages so that it cannot go stale.

Comes in: the message rows and their translations. Goes out: the text of ``docs/errors.md``; run as a
module (``make words``), that file.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

from reportpdf.base import messages
from reportpdf.base.messages.record import Message
from reportpdf.wording import Wording

PAGE = Path(__file__).parent.parent.parent / "docs" / "errors.md"

_INTRODUCTION = """\
# What reportpdf says when something is wrong

<!-- Made by `make words` from the messages in src/reportpdf/base/messages. -->

Every problem has a place, a fact and what to do about it, and all of them are told in one run:

    report.yaml:41:15: sections[1].callouts[0].figure: there is a line break in it; write it on one line
          - figure: "23\\n项"
                    ^

The place is file, line and column, then the path in the data. Warnings and notes say so; all else is an
error. `--json` gives the same with the code of each problem, which stays the same from version to version
and in both languages (`--lang zh`, `--lang en`; otherwise `LC_ALL`, `LC_MESSAGES`, `LANG`).

| exit code | what it means |
|---|---|
| 0 | done |
| 1 | done, but an error is on the pages: a photo is missing and its frame is empty |
| 2 | the input is wrong (the report, the theme, an option, the place to write to); nothing was written |
| 3 | something that reportpdf needs is missing: a font, a profile, a package, memory |
| 4 | a fault in reportpdf; `REPORTPDF_DEBUG=1` shows where |
| 130 | interrupted with Ctrl-C; nothing was written |
| 143 | ended by SIGTERM; nothing was written |

Words in braces are filled in: `{file}` with the name of a file, and so on.
"""

_TITLES = {
    "cli": "The command line and the places to write to",
    "source": "Reports, themes and formats",
    "photos": "Photos",
    "fonts": "Fonts",
    "text": "Characters",
    "layout": "The page",
    "fit": "A number of pages to fill",
    "paint": "The PDF",
    "inline": "Marks in running text",
    "press": "Press, screen and archive",
    "check": "What a check finds in the words",
    "page_check": "What a check finds on pages and in PDFs",
    "specimen": "Cases of composition",
    "sheet": "Newspaper sheets",
    "intake": "Taking in manuscripts",
    "office": "Office files and cells",
    "figures": "Figures taken from cells",
    "proof": "Proof rounds",
    "compare": "What changed between two rounds",
    "redmarks": "Marks that come back on a proof",
    "lists": "Distribution lists",
    "dispatch": "Dispatch: copies and the ledger",
    "copies": "Copies and their traces",
    "mail": "Mail",
    "jobs": "Work in many processes, signatures of files",
}


def page() -> str:
    """The whole page."""
    chinese = Wording("zh")
    rooms = {name for _, name, _ in pkgutil.iter_modules(messages.__path__) if name != "record"}
    parts = [_INTRODUCTION]
    for room in sorted(rooms, key=list(_TITLES).index):
        parts.append(f"\n## {_TITLES[room]}\n")
        rows: dict[str, Message] = importlib.import_module(f"{messages.__name__}.{room}").ROWS
        parts += [_entry(code, rows[code], chinese) for code in sorted(rows)]
    return "".join(parts)


def _entry(code: str, row: Message, chinese: Wording) -> str:
    fact, fix = chinese.template(row.fact), chinese.template(row.fix)
    said = f"{row.severity.value.capitalize()}: {_ended(row.fact, '.')}\\\nWhat to do: {_ended(row.fix, '.')}"
    return f"\n### {code}\n\n{said}\n\n{_ended(fact, '。')}{_ended(fix, '。')}\n"


def _ended(clause: str, stop: str) -> str:
    """The clause as a sentence."""
    return clause if clause.endswith(("?", "？", "…")) else clause + stop


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")

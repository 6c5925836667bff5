"""``reportpdf specimen``: set composition cases, one to a page.

Comes in: the order. Goes out: the PDF, an account of it, and exit code 0, or 1 when a case could not be
set as it stands (a character that no font has, a text too long for its page): the others are there.
"""

from __future__ import annotations

import os
from pathlib import Path

from reportpdf.base.problem import InputError, Problem, Severity
from reportpdf.commands.answer import encode, problem_list
from reportpdf.commands.choices import chosen_theme
from reportpdf.commands.grammar import Order
from reportpdf.console import Console
from reportpdf.output import write_whole
from reportpdf.wording import severity_of
from reportpdf.writable import check_writable


def run(order: Order, console: Console) -> int:
    """Set the cases and tell what came of them.

    Raises: ReportpdfError with every problem that kept them from being set; nothing is written then.
    """
    from reportpdf.specimens import make_specimen

    file = Path(order.arguments[0])
    problems: list[Problem] = []
    theme = chosen_theme(order.values.get("theme"), problems)
    output = _output(order.values.get("output"), file)
    problems += check_writable(output, (file,))
    if problems:
        raise InputError(*problems)
    made = make_specimen(file, theme)
    write_whole(output, made.data)
    if "json" in order.switches:
        answer = {
            "outputs": [
                {"path": str(output), "kind": "pdf", "pages": len(made.cases), "bytes": len(made.data)}
            ],
            "problems": problem_list(made.problems, console.wording),
            "cases": [
                {"id": case.id, "lines": list(case.lines), "widths": list(case.widths)} for case in made.cases
            ],
        }
        console.answer_text(encode(answer))
    else:
        console.problems(made.problems)
        console.answer(
            console.wording.count("{path}: {n} case", "{path}: {n} cases", len(made.cases), path=output)
        )
    return int(any(severity_of(p) is Severity.ERROR for p in made.problems))


def _output(given: str | None, cases: Path) -> Path:
    """The PDF to write: as given, inside the folder given, or beside the cases."""
    if given is None:
        return cases.with_suffix(".pdf")
    if given.endswith(os.sep) or os.path.isdir(given):
        return Path(given, cases.stem + ".pdf")
    return Path(given)

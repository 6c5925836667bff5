"""``reportpdf specimen``: a theme's type on two pages, or composition cases, one to a page.

Comes in: the order. Goes out: the PDF and page images, an account of them, and exit code 0, or 1 when
something could not be set as it stands (a character that no font has, a text too long for its page): the
rest is there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem
from reportpdf.commands.answer import encode, problem_list
from reportpdf.commands.choices import chosen_theme
from reportpdf.commands.grammar import Order
from reportpdf.console import Console
from reportpdf.wording import has_errors
from reportpdf.writable import check_writable

if TYPE_CHECKING:
    from reportpdf.specimens import MadeSpecimen

FOLDER = Path("out", "specimen")
"""Where a theme's type specimen goes when nothing else is said."""


def run(order: Order, console: Console) -> int:
    """Set the specimen and tell what came of it.

    Raises: ReportpdfError with every problem that kept it from being set; nothing is written then.
    """
    from reportpdf.specimens import make_specimen, make_type_specimen

    file = Path(order.arguments[0]) if order.arguments else None
    problems: list[Problem] = []
    theme = chosen_theme(order.values.get("theme"), problems)
    output = _output(order.values.get("output"), file, theme)
    problems += check_writable(output, (file,) if file else ())
    if problems:
        raise InputError(*problems)
    made = make_specimen(file, theme) if file else make_type_specimen(theme)
    pages_dir = order.values.get("pages-dir")
    outputs = _write(made, output, Path(pages_dir) if pages_dir else None, file)
    if "json" in order.switches:
        console.answer_text(encode(_answer(made, outputs, console)))
    else:
        console.problems(made.problems)
        console.answer(_told(made, output, console, cases=file is not None))
    return int(has_errors(made.problems))


def _answer(made: MadeSpecimen, outputs: list[dict[str, object]], console: Console) -> dict[str, object]:
    """What programs are told."""
    return {
        "outputs": outputs,
        "problems": problem_list(made.problems, console.wording),
        "cases": [
            {"id": case.id, "lines": list(case.lines), "widths": list(case.widths)} for case in made.cases
        ],
    }


def _told(made: MadeSpecimen, output: Path, console: Console, *, cases: bool) -> str:
    """What people are told."""
    if cases:
        return console.wording.count("{path}: {n} case", "{path}: {n} cases", len(made.cases), path=output)
    return console.wording.count("{path}: {n} page", "{path}: {n} pages", made.pages, path=output)


def _write(
    made: MadeSpecimen, output: Path, pages_dir: Path | None, file: Path | None
) -> list[dict[str, object]]:
    """The PDF and, if asked for, its page images: all of them or none.

    Raises: InputError if a place cannot be written.
    """
    from reportpdf.output import Staging

    outputs: list[dict[str, object]] = [
        {"path": str(output), "kind": "pdf", "pages": made.pages, "bytes": len(made.data)}
    ]
    with Staging(inputs=(file,) if file else ()) as staging:
        staging.add(output, made.data)
        if pages_dir is not None:
            from reportpdf.paint.page_images import page_pictures, stale_pictures

            names: set[str] = set()
            for name, picture in page_pictures(made.data):
                names.add(name)
                staging.add(pages_dir / name, picture)
                outputs.append(
                    {"path": str(pages_dir / name), "kind": "png", "pages": 1, "bytes": len(picture)}
                )
            for stale in stale_pictures(pages_dir, names):
                staging.remove(stale)
    return outputs


def _output(given: str | None, cases: Path | None, theme: str) -> Path:
    """The PDF to write: as given, in the folder given, beside the cases, or in the specimens' folder."""
    name = (cases or Path(theme)).stem + ".pdf"
    if given is None:
        return cases.with_suffix(".pdf") if cases else FOLDER / name
    if given.endswith(os.sep) or os.path.isdir(given):
        return Path(given, name)
    return Path(given)

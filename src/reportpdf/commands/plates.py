"""``reportpdf plates``: the printing plates of a PDF, page by page, and how much ink lies where.

Comes in: a press PDF, or a report that is then made ready for press. Goes out: in a folder one grey PNG a
plate, a composite, a heat map, and the figures; exit code 1 where more ink lies over a 15 mm square than
the limit.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.commands.answer import encode, problem_list
from reportpdf.commands.choices import chosen_format, chosen_theme, report_file
from reportpdf.commands.editions import date_of
from reportpdf.commands.grammar import Order
from reportpdf.commands.render import cache_folder
from reportpdf.console import Console, Progress
from reportpdf.output import Staging
from reportpdf.wording import has_errors
from reportpdf.writable import check_writable

if TYPE_CHECKING:
    from reportpdf.plates import PlatesMade

LEAST_PPI, MOST_PPI, USUAL_PPI = 36, 600, 150


def run(order: Order, console: Console) -> int:
    """Make the plates and tell what they show.

    Raises: ReportpdfError with every problem that kept them from being made; nothing is written then.
    """
    from reportpdf import plates

    problems: list[Problem] = []
    file = report_file(order.arguments[0])
    ppi = _number(order, "ppi", USUAL_PPI, LEAST_PPI, MOST_PPI, problems)
    tac = _number(order, "tac", 0, 1, 400, problems)
    folder = Path(order.values.get("output") or f"{file.with_suffix('')}-plates")
    problems += check_writable(folder / "page.png", (file,))
    theme = chosen_theme(order.values.get("theme"), problems)
    sheet = chosen_format(order.values.get("format"), problems)
    if problems:
        raise InputError(*problems)
    progress = Progress(console.wording, console.err)
    try:
        condition = order.values.get("condition", "")
        wanted = plates.PlateOrder(file, theme, sheet, condition, ppi, tac, cache_folder(), date_of(file))
        made = plates.make_plates(wanted, progress)
    finally:
        progress.clear()
    with Staging(inputs=(file,)) as staging:
        for name, data in made.pictures:
            staging.add(folder / name, data)
    _tell(order, console, made, folder)
    return int(has_errors(made.problems))


def _tell(order: Order, console: Console, made: PlatesMade, folder: Path) -> None:
    """The figures of each page, for a person or for a program."""
    if "json" in order.switches:
        console.answer_text(encode(_answer(made, folder, console)))
        return
    console.problems(made.problems)
    for number, names, figures in made.pages:
        console.answer(
            console.wording.phrase(
                "page {page}: {square} % over 15 mm, {small} % over 1 mm, {pixel} % in a pixel, "
                "{mean} % on average; {plates}",
                page=number,
                square=f"{figures.square:.0f}",
                small=f"{figures.small:.0f}",
                pixel=f"{figures.pixel:.0f}",
                mean=f"{figures.mean:.0f}",
                plates=", ".join(names),
            )
        )
    console.answer(
        console.wording.count(
            "{folder}: {n} picture", "{folder}: {n} pictures", len(made.pictures), folder=str(folder) + os.sep
        )
    )


def _answer(made: PlatesMade, folder: Path, console: Console) -> dict[str, object]:
    """The object for programs; per cent of ink, places in mm."""
    pages = [
        {
            "page": number,
            "plates": list(names),
            "square_15mm": figures.square,
            "at_mm": [figures.x_mm, figures.y_mm],
            "square_1mm": figures.small,
            "pixel": round(figures.pixel, 1),
            "mean": round(figures.mean, 1),
        }
        for number, names, figures in made.pages
    ]
    return {
        "outputs": [str(folder / name) for name, _ in made.pictures],
        "limit": made.limit,
        "pages": pages,
        "problems": problem_list(made.problems, console.wording),
    }


def _number(order: Order, name: str, usual: int, least: int, most: int, problems: list[Problem]) -> int:
    """A whole number within bounds."""
    word = order.values.get(name)
    if word is None:
        return usual
    if word.isascii() and word.isdigit() and least <= int(word) <= most:
        return int(word)
    problems.append(problem("option-value", option=f"--{name}", given=word, choices=f"{least} … {most}"))
    return usual

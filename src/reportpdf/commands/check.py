"""``reportpdf check``: one list of what is wrong with a report or a PDF.

Comes in: the order. Goes out: the list on the terminal, as JSON or as a page; exit code 1 where an error
is found that is neither accepted nor known from an earlier list.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem, Severity
from reportpdf.commands.answer import encode
from reportpdf.commands.check_answer import answer_of, baseline_of, known_of
from reportpdf.commands.choices import chosen_format, chosen_theme, report_file
from reportpdf.commands.editions import date_of
from reportpdf.commands.grammar import Order
from reportpdf.commands.render import cache_folder
from reportpdf.console import TAGS, Console, Progress, visible
from reportpdf.press.edition import Purpose
from reportpdf.wording import severity_of
from reportpdf.writable import check_writable

if TYPE_CHECKING:
    from reportpdf.check.finding import Finding
    from reportpdf.checks import Checked, CheckOrder


def run(order: Order, console: Console) -> int:
    """Check, and tell what is found.

    Raises: ReportpdfError with what kept the file from being checked; nothing is written then.
    """
    from reportpdf import checks

    wanted, page = _order(order)
    earlier = baseline_of(Path(order.values["baseline"])) if "baseline" in order.values else None
    progress = Progress(console.wording, console.err)
    try:
        checked = checks.check(wanted, progress)
    finally:
        progress.clear()
    known = known_of(checked.findings, earlier)
    if page is not None:
        _write_page(page, wanted.file, checked, known, console)
    if "json" in order.switches:
        console.answer_text(encode(answer_of(checked, known, console.wording)))
    else:
        _tell(checked, known, console)
    return int(any(_counts(one, known) and _severity(one) is Severity.ERROR for one in checked.findings))


def _order(order: Order) -> tuple[CheckOrder, Path | None]:
    """What is to be checked, and where the page goes.

    Raises: InputError with all options that cannot be met.
    """
    from reportpdf.checks import CheckOrder

    problems: list[Problem] = []
    file = report_file(order.arguments[0])
    theme = chosen_theme(order.values.get("theme"), problems)
    sheet = chosen_format(order.values.get("format"), problems)
    is_pdf = file.suffix.lower() == ".pdf"
    purpose = Purpose(order.values.get("for", "press" if is_pdf else "screen"))
    page = Path(order.values["html"]) if "html" in order.values else None
    if page is not None:
        problems += check_writable(page, (file,))
    if problems:
        raise InputError(*problems)
    job = Path(order.values["job"]) if "job" in order.values else None
    condition = order.values.get("condition", "")
    made = date_of(file)
    return CheckOrder(
        file, theme, sheet, purpose, condition, job, cache_folder(), made, page is not None
    ), page


def _counts(finding: Finding, known: frozenset[int]) -> bool:
    return not finding.accepted and id(finding) not in known


def _severity(finding: Finding) -> Severity:
    return severity_of(finding.noted.problem)


def _tell(checked: Checked, known: frozenset[int], console: Console) -> None:
    """A line for each finding that counts, then what is accepted, then how many there are."""
    wording = console.wording
    for finding in sorted(checked.findings, key=lambda one: list(Severity).index(_severity(one))):
        if id(finding) in known:
            continue
        problem = finding.noted.problem
        words = wording.word(problem)
        tag = wording.phrase(TAGS[words.severity]) if words.severity in TAGS else ""
        where = _where(finding, console)
        line = f"{where}: {tag}{visible(wording.sentence(words))} [{problem.code}]"
        if problem.code.startswith(("press-", "page-")) and len(finding.spots) > 1:
            line += " " + wording.phrase("(and {n} more on this page)", n=len(finding.spots) - 1)
        if finding.accepted:
            line += " " + wording.phrase("(accepted: {reason})", reason=finding.accepted)
        console.answer(line)
    console.answer(summary(checked, known, console))
    if checked.score is not None:
        rate = checked.score.rate
        console.answer(
            wording.phrase(
                "error score: {rate} in 10,000 characters (passes at 3): {errors} in {characters}",
                rate=rate, errors=checked.score.errors, characters=checked.score.characters,
            )
        )  # fmt: skip


def summary(checked: Checked, known: frozenset[int], console: Console) -> str:
    """How many findings of each severity count, and how many do not."""
    counted = [_severity(one) for one in checked.findings if _counts(one, known)]
    return console.wording.phrase(
        "errors: {errors}, warnings: {warnings}, notes: {notes}; accepted: {accepted}, known: {known}",
        errors=counted.count(Severity.ERROR),
        warnings=counted.count(Severity.WARNING),
        notes=counted.count(Severity.NOTE),
        accepted=sum(bool(one.accepted) for one in checked.findings),
        known=len(known),
    )


def _where(finding: Finding, console: Console) -> str:
    """The place in the source, then the first spot on the page."""
    place = finding.noted.problem.place
    parts = [str(place)] if place else []
    if finding.spots:
        spot = finding.spots[0]
        parts.append(
            console.wording.phrase(
                "page {page}, {x}, {y} mm", page=spot.page, x=f"{spot.x_mm:.0f}", y=f"{spot.y_mm:.0f}"
            )
        )
    return " · ".join(parts) or "reportpdf"


def _write_page(path: Path, file: Path, checked: Checked, known: frozenset[int], console: Console) -> None:
    """The findings as one page.

    Raises: InputError if it cannot be written.
    """
    from reportpdf.commands.check_page import findings_page
    from reportpdf.output import Staging

    text = findings_page(file, checked, known, summary(checked, known, console), console.wording)
    with Staging(inputs=(file,)) as staging:
        staging.add(path, text.encode("utf-8"))

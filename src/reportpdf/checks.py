"""The whole way from a report, or a PDF, to a list of findings.

    report -> Sources -> Laid -> rules about words, pages, photos, fonts
           -> for press: bytes of the print PDF -> rules about the bytes
    PDF    -> rules about the bytes
           -> spots on the page, what is accepted -> Checked

Nothing is written outside a temporary folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reportpdf.base.messages import MESSAGES
from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.check.finding import Finding, Noted
from reportpdf.check.grouping import grouped
from reportpdf.layout.display import Laid
from reportpdf.press.edition import SCREEN, Purpose
from reportpdf.source.places import place_of

if TYPE_CHECKING:
    from reportpdf.check.copy.score import Score
    from reportpdf.painting import Progress
    from reportpdf.sources import Sources

_SAID_BETTER = frozenset(("press-photo-coarse", "press-reversed-small", "press-colour-small"))
"""Codes of the gate to the press that the rules about photos and bytes tell with their spots."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CheckOrder:
    """What is to be checked: a PDF, or a report with its theme and format, for which purpose."""

    file: Path
    theme: str
    format: str
    purpose: Purpose
    condition: str
    job: Path | None
    cache_dir: Path
    made: datetime | None
    pictures: bool = False
    """Whether the pages are to be shown: then there are bytes to show."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Checked:
    """What was found, the number of pages, the PDF if it is to be shown, and a report's error score."""

    findings: tuple[Finding, ...]
    pages: int
    pdf: bytes | None = None
    score: Score | None = None


def check(order: CheckOrder, progress: Progress) -> Checked:
    """Everything that is found.

    Raises:
        InputError: the file cannot be checked: missing, damaged, locked.
    """
    return _check_pdf(order) if order.file.suffix.lower() == ".pdf" else _check_report(order, progress)


def _check_pdf(order: CheckOrder) -> Checked:
    from reportpdf.check.pdf.limits import BY_CONDITION, SHEET
    from reportpdf.check.pdf.rules import pdf_problems
    from reportpdf.check.pdf.shown import page_count
    from reportpdf.source.condition_file import read_condition

    press = order.purpose is Purpose.PRESS
    name = read_condition(order.condition, None).name if order.condition else ""
    limits = BY_CONDITION.get(name, SHEET) if press else None
    found = pdf_problems(order.file, limits)
    findings = grouped(Finding(noted, (noted.spot,) if noted.spot else ()) for noted in found)
    pdf = order.file.read_bytes() if order.pictures else None
    return Checked(findings, page_count(order.file), pdf)


def _check_report(order: CheckOrder, progress: Progress) -> Checked:
    sources = _sources(order)
    laid, unfitted = _laid(sources)
    return check_laid(order, sources, laid, unfitted, progress)


def check_laid(
    order: CheckOrder, sources: Sources, laid: Laid, unfitted: tuple[Problem, ...], progress: Progress
) -> Checked:
    """Everything that is found in a report that is read and laid out already; ``unfitted`` is why its copy
    does not fill the pages asked for."""
    from reportpdf.check.accepting import accepted
    from reportpdf.check.copy.score import error_score
    from reportpdf.check.page.type_area import held
    from reportpdf.check.spots import Spots

    off = (
        frozenset(text.value for text in sources.job.check.off)
        if sources.job and sources.job.check
        else frozenset()
    )
    noted = [Noted(one) for one in unfitted]
    noted += _words(order, sources, off)
    noted += _setting(laid, sources)
    noted += _pages(order, sources, laid)
    data = None
    if order.purpose is Purpose.PRESS or order.pictures:
        data, found = _bytes(order, sources, laid, off, progress)
        noted += found
    spots = Spots(laid.document)
    kept = [one for one in dict.fromkeys(noted) if one.problem.code not in off]
    findings = grouped(Finding(one, spots.of(one)) for one in kept)
    done = accepted(findings, sources.report.accept, MESSAGES)
    holds = held(laid.document)
    left = [one.noted for one in done if not one.accepted]
    score = error_score(sources.report, left, page_characters=holds.beside, photo_characters=holds.photos)
    return Checked(done, len(laid.document.pages), data if order.pictures else None, score)


def _sources(order: CheckOrder) -> Sources:
    from reportpdf.source.wanted import Asked
    from reportpdf.sources import read_sources

    press = order.purpose is Purpose.PRESS
    asked = Asked((Purpose.PRESS,), condition=order.condition, allow=("all",)) if press else None
    return read_sources(order.file, order.theme, order.format, order.job, asked, order.made)


def _laid(sources: Sources) -> tuple[Laid, tuple[Problem, ...]]:
    """The pages; where the copy does not fill those asked for, why, and the pages it fills by itself."""
    from reportpdf.layout.compose import lay_out

    given = (sources.report, sources.pictures, sources.theme, sources.format, sources.fonts)
    try:
        return lay_out(*given, sources.goal), ()
    except InputError as error:
        return lay_out(*given), error.problems


def _words(order: CheckOrder, sources: Sources, off: frozenset[str]) -> Iterator[Noted]:
    """What the rules about words say."""
    from reportpdf.check.copy_rules import copy_findings
    from reportpdf.source.terms_file import read_terms, terms_beside

    path = terms_beside(order.file)
    terms = read_terms(path) if path is not None else None
    yield from copy_findings(sources.report, terms, off)


def _setting(laid: Laid, sources: Sources) -> Iterator[Noted]:
    """What reading, setting and laying out have to tell, and fonts without a licence."""
    from reportpdf.source.font_coverage import font_report
    from reportpdf.source.inline_marks import inline_problems

    findings = laid.findings
    for one in findings.missing.values():
        code, fonts = f"U+{ord(one.character[0]):04X}", ", ".join(one.fonts)
        args = {"character": one.character, "code": code, "fonts": fonts}
        yield Noted(problem("glyph-missing", place_of(one.text, one.offset), **args), one.text, one.offset, 1)
    for forced in findings.forced.values():
        yield Noted(problem("line-forced", forced.text.place, line=forced.line + 1), forced.text)
    for lent in findings.borrowed:
        args = {"wanted": lent.wanted, "used": lent.used, "characters": lent.characters}
        yield Noted(problem("font-fallback", None, **args))
    told = (*sources.problems, *sources.stopping, *laid.problems, *inline_problems(findings))
    yield from (Noted(one) for one in dict.fromkeys(told))
    for facts in font_report(sources.fonts, ""):
        yield from (Noted(note) for note in facts.notes)
        if not facts.licence and not facts.licence_url:
            yield Noted(problem("font-no-licence", None, name=facts.key))


def _pages(order: CheckOrder, sources: Sources, laid: Laid) -> Iterator[Noted]:
    """What the rules about pages, photos and figures say."""
    from reportpdf.check.page.photos import photo_problems, same_photos, small_figures
    from reportpdf.check.page.rules import LaidPages, page_problems
    from reportpdf.check.page.theme_bounds import figure_least, photo_bounds, texts_by_path

    texts = texts_by_path(sources.report)
    yield from page_problems(LaidPages(laid.document, sources.report, texts))
    condition = sources.editions[0].condition if order.purpose is Purpose.PRESS else None
    yield from photo_problems(laid.document, photo_bounds(sources.theme, sources.format, condition))
    least = figure_least(sources.theme, sources.format)
    if least:
        yield from small_figures(laid.document, texts, least)
    yield from same_photos(sources.pictures)


def _bytes(
    order: CheckOrder, sources: Sources, laid: Laid, off: frozenset[str], progress: Progress
) -> tuple[bytes, Iterable[Noted]]:
    """The PDF of the report, and, for press, what the rules about the bytes say of it."""
    from reportpdf.check.pdf.limits import BY_CONDITION, SHEET
    from reportpdf.check.pdf.rules import pdf_problems
    from reportpdf.check.press_gate import press_problems
    from reportpdf.editions import make_edition
    from reportpdf.painting import Making

    press = order.purpose is Purpose.PRESS
    edition = sources.editions[0] if press else SCREEN
    made = make_edition(edition, sources, laid.document, Making(order.cache_dir, allowed=("all",)), progress)
    noted = [Noted(one) for one in made.broken.values()]
    if not press:
        return made.data, noted
    gate = press_problems(laid.document, sources.pictures, edition)
    noted += [Noted(one) for one in gate if one.code not in _SAID_BETTER]
    name = edition.condition.name if edition.condition else ""
    with TemporaryDirectory() as folder:
        path = Path(folder, "press.pdf")
        path.write_bytes(made.data)
        found = pdf_problems(path, BY_CONDITION.get(name, SHEET), shown=str(order.file), off=off)
    return made.data, [
        *noted,
        *(replace(one) for one in found if not one.problem.code.startswith("press-image")),
    ]

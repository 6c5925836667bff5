"""The way to a specimen's PDF, of composition cases or of a theme: read, set, paint.

In: the file of cases if there is one, the theme's name. Out: the PDF's bytes, the cases as they were set, and
what was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.layout.specimen import SetCase, lay_out_specimen
from reportpdf.text.findings import Findings
from reportpdf.theme.looks import look_for, text_style


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MadeSpecimen:
    """The PDF and how many pages it has, its cases in order, and all problems."""

    data: bytes
    pages: int
    cases: tuple[SetCase, ...]
    problems: tuple[Problem, ...]


def make_specimen(cases_file: Path, theme_name: str) -> MadeSpecimen:
    """Every case of the file set with the theme's choices and faces.

    Raises: InputError with what is wrong with the file or the theme.
    """
    from reportpdf.paint.surface import paint_document
    from reportpdf.source.fonts import bundled_fonts_dir, font_problems, open_fonts
    from reportpdf.source.specimen_file import read_cases
    from reportpdf.source.theme_file import load_theme

    cases = read_cases(cases_file, shown=str(cases_file))
    theme = load_theme(theme_name)
    fonts = open_fonts(theme, fonts_dir=bundled_fonts_dir())
    if wrong := font_problems(theme, fonts):
        raise InputError(*wrong)
    made = lay_out_specimen(cases, theme, text_style(theme), fonts)
    data = paint_document(made.document, fonts, lambda _: None)
    found = [p for findings in made.findings for p in _problems(findings)]
    return MadeSpecimen(data, len(made.cases), made.cases, tuple(dict.fromkeys((*made.problems, *found))))


SHEET = "a4"
"""The format of a theme's type specimen."""


def make_type_specimen(theme_name: str) -> MadeSpecimen:
    """Two pages on which a theme's roles and rules are at work.

    Raises: InputError with what is wrong with the theme, or that it sets no pages.
    """
    from reportpdf.layout.type_specimen import lay_out_type_specimen
    from reportpdf.paint.surface import paint_document
    from reportpdf.source.fonts import bundled_fonts_dir, font_problems, open_fonts
    from reportpdf.source.format_file import load_format
    from reportpdf.source.theme_file import check_look, load_theme

    theme, sheet = load_theme(theme_name), load_format(SHEET)
    look = look_for(theme, sheet)
    if look is None:
        raise InputError(*check_look(theme, sheet))
    fonts = open_fonts(theme, fonts_dir=bundled_fonts_dir())
    if wrong := font_problems(theme, fonts):
        raise InputError(*wrong)
    laid = lay_out_type_specimen(theme, look, sheet, fonts)
    data = paint_document(laid.document, fonts, lambda _: None)
    found = dict.fromkeys((*laid.problems, *_problems(laid.findings)))
    return MadeSpecimen(data, len(laid.document.pages), (), tuple(found))


def _problems(findings: Findings) -> list[Problem]:
    """Characters no font has, forced lines, quotes without a fellow; places are those of the cases."""
    missing = [
        problem(
            "glyph-missing",
            found.text.place,
            character=found.character,
            code=f"U+{ord(found.character):04X}",
            fonts=", ".join(found.fonts),
        )
        for found in findings.missing.values()
    ]
    forced = [problem("line-forced", f.text.place, line=f.line + 1) for f in findings.forced.values()]
    unpaired = [problem("quote-unpaired", text.place) for text in findings.unpaired]
    return [*missing, *forced, *unpaired]

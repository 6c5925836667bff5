"""The way from a file of composition cases to its PDF: read, set, paint.

In: the file, the theme's name. Out: the PDF's bytes, the cases as they were set, and what was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportpdf.base.problem import Problem, problem
from reportpdf.layout.specimen import SetCase, lay_out_specimen
from reportpdf.text.findings import Findings
from reportpdf.theme.records import text_style


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MadeSpecimen:
    """The PDF, its cases in order, and all problems."""

    data: bytes
    cases: tuple[SetCase, ...]
    problems: tuple[Problem, ...]


def make_specimen(cases_file: Path, theme_name: str) -> MadeSpecimen:
    """Every case of the file set with the theme's choices and faces.

    Raises: InputError with what is wrong with the file or the theme.
    """
    from reportpdf.paint.surface import paint_document
    from reportpdf.source.fonts import bundled_fonts_dir, open_fonts
    from reportpdf.source.specimen_file import read_cases
    from reportpdf.source.theme_file import load_theme

    cases = read_cases(cases_file, shown=str(cases_file))
    theme = load_theme(theme_name)
    fonts = open_fonts(theme, fonts_dir=bundled_fonts_dir())
    made = lay_out_specimen(cases, theme, text_style(theme), fonts)
    data = paint_document(made.document, fonts, lambda _: None)
    found = [p for findings in made.findings for p in _problems(findings)]
    return MadeSpecimen(data, made.cases, tuple(dict.fromkeys((*made.problems, *found))))


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

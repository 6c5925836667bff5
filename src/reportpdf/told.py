"""What setting a report found becomes problems with places in its files.

Comes in: the findings of the text room. Goes out: problems; those that would be holes in the page stop the
run.
"""

from __future__ import annotations

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.source.inline_marks import STOPPING, inline_problems
from reportpdf.source.places import place_of
from reportpdf.text.findings import Findings


def setting_problems(findings: Findings, stopping: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What setting found, with places.

    Raises: InputError for characters that no font has: they would be holes in the page; for ruby that would
        run into the line above; with the photos that stop the run, for all that is wrong is told at once.
    """
    marks = inline_problems(findings)
    missing = (
        problem(
            "glyph-missing",
            place_of(found.text, found.offset),
            character=found.character,
            code=f"U+{ord(found.character):04X}",
            fonts=", ".join(found.fonts),
        )
        for found in findings.missing.values()
    )
    if stopping := (*stopping, *missing, *(p for p in marks if p.code in STOPPING)):
        raise InputError(*stopping)
    forced = tuple(
        problem("line-forced", found.text.place, line=found.line + 1) for found in findings.forced.values()
    )
    borrowed = tuple(
        problem("font-fallback", None, wanted=found.wanted, used=found.used, characters=found.characters)
        for found in findings.borrowed
    )
    unpaired = tuple(
        problem("quote-unpaired", place_of(text, offset))
        for text, offsets in findings.unpaired.items()
        for offset in offsets
    )
    return (*forced, *unpaired, *marks, *borrowed)

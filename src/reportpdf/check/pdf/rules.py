"""All that is wrong with a PDF, for the press or for a screen.

Comes in: the path of a PDF. Goes out: what is wrong, in the order of its pages.

Raises: see :func:`~reportpdf.check.pdf.opened.examined`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportpdf.check.finding import Noted
from reportpdf.check.pdf.coverage_rule import coverage_problems
from reportpdf.check.pdf.file_rules import file_problems
from reportpdf.check.pdf.font_rules import font_problems
from reportpdf.check.pdf.ink_rules import ink_problems
from reportpdf.check.pdf.limits import Limits
from reportpdf.check.pdf.opened import Examined, examined


def pdf_problems(
    path: Path, limits: Limits | None, *, shown: str = "", off: frozenset[str] = frozenset()
) -> tuple[Noted, ...]:
    """What is wrong with the file; ``limits`` None: it is for screens, and only its fonts are looked at.

    Raises:
        InputError: the file cannot be looked at: missing, too large, encrypted, broken.
    """
    with examined(path, shown) as file:
        found = tuple(noted for noted in _all(file, limits, off) if noted.problem.code not in off)
    return tuple(sorted(found, key=lambda noted: noted.spot.page if noted.spot else 0))


def _all(file: Examined, limits: Limits | None, off: frozenset[str]) -> Iterator[Noted]:
    yield from font_problems(file, press=limits is not None)
    if limits is None:
        return
    yield from file_problems(file, limits)
    for page in file.pages:
        yield from ink_problems(page, file.place, limits)
    if "press-ink-coverage" not in off:
        yield from coverage_problems(file, limits)

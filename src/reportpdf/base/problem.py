"""A problem is a place, a fact and a fix; facts are codes with arguments, worded at the edge.

The pure rooms make problems without knowing any language: ``code`` names a row of
:data:`reportpdf.base.messages.MESSAGES`, ``args`` fills it in, and the command line words it in the
reader's language. All problems of a run are collected and shown together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a problem matters to the page: an error is wrong, a warning may be, a note is told."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the source: file as the user named it, line and column from 1, path in the data.

    ``path`` reads like ``sections[1].callouts[0].figure``. ``line`` 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0
    path: str = ""

    def __str__(self) -> str:
        where = self.file
        if self.line:
            where += f":{self.line}:{self.column}"
        return f"{where}: {self.path}" if self.path else where


@dataclass(frozen=True, slots=True)
class Problem:
    """One fact about the input or the page, with its place; worded later from its code."""

    code: str
    place: Place | None = None
    args: tuple[tuple[str, str], ...] = ()
    excerpt: str = ""
    """The source line the place points into, for the caret; empty when there is none."""


def problem(code: str, place: Place | None = None, excerpt: str = "", /, **args: object) -> Problem:
    """A problem whose arguments are given by name; values are kept as text."""
    return Problem(code, place, tuple((k, str(v)) for k, v in args.items()), excerpt)


class ReportpdfError(Exception):
    """The root of what reportpdf raises on purpose: problems, and the exit code they earn."""

    exit_code = 4

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(p.code for p in problems))
        self.problems = problems


class InputError(ReportpdfError):
    """What the user gave cannot be set: wrong text, a wrong option, a place that cannot be written."""

    exit_code = 2


class ResourceError(ReportpdfError):
    """A font, profile or library that reportpdf needs is not there."""

    exit_code = 3

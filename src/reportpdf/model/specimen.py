"""Composition on trial: a text, a measure, and the choices it is to be set with."""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.model.report import Text


@dataclass(frozen=True, slots=True)
class CaseOptions:
    """What a case asks for otherwise than the theme; None leaves the theme's choice.

    The values of ``level``, ``punct`` and ``lang`` are those of the theme's ``composition``.
    """

    level: str | None = None
    justify: bool | None = None
    indent_em: float | None = None
    autospace: float | None = None
    """Em; 0 for none."""

    hang: bool | None = None
    hyphenate: bool | None = None
    punct: str | None = None
    normalise: bool | None = None
    writing: str | None = None
    tcy: bool | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One trial: its name, its text, and the length of its lines in em of the type."""

    id: str
    text: Text
    measure_em: float
    options: CaseOptions = CaseOptions()

"""Small reports for the rules about words, made as records, so that no YAML stands between case and rule."""

from __future__ import annotations

from dataclasses import replace

from reportpdf.base.problem import Place
from reportpdf.check.copy_rules import copy_findings
from reportpdf.model.report import Byline, Callout, Photo, Report, Section, Text
from reportpdf.model.terms import Terms

_lines = 0


def words(value: str) -> Text:
    """Words with a place of their own."""
    global _lines  # noqa: PLW0603 - each text stands on a line of its own
    _lines += 1
    return Text(value, Place("r.yaml", _lines, 1, f"x[{_lines}]"))


def photo(caption: str = "", credit: str = "张伟 摄", file: str = "") -> Photo:
    """A photo; each has its own file unless one is named."""
    made = words(file or f"photos/{_lines}.jpg")
    return Photo(made, words(caption) if caption else None, words(credit) if credit else None)


def report(
    *callouts: tuple[str, str],
    lede: str = "",
    title: str = "平安答卷",
    head: str = "守护平安",
    photos: tuple[Photo, ...] = (),
    byline: tuple[tuple[str, tuple[str, ...]], ...] = (),
    quote: str = "",
) -> Report:
    """A report of one section."""
    shots = photos or (photo("2024年9月19日，民警在社区巡逻。"),)
    made = tuple(Callout(words(figure), words(text)) for figure, text in callouts)
    section = Section(words(head), None, made, shots, Place("r.yaml"), words(quote) if quote else None)
    people = tuple(Byline(words(role), tuple(map(words, names))) for role, names in byline)
    return Report(words(title), people, words(lede) if lede else None, (section,))


def codes(made: Report, terms: Terms | None = None) -> list[str]:
    """The codes of what is found."""
    return [noted.problem.code for noted in copy_findings(made, terms)]


def said(text: str) -> list[str]:
    """The codes of what is found in a paragraph."""
    return codes(report(lede=text))


def without_photos(made: Report) -> Report:
    """The same without a photo."""
    return replace(made, sections=tuple(replace(s, photos=()) for s in made.sections))

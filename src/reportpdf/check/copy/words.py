"""The words of a report one after another, each with what it is, and how a rule notes something of them.

Comes in: a report and a bureau's word list. Goes out: :class:`Copy`, which every rule is given.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from reportpdf.base.problem import Place, problem
from reportpdf.check.finding import Noted, Words
from reportpdf.model.report import Callout, Photo, Report, Text
from reportpdf.model.terms import NO_TERMS, Terms

MANY = 12
"""What is done more often than this is how the copy was typed, and is told once. Chosen by this project."""

BRIEF = 24
"""Characters of a quotation in a finding."""


class Role(Enum):
    """What a text is in the report."""

    TITLE = "title"
    HEAD = "head"
    BYLINE = "byline"
    LEDE = "lede"
    FIGURE = "figure"
    BODY = "body"
    LABEL = "label"
    QUOTE = "quote"
    CAPTION = "caption"
    CREDIT = "credit"
    IMPRINT = "imprint"


RUNNING = frozenset({Role.LEDE, Role.BODY, Role.CAPTION, Role.QUOTE})
"""Sentences, where the others are words alone."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Passage:
    """A text, what it is, and the callout or photo that it belongs to."""

    text: Text
    role: Role
    owner: Callout | Photo | None = None

    @property
    def words(self) -> str:
        """The plain words."""
        return self.text.value


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Copy:
    """All that a rule about words may look at. ``passages`` are in reading order."""

    report: Report
    passages: tuple[Passage, ...]
    terms: Terms

    def of(self, *roles: Role) -> Iterator[Passage]:
        """The passages that are one of these."""
        return (passage for passage in self.passages if passage.role in roles)

    @property
    def running(self) -> Iterator[Passage]:
        """The passages that are sentences."""
        return (passage for passage in self.passages if passage.role in RUNNING)


Rule = Callable[[Copy], Iterable[Noted]]
"""What looks at the copy and notes what is wrong with it."""


def copy_of(report: Report, terms: Terms = NO_TERMS) -> Copy:
    """The report as rules read it."""
    return Copy(report, tuple(_passages(report)), terms)


def _passages(report: Report) -> Iterator[Passage]:
    if report.title:
        yield Passage(report.title, Role.TITLE)
    for byline in report.byline:
        yield from (Passage(text, Role.BYLINE) for text in (byline.role, *byline.names))
    if report.lede:
        yield Passage(report.lede, Role.LEDE)
    for section in report.sections:
        yield Passage(section.title, Role.HEAD)
        for callout in section.callouts:
            yield Passage(callout.figure, Role.FIGURE, callout)
            yield Passage(callout.text, Role.BODY, callout)
            if callout.label:
                yield Passage(callout.label, Role.LABEL, callout)
        if section.quote:
            yield Passage(section.quote, Role.QUOTE)
        for photo in section.photos:
            if photo.caption:
                yield Passage(photo.caption, Role.CAPTION, photo)
            if photo.credit:
                yield Passage(photo.credit, Role.CREDIT, photo)
    if report.imprint is not None:
        fields = (getattr(report.imprint, field.name) for field in dataclasses.fields(report.imprint))
        yield from (Passage(text, Role.IMPRINT) for text in fields if isinstance(text, Text) and text)


def note(code: str, text: Text, start: int, end: int, /, **args: object) -> Noted:
    """A problem with characters ``start`` to ``end`` of a text; ``found`` is what stands there."""
    found = quoted(text.value[start:end])
    return Noted(problem(code, text.place, "", **{"found": found, **args}), text, start, end - start)


def note_at(code: str, place: Place, /, **args: object) -> Noted:
    """A problem with something that has no words."""
    return Noted(problem(code, place, "", **args))


def quoted(words: str) -> str:
    """Words as a finding quotes them: on one line, and short."""
    line = words.replace("\n", " ")
    return line if len(line) <= BRIEF else line[: BRIEF - 1] + "…"


def matches(code: str, pattern: re.Pattern[str], copy: Copy, *roles: Role) -> Iterator[Noted]:
    """A problem for each match of the pattern in passages of these roles; all of them if none is named."""
    for passage in copy.of(*roles) if roles else copy.passages:
        for match in pattern.finditer(passage.words):
            yield note(code, passage.text, match.start(), match.end())


def together(code: str, found: Sequence[tuple[Text, int, int]], /, **args: object) -> Iterator[Noted]:
    """A problem for each text that has some of these, or one for all where they are many.

    The problem counts them: ``count`` and ``found``, the first one.
    """
    groups: dict[int, list[tuple[Text, int, int]]] = {}
    for text, start, end in found:
        groups.setdefault(0 if len(found) > MANY else id(text), []).append((text, start, end))
    for group in groups.values():
        text, start, end = group[0]
        first = quoted(text.value[start:end])
        more = tuple(Words(t, a, b - a) for t, a, b in group[1:])
        told = problem(code, text.place, "", **{"count": len(group), "found": first, **args})
        yield Noted(told, text, start, end - start, more=more)


@lru_cache(maxsize=256)
def sentences(words: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence, its stop included."""
    found, start = [], 0
    for match in _STOP.finditer(words):
        found.append((start, match.end()))
        start = match.end()
    if start < len(words):
        found.append((start, len(words)))
    return tuple(found)


_STOP = re.compile(r"[。！？!?]+[”’）》]*|\n|;|；")

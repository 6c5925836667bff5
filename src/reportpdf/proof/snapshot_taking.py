"""A snapshot is taken of what was read and how it was laid out.

Comes in: sources, the layout made of them, a digest of every photo's file by its path. Goes out: a
:class:`~reportpdf.proof.snapshot.Snapshot`. Pure: files are read by whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from reportpdf.base.ink import Ink
from reportpdf.layout.display import Laid
from reportpdf.model.report import Callout, Imprint, Photo, Section, Text
from reportpdf.proof.snapshot import (
    Said,
    SnapCallout,
    SnapPhoto,
    SnapSection,
    Snapshot,
    Values,
)
from reportpdf.proof.snapshot_items import page_items
from reportpdf.sources import Sources

_NOT_SEEN = frozenset(("round", "date", "check", "proof.rounds", "proof.roles"))
"""Keys of a job that say nothing of what is printed: the round has a name of its own, and so has its time."""

_FOUND = frozenset(("path", "place"))
"""Where a file was found, or a word stood: another folder is no other theme."""


def snapshot_of(sources: Sources, laid: Laid, digests: Mapping[str, str]) -> Snapshot:
    """The snapshot. ``digests``: of photos' files by their paths; a photo without one is not there."""
    report, sheet = sources.report, sources.format
    imprint = tuple(_imprint(report.imprint)) if report.imprint else ()
    job = tuple(_values(sources.job)) if sources.job is not None else ()
    goal = (("fit.pages", sources.goal.words),) if sources.goal is not None else ()
    return Snapshot(
        report.place.file,
        _said(report.title, "title"),
        _said(report.subject, "subject"),
        tuple(
            (
                _must(one.role, f"byline[{i}].role"),
                *(_must(n, f"byline[{i}].names[{j}]") for j, n in enumerate(one.names)),
            )
            for i, one in enumerate(report.byline)
        ),
        _said(report.lede, "lede"),
        imprint,
        tuple(_section(one, f"sections[{i}]", digests) for i, one in enumerate(report.sections)),
        tuple(sorted(_values(sources.theme))),
        tuple(sorted(_values(sheet))),
        tuple(sorted({*_seen(job), *goal})),
        round(laid.document.trim.width, 2),
        round(laid.document.trim.height, 2),
        tuple(round(sheet.margin_left + i * (sheet.column + sheet.gutter), 2) for i in range(sheet.columns)),
        tuple(page_items(page) for page in laid.document.pages),
    )


def _said(text: Text | None, path: str) -> Said | None:
    return _must(text, path) if text is not None else None


def _must(text: Text, path: str) -> Said:
    marks = ""
    if text.marked is not None:
        marks = " ".join(f"{s.start}-{s.end}{s.mark.value}{s.value}" for s in text.marked.spans)
    return Said(text.value, path, text.place.line, marks)


def _section(section: Section, path: str, digests: Mapping[str, str]) -> SnapSection:
    return SnapSection(
        _must(section.title, f"{path}.title"),
        section.theme.value if section.theme else "",
        _said(section.quote, f"{path}.quote"),
        tuple(_callout(one, f"{path}.callouts[{i}]") for i, one in enumerate(section.callouts)),
        tuple(_photo(one, f"{path}.photos[{i}]", digests) for i, one in enumerate(section.photos)),
        section.place.line,
    )


def _callout(callout: Callout, path: str) -> SnapCallout:
    figure, text = _must(callout.figure, f"{path}.figure"), _must(callout.text, f"{path}.text")
    return SnapCallout(figure, text, callout.lead, _said(callout.label, f"{path}.label"))


def _photo(photo: Photo, path: str, digests: Mapping[str, str]) -> SnapPhoto:
    return SnapPhoto(
        _must(photo.file, path),
        digests.get(photo.path, ""),
        _said(photo.caption, f"{path}.caption"),
        _said(photo.credit, f"{path}.credit"),
        photo.focus,
        photo.stand_in,
        photo.lead,
        photo.pin,
    )


def _imprint(imprint: Imprint) -> Iterator[Said]:
    for field in fields(imprint):
        value = getattr(imprint, field.name)
        if isinstance(value, Text):
            yield _must(value, f"imprint.{field.name}")
        elif isinstance(value, Enum):
            yield Said(str(value.value), f"imprint.{field.name}", imprint.place.line)


def _seen(values: Values) -> Iterator[tuple[str, str]]:
    for path, value in values:
        if not any(path == key or path.startswith((f"{key}.", f"{key}[")) for key in _NOT_SEEN):
            yield path, value


def _values(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every value of a record by its path; what has a name is found by it, whatever its position."""
    if isinstance(value, Text):
        yield path, value.value
    elif isinstance(value, Ink):
        yield path, _ink(value)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _FOUND:
                yield from _values(getattr(value, field.name), f"{path}.{field.name}" if path else field.name)
    elif isinstance(value, tuple) and not all(isinstance(one, int | float) for one in value):
        for i, one in enumerate(value):
            yield from _values(one, f"{path}[{getattr(one, 'name', i)}]")
    elif isinstance(value, Enum):
        yield path, str(value.value)
    elif value is not None and value != ():
        yield path, _plain(value)


def _ink(ink: Ink) -> str:
    """A colour is one value: its four inks in per cent, what a screen shows, its name."""
    parts = " ".join(f"{100 * part:.6g}" for part in (ink.c, ink.m, ink.y, ink.k))
    screen = f" #{bytes(ink.screen).hex()}" if ink.screen else ""
    return f"cmyk {parts}{screen}" + (f" {ink.spot}" if ink.spot else "")


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_plain, value))
    return f"{value:.10g}" if isinstance(value, float) else str(value)

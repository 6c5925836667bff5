"""A report's YAML file becomes a :class:`~reportpdf.model.report.Report`.

In: the path of the file, or of the folder whose ``report.yaml`` it is. Out: the report, its photos
located; nothing of them is opened. Every problem of the file is raised at once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.model.report import Callout, Photo, Report, Section, Text
from reportpdf.source.decode import decode
from reportpdf.source.excerpt import brief
from reportpdf.source.locate import locate
from reportpdf.source.reading import Reading, nearest
from reportpdf.source.shapes import record_shape
from reportpdf.source.text_file import Source, read_source
from reportpdf.source.yaml_compose import read_nodes
from reportpdf.theme.records import Theme

REPORT_NAME = "report.yaml"

_PARTING = "、，,；; \u3000"
"""What stands between the figures of one callout; a figure of nothing else is empty."""


def read_report(path: Path, *, shown: str | None = None) -> Report:
    """The report in a file; ``shown`` is what the user called it.

    Raises:
        InputError: with every problem found.
    """
    shown = str(path) if shown is None else shown
    if os.path.isdir(path):
        path, shown = path / REPORT_NAME, os.path.join(shown, REPORT_NAME)
        # a folder that may not be looked into is told by the reading of the file
        if os.access(path.parent, os.X_OK) and not os.path.exists(path):
            raise InputError(problem("source-no-report", Place(os.path.dirname(shown) or ".")))
    return decode_report(read_source(path, shown=shown), path.parent)


def decode_report(source: Source, folder: Path) -> Report:
    """The report in a text; photos are looked for in ``folder``.

    Raises:
        InputError: with every problem found.
    """
    tree = read_nodes(source)
    reading = Reading(source, tree)
    report: Report | None = decode(reading, record_shape(Report), tree.root)
    if report is not None:
        report = replace(report, sections=tuple(_settle(reading, s, folder) for s in report.sections))
        _one_lead(reading, ((p.lead, p.file) for s in report.sections for p in s.photos))
    reading.finish()
    assert report is not None, "a reading without problems has its record"
    return report


def check_palettes(report: Report, theme: Theme) -> list[Problem]:
    """A problem for each section whose palette the theme does not have."""
    names = tuple(palette.name for palette in theme.palettes)
    problems = []
    for section in report.sections:
        if section.theme is not None and section.theme.value not in names:
            given, near = section.theme, nearest(section.theme.value, names)
            code, choices = ("palette-near" if near else "palette-unknown"), ", ".join(names)
            args = {"given": brief(given.value), "nearest": near, "choices": choices}
            problems.append(problem(code, given.place, **args))
    return problems


def _settle(reading: Reading, section: Section, folder: Path) -> Section:
    """The section with its photos located, after what no type can say of it."""
    _one_lead(reading, ((c.lead, c.figure) for c in section.callouts))
    for figure in (callout.figure for callout in section.callouts):
        if figure.value.strip() and not figure.value.strip(_PARTING):
            reading.refuse_at("value-empty", figure.place)
    # where callouts or photos are no lists, that has been reported already
    if not (section.callouts or section.photos or reading.reported_under(section.place.path)):
        reading.refuse_at("section-empty", section.place)
    callouts = tuple(_bound(reading, callout, folder) for callout in section.callouts)
    photos = tuple(_located(reading, photo, folder) for photo in section.photos)
    return replace(section, callouts=callouts, photos=photos)


def _bound(reading: Reading, callout: Callout, folder: Path) -> Callout:
    """The callout with the path of the workbook that its figure is taken from, if it is."""
    bound = callout.figure.bound
    if bound is None or not bound.file:
        return callout
    located = locate(bound.file, folder)
    if located.fault:
        args = {"given": brief(bound.file), "owner": os.path.basename(reading.source.shown)}
        reading.refuse_at(f"figure-file-{located.fault}", bound.place, **args, reason=located.reason)
    return replace(callout, figure=replace(callout.figure, bound=replace(bound, path=located.path)))


def _located(reading: Reading, photo: Photo, folder: Path) -> Photo:
    """The photo with the path of its file; a path that may not be taken is reported."""
    if not photo.file:
        return photo
    located = locate(photo.file.value, folder)
    if located.fault:
        given, owner = brief(photo.file.value), os.path.basename(reading.source.shown)
        args = {"given": given, "owner": owner, "reason": located.reason}
        reading.refuse_at(f"photo-{located.fault}", photo.file.place, **args)
    return replace(photo, path=located.path)


def _one_lead(reading: Reading, items: Iterable[tuple[bool, Text]]) -> None:
    """A problem for each lead after the first; an item is whether it leads and the text it begins with."""
    leads = [text.place for lead, text in items if lead]
    for place in leads[1:]:
        path = place.path.rpartition(".")[0] + ".lead"
        first = f"{leads[0].line}:{leads[0].column}"
        reading.refuse_at("lead-twice", replace(place, path=path), first=first)

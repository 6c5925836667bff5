"""What a round that is being made says of the marks that came back: its ``marks.json``, and what is told.

Comes in: the round as far as it is made. Goes out: a report, files. Earlier rounds are read
from their folders; where one is gone the text that was kept with each mark serves.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from reportpdf.base.problem import InputError, Problem
from reportpdf.layout.display import Laid
from reportpdf.proof.event import Event
from reportpdf.proof.redmarks import ADDED
from reportpdf.proof.redmarks_report import MarksReport, marks_json, marks_report
from reportpdf.proof.redmarks_rounds import ProofRound, names_of, rounds_made, words_of_round
from reportpdf.proof.set_words import SetRound
from reportpdf.proof.set_words_snapshot import round_of
from reportpdf.proof.snapshot_taking import snapshot_of
from reportpdf.sources import Sources

MARKS_NAME = "marks.json"


class Before(Protocol):
    """The round before: where it lies."""

    @property
    def folder(self) -> Path: ...


class Making(Protocol):
    """A round that is being made, as far as marks are held against it."""

    @property
    def number(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def report(self) -> Path: ...
    @property
    def sources(self) -> Sources: ...
    @property
    def laid(self) -> Laid: ...
    @property
    def photos(self) -> Mapping[str, str]: ...
    @property
    def previous(self) -> Before | None: ...
    @property
    def events(self) -> tuple[Event, ...]: ...


def report_of_round(making: Making) -> MarksReport:
    """What the round says of all marks so far.

    Raises: InputError: an event of the register holds no mark.
    """
    new = round_of(snapshot_of(making.sources, making.laid, making.photos))
    rounds = {one.number: one for one in _rounds(making)}

    def earlier(number: int) -> SetRound | None:
        if number not in rounds:
            return None
        try:
            return words_of_round(rounds[number], making.report)
        except InputError:  # the folder is gone or damaged: what was kept with the marks serves
            return None

    return marks_report(making.events, making.number, new, earlier)


def marks_files(making: Making) -> dict[str, bytes]:
    """``marks.json``, where there are marks."""
    if not _marked(making):
        return {}
    names = {**names_of(_rounds(making)), making.number: making.name}
    return {MARKS_NAME: marks_json(report_of_round(making), names)}


def marks_told(making: Making) -> tuple[Problem, ...]:
    """What the round has to tell of the marks: what became of each, and that it is not clean while one is
    open."""
    return report_of_round(making).problems if _marked(making) else ()


def _marked(making: Making) -> bool:
    return any(event.kind == ADDED for event in making.events)


def _rounds(making: Making) -> tuple[ProofRound, ...]:
    return rounds_made(making.events, making.previous.folder.parent) if making.previous else ()

"""What a round that is being made says of the marks that came back: its ``marks.json``, and what is told.

Comes in: :class:`~reportpdf.proof.making.RoundMaking`. Goes out: a report, files. Earlier rounds are read
from their folders; where one is gone the text that was kept with each mark serves."""

from __future__ import annotations

from reportpdf.base.problem import InputError, Problem
from reportpdf.proof.making import Files, RoundMaking
from reportpdf.proof.redmarks import ADDED
from reportpdf.proof.redmarks_report import MarksReport, marks_json, marks_report
from reportpdf.proof.redmarks_rounds import ProofRound, names_of, rounds_made, words_of_round
from reportpdf.proof.set_words import SetRound
from reportpdf.proof.set_words_snapshot import round_of
from reportpdf.proof.snapshot_taking import snapshot_of

MARKS_NAME = "marks.json"


def report_of_round(making: RoundMaking) -> MarksReport:
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


def marks_files(making: RoundMaking) -> Files:
    """``marks.json``, where there are marks."""
    if not _marked(making):
        return {}
    names = {**names_of(_rounds(making)), making.number: making.name}
    return {MARKS_NAME: marks_json(report_of_round(making), names)}


def marks_told(making: RoundMaking) -> tuple[Problem, ...]:
    """What the round has to tell of the marks: what became of each, and that it is not clean while one is
    open."""
    return report_of_round(making).problems if _marked(making) else ()


def _marked(making: RoundMaking) -> bool:
    return any(event.kind == ADDED for event in making.events)


def _rounds(making: RoundMaking) -> tuple[ProofRound, ...]:
    return rounds_made(making.events, making.previous.folder.parent) if making.previous else ()

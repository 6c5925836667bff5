"""What a round that is being made says of the marks that came back: its ``marks.json``, and what is told.

Comes in: the round as far as it is made. Goes out: files, problems. Earlier rounds are read from their
folders; where one is gone the text that was kept with each mark serves.
"""

from __future__ import annotations

from reportpdf.base.problem import InputError, Problem
from reportpdf.proof.making import Files, RoundMaking
from reportpdf.proof.redmarks import ADDED
from reportpdf.proof.redmarks_report import marks_json, marks_report
from reportpdf.proof.redmarks_rounds import names_of, rounds_made, words_of_round
from reportpdf.proof.set_words import SetRound
from reportpdf.proof.set_words_snapshot import round_of

MARKS_NAME = "marks.json"


def marks_come_back(making: RoundMaking) -> tuple[Files, tuple[Problem, ...]]:
    """``marks.json``, and what is to be told: what became of each mark, and that the round is not clean while
    one is open. Nothing of either where there are no marks.

    Raises: InputError: an event of the register holds no mark.
    """
    if not any(event.kind == ADDED for event in making.events):
        return {}, ()
    rounds = rounds_made(making.events, making.previous.folder.parent) if making.previous else ()
    by_number = {one.number: one for one in rounds}

    def earlier(number: int) -> SetRound | None:
        if number not in by_number:
            return None
        try:
            return words_of_round(by_number[number], making.report)
        except InputError:  # the folder is gone or damaged: what was kept with the marks serves
            return None

    report = marks_report(making.events, making.number, round_of(making.snapshot), earlier)
    names = {**names_of(rounds), making.number: making.name}
    return {MARKS_NAME: marks_json(report, names)}, report.problems

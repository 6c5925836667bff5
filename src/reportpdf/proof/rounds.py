"""The rounds of a report as the register knows them.

Comes in: events. Goes out: :class:`Round`s in order, each with its signatures. What the register says goes
before what lies in a folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reportpdf.base.problem import InputError, problem
from reportpdf.proof.event import ROUND_MADE, SIGNED, Event
from reportpdf.proof.redmarks import marks_of
from reportpdf.proof.round_record import RoundRecord, record_of
from reportpdf.proof.signoff_facts import FINAL, Decision

TO_PRESS = Decision.PRINT.value
PROOF_AGAIN = Decision.PROOF_AGAIN.value


@dataclass(frozen=True, slots=True)
class RoundSignature:
    """A signature: who, in which role, what was decided and why, when; the hashes of the manifest that was
    signed and of the sheet that was printed with it."""

    role: str
    by: str
    decision: str
    note: str
    at: str
    manifest: str
    sheet: str
    sheet_sha256: str
    open_marks: int
    """How many marks were open when it was made."""


@dataclass(frozen=True, slots=True)
class Round:
    """A round: what its manifest says, the name of its folder, the hash of its manifest, its signatures."""

    record: RoundRecord
    folder: str
    manifest: str
    signatures: tuple[RoundSignature, ...] = ()

    @property
    def frozen(self) -> bool:
        """Whether it went to press, by the final reviewer's word, else by anyone's: nothing of it may change
        any more."""
        final = [one.decision for one in self.signatures if one.role == FINAL]
        said = final[-1:] or [one.decision for one in self.signatures]
        return self.record.final and TO_PRESS in said


def rounds_of(events: Iterable[Event]) -> tuple[Round, ...]:
    """All rounds that were made.

    Raises: InputError: an event holds no round or signature: a register that another program wrote.
    """
    rounds: dict[int, Round] = {}
    for event in events:
        try:
            if event.kind == ROUND_MADE:
                rounds[event.round] = _round(event)
            elif event.kind == SIGNED and event.round in rounds:
                known = rounds[event.round]
                rounds[event.round] = replace(known, signatures=(*known.signatures, _signature(event)))
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(problem("register-event", id=event.id, kind=event.kind)) from error
    return tuple(rounds[number] for number in sorted(rounds))


def open_marks(events: Iterable[Event], round_number: int = 0) -> int:
    """How many marks are still to be made; of one round, if it is named."""
    marks = marks_of(events)
    return sum(mark.is_open for mark in marks if not round_number or mark.round == round_number)


def _round(event: Event) -> Round:
    held = event.payload["record"]
    record = record_of(json.dumps(held, ensure_ascii=True).encode("ascii"))
    if record is None or record.number != event.round:
        raise ValueError("no record of this round")
    return Round(record, str(event.payload["folder"]), str(event.payload["manifest"]))


def _signature(event: Event) -> RoundSignature:
    held: Mapping[str, object] = event.payload
    names = ("decision", "note", "manifest", "sheet", "sheet_sha256")
    decision, note, manifest, sheet, sheet_sha256 = (str(held[name]) for name in names)
    marks = int(str(held["open_marks"]))
    said = (str(held["role"]), event.by, decision, note, event.at)
    return RoundSignature(*said, manifest, sheet, sheet_sha256, marks)

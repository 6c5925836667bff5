"""What a signature for the press no longer covers once the report was changed.

Comes in: the rounds there were, the inputs of the new one. Goes out: :class:`Uncovered`, or None where no
round had gone to press.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportpdf.base.problem import InputError
from reportpdf.proof.changes import Changes
from reportpdf.proof.inputs import Inputs
from reportpdf.proof.round_record import SNAPSHOT_NAME, InputFile
from reportpdf.proof.rounds import Round
from reportpdf.proof.snapshot import Snapshot
from reportpdf.proof.snapshot_json import MOST_BYTES, read_snapshot

CHANGED, ADDED, REMOVED = "changed", "added", "removed"


@dataclass(frozen=True, slots=True)
class OtherInput:
    """An input that is not the one that was signed: its kind, its name, what became of it."""

    kind: str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Uncovered:
    """The round that was signed for the press, who signed it, and what has changed since."""

    number: int
    round: str
    folder: str
    signers: tuple[str, ...]
    inputs: tuple[OtherInput, ...]
    changes: Changes | None = None
    """What was changed in the report since; None where the signed round can no longer be compared with."""


def uncovered(rounds: Iterable[Round], inputs: Inputs, folder: Path, snapshot: Snapshot) -> Uncovered | None:
    """What the last signature for the press does not cover of these inputs; ``folder`` is that of the
    rounds, ``snapshot`` of the report as it is."""
    signed = [one for one in rounds if one.frozen]
    if not signed:
        return None
    last = signed[-1]
    signers = tuple(f"{one.role} {one.by}" for one in last.signatures)
    others = tuple(_others(last.record.inputs, inputs.files))
    changes = _changes(folder / last.folder / SNAPSHOT_NAME, snapshot)
    return Uncovered(last.record.number, last.record.name, last.folder, signers, others, changes)


def _changes(signed: Path, now: Snapshot) -> Changes | None:
    from reportpdf.proof.comparing import compare

    try:
        with signed.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        return compare(read_snapshot(data, str(signed)), now).changes
    except (OSError, InputError):  # said in the answer
        return None


def _others(signed: Iterable[InputFile], now: Iterable[InputFile]) -> Iterable[OtherInput]:
    """Inputs that differ, by kind and name."""
    before = {_key(one): one for one in signed}
    after = {_key(one): one for one in now}
    for key, one in after.items():
        if key not in before:
            yield OtherInput(one.kind, one.name, ADDED)
        elif before[key].sha256 != one.sha256:
            yield OtherInput(one.kind, one.name, CHANGED)
    for key, one in before.items():
        if key not in after:
            yield OtherInput(one.kind, one.name, REMOVED)


def _key(one: InputFile) -> tuple[str, str]:
    """A report, a job, a theme or a format there is one of; photos and fonts go by their names."""
    return one.kind, one.name if one.kind in ("photo", "font", "workbook", "profile") else ""

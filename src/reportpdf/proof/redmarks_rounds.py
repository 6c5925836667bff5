"""The rounds that marks are made on: which there are, and the words of each.

Comes in: the folder of the rounds and the register's events. Goes out: rounds by number or name; for each its
words, from its snapshot, or, where there is none, from its PDF and the report as it is now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportpdf.base.problem import InputError, Place, problem
from reportpdf.proof.event import ROUND_MADE, Event
from reportpdf.proof.naming import found_round
from reportpdf.proof.round_record import PROOF_NAME, SNAPSHOT_NAME
from reportpdf.proof.set_words import SetRound, Source


@dataclass(frozen=True, slots=True)
class ProofRound:
    """A round that was made: its number, its name, its folder."""

    number: int
    name: str
    folder: Path

    @property
    def proof(self) -> Path:
        """Its PDF."""
        return self.folder / PROOF_NAME


def rounds_made(events: Iterable[Event], proofs: Path) -> tuple[ProofRound, ...]:
    """The rounds that were made, in order; a folder is named ``NN-name``."""
    found: dict[int, ProofRound] = {}
    for event in events:
        if event.kind == ROUND_MADE and event.round not in found:
            folder = _folder(proofs, event.round, event.payload)
            record = event.payload.get("record", {})
            name = str(record.get("name", "")) if isinstance(record, dict) else ""
            name = name or folder.name.partition("-")[2] or str(event.round)
            found[event.round] = ProofRound(event.round, name, folder)
    return tuple(found[number] for number in sorted(found))


def _folder(proofs: Path, number: int, payload: Mapping[str, object]) -> Path:
    """The folder of a round: as the register names it, inside the folder of the rounds; else by its
    number."""
    named = str(payload.get("folder", ""))
    if named and Path(named).name == named and (proofs / named).is_dir():
        return proofs / named
    listed = sorted(one for one in proofs.glob(f"{number:02d}-*") if one.is_dir())
    return listed[0] if listed else proofs / f"{number:02d}"


def names_of(rounds: Iterable[ProofRound]) -> dict[int, str]:
    """The names of the rounds by number."""
    return {one.number: one.name for one in rounds}


def chosen_round(rounds: Sequence[ProofRound], word: str | None) -> ProofRound:
    """The round that a word names: its number, its name, its folder's name or the way there; without one the
    latest.

    Raises: InputError where there is none.
    """
    if not rounds:
        raise InputError(problem("marks-no-round"))
    if word is None:
        return rounds[-1]
    number = found_round(word, [(one.number, one.name) for one in rounds])
    for one in rounds:
        if one.number == number:
            return one
    listed = ", ".join(f"{one.number:02d} {one.name}" for one in rounds)
    raise InputError(problem("marks-round-none", given=word, rounds=listed))


def words_of_round(one: ProofRound, report: Path) -> SetRound:
    """The words of a round.

    Raises: InputError where neither snapshot nor PDF is there, or they cannot be read.
    """
    snapshot = one.folder / SNAPSHOT_NAME
    if snapshot.is_file():
        from reportpdf.proof.set_words_snapshot import set_round_of_snapshot

        return set_round_of_snapshot(snapshot)
    if not one.proof.is_file():
        raise InputError(problem("marks-round-lost", Place(str(one.folder)), round=one.name))
    from reportpdf.proof.set_words_pdf import set_round_of_pdf

    return set_round_of_pdf(one.proof, _sources(report), str(report))


def _sources(report: Path) -> dict[str, Source]:
    """The texts of the report as it is now; none where it is not there."""
    if not report.is_file():
        return {}
    from reportpdf.proof.set_words_sources import sources_of_report
    from reportpdf.source.report_file import read_report

    return sources_of_report(read_report(report))

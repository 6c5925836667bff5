"""What came of ``reportpdf proof``, for a person and for a program.

Comes in: what was made, the wording. Goes out: lines on the terminal, or one JSON object.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.commands.answer import Json, problem_list
from reportpdf.console import Console
from reportpdf.source.quoting import quote_lines
from reportpdf.wording import Wording

if TYPE_CHECKING:
    from reportpdf.proof.proofing import Proofed
    from reportpdf.proof.rounds import Round
    from reportpdf.proof.uncovered import Uncovered

WHAT = {"changed": "changed", "added": "added", "removed": "removed"}
"""What became of an input; the words are templates."""


def answer_of(proofed: Proofed, wording: Wording) -> Json:
    """The object: whether a round was made, the round, its folder and files, problems."""
    record = proofed.round.record
    lost = proofed.uncovered
    return {
        "made": proofed.made,
        "round": round_of(proofed.round),
        "folder": str(proofed.folder),
        "outputs": [
            {"path": str(proofed.folder / one.path), "bytes": one.size, "sha256": one.sha256}
            for one in (record.outputs if proofed.made else ())
        ],
        "no_longer_covered": None if lost is None else _uncovered(lost),
        "problems": problem_list(proofed.problems, wording),
    }


def round_of(known: Round) -> Json:
    """A round as programs read it; ``open_marks`` is how many were open when it was made."""
    record = known.record
    return {
        "number": record.number,
        "name": record.name,
        "folder": known.folder,
        "at": record.at,
        "by": record.by,
        "note": record.note,
        "pages": record.pages,
        "findings": {"errors": record.errors, "warnings": record.warnings, "notes": record.notes},
        "changes": record.changes,
        "open_marks": record.open_marks,
        "final": record.final,
        "frozen": known.frozen,
        "digest": record.digest,
        "manifest": known.manifest,
        "signatures": [
            {
                "role": one.role,
                "by": one.by,
                "decision": one.decision,
                "note": one.note,
                "at": one.at,
                "manifest": one.manifest,
                "sheet": one.sheet,
            }
            for one in known.signatures
        ],
    }


def account(proofed: Proofed, report: Path, console: Console) -> None:
    """Tell a person what was made and what is to be known of it."""
    wording = console.wording
    console.problems(quote_lines(proofed.problems, report))
    record = proofed.round.record
    if not proofed.made:
        console.answer(
            wording.phrase(
                "{folder}: nothing changed since {round}, so no new round was made",
                folder=proofed.folder,
                round=record.name,
            )
        )
        return
    for line in _uncovered_lines(proofed.uncovered, wording):
        console.answer(line)
    if proofed.uncovered is not None and proofed.uncovered.changes is not None and proofed.uncovered.inputs:
        from reportpdf.commands.compare_answer import tell_changes

        tell_changes(proofed.uncovered.changes, record.report, console)
    console.answer(joined((f"{proofed.folder}", *round_facts(proofed.round, wording)), wording))


def joined(parts: Iterable[str], wording: Wording) -> str:
    """Facts in one line, as the language joins clauses."""
    first, *rest = parts
    for part in rest:
        first = wording.phrase("{fact}; {fix}", fact=first, fix=part)
    return first


def round_facts(known: Round, wording: Wording) -> Iterable[str]:
    """A round in a few words: pages, findings, changes, open marks."""
    record = known.record
    yield wording.count("{n} page", "{n} pages", record.pages)
    yield wording.phrase(
        "errors {errors}, warnings {warnings}, notes {notes}",
        errors=record.errors,
        warnings=record.warnings,
        notes=record.notes,
    )
    if record.changes is not None:
        yield wording.count("{n} change", "{n} changes", record.changes)
    if record.open_marks:
        yield wording.count("{n} open mark: not clean", "{n} open marks: not clean", record.open_marks)


def _uncovered(lost: Uncovered) -> Json:
    from reportpdf.proof.change_json import changes_object

    return {
        "round": lost.number,
        "name": lost.round,
        "folder": lost.folder,
        "signed_by": list(lost.signers),
        "changes": None if lost.changes is None else changes_object(lost.changes, {}, {})["changes"],
        "inputs": [{"kind": one.kind, "name": one.name, "what": one.what} for one in lost.inputs],
    }


def _uncovered_lines(lost: Uncovered | None, wording: Wording) -> Iterable[str]:
    """What a signature no longer covers."""
    if lost is None:
        return
    if not lost.inputs:
        yield wording.phrase("the report is again what was signed as {round}", round=lost.round)
        return
    yield wording.phrase(
        "the signatures under {round} ({signers}) do not cover this round; since then:",
        round=lost.round,
        signers="、".join(lost.signers),
    )
    for one in lost.inputs:
        yield "  " + wording.phrase("{name}: {what}", name=one.name, what=wording.template(WHAT[one.what]))

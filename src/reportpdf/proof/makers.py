"""All that is made for a round, maker by maker.

Comes in: :class:`~reportpdf.proof.making.RoundMaking`. Goes out: the files of the round, but the manifest.
"""

from __future__ import annotations

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.painting import Progress
from reportpdf.proof.folder_check import file_hash
from reportpdf.proof.inputs import Inputs
from reportpdf.proof.making import (
    Earlier,
    Files,
    Maker,
    RoundMaking,
    proof_and_pages,
)
from reportpdf.proof.recording import inputs_json
from reportpdf.proof.redmarks_making import marks_come_back
from reportpdf.proof.round_record import PROOF_NAME, SNAPSHOT_NAME
from reportpdf.proof.sheets import contact_files, reading_files, sign_off_files
from reportpdf.proof.snapshot import Snapshot
from reportpdf.proof.snapshot_json import snapshot_bytes


def changes_since(making: RoundMaking, progress: Progress) -> Files:
    """What changed since the round before: lists, marked pages, pages beside and over each other.

    Raises: InputError: the round before is damaged, or was made by another version.
    """
    if making.previous is None:
        return {}
    _refuse_changed(making.previous)
    from reportpdf.proof.change_files import RoundState, change_files
    from reportpdf.proof.states import state_of_round

    old = state_of_round(making.previous.folder)
    new = RoundState(making.name, making.number, making.snapshot, making.pdf)
    return change_files(old, new, progress)[1]


def _refuse_changed(earlier: Earlier) -> None:
    """See that what is compared is what was made.

    Raises: InputError: the proof or the snapshot of the round before was changed.
    """
    hashes = {one.path: one.sha256 for one in earlier.record.outputs}
    for name in (PROOF_NAME, SNAPSHOT_NAME):
        path = earlier.folder / name
        if file_hash(path) != hashes.get(name):
            raise InputError(problem("verify-changed", Place(str(path))))


MAKERS: tuple[Maker, ...] = (
    proof_and_pages,
    changes_since,
    sign_off_files,
    contact_files,
    reading_files,
)
"""In the order in which they are called."""


def files_of(making: RoundMaking, inputs: Inputs, progress: Progress) -> tuple[Files, tuple[Problem, ...]]:
    """What every maker gives, the list of inputs, and what is to be told. A round before that cannot be
    compared with is told: the round is made without a list of changes."""
    files: Files = {"inputs.json": inputs_json(inputs)}
    told: list[Problem] = []
    for maker in MAKERS:
        try:
            files.update(maker(making, progress))
        except InputError as error:
            if maker is not changes_since or making.previous is None:
                raise
            reasons = ", ".join(one.code for one in error.problems)
            place = Place(str(making.previous.folder))
            told.append(
                problem("round-not-compared", place, round=making.previous.record.name, codes=reasons)
            )
    came_back, of_marks = marks_come_back(making)
    return {**files, **came_back}, (*told, *of_marks)


def same_pages(earlier: Earlier, snapshot: Snapshot) -> bool:
    """Whether the pages are those of the round before; asked where another reportpdf made it."""
    try:
        return (earlier.folder / SNAPSHOT_NAME).read_bytes() == snapshot_bytes(snapshot)
    except OSError:  # then nothing says that they are the same
        return False

"""``reportpdf marks import``: the remarks in an annotated PDF become marks of the round whose proof it is.

Comes in: the order, the desk, the PDF. Goes out: events in the register, and what was added.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.commands.grammar import Order
from reportpdf.console import Console

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportpdf.check.pdf.annotation_records import State
    from reportpdf.check.pdf.annotations import Annotated
    from reportpdf.commands.marks import Desk
    from reportpdf.proof.redmarks import Mark, Standing
    from reportpdf.proof.redmarks_import import Plan
    from reportpdf.proof.redmarks_rounds import ProofRound
    from reportpdf.proof.register import Register


REVIEWS = {
    "Rejected": "rejected in the PDF",
    "Cancelled": "cancelled in the PDF",
    "Completed": "completed in the PDF",
}
"""What is noted of a review in the PDF. The English text is the msgid."""


def import_marks(order: Order, desk: Desk, file: Path, console: Console) -> int:
    """Take the remarks down.

    Raises: InputError: the PDF cannot be read, or is the proof of another round.
    """
    from reportpdf.check.pdf.annotations import page_shapes, read_annotations
    from reportpdf.commands.marks_list import show
    from reportpdf.proof.redmarks import marks_of
    from reportpdf.proof.redmarks_import import plan_import
    from reportpdf.proof.redmarks_rounds import chosen_round, names_of, rounds_made

    with desk.open() as register:
        rounds = rounds_made(register.events(), desk.proofs)
        wanted = chosen_round(rounds, order.values.get("round"))
        came = read_annotations(file)
        one, told = _recognised(came, file, wanted, rounds, "round" in order.values)
        like = page_shapes(one.proof) if one.proof.is_file() else ()
        came = read_annotations(file, like)
        words = desk.words(one)
        _see_pages(came, one, len(words.trims), file)
        plan = plan_import(came.annotations, words, marks_of(register.events()), one.number, file.name)
        added = _take_down(register, one, plan, order.values.get("by", "").strip(), console)
    told = [*told, *came.problems, *_told(plan, came, file)]
    show(added, names_of(rounds), told, order, console, known=plan.known)
    return 0


def _recognised(
    came: Annotated, file: Path, wanted: ProofRound, rounds: Sequence[ProofRound], named: bool
) -> tuple[ProofRound, list[Problem]]:
    """The round whose proof the PDF is, and how sure that is.

    Raises: InputError: it is that of another round, or of none, and nobody says which.
    """
    from reportpdf.proof.redmarks_recognise import KnownPdf, Sure, known_pdf, recognised
    from reportpdf.proof.set_words_pdf import page_words

    place = Place(str(file))
    itself = KnownPdf(came.pages, page_words(file), came.file_id, came.document_id)
    known = [(one.number, known_pdf(one.proof)) for one in rounds if one.proof.is_file()]
    found = recognised(itself, known)
    first = found[0] if found else None
    if first is None or first.round != wanted.number:
        if named:
            return wanted, [problem("annotations-taken", place, round=wanted.name)]
        if first is None:
            raise InputError(problem("annotations-unknown", place))
        name = next(one.name for one in rounds if one.number == first.round)
        raise InputError(problem("annotations-other-round", place, found=name, wanted=wanted.name))
    if first.sure is Sure.LIKELY:
        percent = f"{100 * first.alike:.1f}"
        return wanted, [problem("annotations-likely", place, round=wanted.name, percent=percent)]
    return wanted, []


def _see_pages(came: Annotated, one: ProofRound, pages: int, file: Path) -> None:
    """See that the round has every page that is written on.

    Raises: InputError
    """
    missing = sorted({remark.page for remark in came.annotations if remark.page > pages})
    if missing:
        place = Place(str(file))
        raise InputError(
            *(
                problem("annotations-page", place, page=page, round=one.name, pages=pages)
                for page in missing[:20]
            )
        )


def _take_down(
    register: Register, one: ProofRound, plan: Plan, unsigned: str, console: Console
) -> list[Mark]:
    """Write the plan into the register; the marks that were added."""
    from reportpdf.commands.marks import now
    from reportpdf.proof.redmarks import Decision, Standing, add_mark, decide, marks_of

    keys = {incoming.remark.key: incoming for incoming in plan.adds}
    for incoming in plan.adds:
        add_mark(register, one.number, incoming.remark, by=incoming.by or unsigned, at=now())
    marks = marks_of(register.events())
    numbered = {mark.number: mark for mark in marks}
    added = [mark for mark in marks if mark.round == one.number and mark.remark.key in keys]
    wording = console.wording
    for mark in added:
        incoming = keys[mark.remark.key]
        old = numbered.get(incoming.replaces)
        if old is not None:
            reason = wording.phrase("rewritten by its author as mark {number}", number=mark.number)
            decide(register, old, Decision(Standing.DECLINED, reason, mark.by, now()))
        _review(register, mark, incoming.state, incoming.state_by, console)
    for review in plan.reviews:
        _review(register, review.mark, review.state, review.by, console)
    shown = {mark.number for mark in added}
    return [mark for mark in marks_of(register.events()) if mark.number in shown]


def _review(register: Register, mark: Mark, state: State, by: str, console: Console) -> None:
    """Take down what a reviewer said in the PDF, where it decides something."""
    from reportpdf.commands.marks import now
    from reportpdf.proof.redmarks import Decision, decide

    standing = _standings().get(state)
    if standing is not None:
        decide(register, mark, Decision(standing, console.wording.phrase(REVIEWS[state.value]), by, now()))


def _standings() -> Mapping[State, Standing]:
    """What states of the Review model decide; an accepted remark is still to be made."""
    from reportpdf.check.pdf.annotation_records import State
    from reportpdf.proof.redmarks import Standing

    return {
        State.REJECTED: Standing.DECLINED,
        State.CANCELLED: Standing.DECLINED,
        State.COMPLETED: Standing.MADE,
    }


def _told(plan: Plan, came: Annotated, file: Path) -> list[Problem]:
    """What is to be told of the marks' places."""
    from reportpdf.proof.redmarks_adding import place_problems

    if not came.annotations:
        return [problem("annotations-none", Place(str(file)))]
    return [told for one in plan.adds for told in place_problems(one.remark.place, one.remark.text)]

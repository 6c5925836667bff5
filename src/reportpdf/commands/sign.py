"""``reportpdf sign``: a round is signed.

Comes in: the order. Goes out: the signature in the register, the sign-off sheet with it beside the round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, problem
from reportpdf.commands.grammar import Order
from reportpdf.commands.proof_answer import round_of
from reportpdf.commands.round_places import (
    MOST_NAME,
    MOST_NOTE,
    checked_words,
    chosen_name,
    rounds_folder,
    time_now,
    wait_word,
)
from reportpdf.console import Console

if TYPE_CHECKING:
    from reportpdf.proof.signing import Signing


def run(order: Order, console: Console) -> int:
    """Sign, and tell what was signed.

    Raises: InputError with every reason why it must not be signed; nothing is noted then.
    """
    from reportpdf.proof.opening import opened
    from reportpdf.proof.signing import sign_round

    folder = rounds_folder(order.arguments[0] if order.arguments else None)
    said = _said(order)
    with opened(folder, said.by, said.time, waiting=wait_word(console)) as register:
        signed = sign_round(folder, register, said)
    wording = console.wording
    if "json" in order.switches:
        from reportpdf.commands.answer import encode

        console.answer_text(
            encode(
                {"round": round_of(signed.round), "sheet": str(signed.sheet), "frozen": signed.round.frozen}
            )
        )
        return 0
    console.answer(
        wording.phrase(
            "{round} signed: {role} {by}, {decision}; {sheet}",
            round=signed.round.record.name,
            role=said.role,
            by=said.by,
            decision=signed.round.signatures[-1].decision,
            sheet=signed.sheet,
        )
    )
    if signed.froze:
        console.answer(
            wording.phrase(
                "{round} is frozen: any later change opens a new round", round=signed.round.record.name
            )
        )
    return 0


def _said(order: Order) -> Signing:
    """What is said of which round.

    Raises: InputError with all options that cannot be met.
    """
    from reportpdf.proof.signing import Signing

    values = order.values
    problems = [
        problem("sign-missing", option=f"--{name}") for name in ("round", "by", "role") if name not in values
    ]
    by = chosen_name(order, problems)
    role = values.get("role", "")
    role = checked_words("--role", role, MOST_NAME, problems) if role else ""
    note = values.get("note", "")
    note = checked_words("--note", note, MOST_NOTE, problems) if note else ""
    if problems:
        raise InputError(*problems)
    return Signing(values.get("round", ""), by, role, values.get("decision", ""), note, time_now())

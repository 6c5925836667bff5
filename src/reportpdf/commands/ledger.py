"""``reportpdf ledger``: which copies were made, sent and acknowledged.

Comes in: the order. Goes out: a line for each copy, or CSV, or JSON; with ``--ack`` it is noted who received
copies. Exit code 0; 1 when copies are not made or not sent that should be.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.commands.dispatch_answer import edition_word
from reportpdf.commands.dispatch_order import dispatch_folder
from reportpdf.commands.grammar import Order
from reportpdf.console import Console, cell_width, visible
from reportpdf.wording import Wording

if TYPE_CHECKING:
    from reportpdf.dispatch.ledger import Ledger
    from reportpdf.dispatch.ledger_row import LedgerRow


def run(order: Order, console: Console) -> int:
    """Tell of the copies, or note that they were received.

    Raises: InputError: there is no ledger, or the words mean nothing.
    """
    from reportpdf.dispatch.ledger import Ledger

    folder = _folder(Path(order.arguments[0]))
    if ("ack" in order.values) != ("by" in order.values):
        raise InputError(problem("ack-by"))
    with Ledger.open(folder) as ledger:
        if "ack" in order.values:
            _acknowledge(ledger, order, folder)
        rows = [row for row in ledger.rows() if "failed" not in order.switches or _is_failed(row)]
        facts = ledger.facts()
    _tell(rows, facts, order, console)
    return int(any(_is_failed(row) for row in rows))


def _folder(given: Path) -> Path:
    """The dispatch that a list or a folder names.

    Raises: InputError: there is none, or more than one.
    """
    from reportpdf.dispatch.ledger import ledgers_near

    if not given.is_dir():
        return dispatch_folder(given)
    near = ledgers_near(given)
    if near[:1] == (given,) or not near:
        return given
    if len(near) > 1:
        raise InputError(problem("ledger-several", Place(str(given)), folders=", ".join(map(str, near))))
    return near[0]


def _is_failed(row: LedgerRow) -> bool:
    return not row.made or bool(row.error) or bool(row.posting and not row.sent)


def _acknowledge(ledger: Ledger, order: Order, folder: Path) -> None:
    """Note who received the copies, and write the lists anew.

    Raises: InputError: a word means no copy, or one that is not made.
    """
    from reportpdf.commands.dispatch_edge import now
    from reportpdf.dispatch.opening import locked
    from reportpdf.dispatch.papers import write_papers
    from reportpdf.dispatch.selection import select_rows

    with locked(folder):
        chosen, unknown = select_rows(order.values["ack"], "--ack", tuple(ledger.rows()))
        wrong: list[Problem] = [*unknown]
        wrong += [
            problem("ack-not-made", row=row.row, name=row.department, number=row.number)
            for row in chosen
            if not row.made
        ]
        if wrong:
            raise InputError(*wrong)
        at = now().isoformat(timespec="seconds")
        by = " ".join(order.values["by"].split())[:60]
        with ledger.transaction():
            ledger.acknowledged([row.id for row in chosen], at, by)
        write_papers(ledger, folder, lambda *_: None)


def _tell(rows: Sequence[LedgerRow], facts: dict[str, str], order: Order, console: Console) -> None:
    from reportpdf.dispatch.manifest import LEDGER_HEADS, rows_csv, rows_json, write_lines

    shown = {name: value for name, value in facts.items() if name != "secret"}
    if "json" in order.switches:
        console.answer_text("".join(rows_json(rows, shown, LEDGER_HEADS)))
    elif "output" in order.values:
        write_lines(Path(order.values["output"]), rows_csv(rows, LEDGER_HEADS), mark=True)
        console.answer(console.wording.phrase("written: {path}", path=order.values["output"]))
    elif "csv" in order.switches:
        console.answer_text("".join(rows_csv(rows, LEDGER_HEADS)))
    else:
        for line in _lines(rows, console.wording):
            console.answer(line)


def _lines(rows: Sequence[LedgerRow], wording: Wording) -> list[str]:
    """A line for each copy, its columns aligned, and a sum."""
    cells = [
        (
            str(row.row),
            visible(row.department),
            f"{row.number}/{row.total}",
            edition_word(row.edition, wording),
            visible(_state(row, wording)),
        )
        for row in rows
    ]
    widths = [max((cell_width(line[column]) for line in cells), default=0) for column in range(4)]
    lines = [
        "  ".join(
            (
                *(cell + " " * (width - cell_width(cell)) for cell, width in zip(line, widths, strict=False)),
                line[4],
            )
        )
        for line in cells
    ]
    made, sent = sum(bool(row.made) for row in rows), sum(bool(row.sent) for row in rows)
    known = sum(bool(row.acknowledged) for row in rows)
    return [
        *lines,
        wording.count(
            "{n} copy: {made} made, {sent} sent, {known} acknowledged",
            "{n} copies: {made} made, {sent} sent, {known} acknowledged",
            len(rows),
            made=f"{made:,}",
            sent=f"{sent:,}",
            known=f"{known:,}",
        ),
    ]


def _state(row: LedgerRow, wording: Wording) -> str:
    """How far a copy is."""
    if row.error:
        return row.error
    if row.acknowledged:
        return wording.phrase(
            "acknowledged by {name}, {date}", name=row.acknowledged_by, date=row.acknowledged[:10]
        )
    if row.sent:
        return wording.phrase("sent to {to}, {date}", to=row.sent_to, date=row.sent[:10])
    if row.posting:
        return wording.phrase("nobody knows whether its letter went")
    return wording.phrase("made, {date}", date=row.made[:10]) if row.made else wording.phrase("not made")

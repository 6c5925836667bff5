"""A dry run: what would be made, how large it would be, and one sample of it.

Comes in: what is asked for, the masters. Goes out: :class:`Foreseen`; the sample lies in ``sample/`` of the
dispatch's folder. Nothing else is written; the sample's code is in no ledger.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.dispatch.asked import DispatchOrder, Edge, Tally
from reportpdf.dispatch.codes import new_code
from reportpdf.dispatch.copymark import CopyMark
from reportpdf.dispatch.ledger import LEDGER_NAME, Ledger
from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.dispatch.masters import Laid, Masters, clear_bases, lay_bases
from reportpdf.dispatch.opening import SAMPLE_FOLDER, planned_now, row_of, scoped, see_no_copies, see_same
from reportpdf.dispatch.plan import Planned
from reportpdf.dispatch.reconcile import Asked, Step, is_locked, reconcile, watermark_of
from reportpdf.writable import os_problem

if TYPE_CHECKING:
    from reportpdf.dispatch.posting import Post


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a run would do."""

    editions: tuple[tuple[str, Tally], ...]
    departments: int
    locked: int
    letters: int
    """Letters that would go; where none are to be sent, departments with an e-mail address."""

    there: int
    """Copies that are made already, and stay."""

    replaced: int
    sample: Path | None
    problems: tuple[Problem, ...]
    posted: bool = False
    """Whether letters are to be sent."""

    begun: bool = False
    """What would be done goes on with what is there: ``--resume`` does it."""

    bad: tuple[int, ...] = ()
    """Rows with a name that cannot be set."""


def foresee(order: DispatchOrder, masters: Masters, edge: Edge) -> Foreseen:
    """What would be made, and a sample.

    Raises: InputError: the sample cannot be made, or what is there is of another report.
    """
    rows, facts = _ledger(order, masters, edge)
    order = scoped(order, facts, rows)
    begun = bool(rows) and order.redo is None and facts.get("scope") == "all"
    order = replace(order, resume=order.resume or (begun and edge.post is not None))
    sample, size, laid = _sample(order, masters, edge)
    planned = planned_now(order.without(laid.refused))
    step = _step(order, planned, rows)
    kept = [row for row in rows if row.id not in step.replaced]
    undone = [row for row in kept if row.key in step.keys and not row.made]
    grown = max(0, size - masters.size(planned[0].edition)) if planned else 0
    counts = Counter(copy.edition for copy in step.new) + Counter(row.edition for row in undone)
    editions = tuple(
        (name, Tally(counts[name], counts[name] * (masters.size(name) + grown)))
        for name in ("screen", "press", "archive")
        if counts[name]
    )
    letters, unsent = _letters(order, rows, step, lambda edition: masters.size(edition) + grown, edge.post)
    return Foreseen(
        editions,
        len({copy.recipient.key for copy in step.new} | {row.key for row in undone}),
        sum(map(is_locked, step.new)) + sum(row.locked for row in undone),
        letters,
        sum(bool(row.made) for row in kept),
        len(step.replaced),
        sample,
        (*laid.notes, *laid.problems, *step.problems, *unsent, *_room(order.folder, editions)),
        posted=edge.post is not None,
        begun=begun,
        bad=laid.bad,
    )


def _letters(
    order: DispatchOrder,
    rows: Iterable[LedgerRow],
    step: Step,
    size: Callable[[str], int],
    post: Post | None,
) -> tuple[int, tuple[Problem, ...]]:
    """How many letters would go, and why others would not; without settings, how many addresses there are."""
    from reportpdf.dispatch.mail_message import too_large, weigh
    from reportpdf.dispatch.posting import due_letters

    now = {row.id: row for row in step.described}
    kept = [now.get(row.id, row) for row in rows if row.key in step.keys and row.id not in step.replaced]
    asked = (*kept, *(row_of(copy, "") for copy in step.new))
    if post is None:
        return len({row.key for row in asked if row.email and not row.made}), ()
    places = order.places(step.keys)
    due, problems = due_letters(asked, places, post)
    sizes = ((own[0].key, weigh(row.size or size(row.edition) for row in own)) for own in due)
    large = [
        replace(found, place=places[key])
        for key, whole in sizes
        if not post.repeatable and (found := too_large(whole, post.mail.most)) is not None
    ]
    return len(due) - len(large), (*problems, *large)


def _ledger(
    order: DispatchOrder, masters: Masters, edge: Edge
) -> tuple[tuple[LedgerRow, ...], dict[str, str]]:
    """What the ledger says, if there is one; seen to be of the same report."""
    rows: tuple[LedgerRow, ...] = ()
    facts: dict[str, str] = {}
    if (order.folder / LEDGER_NAME).is_file():
        with Ledger.open(order.folder) as ledger:
            rows, facts = tuple(ledger.rows()), ledger.facts()
    if rows:
        see_same(order, facts, masters, edge)
    else:
        see_no_copies(order.folder)
    return rows, facts


def _step(order: DispatchOrder, planned: tuple[Planned, ...], rows: Iterable[LedgerRow]) -> Step:
    listed = {recipient.key for recipient in order.roster.recipients}
    chosen = {copy.recipient.key for copy in planned}
    own = (row for row in rows if row.key in chosen or row.key not in listed)
    return reconcile(planned, own, Asked(order.resume, order.redo), {}, order.roster.shown)


def _sample(order: DispatchOrder, masters: Masters, edge: Edge) -> tuple[Path | None, int, Laid]:
    """One copy as it would be, but never locked; the first of a department whose name can be set."""
    folder = order.folder / SAMPLE_FOLDER
    part = folder / ".sample.part"
    try:
        laid = lay_bases(masters, planned_now(order), folder)
        good = planned_now(order.without(laid.refused))
        if not good:
            return None, 0, laid
        who, target = good[0].recipient, folder / Path(good[0].path).name
        code = new_code(edge.random)
        mark = CopyMark(
            who.department, good[0].number, who.copies, code, watermark_of(who), order.qr, who.language
        )
        part.unlink(missing_ok=True)
        written = laid.bases[good[0].edition].write(mark, part)
        os.replace(part, target)
        return target, written.size, laid
    except OSError as error:
        raise InputError(os_problem(error, folder)) from error
    finally:
        part.unlink(missing_ok=True)
        clear_bases(folder)


def _room(folder: Path, editions: Iterable[tuple[str, Tally]]) -> tuple[Problem, ...]:
    """Whether the drive has room for so many copies."""
    need = sum(tally.size for _, tally in editions)
    free = shutil.disk_usage(folder).free
    if need <= free:
        return ()
    args = {"need": f"{need / 1e9:,.1f} GB", "free": f"{free / 1e9:,.1f} GB"}
    return (problem("dispatch-room", Place(str(folder)), **args),)

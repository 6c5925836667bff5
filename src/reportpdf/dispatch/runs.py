"""A run of a dispatch: the copies made in batches, each batch in the ledger once its files are on the disk.

Comes in: what is asked for, the masters. Goes out: copies, the ledger, manifest, lists and packed files, and
what came of it. Killed anywhere, the ledger knows which copies are whole; the next run makes the others,
under the numbers and codes that they have. When the disk is full the run ends there, and says so once."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from reportpdf.base.problem import Problem, problem
from reportpdf.dispatch.asked import DispatchOrder, Edge, RunOutcome, Tally
from reportpdf.dispatch.copy_work import SIGNED, CopyTask, Made, NotMade, Workshop, make_batch
from reportpdf.dispatch.copymark import CopyMark
from reportpdf.dispatch.executor import Done, Outcome
from reportpdf.dispatch.ledger import LEDGER_NAME, Ledger
from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.dispatch.masters import Masters, clear_bases, lay_bases
from reportpdf.dispatch.opening import locked, open_run, planned_now, see_no_copies, sweep
from reportpdf.dispatch.papers import write_papers
from reportpdf.dispatch.password_file import Passwords
from reportpdf.dispatch.settling import Settling
from reportpdf.dispatch.zips import pack_all, pack_each

_BATCH = 50
"""Copies that are brought to the disk and into the ledger together."""

_LOCKED_COSTS = 10
"""An encrypted copy takes as long as so many others."""

_SHARES = 8
"""Batches to a run at least, where there are copies enough: no process waits long for the last."""

_FULL = "output-disk-full"

_Answer = Outcome[tuple[CopyTask, ...], tuple[Made, ...]]


def carry_out(order: DispatchOrder, masters: Masters, edge: Edge) -> RunOutcome:
    """Make what is to be made.

    Raises: InputError: nothing was made, for a reason that concerns all rows.
    """
    with locked(order.folder), _begun(order.folder) as ledger:
        sweep(order.folder)
        try:
            laid = lay_bases(masters, planned_now(order), order.folder)
            step, passwords, problems = open_run(ledger, order.without(laid.refused), masters, edge)
            rows = [row for row in ledger.rows() if row.key in step.keys]
            todo = [row for row in rows if not row.made]
            shop = Workshop(order.folder, laid.bases, edge.signer, edge.at)
            tally, failed = _make(ledger, shop, [_task(row, order.qr, passwords, edge) for row in todo], edge)
        except BaseException:
            sweep(order.folder)
            raise
        finally:
            clear_bases(order.folder)
        _clear_replaced(ledger, order.folder)
        posted, refused = _post(ledger, order, step.keys, edge)
        files = tuple(write_papers(ledger, order.folder, edge.progress))
        if order.zips:
            pack = pack_all if order.zips == "all" else pack_each
            files += tuple(pack(order.folder, tuple(ledger.rows())))
        there = len(rows) - len(todo) + tally.copies
        unsigned = edge.signer is not None and any(row.edition not in SIGNED for row in rows)
        notes = (problem("sign-not-press"),) if unsigned else ()
        told = (*notes, *laid.notes, *laid.problems, *step.problems, *problems, *failed, *refused)
        return RunOutcome(tally, posted, there, len(rows), files, told, laid.bad)


def _begun(folder: Path) -> Ledger:
    """The folder's ledger, or a new one.

    Raises: InputError: there is none, but copies that one should know of.
    """
    if not (folder / LEDGER_NAME).exists():
        see_no_copies(folder)
    return Ledger.create(folder)


def _make(
    ledger: Ledger, shop: Workshop, tasks: list[CopyTask], edge: Edge
) -> tuple[Tally, tuple[Problem, ...]]:
    """Make copies; how many there are now, and why others are not."""
    settling = Settling(ledger, shop.folder)
    copies = size = 0
    failed: dict[int, Problem] = {}
    with closing(_answers(shop, list(_batches(tasks)), edge)) as answers:
        for answer in _and_end(answers):
            not_made = _taken(settling, answer)
            full = any(one.problem.code == _FULL for one in not_made)
            if answer is None or full or settling.is_due:
                made, refused = settling.settle(edge.now())
                copies, size = copies + len(made), size + sum(copy.size for copy in made)
                not_made += refused
            _note(ledger, not_made, edge)
            failed.update((one.id, one.problem) for one in not_made)
            edge.progress("copies", copies + len(failed), len(tasks))
            if any(one.problem.code == _FULL for one in not_made):
                break
    if failed:
        sweep(shop.folder)
    return Tally(copies, size), tuple(_told(failed))


def _answers(
    shop: Workshop, batches: list[tuple[CopyTask, ...]], edge: Edge
) -> Generator[_Answer, None, None]:
    """The batches done, here or far away."""
    if not edge.far:
        yield from edge.executor.run(make_batch, shop, batches)
        return
    from reportpdf.dispatch.far_work import FarWork

    yield from FarWork(shop, edge.executor).run(batches)


def _post(
    ledger: Ledger, order: DispatchOrder, keys: frozenset[str], edge: Edge
) -> tuple[int, tuple[Problem, ...]]:
    """Send letters, if any are to be; how many went, and why others did not."""
    if edge.post is None:
        return 0, ()
    from reportpdf.dispatch.posting import post_copies

    places = order.places(keys)
    posted = post_copies(ledger, order.folder, places, edge.post, edge.now, edge.say, edge.progress)
    return posted.sent, posted.problems


def _and_end(answers: Iterable[_Answer]) -> Iterator[_Answer | None]:
    """The answers, and None when there are no more."""
    yield from answers
    yield None


def _taken(settling: Settling, answer: _Answer | None) -> list[NotMade]:
    """Take what a batch wrote; what it did not: of a batch that was lost, nothing."""
    if answer is None:
        return []
    if not isinstance(answer, Done):
        return [NotMade(task.id, answer.problems[0]) for task in answer.item]
    return settling.take(answer.item, answer.result)


def _note(ledger: Ledger, not_made: list[NotMade], edge: Edge) -> None:
    """Note why copies are not made."""
    if not_made:
        with ledger.transaction():
            for one in not_made:
                ledger.failed([one.id], edge.say(one.problem))


def _task(row: LedgerRow, qr: bool, passwords: Passwords, edge: Edge) -> CopyTask:
    mark = CopyMark(row.department, row.number, row.total, row.code, row.watermark, qr, row.language)
    if not row.locked:
        return CopyTask(row.id, row.path, row.edition, mark)
    return CopyTask(row.id, row.path, row.edition, mark, passwords.of(row.key), edge.random(24).hex())


def _batches(tasks: list[CopyTask]) -> Iterator[tuple[CopyTask, ...]]:
    """Tasks in batches of like length."""
    most = max(1, min(_BATCH, len(tasks) // _SHARES))
    batch: list[CopyTask] = []
    weight = 0
    for task in tasks:
        batch.append(task)
        weight += _LOCKED_COSTS if task.password else 1
        if weight >= most:
            yield tuple(batch)
            batch, weight = [], 0
    if batch:
        yield tuple(batch)


def _told(failed: dict[int, Problem]) -> Iterator[Problem]:
    """What went wrong, a full disk once."""
    full = False
    for found in failed.values():
        if found.code != _FULL or not full:
            yield found
        full = full or found.code == _FULL


def _clear_replaced(ledger: Ledger, folder: Path) -> None:
    """Remove files of replaced copies whose place no new one took, once the new ones are there."""
    replaced = [row for row in ledger.rows(superseded=True) if row.superseded]
    if not replaced:
        return
    current = {row.path for row in ledger.rows()}
    undone = {(row.key, row.edition) for row in ledger.rows() if not row.made}
    for row in replaced:
        if row.path not in current and (row.key, row.edition) not in undone:
            (folder / row.path).unlink(missing_ok=True)

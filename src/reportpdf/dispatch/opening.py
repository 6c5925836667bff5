"""A dispatch's folder and ledger made ready for a run: locked, swept, compared, the new copies written in.

Comes in: what is asked for, the masters' digest. Goes out: the ledger with every copy that is to be made, its
code and number fixed before any file is; and what no longer agrees. Passwords are on the disk before the
ledger knows of the copies that they lock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.dispatch.asked import DispatchOrder, Edge
from reportpdf.dispatch.codes import new_code
from reportpdf.dispatch.copy_work import PART, Claim, check_batch
from reportpdf.dispatch.executor import Done
from reportpdf.dispatch.ledger import Ledger
from reportpdf.dispatch.ledger_row import LedgerRow
from reportpdf.dispatch.masters import Masters
from reportpdf.dispatch.password_file import Passwords, read_passwords, settle_passwords, write_passwords
from reportpdf.dispatch.plan import COPIES_FOLDER, Planned
from reportpdf.dispatch.reconcile import Asked, Step, is_locked, reconcile, watermark_of
from reportpdf.dispatch.selection import Selection
from reportpdf.dispatch.zips import ZIPS_FOLDER

SAMPLE_FOLDER = "sample"
_CHECKED_AT_ONCE = 64
LOCK_NAME = ".lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One run at a time in a folder.

    Raises: InputError: another run is at work there, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    from reportpdf.writable import os_problem

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK_NAME, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise InputError(problem("dispatch-running", Place(str(folder)))) from error
    except OSError as error:
        raise InputError(os_problem(error, folder / LOCK_NAME)) from error
    try:
        yield
    finally:
        lock.release()


_OWN_PARTS = re.compile(r"\.(?:[0-9a-f]{12}|passwords|sample|manifest\.(?:csv|json)|.+\.zip)\.part")
"""Names of files beside the copies while they are written."""


def sweep(folder: Path) -> None:
    """Remove what a killed run was writing; nothing of it is in the ledger."""
    for part in (folder / COPIES_FOLDER).rglob(f".*{PART}"):
        part.unlink(missing_ok=True)
    for place in (folder, folder / ZIPS_FOLDER, folder / SAMPLE_FOLDER):
        for part in place.glob(f".*{PART}"):
            if _OWN_PARTS.fullmatch(part.name):
                part.unlink(missing_ok=True)


def planned_now(order: DispatchOrder) -> tuple[Planned, ...]:
    """The copies of the rows that this run is about."""
    if order.only is None:
        return order.plan.copies
    return tuple(copy for copy in order.plan.copies if order.only.takes(copy.recipient.key))


def open_run(
    ledger: Ledger, order: DispatchOrder, masters: Masters, edge: Edge
) -> tuple[Step, Passwords, tuple[Problem, ...]]:
    """The ledger brought up to what is asked for.

    Raises: InputError: the report is another one than the copies in the ledger are of, or the like.
    """
    rows = tuple(ledger.rows())
    facts = ledger.facts()
    _compare(order, facts, masters, edge, bool(rows))
    order = scoped(order, facts, rows)
    lost = _lost(ledger, order, rows, edge) if rows else ()
    planned = planned_now(order)
    there = {row.key for row in rows if row.locked}

    def anew(key: str) -> bool:
        return key not in there or (order.redo is not None and order.redo.takes(key))

    recipients = {copy.recipient.key: copy.recipient for copy in planned}
    known = read_passwords(order.folder)
    passwords, faults = settle_passwords(known, recipients.values(), anew, edge.random)
    asked = Asked(order.resume, order.redo)
    everyone = frozenset(recipient.key for recipient in order.roster.recipients)
    own = (row for row in rows if row.key in recipients or row.key not in everyone)
    step = reconcile(planned, own, asked, faults, order.roster.shown)
    if passwords.by_key != known.by_key:
        write_passwords(order.folder, passwords)
    _write_in(ledger, order, masters, step, edge)
    return step, passwords, lost


def _compare(order: DispatchOrder, facts: dict[str, str], masters: Masters, edge: Edge, begun: bool) -> None:
    """See that this is the dispatch it is taken for.

    Raises: InputError
    """
    if not begun:
        see_no_copies(order.folder)
        return
    place = Place(str(order.folder))
    if not order.resume and order.redo is None and order.only is None and facts.get("scope") == "all":
        raise InputError(problem("dispatch-there", place))
    see_same(order, facts, masters, edge)


def see_no_copies(folder: Path) -> None:
    """See that a folder without a ledger has no copies, for nobody would know their codes.

    Raises: InputError
    """
    copies = folder / COPIES_FOLDER
    if copies.is_dir() and any(path.is_file() for path in copies.rglob("*")):
        raise InputError(problem("dispatch-no-ledger", Place(str(copies))))


def see_same(order: DispatchOrder, facts: dict[str, str], masters: Masters, edge: Edge) -> None:
    """See that report and options are those of the copies in the ledger.

    Raises: InputError
    """
    place = Place(str(order.folder))
    if facts.get("report") != masters.digest:
        raise InputError(problem("dispatch-report", place, title=facts.get("title", "")))
    for name, now in _options(order, edge).items():
        if facts.get(name) != now:
            raise InputError(
                problem("dispatch-option", place, option=f"--{name}", before=facts.get(name), now=now)
            )


def scoped(order: DispatchOrder, facts: dict[str, str], rows: tuple[LedgerRow, ...]) -> DispatchOrder:
    """The order as it is meant beside what was begun.

    A run that was broken off is finished as far as it was to go: rows that ``--only`` left out stay out until
    a run without it is asked for, which then finishes the begun ones too.
    """
    if not rows or order.only is not None or order.redo is not None or facts.get("scope") == "all":
        return order
    if order.resume:
        return replace(order, only=Selection(frozenset(row.key for row in rows)))
    return replace(order, resume=True)


def _options(order: DispatchOrder, edge: Edge) -> dict[str, str]:
    """Options that every copy of a dispatch shares."""
    signer = edge.signer.name if edge.signer else "no"
    return {"name": order.pattern, "qr": "yes" if order.qr else "no", "sign": signer}


def _lost(
    ledger: Ledger, order: DispatchOrder, rows: tuple[LedgerRow, ...], edge: Edge
) -> tuple[Problem, ...]:
    """Files that the ledger calls made and that are not there as it says: they are to be made again."""
    claims = [Claim(row.id, row.path, row.size, row.sha256) for row in rows if row.made]
    batches = [tuple(claims[at : at + _CHECKED_AT_ONCE]) for at in range(0, len(claims), _CHECKED_AT_ONCE)]
    ids: list[int] = []
    seen = 0
    for outcome in edge.local.run(check_batch, order.folder, batches):
        ids += outcome.result if isinstance(outcome, Done) else [claim.id for claim in outcome.item]
        seen += len(outcome.item)
        edge.progress("check", seen, len(claims))
    if not ids:
        return ()
    with ledger.transaction():
        ledger.unmade(ids)
    by_id = {row.id: row for row in rows}
    return tuple(problem("copy-lost", Place(str(order.folder / by_id[id].path))) for id in sorted(ids))


def _write_in(ledger: Ledger, order: DispatchOrder, masters: Masters, step: Step, edge: Edge) -> None:
    """The new copies with their codes, what they replace, and what the dispatch is of: together or not at
    all."""
    now = edge.now()
    facts = ledger.facts()
    fixed = {
        "report": masters.digest,
        "title": masters.title,
        "begun": now,
        "secret": edge.random(32).hex(),
        **_options(order, edge),
    }
    with ledger.transaction():
        ledger.supersede(step.replaced, now)
        ledger.add(row_of(copy, new_code(edge.random)) for copy in step.new)
        ledger.describe(step.described)
        whole = facts.get("scope") == "all" or (order.only is None and order.redo is None)
        scope = "all" if whole else "some"
        ledger.state({**fixed, **facts, "list": _digest(order.list_path), "scope": scope})


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def row_of(copy: Planned, code: str) -> LedgerRow:
    """A copy as the ledger takes it, not made yet."""
    who = copy.recipient
    return LedgerRow(
        id=0,
        row=who.row,
        key=who.key,
        department=who.department,
        folder=who.folder,
        address=who.address,
        contact=who.contact,
        email=who.email,
        edition=copy.edition,
        number=copy.number,
        total=who.copies,
        language=who.language,
        watermark=watermark_of(who),
        locked=is_locked(copy),
        code=code,
        path=copy.path,
        note=who.note,
    )

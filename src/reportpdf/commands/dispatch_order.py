"""What ``reportpdf dispatch`` is asked for: the list read and planned, rows chosen, the pages set.

Comes in: the order. Goes out: the rooms' own records, every wrong word told at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.commands.choices import chosen_format, chosen_theme, chosen_workers, report_file
from reportpdf.commands.grammar import Order

if TYPE_CHECKING:
    from reportpdf.dispatch.asked import DispatchOrder
    from reportpdf.dispatch.masters import Masters
    from reportpdf.dispatch.plan import Planned
    from reportpdf.painting import Progress


def dispatch_folder(list_path: Path) -> Path:
    """Where the dispatch of a list lies when nothing else is said."""
    return list_path.parent / f"{list_path.stem}-dispatch"


def asked_dispatch(order: Order) -> tuple[DispatchOrder, int]:
    """The list read and planned, the options understood.

    Raises: InputError with everything that is wrong besides single rows.
    """
    from reportpdf.dispatch.asked import DispatchOrder
    from reportpdf.dispatch.file_names import FIELDS, PATTERN, pattern_fault
    from reportpdf.dispatch.list_file import read_list
    from reportpdf.dispatch.plan import plan_copies
    from reportpdf.dispatch.recipients import read_roster

    problems: list[Problem] = []
    list_path = Path(order.arguments[1])
    pattern = order.values.get("name", PATTERN)
    code, given = pattern_fault(pattern)
    if code:
        problems.append(problem(code, given=given, fields=", ".join(f"{{{name}}}" for name in FIELDS)))
    workers = chosen_workers(order.values.get("workers"), problems)
    try:
        roster = read_roster(read_list(list_path, str(list_path)))
    except InputError as error:
        raise InputError(*problems, *error.problems) from error
    plan = plan_copies(roster, pattern if not code else PATTERN)
    folder = Path(order.values["output"]) if "output" in order.values else dispatch_folder(list_path)
    dispatch = DispatchOrder(
        folder,
        list_path,
        roster,
        plan,
        pattern,
        qr="qr" in order.switches,
        resume="resume" in order.switches,
        zips=order.values.get("zip", ""),
    )
    dispatch = _selected(order, dispatch, problems)
    if problems:  # a row that is not found may be one of the bad ones
        raise InputError(*problems, *roster.problems, *plan.problems)
    return dispatch, workers


def _selected(order: Order, dispatch: DispatchOrder, problems: list[Problem]) -> DispatchOrder:
    """The order with the rows that ``--only`` and ``--redo`` mean; words that mean none join ``problems``."""
    from dataclasses import replace

    from reportpdf.dispatch.ledger import LEDGER_NAME, Ledger
    from reportpdf.dispatch.selection import select

    if not {"only", "redo"} & set(order.values):
        return dispatch
    rows = []
    if (dispatch.folder / LEDGER_NAME).is_file():
        with Ledger.open(dispatch.folder) as ledger:
            rows = list(ledger.rows())
    for option in ("only", "redo"):
        if option in order.values:
            recipients = dispatch.roster.recipients
            meant, unknown = select(order.values[option], f"--{option}", recipients, rows)
            problems += unknown
            if option == "only":
                dispatch = replace(dispatch, only=meant)
            else:
                dispatch = replace(dispatch, redo=meant)
    return dispatch


def asked_masters(
    order: Order, planned: tuple[Planned, ...], told: tuple[Problem, ...], progress: Progress
) -> Masters:
    """The pages in every edition that is asked for.

    Raises: InputError with what is wrong with the report, and with the list's rows too: all is told at once.
    """
    from dataclasses import replace

    from reportpdf.commands.editions import ALL, chosen_editions, chosen_size, date_of
    from reportpdf.commands.render import cache_folder
    from reportpdf.dispatch.masters import set_masters
    from reportpdf.pipeline import RenderOptions
    from reportpdf.source.quoting import quote_lines

    problems: list[Problem] = []
    report = report_file(order.arguments[0])
    editions = {copy.edition for copy in planned}
    options = RenderOptions(
        report=report,
        theme=chosen_theme(order.values.get("theme"), problems),
        format=chosen_format(order.values.get("format"), problems),
        asked=replace(
            chosen_editions(order._replace(values={**order.values, "for": "all"}), problems),
            purposes=tuple(purpose for purpose in ALL if purpose.value in editions),
        ),
        outputs=(),
        pages_dir=None,
        cache_dir=cache_folder(),
        job=Path(order.values["job"]) if "job" in order.values else None,
        made=date_of(report) if "press" in editions else None,
        most_bytes=chosen_size(order.values.get("max-size"), problems),
    )
    if problems:
        raise InputError(*problems)
    try:
        return set_masters(options, progress)
    except InputError as error:
        raise InputError(*quote_lines(error.problems, report), *told) from error

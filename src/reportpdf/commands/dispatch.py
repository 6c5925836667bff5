"""``reportpdf dispatch``: show what a list asks for, then make it.

Comes in: the order. Goes out: without ``--go`` an account of what would be made and one sample copy, with it
the copies, their ledger and lists. This is the edge where time, codes, passwords and processes come from.
Exit code 0; 1 when rows could not be done; 2 when nothing was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.commands.dispatch_edge import open_edge
from reportpdf.commands.dispatch_order import asked_dispatch, asked_masters
from reportpdf.commands.dispatch_progress import DispatchProgress
from reportpdf.commands.grammar import Order
from reportpdf.console import Console
from reportpdf.wording import has_errors

if TYPE_CHECKING:
    from reportpdf.dispatch.asked import DispatchOrder, Edge
    from reportpdf.dispatch.masters import Masters


def run(order: Order, console: Console) -> int:
    """Show or do what is asked for.

    Raises: ReportpdfError with every problem that concerns all rows.
    """
    if "template" in order.switches:
        return _write_template(order, console)
    wrong = [
        problem("argument-missing", command="dispatch", name=name)
        for name in ("REPORT", "LIST")[len(order.arguments) :]
    ]
    if wrong:
        raise InputError(*wrong)
    from reportpdf.dispatch.opening import planned_now

    dispatch, workers = asked_dispatch(order)
    planned = planned_now(dispatch)
    told = (*dispatch.roster.problems, *dispatch.plan.problems)
    if not planned:
        raise InputError(*told, problem("dispatch-nobody"))
    progress = DispatchProgress(console.wording, console.err)
    try:
        with open_edge(order, workers, console, progress) as (edge, notes):
            masters = asked_masters(order, planned, told, progress)
            return _answered(order, dispatch, masters, edge, (*notes, *told), console)
    except KeyboardInterrupt:
        progress.clear()
        console.problems((problem("dispatch-stopped"),))
        return 130
    finally:
        progress.clear()


def _write_template(order: Order, console: Console) -> int:
    """Write an example of a list, to -o or to the one file that is named.

    Raises: InputError: a file is there already, or it is of no kind that is known; another word is left over.
    """
    from reportpdf.base.problem import Place
    from reportpdf.dispatch.template import KINDS, template
    from reportpdf.output import write_whole

    named = [order.values["output"]] if "output" in order.values else []
    named += order.arguments
    if len(named) > 1:
        raise InputError(*(problem("argument-extra", command="dispatch", given=word) for word in named[1:]))
    path = Path(named[0] if named else "departments.csv")
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise InputError(problem("template-kind", Place(str(path)), kind=kind or "-", kinds=", ".join(KINDS)))
    if path.exists():
        raise InputError(problem("output-exists", Place(str(path))))
    write_whole(path, template(kind))
    console.answer(console.wording.phrase("written: {path}", path=path))
    return 0


def _answered(
    order: Order,
    dispatch: DispatchOrder,
    masters: Masters,
    edge: Edge,
    told: tuple[Problem, ...],
    console: Console,
) -> int:
    """Make the copies, or a sample; tell what came of it, or what would be made."""
    from reportpdf.commands.dispatch_answer import tell_done, tell_dry

    as_json = "json" in order.switches
    if "go" in order.switches or dispatch.resume:
        from reportpdf.dispatch.runs import carry_out

        outcome = carry_out(dispatch, masters, edge)
        problems = (*masters.problems, *told, *outcome.problems)
        tell_done(outcome, dispatch, problems, console, as_json=as_json)
    else:
        from reportpdf.dispatch.dry import foresee

        foreseen = foresee(dispatch, masters, edge)
        problems = (*masters.problems, *told, *foreseen.problems)
        tell_dry(foreseen, dispatch, problems, console, as_json=as_json)
    return int(has_errors(problems))

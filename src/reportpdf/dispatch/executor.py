"""Work that is the same for many items, done in any order, in as many processes as there are.

Comes in: ``make``, what it shares for all items, and the items. Goes out: :class:`Done` or :class:`Undone`
for each item, as they come. :class:`Executor` is what those who have work know; ``executor_local`` does it
on this machine, ``executor_cluster`` on many.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from reportpdf.base.problem import Problem, ReportpdfError, problem

S = TypeVar("S")
I = TypeVar("I")  # noqa: E741  an item
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Done(Generic[I, R]):
    """An item and what was made of it."""

    item: I
    result: R


@dataclass(frozen=True, slots=True)
class Undone(Generic[I]):
    """An item of which nothing was made, and why."""

    item: I
    problems: tuple[Problem, ...]


Outcome = Done[I, R] | Undone[I]


class Executor(Protocol):
    """Does the same for many items.

    ``make`` is a function of a module; ``shared`` and the items can be pickled. ``shared`` goes to each
    process once, and is that process's own: what it opens, it may keep. ``make`` may be called twice for an
    item (a process that ended took its answer with it), and never twice at once in a process. Items are
    taken from the iterable only as fast as outcomes are taken from the generator. Closing it ends the work.
    An executor is a context manager; ``notes`` of it are problems worth telling that stop nothing.
    """

    notes: tuple[Problem, ...]

    def __enter__(self) -> Executor:
        """Make ready.

        Raises: ReportpdfError when it cannot be.
        """
        ...

    def __exit__(self, *raised: object) -> None: ...

    def run(
        self, make: Callable[[S, I], R], shared: S, items: Iterable[I]
    ) -> Generator[Outcome[I, R], None, None]:
        """An outcome for every item, in the order in which they are ready."""
        ...


def choose_executor(workers: int = 0, cluster: str = "") -> Executor:
    """What ``--workers`` (0: all cores) and ``--cluster`` ask for, not yet entered."""
    if cluster:
        from reportpdf.dispatch.executor_cluster import ClusterExecutor

        return ClusterExecutor(cluster)
    from reportpdf.dispatch.executor_local import LocalExecutor

    return LocalExecutor(workers)


def attempt(make: Callable[[S, I], R], shared: S, item: I) -> Outcome[I, R]:
    """``make`` done for one item; whatever went wrong with it is the item's own affair."""
    try:
        return Done(item, make(shared, item))
    except Exception as error:
        return Undone(item, problems_of(error))


def problems_of(error: Exception) -> tuple[Problem, ...]:
    """What an exception tells: its problems, what the system refused, or a fault of ours with its line."""
    if isinstance(error, ReportpdfError):
        return error.problems
    if isinstance(error, MemoryError):
        return (problem("out-of-memory"),)
    if isinstance(error, ModuleNotFoundError):
        return (problem("part-missing", name=error.name),)
    if isinstance(error, OSError) and error.filename is not None:
        from reportpdf.writable import os_problem

        return (os_problem(error, Path(str(error.filename))),)
    return (problem("work-fault", kind=type(error).__name__, where=_where(error)),)


def _where(error: Exception) -> str:
    """The line that raised, as ``module:line``."""
    trace = error.__traceback__
    if trace is None:
        return "?"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"

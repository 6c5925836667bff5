"""The executor of this machine: processes of ``concurrent.futures``, or this process alone.

Comes in: work as :class:`~reportpdf.dispatch.executor.Executor` has it. Goes out: its outcomes. A process
that dies takes nothing with it: what it was at is done again one by one, and an item that two
processes died of is given up and told. However this process ends, even by SIGKILL, the others end with it.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from operator import length_hint
from typing import Any

from reportpdf.base.problem import Problem, problem
from reportpdf.dispatch.chunking import Chunking
from reportpdf.dispatch.crew import Answer, Crew
from reportpdf.dispatch.executor import I, Outcome, R, S, Undone, attempt, problems_of

_AHEAD = 2
"""Chunks for each process that are on their way: while one is worked on the next is there."""

_DEATHS = 2
"""An item is given up when so many processes died of it and it alone."""


def all_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class LocalExecutor:
    """Work in ``workers`` processes of this machine (0: as many as there are cores); in this one if 1."""

    def __init__(self, workers: int = 0) -> None:
        self.workers = workers or all_cores()
        self.notes: tuple[Problem, ...] = ()

    def __enter__(self) -> LocalExecutor:
        return self

    def __exit__(self, *raised: object) -> None:
        return None

    def run(
        self, make: Callable[[S, I], R], shared: S, items: Iterable[I]
    ) -> Generator[Outcome[I, R], None, None]:
        """An outcome for every item; a single one is not worth a process."""
        total = length_hint(items, 0)
        given = iter(items)
        first = list(islice(given, self.workers))
        if self.workers == 1 or len(first) < 2:
            for item in first:
                yield attempt(make, shared, item)
            for item in given:
                yield attempt(make, shared, item)
            return
        crew = Crew(min(self.workers, len(first)), pickle.dumps((make, shared)))
        try:
            yield from _Run(crew, first, given, total).outcomes()
            crew.dismiss()
        finally:
            crew.end()


class _Run:
    """One run of a crew: chunks out, outcomes in."""

    def __init__(self, crew: Crew, first: list[Any], rest: Iterator[Any], total: int) -> None:
        self._crew = crew
        self._ahead = deque(first)
        self._rest = rest
        self._chunking = Chunking(crew.size, total)
        self._out: dict[Future[Answer], tuple[Any, ...]] = {}

    def outcomes(self) -> Iterator[Any]:
        """All outcomes."""
        while self._send() or self._out:
            ready, _ = wait(self._out, return_when=FIRST_COMPLETED)
            suspects: list[Any] = []
            for future in ready:
                yield from self._harvest(future, suspects)
            if suspects:
                # one process died, and with it the pool: whatever was out may have been its end
                for future in wait(self._out).done:
                    yield from self._harvest(future, suspects)
                yield from self._one_by_one(suspects)

    def _send(self) -> bool:
        """Send chunks until enough are on their way; whether any is."""
        while len(self._out) < self._crew.size * _AHEAD:
            chunk = tuple(self._take(self._chunking.take()))
            if not chunk:
                break
            try:
                self._out[self._crew.send(chunk)] = chunk
            except BrokenProcessPool:  # it died before any of these was begun
                self._ahead.extendleft(reversed(chunk))
                if not self._out:
                    self._crew.renew()
                    continue
                break
        return bool(self._out)

    def _take(self, count: int) -> Iterator[Any]:
        for _ in range(count):
            if self._ahead:
                yield self._ahead.popleft()
            else:
                yield from islice(self._rest, 1)

    def _harvest(self, future: Future[Answer], suspects: list[Any]) -> Iterator[Any]:
        """The outcomes of a chunk; those of a chunk that was lost join the suspects."""
        chunk = self._out.pop(future)
        try:
            seconds, outcomes = future.result()
        except BrokenProcessPool:
            suspects.extend(chunk)
        except Exception as error:  # what was made cannot be sent
            yield from (Undone(item, problems_of(error)) for item in chunk)
        else:
            self._chunking.learn(len(chunk), seconds)
            yield from outcomes

    def _one_by_one(self, suspects: list[Any]) -> Iterator[Any]:
        """Each item alone, so that it is known which of them a process dies of."""
        self._crew.renew()
        for item in suspects:
            yield from self._alone(item)

    def _alone(self, item: Any) -> Iterator[Any]:
        """The outcome of an item with nothing else under way; two processes may die of it."""
        for _ in range(_DEATHS):
            try:
                _, outcomes = self._crew.send((item,)).result()
            except BrokenProcessPool:
                self._crew.renew()
            except Exception as error:
                yield Undone(item, problems_of(error))
                return
            else:
                yield from outcomes
                return
        yield Undone(item, (problem("worker-lost"),))

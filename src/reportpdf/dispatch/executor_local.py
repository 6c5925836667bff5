"""The executor of this machine: processes of ``concurrent.futures``, or this process alone.

Comes in: work as :class:`~reportpdf.dispatch.executor.Executor` has it. Goes out: its outcomes. A process
that dies takes nothing with it: what it was at is done again one by one, and an item that was there when two
processes died is given up and told. However this process ends, even by SIGKILL, the others end with it.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from operator import length_hint
from typing import Any

from reportpdf.base.problem import Problem, problem
from reportpdf.dispatch.chunking import Chunking
from reportpdf.dispatch.executor import I, Outcome, R, S, Undone, attempt, problems_of

_AHEAD = 2
"""Chunks for each process that are on their way: while one is worked on the next is there."""

_GRACE = 2.0
"""Seconds that a process has to take its half files away when it is told to end."""

_Answer = tuple[float, list[Any]]


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
        crew = _Crew(min(self.workers, len(first)), pickle.dumps((make, shared)))
        try:
            yield from _Run(crew, first, given, total).outcomes()
            crew.dismiss()
        finally:
            crew.end()


class _Run:
    """One run of a crew: chunks out, outcomes in."""

    def __init__(self, crew: _Crew, first: list[Any], rest: Iterator[Any], total: int) -> None:
        self._crew = crew
        self._ahead = deque(first)
        self._rest = rest
        self._chunking = Chunking(crew.size, total)
        self._out: dict[Future[_Answer], tuple[Any, ...]] = {}

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

    def _harvest(self, future: Future[_Answer], suspects: list[Any]) -> Iterator[Any]:
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
            try:
                _, outcomes = self._crew.send((item,)).result()
            except BrokenProcessPool:
                yield Undone(item, (problem("worker-lost"),))
                self._crew.renew()
            except Exception as error:
                yield Undone(item, problems_of(error))
            else:
                yield from outcomes


class _Crew:
    """The processes of one run. ``packed`` is make and shared, pickled once for all of them."""

    def __init__(self, size: int, packed: bytes) -> None:
        self.size = size
        self._packed = packed
        self._others = _children()
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        from multiprocessing import get_context

        return ProcessPoolExecutor(
            self.size, mp_context=get_context(_way_to_start()), initializer=_begin, initargs=(self._packed,)
        )

    def send(self, chunk: tuple[Any, ...]) -> Future[_Answer]:
        """Send a chunk to whichever process is free first."""
        return self._pool.submit(_work, chunk)

    def renew(self) -> None:
        """New processes for those of a broken pool."""
        self.end()
        self._pool = self._start()

    def dismiss(self) -> None:
        """Let the processes end of themselves; nothing is out."""
        self._pool.shutdown(wait=True)

    def end(self) -> None:
        """End the processes, whatever they are at."""
        crew = _children() - self._others
        for child in crew:
            child.terminate()
        for child in crew:
            child.join(_GRACE)
            child.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)


def _children() -> set[Any]:
    from multiprocessing import active_children

    return set(active_children())


def _way_to_start() -> str:
    """``fork`` where it is safe, ``spawn`` elsewhere.

    A fork is there in 4 ms with all modules, a new interpreter in 40 and then has to import them; 1,000
    copies take a second. But of a process with threads a fork has only one (POSIX.1-2017 fork), and on
    macOS system libraries do not bear it.
    """
    import sys
    import threading

    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


_TOOLS: list[Any] = []
"""In a process of a crew: make and shared."""


def _begin(packed: bytes) -> None:
    """Make a process ready: it leaves Ctrl-C to its parent, ends with it, and opens what all items share."""
    import gc
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _unwind)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()  # what a fork shares with its parent stays shared
    gc.enable()
    _TOOLS[:] = pickle.loads(packed)


def _unwind(number: int, _: object) -> None:
    """SIGTERM ends a process by the way of its stack, so that no half file is left."""
    raise SystemExit(128 + number)


def _end_with_parent() -> None:
    import signal
    import time
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(_GRACE)
        os._exit(1)


def _work(chunk: tuple[Any, ...]) -> _Answer:
    """The outcomes of a chunk, and how long they took: the next chunks are sized by it."""
    from time import perf_counter

    make, shared = _TOOLS
    began = perf_counter()
    try:
        outcomes = [attempt(make, shared, item) for item in chunk]
    except SystemExit:  # told to end; the pool would take it for an answer
        os._exit(1)
    return perf_counter() - began, outcomes

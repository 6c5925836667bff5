"""The executor of many machines: Dask distributed, whose scheduler and workers somebody else has started.

Comes in: work as :class:`~reportpdf.dispatch.executor.Executor` has it, the scheduler's address. Goes out:
its outcomes. What all items share is sent to each worker once; results come back to this process, which
writes them. The chunks of a worker that is lost go to others, by Dask's own hand. Who may reach a scheduler
may run anything on its workers: the cluster is the user's own.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from hashlib import sha256
from importlib import import_module
from itertools import islice
from operator import length_hint
from threading import Lock
from typing import Any

from reportpdf.base.problem import Place, Problem, ResourceError, problem
from reportpdf.dispatch.chunking import Chunking
from reportpdf.dispatch.executor import I, Outcome, R, S, Undone, attempt, problems_of

_AHEAD = 2
"""Chunks for each thread of the cluster that are on their way."""

_LOOK = 5.0
"""Seconds without an outcome after which the workers are counted again."""

_PATIENCE = 10.0
"""Seconds to wait for scheduler and first worker; later none may be there for six times that."""

_Answer = tuple[float, list[Any]]


class ClusterExecutor:
    """Work on a cluster; a context manager that keeps the connection. ``notes`` are worth telling."""

    def __init__(self, address: str, *, patience: float = _PATIENCE) -> None:
        self._address = address
        self._patience = patience
        self._client: Any = None
        self.notes: tuple[Problem, ...] = ()

    def __enter__(self) -> ClusterExecutor:
        """Connect.

        Raises: ResourceError when Dask, the scheduler or its workers are missing, or of another version.
        """
        from reportpdf.dispatch.cluster_client import connect

        self._client, self.notes = connect(self._address, self._patience)
        return self

    def __exit__(self, *raised: object) -> None:
        self._client.close()

    def run(
        self, make: Callable[[S, I], R], shared: S, items: Iterable[I]
    ) -> Generator[Outcome[I, R], None, None]:
        """An outcome for every item.

        Raises: ResourceError when the scheduler, or the last worker for a minute, is gone.
        """
        run = _Run(self._client, self._place(), 6 * self._patience, pickle.dumps((make, shared)), items)
        try:
            yield from run.outcomes()
        finally:
            run.end()

    def _place(self) -> Place:
        return Place(self._address)


class _Run:
    """One run: chunks out to the cluster, outcomes in."""

    def __init__(
        self, client: Any, place: Place, patience: float, packed: bytes, items: Iterable[Any]
    ) -> None:
        self._client = client
        self._place = place
        self._patience = patience
        self._token = sha256(packed).hexdigest()
        self._packed = packed
        self._there: Any = None
        self._threads = self._count()
        self._chunking = Chunking(self._threads, length_hint(items, 0))
        self._rest = iter(items)
        self._suspects: deque[Any] = deque()
        self._alone: Any = None
        self._died = False
        self._out: dict[Any, tuple[Any, ...]] = {}

    def outcomes(self) -> Iterator[Any]:
        """All outcomes."""
        distributed: Any = import_module("distributed")
        idle = 0.0
        try:
            self._share()
            while self._send():
                try:
                    distributed.wait(list(self._out), timeout=_LOOK, return_when="FIRST_COMPLETED")
                except TimeoutError:
                    idle = self._look_again(idle)
                except CancelledError as error:  # the futures say so themselves
                    if self._client.status != "running":
                        raise ResourceError(problem("cluster-lost", self._place)) from error
                for future in [one for one in self._out if one.status != "pending"]:
                    idle = 0.0
                    yield from self._harvest(future)
        except OSError as error:  # and CommClosedError
            raise ResourceError(problem("cluster-lost", self._place)) from error

    def _share(self) -> None:
        """Send what all items share to every worker that is there; later ones get it from those.

        Raises: ResourceError when none is there, nor comes.
        """
        try:
            self._client.wait_for_workers(1, timeout=self._patience)
        except TimeoutError as error:
            raise ResourceError(problem("cluster-no-workers", self._place)) from error
        self._there = self._client.scatter(self._packed, broadcast=True, hash=False)

    def _send(self) -> bool:
        """Send chunks until enough are on their way; whether any is."""
        if self._suspects:
            if not self._out:
                self._alone, self._died = self._submit((self._suspects.popleft(),)), False
            return True
        while len(self._out) < max(self._threads, 1) * _AHEAD:
            chunk = tuple(islice(self._rest, self._chunking.take()))
            if not chunk:
                break
            self._submit(chunk)
        return bool(self._out)

    def _submit(self, chunk: tuple[Any, ...]) -> Any:
        future = self._client.submit(_work, self._there, self._token, chunk, pure=False)
        self._out[future] = chunk
        return future

    def _harvest(self, future: Any) -> Iterator[Any]:
        """The outcomes of a chunk. What was out when workers died is done again alone, and given up when two
        have died of it, or as many as the scheduler allows."""
        distributed: Any = import_module("distributed")
        chunk = self._out.pop(future)
        alone = future is self._alone
        try:
            seconds, outcomes = future.result()
        except (distributed.KilledWorker, CancelledError) as error:
            self._share()  # all that had it may be gone
            if alone and (self._died or isinstance(error, distributed.KilledWorker)):
                yield Undone(chunk[0], (problem("worker-lost"),))
            elif alone:
                self._died = True
                self._alone = self._submit(chunk)
            else:
                self._suspects.extend(chunk)
        except Exception as error:  # what was made cannot be sent, or not be read here
            yield from (Undone(item, problems_of(error)) for item in chunk)
        else:
            self._chunking.learn(len(chunk), seconds)
            yield from outcomes

    def _look_again(self, idle: float) -> float:
        """Count the workers; how long there has been none.

        Raises: ResourceError when that is too long.
        """
        self._threads = self._count()
        if self._threads:
            return 0.0
        if idle >= self._patience:
            raise ResourceError(problem("cluster-no-workers", self._place))
        return idle + _LOOK

    def _count(self) -> int:
        return sum(self._client.nthreads().values())

    def end(self) -> None:
        """Call off what is out."""
        if self._out and self._client.status == "running":
            self._client.cancel(list(self._out), force=True)
        self._out.clear()


_TOOLS: dict[str, Any] = {}
"""On a worker: make and shared, by the hash of their pickle; only the last."""

_AT_WORK = Lock()
"""What is shared is opened once a process, and used by one thread of it at a time."""


def _work(packed: bytes, token: str, chunk: tuple[Any, ...]) -> _Answer:
    """On a worker: the outcomes of a chunk, and how long they took."""
    from time import perf_counter

    with _AT_WORK:
        if token not in _TOOLS:
            _TOOLS.clear()
            _TOOLS[token] = pickle.loads(packed)
        make, shared = _TOOLS[token]
        began = perf_counter()
        outcomes = [attempt(make, shared, item) for item in chunk]
        return perf_counter() - began, outcomes

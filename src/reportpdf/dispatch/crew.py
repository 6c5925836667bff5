"""The processes of this machine that work for one run: started, given chunks, ended.

Comes in: make and shared, pickled once. Goes out: a future of the outcomes of each chunk. A process leaves
Ctrl-C to its parent, takes its half files away when it is told to end, and ends when its parent does, however
that ended.
"""

from __future__ import annotations

import os
import pickle
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any

from reportpdf.dispatch.executor import attempt

_GRACE = 2.0
"""Seconds that a process has to take its half files away when it is told to end."""

Answer = tuple[float, list[Any]]
"""How long a chunk took, and its outcomes."""


class Crew:
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

    def send(self, chunk: tuple[Any, ...]) -> Future[Answer]:
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


def _work(chunk: tuple[Any, ...]) -> Answer:
    """The outcomes of a chunk, and how long they took: the next chunks are sized by it."""
    from time import perf_counter

    make, shared = _TOOLS
    began = perf_counter()
    try:
        outcomes = [attempt(make, shared, item) for item in chunk]
    except SystemExit:  # told to end; the pool would take it for an answer
        os._exit(1)
    return perf_counter() - began, outcomes

"""How far long work is, how fast it goes, and how long it still takes.

Comes in: the number done, of how many. Goes out: a line on a terminal, drawn over the one before; no trace
when it is over.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

from reportpdf.console import cell_width
from reportpdf.wording import Wording

_EVERY = 0.1
"""Seconds between two lines."""

_MINUTE, _HOUR = 60, 3_600


class Pace:
    """The progress of a run; ``total`` 0 where nobody knows it. Nothing is shown off a terminal."""

    def __init__(
        self, wording: Wording, stream: TextIO, total: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._wording, self._stream, self._total, self._clock = wording, stream, total, clock
        self._began = self._shown = clock()
        self._drawn = 0
        self._terminal = stream.isatty()

    def __call__(self, done: int) -> None:
        """Show that so many are done."""
        now = self._clock()
        if not self._terminal or now - self._shown < _EVERY:
            return
        self._shown = now
        line = pace_line(self._wording, done, self._total, now - self._began)
        width = cell_width(line)
        self._stream.write("\r" + line + " " * max(0, self._drawn - width))
        self._stream.flush()
        self._drawn = width

    def clear(self) -> None:
        """Wipe the line."""
        if self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._stream.flush()
            self._drawn = 0


def pace_line(wording: Wording, done: int, total: int, seconds: float) -> str:
    """The line: how many, how fast, how long still."""
    line = wording.phrase("{done} of {total}", done=f"{done:,}", total=f"{total:,}")
    if not done or seconds <= 0:
        return line
    each = seconds / done
    if each <= 1:
        rate = wording.phrase("{n} a second", n=f"{1 / each:,.0f}")
    else:
        rate = wording.phrase("{n} a minute", n=f"{_MINUTE / each:,.1f}")
    left = wording.phrase("{time} left", time=_duration(wording, (total - done) * each))
    return wording.phrase("{line}, {rate}, {left}", line=line, rate=rate, left=left)


def _duration(wording: Wording, seconds: float) -> str:
    """A time as people say it, no more exact than an estimate is."""
    if seconds < _MINUTE:
        return wording.phrase("{n} s", n=f"{seconds:.0f}")
    if seconds < _HOUR:
        return wording.phrase("{n} min", n=f"{seconds / _MINUTE:.0f}")
    return wording.phrase("{n} h", n=f"{seconds / _HOUR:.1f}")

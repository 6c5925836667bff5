"""How far long work is, how fast it goes, and how long it still takes.

Comes in: the number done, of how many. Goes out: a line on a terminal, drawn over the one before; no trace
when it is over.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

from reportpdf.console import StatusLine
from reportpdf.wording import Wording

BETWEEN = 0.1
"""Seconds between two lines."""

_MINUTE, _HOUR = 60, 3_600


class Pace:
    """The progress of a run; ``total`` 0 where nobody knows it. Nothing is shown off a terminal."""

    def __init__(
        self, wording: Wording, stream: TextIO, total: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._wording, self._total, self._clock = wording, total, clock
        self._line = StatusLine(stream)
        self._began = self._shown = clock()
        self.clear = self._line.clear

    def __call__(self, done: int) -> None:
        """Show that so many are done."""
        now = self._clock()
        if not self._line.is_seen or now - self._shown < BETWEEN:
            return
        self._shown = now
        self._line.draw(pace_line(self._wording, done, self._total, now - self._began))


def pace_line(wording: Wording, done: int, total: int, seconds: float) -> str:
    """The line: how many, how fast, how long still."""
    line = wording.phrase("{done} of {total}", done=f"{done:,}", total=f"{total:,}")
    return with_pace(wording, line, done, total, seconds)


def with_pace(wording: Wording, line: str, done: int, total: int, seconds: float) -> str:
    """The line, with how fast it goes and how long still, once that can be known."""
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

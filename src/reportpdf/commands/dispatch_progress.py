"""How far a run of copies is: a bar, the rate, and the time that is left.

Comes in: what is done and how much there is. Goes out: one line on a terminal, drawn anew at most ten times a
second and wiped when it is over; nothing where there is no terminal.
"""

from __future__ import annotations

import time
from typing import TextIO

from reportpdf.console import cell_width
from reportpdf.wording import Wording

_CELLS = 24
_BETWEEN = 0.1
"""Seconds between two drawings."""

_SURE = 1.0
"""Seconds after which the rate says something about the rest."""


class DispatchProgress:
    """The progress of one run; call it with a stage and numbers."""

    def __init__(self, wording: Wording, stream: TextIO) -> None:
        self._wording = wording
        self._stream = stream
        self._terminal = stream.isatty()
        self._stage = ""
        self._began = self._drawn_at = time.monotonic()
        self._width = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are ready."""
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._began = stage, now
        if not self._terminal or (now - self._drawn_at < _BETWEEN and done < total):
            return
        self._drawn_at = now
        self._draw(self._line(stage, done, total, now - self._began))

    def clear(self) -> None:
        """Wipe the line."""
        if self._width:
            self._draw("")
            self._stream.write("\r")
            self._stream.flush()

    def _draw(self, line: str) -> None:
        width = cell_width(line)
        self._stream.write("\r" + line + " " * max(0, self._width - width))
        self._stream.flush()
        self._width = width

    def _line(self, stage: str, done: int, total: int, seconds: float) -> str:
        """The bar with its numbers; the rate once it can be known."""
        full = _CELLS * done // max(total, 1)
        bar = "█" * full + "░" * (_CELLS - full)
        named = f"{self._name(stage)} {bar} {done:,}/{total:,}"
        if seconds < _SURE or not done:
            return named
        rate = done / seconds
        left = _clock((total - done) / rate)
        return named + self._wording.phrase(
            "  {rate} a second, {left} left", rate=f"{rate:,.{0 if rate >= 1 else 1}f}", left=left
        )

    def _name(self, stage: str) -> str:
        wording = self._wording
        if stage == "copies":
            return wording.phrase("making copies")
        if stage == "check":
            return wording.phrase("checking copies")
        if stage == "post":
            return wording.phrase("sending")
        return wording.phrase("writing lists") if stage == "lists" else wording.phrase("setting the pages")


def _clock(seconds: float) -> str:
    """A time that is left, as minutes and seconds."""
    whole = round(seconds)
    return (
        f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
        if whole >= 3600
        else f"{whole // 60}:{whole % 60:02}"
    )

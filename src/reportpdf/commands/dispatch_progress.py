"""How far a run of copies is: a bar, the rate, and the time that is left.

Comes in: what is done and how much there is. Goes out: one line on a terminal, drawn anew at most ten times a
second and wiped when it is over; nothing where there is no terminal.
"""

from __future__ import annotations

import time
from typing import TextIO

from reportpdf.commands.pace import BETWEEN, with_pace
from reportpdf.console import StatusLine
from reportpdf.wording import Wording

_CELLS = 24

_SURE = 1.0
"""Seconds after which the rate says something about the rest [choice]."""


class DispatchProgress:
    """The progress of one run; call it with a stage and numbers."""

    def __init__(self, wording: Wording, stream: TextIO) -> None:
        self._wording = wording
        self._line = StatusLine(stream)
        self._stage = ""
        self._began = self._drawn_at = time.monotonic()
        self.clear = self._line.clear

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are ready."""
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._began = stage, now
        if not self._line.is_seen or (now - self._drawn_at < BETWEEN and done < total):
            return
        self._drawn_at = now
        self._line.draw(self._said(stage, done, total, now - self._began))

    def _said(self, stage: str, done: int, total: int, seconds: float) -> str:
        """The bar with its numbers; the pace once it can be known."""
        full = _CELLS * done // max(total, 1)
        bar = "█" * full + "░" * (_CELLS - full)
        named = f"{self._name(stage)} {bar} {done:,}/{total:,}"
        return named if seconds < _SURE else with_pace(self._wording, named, done, total, seconds)

    def _name(self, stage: str) -> str:
        wording = self._wording
        if stage == "copies":
            return wording.phrase("making copies")
        if stage == "check":
            return wording.phrase("checking copies")
        if stage == "post":
            return wording.phrase("sending")
        return wording.phrase("writing lists") if stage == "lists" else wording.phrase("setting the pages")

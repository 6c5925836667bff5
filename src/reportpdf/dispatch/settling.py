"""Written copies become made ones: on the disk, under their own names, and in the ledger, in this order.

Comes in: copies as they are written, from one process or many. Goes out: rows of the ledger that are made.
Many are settled together, for one sync and one transaction cost as much as for a single copy."""

from __future__ import annotations

import os
from pathlib import Path

from reportpdf.dispatch.copy_work import CopyTask, Made, NotMade, part_of
from reportpdf.dispatch.ledger import Ledger
from reportpdf.dispatch.ledger_row import MadeCopy
from reportpdf.dispatch.sync import bring_to_disk
from reportpdf.writable import os_problem

_TOGETHER = 50
"""Copies that are settled together; a run that is killed makes so many again at most."""


class Settling:
    """Copies on their way into the ledger. What it settles it hands out once."""

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self._ledger, self._folder = ledger, folder
        self._waiting: list[tuple[MadeCopy, str]] = []

    def take(self, batch: tuple[CopyTask, ...], answers: tuple[Made, ...]) -> list[NotMade]:
        """Take what was written; what was not."""
        paths = {task.id: task.path for task in batch}
        self._waiting += [(one, paths[one.id]) for one in answers if isinstance(one, MadeCopy)]
        return [one for one in answers if isinstance(one, NotMade)]

    @property
    def is_due(self) -> bool:
        """Whether enough wait to be settled together."""
        return len(self._waiting) >= _TOGETHER

    def settle(self, at: str) -> tuple[list[MadeCopy], list[NotMade]]:
        """Settle all that wait: those that are made now, and those that the disk refused."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return [], []
        parts = [part_of(self._folder, path, copy.id) for copy, path in waiting]
        made: list[MadeCopy] = []
        refused: list[NotMade] = []
        try:
            bring_to_disk(self._folder, parts)
        except OSError as error:
            for part in parts:
                part.unlink(missing_ok=True)
            return [], [NotMade(copy.id, os_problem(error, self._folder / path)) for copy, path in waiting]
        for (copy, path), part in zip(waiting, parts, strict=True):
            try:
                os.replace(part, self._folder / path)
                made.append(copy)
            except OSError as error:
                part.unlink(missing_ok=True)
                refused.append(NotMade(copy.id, os_problem(error, self._folder / path)))
        with self._ledger.transaction():
            self._ledger.made(made, at)
        return made, refused

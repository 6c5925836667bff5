"""Batches of copies made on machines that do not share this one's disk.

Comes in: what the local work has, and the bytes of the bases, which go to each worker once. Goes out: of a
plain copy its tail only, of a locked or signed one the whole file; :class:`FarWork` writes them here. So a
cluster needs no common folder, and a worker keeps nothing of a copy."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import ReportpdfError
from reportpdf.dispatch.base_file import BaseFile, write_all
from reportpdf.dispatch.carried import Carried
from reportpdf.dispatch.copies import CopyBase
from reportpdf.dispatch.copy_work import CopyTask, Made, NotMade, Workshop, part_of, ready, whole_copy
from reportpdf.dispatch.executor import Done, Executor, Outcome
from reportpdf.dispatch.ledger_row import MadeCopy
from reportpdf.writable import os_problem

if TYPE_CHECKING:
    from reportpdf.finish.sign import Signer

Batch = tuple[CopyTask, ...]


@dataclass(frozen=True, slots=True)
class FarCopy:
    """A copy on its way here; ``whole``: these are all its bytes, not its tail."""

    id: int
    data: bytes = field(repr=False)
    whole: bool
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, repr=False)
class FarShop:
    """What all batches share on a worker: the workshop, whose bases take their files along."""

    bases: Mapping[str, Carried[CopyBase]]
    signer: Signer | None
    at: datetime | None

    def workshop(self) -> Workshop:
        """The workshop on this machine; no folder is written to."""
        return Workshop(Path(), {name: base.thing for name, base in self.bases.items()}, self.signer, self.at)


def make_far(far: FarShop, batch: Batch) -> tuple[FarCopy | NotMade, ...]:
    """On a worker: the copies of a batch, each made or not."""
    made: list[FarCopy | NotMade] = []
    shop = far.workshop()
    for task in batch:
        try:
            if (data := whole_copy(shop, task)) is not None:
                made.append(FarCopy(task.id, data, True, len(data), sha256(data).hexdigest()))
            else:
                copy = shop.bases[task.edition].tail(task.mark)
                made.append(FarCopy(task.id, copy.tail, False, copy.size, copy.sha256))
        except ReportpdfError as error:
            made.append(NotMade(task.id, error.problems[0]))
    return tuple(made)


class FarWork:
    """Batches done by a cluster, and what they give written here."""

    def __init__(self, shop: Workshop, executor: Executor) -> None:
        self._shop, self._executor = shop, executor
        self._files: dict[str, BaseFile] = {}

    def run(self, batches: list[Batch]) -> Iterator[Outcome[Batch, tuple[Made, ...]]]:
        """An outcome for each batch, its copies written beside their places."""
        shop = self._shop
        carried = {name: Carried(base) for name, base in shop.bases.items()}
        shared = FarShop(carried, shop.signer, shop.at)
        answers = self._executor.run(make_far, shared, batches)
        try:
            for answer in answers:
                if isinstance(answer, Done):
                    yield Done(answer.item, tuple(self._land(answer.item, answer.result)))
                else:
                    yield answer
        finally:
            answers.close()

    def _land(self, batch: Batch, copies: Iterable[FarCopy | NotMade]) -> Iterator[Made]:
        tasks = {task.id: task for task in batch}
        for copy in copies:
            if isinstance(copy, NotMade):
                yield copy
                continue
            task = tasks[copy.id]
            part = part_of(self._shop.folder, task.path, task.id)
            try:
                ready(self._shop.folder, part.parent, part)
                self._write(task, copy, part)
                yield MadeCopy(copy.id, copy.size, copy.sha256)
            except OSError as error:
                part.unlink(missing_ok=True)
                yield NotMade(copy.id, os_problem(error, self._shop.folder / task.path))
            except ReportpdfError as error:
                yield NotMade(copy.id, error.problems[0])

    def _write(self, task: CopyTask, copy: FarCopy, part: Path) -> None:
        out = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            if not copy.whole:
                base = self._shop.bases[task.edition]
                if task.edition not in self._files:
                    self._files[task.edition] = BaseFile(base.path, base.sha256)
                self._files[task.edition].copy_to(out)
            write_all(out, copy.data)
        finally:
            os.close(out)

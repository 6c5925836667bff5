"""Batches of copies made on machines that do not share this one's disk.

Comes in: what the local work has, and the bytes of the bases, which go to each worker once. Goes out: of a
plain copy its tail only, of a locked or signed one the whole file; :class:`FarWork` writes them here. So a
cluster needs no common folder, and a worker keeps nothing of a copy."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from reportpdf.base.problem import ReportpdfError
from reportpdf.dispatch.base_file import BaseFile, write_all
from reportpdf.dispatch.copies import CopyBase
from reportpdf.dispatch.copy_work import CopyTask, Made, NotMade, Workshop, part_of, ready, whole_copy
from reportpdf.dispatch.executor import Done, Executor, Outcome
from reportpdf.dispatch.ledger_row import MadeCopy
from reportpdf.writable import os_problem

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
    """What all batches share on a worker: the workshop, and the bytes of its bases."""

    shop: Workshop
    bytes: Mapping[str, bytes]


_PLACED: dict[str, Path] = {}
"""On a worker: the bases that lie there, by hash."""


def make_far(far: FarShop, batch: Batch) -> tuple[FarCopy | NotMade, ...]:
    """On a worker: the copies of a batch, each made or not."""
    made: list[FarCopy | NotMade] = []
    for edition, base in far.shop.bases.items():
        base.path = _placed(base, far.bytes[edition])
    for task in batch:
        base = far.shop.bases[task.edition]
        try:
            if (data := whole_copy(far.shop, task)) is not None:
                made.append(FarCopy(task.id, data, True, len(data), sha256(data).hexdigest()))
            else:
                copy = base.tail(task.mark)
                made.append(FarCopy(task.id, copy.tail, False, copy.size, copy.sha256))
        except ReportpdfError as error:
            made.append(NotMade(task.id, error.problems[0]))
    return tuple(made)


def _placed(base: CopyBase, data: bytes) -> Path:
    """Where the base lies on this worker, written there when first asked for."""
    if base.sha256 not in _PLACED:
        import atexit
        import shutil
        import tempfile

        folder = tempfile.mkdtemp(prefix="reportpdf-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        path = Path(folder, "base.pdf")
        path.write_bytes(data)
        _PLACED[base.sha256] = path
    return _PLACED[base.sha256]


class FarWork:
    """Batches done by a cluster, and what they give written here."""

    def __init__(self, shop: Workshop, executor: Executor) -> None:
        self._shop, self._executor = shop, executor
        self._files: dict[str, BaseFile] = {}

    def run(self, batches: list[Batch]) -> Iterator[Outcome[Batch, tuple[Made, ...]]]:
        """An outcome for each batch, its copies written beside their places."""
        shared = FarShop(
            self._shop, {name: base.path.read_bytes() for name, base in self._shop.bases.items()}
        )
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

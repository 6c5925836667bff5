"""``reportpdf import``: make a report folder of what departments send, or bring one up to date.

Comes in: the order. Goes out: ``report.yaml`` with its photos and workbooks, written together or not at
all; what an editor is asked, on the terminal and in the file. Exit code 0, or 2 with nothing written.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.commands.answer import Json, encode, problem_list
from reportpdf.commands.grammar import Order
from reportpdf.console import Console
from reportpdf.writable import check_writable

if TYPE_CHECKING:
    from reportpdf.source.intake.take_in import Intake


def run(order: Order, console: Console) -> int:
    """Take the files in.

    Raises: ReportpdfError with every problem that kept the folder from being made.
    """
    from reportpdf.source.intake.take_in import take_in

    folder = _folder(order)
    wording = console.wording

    def say(ask: Problem) -> str:
        return wording.sentence(wording.word(ask))

    intake = take_in(order.arguments, folder, say, update="update" in order.switches)
    written = _write(intake, folder)
    if "json" in order.switches:
        answer: Json = {
            "outputs": [
                {"path": str(path), "kind": kind, "bytes": size, "sha256": digest}
                for path, kind, size, digest in written
            ],
            "problems": problem_list(intake.problems, wording),
            "changes": [],
            "seconds": {},
        }
        console.answer_text(encode(answer))
        return 0
    console.problems(intake.problems)
    _account(folder, written, intake, console)
    return 0


def _folder(order: Order) -> Path:
    """The report's folder.

    Raises: InputError when it was not named or cannot be written.
    """
    given = order.values.get("output")
    if given is None:
        raise InputError(problem("import-no-folder"))
    folder = Path(given)
    if problems := check_writable(folder / "report.yaml"):
        raise InputError(*problems)
    return folder


def _write(intake: Intake, folder: Path) -> list[tuple[Path, str, int, str]]:
    """Write what is new or changed: path, kind, bytes and hash of each file.

    Raises: InputError when a place cannot be written.
    """
    from reportpdf.output import Staging

    written = []
    with Staging(inputs=intake.read) as staging:
        for file in intake.files:
            path, data = folder / file.name, file.read()
            if path.is_file() and path.read_bytes() == data:
                continue
            staging.add(path, data)
            kind = os.path.splitext(file.name)[1].lstrip(".").lower()
            written.append((path, kind, len(data), sha256(data).hexdigest()))
    return written


def _account(
    folder: Path, written: list[tuple[Path, str, int, str]], intake: Intake, console: Console
) -> None:
    """Tell a person what there is now and what to do next."""
    wording = console.wording
    report = folder / "report.yaml"
    asks = sum(1 for found in intake.problems if found.code.startswith("ask-"))
    if any(path == report for path, *_ in written):
        console.answer(wording.phrase("written: {path}", path=report))
    photos = sum(1 for path, *_ in written if path.parent.name == "photos")
    if photos:
        folder_line = wording.count(
            "{folder}: {n} picture", "{folder}: {n} pictures", photos, folder=folder / "photos"
        )
        console.answer(folder_line)
    if asks:
        console.answer(
            wording.count(
                "{n} question is in the report, behind # check:",
                "{n} questions are in the report, behind # check:",
                asks,
            )
        )

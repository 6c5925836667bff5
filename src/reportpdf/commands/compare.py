"""``reportpdf compare``: what changed between two rounds, two reports, or any two PDFs.

Comes in: the order. Goes out: a short list on the terminal or as JSON; where a folder is named, the lists,
marked pages and pictures in it. Exit code 0 whether or not the two differ: a comparison that was made is
done.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.commands.answer import encode, problem_list
from reportpdf.commands.choices import chosen_format, chosen_theme, report_file
from reportpdf.commands.compare_answer import tell_changes, tell_pdf_changes
from reportpdf.commands.grammar import Order
from reportpdf.commands.render import cache_folder
from reportpdf.commands.round_places import PROOFS
from reportpdf.console import Console, Progress
from reportpdf.writable import check_writable

if TYPE_CHECKING:
    from reportpdf.proof.change_files import RoundState


def run(order: Order, console: Console) -> int:
    """Compare, tell, and write what is asked for.

    Raises: ReportpdfError with every problem that kept the two from being compared; nothing is written then.
    """
    from reportpdf.proof.states import round_folder

    problems: list[Problem] = []
    folder = Path(order.values["output"]) if "output" in order.values else None
    if folder is not None:
        problems += check_writable(folder / "changes.json", ())
    theme = chosen_theme(order.values.get("theme"), problems)
    sheet = chosen_format(order.values.get("format"), problems)
    named = [_named(word, round_folder(word, Path(PROOFS)), problems) for word in order.arguments]
    if any(_is_pdf(path) for path in named) and any(_is_report(path) for path in named):
        problems.append(problem("compare-kinds"))
    if problems:
        raise InputError(*problems)
    progress = Progress(console.wording, console.err)
    try:
        if any(map(_is_pdf, named)):
            return _pdfs(order, console, named, folder, progress)
        return _states(order, console, [(path, theme, sheet) for path in named], folder, progress)
    finally:
        progress.clear()


def _named(word: str, round_: Path | None, problems: list[Problem]) -> Path:
    """The folder of a round, a PDF, or a report's file; what is none of them joins ``problems``."""
    if round_ is not None:
        return round_
    path = report_file(word)
    if not path.is_file():
        problems.append(problem("compare-nothing", given=word))
    return path


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf"


def _is_report(path: Path) -> bool:
    return path.is_file() and not _is_pdf(path)


def _states(
    order: Order,
    console: Console,
    named: list[tuple[Path, str, str]],
    folder: Path | None,
    progress: Progress,
) -> int:
    """Two rounds or reports."""
    from reportpdf.proof.change_files import change_files, compare_rounds
    from reportpdf.proof.change_json import changes_object

    told: list[Problem] = []
    states = [_state(order, path, theme, sheet, told, progress) for path, theme, sheet in named]
    old, new = states
    if old.purpose != new.purpose:
        told.append(problem("compare-painted"))
    files: dict[str, bytes] = {}
    if folder is None:
        changes, _ = compare_rounds(old, new, progress)
    else:
        changes, files = change_files(old, new, progress)
    written = _write(folder, files, [path for path, _, _ in named])
    progress.clear()
    if "json" in order.switches:
        said = changes_object(changes, {"name": old.name}, {"name": new.name})
        console.answer_text(encode({**said, **_outputs(written, told, console)}))
        return 0
    console.problems(told)
    tell_changes(changes, new.snapshot.file, console)
    _tell_written(written, folder, console)
    return 0


def _state(
    order: Order, path: Path, theme: str, sheet: str, told: list[Problem], progress: Progress
) -> RoundState:
    from reportpdf.proof.states import state_of_report, state_of_round

    if path.is_dir():
        return state_of_round(path)
    job = Path(order.values["job"]) if "job" in order.values else None
    state, found = state_of_report(path, theme, sheet, job, cache_folder(), progress)
    told += found
    return state


def _pdfs(order: Order, console: Console, named: list[Path], folder: Path | None, progress: Progress) -> int:
    """Two PDFs; of a round its proof."""
    from reportpdf.proof.compare_pdf import compare_pdfs
    from reportpdf.proof.pdf_files import MOST_PICTURED, pdf_files, pdf_object
    from reportpdf.proof.round_record import PROOF_NAME
    from reportpdf.proof.states import pdf_bytes

    paths = [path / PROOF_NAME if path.is_dir() else path for path in named]
    old, new = (pdf_bytes(path) for path in paths)
    names = str(paths[0]), str(paths[1])
    changes = compare_pdfs(old, new, names, progress)
    told: list[Problem] = []
    files: dict[str, bytes] = {}
    if folder is not None:
        files = pdf_files(changes, old, new, (paths[0].name, paths[1].name), progress)
        if len(changes.pages) > MOST_PICTURED:
            told.append(
                problem("compare-pictures", Place(str(folder)), count=MOST_PICTURED, all=len(changes.pages))
            )
    written = _write(folder, files, paths)
    progress.clear()
    if "json" in order.switches:
        console.answer_text(encode({**pdf_object(changes, names), **_outputs(written, told, console)}))
        return 0
    console.problems(told)
    tell_pdf_changes(changes, console)
    _tell_written(written, folder, console)
    return 0


def _write(folder: Path | None, files: dict[str, bytes], inputs: list[Path]) -> list[Path]:
    """The files in their folder, all of them or none; pictures of an earlier comparison that are not made
    again are taken away."""
    if folder is None:
        return []
    from reportpdf.output import Staging
    from reportpdf.proof.earlier_files import stale_files

    with Staging(inputs=tuple(inputs)) as staging:
        for name, data in files.items():
            staging.add(folder / name, data)
        for path in stale_files(folder, files):
            staging.remove(path)
    return [folder / name for name in files]


def _outputs(written: list[Path], told: list[Problem], console: Console) -> dict[str, object]:
    return {
        "outputs": [str(path) for path in written],
        "problems": problem_list(told, console.wording),
    }


def _tell_written(written: list[Path], folder: Path | None, console: Console) -> None:
    if folder is not None:
        console.answer(
            console.wording.count(
                "{folder}: {n} file", "{folder}: {n} files", len(written), folder=f"{folder}/"
            )
        )

"""The report that stands in the folder already: what an editor made of it since the last import.

In: the folder. Out: its text and the last import's; new text joined with it, or every difference as a
problem where nothing may be changed unasked.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from reportpdf.base.problem import InputError, Place, Problem, problem
from reportpdf.model.report import Report
from reportpdf.source.excerpt import brief
from reportpdf.source.intake.again import Difference, merge
from reportpdf.source.intake.picture_files import NewFile
from reportpdf.source.report_file import decode_report
from reportpdf.source.text_file import make_source, read_source
from reportpdf.source.yaml_compose import read_nodes
from reportpdf.source.yaml_nodes import Mapping, Node, Scalar

_CONTEXT = 12
_SHOWN = 60
"""Characters of a line that are shown of a difference."""


class Standing:
    """The folder as it is."""

    def __init__(self, folder: Path, report: str, last: str, files: str) -> None:
        """Read what is there.

        Raises:
            InputError: the report that is there cannot be read.
        """
        self.folder = folder
        self.path = folder / report
        self.exists = self.path.exists()
        self.text = read_source(self.path, shown=str(self.path)).text if self.exists else ""
        self._last = folder / last
        self.known: dict[str, str] = {}
        """The hash of each file as an import wrote it last."""

        if (folder / files).is_file():
            self.known = _known(folder / files)

    @property
    def last(self) -> str:
        """The text as the last import wrote it.

        Raises:
            InputError: no import wrote this report.
        """
        if not self._last.is_file():
            raise InputError(problem("intake-not-imported", Place(str(self.path))))
        return read_source(self._last, shown=str(self._last)).text

    @property
    def imported(self) -> Report | None:
        """The report as the last import wrote it; None if there is none."""
        if not self.exists:
            return None
        return decode_report(make_source(self.last, shown=str(self._last)), self.folder)

    def fresh(
        self, files: Sequence[NewFile], *, replace_all: bool = False
    ) -> tuple[tuple[NewFile, ...], tuple[Problem, ...]]:
        """Those that are new or that nobody has changed since; a problem for each that somebody has."""
        new, kept = [], []
        for file in files:
            path = self.folder / file.name
            if not path.exists():
                new.append(file)
                continue
            there = sha256(path.read_bytes()).hexdigest()
            if there == sha256(file.read()).hexdigest():
                continue
            if replace_all or there == self.known.get(file.name):
                new.append(file)
            else:
                kept.append(problem("intake-file-kept", Place(str(path))))
        return tuple(new), tuple(kept)

    def changed(self, files: Sequence[NewFile]) -> tuple[Problem, ...]:
        """A problem for each file that would be written over, unasked."""
        new, _ = self.fresh(files)
        return tuple(
            problem("file-differs", Place(str(self.folder / file.name)))
            for file in new
            if (self.folder / file.name).exists()
        )


def joined(
    standing: Standing, new: str, files: Sequence[NewFile], cells: Sequence[Problem], *, update: bool
) -> tuple[str, tuple[Problem, ...]]:
    """The report with the manuscript's changes, and what is told of them. ``cells`` are told in any case.

    Raises:
        InputError: there are changes and ``update`` was not said, or the two cannot be joined.
    """
    merged = merge(standing.last, standing.text, new)
    differing = (*(_told(standing, d, update=update) for d in merged.differences), *standing.changed(files))
    if not differing:
        return standing.text, (problem("intake-same", Place(str(standing.path))), *cells)
    if not update:
        raise InputError(*differing, *cells)
    text = merged.text
    if _words(text) != _words(merged.bare):  # a comment fell into a text of several paragraphs
        text = "".join(f"{line.strip()}\n" for line in merged.comments) + merged.bare
    try:
        decode_report(make_source(text, shown=str(standing.path)), standing.folder)
    except InputError as error:
        raise InputError(problem("intake-no-merge", Place(str(standing.path))), *error.problems) from error
    told = tuple(d for d in differing if d.code != "file-differs")
    return text, (*told, *cells)


def _told(standing: Standing, difference: Difference, *, update: bool) -> Problem:
    """A difference as it is told: refused, taken, or left to the editor."""
    code = "report-conflict" if difference.conflict else "report-changed" if update else "report-differs"
    before, after = _apart(*(_words_of(lines) for lines in (difference.before, difference.after)))
    place = Place(str(standing.path), difference.line, 1)
    if not before:
        code = "report-new" if not difference.conflict else code
    elif not after:
        code = "report-gone" if not difference.conflict else code
    unasked = not update and code in ("report-new", "report-gone")
    return problem(f"{code}-unasked" if unasked else code, place, before=before or "…", after=after or "…")


def _words_of(lines: Sequence[str]) -> str:
    return " / ".join(line.strip() for line in lines if line.strip())


def _apart(before: str, after: str) -> tuple[str, str]:
    """Both texts cut to where they differ, with some words before that."""
    same = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    start = same - _CONTEXT if before and after and same > _SHOWN // 2 else 0
    lead = "…" if start else ""
    return (brief(lead + before[start:], _SHOWN) if before else ""), (
        brief(lead + after[start:], _SHOWN) if after else ""
    )


def _known(path: Path) -> dict[str, str]:
    """The hashes of the last import; a damaged list counts as none, so that nothing is written over."""
    try:
        listed = json.loads(path.read_bytes())
    except ValueError:
        return {}
    return {k: v for k, v in listed.items() if isinstance(v, str)} if isinstance(listed, dict) else {}


def _words(text: str) -> list[str]:
    """Every scalar of a report's text."""
    found: list[str] = []
    waiting: list[Node] = [read_nodes(make_source(text, shown="report.yaml")).root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            found.append(node.value)
        elif isinstance(node, Mapping):
            waiting += [value for _, value in node.items]
        else:
            waiting += node.items
    return found

"""What goes with the copies: the manifest, 分发清单 and 签收单, of finished copies only.

Comes in: the ledger. Goes out: files in the dispatch's folder, each whole. The lists are set side by side,
for with a thousand departments they take as long as the copies; very long ones are several files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reportpdf.base.problem import InputError
from reportpdf.dispatch.executor import Done
from reportpdf.dispatch.executor_local import LocalExecutor
from reportpdf.dispatch.ledger import Ledger
from reportpdf.dispatch.lists import (
    DISTRIBUTION,
    RECEIPT,
    Volume,
    chinese_date,
    distribution_list,
    list_lines,
    receipt_sheet,
    volumes,
)
from reportpdf.dispatch.manifest import MANIFEST_CSV, MANIFEST_JSON, rows_csv, rows_json, write_lines
from reportpdf.forms import set_form
from reportpdf.output import Staging
from reportpdf.painting import Progress

_FACTS = ("title", "begun", "report", "list")
"""Of the whole dispatch, in the manifest."""

_WORTH = 100
"""Lines from which a process of its own is worth its start."""

_VOLUME = 2_000
"""Lines of one file: 60 pages."""


@dataclass(frozen=True, slots=True)
class _Paper:
    """A file to be set."""

    name: str
    kind: str
    volume: Volume


def write_papers(ledger: Ledger, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write them; their paths.

    Raises: InputError: one cannot be written.
    """
    facts = ledger.facts()
    shown = {name: facts[name] for name in _FACTS if name in facts}
    write_lines(folder / MANIFEST_CSV, rows_csv(row for row in ledger.rows() if row.made), mark=True)
    write_lines(folder / MANIFEST_JSON, rows_json((row for row in ledger.rows() if row.made), shown))
    lines = list_lines(ledger.rows())
    parts = volumes(lines, chinese_date(facts.get("begun", "")), _VOLUME)
    papers = [
        _Paper(f"{kind}.pdf" if len(parts) == 1 else f"{kind}-{part.number}.pdf", kind, part)
        for kind in (DISTRIBUTION, RECEIPT)
        for part in parts
    ]
    executor = LocalExecutor(0 if len(lines) >= _WORTH else 1)
    with Staging() as staging:
        for number, answer in enumerate(executor.run(_set, facts.get("title", ""), papers)):
            progress("lists", number, len(papers))
            if not isinstance(answer, Done):
                raise InputError(*answer.problems)
            staging.add(folder / answer.item.name, answer.result)
        names = [paper.name for paper in papers]
        for kind in (DISTRIBUTION, RECEIPT):
            own = re.compile(rf"{kind}(-\d+)?\.pdf")
            for stale in (path for path in folder.iterdir() if own.fullmatch(path.name)):
                if stale.name not in names:
                    staging.remove(stale)
    return tuple(folder / name for name in (MANIFEST_CSV, MANIFEST_JSON, *names))


def _set(title: str, paper: _Paper) -> bytes:
    """A list as a PDF."""
    form = distribution_list if paper.kind == DISTRIBUTION else receipt_sheet
    return set_form(form(paper.volume, title)).data

"""Runs of a dispatch with stand-ins for pages and copies; as a module, a process that can be killed.

``python -m tests.dispatch.running LIST FOLDER [resume] [BYTES]``
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportpdf.base.problem import Problem
from reportpdf.dispatch import runs
from reportpdf.dispatch.asked import DispatchOrder, Edge, RunOutcome
from reportpdf.dispatch.executor_local import LocalExecutor
from reportpdf.dispatch.list_file import read_list
from reportpdf.dispatch.masters import Laid
from reportpdf.dispatch.plan import Planned, plan_copies
from reportpdf.dispatch.recipients import read_roster
from reportpdf.dispatch.selection import select
from tests.dispatch.standin import StandIn

PATTERN = "{department}-{n}"


@dataclass(frozen=True)
class Pages:
    """As ``Masters``."""

    digest: str = "d1"
    title: str = "年度工作回顾"
    bytes: int = 1000
    problems: tuple[Problem, ...] = ()

    def size(self, edition: str) -> int:
        return self.bytes


def lay(pages: Pages, planned: Sequence[Planned], folder: Path) -> Laid:
    """As ``lay_bases``."""
    place = folder / ".bases"
    place.mkdir(parents=True, exist_ok=True)
    editions = {copy.edition for copy in planned}
    for edition in editions:
        (place / edition).write_bytes(f"{edition}\n".encode() * (pages.bytes // len(edition)))
    bases = {edition: StandIn(place / edition) for edition in editions}
    return Laid(bases, (), frozenset())  # type: ignore[arg-type]


def order_of(
    list_path: Path, folder: Path, *, pattern: str = PATTERN, only: str = "", redo: str = "", **also: Any
) -> DispatchOrder:
    """An order, its list read and planned."""
    roster = read_roster(read_list(list_path, list_path.name))
    meant = {
        name: select(words, f"--{name}", roster.recipients)[0]
        for name, words in (("only", only), ("redo", redo))
        if words
    }
    return DispatchOrder(folder, list_path, roster, plan_copies(roster, pattern), pattern, **meant, **also)


_DRAWN = itertools.count()


def edge_of(workers: int = 1, random: Any = None) -> Edge:
    """Time that stands still, chance that is counted."""
    from hashlib import shake_256

    return Edge(
        now=lambda: "2025-01-10T08:30:00+08:00",
        random=random or (lambda n: shake_256(str(next(_DRAWN)).encode()).digest(n)),
        executor=LocalExecutor(workers),
        local=LocalExecutor(workers),
        progress=lambda *_: None,
        say=lambda found: found.code,
    )


def run(order: DispatchOrder, pages: Pages | None = None, edge: Edge | None = None) -> RunOutcome:
    """One run."""
    return runs.carry_out(order, pages or Pages(), edge or edge_of())  # type: ignore[arg-type]


def main() -> None:
    import secrets

    list_path, folder, *words = sys.argv[1:]
    runs.lay_bases = lay  # type: ignore[assignment]
    size = next((int(word) for word in words if word.isdigit()), 1000)
    order = order_of(Path(list_path), Path(folder), resume="resume" in words)
    outcome = run(order, Pages(bytes=size), edge_of(2, random=secrets.token_bytes))
    sys.stdout.write("\n".join(f"{found.code}" for found in outcome.problems))


if __name__ == "__main__":
    main()

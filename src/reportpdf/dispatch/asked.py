"""What one run of a dispatch is asked for, and what came of it.

Records only. The command makes the one and tells of the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reportpdf.base.problem import Place, Problem
from reportpdf.dispatch.executor import Executor
from reportpdf.dispatch.plan import Plan
from reportpdf.dispatch.recipients import Roster
from reportpdf.dispatch.selection import Selection
from reportpdf.painting import Progress

if TYPE_CHECKING:
    from reportpdf.dispatch.posting import Post
    from reportpdf.finish.sign import Signer


@dataclass(frozen=True, slots=True)
class DispatchOrder:
    """A list and its plan, where the copies go, and how."""

    folder: Path
    list_path: Path
    roster: Roster
    plan: Plan
    """Of all rows; ``only`` picks from them."""

    pattern: str
    qr: bool = False
    only: Selection | None = None
    redo: Selection | None = None
    resume: bool = False
    zips: str = ""
    """``each``, ``all`` or nothing."""

    def without(self, keys: frozenset[str]) -> DispatchOrder:
        """The same without the copies of these departments."""
        kept = tuple(copy for copy in self.plan.copies if copy.recipient.key not in keys)
        return replace(self, plan=replace(self.plan, copies=kept)) if keys else self

    def places(self, keys: frozenset[str]) -> dict[str, Place]:
        """Where these departments stand in the list, by key, and what they are called there."""
        rows = (one for one in self.roster.recipients if one.key in keys)
        return {
            one.key: replace(one.place, path=f"{one.place.path} {one.department}".strip()) for one in rows
        }


@dataclass(frozen=True, slots=True)
class Edge:
    """What a run takes from outside: time, chance, processes, and whom it tells how far it is."""

    now: Callable[[], str]
    """The time as ISO 8601 with its zone."""

    random: Callable[[int], bytes]
    executor: Executor
    """What makes copies."""

    local: Executor
    """Processes of this machine, for files that lie here."""

    progress: Progress
    say: Callable[[Problem], str]
    """A problem as a sentence: what the ledger keeps of it."""

    signer: Signer | None = None
    at: datetime | None = None
    """Who signs the copies, and when."""

    far: bool = False
    """The executor's processes do not see this machine's disk."""

    post: Post | None = None
    """What letters are sent with, if any are."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Copies and their bytes."""

    copies: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What a run did: copies it made, copies there are of those planned, files beside them, what went
    wrong."""

    made: Tally
    sent: int
    """Letters that went."""

    there: int
    planned: int
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    bad: tuple[int, ...] = ()
    """Rows with a name that cannot be set."""

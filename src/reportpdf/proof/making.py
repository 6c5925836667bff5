"""What is made for a round once its pages are known: each maker gives files, by their path in the round.

Comes in: :class:`RoundMaking`, all that is known of the round. Goes out: files. A maker is a function and
knows nothing of the others; :mod:`reportpdf.proof.makers` lists them. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reportpdf.base.messages import MESSAGES
from reportpdf.base.problem import Severity
from reportpdf.check.finding import Finding
from reportpdf.checks import Checked
from reportpdf.layout.display import Laid
from reportpdf.painting import Progress
from reportpdf.press.conditions import Condition
from reportpdf.proof.event import Event
from reportpdf.proof.round_record import PROOF_NAME, SNAPSHOT_NAME, RoundRecord
from reportpdf.proof.snapshot import Snapshot
from reportpdf.proof.snapshot_json import snapshot_bytes
from reportpdf.sources import Sources

PAGES_FOLDER = "pages"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Earlier:
    """The round before: its folder and what it is."""

    folder: Path
    record: RoundRecord


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RoundMaking:
    """A round that is being made. ``time`` is when, with its zone; ``digest`` of all inputs, ``photos`` of
    their files by path."""

    number: int
    name: str
    final: bool
    by: str
    note: str
    time: datetime
    digest: str
    report: Path
    job_name: str
    """What the slug calls the job: its name, else the report's folder."""

    sources: Sources
    laid: Laid
    condition: Condition
    photos: Mapping[str, str]
    snapshot: Snapshot
    """The report and its pages as they are kept to be compared later."""

    pdf: bytes
    """The proof: pages with crop marks and slug."""

    pictures: tuple[tuple[str, bytes], ...]
    """The whole sheets as PNG, by name."""

    findings: Checked
    previous: Earlier | None
    """None for the first round, and where the folder of the round before is gone."""

    events: tuple[Event, ...]
    reading: bool
    """Whether a proof for reading at a desk is wanted."""

    @property
    def at(self) -> str:
        """The time as people write it."""
        return self.time.strftime("%Y-%m-%d %H:%M")

    @property
    def told(self) -> tuple[tuple[Finding, Severity], ...]:
        """Each finding that was not accepted, with how much it matters."""
        return tuple(
            (one, MESSAGES[one.noted.problem.code].severity)
            for one in self.findings.findings
            if not one.accepted
        )


Files = dict[str, bytes]
"""Files by their path from the round's folder."""

Maker = Callable[[RoundMaking, Progress], Files]


def proof_and_pages(making: RoundMaking, _: Progress) -> Files:
    """The proof, the pictures of its pages, and what they are compared by later."""
    pictures = {f"{PAGES_FOLDER}/{name}": data for name, data in making.pictures}
    return {PROOF_NAME: making.pdf, **pictures, SNAPSHOT_NAME: snapshot_bytes(making.snapshot)}

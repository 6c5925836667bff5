"""What is known of a round when its sign-off sheet is printed, and where it comes from.

Comes in: the job, laid-out documents. Goes out: :class:`SignOff` and its parts. Nothing is guessed: what is
not known stays empty. Source: 图书质量保障体系 (1997) for who signs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from reportpdf.layout.display import Document, LinkItem, PictureItem
from reportpdf.model.job import ProofJob
from reportpdf.model.report import Text

ROLES = ("责任编辑", "责任校对", "复审", "终审", "设计", "印制", "委印方")
"""Who signs where the job does not say."""

FINAL = "终审"
"""Whose word counts for the whole sheet."""


class Decision(Enum):
    """What a signature says of the round."""

    PRINT = "同意付印"
    PRINT_CHANGED = "改后付印"
    PROOF_AGAIN = "改后再出样"


@dataclass(frozen=True, slots=True)
class Signature:
    """One recorded signature. ``at`` is shown as it is, e.g. ``2025-01-10 08:30``."""

    role: str
    name: str
    at: str
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class SignedFile:
    """The file that is signed: its name, what it hashes to, when it was made."""

    name: str
    sha256: str
    made_at: str


@dataclass(frozen=True, slots=True)
class PrintSpec:
    """What the printer is told of the product; empty words and None are left blank."""

    format: str = ""
    trim_mm: tuple[float, float] | None = None
    bleed_mm: float | None = None
    inks: tuple[str, ...] = ()
    """印色: 4C, 1C, and spot colours by name."""

    condition: str = ""
    tac: float | None = None
    """Total area coverage, 3.0 for 300 %."""

    edition: str = ""
    cover_paper: str = ""
    text_paper: str = ""
    screen: str = ""
    binding: str = ""
    copies: str = ""
    sample: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """What is known of a round when its sheet is printed. Counts that are None are not known yet."""

    title: str
    round: str
    file: SignedFile
    pages: int
    first_page: int = 1
    spec: PrintSpec = PrintSpec()
    roles: tuple[str, ...] = ROLES
    signatures: tuple[Signature, ...] = ()
    open_marks: int | None = None
    errors: int | None = None
    warnings: int | None = None
    notes: int | None = None
    by: str = ""
    note: str = ""
    remarks: tuple[str, ...] = ()
    """What was remarked with signatures, each with its role and name."""

    manifest: str = ""
    """The SHA-256 of the list of the round's files: what was signed."""

    @property
    def decision(self) -> Decision | None:
        """What is decided: what the final reviewer said last; else, when all have signed, the strictest."""
        said = [s for s in self.signatures if s.decision is not None]
        final = [s.decision for s in said if s.role == FINAL]
        if final:
            return final[-1]
        if not said or {s.role for s in said} < set(self.roles):
            return None
        return max((s.decision for s in said if s.decision), key=list(Decision).index)


def roles_of(job: ProofJob | None) -> tuple[str, ...]:
    """Who signs: those of the job, else the usual ones; each once."""
    named = (
        tuple(dict.fromkeys(role.value.strip() for role in job.roles if role.value.strip())) if job else ()
    )
    return named or ROLES


def spec_words(job: ProofJob | None) -> dict[str, str]:
    """What the job says of the product, by the fields of :class:`PrintSpec`."""
    names = ("edition", "cover_paper", "text_paper", "screen", "binding", "copies", "sample")
    found: dict[str, str] = {}
    for name in names if job else ():
        text = getattr(job, name)
        if isinstance(text, Text) and text.value.strip():
            found[name] = text.value.strip()
    return found


def inks_of(documents: Iterable[Document]) -> tuple[str, ...]:
    """The inks that pages are printed in: 4C where there is any colour, else 1C, and spot colours by name."""
    process, spots = False, dict[str, None]()
    for document in documents:
        for page in document.pages:
            for item in page.items:
                if isinstance(item, PictureItem):
                    process = True
                elif not isinstance(item, LinkItem):
                    ink = item.ink
                    process = process or (not ink.spot and ink.c + ink.m + ink.y > 0)
                    if ink.spot and ink.spot != "All":
                        spots[ink.spot] = None
    return ("4C" if process else "1C", *spots)

"""A job: how a report is to be produced, apart from what it says.

Records only; the source room reads them from the ``job.yaml`` beside a report. A number of pages is a
count, or ``4n``: any multiple of four, as sheets that are folded and stitched have.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reportpdf.base.problem import Place
from reportpdf.model.report import Text

MOST_PAGES = 999


class PageCount(Enum):
    """What a number of pages is."""

    EXACT = "exact"
    FOURS = "4n"


@dataclass(frozen=True, slots=True)
class PageGoal:
    """The pages that are to be filled: exactly ``count``, or a multiple of four. ``place``: who says so."""

    kind: PageCount
    count: int = 0
    place: Place | None = None

    @property
    def words(self) -> str:
        """The goal as people write it."""
        return str(self.count) if self.kind is PageCount.EXACT else self.kind.value

    def met_by(self, pages: int) -> bool:
        """Whether so many pages are what is asked for."""
        return pages == self.count if self.kind is PageCount.EXACT else pages % 4 == 0

    def candidates(self, natural: int) -> tuple[int, ...]:
        """The counts to try for a report that takes ``natural`` pages by itself, the nearest first."""
        if self.kind is PageCount.EXACT:
            return (self.count,)
        below = natural // 4 * 4
        fours = {below - 4, below, below + 4, below + 8}
        return tuple(sorted((n for n in fours if n > 0), key=lambda n: (abs(n - natural), n)))


@dataclass(frozen=True, slots=True)
class Fit:
    """Copy-fitting: the number of pages to fill."""

    pages: Text


class Marks(Enum):
    """What stands outside the bleed: nothing, crop marks, or all that a printer reads."""

    NONE = "none"
    CROP = "crop"
    FULL = "full"


class PhotoIntent(Enum):
    """How photos are brought into the press space. Source: ICC.1:2022 6.2."""

    COLORIMETRIC = "colorimetric"
    """Relative colorimetric with black point compensation."""

    PERCEPTUAL = "perceptual"


@dataclass(frozen=True, slots=True)
class PressJob:
    """How the print edition is made; the command line goes before it."""

    condition: Text | None = None
    """A printing condition by name, or the printer's profile, from the job's folder."""

    standard: Text | None = None
    marks: Marks | None = None
    intent: PhotoIntent = PhotoIntent.COLORIMETRIC
    lossless: bool = False
    tagged: bool = False
    allow: tuple[Text, ...] = ()
    """Codes of problems that may go to press."""


@dataclass(frozen=True, slots=True)
class CheckJob:
    """What ``reportpdf check`` does not look for: codes of findings."""

    off: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ProofJob:
    """Proof rounds and what the sign-off sheet says. Source: 图书质量保障体系 (1997)."""

    rounds: tuple[Text, ...] = ()
    """Names of the rounds in order, the last goes to press; if none: 一校 二校 三校 通读 清样 付印."""

    roles: tuple[Text, ...] = ()
    """Who signs the sheet; without any: 责任编辑 责任校对 复审 终审 设计 印制 委印方."""

    edition: Text | None = None
    """版次/印次."""

    cover_paper: Text | None = None
    text_paper: Text | None = None
    """Paper of cover and text, with its weight, e.g. 128 克铜版纸."""

    screen: Text | None = None
    """加网线数, e.g. 175 lpi."""

    binding: Text | None = None
    copies: Text | None = None
    """印数."""

    sample: Text | None = None
    """样张种类: 数码打样, 蓝纸, 机样."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a job states; what it leaves out goes its usual way."""

    fit: Fit | None = None
    name: Text | None = None
    """What the slug line calls it; otherwise the report's folder."""

    round: Text | None = None
    """The proof round, e.g. 一校."""

    date: Text | None = None
    """What the PDFs say of when they were made: ISO 8601, e.g. 2025-01-10T08:30+08:00."""

    press: PressJob | None = None
    check: CheckJob | None = None
    proof: ProofJob | None = None


def page_goal(words: str, place: Place | None = None) -> PageGoal | None:
    """The number of pages that the words name; None if they name none."""
    word = words.strip().lower()
    if word == "4n":
        return PageGoal(PageCount.FOURS, place=place)
    if word.isascii() and word.isdigit() and 1 <= int(word) <= MOST_PAGES and len(word) <= 4:
        return PageGoal(PageCount.EXACT, int(word), place)
    return None

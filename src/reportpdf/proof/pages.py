"""The pages of a round: the report laid out once, painted with crop marks and a slug, checked.

Comes in: the sources, who makes the round, what it is called. Goes out: :class:`ProofPages`. The trim of
every page holds what the screen edition holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from reportpdf import __version__
from reportpdf.base.problem import Problem
from reportpdf.layout.display import Document, Laid
from reportpdf.painting import Progress
from reportpdf.sources import Sources

SLUG_FACES = ("NotoSansSC-Regular", "LXGWWenKai-Regular")
"""The faces of the slug; they come with reportpdf."""

_HASH = 16
"""Hexadecimal digits of a hash on paper: 64 bits, compared by eye."""


@dataclass(frozen=True, slots=True)
class Slug:
    """What the slug says beside the number of the page: job, round, time, who, hashes of the report's file
    and of all inputs, a remark."""

    job: str
    round: str
    time: datetime
    by: str
    report_sha256: str
    digest: str
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProofPages:
    """The PDF, its layout, the sources as they proved to be, and what is to be told."""

    pdf: bytes
    laid: Laid
    sources: Sources
    problems: tuple[Problem, ...]


def lay_out_proof(sources: Sources) -> tuple[Laid, tuple[Problem, ...]]:
    """The layout, and what setting has to tell.

    Raises: InputError: the copy does not fill the pages asked for, or would leave holes in them.
    """
    from reportpdf.layout.compose import lay_out
    from reportpdf.told import setting_problems

    given = (sources.report, sources.pictures, sources.theme, sources.format, sources.fonts)
    laid = lay_out(*given, sources.goal)
    found = setting_problems(laid.findings, sources.stopping)
    return laid, (*sources.problems, *laid.problems, *found)


def paint_proof(
    sources: Sources, laid: Laid, told: tuple[Problem, ...], slug: Slug, cache: Path, progress: Progress
) -> ProofPages:
    """The pages painted; photos that prove damaged only now leave their frames empty."""
    from reportpdf.editions import make_edition
    from reportpdf.painting import Making, emptied
    from reportpdf.press.edition import PROOF

    made = make_edition(PROOF, sources, marked(laid.document, sources, slug), Making(cache), progress)
    damage: tuple[Problem, ...] = ()
    if made.broken:
        pictures = emptied(sources.pictures, made.broken)
        damage = tuple(p.problem for p in pictures if p.problem and p.photo.path in made.broken)
        sources = replace(sources, pictures=pictures)
        laid, told = lay_out_proof(sources)
        made = make_edition(PROOF, sources, marked(laid.document, sources, slug), Making(cache), progress)
    return ProofPages(made.data, laid, sources, tuple(dict.fromkeys((*told, *damage, *made.problems))))


def marked(document: Document, sources: Sources, slug: Slug) -> Document:
    """The document with crop marks and its slug."""
    from reportpdf.press.marks import with_proof_marks
    from reportpdf.text.setter import Setter

    count = len(document.pages)
    second = "　".join(
        part
        for part in (
            f"报告文件 SHA-256 {slug.report_sha256[:_HASH]}…",
            f"全部输入 {slug.digest[:_HASH]}…",
            f"reportpdf {__version__}",
            slug.note,
        )
        if part
    )
    slugs = tuple(
        (
            f"{slug.round}　第 {page.number} 页，共 {count} 页　{slug.time:%Y-%m-%d %H:%M}　"
            f"出样 {slug.by}　{slug.job}",
            second,
        )
        for page in document.pages
    )
    return with_proof_marks(document, Setter(sources.fonts, sources.theme.composition), SLUG_FACES, slugs)

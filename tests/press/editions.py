"""What the tests of whole editions share: the sample laid out once, and any edition of it painted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from reportpdf.editions import Made, make_edition
from reportpdf.layout.compose import lay_out
from reportpdf.layout.display import Document
from reportpdf.painting import Making
from reportpdf.press.choose import Wanted, choose_editions
from reportpdf.press.edition import Purpose
from reportpdf.sources import Sources, read_sources

SAMPLE = Path(__file__).parent.parent.parent / "data" / "binzhou-2024" / "report.yaml"
DATE = datetime(2025, 1, 10, 8, 30, tzinfo=UTC)


@cache
def sample() -> tuple[Sources, Document]:
    sources = read_sources(SAMPLE, "newspaper", "a4")
    laid = lay_out(sources.report, sources.pictures, sources.theme, sources.format, sources.fonts)
    return sources, laid.document


def made(wanted: Wanted, cache_dir: Path, **making: object) -> Made:
    """The first edition of what is wanted, of the sample."""
    sources, document = sample()
    wanted = replace(wanted, date=wanted.date or (DATE if Purpose.PRESS in wanted.purposes else None))
    (edition, *_), problems = choose_editions(wanted)
    assert not problems
    how = Making(cache_dir, **{"allowed": ("all",), "slug": "滨州", "digest": "ab" * 32, **making})
    return make_edition(edition, sources, document, how, lambda *_: None)

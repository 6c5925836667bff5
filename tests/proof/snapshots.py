"""Snapshots of reports made in memory, for the tests of comparing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from reportpdf.layout.compose import lay_out
from reportpdf.layout.display import Laid
from reportpdf.model.report import Report
from reportpdf.painting import Making, paint
from reportpdf.press.edition import SCREEN
from reportpdf.proof.change_files import RoundState
from reportpdf.proof.snapshot import Snapshot
from reportpdf.proof.snapshot_taking import snapshot_of
from reportpdf.sources import Sources, read_sources
from reportpdf.theme.records import Theme
from tests.layout.generated import Recipe
from tests.layout.reports import SAMPLE
from tests.proof.editing import distinct


@cache
def sample(theme: str = "newspaper", sheet: str = "a4") -> Sources:
    return read_sources(SAMPLE, theme, sheet)


@cache
def generated(seed: int, sections: int = 4) -> Sources:
    recipe = Recipe(seed, sections=sections, byline=True, lede=170, long=seed % 2 == 1)
    made = distinct(recipe.report())
    return replace(sample(), report=made, pictures=recipe.pictures(made))


def edited(sources: Sources, report: Report, theme: Theme | None = None) -> Sources:
    """The sources with another report of the same photos."""
    known = {one.photo.file.value: one for one in sources.pictures}
    photos = [photo for section in report.sections for photo in section.photos]
    pictures = tuple(replace(known[photo.file.value], photo=photo) for photo in photos)
    return replace(sources, report=report, pictures=pictures, theme=theme or sources.theme)


def laid_out(sources: Sources) -> Laid:
    return lay_out(
        sources.report, sources.pictures, sources.theme, sources.format, sources.fonts, sources.goal
    )


def taken(sources: Sources, laid: Laid, files: tuple[tuple[str, str], ...] = ()) -> Snapshot:
    """The snapshot; a photo's digest is its path, or what ``files`` say."""
    changed = dict(files)
    digests = {
        one.photo.path: changed.get(one.photo.file.value, one.photo.path)
        for one in sources.pictures
        if one.photo.path
    }
    return snapshot_of(sources, laid, digests)


def state(sources: Sources, cache_dir: Path, name: str, number: int) -> RoundState:
    """A round as it is painted for the screen."""
    laid = laid_out(sources)
    painted = paint(SCREEN, sources, laid.document, Making(cache_dir), lambda *_: None)
    return RoundState(name, number, taken(sources, laid), painted.data)

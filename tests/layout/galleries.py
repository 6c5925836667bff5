"""The gallery's tools for tests: its theme, and reports laid out in it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random

from reportpdf.layout.compose import lay_out
from reportpdf.layout.display import Laid
from reportpdf.layout.gallery import gallery_setting
from reportpdf.layout.gallery_setting import GallerySetting
from reportpdf.model.picture import Picture
from reportpdf.model.report import Report
from reportpdf.source.theme_file import load_theme
from reportpdf.sources import Sources, read_sources
from reportpdf.text.setter import Setter
from tests.layout.reports import FONTS, SAMPLE, SHEET, pictures, text

THEME = load_theme("gallery")
assert THEME.gallery is not None
LOOK = THEME.gallery

QUOTES = (
    None,
    None,
    "件件有回音、事事有着落",
    "把警力摆上街面、把服务送到门口，群众看得见、摸得着。",
    "2024年以来，“三分钟”见警率达98.6%，收集意见建议61条，“件件有回音、事事有着落”，群众满意率连续12个月100%",
    "https://www.example.com/a-very-long-address-without-any-break",
    "第一行\n第二行",
)


def new_setting() -> GallerySetting:
    """The layout's tools, fresh."""
    return gallery_setting(THEME, LOOK, SHEET, Setter(FONTS, THEME.composition))


GRID = new_setting().grid


def lay(made: Report, shown: tuple[Picture, ...] | None = None) -> Laid:
    return lay_out(made, pictures(made) if shown is None else shown, THEME, SHEET, FONTS)


def quoted(made: Report, seed: int) -> Report:
    """The report with quotes in some of its sections."""
    rng = Random(seed)
    sections = []
    for section in made.sections:
        words = rng.choice(QUOTES)
        sections.append(replace(section, quote=text(words) if words else None))
    return replace(made, sections=tuple(sections))


@cache
def sample() -> Sources:
    """The sample report with its pictures, as a run in this theme reads them."""
    return read_sources(SAMPLE, "gallery", "a4")

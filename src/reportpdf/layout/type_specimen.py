"""The type specimen of a theme: two pages on which all its roles and rules are at work.

In: a theme with pages, a format, fonts. Out: a :class:`~reportpdf.layout.display.Laid`. Nothing is dropped
and nothing is made smaller to fit: where a theme's sizes need more than a page, a problem says by how much.
"""

from __future__ import annotations

from math import ceil

from reportpdf.base.geometry import Size
from reportpdf.base.problem import Problem, problem
from reportpdf.base.units import mm
from reportpdf.layout.display import Document, Laid, OutlineEntry, Page
from reportpdf.layout.grid import Grid
from reportpdf.layout.lines import theme_inks
from reportpdf.layout.specimen_kit import Kit, Part
from reportpdf.layout.specimen_page_one import page_one
from reportpdf.layout.specimen_page_two import page_two
from reportpdf.text.face import FontSet
from reportpdf.text.setter import Setter
from reportpdf.theme.looks import Look
from reportpdf.theme.records import Format, Theme

FOOT = 24.0
"""Points over the trim's foot that stay white."""


def lay_out_type_specimen(theme: Theme, look: Look, sheet: Format, fonts: FontSet) -> Laid:
    """The two pages, and what of them does not fit."""
    setter = Setter(fonts, theme.composition)
    grid = Grid(sheet)
    kit = Kit(setter, theme, look, grid, theme_inks(theme).within(theme.palettes[0].ink))
    parts = (page_one(kit), page_two(kit))
    title = f"字样：{theme.title}"
    document = Document(
        Size(grid.trim_width, grid.trim_height),
        mm(sheet.bleed_mm),
        tuple(Page(number, part.items) for number, part in enumerate(parts, 1)),
        (OutlineEntry(title, 0, grid.y(0)),),
        title,
        "",
        "",
        theme.composition.language.value,
    )
    problems = [found for number, part in enumerate(parts, 1) for found in _over(grid, part, number)]
    return Laid(document, setter.found(), (), tuple(problems))


def _over(grid: Grid, part: Part, page: int) -> list[Problem]:
    """The problems of a page that is too full."""
    found = [] if part.fits else [problem("specimen-too-wide", None, page=page)]
    over = part.bottom - (grid.trim_height - FOOT)
    if over > 0.01:
        found.append(problem("specimen-too-high", None, page=page, points=ceil(over)))
    return found

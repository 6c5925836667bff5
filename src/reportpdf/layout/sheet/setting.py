"""What every part of a sheet needs at hand: grid, type and colours at one level of the ladder.

In: theme, format, fonts and a :class:`Level`. Out: a :class:`SheetSetting`, and for each section of the
report a :class:`SheetSection`. The ladder's levels change headline, figures and body type; the grid of
columns and lines follows the body, so that a column stays a whole number of its characters wide.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor

from reportpdf.base.ink import Ink
from reportpdf.layout.figures import FigureSetter
from reportpdf.layout.grid import Grid
from reportpdf.layout.lines import Inks, theme_inks
from reportpdf.layout.setting import PlacedPhoto, numeral
from reportpdf.model.report import Callout, Section
from reportpdf.text.setter import Setter
from reportpdf.theme.palette import Palette
from reportpdf.theme.records import Format, Theme
from reportpdf.theme.sheet import SheetLook, SheetStyles
from reportpdf.theme.style import TextStyle

LEAST_GUTTER = 14.0
"""Columns of smaller or larger text take as many whole characters as leave this much between them."""


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the ladder. ``headline`` is its number of lines, 0: as its length asks."""

    headline: int = 0
    body: str = "body"
    hero: str = ""
    """Empty, ``small`` or ``grown``: the hero figures; small ones take the callouts' with them."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetSetting:
    """Grid, type, figures and colours of one try."""

    grid: Grid
    setter: Setter
    figures: FigureSetter
    hero_figures: FigureSetter
    inks: Inks
    theme: Theme
    look: SheetLook
    styles: SheetStyles
    level: Level

    @property
    def u(self) -> float:
        return self.grid.u

    @property
    def body(self) -> TextStyle:
        """The role of running text at this level."""
        return self.styles.body

    @property
    def measure(self) -> float:
        """The width of a column of text: two units."""
        return self.grid.span(2)

    @property
    def hero_sizes(self) -> tuple[float, ...]:
        """Sizes of the digits of a section's first figure, in the order they are tried."""
        figures = self.look.figures
        if self.level.hero == "small":
            return tuple(size for size in figures.hero if size <= figures.hero_small)
        return ((figures.hero_grown,) if self.level.hero == "grown" else ()) + figures.hero

    @property
    def sizes(self) -> tuple[float, ...]:
        """Sizes of the digits of all other figures."""
        figures = self.look.figures
        return (figures.small,) if self.level.hero == "small" else (figures.medium, figures.small)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetSection:
    """A section, or a part of one that no page holds whole.

    Its hero comes first. ``own`` are the photos that stand in it; the others are in the pool.
    """

    index: int
    section: Section
    ink: Ink
    numeral: str
    callouts: tuple[Callout, ...]
    paths: tuple[str, ...]
    own: tuple[PlacedPhoto, ...]
    continued: bool = False

    @property
    def path(self) -> str:
        return f"sections[{self.index}]"


def new_setting(setter: Setter, theme: Theme, look: SheetLook, sheet: Format, level: Level) -> SheetSetting:
    """The tools of one level. The setter is shared by all levels: what is shaped once stays so."""
    body = _styled(look, level)
    grid = Grid(adapted(sheet, look.styles.body, body))
    u = grid.u
    styles = replace(
        look.styles,
        body=replace(body, pitch=u),
        caption=replace(look.styles.caption, pitch=u),
        byline=replace(look.styles.byline, pitch=u),
        lede=replace(look.styles.lede, pitch=look.styles.lede.pitch * u / sheet.step),
    )
    numbers = look.figures
    return SheetSetting(
        grid,
        setter,
        FigureSetter(setter, styles, numbers, u),
        FigureSetter(setter, styles, replace(numbers, unit=numbers.unit_hero), u),
        theme_inks(theme),
        theme,
        look,
        styles,
        level,
    )


def _styled(look: SheetLook, level: Level) -> TextStyle:
    styles = look.styles
    return {"body": styles.body, "small": styles.body_small, "large": styles.body_large}[level.body]


def adapted(sheet: Format, usual: TextStyle, body: TextStyle) -> Format:
    """The format with the lines and columns that another body text asks for, in the same type area."""
    pairs = sheet.columns // 2
    if body.pitch == usual.pitch or pairs < 2:
        return sheet
    step = sheet.step * body.pitch / usual.pitch
    across = sheet.columns * sheet.column + (sheet.columns - 1) * sheet.gutter
    widest = (across + LEAST_GUTTER) / (sheet.columns / 2) - LEAST_GUTTER
    text = floor(widest / body.size) * body.size
    # c units and c - 1 gutters fill the width, and 2 units with a gutter are one column of text.
    gutter = (across - sheet.columns * text / 2) / (sheet.columns / 2 - 1)
    lines = floor(sheet.lines * sheet.step / step + 1e-6)
    return replace(sheet, step=step, lines=lines, column=(text - gutter) / 2, gutter=gutter)


def plan_sections(
    theme: Theme, look: SheetLook, sections: tuple[Section, ...], own: tuple[tuple[PlacedPhoto, ...], ...]
) -> tuple[SheetSection, ...]:
    """The sections in order, the callout marked ``lead`` first.

    Colours are taken in turn, but not one that the section before has by name.
    """
    palettes = look.palettes or theme.palettes
    made: list[SheetSection] = []
    turn = 0
    for index, (section, photos) in enumerate(zip(sections, own, strict=True)):
        ink = _named_ink(section, (*look.palettes, *theme.palettes))
        if ink is None:
            turn += bool(made) and made[-1].ink == palettes[turn % len(palettes)].ink
            ink = palettes[turn % len(palettes)].ink
        turn += 1
        order = [i for lead in (True, False) for i, c in enumerate(section.callouts) if c.lead is lead]
        made.append(
            SheetSection(
                index,
                section,
                ink,
                numeral(look.numerals or theme.numerals, index),
                tuple(section.callouts[i] for i in order),
                tuple(f"sections[{index}].callouts[{i}]" for i in order),
                photos,
            )
        )
    return tuple(made)


def _named_ink(section: Section, palettes: tuple[Palette, ...]) -> Ink | None:
    """The colour of the palette that the section names."""
    if section.theme is None:
        return None
    return next((palette.ink for palette in palettes if palette.name == section.theme.value), None)

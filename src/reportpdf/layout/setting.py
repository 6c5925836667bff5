"""What every part of the newspaper layout needs at hand, and the sections measured once.

In: report, pictures, theme, format, fonts. Out: a :class:`Setting` and, for each section, a
:class:`SectionPlan` that answers how many lines a callout takes at each of the look's measures.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportpdf.base.ink import Ink
from reportpdf.layout.figures import FigureSetter
from reportpdf.layout.grid import Grid
from reportpdf.layout.lines import Inks
from reportpdf.layout.titles import Title, couplet, set_title
from reportpdf.model.picture import Picture
from reportpdf.model.report import Callout, Section
from reportpdf.text.block import Block
from reportpdf.text.line_count import LineWish, recount
from reportpdf.text.setter import Setter
from reportpdf.theme.newspaper import NewspaperLook, NewspaperStyles
from reportpdf.theme.records import Theme
from reportpdf.theme.style import TextStyle

LATER_NUMERALS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Setting:
    """Grid, type, figures and colours of one run."""

    grid: Grid
    setter: Setter
    figures: FigureSetter
    small_figures: FigureSetter
    inks: Inks
    theme: Theme
    look: NewspaperLook
    wish: LineWish | None = None
    """Whether texts of callouts are to lose or gain a line, in copy-fitting."""

    recounts: dict[tuple[int, LineWish], tuple[Block, Block]] = field(default_factory=dict)
    """Blocks that lost or gained lines, by the block they come from, which is kept with them."""

    @property
    def styles(self) -> NewspaperStyles:
        return self.look.styles

    @property
    def u(self) -> float:
        return self.grid.u


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlacedPhoto:
    """A picture with the path of its source in the report."""

    picture: Picture
    path: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SectionPlan:
    """A section ready to be laid out: its lead callout first, its photos without the opener's."""

    index: int
    section: Section
    ink: Ink
    numeral: str
    title: Title
    callouts: tuple[Callout, ...]
    paths: tuple[str, ...]
    """Source path of each callout, e.g. ``sections[0].callouts[2]``."""

    photos: tuple[PlacedPhoto, ...]
    change: int = 0
    """Lines by which every text under the lead is taken to be longer or shorter, to learn what would help."""

    @property
    def path(self) -> str:
        return f"sections[{self.index}]"


def plan_section(
    setting: Setting, index: int, section: Section, photos: tuple[PlacedPhoto, ...]
) -> SectionPlan:
    """The plan of one section; the callout marked ``lead`` comes first."""
    theme, look = setting.theme, setting.look
    callouts, paths = lead_first(index, section)
    columns = setting.grid.format.columns - look.section.title_column
    title = set_title(
        setting.setter,
        section.title,
        setting.styles.section_title,
        look.section.title_sizes,
        setting.grid.span(columns),
    )
    return SectionPlan(
        index,
        section,
        section_ink(theme, index, section),
        numeral(theme.numerals, index),
        title,
        callouts,
        paths,
        photos,
    )


def lead_first(index: int, section: Section) -> tuple[tuple[Callout, ...], tuple[str, ...]]:
    """A section's callouts with their source paths, the one marked ``lead`` before the others."""
    order = sorted(range(len(section.callouts)), key=lambda i: not section.callouts[i].lead)
    paths = tuple(f"sections[{index}].callouts[{i}]" for i in order)
    return tuple(section.callouts[i] for i in order), paths


def section_ink(theme: Theme, index: int, section: Section) -> Ink:
    """The palette a section names, else the next in order."""
    if section.theme is not None:
        for palette in theme.palettes:
            if palette.name == section.theme.value:
                return palette.ink
    return theme.palettes[index % len(theme.palettes)].ink


def numeral(numerals: tuple[str, ...], index: int) -> str:
    """The section's number as the theme writes it; beyond its list, in the digits of its first."""
    if index < len(numerals):
        return numerals[index]
    if numerals and numerals[0].isascii():
        return f"{index + 1:02d}"
    return "".join(LATER_NUMERALS[int(digit)] for digit in str(index + 1))


def callout_block(setting: Setting, callout: Callout, style: TextStyle, columns: int) -> Block:
    """The callout's text in so many columns."""
    block = setting.setter.block(callout.text, style, setting.grid.span(columns))
    if setting.wish is None:
        return block
    key = (id(block), setting.wish)
    known = setting.recounts.get(key)
    if known is None:
        known = setting.recounts[key] = (block, recount(block, setting.wish))
    return known[1]


def section_name(setting: Setting, plan: SectionPlan) -> str:
    """A section in a few words, for foot and head of its pages: numeral and first half of the couplet."""
    first = couplet(setting.setter.normalised(plan.section.title).strip())[0].rstrip("，,")
    return f"{plan.numeral}\u3000{first}"

"""What a section's callouts need at a number of columns: the hero's form, the quote, the rest.

In: a section. Out: :class:`Content`, in lines of the grid; nothing of it has a place yet. All texts stand
in the one measure of a sheet, so their lines are counted once.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from reportpdf.layout.figure_box import FigureBox
from reportpdf.layout.sheet.figures import NEARLY, flow_figure, hero_figure, one_line, row_figure, zone_lines
from reportpdf.layout.sheet.flow import Callouts, least_height
from reportpdf.layout.sheet.setting import SheetSection, SheetSetting
from reportpdf.text.block import HAN_TOP, Block

MOST = 4000
"""No column is ever so many lines high."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Hero:
    """The first callout. ``beside``: its text stands in so many columns, level with the figure's foot.

    ``zone`` are the lines of the figure alone, ``lines`` of the whole; ``baseline`` is under the block's top.
    """

    box: FigureBox
    block: Block
    beside: int
    column: int
    """The first of those columns: the one after the figure's."""

    zone: int
    lines: int
    baseline: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Row:
    """A callout with its figure in the first column and its text in the others."""

    box: FigureBox
    block: Block
    lines: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Content:
    """All of a section's callouts at so many columns, with the fewest lines they take.

    ``rows`` are the callouts after the hero in row form; else they flow: ``figures`` over ``texts``.
    """

    columns: int
    hero: Hero | None
    quote: Block | None
    quote_lines: int
    """Lines of the quote with the gap over it; 0 without one."""

    rows: tuple[Row, ...]
    figures: tuple[FigureBox, ...]
    texts: tuple[Block, ...]
    flowing: Callouts
    rest: int
    least: int


def measure(setting: SheetSetting, section: SheetSection, columns: int, *, quoted: bool) -> Content:
    """The section's callouts at so many columns; ``quoted``: with its quote across them."""
    look = setting.look.callouts
    hero = _hero(setting, section, columns) if section.callouts else None
    rest = section.callouts[1:]
    blocks = [setting.setter.block(c.text, setting.body, setting.measure) for c in rest]
    counts = [block.count for block in blocks]
    rows: tuple[Row, ...] = ()
    figures: tuple[FigureBox, ...] = ()
    flowing = Callouts((), (), look.split_least)
    lines = 0
    if 0 < len(rest) <= look.row_most and _long_enough(setting, counts, columns):
        rows = tuple(_row(setting, section, i, columns) for i in range(1, len(section.callouts)))
        lines = sum(row.lines for row in rows) + len(rows) - 1
    elif rest:
        figures = tuple(flow_figure(setting, c.figure, setting.measure) for c in rest)
        zones = tuple(zone_lines(setting, box) for box in figures)
        flowing = Callouts(zones, tuple(counts), look.split_least)
        found = least_height(flowing, columns, MOST)
        assert found is not None  # the callouts go into columns as high as all of them together
        lines = found
    quote = _quote(setting, section, columns) if quoted else None
    quote_lines = 1 + ceil(quote.count * quote.style.pitch / setting.u - NEARLY) if quote else 0
    least = (hero.lines if hero else 0) + quote_lines + (lines + 1 if rest else 0)
    return Content(columns, hero, quote, quote_lines, rows, figures, tuple(blocks), flowing, lines, least)


def _long_enough(setting: SheetSetting, counts: list[int], columns: int) -> bool:
    """Whether texts are long enough to stand in rows: over more columns they must be longer."""
    return columns > 2 and sum(counts) >= setting.look.callouts.row_least * len(counts) * (columns - 1) / 2


def _hero(setting: SheetSetting, section: SheetSection, columns: int) -> Hero:
    """The first callout with its text beside its figure if both suit, else under it."""
    look, u, grid = setting.look.callouts, setting.u, setting.grid
    callout = section.callouts[0]
    block = setting.setter.block(callout.text, setting.body, setting.measure)
    under_bar = setting.look.head.bar + look.hero_rise
    for taken in range(1, columns):
        box = one_line(setting.hero_figures, callout.figure, setting.hero_sizes[:1], grid.span(2 * taken))
        beside = min(columns - taken, max(1, block.count // 2))
        if box is not None and -(-block.count // beside) <= look.hero_text_most:
            zone = ceil((under_bar + box.height + u - baseline_of(setting)) / u - NEARLY)
            # A text as high as the figure leaves a line under the bar.
            lines = max(zone, -(-block.count // beside) + 1)
            return Hero(box, block, beside, taken, zone, lines, (lines - 1) * u + baseline_of(setting))
        if box is not None:
            break
    box = hero_figure(setting, callout.figure, grid.span(2 * columns))
    zone = ceil((under_bar + box.height + box.depth + look.figure_foot) / u - NEARLY)
    lines = zone + -(-block.count // columns)
    return Hero(box, block, 0, 0, zone, lines, under_bar + box.height)


def _row(setting: SheetSetting, section: SheetSection, at: int, columns: int) -> Row:
    callout, u = section.callouts[at], setting.u
    block = setting.setter.block(callout.text, setting.body, setting.measure)
    lines = -(-block.count // (columns - 1))
    box = row_figure(setting, callout.figure, setting.measure, lines * u - 2 * (u - baseline_of(setting)))
    return Row(box, block, max(lines, ceil((box.height + box.depth + 4.0) / u - NEARLY)))


def _quote(setting: SheetSetting, section: SheetSection, columns: int) -> Block | None:
    """The section's quote across its columns."""
    quote = section.section.quote
    if quote is None or section.continued:
        return None
    return setting.setter.block(quote, setting.styles.quote, setting.grid.span(2 * columns))


def baseline_of(setting: SheetSetting) -> float:
    """From the top of a line of body text to its baseline."""
    style = setting.body
    return (style.pitch - style.size) / 2 + HAN_TOP * style.size

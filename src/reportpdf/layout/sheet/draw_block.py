"""A section's block as display items: head, hero, quote, the callouts after it, photos at its foot.

In: a filled cell of a band and the line it begins on. Out: items in reading order. Hairlines lie between
callouts of a column, never at its top: the rule under the hero runs across all columns.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.layout.display import Item, Role, Tag
from reportpdf.layout.figure_box import FigureBox
from reportpdf.layout.lines import Inks, put_block, rule
from reportpdf.layout.sheet.bands import photos_from
from reportpdf.layout.sheet.block import BlockFit
from reportpdf.layout.sheet.draw_head import draw_across, draw_bars, draw_continued, draw_vertical
from reportpdf.layout.sheet.draw_photos import draw_arrangement
from reportpdf.layout.sheet.flow import Part
from reportpdf.layout.sheet.job import Filled
from reportpdf.layout.sheet.measure import baseline_of
from reportpdf.layout.sheet.setting import SheetSection, SheetSetting
from reportpdf.text.block import Block

FIGURE = Role.FIGURE_TEXT
BODY = Role.PARAGRAPH
WIDE_RISE = 6.0
"""How much higher a hairline stands in a gap of two lines."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Hand:
    """A block being drawn: its section, its first column's unit, the line its content begins on."""

    setting: SheetSetting
    section: SheetSection
    unit: int
    columns: int
    line: int

    @property
    def inks(self) -> Inks:
        return self.setting.inks.within(self.section.ink)

    def x(self, column: int) -> float:
        return self.setting.grid.x(self.unit + 2 * column)

    def y(self, line: float) -> float:
        return self.setting.grid.y(self.line + line)

    def width(self, columns: int) -> float:
        return self.setting.grid.span(2 * columns)

    def figure(self, box: FigureBox, column: int, y: float, at: int) -> list[Item]:
        return box.put(self.x(column), y, self.inks, Tag(FIGURE, f"{self.section.paths[at]}.figure"))

    def text(self, block: Block, column: int, line: float, at: int, lines: range | None = None) -> list[Item]:
        tag = Tag(BODY, f"{self.section.paths[at]}.text")
        return put_block(block, self.x(column), self.y(line), self.inks["text"], tag, lines=lines)

    def hairline(self, column: int, columns: int, line: float, gap: int) -> Item:
        """The hairline of a gap of so many lines over a line."""
        look = self.setting.look.callouts
        rise = look.hairline_rise + WIDE_RISE * (gap - 1)
        ink = self.inks["text"]
        return rule(self.x(column), self.y(line) - rise, self.width(columns), look.hairline, ink)

    def balanced(self, block: Block, first: int, columns: int, line: float, at: int) -> list[Item]:
        """A text in equal columns, the last one the shortest."""
        rows = -(-block.count // columns)
        items: list[Item] = []
        for column in range(columns):
            lines = range(column * rows, min((column + 1) * rows, block.count))
            items += self.text(block, first + column, line, at, lines)
        return items


def draw_block(setting: SheetSetting, section: SheetSection, filled: Filled, line: int) -> list[Item]:
    """The block from a line of the grid down; the lede over it is not its own."""
    block, cell = filled.block, filled.cell
    assert block is not None  # a cell of a section is filled with its block
    head = cell.units - 2 * block.content.columns
    line += filled.top
    top = setting.grid.y(line)
    items = draw_bars(setting, section, cell.at, cell.units, head, top)
    form = block.head
    start = line
    if form is None:
        items += draw_continued(setting, section, cell.at, head, top, block.lines)
    elif form.vertical is not None:
        items += draw_vertical(setting, section, form, cell.at, head, top, block.lines)
    else:
        items += draw_across(setting, section, form, cell.at, head, top)
        start += form.lines
    hand = _Hand(setting, section, cell.at + head, block.content.columns, start)
    items += _draw_content(hand, block)
    if filled.photos is None:
        return items
    if section.callouts:
        return items + draw_arrangement(setting, filled.photos, cell.at, line + block.lines + 1)
    return items + draw_arrangement(setting, filled.photos, cell.at + head, line + photos_from(block))


def _draw_content(hand: _Hand, block: BlockFit) -> list[Item]:
    content, fit = block.content, block.fit
    items = _draw_hero(hand, block)
    line = fit.hero
    if content.quote is not None:
        items += _draw_quote(hand, content.quote, line)
        line += content.quote_lines
    if content.texts:
        line += fit.gap
        # With nothing over it the rest begins at the bar.
        if line > fit.gap:
            items.append(hand.hairline(0, hand.columns, line, fit.gap))
        items += _draw_rows(hand, block, line) if content.rows else _draw_flow(hand, block, line)
    return items


def _draw_hero(hand: _Hand, block: BlockFit) -> list[Item]:
    hero, setting = block.content.hero, hand.setting
    if hero is None:
        return []
    if hero.beside:
        foot, rows = block.fit.hero, -(-hero.block.count // hero.beside)
        items = hand.figure(hero.box, 0, hand.y(foot - 1) + baseline_of(setting), 0)
        return items + hand.balanced(hero.block, hero.column, hero.beside, foot - rows, 0)
    items = hand.figure(hero.box, 0, hand.y(0) + hero.baseline, 0)
    return items + hand.balanced(hero.block, 0, hand.columns, hero.zone + block.fit.hero - hero.lines, 0)


def _draw_quote(hand: _Hand, quote: Block, line: int) -> list[Item]:
    """The quote across the columns under a rule in the section's colour."""
    weight = hand.setting.look.callouts.quote_mark
    y = hand.y(line + 1)
    tag = Tag(BODY, f"{hand.section.path}.quote")
    return [
        rule(
            hand.x(0),
            y - hand.setting.look.callouts.hairline_rise,
            hand.width(hand.columns),
            weight,
            hand.section.ink,
        ),
        *put_block(quote, hand.x(0), y, hand.inks["text"], tag),
    ]


def _draw_rows(hand: _Hand, block: BlockFit, line: int) -> list[Item]:
    """Figures in the first column, their texts in the others; the lowest gaps are the wide ones."""
    items: list[Item] = []
    rows = block.content.rows
    wide_from = len(rows) - block.fit.row_gaps
    for i, row in enumerate(rows):
        if i:
            gap = 2 if i >= wide_from else 1
            line += gap
            items.append(hand.hairline(0, hand.columns, line, gap))
        setting = hand.setting
        inset = setting.u - baseline_of(setting)
        items += hand.figure(row.box, 0, hand.y(line) + inset + row.box.height, i + 1)
        items += hand.balanced(row.block, 1, hand.columns - 1, line, i + 1)
        line += row.lines
    return items


def _draw_flow(hand: _Hand, block: BlockFit, line: int) -> list[Item]:
    assert block.fit.flow is not None  # what does not stand in rows flows
    items: list[Item] = []
    for column, parts in enumerate(block.fit.flow.columns):
        foot = 0
        for number, part in enumerate(parts):
            if number:
                items.append(hand.hairline(column, 1, line + part.top, part.top - foot))
            items += _draw_part(hand, block, part, column, line + part.top)
            foot = part.top + part.last - part.first
            foot += block.content.flowing.figures[part.callout] if part.figure else 0
    return items


def _draw_part(hand: _Hand, block: BlockFit, part: Part, column: int, line: int) -> list[Item]:
    """A callout of the flow, or what of its text stands in one column."""
    content, at = block.content, part.callout + 1
    items: list[Item] = []
    if part.figure:
        box, zone = content.figures[part.callout], content.flowing.figures[part.callout]
        foot = hand.setting.look.callouts.figure_foot
        items += hand.figure(box, column, hand.y(line + zone) - foot - box.depth, at)
        line += zone
    text = content.texts[part.callout]
    return items + hand.text(text, column, line, at, range(part.first, part.last))

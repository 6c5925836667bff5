"""Pull-quotes: a sentence of the section held up from its text, large, under or beside its callouts.

In: the setting, a section's plan, a place. Out: pieces in whole grid steps, and items. Across the page the
lines stand at the title's column, broken by their sense; vertical ones fill a column beside a row.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from reportpdf.base.geometry import Rect
from reportpdf.layout.display import BoxItem, Item, Role, Tag
from reportpdf.layout.grid import Q
from reportpdf.layout.lines import put_block
from reportpdf.layout.pieces import Piece, PieceKind
from reportpdf.layout.setting import SectionPlan, Setting
from reportpdf.layout.vertical import put_vertical_block
from reportpdf.model.report import Text
from reportpdf.text.block import HAN_TOP, Block, first_baseline
from reportpdf.text.sense_lines import by_sense
from reportpdf.theme.quotes import Direction

if TYPE_CHECKING:
    from reportpdf.layout.draw_callouts import PageHand
    from reportpdf.layout.fit import Stand

TALLEST_U = 40
"""A vertical quote that asks for more steps than this stands across the page."""


def is_vertical(setting: Setting) -> bool:
    """Whether quotes stand in vertical lines where there is a row to stand beside."""
    return setting.look.quotes.direction is Direction.VERTICAL


def make_quote(setting: Setting, plan: SectionPlan, at: int) -> Piece:
    """The section's quote across the page, before its callout ``at``."""
    block = _block(setting, plan)
    height = ceil(block.count * block.style.pitch / setting.u - 1e-6) * Q
    look = setting.look.callouts
    gap = look.gap_u * Q
    return Piece(PieceKind.QUOTE, plan, at, at, height, height, height, gap, look.gap_most_u * Q, quote=block)


def _block(setting: Setting, plan: SectionPlan) -> Block:
    """The quote across the page, broken by its sense."""
    room = setting.grid.span(setting.grid.format.columns - setting.look.quotes.column)
    return by_sense(setting.setter.block(_quote_of(plan), setting.styles.quote, room, indent=False))


def _quote_of(plan: SectionPlan) -> Text:
    text = plan.section.quote
    assert text is not None  # a piece is made only for a section with a quote
    return text


def vertical_quote(setting: Setting, plan: SectionPlan, steps: int) -> tuple[Block, int] | None:
    """The quote in vertical lines, and the grid steps they need, at least ``steps``; None if too many."""
    style, setter = setting.styles.quote, setting.setter.vertical
    width = setting.grid.span(setting.look.quotes.columns)
    for height in range(steps, TALLEST_U):
        room = height * setting.u - _bar_space(setting)
        block = by_sense(setter.block(_quote_of(plan), style, room, indent=False))
        if block.count * style.pitch <= width + style.pitch - style.size:
            return block, height
    return None


def _bar_space(setting: Setting) -> float:
    """What the mark and the white under it take of a vertical quote's column, points."""
    return setting.look.quotes.bar + setting.u


def draw_quote(hand: PageHand, stand: Stand) -> list[Item]:
    """The quote across the page, its mark hanging in the columns before it."""
    setting, plan, block = hand.setting, stand.piece.plan, stand.piece.quote
    assert block is not None  # made with its block
    grid, look, style = setting.grid, setting.look.quotes, block.style
    top = hand.y(stand.top)
    han_top = top + first_baseline(style) - HAN_TOP * style.size
    mark = Rect(grid.x(0), han_top, grid.span(look.column), look.bar)
    tag = Tag(Role.PARAGRAPH, f"{plan.path}.quote")
    return [
        BoxItem(mark, plan.ink),
        *put_block(block, grid.x(look.column), top, setting.inks["text"], tag, justified=False),
    ]


def draw_vertical_quote(hand: PageHand, stand: Stand, column: int, top: float) -> list[Item]:
    """The quote in its column beside a row: a bar in the section's colour, lines from right to left."""
    setting, plan, block = hand.setting, stand.piece.plan, stand.piece.quote
    assert block is not None  # asked only where there is one
    grid, style = setting.grid, block.style
    width = grid.span(setting.look.quotes.columns)
    bar = Rect(grid.x(column), top, width, setting.look.quotes.bar)
    lines = block.count * style.pitch
    right = grid.x(column) + (width + lines) / 2
    tag = Tag(Role.PARAGRAPH, f"{plan.path}.quote")
    return [
        BoxItem(bar, plan.ink),
        *put_vertical_block(
            block, right, top + _bar_space(setting), setting.inks["text"], tag, justified=False
        ),
    ]

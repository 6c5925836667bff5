"""A very long text as display items: two columns of even length, its figure over the first part.

In: a piece at its place. Out: items in reading order.
"""

from __future__ import annotations

from reportpdf.layout.display import Item, Tag
from reportpdf.layout.draw_callouts import BODY, FIGURE, PageHand, hairline, rise
from reportpdf.layout.fit import Stand
from reportpdf.layout.lead_form import HALF
from reportpdf.layout.lines import put_block


def draw_long(hand: PageHand, stand: Stand) -> list[Item]:
    """A part of a very long text in two columns, with its figure over the first part."""
    setting, piece, plan = hand.setting, stand.piece, stand.piece.plan
    grid, u, look = setting.grid, setting.u, setting.look.callouts
    callout, path = plan.callouts[piece.first], plan.paths[piece.first]
    top = hand.y(stand.top)
    items: list[Item] = []
    assert piece.block is not None  # a long piece is made with its block
    done, rows = piece.columns, piece.lines
    if done == 0:
        items.append(hairline(hand, top - rise(setting)))
        height = look.height_u * u
        figure = setting.figures.fit(callout.figure, height, grid.width)
        items += figure.put(
            grid.x(0),
            top + (look.figure_drop_u - look.rise_u) * u + height,
            hand.inks(plan),
            Tag(FIGURE, f"{path}.figure"),
        )
        top += height + u
    for side, start in enumerate((done, done + rows)):
        lines = range(start, min(start + rows, piece.block.count))
        items += put_block(
            piece.block,
            grid.x(side * HALF),
            top,
            setting.inks["text"],
            Tag(BODY, f"{path}.text"),
            lines=lines,
        )
    return items

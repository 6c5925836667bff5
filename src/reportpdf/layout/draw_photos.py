"""Photo rows and single photos as display items.

In: a piece at its place. Out: items.
"""

from __future__ import annotations

from reportpdf.base.geometry import Rect
from reportpdf.layout.captions import caption_height, put_caption, set_caption
from reportpdf.layout.display import Item
from reportpdf.layout.draw_callouts import PageHand, draw_stack_rules, draw_stacked
from reportpdf.layout.fit import Stand
from reportpdf.layout.grid import Q
from reportpdf.layout.photo_frames import put_photo


def draw_photo_row(hand: PageHand, stand: Stand) -> list[Item]:
    """Photos side by side at one height, each followed by its caption in reading order."""
    setting, row = hand.setting, stand.piece.photos
    assert row is not None  # a photo piece is made with its row
    top = hand.y(stand.top)
    height = stand.photo * setting.u / Q
    inks = hand.inks(stand.piece.plan)
    items: list[Item] = []
    column = 0
    for photo, columns in zip(row.photos, row.columns, strict=True):
        frame = Rect(setting.grid.x(column), top, setting.grid.span(columns), height)
        items += put_photo(setting, photo, frame)
        items += put_caption(
            setting, photo, frame.x, frame.bottom + setting.look.photos.caption_gap, frame.width, inks
        )
        column += columns
    return items


def draw_beside(hand: PageHand, stand: Stand) -> list[Item]:
    """A single photo in part of the columns, its caption beside it at its foot."""
    setting, row = hand.setting, stand.piece.photos
    assert row is not None  # a photo piece is made with its row
    grid, photo, columns = setting.grid, row.photos[0], row.columns[0]
    frame = Rect(grid.x(0), hand.y(stand.top), grid.span(columns), stand.height * setting.u / Q)
    items = put_photo(setting, photo, frame)
    style, width = setting.styles.caption_beside, grid.span(grid.format.columns - columns)

    caption = set_caption(setting, photo, width, style)
    if caption is not None:
        # The last line's Han box ends level with the photo.
        top = frame.bottom - len(caption.ranges) * style.pitch + (style.pitch - style.size) / 2
        items += put_caption(setting, photo, grid.x(columns), top, width, hand.inks(stand.piece.plan), style)
    return items


def draw_stack(hand: PageHand, stand: Stand) -> list[Item]:
    """The only photo of a section in eight columns, its last callouts stacked beside it."""
    setting, plan = hand.setting, stand.piece.plan
    grid, look = setting.grid, setting.look
    photo = plan.photos[0]
    top = hand.y(stand.top) + (look.callouts.figure_drop_u - look.callouts.rise_u) * setting.u
    bottom = hand.y(stand.top + stand.height)

    caption = caption_height(setting, photo, grid.span(8))
    frame = Rect(grid.x(0), top, grid.span(8), bottom - caption - top)
    items = draw_stack_rules(hand, stand, 8)
    items += draw_stacked(hand, stand, 8)
    items += put_photo(setting, photo, frame)
    items += put_caption(
        setting, photo, frame.x, frame.bottom + look.photos.caption_gap, frame.width, hand.inks(plan)
    )
    return items

"""Photo rows, single photos and FPO frames as display items.

In: a piece at its place, or a photo and its frame. Out: items. A photo is cropped about its focus to
its frame's shape and never distorted. A photo that cannot be shown is a frame of the same size with a
cross and a note of what is wanted.
"""

from __future__ import annotations

from reportpdf.base.geometry import Rect
from reportpdf.layout.asks import PhotoSetting
from reportpdf.layout.captions import caption_height, put_caption, set_caption
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, PictureItem, PolygonItem, Role, Tag
from reportpdf.layout.draw_callouts import PageHand, draw_stack_rules, draw_stacked
from reportpdf.layout.fit import Stand
from reportpdf.layout.grid import Q
from reportpdf.layout.lines import Inks, set_words, width_of
from reportpdf.layout.setting import PlacedPhoto

FRAME_LINE = 0.5
CROSS_LINE = 0.35


def crop_about(
    aspect: float, frame_aspect: float, focus: tuple[float, float] | None
) -> tuple[float, float, float, float]:
    """The part to show: left, top, right, bottom as fractions, the focus as near its middle as may be."""
    x, y = focus or (0.5, 0.5)
    if frame_aspect >= aspect:
        height = aspect / frame_aspect
        top = min(max(y - height / 2, 0.0), 1 - height)
        return 0.0, top, 1.0, top + height
    width = frame_aspect / aspect
    left = min(max(x - width / 2, 0.0), 1 - width)
    return left, 0.0, left + width, 1.0


def put_photo(setting: PhotoSetting, photo: PlacedPhoto, frame: Rect) -> list[Item]:
    """The photo in its frame, or the FPO frame in its place."""
    picture = photo.picture
    if picture.problem is not None:
        return _stand_for(setting, frame)
    crop = crop_about(picture.aspect, frame.width / frame.height, picture.photo.focus)
    return [PictureItem(frame, picture, crop, Tag(Role.PHOTO, photo.path))]


def _stand_for(setting: PhotoSetting, frame: Rect) -> list[Item]:
    """An FPO frame: outline, cross, and a note that a picture is wanted here. Source: press usage."""
    ink = setting.inks["rule"]
    style = setting.styles.frame_note
    items: list[Item] = [
        BoxItem(Rect(frame.x, frame.y, frame.width, FRAME_LINE), ink),
        BoxItem(Rect(frame.x, frame.bottom - FRAME_LINE, frame.width, FRAME_LINE), ink),
        BoxItem(Rect(frame.x, frame.y, FRAME_LINE, frame.height), ink),
        BoxItem(Rect(frame.right - FRAME_LINE, frame.y, FRAME_LINE, frame.height), ink),
        _diagonal(frame.x, frame.y, frame.right, frame.bottom, ink=setting.inks),
        _diagonal(frame.x, frame.bottom, frame.right, frame.y, ink=setting.inks),
    ]
    note = "此处留图"
    width = width_of(setting.setter, note, style)
    middle = (frame.x + frame.right) / 2
    plate = Rect(middle - width / 2 - 6, (frame.y + frame.bottom) / 2 - 8, width + 12, 16)
    items.append(BoxItem(plate, setting.inks["paper"]))
    items.append(
        set_words(setting.setter, note, style).put(
            plate.x + 6, plate.y + 8 + 0.38 * style.size, setting.inks["soft"], ARTIFACT
        )
    )
    return items


def _diagonal(x0: float, y0: float, x1: float, y1: float, *, ink: Inks) -> PolygonItem:
    """A thin line as a polygon, so that painters need no stroke."""
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1.0
    nx, ny = -(y1 - y0) / length * CROSS_LINE / 2, (x1 - x0) / length * CROSS_LINE / 2
    return PolygonItem(
        ((x0 + nx, y0 + ny), (x1 + nx, y1 + ny), (x1 - nx, y1 - ny), (x0 - nx, y0 - ny)),
        ink["rule"],
        ARTIFACT,
    )


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

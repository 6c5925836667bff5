"""Photos in their frames, and FPO frames for those that cannot be shown.

In: a photo and its frame. Out: items. A photo is cropped about its focus to its frame's shape and never
distorted. A photo that cannot be shown is a frame of the same size with a cross and a note of what is
wanted.
"""

from __future__ import annotations

from reportpdf.base.geometry import Rect
from reportpdf.layout.asks import PhotoSetting
from reportpdf.layout.display import ARTIFACT, BoxItem, Item, PictureItem, PolygonItem, Role, Tag
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

"""Rows of callouts one under the other, with a photo in a free cell.

In: some rows of a section, a cell and a photo for it. Out: :class:`SetRow`, each at its line; the first at
line 0, to be moved to where the page has room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from reportpdf.base.geometry import Rect
from reportpdf.layout.gallery_frames import CaptionPlace, Frame, caption_under, limits
from reportpdf.layout.gallery_rows import Cell, Row
from reportpdf.layout.gallery_setting import GallerySetting
from reportpdf.layout.setting import PlacedPhoto

GAP_OVER_PHOTO = 1
"""Between a text and the photo under it, lines."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetRow:
    """A row whose top stands on a grid line; ``high`` counts a photo in it and its caption."""

    row: Row
    top: int
    high: int
    frame: Frame | None = None

    def moved(self, lines: int, step: float) -> SetRow:
        """The row so many lines lower, its photo with it."""
        return replace(self, top=self.top + lines, frame=_moved(self.frame, lines * step))


def _moved(frame: Frame | None, down: float) -> Frame | None:
    if frame is None:
        return None
    rect, place = frame.rect, frame.caption
    return replace(
        frame,
        rect=Rect(rect.x, rect.y + down, rect.width, rect.height),
        caption=CaptionPlace(place.x, place.top + down, place.width),
    )


def rows_high(setting: GallerySetting, rows: Sequence[Row]) -> int:
    """Lines of the rows with the gaps between them, without photos."""
    return sum(row.high for row in rows) + setting.look.rows.gap_u * (len(rows) - 1)


def free_cells(setting: GallerySetting, rows: Sequence[Row]) -> tuple[Cell, ...]:
    """The cells that may take a photo, at most one of a row."""
    found = (row.free_cell(setting.look.rows.cell_free_u) for row in rows)
    return tuple(cell for cell in found if cell is not None)


def set_mosaic(
    setting: GallerySetting, rows: Sequence[Row], cell: Cell | None, photo: PlacedPhoto | None
) -> tuple[SetRow, ...] | None:
    """The rows one under the other, the photo in its cell; None if it does not fit there."""
    top, found = 0, []
    for row in rows:
        if photo is not None and cell in row.cells:
            made = _with_photo(setting, row, cell, photo, top)
            if made is None:
                return None
        else:
            made = SetRow(row, top, row.high)
        found.append(made)
        top += made.high + setting.look.rows.gap_u
    return tuple(found)


def _with_photo(
    setting: GallerySetting, row: Row, cell: Cell | None, photo: PlacedPhoto, top: int
) -> SetRow | None:
    """The row with a photo at the foot of a cell.

    The caption ends level with the row's longest text; where the photo needs those lines itself, it does and
    the caption goes on under it.
    """
    assert cell is not None  # the caller found it in the row
    grid, width = setting.grid, setting.grid.span(cell.span)
    _, caption = caption_under(setting, photo, 0.0, grid.x(cell.column), width)
    room = row.lines - cell.high - GAP_OVER_PHOTO
    tall, flat = limits(setting, photo, setting.look.photos.cell_aspect)
    least, most = ceil(width / flat / setting.u - 1e-6), floor(width / tall / setting.u + 1e-6)
    inside = room - caption >= least
    high = min(most, room - caption if inside else room)
    if high < least:
        return None
    foot = top + row.zone + row.lines - (caption if inside else 0)
    rect = Rect(grid.x(cell.column), grid.y(foot - high), width, grid.y(high))
    place, _ = caption_under(setting, photo, rect.bottom, rect.x, width)
    return SetRow(row, top, row.high + (0 if inside else caption), Frame(photo, rect, place, caption))

"""Photos of a cell as display items: frames on the grid, captions on its lines.

In: an arrangement, the unit and line it begins on. Out: items, each photo followed by its caption.
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import Ink
from reportpdf.layout.captions import put_caption
from reportpdf.layout.display import Item
from reportpdf.layout.lines import Inks
from reportpdf.layout.photo_frames import put_photo
from reportpdf.layout.sheet.cells import Arrangement
from reportpdf.layout.sheet.setting import SheetSetting


def draw_arrangement(setting: SheetSetting, photos: Arrangement, unit: int, line: int) -> list[Item]:
    """The rows from a line of the grid down, the first photo's left edge at a unit."""
    grid = setting.grid
    inks = caption_inks(setting.inks)
    items: list[Item] = []
    for row in photos.rows:
        at = unit
        for photo, units in zip(row.photos, row.units, strict=True):
            x, width = grid.x(at), grid.span(units)
            height = row.height * grid.u - setting.look.photos.foot
            items += put_photo(setting, photo, Rect(x, grid.y(line), width, height))
            items += put_caption(setting, photo, x, grid.y(line + row.height), width, inks, justified=True)
            at += units
        line += row.height + row.caption + 1
    return items


def caption_inks(inks: Inks) -> Inks:
    """Captions of newsprint are black throughout: no screen of grey under nine-point strokes."""
    text: Ink = inks["text"]
    return replace(inks, named=(("soft", text), *inks.named), section=text)

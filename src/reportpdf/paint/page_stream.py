"""A page's display list becomes its content stream.

Comes in: the items of a page in order. Goes out: operators, with y turned upward. The painter only obeys:
where things stand has been decided. Source: ISO 32000-2 8.5 (paths), 8.8.5 (painting external objects).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reportpdf.base.ink import Ink
from reportpdf.layout.display import BoxItem, Item, Page, PictureItem, PolygonItem, TextItem
from reportpdf.paint.numbers import number
from reportpdf.paint.text_stream import TextState, TextWriter

FPO_TINT = Ink(0.0, 0.0, 0.0, 0.12, screen=(228, 228, 228))
"""What stands for a photo that turned out to have no picture after the page was laid out."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the trim's upper left corner lies on the page, in points from the page's lower left corner."""

    x: float
    y: float


class PageWriter:
    """Writes pages. ``image_name`` gives the resource name of a picture's image; None: there is none."""

    def __init__(
        self,
        text: TextWriter,
        fills: Mapping[Ink, str],
        origin: Origin,
        image_name: Callable[[PictureItem], str | None],
    ) -> None:
        self._text = text
        self._fills = fills
        self._origin = origin
        self._image_name = image_name

    def write(self, page: Page) -> tuple[bytes, tuple[str, ...]]:
        """The page's content, and the names of the images on it in order of first use."""
        state, parts = TextState(), []
        images: dict[str, None] = {}
        for item in page.items:
            if isinstance(item, PictureItem):
                name = self._image_name(item)
                if name:
                    images[name] = None
                parts.append(self._picture(item, name, state))
            else:
                parts.append(self._drawn(item, state))
        return "\n".join(filter(None, parts)).encode("ascii"), tuple(images)

    def _drawn(self, item: Item, state: TextState) -> str:
        if isinstance(item, TextItem):
            return self._text.write(item, state, self._origin.x + item.x, self._origin.y - item.y)
        if isinstance(item, BoxItem):
            box = item.rect
            return self._box(box.x, box.bottom, box.width, box.height, item.ink, state)
        if isinstance(item, PolygonItem):
            return self._polygon(item, state)
        raise TypeError(f"no painter for {type(item).__name__}")

    def _box(self, x: float, bottom: float, width: float, height: float, ink: Ink, state: TextState) -> str:
        corner = f"{number(self._origin.x + x)} {number(self._origin.y - bottom)}"
        return f"{self._fill(ink, state)}{corner} {number(width)} {number(height)} re f"

    def _polygon(self, item: PolygonItem, state: TextState) -> str:
        places = [f"{number(self._origin.x + x)} {number(self._origin.y - y)}" for x, y in item.points]
        lines = " ".join(f"{place} l" for place in places[1:])
        return f"{self._fill(item.ink, state)}{places[0]} m {lines} h f"

    def _picture(self, item: PictureItem, name: str | None, state: TextState) -> str:
        box = item.rect
        if name is None:
            return self._box(box.x, box.bottom, box.width, box.height, FPO_TINT, state)
        place = f"{number(self._origin.x + box.x)} {number(self._origin.y - box.bottom)}"
        return f"q {number(box.width)} 0 0 {number(box.height)} {place} cm /{name} Do Q"

    def _fill(self, ink: Ink, state: TextState) -> str:
        fill = self._fills[ink]
        if fill == state.fill:
            return ""
        state.fill = fill
        return f"{fill} "

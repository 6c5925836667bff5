"""A page's display list becomes its content stream.

Comes in: the items of a page in order. Goes out: operators, with y turned upward. The painter only obeys:
where things stand has been decided. Source: ISO 32000-2 8.5 (paths), 8.8.5 (painting external objects).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportpdf.base.ink import Ink
from reportpdf.layout.display import (
    BoxItem,
    Item,
    LinkItem,
    Page,
    PathItem,
    PictureItem,
    PolygonItem,
    TextItem,
)
from reportpdf.paint.colour import KNOCKOUT
from reportpdf.paint.numbers import number
from reportpdf.paint.tags import CLOSE, opening
from reportpdf.paint.text_stream import TextState, TextWriter
from reportpdf.paint.vertical_stream import VerticalWriter
from reportpdf.press.structure import Marked


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Origin:
    """Where the trim's upper left corner lies on the page, in points from the page's lower left corner."""

    x: float
    y: float


class PageWriter:
    """Writes the pages of a document, whose trim's upper left corner lies at ``origin``."""

    def __init__(
        self, text: TextWriter, fills: Mapping[Ink, str], origin: Origin, *, press: bool = False
    ) -> None:
        self._press = press
        self._text = text
        self._vertical = VerticalWriter(text)
        self._fills = fills
        self._origin = origin

    def write(
        self, page: Page, marked: tuple[Marked, ...]
    ) -> tuple[bytes, tuple[tuple[str, PictureItem], ...]]:
        """The page's content, and its pictures with the names that they have in it.

        ``marked`` divides the items into pieces of marked content.
        """
        state = TextState()
        parts: list[str] = []
        pictures: list[tuple[str, PictureItem]] = []
        for piece in marked:
            parts.append(opening(piece))
            for item in page.items[piece.start : piece.end]:
                if isinstance(item, PictureItem):
                    pictures.append((f"Im{len(pictures) + 1}", item))
                    parts.append(self._picture(*pictures[-1]))
                elif not isinstance(item, LinkItem):  # which lies on the page and is not drawn
                    parts.append(self.drawn(item, state))
            parts.append(CLOSE)
        return "\n".join(filter(None, parts)).encode("ascii"), tuple(pictures)

    def drawn(self, item: Item, state: TextState) -> str:
        """The operators of one item that is no picture."""
        if isinstance(item, TextItem):
            writer = self._vertical if item.vertical else self._text
            return writer.write(item, state, self._origin.x + item.x, self._origin.y - item.y)
        if isinstance(item, BoxItem):
            box = item.rect
            corner = f"{number(self._origin.x + box.x)} {number(self._origin.y - box.bottom)}"
            return f"{self._fill(item.ink, state)}{corner} {number(box.width)} {number(box.height)} re f"
        if isinstance(item, PolygonItem):
            return self._polygon(item, state)
        if isinstance(item, PathItem):
            return self._path(item, state)
        raise TypeError(f"no painter for {type(item).__name__}")

    def _polygon(self, item: PolygonItem, state: TextState) -> str:
        places = [f"{number(self._origin.x + x)} {number(self._origin.y - y)}" for x, y in item.points]
        lines = " ".join(f"{place} l" for place in places[1:])
        return f"{self._fill(item.ink, state)}{places[0]} m {lines} h f"

    def _path(self, item: PathItem, state: TextState) -> str:
        x, y, size = self._origin.x + item.x, self._origin.y - item.y, item.size
        steps = (
            " ".join((*(number(n * size + (y if i % 2 else x)) for i, n in enumerate(numbers)), operator))
            for operator, numbers in item.outline
        )
        return f"{self._fill(item.ink, state)}{' '.join(steps)} f"

    def _picture(self, name: str, item: PictureItem) -> str:
        box = item.rect
        place = f"{number(self._origin.x + box.x)} {number(self._origin.y - box.bottom)}"
        state = f"/{KNOCKOUT} gs " if self._press else ""
        return f"q {state}{number(box.width)} 0 0 {number(box.height)} {place} cm /{name} Do Q"

    def _fill(self, ink: Ink, state: TextState) -> str:
        fill = self._fills[ink]
        if fill == state.fill:
            return ""
        state.fill = fill
        return f"{fill} "

"""A layout made fit for ink on paper: rules no thinner than a plate holds, black where black is meant.

Comes in: a document and a printing condition. Goes out: the document with its thin rules widened, its large
black areas in rich black, its small marks in black alone where the paper asks for it; and what cannot be
mended but must be told: text reversed out too small, text in several inks too small. Nothing moves.
Sources: GB/T 17934 and ISO 12647 for register; the figures are trade practice [P].
"""

from __future__ import annotations

from dataclasses import replace

from reportpdf.base.geometry import Rect
from reportpdf.base.ink import BLACK, Ink
from reportpdf.base.problem import Problem, problem
from reportpdf.base.units import to_mm
from reportpdf.layout.display import BoxItem, Document, Item, PolygonItem, TextItem
from reportpdf.press.conditions import Condition

HAIRLINE = 0.25
"""The thinnest rule in one solid ink, points [P]."""

HAIRLINE_MIXED = 0.5
"""The thinnest rule that is tinted or mixed of inks: its screen dots would break it up [P]."""

LARGE = 10.0
"""A black box of at least so many points both ways is an area, and takes rich black [P]."""

SMALL_MARK = 12.0
"""Marks smaller than this are too small for three inks where register is coarse, points [P]."""


def separate(document: Document, condition: Condition) -> Document:
    """The document as it goes onto plates of that condition."""
    pages = tuple(
        replace(page, items=tuple(_separated(item, condition) for item in page.items))
        for page in document.pages
    )
    return replace(document, pages=pages)


def _separated(item: Item, condition: Condition) -> Item:
    if isinstance(item, BoxItem):
        return _box(item, condition)
    if isinstance(item, PolygonItem) and condition.rich_black is None and _inks_of(item.ink) > 1:
        xs, ys = zip(*item.points, strict=True)
        if max(max(xs) - min(xs), max(ys) - min(ys)) < SMALL_MARK:
            return replace(item, ink=BLACK)
    return item


def _box(item: BoxItem, condition: Condition) -> BoxItem:
    rect, ink = item.rect, item.ink
    if condition.rich_black is not None and is_black(ink) and min(rect.width, rect.height) >= LARGE:
        return replace(item, ink=condition.rich_black)
    least = HAIRLINE if _inks_of(ink) == 1 and ink.total >= 1.0 else HAIRLINE_MIXED
    wide, high = max(rect.width, least), max(rect.height, least)
    if (wide, high) == (rect.width, rect.height):
        return item
    x, y = rect.x - (wide - rect.width) / 2, rect.y - (high - rect.height) / 2
    return replace(item, rect=Rect(x, y, wide, high))


def is_black(ink: Ink) -> bool:
    """Whether the ink is black alone and solid: what overprints."""
    return (ink.c, ink.m, ink.y) == (0.0, 0.0, 0.0) and ink.k >= 1.0 and not ink.spot


def _inks_of(ink: Ink) -> int:
    return 1 if ink.spot else sum(part > 0 for part in (ink.c, ink.m, ink.y, ink.k))


def ink_problems(document: Document, condition: Condition) -> tuple[Problem, ...]:
    """Text too small for its inks on that paper: one problem a text, at the first place it is met."""
    found: dict[tuple[str, str], Problem] = {}
    for page in document.pages:
        for item in page.items:
            if not isinstance(item, TextItem) or not item.visible or not item.clusters:
                continue
            code, least = "", 0.0
            if item.ink.total == 0 and not item.ink.spot and item.size < condition.reversed_min:
                code, least = "press-reversed-small", condition.reversed_min
            elif _inks_of(item.ink) > 1 and item.size < condition.small_colour_min:
                code, least = "press-colour-small", condition.small_colour_min
            if code:
                words = "".join(cluster.text for cluster in item.clusters)
                found.setdefault(
                    (code, item.tag.path),
                    problem(
                        code,
                        None,
                        page=page.number,
                        x=f"{to_mm(item.x):.0f}",
                        y=f"{to_mm(item.y):.0f}",
                        words=words[:12],
                        size=f"{item.size:g}",
                        least=f"{least:g}",
                        condition=condition.name,
                    ),
                )
    return tuple(found.values())

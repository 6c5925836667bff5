"""Where a copy's marks stand on each page: a line at the foot, a symbol in a corner, two small ones aside.

Comes in: a laid-out document, and how long the longest line is. Goes out: :class:`StampPlan`: places where
the pages print nothing. On a screen or archive page the line stands beside the folio, on its baseline, and
the symbol (QR code) in the outer margin at the foot. The small ones (Data Matrix) stand close to the type
area, so that a page that lost its margins keeps them: one at the head on the inner side, one on the outer
side below the middle; so every half of a page has one. Even pages are the mirror of odd ones. A press page is
printed as it was signed: its marks stand in the slug area, outside the bleed, and are cut off. Lengths in
points; module: a symbol's smallest square.
Source: ISO/IEC 18004 6.3.8 (quiet zone of four modules); ISO/IEC 16022 7.4 (of one).
"""

from __future__ import annotations

from collections import Counter

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.units import mm
from reportpdf.layout.display import BoxItem, Document, Page, PictureItem, Role, TextItem
from reportpdf.layout.item_boxes import ink_rect
from reportpdf.press.sheet import MARK_MARGIN, MARK_OFFSET
from reportpdf.press.stamp_measures import (
    ACROSS,
    EDGE,
    LEAST_READ,
    LEAST_SIZE,
    SIZE,
    SLUG_MODULE,
    SLUG_SIZE,
    UNDER,
    Margins,
    PagePlaces,
    Spot,
    StampPlan,
)
from reportpdf.press.symbol_places import placed

_ASIDE = 11.0
"""White between the line and what stands on its baseline."""

_BELOW = 10.5
"""From the folio's baseline to that of a line that does not fit beside it."""

_SEVERAL = 3
"""So many edges in a line are a margin; a single one is a mark that hangs out."""

_GROUND = 0.85
"""A rectangle over so much of the page is its ground: a tint that everything stands on."""


def screen_places(document: Document, longest: float) -> StampPlan:
    """Places inside the trim; ``longest`` is the longest line's width in em."""
    inked = [_inked(page, document.trim) for page in document.pages]
    margins = _margins(document, inked)
    lines, room, align = _lines(document, inked, margins, longest)
    plan = tuple(
        placed(boxes, _feet(page), line, margins, document.trim, odd=page.number % 2 == 1)
        for page, boxes, line in zip(document.pages, inked, lines, strict=True)
    )
    return StampPlan(plan, min(SIZE, room / longest), room, align)


def slug_places(document: Document, *, marks: bool) -> StampPlan:
    """Places outside the bleed: the line at the foot, right of the middle, the symbol at the head."""
    trim, offset = document.trim, MARK_OFFSET + document.bleed
    if not marks:
        return StampPlan(tuple(PagePlaces(None, ()) for _ in document.pages), SLUG_SIZE, 0.0)
    left, right = trim.width / 2 + mm(6), trim.width - mm(3)
    line = Spot((left + right) / 2, trim.height + offset + SLUG_SIZE)
    height = (ACROSS + UNDER) * SLUG_MODULE
    top = -document.bleed - MARK_MARGIN + (MARK_MARGIN - height) / 2
    symbol = Spot(trim.width - mm(3) - ACROSS * SLUG_MODULE, top)
    places = PagePlaces(line, ((symbol, SLUG_MODULE),))
    return StampPlan(tuple(places for _ in document.pages), SLUG_SIZE, right - left)


def _inked(page: Page, trim: Size) -> list[Rect]:
    """What the page prints, its ground left out."""
    boxes = [box for item in page.items if (box := ink_rect(item)) is not None]
    return [box for box in boxes if box.width * box.height < _GROUND * trim.width * trim.height]


_CLEAR = 14.0
"""Points under a headline at which the height of a symbol would still touch it: its own."""


def _feet(page: Page) -> list[float]:
    """Baselines, and lower edges of what is no text; none at the height of a headline: nothing stands beside
    one."""
    boxes = [(item, box) for item in page.items if (box := ink_rect(item)) is not None]
    heads = [box for item, box in boxes if item.tag.role is Role.TITLE]
    feet = [item.y if isinstance(item, TextItem) and not item.vertical else box.bottom for item, box in boxes]
    return [foot for foot in feet if not any(head.y < foot < head.bottom + _CLEAR for head in heads)]


def _margins(document: Document, inked: list[list[Rect]]) -> Margins:
    """The four margins; those at the sides by rules and photos, since marks of text hang beyond them."""
    trim = document.trim
    boxes = [box for page in inked for box in page]
    straight = [
        item.rect for page in document.pages for item in page.items if isinstance(item, BoxItem | PictureItem)
    ]
    return Margins(
        _margin([b.x for b in straight or boxes], trim.width),
        _margin([trim.width - b.right for b in straight or boxes], trim.width),
        min((b.y for b in boxes if b.y > EDGE), default=mm(15)),
        min((trim.height - b.bottom for b in boxes if b.bottom < trim.height - EDGE), default=mm(15)),
    )


def _margin(edges: list[float], extent: float) -> float:
    """The outermost edge that several things keep; the nearest of all, if there is none."""
    near = Counter(round(edge, 1) for edge in edges if EDGE < edge < extent / 4)
    kept = [edge for edge, count in near.items() if count >= _SEVERAL]
    return min(kept or near, default=mm(15))


def _lines(
    document: Document, inked: list[list[Rect]], margins: Margins, longest: float
) -> tuple[list[Spot | None], float, float]:
    """The line of each page, its room and how it is aligned: beside the folio if all lines fit there, else
    below."""
    trim = document.trim
    lowest = [_baseline(page, trim, margins) for page in document.pages]
    below = [min(y + _BELOW, trim.height - EDGE - 2) for y in lowest]
    for baselines, least in ((lowest, longest * LEAST_SIZE), (below, longest * LEAST_READ)):
        gaps = [_gap(boxes, y, margins, trim) for boxes, y in zip(inked, baselines, strict=True)]
        held, align = _held(gaps, margins, trim)
        rooms = [room for _, room in held]
        if min(rooms, default=0.0) >= least:
            return [Spot(x, y) for (x, _), y in zip(held, baselines, strict=True)], min(rooms), align
    kept = [room for room in rooms if room >= least]
    return (
        [Spot(x, y) if room >= least else None for (x, room), y in zip(held, baselines, strict=True)],
        min(kept, default=max(rooms, default=0.0)),
        align,
    )


def _held(
    gaps: list[tuple[float, float]], margins: Margins, trim: Size
) -> tuple[list[tuple[float, float]], float]:
    """Where the line is held on each page, and its room: at the right edge if that is free on all pages and
    the left is not, else in the middle of the gap, or of the page if that costs little."""
    left, right = margins.left, trim.width - margins.right
    if all(b == right for _, b in gaps) and any(a > left for a, _ in gaps):
        return [(right, b - a) for a, b in gaps], 1.0
    held = []
    for a, b in gaps:
        shift = abs((a + b) / 2 - trim.width / 2)
        central = shift < (b - a) * 0.05
        held.append((trim.width / 2, b - a - 2 * shift) if central else ((a + b) / 2, b - a))
    return held, 0.5


def _baseline(page: Page, trim: Size, margins: Margins) -> float:
    """The baseline of the folio line at the foot; without one, a little under all that is printed."""
    feet = [
        item.y
        for item in page.items
        if isinstance(item, TextItem)
        and item.tag.role is Role.ARTIFACT
        and item.visible
        and item.y > trim.height * 0.9
    ]
    lowest = trim.height - margins.bottom
    return max(feet) if feet and max(feet) >= lowest - SIZE else min(lowest + 12.0, trim.height - mm(5))


def _gap(boxes: list[Rect], baseline: float, margins: Margins, trim: Size) -> tuple[float, float]:
    """The widest gap for a line on that baseline: from, to."""
    left, right = margins.left, trim.width - margins.right
    band = baseline - SIZE * 0.9, baseline + SIZE * 0.25
    taken = sorted((b.x - _ASIDE, b.right + _ASIDE) for b in boxes if b.y < band[1] and b.bottom > band[0])
    best, start = (left, left), left
    for a, b in (*taken, (right, right)):
        if a - start > best[1] - best[0]:
            best = start, a
        start = max(start, b)
    return best

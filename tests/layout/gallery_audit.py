"""What must be true of every page of a gallery, whatever the report: faults as sentences.

What is true of every look is checked by :mod:`tests.layout.audit`. Tolerances are points unless named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from reportpdf.base.units import mm
from reportpdf.layout.display import BoxItem, Item, Page, PictureItem, PolygonItem, Role, TextItem
from reportpdf.text.block import HAN_TOP
from tests.layout.audit import (
    OUT,
    SLASH,
    Proof,
    every_photo_once,
    nothing_overlaps,
    photos_keep_their_shape_and_focus,
    texts_of,
)
from tests.layout.galleries import GRID, LOOK
from tests.layout.ink import Ink, ink_of, joined
from tests.layout.reports import FONTS

BODY = LOOK.styles.body
BASELINE = (BODY.pitch - BODY.size) / 2 + HAN_TOP * BODY.size
RIGHT = GRID.left + GRID.width
FOLIO = GRID.trim_height - mm(LOOK.page.folio_mm)
HANG = 0.06
"""Titles may stand out of their column by this share of their size: their side bearings."""

TURNED = 0.15
"""Letters that lie along a vertical line hang this far out of it, of their size."""

FINE = 0.3
"""The ends of a thin diagonal stand out of its frame by half its thickness."""


def faults(proof: Proof) -> list[str]:
    """Every fault of every check."""
    return [fault for check in CHECKS for fault in check(proof)]


def _named(page: Page) -> list[tuple[Item, Ink]]:
    found = ((item, ink_of(item, FONTS)) for item in page.items)
    return [(item, ink) for item, ink in found if ink is not None]


def every_text_once_whole_and_in_order(proof: Proof) -> Iterator[str]:
    """Captions go with their photos, which stand over the rows or in them; all else is in order."""
    wanted = texts_of(proof.report)
    got: dict[str, str] = defaultdict(str)
    order: list[str] = []
    for page in proof.document.pages:
        texts = (i for i in page.items if isinstance(i, TextItem) and i.tag.path)
        for path, items in groupby(texts, key=lambda item: item.tag.path):
            if path.endswith(".numeral"):
                continue
            order.append(path)
            got[path] += "".join("".join(c.text for c in item.clusters) for item in items)
    for path, words in wanted.items():
        if "".join(got[path].split()) != words:
            yield f"{path} reads {got[path][:60]!r}, not {words[:60]!r}"
    for path in got.keys() - wanted.keys():
        yield f"{path} is not in the report"
    own = [path for path in order if ".photos[" not in path]
    if own != [path for path in wanted if ".photos[" not in path] and len(own) == len(set(own)):
        yield f"texts stand in the order {own}"


def nothing_leaves_the_page(proof: Proof) -> Iterator[str]:
    """Photos and tabs end at the bleed, all else between the strip and the columns' right edge."""
    bleed, size = proof.document.bleed, proof.document.trim
    for page in proof.document.pages:
        for item, ink in _named(page):
            if isinstance(item, PictureItem) or _is_tab(item):
                inside = (
                    ink.left >= -bleed - 0.01
                    and ink.top >= -bleed - 0.01
                    and ink.right <= size.width + bleed + 0.01
                    and ink.bottom <= GRID.foot + 0.01
                )
            elif isinstance(item, PolygonItem | BoxItem):
                inside = ink.left >= 0 and ink.right <= size.width + FINE and ink.bottom <= GRID.foot + FINE
            else:
                inside = _text_is_inside(item, ink)
            if not inside:
                yield f"page {page.number}: {item.tag.path or type(item).__name__} at {ink}"


def _text_is_inside(item: Item, ink: Ink) -> bool:
    assert isinstance(item, TextItem)
    hang = HANG * item.size if item.tag.role in (Role.TITLE, Role.HEADING) else OUT
    hang = max(hang, TURNED * item.size) if item.vertical else hang
    across = ink.left > GRID.strip - hang and ink.right < RIGHT + max(hang, OUT)
    if item.tag.role is Role.ARTIFACT:
        return across and ink.bottom < FOLIO + item.size / 2
    below = SLASH * item.size if item.tag.role is Role.FIGURE_TEXT else OUT
    return across and ink.top > 0 and ink.bottom < GRID.foot + below


def _is_tab(item: Item) -> bool:
    return isinstance(item, BoxItem) and item.rect.x < 0


def lines_and_edges_stand_on_the_grid(proof: Proof) -> Iterator[str]:
    """Body lines to 0.02 em; hairlines of rows and edges of photos exactly."""
    for page in proof.document.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.tag.path.endswith("].text") and item.size == BODY.size:
                off = _off(item.y - BASELINE)
                if off > 0.02 * BODY.size:
                    yield f"page {page.number}: {item.tag.path} is {off:.2f} off the grid"
            if isinstance(item, PictureItem):
                edges = [item.rect.bottom, *([item.rect.y] if item.rect.y >= 0 else [])]
                if any(_off(edge) > 0.01 for edge in edges):
                    yield f"page {page.number}: the photo {item.tag.path} has edges at {edges}"


def _off(y: float) -> float:
    return abs(y / GRID.u - round(y / GRID.u)) * GRID.u


def photos_begin_on_an_edge_and_keep_enough(proof: Proof) -> Iterator[str]:
    columns = {round(GRID.x(column), 2) for column in range(3)}
    half = GRID.left + (GRID.photo_right - GRID.left + LOOK.photos.between) / 2
    for page in proof.document.pages:
        for item in page.items:
            if not isinstance(item, PictureItem):
                continue
            if round(item.rect.x, 2) not in {*columns, round(half, 2)}:
                yield f"page {page.number}: {item.tag.path} begins at {item.rect.x:.2f}"
            left, top, right, bottom = item.crop
            if (right - left) * (bottom - top) < LOOK.photos.keep - 0.002:
                yield f"page {page.number}: {item.tag.path} keeps {(right - left) * (bottom - top):.2f}"


def figures_fit_their_columns(proof: Proof) -> Iterator[str]:
    """Ink from a column's left edge, within it, under the hairline and over the text."""
    for page in proof.document.pages:
        rules = [i.rect for i in page.items if isinstance(i, BoxItem) and i.rect.height == LOOK.rows.hairline]
        found: dict[str, list[TextItem]] = defaultdict(list)
        for item in page.items:
            if isinstance(item, TextItem) and item.visible and item.tag.path.endswith(".figure"):
                found[item.tag.path].append(item)
        for path, items in found.items():
            ink = joined(ink for item in items if (ink := ink_of(item, FONTS)) is not None)
            over = [r for r in rules if abs(r.x - ink.left) < 2 and r.y < ink.top]
            if not over:
                yield f"page {page.number}: {path} at {ink} stands under no hairline"
                continue
            rule = max(over, key=lambda r: r.y)
            if ink.right > rule.right + OUT or ink.top < rule.bottom + 2:
                yield f"page {page.number}: {path} at {ink} does not fit under {rule}"


def every_page_has_its_number_and_something_to_see(proof: Proof) -> Iterator[str]:
    for number, page in enumerate(proof.document.pages, 1):
        words = ["".join(c.text for c in i.clusters) for i in page.items if isinstance(i, TextItem)]
        if page.number != number or f"{number:02d}" not in words:
            yield f"page {number} has no folio"
        own = [i for i in page.items if i.tag.role not in (Role.ARTIFACT, Role.HEADING)]
        shown = own or [i for i in page.items if isinstance(i, PolygonItem)]
        if not shown and number > 1:
            yield f"page {number} is empty"


def every_section_begins_a_page(proof: Proof) -> Iterator[str]:
    starts = {}
    for page in proof.document.pages:
        headed = [i.tag.path for i in page.items if i.tag.path.endswith(".numeral")]
        if len(headed) > 1:
            yield f"page {page.number} begins {headed}"
        starts.update(dict.fromkeys(headed, page.number))
    if len(starts) != len(proof.report.sections):
        yield f"sections begin at {starts}"
    marks = [entry.page_index + 1 for entry in proof.document.outline]
    if marks != sorted(starts.values()):
        yield f"bookmarks lead to {marks}, sections begin at {starts}"


CHECKS = (
    every_text_once_whole_and_in_order,
    every_photo_once,
    nothing_overlaps,
    nothing_leaves_the_page,
    lines_and_edges_stand_on_the_grid,
    photos_keep_their_shape_and_focus,
    photos_begin_on_an_edge_and_keep_enough,
    figures_fit_their_columns,
    every_page_has_its_number_and_something_to_see,
    every_section_begins_a_page,
)

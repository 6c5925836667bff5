"""What stands outside the bleed for the printer: crop marks, register, colour bar, slug line.

Comes in: a document, its edition and the words of the slug. Goes out: the same document, each page with its
marks, all of them artifacts. Marks are ordinary items, clear of the bleed. Lengths in points from the trim's
upper left corner. Sources: ISO 12647-2; GB/T 18720 (control strips); offsets and sizes are trade practice
[P].
"""

from __future__ import annotations

from dataclasses import replace
from math import cos, pi, sin

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import BLACK, REGISTRATION, Ink
from reportpdf.base.units import mm
from reportpdf.layout.display import ARTIFACT, BoxItem, Document, Item, Page, PolygonItem
from reportpdf.layout.lines import Words, set_words
from reportpdf.model.job import Marks
from reportpdf.press.sheet import MARK_OFFSET
from reportpdf.text.setter import Setter
from reportpdf.theme.style import TextStyle

LINE = 0.25
"""Weight of crop and register marks [P]."""

LENGTH = mm(5)
"""Length of a crop mark [P]."""

TARGET = mm(2.5)
"""Radius of a registration target."""

PATCH = mm(5)
"""Side of a patch of the colour bar [P]."""

SLUG_SIZE = 6.0
SLUG_INSET = mm(10)
"""From the trim's left edge to the slug."""

BAR: tuple[Ink, ...] = (
    Ink(1, 0, 0, 0),
    Ink(0, 1, 0, 0),
    Ink(0, 0, 1, 0),
    Ink(0, 0, 0, 1),
    Ink(0, 1, 1, 0),
    Ink(1, 0, 1, 0),
    Ink(1, 1, 0, 0),
    Ink(0, 0, 0, 0.4),
    Ink(0, 0, 0, 0.8),
    Ink(0.5, 0.4, 0.4, 0),
    Ink(0, 0, 0, 0.5),
)
"""Solids, overprints of two, tints of black, grey balance beside its black. Source: GB/T 18720."""

_SIDES = 48
"""Corners of a circle: at 2.5 mm no eye and no plate tells it from a round one."""


def with_marks(
    document: Document, marks: Marks, setter: Setter, face: tuple[str, ...], slugs: tuple[str, ...]
) -> Document:
    """The document with marks on every page; ``slugs`` holds each page's slug line. What the face of the slug
    cannot draw is in the setter's table of that style."""
    if marks is Marks.NONE:
        return document
    offset = MARK_OFFSET + document.bleed
    style = slug_style(face)
    pages: list[Page] = []
    for page, slug in zip(document.pages, slugs, strict=True):
        items: list[Item] = [*page.items, *_crop(document.trim, offset)]
        if marks is Marks.FULL:
            items += _targets(document.trim, offset)
            items += _bar(document.trim, offset)
            words = set_words(setter, slug, style)
            y = document.trim.height + offset + SLUG_SIZE
            items.append(words.put(SLUG_INSET, y, BLACK, ARTIFACT))
        pages.append(replace(page, items=tuple(items)))
    return replace(document, pages=tuple(pages))


def with_proof_marks(
    document: Document, setter: Setter, face: tuple[str, ...], slugs: tuple[tuple[str, str], ...]
) -> Document:
    """The document with crop marks and two lines of slug on every page, outside the bleed at the foot.

    A line is as long as the trim at most: what is too long loses its end. A character that no face has is
    printed as 〓.
    """
    offset = MARK_OFFSET + document.bleed
    style = slug_style(face)
    room = document.trim.width - 2 * SLUG_INSET
    pages: list[Page] = []
    for page, lines in zip(document.pages, slugs, strict=True):
        items: list[Item] = [*page.items, *_crop(document.trim, offset)]
        for row, line in enumerate(lines):
            words = _within(setter, line, style, room)
            y = document.trim.height + offset + SLUG_SIZE + row * style.pitch
            items.append(words.put(SLUG_INSET, y, BLACK, ARTIFACT))
        pages.append(replace(page, items=tuple(items)))
    return replace(document, pages=tuple(pages))


def _within(setter: Setter, line: str, style: TextStyle, room: float) -> Words:
    """The words on one line, no wider than the room."""
    setter.clusters(line, style)
    kept = line
    for missing in setter.table(style).missing:
        kept = kept.replace(missing, "〓")
    words = set_words(setter, kept, style)
    while words.width > room and kept:
        kept = kept[: min(len(kept) - 1, max(1, int(len(kept) * room / words.width)))]
        words = set_words(setter, kept + "…", style)
    return words


def slug_style(face: tuple[str, ...]) -> TextStyle:
    """The role of the slug line."""
    return TextStyle(face, SLUG_SIZE, SLUG_SIZE * 1.5)


def _crop(trim: Size, offset: float) -> list[Item]:
    """Two lines at each corner, in line with the cuts and clear of the bleed."""
    items: list[Item] = []
    for x in (0.0, trim.width):
        for y in (-offset - LENGTH, trim.height + offset):
            items.append(BoxItem(Rect(x - LINE / 2, y, LINE, LENGTH), REGISTRATION))
    for y in (0.0, trim.height):
        for x in (-offset - LENGTH, trim.width + offset):
            items.append(BoxItem(Rect(x, y - LINE / 2, LENGTH, LINE), REGISTRATION))
    return items


def _targets(trim: Size, offset: float) -> list[Item]:
    """A target in the middle of each side."""
    away = offset + TARGET
    centres = (
        (trim.width / 2, -away),
        (trim.width / 2, trim.height + away),
        (-away, trim.height / 2),
        (trim.width + away, trim.height / 2),
    )
    return [item for x, y in centres for item in _target(x, y)]


def _target(x: float, y: float) -> list[Item]:
    """A cross in a ring; the ring is a band that runs round and back."""
    inner = TARGET * 0.6
    ring = [(inner, i) for i in range(_SIDES + 1)] + [(inner - LINE, i) for i in range(_SIDES, -1, -1)]
    points = tuple(
        (x + radius * cos(2 * pi * i / _SIDES), y + radius * sin(2 * pi * i / _SIDES)) for radius, i in ring
    )
    return [
        PolygonItem(points, REGISTRATION),
        BoxItem(Rect(x - TARGET, y - LINE / 2, 2 * TARGET, LINE), REGISTRATION),
        BoxItem(Rect(x - LINE / 2, y - TARGET, LINE, 2 * TARGET), REGISTRATION),
    ]


def _bar(trim: Size, offset: float) -> list[Item]:
    """The colour bar at the head, left of the target; as many patches as have room."""
    left, room = mm(10), trim.width / 2 - TARGET - mm(3)
    count = max(0, min(len(BAR), int((room - left) / PATCH)))
    y = -offset - PATCH
    return [BoxItem(Rect(left + i * PATCH, y, PATCH, PATCH), BAR[i], ARTIFACT) for i in range(count)]

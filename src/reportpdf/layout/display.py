"""The display list: what every painter is given, and all it is given.

Items stand in reading order; painters draw them in that order. Points, y downward from the trim's
upper left corner. Each item carries a tag: what it is and which piece of the report it shows, so
that the same list serves the structure tree, the proof marks and the page checks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reportpdf.base.geometry import Rect, Size
from reportpdf.base.ink import Ink
from reportpdf.base.problem import Problem
from reportpdf.model.picture import Picture
from reportpdf.text.cluster import Cluster
from reportpdf.text.findings import Findings

if TYPE_CHECKING:
    from reportpdf.text.outlines import Outline


class Role(Enum):
    """What an item is to a reader. Source: ISO 32000-2 14.8.4, standard structure types."""

    ARTIFACT = "Artifact"
    TITLE = "H1"
    HEADING = "H2"
    PARAGRAPH = "P"
    FIGURE_TEXT = "Span"
    CAPTION = "Caption"
    PHOTO = "Figure"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tag:
    """The role of an item and the path of its source, e.g. ``sections[0].callouts[1].text``.

    Furniture (rules, folios, running feet, overview repeats) is an artifact without a path.
    """

    role: Role
    path: str = ""


ARTIFACT = Tag(Role.ARTIFACT)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TextItem:
    """A line, or part of one, of clusters set from (``x``, ``y``), ``y`` being the baseline.

    Pen advance after cluster i is its own advance plus ``tracking``, in em of ``size``. ``moves``
    lists (i, em) in rising order of i: the pen is moved by that much before cluster i (negative
    tightens). An invisible item is text that is not inked (the comma at which a title is broken) but
    stays in the text layer.
    """

    x: float
    y: float
    size: float
    ink: Ink
    clusters: tuple[Cluster, ...]
    moves: tuple[tuple[int, float], ...]
    tracking: float
    tag: Tag
    visible: bool = True
    vertical: bool = False
    """The line runs down from (``x``, ``y``), ``x`` being its centre; advances and moves are downward."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoxItem:
    """A filled rectangle: a bar, a seal, or a rule (rules are boxes, so no line width is drawn)."""

    rect: Rect
    ink: Ink
    tag: Tag = ARTIFACT


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PolygonItem:
    """A filled polygon of three or more corners (the caption's ▲, the cross of an FPO frame)."""

    points: tuple[tuple[float, float], ...]
    ink: Ink
    tag: Tag = ARTIFACT


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PathItem:
    """Filled outlines of ``words`` from (``x``, ``y``), in em of ``size``, y upward: drawn, and no text."""

    x: float
    y: float
    size: float
    outline: Outline
    ink: Ink
    words: str
    tag: Tag = ARTIFACT


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LinkItem:
    """A place that opens an address when it is clicked; nothing is drawn. ``words`` are those it lies
    over."""

    rect: Rect
    address: str
    words: str
    tag: Tag


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PictureItem:
    """A photo in its frame. ``crop`` is in fractions of the upright picture: left, top, right, bottom."""

    rect: Rect
    picture: Picture
    crop: tuple[float, float, float, float]
    tag: Tag


Item = TextItem | BoxItem | PolygonItem | PathItem | PictureItem | LinkItem


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Page:
    """One page: its number as printed and its items."""

    number: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OutlineEntry:
    """A bookmark: its title, the index of its page, and the height on that page, from the trim's top."""

    title: str
    page_index: int
    y: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Document:
    """All pages of one edition with what its document properties say."""

    trim: Size
    bleed: float
    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...]
    title: str
    author: str
    subject: str
    language: str


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One thing that was changed to fill the pages asked for: its name, and its value before and after.

    ``name`` is a stable word (``photos``, ``space``, ``leading``, ``size``, ``lines``, ``headline``) that the
    commands translate; values are in ``unit`` (``pt``, ``%``, ``lines``), rounded for reading.
    """

    name: str
    before: float
    after: float
    unit: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Laid:
    """A document and what was found while setting it."""

    document: Document
    findings: Findings
    adjustments: tuple[Adjustment, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What the layout has to tell: a photo left out, a page that could not be filled."""

"""What changed from one round to the next: the records that lists, marks and pictures are made of.

Records only. ``Change`` is what an editor did; ``Moved`` is what followed on the pages; ``PagePixels`` is
what the eye finds. Spots are in mm from the trim's upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.check.finding import Spot
from reportpdf.proof.edits import Edit


@dataclass(frozen=True, slots=True)
class Standing:
    """A place of the new report where a value stands: path, line of the source, how it is written there, the
    words around it, where on the page. ``same_unit``: it counts the same things."""

    path: str
    line: int
    written: str
    around: str
    same_unit: bool
    at: int = 0
    """Where in its text it begins."""

    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A value that became another, every place where the old one still stands, and the other places of the
    new one."""

    old: str
    new: str
    old_stands: tuple[Standing, ...]
    new_stands: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was done to the report, its looks or its job.

    ``code`` is a stable word (``figure``, ``callout-moved``, ``theme-value``). Paths are those of the old
    and of the new report, empty where it is in one only; ``old`` and ``new`` are the words, ``edits`` what
    of them changed.
    """

    code: str
    old_path: str = ""
    new_path: str = ""
    old: str = ""
    new: str = ""
    edits: tuple[Edit, ...] = ()
    numbers: tuple[NumberChange, ...] = ()
    section: str = ""
    """The title of the section it stands in."""

    name: str = ""
    """Of a callout its figure, of a photo its file, of a value its path: what people know it by."""

    other: str = ""
    """The path of what it changed places with."""

    old_line: int = 0
    new_line: int = 0
    white: bool = False
    """Nothing but white was changed."""

    prints: bool = True
    """Whether it can be seen on a page."""

    old_spots: tuple[Spot, ...] = ()
    new_spots: tuple[Spot, ...] = ()
    repeats: tuple[Spot, ...] = ()
    """Where an overview or a running line repeats the new words, and followed."""

    @property
    def path(self) -> str:
        """Its path in the new report; in the old where it is there no more."""
        return self.new_path or self.old_path


@dataclass(frozen=True, slots=True)
class Moved:
    """What followed on the pages: things that stand elsewhere, or take more or fewer lines, in a row.

    ``code``: ``page`` (on another page), ``column`` (in another column of the same page), ``lines``,
    ``resized`` (a photo in a frame of another size), ``left-out`` and ``put-in`` (a photo that the layout
    has no room for, or has again), ``pages`` (the report takes more or fewer).
    """

    code: str
    first: str = ""
    last: str = ""
    """Paths in the new report; the same for one thing."""

    count: int = 1
    old: int = 0
    new: int = 0
    """Pages, lines, columns of the format's grid or square millimetres before and after."""


@dataclass(frozen=True, slots=True)
class PagePixels:
    """A page that looks otherwise than before. ``unexplained``: boxes in which nothing of the report or of
    the layout says why."""

    page: int
    share: float
    """Of the page's area, 0 to 1."""

    unexplained: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All of it. Counts are pages; ``pixels`` are only pages that differ."""

    changes: tuple[Change, ...]
    moved: tuple[Moved, ...]
    pixels: tuple[PagePixels, ...]
    old_pages: int
    new_pages: int

    @property
    def unexplained(self) -> tuple[PagePixels, ...]:
        """Pages whose pixels differ without a reason."""
        return tuple(one for one in self.pixels if one.unexplained)

    @property
    def pages(self) -> tuple[int, ...]:
        """Pages of the new report that an editor's change stands on or is repeated on, or that differ without
        a reason."""
        seen = {s.page for c in self.changes if c.prints for s in (*c.new_spots, *c.repeats)}
        return tuple(sorted(seen | {one.page for one in self.unexplained}))

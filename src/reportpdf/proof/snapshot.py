"""What a round was made of and how it was laid out, as it is kept beside the round to be compared later.

Records only: the words of the report with their places, photos by their content, theme, format and job as
values by path, and every item of every page with its box. Lengths are points from the trim's upper left
corner. Nothing here needs the files that the round was made of.
"""

from __future__ import annotations

from dataclasses import dataclass

VERSION = 1
"""Of the record; a snapshot of another version is not read."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the report: what they are, the path and the line of their source, and the marks in them."""

    words: str
    path: str
    line: int = 0
    marks: str = ""


@dataclass(frozen=True, slots=True)
class SnapCallout:
    """A callout."""

    figure: Said
    text: Said
    lead: bool = False
    label: Said | None = None


@dataclass(frozen=True, slots=True)
class SnapPhoto:
    """A photo: the name it has in the report, and a digest of what the file holds (empty: not there)."""

    file: Said
    sha256: str
    caption: Said | None = None
    credit: Said | None = None
    focus: tuple[float, float] | None = None
    stand_in: bool = False
    lead: bool = False
    pin: bool = False


@dataclass(frozen=True, slots=True)
class SnapSection:
    """A section. ``palette``: the one that it names, if it names one."""

    title: Said
    palette: str
    quote: Said | None
    callouts: tuple[SnapCallout, ...]
    photos: tuple[SnapPhoto, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class SnapItem:
    """What is drawn on a page: its kind, whose it is (empty path: furniture), its box, its words if any.

    ``look`` is a digest of all that is seen of it but its place. ``pens`` are where each character of
    ``words`` begins and the last ends, tenths of a point along the line.
    """

    kind: str
    path: str
    x: float
    y: float
    width: float
    height: float
    look: str
    words: str = ""
    pens: tuple[int, ...] = ()
    vertical: bool = False
    crop: tuple[float, ...] = ()
    """Of a photo, as it was laid out."""


@dataclass(frozen=True, slots=True)
class SnapPage:
    """A page: its number as printed and all that is seen on it, in reading order."""

    number: int
    items: tuple[SnapItem, ...]


Values = tuple[tuple[str, str], ...]
"""Values by path, in order of their paths."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A report, its looks and its pages at one time."""

    file: str
    """The report's file as it was named."""

    title: Said | None
    subject: Said | None
    byline: tuple[tuple[Said, ...], ...]
    """A role and its names, each."""

    lede: Said | None
    imprint: tuple[Said, ...]
    sections: tuple[SnapSection, ...]
    theme: Values
    format: Values
    job: Values
    width: float
    height: float
    columns: tuple[float, ...]
    """Where the columns of the format begin."""

    pages: tuple[SnapPage, ...]
    version: int = VERSION

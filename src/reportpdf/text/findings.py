"""What setting a report found out: changes of copy, missing glyphs, forced lines, borrowed faces.

Facts only; the pipeline turns them into problems and changes with places.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportpdf.model.report import Text
from reportpdf.text.normalise import Change


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character that no face of a style's chain can draw, at its offset in the delivered text."""

    text: Text
    offset: int
    character: str
    fonts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forced:
    """A line that no legal break could end: its text is cut where it must be."""

    text: Text
    line: int


@dataclass(frozen=True, slots=True)
class Borrowed:
    """Characters that the face a style wants does not have and a fallback drew; all faces by key."""

    wanted: str
    used: str
    characters: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MarkFault:
    """What is wrong with a mark in a text, at an offset of its words or, ``delivered``, of what was
    delivered."""

    text: Text
    offset: int
    code: str
    args: tuple[tuple[str, str], ...] = ()
    delivered: bool = False


@dataclass(slots=True)
class Findings:
    """What setting found out, gathered over the whole report."""

    changes: dict[Text, tuple[Change, ...]] = field(default_factory=dict)
    missing: dict[tuple[Text, int], MissingGlyph] = field(default_factory=dict)
    forced: dict[tuple[Text, int], Forced] = field(default_factory=dict)
    unpaired: dict[Text, tuple[int, ...]] = field(default_factory=dict)
    """Offsets of straight quotation marks without a fellow, left as they are."""

    marks: dict[tuple[Text, int, str], MarkFault] = field(default_factory=dict)
    borrowed: tuple[Borrowed, ...] = ()

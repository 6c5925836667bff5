"""One composition case: what is set, with which choices, and what must be found in the PDF read back.

In: nothing. Out: :class:`Case`. Lengths are em of the type, places in a line are pen positions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """A text at a measure. Every expectation given must hold; ``why`` is the clause or issue it stands on."""

    id: str
    text: str
    measure: float
    why: str
    options: Mapping[str, Any] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    """The lines, their spaces left out."""

    first: str = ""
    """The first line, its spaces left out."""

    never_starts: str = ""
    """No line begins with any of these characters."""

    never_ends: str = ""
    whole: tuple[str, ...] = ()
    """Each stands in one line."""

    breaks: frozenset[int] | None = None
    """Offsets at which lines may begin, and nowhere else; a case is set at many measures for them."""

    takes: tuple[tuple[str, float], ...] = ()
    """What stands between two characters takes so much room."""

    gaps: tuple[tuple[str, float], ...] = ()
    """The white between the two characters of each pair, beyond their own advances."""

    advances: tuple[tuple[str, float, float], ...] = ()
    """A character's own advance lies between the two."""

    fonts: tuple[tuple[str, str], ...] = ()
    """Each of the characters is set in that font."""

    reads: str = ""
    """What the page says as a whole, read line by line."""

    starts_at: tuple[float, ...] = ()
    """Where the first pen positions of the lines are, as far as given."""

    never_alone: bool = False
    """The last line has two letters or more."""

    uneven: bool = False
    """Inner lines need not be flush: nothing in them may open."""


def rows(table: str) -> list[list[str]]:
    """The rows of a table of words: cells are parted by two spaces or more."""
    made = [[cell for cell in line.strip().split("  ") if cell] for line in table.strip().splitlines()]
    return [[cell.strip() for cell in row] for row in made if row]

"""The numbers of pull-quotes: a sentence of a section held up from its text.

In: nothing. Out: the records a look carries. Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Direction(Enum):
    """Which way lines of a pull-quote run."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Quotes:
    """Pull-quotes: across the page, or in vertical lines in a column beside a row of callouts."""

    direction: Direction = field(
        default=Direction.HORIZONTAL,
        metadata={
            "doc": "Across the page, or in vertical lines in a column beside callouts",
            "doc_zh": "横排通栏，或竖排，立在数字旁的一栏",
        },
    )
    column: int = 2
    """Where the lines of a quote across the page begin."""

    columns: int = 4
    """Columns of a vertical quote."""

    bar: float = 4
    """The mark in the section's colour."""


USUAL_QUOTES = Quotes()
"""What a look has that does not speak of quotes."""

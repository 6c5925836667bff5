"""What marks in running text are: spans of plain words, and what is wrong with some.

Made by :func:`reportpdf.model.inline.read_marks`; kept with the text that they
were found in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

MAY_BE_MARKED = re.compile(r"[*\[{\\]")
"""What every text with marks or escapes has: without it there is nothing to read."""


class Mark(Enum):
    """What is done to a span."""

    STRONG = "**"
    LINK = "["
    RUBY = "{|"
    DOTS = "{."
    NAME = "{_"
    TITLE = "{~"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of the plain words. ``value``: a link's address, a ruby's reading."""

    start: int
    end: int
    mark: Mark
    value: str = ""


class FaultKind(Enum):
    """What can be wrong with a mark."""

    UNENDED = "mark-unended"
    ADDRESS = "mark-address"
    INSIDE = "mark-inside"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Fault:
    """Something wrong at ``offset`` of the words as delivered; ``given`` is what stands there."""

    kind: FaultKind
    offset: int
    given: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Marked:
    """Plain words with their marks; spans are in order of their start, outer ones first.

    Character ``starts[i]`` of the words stands at ``offsets[i]`` as delivered, and those after it next to it.
    """

    delivered: str
    words: str
    spans: tuple[Span, ...]
    faults: tuple[Fault, ...]
    starts: tuple[int, ...]
    offsets: tuple[int, ...]

    def delivered_offset(self, offset: int) -> int:
        """Where character ``offset`` of the words stands in what was delivered; its end past the last one."""
        if offset >= len(self.words) or not self.starts:
            return len(self.delivered)
        piece = bisect_right(self.starts, offset) - 1
        return self.offsets[piece] + offset - self.starts[piece]

"""The ladder of copy-fitting: what is changed to fill the pages asked for, smallest change first.

In: a theme's bounds and the lines of its format. Out: :class:`Variant` after variant, each with all that
those before it had: photo sizes, space, leading, type size, line counts of paragraphs. A variant says how
far bounds are widened, and a look says what that does to its numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportpdf.text.line_count import COMFORT, LineWish
from reportpdf.theme.fitting import Fitting
from reportpdf.theme.records import Format

PHOTO_STEPS = 4
SPACE_STEPS = 2
SIZE_STEP = 0.01
"""Share of its size by which running text goes up or down at a time."""

Moves = tuple[tuple[str, int], ...]
"""Photos by their paths, each with the section it stands in instead of its own."""


@dataclass(frozen=True, slots=True)
class Variant:
    """How far a layout departs from what theme and format say; the default is not at all."""

    photos: float = 1.0
    """Factor on the least or, over 1, the greatest height of photos."""

    space: float = 1.0
    lines: int = 0
    """Grid lines that a page has more, or fewer, at the same height: the leading."""

    size: float = 1.0
    wish: LineWish | None = None
    moved: Moves = ()
    left_out: tuple[str, ...] = ()
    """Photos left out, and sections with one photo more: only tried, to tell what would help."""

    added: tuple[int, ...] = ()
    texts: tuple[tuple[int, int], ...] = ()
    """Sections whose texts under the lead are so many lines longer or shorter: tried likewise."""

    def tried(self, change: Variant) -> Variant:
        """The same rung for a report with photos or texts as another variant has them."""
        return replace(self, left_out=change.left_out, added=change.added, texts=change.texts)

    @property
    def rung(self) -> Variant:
        """What of it concerns the look and not the report."""
        return replace(self, moved=(), left_out=(), added=(), texts=())


def ladder(fitting: Fitting, lines: int, direction: int) -> Iterator[Variant]:
    """Every rung from no change on; ``direction`` is -1 for a report too long, 1 for one too short."""
    side = direction > 0
    at = Variant()
    yield at
    for share in _shares(fitting.photos[side], PHOTO_STEPS, direction):
        at = replace(at, photos=share)
        yield at
    for share in _shares(fitting.space[side], SPACE_STEPS, direction):
        at = replace(at, space=share)
        yield at
    while _within(lines / (lines + at.lines - direction), fitting.leading[side], direction):
        at = replace(at, lines=at.lines - direction)
        yield at
    count = 1
    while _within(1 + direction * count * SIZE_STEP, fitting.size[side], direction):
        at = replace(at, size=1 + direction * count * SIZE_STEP)
        yield at
        count += 1
    for cost in COMFORT if fitting.lines else ():
        at = replace(at, wish=LineWish(direction, cost))
        yield at


def _shares(bound: float, steps: int, direction: int) -> Iterator[float]:
    """Factors from 1 toward a bound, in even steps; none if the bound lies on the other side."""
    if (bound - 1) * direction > 1e-9:
        for step in range(1, steps + 1):
            yield 1 + (bound - 1) * step / steps


def _within(value: float, bound: float, direction: int) -> bool:
    return (bound - value) * direction >= -1e-9


def with_lines(sheet: Format, more: int) -> Format:
    """The format with more, or fewer, grid lines in a type area that keeps its height."""
    lines = sheet.lines + more
    return replace(sheet, lines=lines, step=sheet.step * sheet.lines / lines) if more else sheet

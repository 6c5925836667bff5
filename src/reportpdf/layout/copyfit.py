"""Copy-fitting: a report fills exactly the pages asked for, by the smallest change that does it.

In: a look's :class:`Copy` (it knows how to lay the report out under a variant), the pages asked for, the
theme's bounds. Out: the :class:`~reportpdf.layout.display.Laid` with what was adjusted; or an InputError
that says by how much each section misses. No look is known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, islice, product
from typing import Protocol

from reportpdf.layout.display import Adjustment, Laid
from reportpdf.layout.exact import SHORT_END, STRICT, Limits
from reportpdf.layout.rungs import Moves, Variant, ladder
from reportpdf.model.job import PageGoal
from reportpdf.theme.fitting import Fitting

MOST_PLACEMENTS = 2000
"""So many ways to move photos are tried, divided by the number of sections: the work grows with both."""

MOST_WHITE = 8
"""White of more lines than this on a usual page is no measure for others."""

PAGE_SPARE = 5
"""Lines by which a page's pieces may be counted too high or too low: white above the first, a line that says
a section goes on, and rounding."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing a layout can be measured by, e.g. its leading, in points."""

    name: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Stray:
    """A page that is not full: so many lines over (positive) or short, mended best in this section."""

    section: int
    page: int
    lines: int


class Attempt(Protocol):
    """A report laid out under a variant."""

    @property
    def variant(self) -> Variant:
        """The variant it was laid out under."""

    @property
    def strays(self) -> tuple[Stray, ...]:
        """The pages that are not full; none if the attempt is good."""

    def measures(self) -> tuple[Measure, ...]:
        """What the layout is measured by, always the same things in the same order."""

    def laid(self) -> Laid:
        """The pages drawn."""


class Copy(Protocol):
    """A report, and how a look lays it out under a variant."""

    @property
    def natural(self) -> Attempt:
        """The report as it is laid out when no number of pages is asked for."""

    @property
    def pages(self) -> int:
        """The pages it takes then."""

    @property
    def grid_lines(self) -> int:
        """Lines of a page."""

    @property
    def movable(self) -> tuple[tuple[str, int], ...]:
        """Photos that may leave their section: path and section."""

    @property
    def sections(self) -> int:
        """The number of sections."""

    def attempt(self, variant: Variant, count: int, limits: Limits) -> Attempt | None:
        """The report on exactly ``count`` pages; None if that is beyond the limits."""

    def extent(self, variant: Variant, count: int) -> tuple[tuple[int, ...], int]:
        """Lines each section takes, at its least or, if the pages are more than it has, at its most; and
        the lines that ``count`` pages have for sections."""


def fit(copy: Copy, goal: PageGoal, fitting: Fitting) -> Laid | None:
    """The report on the pages asked for; None when the theme's bounds do not reach them."""
    for count in goal.candidates(copy.pages):
        found = climb(copy, fitting, count)
        if found is not None:
            return replace(found.laid(), adjustments=_adjustments(copy.natural, found))
    return None


def climb(copy: Copy, fitting: Fitting, count: int) -> Attempt | None:
    """The first rung on which the report fills exactly so many pages.

    A report that does so by itself stays as it is. All pages full are wanted first, on any rung; then a
    last page that ends short; then pages no emptier than the emptiest of this report's usual ones; then
    photos in other sections. The usual number of pages is always had, with the usual pages at the last.
    """
    if count == copy.pages and not copy.natural.strays:
        return copy.natural
    white = max((-s.lines for s in copy.natural.strays if s.page < copy.pages), default=0)
    wanted = [STRICT, SHORT_END]
    if 0 < white <= MOST_WHITE:
        wanted.append(Limits(last=SHORT_END.last, short=white))
    second: dict[int, Attempt] = {}
    for variant in rungs(copy, fitting, count) if may_reach(copy, fitting, count) else ():
        for i, limits in enumerate(wanted):
            found = copy.attempt(variant, count, limits) if i not in second else None
            if found is not None and i == 0:
                return found
            if found is not None:
                second[i] = found
    if second:
        return second[min(second)]
    moved = _with_photos_moved(copy, fitting, count)
    return copy.natural if moved is None and count == copy.pages else moved


def may_reach(copy: Copy, fitting: Fitting, count: int) -> bool:
    """Whether so many pages are not far beyond any rung: sections as low, or as high, as they can be."""
    if count == copy.pages:
        return True
    *_, last = rungs(copy, fitting, count)
    sections, room = copy.extent(last, count)
    spare = PAGE_SPARE * count
    return sum(sections) <= room + spare if count < copy.pages else sum(sections) + spare >= room


def rungs(copy: Copy, fitting: Fitting, count: int) -> Iterator[Variant]:
    """The ladder toward so many pages; both ways when the report has them by itself but not full."""
    if count >= copy.pages:
        yield from ladder(fitting, copy.grid_lines, 1)
    if count <= copy.pages:
        yield from ladder(fitting, copy.grid_lines, -1)


def _with_photos_moved(copy: Copy, fitting: Fitting, count: int) -> Attempt | None:
    """Photos in later sections, as few as possible, within the bounds of photos and space.

    They join photos that are there, and so save space: nothing for a report that is too short.
    """
    if not fitting.move or count > copy.pages:
        return None
    for moved in islice(placements(copy.movable, copy.sections), MOST_PLACEMENTS // copy.sections):
        for variant in rungs(copy, fitting, count):
            if variant.lines or variant.size != 1 or variant.wish is not None:
                continue
            found = copy.attempt(replace(variant, moved=moved), count, STRICT)
            if found is not None:
                return found
    return None


def placements(movable: tuple[tuple[str, int], ...], sections: int) -> Iterator[Moves]:
    """Ways to let photos stand in later sections: the fewest photos first, the nearest section first."""
    for number in range(1, len(movable) + 1):
        for chosen in combinations(movable, number):
            later = (range(own + 1, sections) for _, own in chosen)
            for targets in product(*later):
                yield tuple((path, target) for (path, _), target in zip(chosen, targets, strict=True))


def _adjustments(before: Attempt, after: Attempt) -> tuple[Adjustment, ...]:
    """What differs between two layouts, in the order of the ladder."""
    pairs = zip(before.measures(), after.measures(), strict=True)
    return tuple(
        Adjustment(old.name, old.value, new.value, old.unit) for old, new in pairs if old.value != new.value
    )

"""The page found: which bands, how high, with which sections and photos, at the least cost.

In: a :class:`~reportpdf.layout.sheet.job.Job` and the lines there are. Out: a :class:`PagePlan`, None if
the sections do not go in. A state is how many sections and photos are placed and how many lines are used;
from each, every band is tried that the next sections could make. Of the states with the same sections placed
the most promising are followed, so that the work grows with the report and not with what could be.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.layout.sheet.bands import fill_band
from reportpdf.layout.sheet.costs import (
    BAND,
    DROPPED,
    HEADLINE_AIR,
    LEFT_OVER,
    SEAM,
    TOUCHING,
)
from reportpdf.layout.sheet.job import Band, Job
from reportpdf.layout.sheet.moves import LEAST_BAND, MOST_PHOTO_BAND, Moves
from reportpdf.layout.sheet.patterns import patterns, seams

NARROW_BEAM = 5
BEAM = 40
"""States that are followed of those with the same number of sections placed, in the first walk and in the
second [choice: twice as many find no better page in the tests' reports]."""

USUAL_WORK = 110
LEAST_BEAM = 10
"""With more sections times photos than usual fewer are followed, so that a page is found in seconds."""

MOST_PHOTO_BANDS = 3
"""Bands of photos alone that may follow each other."""

GROWTH = 2
"""Lines that may be added over the headline."""

TIGHT = 1.12
"""What sections take at the least, over the sum of their least areas: bands never fit quite."""

SHORT = 0.5
"""Cost of each unit times line by which the room left is likely to be short."""

ENDLESS_LINE = 100.0
"""Cost of a line where the fewest lines are looked for."""

PHOTO_AREA = 60.0
"""Units times lines that a photo is likely to take."""

OUT_OF_BALANCE = 0.04
"""Cost of each unit times line by which what is to come and the room left differ."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class State:
    """A page placed so far; ``band`` was the last, placed at ``top`` lines, after the state ``before``."""

    sections: int
    photos: int
    used: int
    cost: float
    band: Band | None = None
    top: int = 0
    before: State | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlacedBand:
    """A band and the line at which it begins."""

    band: Band
    top: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PagePlan:
    """All bands of a page, the number of photos placed, the lines left over at its foot."""

    bands: tuple[PlacedBand, ...]
    placed: int
    left: int
    cost: float


_Front = dict[tuple[int, int, int], State]
"""The cheapest state for each number of photos, line and set of seams."""


class Search:
    """One search for one page of ``lines``, the first band beginning at line ``top``.

    On an ``endless`` page the fewest lines are looked for.
    """

    def __init__(self, job: Job, top: int, lines: int, *, endless: bool = False) -> None:
        self._job = job
        self._top = top
        self._lines = lines
        self._endless = endless
        self._moves = Moves(job, lines - top)
        self._natural, self._least = self._areas()
        self._ends: list[State] = []
        self._bound = float("inf")

    def found(self) -> PagePlan | None:
        """The cheapest page with all sections on it."""
        job = self._job
        work = len(job.sections) * (len(job.pool) + 1)
        for beam in (NARROW_BEAM, max(LEAST_BEAM, min(BEAM, BEAM * USUAL_WORK // work))):
            self._walk(beam)
        if not self._ends:
            return None
        best = min(self._ends, key=lambda state: (round(self._final(state), 6), len(_path(state))))
        return PagePlan(_path(best), best.photos, self._lines - best.used + 1, self._final(best))

    def _walk(self, beam: int) -> None:
        """Follow the states from the head of the page down; the first, narrow walk bounds the second."""
        count = len(self._job.sections)
        fronts: list[_Front] = [{} for _ in range(count + 1)]
        for grown in range(GROWTH + 1):
            start = State(0, 0, self._top + grown, HEADLINE_AIR * grown)
            fronts[0][0, start.used, 0] = start
        for placed, front in enumerate(fronts):
            # A band of photos alone leads to a state with as many sections, in the front that is walked.
            seen: set[int] = set()
            for _ in range(MOST_PHOTO_BANDS + 1):
                fresh = [state for state in self._best_of(front, beam) if id(state) not in seen]
                seen |= {id(state) for state in fresh}
                grew = False
                for state in fresh:
                    for nxt in self._after(state):
                        grew |= self._keep(fronts, nxt) and nxt.sections == placed
                if not grew:
                    break

    def _areas(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Units times lines that the sections from each on are likely to take, and take at the least."""
        job = self._job
        widths = sorted({c.units for p in patterns(job.units) for c in p if c.section})
        makers = [[job.maker(i, n) for n in widths] for i in range(len(job.sections))]
        natural = [min(maker.natural * maker.units for maker in each) for each in makers]
        least = [min(maker.least * maker.units for maker in each) for each in makers]
        counts = range(len(makers) + 1)
        return tuple(sum(natural[i:]) for i in counts), tuple(sum(least[i:]) for i in counts)

    def _best_of(self, front: _Front, beam: int) -> list[State]:
        """The most promising states of a front; those without room for the rest are none."""
        units = self._job.units
        open_states = [
            state
            for state in front.values()
            if self._least[state.sections] <= units * (self._lines - state.used)
        ]
        return sorted(open_states, key=self._promise)[:beam]

    def _promise(self, state: State) -> tuple[float, int, int]:
        """Cost so far, and what is out of balance between the room left and what is to come."""
        job = self._job
        if self._endless:
            todo = self._least[state.sections] / job.units
            return state.cost + ENDLESS_LINE * (state.used + todo), state.used, state.photos
        room = job.units * (self._lines - state.used)
        wanted = self._natural[state.sections] * 1.06 + PHOTO_AREA * (len(job.pool) - state.photos)
        short = max(0.0, TIGHT * self._least[state.sections] - room)
        cost = state.cost + OUT_OF_BALANCE * abs(wanted - room) + SHORT * short
        return cost, state.used, state.photos

    def _keep(self, fronts: list[_Front], state: State) -> bool:
        """Put a state in its front if it is cheaper than the one like it."""
        front = fronts[state.sections]
        key = state.photos, state.used, seams(state.band.pattern) if state.band else 0
        if key in front and front[key].cost <= state.cost + 1e-9:
            return False
        front[key] = state
        if state.sections == len(self._job.sections):
            self._ends.append(state)
            self._bound = min(self._bound, self._final(state))
        return True

    def _final(self, state: State) -> float:
        """Cost of a page that ends with the state."""
        left = self._lines - state.used + 1
        if self._endless:
            return state.cost - ENDLESS_LINE * left
        dropped = len(self._job.pool) - state.photos
        return state.cost + LEFT_OVER * left + DROPPED * dropped

    def _after(self, state: State) -> list[State]:
        """The states one band further on."""
        job, first = self._job, state.band is None
        remaining = self._lines - state.used
        found: list[State] = []
        so_far = state.cost + BAND
        for after, band in self._moves.next(state.sections, state.photos, first=first):
            last = after == len(job.sections)
            done = last and state.photos + band.taken == len(job.pool)
            if band.lines > remaining - (0 if done else LEAST_BAND + 1) and band.lines != remaining:
                continue
            cost = so_far + band.cost
            if cost > self._bound:
                continue
            cost += _meeting(state.band, band)
            if cost <= self._bound:
                used = state.used + band.lines + 1
                found.append(State(after, state.photos + band.taken, used, cost, band, state.used, state))
        return found if self._endless else found + self._to_the_foot(state)

    def _to_the_foot(self, state: State) -> list[State]:
        """The states that end the page with its last line, or the one before."""
        job, first = self._job, state.band is None
        remaining = self._lines - state.used
        found: list[State] = []
        for pattern, least, after in self._moves.fitting(state.sections, state.photos, first=first):
            if after < len(job.sections):
                continue
            for lines in (remaining - 1, remaining):
                if lines < least or (lines > MOST_PHOTO_BAND and after == state.sections):
                    continue
                for band in fill_band(job, pattern, lines, state.sections, state.photos, first=first):
                    cost = state.cost + BAND + band.cost + _meeting(state.band, band)
                    if cost <= self._bound:
                        used = state.used + lines + 1
                        photos = state.photos + band.taken
                        found.append(State(after, photos, used, cost, band, state.used, state))
        return found


def _meeting(above: Band | None, below: Band) -> float:
    """Cost of two bands one over the other: seams that run on, photos that touch."""
    if above is None:
        return 0.0
    running = (seams(above.pattern) & seams(below.pattern)).bit_count()
    return SEAM * running + (TOUCHING if above.feet & below.tops else 0.0)


def _path(state: State) -> tuple[PlacedBand, ...]:
    bands: list[PlacedBand] = []
    at: State | None = state
    while at is not None and at.band is not None:
        bands.append(PlacedBand(at.band, at.top))
        at = at.before
    return tuple(reversed(bands))

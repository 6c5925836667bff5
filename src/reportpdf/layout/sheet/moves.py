"""The bands worth trying next on a page, whatever came before them.

In: a :class:`~reportpdf.layout.sheet.job.Job`. Out: for the sections and photos that are placed already, the
bands that the next ones may make at the heights worth trying. Every answer is remembered: a band does not
depend on the line it begins on.
"""

from __future__ import annotations

from reportpdf.layout.sheet.bands import LEAST_FOOT, fill_band
from reportpdf.layout.sheet.job import Band, Job
from reportpdf.layout.sheet.patterns import Pattern, patterns

LEAST_BAND = 8
MOST_PHOTO_BAND = 34
STEPS = (0, 1, 2, 3, 5, 7, 9, 11, 13, 16, 19, 23, 28)
"""By how many lines a band is higher than its tallest block asks, where photos can use it."""

PLAIN_STEPS = (0, 1, 2, 3, 4, 6)
"""The same without photos."""

DEARER = 25.0
"""A band is not tried that costs so much more than the same at another height [choice]."""


class Moves:
    """The bands of one page with so many lines of ``room``."""

    def __init__(self, job: Job, room: int) -> None:
        self._job = job
        self._room = room
        self._known: dict[tuple[int, int, bool], list[tuple[int, Band]]] = {}
        self._patterns: dict[tuple[int, bool, bool], list[tuple[Pattern, int, int]]] = {}

    def fitting(self, section: int, photo: int, *, first: bool) -> list[tuple[Pattern, int, int]]:
        """The patterns that the next sections can make: with their least lines and the section after them."""
        job = self._job
        key = section, photo < len(job.pool), first
        if key not in self._patterns:
            found: list[tuple[Pattern, int, int]] = []
            for pattern in patterns(job.units):
                blocks = sum(cell.section for cell in pattern)
                bare = len(pattern) > blocks and photo == len(job.pool)
                if bare or section + blocks > len(job.sections) or (first and not blocks):
                    continue
                cells = [cell for cell in pattern if cell.section]
                needs = [job.least(section + i, cell, first=first and i == 0) for i, cell in enumerate(cells)]
                found.append((pattern, max([LEAST_BAND, *needs]), section + blocks))
            self._patterns[key] = found
        return self._patterns[key]

    def next(self, section: int, photo: int, *, first: bool) -> list[tuple[int, Band]]:
        """The bands worth trying next, whatever lines are left, with the section after each."""
        key = section, photo, first
        if key in self._known:
            return self._known[key]
        job = self._job
        found: list[tuple[int, Band]] = []
        for pattern, least, after in self.fitting(section, photo, first=first):
            if after == section:
                heights = list(range(LEAST_FOOT + 2, MOST_PHOTO_BAND + 1, 2))
            else:
                heights = [least + step for step in (STEPS if photo < len(job.pool) else PLAIN_STEPS)]
            bands: list[Band] = []
            for lines in heights:
                if lines <= self._room:
                    bands += fill_band(job, pattern, lines, section, photo, first=first)
            cheapest: dict[int, float] = {}
            for band in bands:
                cheapest[band.taken] = min(band.cost, cheapest.get(band.taken, band.cost))
            found += [(after, band) for band in bands if band.cost <= cheapest[band.taken] + DEARER]
        self._known[key] = found
        return found

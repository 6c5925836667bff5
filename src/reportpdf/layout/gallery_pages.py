"""A section's pages: which rows, which photos, where.

In: a section's rows, photos and head. Out: a :class:`PagePlan` for each page. Dynamic programming over (rows
set, photos set): a page takes some of the next rows with photos at its head and in a free cell, or photos
alone. A page's cost is the sum of the costs below; the cheapest pages are taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from reportpdf.base.problem import InputError, problem
from reportpdf.layout.gallery_frames import Frame, band_frames, band_range, bands, in_strip
from reportpdf.layout.gallery_head import SectionHead, number_foot
from reportpdf.layout.gallery_mosaic import SetRow, free_cells, rows_high, set_mosaic
from reportpdf.layout.gallery_photo_page import PhotoPage, photo_pages
from reportpdf.layout.gallery_rows import Row
from reportpdf.layout.gallery_setting import GallerySetting
from reportpdf.layout.setting import PlacedPhoto
from reportpdf.model.report import Photo

PAGE = 10.0
"""A page more."""

WHITE = 0.02
"""White at a page's foot, or between its photo and its rows: by the square of its lines."""

CUT = 3.0
"""What a photo loses, as a share of its area."""

CUT_DEEP = 20.0
"""What it loses beyond the share that the look keeps well."""

NARROW = 3.0
"""A photo at the head that leaves a column free."""

OFF_COLUMN = 0.8
"""Two photos at the head that part the page in halves, beside the columns."""

BARE_OPENING = 4.0
"""A section that has photos and begins on a page without one."""

ROWS_WAIT = 4.0
ROWS_WAIT_FIRST = 15.0
"""Photos alone while callouts are still to come; where they keep the section from beginning."""

SHORT_LAST = 5.0
"""A last page filled under half, without a photo."""

HEAD_ALONE = 60.0
"""A page with nothing but its head: the last resort."""

MOST_AT_HEAD = 2
"""Photos side by side over rows; with more the rows are no longer what the page is about."""

State = tuple[int, int, bool]
"""Rows set, photos set, whether the first page has been made."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PagePlan:
    """One page of a section. ``band``: the line at which what stands across the columns begins, if any."""

    first: bool
    frames: tuple[Frame, ...]
    rows: tuple[SetRow, ...]
    band: int | None
    cost: float

    @property
    def all_frames(self) -> tuple[Frame, ...]:
        """Frames at the head and in cells."""
        return (*self.frames, *(row.frame for row in self.rows if row.frame is not None))


def find_pages(
    setting: GallerySetting, rows: tuple[Row, ...], photos: tuple[PlacedPhoto, ...], head: SectionHead
) -> tuple[PagePlan, ...]:
    """The cheapest pages of a section.

    Raises: InputError if a photo's caption leaves its page no room for the photo.
    """
    search = Search(setting, rows, photos, head)
    best: dict[State, tuple[float, State, PagePlan | None]] = {}
    start, goal = (0, 0, False), (len(rows), len(photos), True)
    best[start] = 0.0, start, None
    states = [(i, p, True) for i in range(goal[0] + 1) for p in range(goal[1] + 1)]
    for state in (start, *sorted(states, key=lambda s: (s[0] + s[1], s))):
        if state == goal or state not in best:
            continue
        spent = best[state][0]
        for after, page in search.after(*state):
            if after not in best or spent + page.cost < best[after][0] - 1e-9:
                best[after] = spent + page.cost, state, page
    if goal not in best:
        longest = max((photo.picture.photo for photo in photos), key=_caption_length)
        raise InputError(problem("caption-too-high", (longest.caption or longest.file).place))
    found: list[PagePlan] = []
    _, before, last = best[goal]
    while last is not None:
        found.append(last)
        _, before, last = best[before]
    return tuple(reversed(found))


def _caption_length(photo: Photo) -> int:
    return len(photo.caption.value) if photo.caption else 0


class Search:
    """What may follow a state: pages with their costs."""

    def __init__(
        self,
        setting: GallerySetting,
        rows: tuple[Row, ...],
        photos: tuple[PlacedPhoto, ...],
        head: SectionHead,
    ) -> None:
        self._setting, self._rows, self._photos, self._head = setting, rows, photos, head
        self._made: dict[tuple[int, int], tuple[tuple[int, PhotoPage], ...]] = {}

    def after(self, i: int, p: int, started: bool) -> Iterator[tuple[State, PagePlan]]:
        """Every page that may come next, with the state it leads to."""
        grid, band = self._setting.grid, 0 if started else self._head.band_u
        left = len(self._photos) - p
        for end in range(i + 1, len(self._rows) + 1):
            if rows_high(self._setting, self._rows[i:end]) > grid.room - band:
                break
            for count in range(min(left, MOST_AT_HEAD + 1) + 1):
                page = self._page(i, end, self._photos[p : p + count], first=not started)
                if page is not None:
                    yield (end, p + count, True), page
        at = grid.page.first_line if band else None
        for count, made in self._photo_pages(p, grid.page.first_line + band if band else 0):
            cost = PAGE + self._cost_of(made.frames) + WHITE * made.white**2
            if i < len(self._rows):
                cost += ROWS_WAIT if started else ROWS_WAIT_FIRST
            yield (i, p + count, True), PagePlan(not started, made.frames, (), at, cost)
        if not started and (band or not (self._rows or self._photos)):
            yield (0, 0, True), PagePlan(True, (), (), grid.page.first_line, HEAD_ALONE)

    def _photo_pages(self, p: int, top: int) -> tuple[tuple[int, PhotoPage], ...]:
        """The pages of photos alone that begin with a photo, whatever rows stand before them."""
        known = self._made.get((p, top))
        if known is None:
            known = self._made[p, top] = tuple(photo_pages(self._setting, self._photos[p:], top))
        return known

    def _page(self, i: int, end: int, photos: tuple[PlacedPhoto, ...], *, first: bool) -> PagePlan | None:
        """The best page with those rows and photos: one of them or none in a cell, the rest at the head."""
        rows, last = self._rows[i:end], end == len(self._rows)
        best: PagePlan | None = None
        for order in permutations(photos):
            for cell in (None, *(free_cells(self._setting, rows) if order else ())):
                at_head = order if cell is None else order[1:]
                mosaic = set_mosaic(self._setting, rows, cell, order[0] if cell is not None else None)
                if len(at_head) > MOST_AT_HEAD or mosaic is None:
                    continue
                page = self._composed(mosaic, at_head, first=first, last=last)
                if page is not None and (best is None or page.cost < best.cost - 1e-9):
                    best = page
        return best

    def _composed(
        self, mosaic: tuple[SetRow, ...], photos: Sequence[PlacedPhoto], *, first: bool, last: bool
    ) -> PagePlan | None:
        """The page with its mosaic and the photos at its head; None if they do not go together."""
        grid, look = self._setting.grid, self._setting.look.photos
        band = self._head.band_u if first else 0
        used = mosaic[-1].top + mosaic[-1].high + band
        cells = sum(self._cut(row.frame) for row in mosaic if row.frame is not None)
        if not photos:
            return None if used > grid.room else self._bare(mosaic, band, cells, first=first, last=last)
        free = grid.lines - used
        if free < look.free_least_u:
            return None
        best: PagePlan | None = None
        edges = {grid.x(1), grid.x(2)}
        for frames, high in self._at_head(photos, free, first=first):
            cost = PAGE + cells + self._cost_of(frames) + WHITE * (free - high) ** 2
            cost += OFF_COLUMN if len(frames) == 2 and frames[1].rect.x not in edges else 0.0
            if best is None or cost < best.cost - 1e-9:
                gaps = self._opened(free - high, len(mosaic) - 1)
                top = free + band - gaps * (len(mosaic) - 1)
                rows = tuple(row.moved(top + gaps * n, grid.u) for n, row in enumerate(mosaic))
                best = PagePlan(first, frames, rows, top - band if band else None, cost)
        return best

    def _bare(
        self, mosaic: tuple[SetRow, ...], band: int, cells: float, *, first: bool, last: bool
    ) -> PagePlan:
        """Rows without a photo over them: from the first line, opened a little; few rows at the foot."""
        grid, look = self._setting.grid, self._setting.look
        used, opened = mosaic[-1].top + mosaic[-1].high + band, 0
        white, top, gaps = grid.room - used, grid.page.first_line, len(mosaic) - 1
        single = len(mosaic) == 1 and used < grid.lines / 2  # at the head it would hang over white
        if grid.lines - used > look.photos.free_most_u or single:
            top = grid.lines - used
        else:
            opened = self._opened(white, gaps)
            white -= opened * gaps
        rows = tuple(row.moved(top + band + opened * n, grid.u) for n, row in enumerate(mosaic))
        cost = PAGE + cells + WHITE * white**2
        cost += BARE_OPENING if first and self._photos else 0.0
        cost += SHORT_LAST if last and not first and used < grid.lines / 2 else 0.0
        return PagePlan(first, (), rows, top if band else None, cost)

    def _opened(self, white: int, gaps: int) -> int:
        """By how many lines each gap between rows is opened where there is white."""
        look = self._setting.look.rows
        return min(look.gap_most_u - look.gap_u, white // gaps) if gaps else 0

    def _at_head(
        self, photos: Sequence[PlacedPhoto], free: int, *, first: bool
    ) -> Iterator[tuple[tuple[Frame, ...], int]]:
        """The ways to set photos over rows, with the lines that they take, captions and white and all."""
        setting, look = self._setting, self._setting.look.photos
        strip = self._head.strip_foot if first else number_foot(setting)
        for band in bands(setting, len(photos)):
            least, most = band_range(setting, photos, band, head=True)
            high = min(most, free - look.gap_u)
            if len(band) == 1 and band[0].column == 0 and high >= max(least, look.strip_caption_u + 1):
                beside = in_strip(setting, band_frames(setting, photos, band, 0, high)[0], strip)
                if beside is not None:
                    yield (beside,), high + look.gap_u
                    continue
            while high >= least:
                frames = band_frames(setting, photos, band, 0, high)
                gap = max(look.gap_u, max(frame.caption_u for frame in frames) + 1)
                if high + gap <= free:
                    yield frames, high + gap
                    break
                high = free - gap

    def _cost_of(self, frames: Sequence[Frame]) -> float:
        narrow = len(frames) == 1 and frames[0].rect.x > self._setting.grid.left + 1
        return sum(self._cut(frame) for frame in frames) + (NARROW if narrow else 0.0)

    def _cut(self, frame: Frame) -> float:
        deep = max(0.0, self._setting.look.photos.keep_well - frame.kept)
        return CUT * (1 - frame.kept) + CUT_DEEP * deep

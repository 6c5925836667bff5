"""Photos in a cell of the page: rows of one height each, frames on the units of the grid.

In: photos in their order, the units and lines of a cell. Out: an :class:`Arrangement` with its cost, None
if no arrangement holds. A photo begins on a line and ends a little over one; its caption stands on the
grid under it, and all of a row reserve the longest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from math import log

from reportpdf.layout.captions import set_caption
from reportpdf.layout.setting import PlacedPhoto
from reportpdf.layout.sheet.costs import (
    CROPPED,
    CUT,
    LONG_CAPTION,
    NARROW,
    OUT_OF_SHAPE,
    PILED,
    SHAPE,
    UNEVEN,
)
from reportpdf.layout.sheet.setting import SheetSetting

LEAST_LINES = 6
"""No photo is lower, lines [choice]."""

HIGHEST = 40
"""No photo has to be higher to be shown as it is, lines [choice]."""

HARDLY = 4.0
"""Cost of a photo over that of its best frame which is still taken for its least [choice]."""

FEW = 5
WIDE = 3
"""A photo of fewer units is narrow."""

SQUARE_TO_WIDE = (0.6, 2.6)
"""Mean shapes of frames that are worth a closer look."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PhotoLine:
    """Photos side by side: units of each, lines over their captions, lines of the captions."""

    photos: tuple[PlacedPhoto, ...]
    units: tuple[int, ...]
    height: int
    caption: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Arrangement:
    """Rows of photos from the top of a cell down, a line between them."""

    rows: tuple[PhotoLine, ...]
    cost: float


class PhotoCells:
    """Arranges photos, and remembers every answer."""

    def __init__(self, setting: SheetSetting) -> None:
        self._setting = setting
        self._captions: dict[tuple[str, int], int] = {}
        self._leasts: dict[tuple[tuple[PlacedPhoto, ...], int], int] = {}
        self._splits: dict[tuple[tuple[PlacedPhoto, ...], int], tuple[int, ...]] = {}
        self._known: dict[tuple[tuple[PlacedPhoto, ...], int, int], Arrangement | None] = {}

    def arrange(self, photos: tuple[PlacedPhoto, ...], units: int, lines: int) -> Arrangement | None:
        """The photos in a cell of so many units and lines, at the least cost."""
        key = photos, units, lines
        if key not in self._known:
            self._known[key] = self._arrange(photos, units, lines)
        return self._known[key]

    def least(self, photos: tuple[PlacedPhoto, ...], units: int) -> int:
        """The fewest lines in which the photos stand hardly worse than in as many as they like."""
        key = photos, units
        if key not in self._leasts:
            costs: dict[int, float] = {}
            most = HIGHEST * len(photos) + LEAST_LINES
            for lines in range(LEAST_LINES, most + 1, 1 if len(photos) < FEW else 2):
                found = self.arrange(photos, units, lines)
                if found is not None:
                    costs[lines] = found.cost
            enough = min(costs.values(), default=0.0) + HARDLY * len(photos)
            self._leasts[key] = next((n for n, cost in costs.items() if cost <= enough), most)
        return self._leasts[key]

    def _arrange(self, photos: tuple[PlacedPhoto, ...], units: int, lines: int) -> Arrangement | None:
        best: Arrangement | None = None
        least = self._setting.look.photos.least_units
        for rows in range(1, len(photos) + 1):
            across = -(-len(photos) // rows)
            if across * least > units or not self._worth(across, rows, units, lines):
                continue
            for counts in _counts(len(photos), rows):
                found = self._rows(photos, counts, units, lines)
                if found is not None and (best is None or found.cost < best.cost - 1e-9):
                    best = found
        return best

    def _worth(self, across: int, rows: int, units: int, lines: int) -> bool:
        """Whether frames of so many rows could be of a usual shape."""
        grid = self._setting.grid
        high = (lines - rows + 1) / rows - 1
        if high < LEAST_LINES:
            return False
        shape = grid.span(units) / across / (high * grid.u)
        aspects = [1.0] if across > 1 else [0.4, 2.4]
        return SQUARE_TO_WIDE[0] * min(aspects) <= shape <= SQUARE_TO_WIDE[1] * max(aspects)

    def _rows(
        self, photos: tuple[PlacedPhoto, ...], counts: tuple[int, ...], units: int, lines: int
    ) -> Arrangement | None:
        """The photos in rows of so many each; heights follow the photos' own shapes."""
        bounds = [sum(counts[:i]) for i in range(len(counts) + 1)]
        parts = [photos[a:b] for a, b in pairwise(bounds)]
        ideal = [1 / sum(photo.picture.aspect for photo in part) for part in parts]
        splits = [self._split(part, units) for part in parts]
        captions = [self._caption_lines(part, split) for part, split in zip(parts, splits, strict=True)]
        room = lines - (len(parts) - 1) - sum(captions)
        heights = _shared(room, ideal)
        if min(heights) < LEAST_LINES:
            return None
        rows = tuple(map(PhotoLine, parts, splits, heights, captions))
        return Arrangement(rows, sum(map(self._row_cost, rows)) + PILED * max(0, len(rows) - 2))

    def _split(self, photos: tuple[PlacedPhoto, ...], units: int) -> tuple[int, ...]:
        """Units of each photo of a row: the split most like their own shapes at one height."""
        key = photos, units
        if key not in self._splits:
            least = self._setting.look.photos.least_units
            self._splits[key] = min(_splits(units, len(photos), least), key=_Shapes(photos))
        return self._splits[key]

    def _row_cost(self, row: PhotoLine) -> float:
        cost = LONG_CAPTION * max(0, row.caption - 2)
        cost += UNEVEN * (max(row.units) - min(row.units)) / max(row.units)
        for photo, units in zip(row.photos, row.units, strict=True):
            cost += self.frame_cost(photo, units, row.height)
        return cost

    def frame_cost(self, photo: PlacedPhoto, units: int, height: int) -> float:
        """What a frame of so many units and lines costs: its shape, what it hides, its width."""
        look, grid = self._setting.look.photos, self._setting.grid
        frame = grid.span(units) / (height * grid.u - look.foot)
        keep = min(frame / photo.picture.aspect, photo.picture.aspect / frame)
        low, high = look.aspects
        shape = max(0.0, log(low / frame), log(frame / high))
        return (
            SHAPE * abs(log(frame / 1.5))
            + CROPPED * (1 - keep)
            + CUT * max(0.0, look.keep - keep)
            + OUT_OF_SHAPE * shape
            + (NARROW if units < WIDE else 0.0)
        )

    def _caption_lines(self, photos: tuple[PlacedPhoto, ...], split: tuple[int, ...]) -> int:
        """Lines that a row reserves for its captions."""
        return max(self.caption_lines(photo, units) for photo, units in zip(photos, split, strict=True))

    def caption_lines(self, photo: PlacedPhoto, units: int) -> int:
        """Lines of a photo's caption at a width."""
        key = photo.path, units
        if key not in self._captions:
            caption = set_caption(self._setting, photo, self._setting.grid.span(units))
            self._captions[key] = len(caption.ranges) if caption is not None else 0
        return self._captions[key]


class _Shapes:
    """Ranks splits by how like they are to the photos' own shapes side by side at one height."""

    def __init__(self, photos: tuple[PlacedPhoto, ...]) -> None:
        total = sum(photo.picture.aspect for photo in photos)
        self._shares = [photo.picture.aspect / total for photo in photos]

    def __call__(self, split: tuple[int, ...]) -> float:
        units = sum(split)
        unlike = sum(abs(log(n / units / share)) for n, share in zip(split, self._shares, strict=True))
        return unlike + 0.15 * (max(split) - min(split)) + 0.5 * sum(n < WIDE for n in split)


def _counts(photos: int, rows: int) -> tuple[tuple[int, ...], ...]:
    """How many photos stand in each row: as even as may be, the longer rows last or first."""
    short, more = divmod(photos, rows)
    last = (short,) * (rows - more) + (short + 1,) * more
    return (last,) if not more else (last, last[::-1])


@cache
def _splits(units: int, count: int, least: int) -> tuple[tuple[int, ...], ...]:
    """Ways to divide the units among so many photos, none far from even."""
    even = units / count
    sizes = [n for n in range(least, units + 1) if even - 2 < n < even + 2]
    if count > 5:
        sizes = [n for n in sizes if even - 1 < n < even + 1]
    return tuple(split for split in product(sizes, repeat=count) if sum(split) == units)


def _shared(room: int, ideal: list[float]) -> list[int]:
    """The lines shared out among rows after their ideal heights, in whole lines."""
    total = sum(ideal)
    heights: list[int] = []
    done = 0.0
    for part in ideal:
        done += part
        heights.append(round(room * done / total) - sum(heights))
    return heights

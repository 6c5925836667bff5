"""What a page is to hold, and what a band of it holds: the records of the search.

In: sections, photos, a level's tools. Out: a :class:`Job`, which answers how many lines a section needs;
:class:`Filled` cells and the :class:`Band` that they make.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.layout.setting import PlacedPhoto
from reportpdf.layout.sheet.block import BlockFit, BlockMaker
from reportpdf.layout.sheet.cells import Arrangement, PhotoCells
from reportpdf.layout.sheet.patterns import Cell, Pattern
from reportpdf.layout.sheet.setting import SheetSection, SheetSetting


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Filled:
    """A cell of a band: a section's block with photos at its foot, or photos; ``top`` lines are a lede's."""

    cell: Cell
    section: int
    block: BlockFit | None
    photos: Arrangement | None
    top: int
    taken: int
    """Photos of the pool that stand in it."""

    cost: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Band:
    """A band ``lines`` high.

    ``tops`` and ``feet`` are the units, as bits, where photos meet the bands over it and under it.
    """

    pattern: Pattern
    lines: int
    cells: tuple[Filled, ...]
    cost: float
    taken: int
    tops: int
    feet: int


class Fittings:
    """Blocks and photos fitted at one level, kept for other tries that share its type."""

    def __init__(self, setting: SheetSetting, cells: PhotoCells) -> None:
        self.setting = setting
        self.cells = cells
        self._makers: dict[tuple[SheetSection, int], BlockMaker] = {}

    def maker(self, section: SheetSection, units: int) -> BlockMaker:
        """What fits a section into blocks of so many units."""
        key = section, units
        if key not in self._makers:
            across = self.setting.grid.format.columns
            self._makers[key] = BlockMaker(self.setting, section, units, across)
        return self._makers[key]


class Job:
    """What one page is to hold: sections, a pool of photos in order, the lede over the first section."""

    def __init__(
        self,
        fittings: Fittings,
        sections: tuple[SheetSection, ...],
        pool: tuple[PlacedPhoto, ...],
        lede_lines: dict[int, int],
        *,
        lead: bool,
    ) -> None:
        self.fittings = fittings
        self.setting = fittings.setting
        self.sections = sections
        self.pool = pool
        self.lead = lead
        """The pool's first photo is the report's lead."""

        self.lede_lines = lede_lines
        self.cells = fittings.cells
        self.units = self.setting.grid.format.columns
        self.homes = tuple(_home(sections, photo) for photo in pool)
        self.known: dict[tuple[bool, int, int, int, int, int, bool, bool], list[Filled]] = {}

    def maker(self, section: int, units: int) -> BlockMaker:
        """What fits a section into blocks of so many units."""
        return self.fittings.maker(self.sections[section], units)

    def least(self, section: int, cell: Cell, *, first: bool) -> int:
        """The fewest lines of a section's cell."""
        maker = self.maker(section, cell.units)
        own = self.sections[section].own
        lines = maker.least
        if own:
            units = cell.units if self.sections[section].callouts else cell.units - maker.head_units
            photos = self.cells.least(own, units)
            quoted = self.sections[section].section.quote is not None
            lines = (
                lines + 1 + photos if self.sections[section].callouts or quoted else max(lines, photos + 1)
            )
        return lines + (self.lede_lines[cell.units] if first else 0)


def _home(sections: tuple[SheetSection, ...], photo: PlacedPhoto) -> int:
    """The place in the job of the section that a photo belongs to."""
    found = (i for i, section in enumerate(sections) if photo.path.startswith(f"{section.path}."))
    return next(found, 0)

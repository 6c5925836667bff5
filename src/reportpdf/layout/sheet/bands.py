"""A band of the page: sections and photos side by side at one height, each cell filled, with its cost.

In: what stands next (a section, a photo of the pool), a pattern and a height. Out: for each number of
photos that the band may take up, the cheapest :class:`Band`.
"""

from __future__ import annotations

from itertools import pairwise

from reportpdf.layout.sheet.block import BlockFit, BlockMaker
from reportpdf.layout.sheet.costs import AS_LARGE, LEAD_LATE, NEARLY_LEVEL, NOT_HOME
from reportpdf.layout.sheet.job import Band, Filled, Job
from reportpdf.layout.sheet.patterns import Cell, Pattern, spread

MOST_IN_CELL = 6
MOST_AT_FOOT = 3
LEAST_FOOT = 9
"""Lines of a row of photos at a block's foot."""

NEAR = 4
"""Photos at the feet of neighbours that differ by so many lines look like a slip."""


def fill_band(job: Job, pattern: Pattern, lines: int, section: int, photo: int, *, first: bool) -> list[Band]:
    """The cheapest fillings of a band, one for each number of photos it takes."""
    ways: dict[int, tuple[float, tuple[Filled, ...]]] = {0: (0.0, ())}
    at = section
    for cell in pattern:
        nexts: dict[int, tuple[float, tuple[Filled, ...]]] = {}
        for taken, (cost, cells) in ways.items():
            for filled in _filled(job, cell, lines, at, photo + taken, section, first=first):
                total, key = cost + filled.cost, taken + filled.taken
                if key not in nexts or total < nexts[key][0] - 1e-9:
                    nexts[key] = total, (*cells, filled)
        at += cell.section
        ways = nexts
        if not ways:
            return []
    return [_band(pattern, lines, cells, cost, taken) for taken, (cost, cells) in ways.items()]


def _filled(
    job: Job, cell: Cell, lines: int, at: int, start: int, section: int, *, first: bool
) -> list[Filled]:
    """Ways to fill a cell whose next section is ``at``, in a band whose first is ``section``; remembered."""
    lede = first and at == section
    key = cell.section, cell.at, cell.units, lines, at, start, first, lede
    known = job.known.get(key)
    if known is None:
        if cell.section:
            known = _block_ways(job, cell, lines, at, start, first=lede)
        else:
            known = _photo_ways(job, cell, lines, start, at, first=first)
        job.known[key] = known
    return known


def _band(pattern: Pattern, lines: int, cells: tuple[Filled, ...], cost: float, taken: int) -> Band:
    """The band; photos at the feet of neighbours that begin nearly on a level cost."""
    feet = sum(spread(filled.cell) for filled in cells if filled.photos is not None)
    tops = sum(spread(filled.cell) for filled in cells if not filled.cell.section)
    starts = [f.block.lines + f.top for f in cells if f.block is not None and f.photos is not None]
    nearly = sum(0 < abs(a - b) <= NEAR for a, b in pairwise(starts))
    return Band(pattern, lines, cells, cost + NEARLY_LEVEL * nearly, taken, tops, feet)


def _photo_ways(job: Job, cell: Cell, lines: int, start: int, section: int, *, first: bool) -> list[Filled]:
    """A cell of one to six photos; the lead stands alone in the first band."""
    found: list[Filled] = []
    most = MOST_IN_CELL * (2 if cell.units == job.units else 1)
    for count in range(1, min(most, len(job.pool) - start) + 1):
        photos = job.pool[start : start + count]
        arranged = job.cells.arrange(photos, cell.units, lines)
        if arranged is None:
            continue
        cost = arranged.cost + _homing(job, start, count, section)
        if start == 0 and job.lead:
            cost += 0.0 if count == 1 and first and _fit_for_lead(job, cell, lines) else LEAD_LATE
        elif count == 1 and _fit_for_lead(job, cell, lines):
            cost += AS_LARGE
        found.append(Filled(cell, -1, None, arranged, 0, count, cost))
    return found


def _homing(job: Job, start: int, count: int, section: int) -> float:
    """How far photos stand from their sections; the lead is at home in the first band."""
    far = (
        max(0, abs(job.homes[i] - min(section, len(job.sections) - 1)) - 1)
        for i in range(start, start + count)
        if i or not job.lead
    )
    return NOT_HOME * sum(far)


def _fit_for_lead(job: Job, cell: Cell, lines: int) -> bool:
    """Whether a cell is within the look's bounds for the lead photo."""
    look, page = job.setting.look.photos, job.setting.grid.format
    across, down = cell.units / page.columns, lines / page.lines
    return look.lead_units[0] <= across <= look.lead_units[1] and (
        look.lead_lines[0] <= down <= look.lead_lines[1]
    )


def _block_ways(job: Job, cell: Cell, lines: int, section: int, start: int, *, first: bool) -> list[Filled]:
    """A section's block, alone or with photos at its foot: its own, then the next of the pool."""
    maker, plan = job.maker(section, cell.units), job.sections[section]
    top = job.lede_lines[cell.units] if first else 0
    room = lines - top
    if not plan.callouts:
        return _photo_block(job, cell, maker, room, section, top)
    found: list[Filled] = []
    if not plan.own:
        fit = maker.fit(room)
        if fit is not None:
            found.append(Filled(cell, section, fit, None, top, 0, fit.cost))
    late = LEAD_LATE if start == 0 and job.lead else 0.0
    for count in range(0 if plan.own else 1, min(MOST_AT_FOOT, len(job.pool) - start) + 1):
        photos = (*plan.own, *job.pool[start : start + count])
        best: Filled | None = None
        for lines_over in sorted({maker.least, maker.natural, maker.natural + 1}):
            block = maker.fit(lines_over)
            under = room - (block.lines if block else 0) - 1
            if block is None or under < LEAST_FOOT:
                continue
            arranged = job.cells.arrange(photos, cell.units, under)
            if arranged is None:
                continue
            cost = block.cost + arranged.cost + late * bool(count) + _homing(job, start, count, section)
            if best is None or cost < best.cost:
                best = Filled(cell, section, block, arranged, top, count, cost)
        if best is not None:
            found.append(best)
    return found


def _photo_block(job: Job, cell: Cell, maker: BlockMaker, room: int, section: int, top: int) -> list[Filled]:
    """The block of a section without callouts: its photos beside its head."""
    block = maker.fit(room)
    if block is None:
        return []
    under = room - photos_from(block)
    arranged = job.cells.arrange(job.sections[section].own, cell.units - maker.head_units, under)
    return [Filled(cell, section, block, arranged, top, 0, arranged.cost)] if arranged else []


def photos_from(block: BlockFit) -> int:
    """In a section without callouts, the line of its block at which its photos begin."""
    across = block.head.lines if block.head is not None and block.head.across is not None else 1
    return across + (block.content.quote_lines + 1 if block.content.quote_lines else 0)

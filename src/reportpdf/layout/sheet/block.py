"""A section's block at a width and a height: which head it takes, and how its slack is spent.

In: a section, the units of the block, its lines. Out: a :class:`BlockFit` with its cost, or None when the
lines are too few. Slack goes to the gap under the hero, to gaps between callouts, to the hero, each by a
line at the most; what is left is white at the feet of columns and costs.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpdf.layout.sheet.costs import (
    FLEX,
    HIGH_BLOCK,
    LOW_BLOCK,
    SHORT_BLOCK,
    TALL_BLOCK,
    THIN,
    WHITE,
    WHITE_POWER,
)
from reportpdf.layout.sheet.flow import Flow, flow
from reportpdf.layout.sheet.heads import HeadForm, head_forms
from reportpdf.layout.sheet.measure import Content, measure
from reportpdf.layout.sheet.setting import SheetSection, SheetSetting

SPREAD = 8
"""Callouts are not spread over columns by more than so many lines: what is over stays white under them."""

Flows = dict[int, Flow | None]
"""A section's callouts in columns of each height."""

FULL = 2
"""Units of the head in a block as wide as the page, where they come out even."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ContentFit:
    """Content in so many lines: lines of the hero, of the gap under it, of the rest, and how that stands."""

    hero: int
    gap: int
    rest: int
    flow: Flow | None
    row_gaps: int
    """How many of the gaps between rows are two lines."""

    cost: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BlockFit:
    """A block that stands in ``lines`` lines: its head (None: it goes on from another page), its content."""

    head: HeadForm | None
    content: Content
    fit: ContentFit
    lines: int
    cost: float


class BlockMaker:
    """Fits one section at one width, and remembers every answer."""

    def __init__(self, setting: SheetSetting, section: SheetSection, units: int, page_units: int) -> None:
        self.section = section
        self.units = units
        self.head_units = head_units(units, page_units)
        self.columns = (units - self.head_units) // 2
        self._forms = head_forms(setting, section, self.head_units, self.columns)
        self._bare = measure(setting, section, self.columns, quoted=False)
        self._quoted = self._bare
        if section.section.quote is not None:
            self._quoted = measure(setting, section, self.columns, quoted=True)
        self._flows: Flows = {}
        self._fits: dict[int, BlockFit | None] = {}
        self.least = min((self._needs(form) for form in self._forms), default=self._bare.least)
        self.natural = min(
            (self._needs(form) for form in self._forms if form.vertical is not None), default=self.least
        )

    def _content(self, form: HeadForm) -> Content:
        return self._bare if form.quote is not None else self._quoted

    def _needs(self, form: HeadForm) -> int:
        """The fewest lines of a block with that head."""
        least = self._content(form).least
        return max(form.lines, least) if form.vertical is not None else form.lines + least

    def fit(self, lines: int) -> BlockFit | None:
        """The block in so many lines, at the least cost of its forms."""
        if lines not in self._fits:
            self._fits[lines] = self._best(lines)
        return self._fits[lines]

    def _best(self, lines: int) -> BlockFit | None:
        thin = THIN * max(0, self.columns - max(1, len(self.section.callouts) - 1))
        low = SHORT_BLOCK * max(0, LOW_BLOCK - lines) + TALL_BLOCK * max(0, lines - HIGH_BLOCK)
        if not self._forms:
            fit = fit_content(self._bare, lines, self._flows)
            return BlockFit(None, self._bare, fit, lines, fit.cost + thin + low) if fit else None
        best: BlockFit | None = None
        for form in self._forms:
            if lines < self._needs(form):
                continue
            content = self._content(form)
            room = lines - (form.lines if form.across is not None else 0)
            fit = fit_content(content, room, self._flows)
            if fit is not None:
                cost = fit.cost + form.cost + thin + low
                if best is None or cost < best.cost - 1e-9:
                    best = BlockFit(form, content, fit, lines, cost)
        return best


def head_units(units: int, page_units: int) -> int:
    """Units of a block's head: one, or two where the block is as wide as a page of even units."""
    return FULL if units == page_units and units % 2 == 0 else 1


def fit_content(content: Content, lines: int, flows: Flows) -> ContentFit | None:
    """The content in so many lines at the least cost; ``flows`` remembers what was found for a height."""
    if lines < content.least:
        return None
    hero = content.hero.lines if content.hero is not None else 0
    best: ContentFit | None = None
    for grown, gap in ((0, 1), (0, 2), (1, 1), (1, 2)) if content.texts else ((0, 0), (1, 0)):
        rest = lines - hero - grown - content.quote_lines - gap
        fit = _fit_rest(content, hero + grown, gap, rest, FLEX * (grown + max(0, gap - 1)), flows)
        if fit is not None and (best is None or fit.cost < best.cost - 1e-9):
            best = fit
    return best


def _fit_rest(
    content: Content, hero: int, gap: int, rest: int, cost: float, flows: Flows
) -> ContentFit | None:
    """The content with a hero and a gap of so many lines and the rest as it comes."""
    if not content.texts:
        # Without callouts the lines are photos', which know their own cost.
        white = WHITE * float(max(0, rest)) ** WHITE_POWER if content.hero is not None else 0.0
        return ContentFit(hero, gap, 0, None, 0, cost + white) if rest >= 0 else None
    if rest < content.rest:
        return None
    if content.rows:
        opened = min(len(content.rows) - 1, rest - content.rest)
        white = WHITE * float(rest - content.rest - opened) ** WHITE_POWER
        return ContentFit(hero, gap, rest, None, opened, cost + FLEX * opened + white)
    high = min(rest, content.rest + SPREAD)
    if high not in flows:
        flows[high] = flow(content.flowing, content.columns, high)
    found = flows[high]
    if found is None:
        return None
    used = FLEX * found.opened / content.columns
    return ContentFit(hero, gap, rest, found, 0, cost + used + WHITE * found.white(rest - high))

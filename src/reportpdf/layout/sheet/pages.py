"""One try at setting a report: its pages at one level of the ladder, on one sheet or on two.

In: the report's sections and photos, a level. Out: a :class:`Try`, None if the sections do not go in. On two
pages a section stands on one, unless it alone is longer than a page or whole sections do not come out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportpdf.layout.setting import PlacedPhoto
from reportpdf.layout.sheet.cells import PhotoCells
from reportpdf.layout.sheet.job import Fittings, Job
from reportpdf.layout.sheet.masthead import SheetHeadline, lede_lines, rules_lines, set_headline_band
from reportpdf.layout.sheet.search import PagePlan, Search
from reportpdf.layout.sheet.setting import Level, SheetSection, SheetSetting, new_setting
from reportpdf.model.report import Report
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Format, Theme
from reportpdf.theme.sheet import SheetLook

FIGURE_LINES = 5
PHOTO_LINES = 12
"""Lines that a figure and its gap, and a photo, are likely to take in one column."""

SPLITS = 3
"""Ways to divide the sections between two pages that are tried, the most even first; more if none holds."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Matter:
    """What is to be set: the report's sections, the pool of photos, the lead first if ``lead``."""

    report: Report
    theme: Theme
    look: SheetLook
    sheet: Format
    setter: Setter
    sections: tuple[SheetSection, ...]
    pool: tuple[PlacedPhoto, ...]
    lead: bool
    fitted: dict[tuple[str, str], Fittings]
    """What was fitted so far, by body and hero of the level."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PageTry:
    """A page: what it holds, how, and the line its first band begins on."""

    job: Job
    plan: PagePlan
    top: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Try:
    """The pages of a report at one level."""

    setting: SheetSetting
    headline: SheetHeadline | None
    pages: tuple[PageTry, ...]

    @property
    def dropped(self) -> tuple[PlacedPhoto, ...]:
        """Photos that found no place."""
        return tuple(photo for page in self.pages for photo in page.job.pool[page.plan.placed :])

    @property
    def left(self) -> int:
        """Lines that stay white at the feet of the pages."""
        return sum(page.plan.left for page in self.pages)

    @property
    def cost(self) -> float:
        return sum(page.plan.cost for page in self.pages)


def try_pages(matter: Matter, level: Level, pages: int) -> Try | None:
    """The report on one page, or on two."""
    fittings = fittings_of(matter, level)
    setting = replace(fittings.setting, level=level)
    headline = set_headline_band(setting, matter.report)
    if pages == 1:
        page = _page(matter, setting, headline, matter.sections, matter.pool, 1, pages)
        return Try(setting, headline, (page,)) if page else None
    best: Try | None = None
    parts = _parts(matter, setting)
    for number, at in enumerate(_cuts(setting, parts)):
        if best is not None and number >= SPLITS:
            break
        made = _two(matter, setting, headline, parts, at)
        if made is not None and (best is None or made.cost < best.cost):
            best = made
    return best or _divided(matter, setting, headline)


def _divided(matter: Matter, setting: SheetSetting, headline: SheetHeadline | None) -> Try | None:
    """Two pages with the section in the middle on both, where whole sections do not come out."""
    weights = [_weights(setting, section) for section in matter.sections]
    half, done = sum(map(sum, weights)) / 2, 0
    for at, (section, each) in enumerate(zip(matter.sections, weights, strict=True)):
        if done + sum(each) < half:
            done += sum(each)
            continue
        near = [abs(done + sum(each[:count]) - half) for count in range(1, len(each))]
        for count in sorted(range(1, len(each)), key=lambda n: near[n - 1])[:SPLITS]:
            parts = (*matter.sections[:at], *_cut(section, count), *matter.sections[at + 1 :])
            made = _two(matter, setting, headline, parts, at + 1)
            if made is not None:
                return made
        return None
    return None


def fittings_of(matter: Matter, level: Level) -> Fittings:
    """What was fitted at a level that differs in its headline at the most; photos fit by the grid alone."""
    key = level.body, level.hero
    if key not in matter.fitted:
        setting = new_setting(matter.setter, matter.theme, matter.look, matter.sheet, level)
        alike = (known.cells for (body, _), known in matter.fitted.items() if body == level.body)
        matter.fitted[key] = Fittings(setting, next(alike, None) or PhotoCells(setting))
    return matter.fitted[key]


def _page(
    matter: Matter,
    setting: SheetSetting,
    headline: SheetHeadline | None,
    sections: tuple[SheetSection, ...],
    pool: tuple[PlacedPhoto, ...],
    number: int,
    pages: int,
) -> PageTry | None:
    """One page of the report; byline and lede stand on the first."""
    top = rules_lines(setting, pages) + (headline.lines if headline and number == 1 else 1)
    job = new_job(matter, setting, sections, pool, number)
    plan = Search(job, top, setting.grid.format.lines).found()
    return PageTry(job, plan, top) if plan else None


def new_job(
    matter: Matter,
    setting: SheetSetting,
    sections: tuple[SheetSection, ...],
    pool: tuple[PlacedPhoto, ...],
    number: int,
) -> Job:
    """What a page is to hold."""
    units = range(1, setting.grid.format.columns + 1)
    lede = {n: lede_lines(setting, matter.report, n) if number == 1 and n > 2 else 0 for n in units}
    fittings = fittings_of(matter, setting.level)
    return Job(fittings, sections, pool, lede, lead=matter.lead and number == 1)


def _two(
    matter: Matter,
    setting: SheetSetting,
    headline: SheetHeadline | None,
    parts: tuple[SheetSection, ...],
    at: int,
) -> Try | None:
    """The sections before ``at`` on page one, with the lead; the others on page two; photos with theirs."""
    first, second = parts[:at], parts[at:]
    lead = matter.pool[:1] if matter.lead else ()
    rest = matter.pool[len(lead) :]
    here = tuple(p for p in rest if any(p.path.startswith(f"{s.path}.") for s in first))
    there = tuple(p for p in rest if p not in here)
    one = _page(matter, setting, headline, first, (*lead, *here), 1, 2)
    if one is None:
        return None
    two = _page(matter, setting, headline, second, there, 2, 2)
    return Try(setting, headline, (one, two)) if two else None


def _parts(matter: Matter, setting: SheetSetting) -> tuple[SheetSection, ...]:
    """The sections, those that no page holds cut in two as often as they must."""
    job = new_job(matter, setting, matter.sections, (), 2)
    lines = setting.grid.format.lines - rules_lines(setting, 2) - 1
    found: list[SheetSection] = []
    for i, section in enumerate(matter.sections):
        if (len(matter.sections) > 1 and job.maker(i, job.units).least <= lines) or len(section.callouts) < 2:
            found.append(section)
            continue
        found += _cut(section, _half(_weights(setting, section)))
    return tuple(found)


def _cut(section: SheetSection, count: int) -> tuple[SheetSection, SheetSection]:
    """The section's first callouts with its photos, and the others, which go on over the page."""
    calls, paths = section.callouts, section.paths
    first = replace(section, callouts=calls[:count], paths=paths[:count])
    return first, replace(section, callouts=calls[count:], paths=paths[count:], own=(), continued=True)


def _weights(setting: SheetSetting, section: SheetSection) -> list[int]:
    """Lines that each callout of a section is likely to take in one column."""
    texts = (setting.setter.block(c.text, setting.body, setting.measure) for c in section.callouts)
    return [text.count + FIGURE_LINES for text in texts]


def _half(weights: list[int]) -> int:
    """How many callouts make up half of a section's lines."""
    done, total = 0, sum(weights)
    for i, weight in enumerate(weights):
        done += weight
        if done * 2 >= total:
            return min(max(1, i + 1), len(weights) - 1)
    return 1


def _cuts(setting: SheetSetting, parts: tuple[SheetSection, ...]) -> list[int]:
    """Places to divide the sections between two pages, the most even first."""
    weights = [
        sum(_weights(setting, part)) + PHOTO_LINES * len(part.section.photos) * (not part.continued)
        for part in parts
    ]
    total = sum(weights)
    cuts = range(1, len(parts))
    return sorted(cuts, key=lambda at: (abs(2 * sum(weights[:at]) - total), at))

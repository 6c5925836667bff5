"""Why a report does not fill the pages asked for, and what would bring it home.

In: a look's copy, the number of pages, the bounds. Out: problems: by how many lines the report misses,
each section's share at its place, the nearest number of pages that can be filled; then what would do: texts
longer or shorter by so many lines, a photo less or one more. All figures are of layouts that were tried.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from reportpdf.base.problem import Place, Problem, problem
from reportpdf.layout.copyfit import Attempt, Copy, Stray, climb, rungs
from reportpdf.layout.exact import FAR_STRAYING, STRAYING, STRICT
from reportpdf.layout.rungs import Variant
from reportpdf.model.job import PageGoal
from reportpdf.model.report import Report
from reportpdf.theme.fitting import Fitting

FAR = 2.0
"""A report that would need so many times the pages, or fill so small a part of them, is not measured."""

RUNGS_APART = 4
"""Of the ladder's rungs every so manieth is tried for how far it misses, from the last one back."""

MOST_COUNTS = 4
"""So many other numbers of pages are tried."""

FEW_COUNTS = 3
"""Where there are no more than so many, photos may be moved for them as well."""

MOST_LINES = 10
MOST_TRIES = 1200
"""By so many lines texts are tried longer or shorter, in so many ways, divided by the sections."""

FEW_SECTIONS = 3
"""Of so many sections the texts are tried each by itself."""

MOST_PHOTOS = 12
"""So many photos are tried without, one at a time."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Case:
    """What is asked, and what of the report names its parts."""

    copy: Copy
    fitting: Fitting
    count: int
    report: Report
    numeral: Callable[[int], str]


def why_not(
    copy: Copy, goal: PageGoal, fitting: Fitting, report: Report, numeral: Callable[[int], str]
) -> tuple[Problem, ...]:
    """The problems of a report that cannot fill the pages asked for; ``numeral`` names a section."""
    case = _Case(copy, fitting, goal.candidates(copy.pages)[0], report, numeral)
    nearest = _least_straying(case)
    place = goal.place or report.place
    if nearest is None:
        return (_far(case, place),)
    return (
        _missing(case, nearest.strays, place),
        *(_share(case, stray) for stray in nearest.strays),
        *_texts(case, nearest),
        *_photo(case, nearest),
    )


def _least_straying(case: _Case) -> Attempt | None:
    """Of all layouts on so many pages the one that misses by the fewest lines; None if all are far off."""
    variants = list(rungs(case.copy, case.fitting, case.count))[::-RUNGS_APART]
    sections, room = case.copy.extent(variants[0], case.count)
    if not 1 / FAR <= (sum(sections) + 1) / (room + 1) <= FAR:
        return None
    for limits, tried in ((STRAYING, variants), (FAR_STRAYING, variants[:1])):
        attempts = (case.copy.attempt(variant, case.count, limits) for variant in tried)
        found = [attempt for attempt in attempts if attempt is not None]
        if found:
            return min(found, key=lambda a: sum(abs(s.lines) for s in a.strays))
    return None


def _missing(case: _Case, strays: tuple[Stray, ...], place: Place) -> Problem:
    """The whole of it: lines over and short, section by section, and the nearest number of pages."""
    shares: Counter[int] = Counter()
    for stray in strays:
        shares[stray.section] += stray.lines
    return problem(
        "fit-missed",
        place,
        pages=case.count,
        over=sum(s.lines for s in strays if s.lines > 0),
        short=-sum(s.lines for s in strays if s.lines < 0),
        sections=", ".join(f"{case.numeral(i)} {lines:+d}" for i, lines in sorted(shares.items())),
        other=_other_count(case),
    )


def _share(case: _Case, stray: Stray) -> Problem:
    """One page that is over or short, at the section where it is best mended."""
    code = "fit-over" if stray.lines > 0 else "fit-short"
    section = case.report.sections[stray.section]
    return problem(
        code, section.place, page=stray.page, lines=abs(stray.lines), numeral=case.numeral(stray.section)
    )


def _far(case: _Case, place: Place) -> Problem:
    """A report that is nowhere near: how high its sections are at their least, or at their most."""
    *_, last = rungs(case.copy, case.fitting, case.count)
    heights, room = case.copy.extent(last, case.count)
    return problem(
        "fit-far-over" if case.count < case.copy.pages else "fit-far-short",
        place,
        pages=case.count,
        lines=sum(heights),
        room=room,
        sections=", ".join(f"{case.numeral(i)} {lines}" for i, lines in enumerate(heights)),
        other=_other_count(case),
    )


def _other_count(case: _Case) -> int:
    """The number of pages nearest to the one asked for that the report fills; its own at the last."""
    step = 1 if case.count < case.copy.pages else -1
    between = range(case.count + step, case.copy.pages, step)
    still = replace(case.fitting, move=case.fitting.move and len(between) <= FEW_COUNTS)
    nearest: tuple[int, ...] = (*between[:MOST_COUNTS], *between[-MOST_COUNTS:])
    for count in nearest:
        if climb(case.copy, still, count) is not None:
            return count
    return case.copy.pages


def _texts(case: _Case, nearest: Attempt) -> tuple[Problem, ...]:
    """The fewest lines by which the texts of the sections concerned fill the pages, longer or shorter."""
    signs = {stray.section: -1 if stray.lines > 0 else 1 for stray in nearest.strays}
    for amounts in islice(_amounts(len(signs)), MOST_TRIES // case.copy.sections):
        change = {s: sign * lines for (s, sign), lines in zip(signs.items(), amounts, strict=True) if lines}
        if _fills(case, nearest, Variant(texts=tuple(change.items()))):
            told = ", ".join(f"{case.numeral(i)} {lines:+d}" for i, lines in sorted(change.items()))
            return (problem("fit-texts", None, pages=case.count, sections=told),)
    return ()


def _amounts(sections: int) -> Iterator[tuple[int, ...]]:
    """Lines for each of so many sections, the least in all first; the same for each where they are many."""
    if sections > FEW_SECTIONS:
        return iter((lines,) * sections for lines in range(1, MOST_LINES + 1))
    return iter(sorted(product(range(MOST_LINES + 1), repeat=sections), key=sum)[1:])


def _photo(case: _Case, nearest: Attempt) -> tuple[Problem, ...]:
    """A photo less, or one more, with which the report would fill the pages; nothing if there is none."""
    if sum(stray.lines for stray in nearest.strays) > 0:
        for path, _ in case.copy.movable[:MOST_PHOTOS]:
            if _fills(case, nearest, Variant(left_out=(path,))):
                return (problem("fit-photo-out", _photo_place(case.report, path), pages=case.count),)
        return ()
    for index in dict.fromkeys(stray.section for stray in nearest.strays):
        if _fills(case, nearest, Variant(added=(index,))):
            place = case.report.sections[index].place
            return (problem("fit-photo-in", place, pages=case.count, numeral=case.numeral(index)),)
    return ()


def _fills(case: _Case, nearest: Attempt, change: Variant) -> bool:
    """Whether the report, changed so, fills the pages on the rung that misses least."""
    return case.copy.attempt(nearest.variant.tried(change), case.count, STRICT) is not None


def _photo_place(report: Report, path: str) -> Place:
    """Where a photo stands in the report's file."""
    for i, section in enumerate(report.sections):
        for j, photo in enumerate(section.photos):
            if path == f"sections[{i}].photos[{j}]":
                return photo.file.place
    return report.place

"""The ladder climbed: levels are tried until one holds everything, or fills the page best.

In: what is to be set. Out: the :class:`Choice`. Order: one page as usual; smaller step by step, or larger if
the page is bare; two pages where the format has them; photos left out; the error.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportpdf.layout.sheet.ladder import GROWING, SHRINKING, USUAL
from reportpdf.layout.sheet.over import too_long
from reportpdf.layout.sheet.pages import Matter, Try, try_pages

MOST_LEFT = 3
"""So many lines may stay white at a foot before the sheet is called bare."""

FAR_OVER = 6
"""A try that leaves out more photos is far from holding everything."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Choice:
    """The pages that were chosen, and those of the usual level, None if they do not hold the text."""

    chosen: Try
    usual: Try | None


def choose(matter: Matter) -> Choice:
    """The pages at the first level of the ladder that holds everything.

    Raises: InputError if the text is too long even at the ladder's end.
    """
    usual = try_pages(matter, USUAL, 1)
    chosen = _climbed(matter, usual)
    if chosen is None:
        # The last resort before the error: what is pinned may be left out like any other photo.
        chosen = try_pages(_freed(matter), SHRINKING[-1], matter.sheet.sheets)
    if chosen is None:
        raise too_long(matter)
    return Choice(chosen, usual)


def _freed(matter: Matter) -> Matter:
    """The matter with pinned photos in the pool; a section that has nothing else keeps its first."""
    sections = tuple(
        replace(section, own=() if section.callouts else section.own[:1]) for section in matter.sections
    )
    freed = [
        photo
        for before, after in zip(matter.sections, sections, strict=True)
        for photo in before.own
        if photo not in after.own
    ]
    return replace(matter, sections=sections, pool=(*matter.pool, *freed), fitted={})


def _climbed(matter: Matter, usual: Try | None) -> Try | None:
    """The first level that holds everything, or fills the page best; None if none holds the text."""
    if usual is not None and not usual.dropped:
        return usual if usual.left <= MOST_LEFT else _grown(matter, usual, 1)
    tries = [usual, *_shrunk(matter, usual, 1, full=matter.sheet.sheets == 1)]
    if (tries[-1] is None or tries[-1].dropped) and matter.sheet.sheets > 1:
        two = try_pages(matter, USUAL, 2)
        if two is not None and not two.dropped:
            return two if two.left <= MOST_LEFT else _grown(matter, two, 2)
        tries += [two, *_shrunk(matter, two, 2, full=True)]
    held = [made for made in tries if made is not None]
    return min(held, key=lambda made: len(made.dropped)) if held else None


def _shrunk(matter: Matter, usual: Try | None, pages: int, *, full: bool) -> list[Try | None]:
    """Tries at one level after the other until one holds everything; only the first level unless ``full``.

    Where the usual level leaves out many photos, only the last can help.
    """
    tries: list[Try | None] = []
    levels = SHRINKING if full else SHRINKING[:1]
    if usual is not None and len(usual.dropped) > FAR_OVER:
        levels = levels[-1:]
    for level in levels:
        made = try_pages(matter, level, pages)
        tries.append(made)
        if made is not None and not made.dropped:
            break
    return tries


def _grown(matter: Matter, usual: Try, pages: int) -> Try:
    """The level that leaves least white, the earliest of equals."""
    tries = [usual]
    for level in GROWING:
        made = try_pages(matter, level, pages)
        if made is not None and not made.dropped:
            tries.append(made)
            if made.left <= MOST_LEFT:
                break
    return min(tries, key=lambda made: made.left)

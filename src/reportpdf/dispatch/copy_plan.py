"""Where the marks of an edition's copies stand, and whether all names can be set there.

Comes in: the document, its edition, every name with its watermark. Goes out: a :class:`StampPlan` and what is
to be told of it; or all names that cannot be set.
"""

from __future__ import annotations

from reportpdf.base.problem import InputError, Problem, problem
from reportpdf.dispatch.stamps import longest_line, missing_problems
from reportpdf.layout.display import Document
from reportpdf.layout.stamp import StampSetter
from reportpdf.model.job import Marks
from reportpdf.press.edition import Edition, Purpose
from reportpdf.press.stamp_measures import LEAST_READ, LEAST_SLUG_SIZE, StampPlan
from reportpdf.press.stamp_places import screen_places, slug_places


def planned(
    document: Document, edition: Edition, setter: StampSetter, pairs: tuple[tuple[str, str], ...]
) -> tuple[StampPlan, tuple[Problem, ...]]:
    """Where the marks stand, and on which pages one has no room.

    Raises: InputError: a name cannot be set, or is too long.
    """
    names = {name for name, _ in pairs}
    longest = longest_line(setter, names)
    for _, watermark in pairs:
        setter.try_watermark(watermark)
    if missing := setter.missing:
        raise InputError(*missing_problems(missing))
    if edition.purpose is not Purpose.PRESS:
        plan = screen_places(document, longest)
        least = LEAST_READ
    else:
        plan = slug_places(document, marks=edition.marks is not Marks.NONE)
        least = LEAST_SLUG_SIZE
    if plan.room and plan.room / longest < least:
        long = [name for name in sorted(names) if longest_line(setter, {name}) * least > plan.room]
        raise InputError(*(problem("copy-name-long", None, name=name) for name in long))
    bare = [
        page.number
        for page, places in zip(document.pages, plan.pages, strict=True)
        if places.line is None or not places.symbols
    ]
    notes = (problem("copy-no-room", None, pages=", ".join(map(str, bare))),) if bare else ()
    return plan, notes

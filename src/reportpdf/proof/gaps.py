"""Where on the new pages something stood that is there no more.

Comes in: the old path, the new pages, the new paths of what is still there. Goes out: a spot after what came
before it: that is where a proof-reader's caret goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportpdf.base.geometry import Rect
from reportpdf.check.finding import Spot
from reportpdf.check.spots import spot_of
from reportpdf.proof.placing import Places, box_of

_CARET = 1.5
"""Width of the place, points."""

_NUMBERED = re.compile(r"(.*)\[(\d+)\]$")


def gap_of(path: str, new: Places, there: Mapping[str, str]) -> tuple[Spot, ...]:
    """The place; none if nothing before it is left."""
    for before in _before(path, there):
        if placed := new.under(before):
            page, last = placed[-1]
            box = box_of(last)
            return (spot_of(page, Rect(box.right - _CARET / 2, box.y, _CARET, box.height)),)
    return ()


def _before(path: str, there: Mapping[str, str]) -> Iterator[str]:
    """New paths of what stood before, the nearest first: siblings, then the head of what it was part of."""
    while path:
        if found := _NUMBERED.match(path):
            base, number = found[1], int(found[2])
            for i in range(number - 1, -1, -1):
                if (sibling := f"{base}[{i}]") in there:
                    yield there[sibling]
        path = path.rpartition(".")[0]
        if path in there:
            yield f"{there[path]}.title"
            yield there[path]
    yield "title"

"""Where an overview or a running line repeats words that were changed, and so changed with them.

Comes in: a change of words, both snapshots. Goes out: spots in mm on pages of the new report. What is
repeated belongs to no text of its own; it is known by its words: they are of the new text where that was
edited, and did not stand on that page before.
"""

from __future__ import annotations

from collections import Counter

from reportpdf.check.finding import Spot
from reportpdf.check.spots import spot_of
from reportpdf.proof.changes import Change
from reportpdf.proof.placing import box_of
from reportpdf.proof.snapshot import SnapItem, Snapshot

_LEAST = 2
"""Characters by which a repeat is known; of a figure one digit may stand alone."""


def repeats_of(change: Change, old: Snapshot, new: Snapshot) -> tuple[Spot, ...]:
    """A box for each line that repeats what was changed; the first of a running line stands for all."""
    whole, least = _tight(change.new), 1 if change.code == "figure" else _LEAST
    ranges = [(len(_tight(change.new[: e.new_at])), len(_tight(e.new))) for e in change.edits]
    before = {page.number: Counter(map(_words, page.items)) for page in old.pages}
    found: dict[str, Spot] = {}
    for page in new.pages if change.new else ():
        known = before.get(page.number, Counter())
        for item in page.items:
            words = _words(item)
            if len(words) < least or known[words] or words in found:
                continue
            start = whole.find(words)
            if start >= 0 and any(start <= at + n and at <= start + len(words) for at, n in ranges):
                found[words] = spot_of(page.number, box_of(item))
    return tuple(found.values())


def _words(item: SnapItem) -> str:
    """What furniture says; nothing of what is a text of the report at its own place."""
    return "" if item.path else _tight(item.words)


def _tight(words: str) -> str:
    return "".join(filter(str.isalnum, words))

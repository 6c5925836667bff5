"""Where on the pages of a snapshot a text, part of it, or a whole callout stands.

Comes in: a snapshot. Goes out: spots in mm from the trim's upper left corner, in reading order: one for each
line of a range of characters, one for each column of a callout.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from reportpdf.base.geometry import Rect, hull
from reportpdf.check.finding import Spot
from reportpdf.check.spots import matched, spot_of
from reportpdf.proof.character_boxes import character_boxes
from reportpdf.proof.edits import Edit
from reportpdf.proof.snapshot import SnapItem, Snapshot

Placed = tuple[int, SnapItem]
"""A page's number and an item on it."""

_SIDE = 1.5
"""Width of the place at which something was taken out, points."""


class Places:
    """The finder of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._by_path: dict[str, list[Placed]] = defaultdict(list)
        self._roots: dict[str, list[Placed]] = defaultdict(list)
        for page in snapshot.pages:
            for item in page.items:
                if item.path:
                    self._by_path[item.path].append((page.number, item))
                    for root in _roots(item.path):
                        self._roots[root].append((page.number, item))

    def of(self, path: str) -> list[Placed]:
        """The items of exactly this path."""
        return self._by_path.get(path, [])

    def under(self, path: str) -> list[Placed]:
        """The items of this path and of all that is part of it."""
        return self._roots.get(path, [])

    def whole(self, path: str) -> tuple[Spot, ...]:
        """A box for each column that the thing stands in."""
        found: list[Spot] = []
        for page, items in groupby(self.under(path), key=lambda placed: placed[0]):
            boxes = [box_of(item) for _, item in items]
            found += (spot_of(page, box) for box in _columns(boxes))
        return tuple(found)

    def characters(self, path: str, words: str, start: int, length: int) -> tuple[Spot, ...]:
        """A box for each line of so many characters of the words from ``start``; with no length the place
        between two characters."""
        laid = [(page, c, box) for page, item in self.of(path) for c, box in _characters(item)]
        laid = [one for one in laid if not one[1].isspace()]
        if not laid:
            return ()
        if length == 0:
            return self._between(laid, words, start)
        wanted = set(matched(words, "".join(c for _, c, _ in laid), start, length))
        rows: dict[tuple[int, float], list[Rect]] = {}
        for i in sorted(wanted):
            page, _, box = laid[i]
            rows.setdefault((page, round(box.y + box.height * 0.8)), []).append(box)
        return tuple(spot_of(page, hull(boxes)) for (page, _), boxes in rows.items())

    def _between(self, laid: list[tuple[int, str, Rect]], words: str, start: int) -> tuple[Spot, ...]:
        text = "".join(c for _, c, _ in laid)
        before = [i for i in range(start) if not words[i].isspace()]
        found = list(matched(words, text, before[-1], 1)) if before else []
        page, _, box = laid[found[-1] if found else 0]
        x = box.right if found else box.x
        return (spot_of(page, Rect(x - _SIDE / 2, box.y, _SIDE, box.height)),)

    def old_edit(self, path: str, words: str, edit: Edit) -> tuple[Spot, ...]:
        """Where in the old report an edit was made."""
        return self.characters(path, words, edit.old_at, len(edit.old))

    def new_edit(self, path: str, words: str, edit: Edit) -> tuple[Spot, ...]:
        """Where in the new report it is."""
        return self.characters(path, words, edit.new_at, len(edit.new))


def box_of(item: SnapItem) -> Rect:
    """The item's box."""
    return Rect(item.x, item.y, item.width, item.height)


def _roots(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition(".")[0]


def _characters(item: SnapItem) -> Iterator[tuple[str, Rect]]:
    """The characters of a line that was set; an outline has none that could be told apart."""
    return zip(item.words, character_boxes(item), strict=True) if item.pens else iter(())


def _columns(boxes: list[Rect]) -> Iterator[Rect]:
    """Boxes joined where one is above another."""
    joined: list[Rect] = []
    for box in boxes:
        for i, one in enumerate(joined):
            if box.x < one.right and one.x < box.right:
                joined[i] = hull([one, box])
                break
        else:
            joined.append(box)
    if len(joined) > 1 and len(set(joined)) < len(boxes):
        again = list(_columns(joined))
        yield from again if len(again) < len(joined) else joined
    else:
        yield from joined

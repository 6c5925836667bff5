"""Which boxes of a page have a reason to look otherwise than before.

Comes in: two snapshots, what belongs together, the changes. Goes out: for every page the boxes in which
pixels may differ: of items that are not the same in both at the same place, and whose words changed with a
change of the report, or that are there in both and moved. All else has to look the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reportpdf.base.geometry import Rect
from reportpdf.proof.changes import Change
from reportpdf.proof.compare_layout import paths_of
from reportpdf.proof.matching import Matched
from reportpdf.proof.placing import Places, box_of
from reportpdf.proof.snapshot import SnapItem, SnapPage

_GROWN = 2.0
"""Ink outside a box: overhang, and the blur of a raster, points."""

_OVERHANG = 0.06
"""The same of large figures, of the box's height."""

_PHOTO = re.compile(r"sections\[\d+\]\.photos\[\d+\]")
_ALL = frozenset(("theme-value", "theme-replaced", "format-value", "format-replaced", "job-value"))
"""What may change anything on any page."""


def explained_boxes(
    old: Places, new: Places, matched: Matched, changes: Sequence[Change]
) -> dict[int, tuple[Rect, ...]]:
    """Boxes by page number, of the old and of the new page together."""
    acting = [c for c in changes if c.prints]
    if not acting:
        return {}
    everything = any(c.code in _ALL for c in acting)
    reasons = _Reasons(old, new, matched, acting)
    pages = {p.number: p for p in new.snapshot.pages}
    befores = {p.number: p for p in old.snapshot.pages}
    found: dict[int, tuple[Rect, ...]] = {}
    for number in sorted(pages.keys() | befores.keys()):
        before, after = befores.get(number), pages.get(number)
        found[number] = tuple(_page(before, after, reasons, everything=everything))
    return found


class _Reasons:
    """Answers whether an item may differ."""

    def __init__(self, old: Places, new: Places, matched: Matched, changes: Sequence[Change]) -> None:
        self._old_paths = {c.old_path for c in changes if c.old_path}
        self._new_paths = {c.new_path for c in changes if c.new_path}
        self._there = paths_of(matched)
        self._back = {b: a for a, b in self._there.items()}
        self._old, self._new = old, new

    def changed(self, path: str, *, old: bool) -> bool:
        """Whether a change is about this path, or about what it is part of; a credit that is new is drawn
        where the words for a stand-in were."""
        here, there = (self._old_paths, self._new_paths) if old else (self._new_paths, self._old_paths)
        other = _turned(path, self._there if old else self._back)
        return any(root in here for root in _roots(path)) or any(root in there for root in _roots(other))

    def moved(self, path: str, *, old: bool) -> bool:
        """Whether the same words are there in both: then the item moved, or was broken otherwise; or whether
        it is a photo that the layout had no room for in one of them."""
        other = _turned(path, self._there if old else self._back)
        here, there = (self._old, self._new) if old else (self._new, self._old)
        if (photo := _PHOTO.match(other)) and not there.under(photo[0]):
            return photo[0] in (self._back if old else self._there)
        return _words(here, path) == _words(there, other)


def _page(
    old: SnapPage | None, new: SnapPage | None, reasons: _Reasons, *, everything: bool
) -> Iterator[Rect]:
    before, after = (Counter(map(_same, page.items if page else ())) for page in (old, new))
    for page, other, is_old in ((old, after, True), (new, before, False)):
        for item in page.items if page else ():
            changed = everything or (item.path and reasons.changed(item.path, old=is_old))
            if changed or (not other[_same(item)] and _may(item, reasons, old=is_old)):
                yield _room(item)


def _may(item: SnapItem, reasons: _Reasons, *, old: bool) -> bool:
    """Furniture follows what it adorns; a numeral follows its section."""
    return not item.path or item.path.endswith(".numeral") or reasons.moved(item.path, old=old)


def _same(item: SnapItem) -> tuple[object, ...]:
    return item.kind, item.x, item.y, item.width, item.height, item.look


def _room(item: SnapItem) -> Rect:
    grown = _GROWN + (_OVERHANG * item.height if item.kind == "text" else 0.0)
    return box_of(item).grown(grown)


def _roots(path: str) -> Iterator[str]:
    while path:
        yield path
        if "." not in path:
            yield path.partition("[")[0]  # the byline is one thing
        path = path.rpartition(".")[0]


def _turned(path: str, paths: dict[str, str]) -> str:
    """The path in the other report."""
    for root in _roots(path):
        if root in paths:
            return paths[root] + path[len(root) :]
    return path


def _words(places: Places, path: str) -> str:
    """The words of a path without what comes and goes with a line's end: white, a hyphen, the comma at which
    a title is broken."""
    words = "".join(item.words for _, item in places.of(path))
    return "".join(filter(str.isalnum, words)) or ".".join(i.kind for _, i in places.of(path))

"""Two snapshots compared: what an editor did, where it stands, what followed on the pages.

Comes in: snapshots. Goes out: :class:`Compared`, which is all but the pixels. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reportpdf.base.geometry import Rect
from reportpdf.check.finding import Spot
from reportpdf.proof.changes import Change, Changes, NumberChange, Standing
from reportpdf.proof.compare_layout import layout_moves, paths_of
from reportpdf.proof.compare_model import model_changes
from reportpdf.proof.explaining import explained_boxes
from reportpdf.proof.gaps import gap_of
from reportpdf.proof.matching import Matched, match
from reportpdf.proof.placing import Places
from reportpdf.proof.repeats import repeats_of
from reportpdf.proof.snapshot import Snapshot
from reportpdf.proof.standing import number_changes, texts

_WORDS = frozenset(
    (
        "title",
        "byline",
        "lede",
        "imprint",
        "section-title",
        "quote",
        "figure",
        "text",
        "label",
        "caption",
        "credit",
    )
)
"""Changes of words: their place is that of the characters."""

_REPEATED = 4
"""Characters of a repeat by which it is known to be one."""

_UNSEEN = frozenset(("subject", "photo-renamed"))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Compared:
    """Changes without pixels, and the boxes of every page in which pixels may differ."""

    changes: Changes
    explained: dict[int, tuple[Rect, ...]]
    matched: Matched
    old: Places
    new: Places


def compare(old: Snapshot, new: Snapshot) -> Compared:
    """Everything that can be known without a picture."""
    before, after = Places(old), Places(new)
    matched = match(old, new)
    there = paths_of(matched)
    found = tuple(_finished(c, before, after, there) for c in model_changes(old, new, matched))
    if old.pages == new.pages:
        found = tuple(replace(c, prints=c.prints and c.code == "photo-replaced") for c in found)
    found = _repeated(found, old, new)
    moved = layout_moves(before, after, matched, found)
    explained = explained_boxes(before, after, matched, found)
    changes = Changes(found, moved, (), len(old.pages), len(new.pages))
    return Compared(changes, explained, matched, before, after)


def _finished(change: Change, old: Places, new: Places, there: Mapping[str, str]) -> Change:
    """The change with its places, its numbers, and whether it can be seen."""
    prints = change.prints and change.code not in _UNSEEN
    if change.white or change.code == "photo-focus":  # a photo that is not cropped has no focus
        prints = prints and _looks(old, change.old_path, change.old) != _looks(
            new, change.new_path, change.new
        )
    numbers = tuple(_placed(one, new) for one in number_changes(change, new.snapshot)) if change.edits else ()
    was, now = _spots(change, old, new)
    if prints and not now and not change.new_path:
        now = gap_of(change.old_path, new, there)
    return replace(change, prints=prints, numbers=numbers, old_spots=was, new_spots=now)


def _repeated(changes: tuple[Change, ...], old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """The changes with the places that repeat them; a place that may repeat two is of the first."""
    taken: set[Spot] = set()
    made: list[Change] = []
    for change in changes:
        seen = change.prints and change.code in _WORDS
        spots = tuple(s for s in repeats_of(change, old, new) if s not in taken) if seen else ()
        taken |= set(spots)
        made.append(replace(change, repeats=spots))
    return tuple(made)


def _looks(places: Places, path: str, words: str) -> list[tuple[str, str]]:
    """What is drawn of the words: at their place, and where an overview repeats a part of them."""
    own = [(item.look, item.words) for _, item in places.of(path)]
    tight = "".join(words.split())
    repeated = sorted(
        (item.look, item.words)
        for page in places.snapshot.pages
        for item in page.items
        if not item.path and len(part := "".join(item.words.split())) >= _REPEATED and part in tight
    )
    return [*own, *repeated]


def _spots(change: Change, old: Places, new: Places) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    if change.code == "byline":
        return _byline(old, new), _byline(new, old)
    if change.code in _WORDS:
        gone = _once(s for e in change.edits for s in old.old_edit(change.old_path, change.old, e))
        put = _once(s for e in change.edits for s in new.new_edit(change.new_path, change.new, e))
        if gone or put:
            return gone, put
    was, now = change.old_path, change.new_path
    if change.code.startswith("section-"):
        was, now = (f"{path}.title" if path else "" for path in (was, now))
    return old.whole(was) if was else (), new.whole(now) if now else ()


def _byline(places: Places, other: Places) -> tuple[Spot, ...]:
    """Of the names that are in one of the two only; of all where but their order is another."""
    known = {said.words for one in other.snapshot.byline for said in one}
    own = [said for one in places.snapshot.byline for said in one]
    paths = [said.path for said in own if said.words not in known] or [said.path for said in own]
    return _once(spot for path in paths for spot in places.whole(path))


def _once(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    return tuple(dict.fromkeys(spots))


def _placed(number: NumberChange, new: Places) -> NumberChange:
    said = {one.path: one.words for one in texts(new.snapshot)}

    def put(standing: Standing) -> Standing:
        spots = new.characters(standing.path, said[standing.path], standing.at, len(standing.written))
        return replace(standing, spots=spots)

    return replace(
        number,
        old_stands=tuple(map(put, number.old_stands)),
        new_stands=tuple(map(put, number.new_stands)),
    )

"""Which section, callout and photo of the old report is which of the new.

Comes in: two snapshots. Goes out: :class:`Matched`: pairs of positions. What is equal in all goes first, in
its own section before another; what was edited is found among the rest by how alike it is and where it
stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportpdf.proof.align import best_pairs
from reportpdf.proof.edits import likeness, pairs
from reportpdf.proof.snapshot import SnapCallout, SnapPhoto, SnapSection, Snapshot

At = tuple[int, int]
"""A section and the position in it."""

_T = TypeVar("_T")

_ALIKE = 0.35
"""Texts that share less are not the same one edited, unless figure or place say so [choice]."""

_MOST = 250_000
"""Comparisons of two texts; beyond, only those in the same section are compared."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs (old, new) of sections, and of callouts and photos by section and position."""

    sections: tuple[tuple[int, int], ...]
    callouts: tuple[tuple[At, At], ...]
    photos: tuple[tuple[At, At], ...]


def match(old: Snapshot, new: Snapshot) -> Matched:
    """What belongs together."""
    sections = _sections(old.sections, new.sections)
    home = dict(sections)
    callouts = _rows(
        [[*one.callouts] for one in old.sections],
        [[*one.callouts] for one in new.sections],
        home,
        (_whole, lambda c: c.text.words),
        _callout_worth,
    )
    photos = _rows(
        [[*one.photos] for one in old.sections],
        [[*one.photos] for one in new.sections],
        home,
        (
            lambda p: (p.file.words, p.sha256, _words(p)),
            lambda p: (p.sha256 or p.file.words, _words(p)),
        ),
        _photo_worth,
    )
    return Matched(tuple(sections), tuple(callouts), tuple(photos))


def _whole(callout: SnapCallout) -> Hashable:
    return callout.figure.words, callout.text.words


def _words(photo: SnapPhoto) -> str:
    return photo.caption.words if photo.caption else ""


def _sections(old: Sequence[SnapSection], new: Sequence[SnapSection]) -> list[tuple[int, int]]:
    """Sections by title and by what they hold: two of three are enough, and so is a title alone."""
    holds, held = [_features(one) for one in old], [_features(one) for one in new]
    worth = [[_shared(a, b) for b in held] for a in holds]
    for i, a in enumerate(old):
        for j, b in enumerate(new):
            if worth[i][j] == 0:
                worth[i][j] = 0.5 * max(0.0, likeness(a.title.words, b.title.words) - 0.3)
            if worth[i][j] > 0:
                worth[i][j] += 0.01 / (1 + abs(i - j))
    return best_pairs(worth)


def _features(section: SnapSection) -> dict[Hashable, int]:
    found: dict[Hashable, int] = defaultdict(int)
    found["title", section.title.words] += 2
    for callout in section.callouts:
        found["text", callout.text.words] += 1
        found["figure", callout.figure.words] += 1
    for photo in section.photos:
        found["photo", photo.sha256 or photo.file.words] += 1
        found["caption", _words(photo)] += 1
    return found


def _shared(old: dict[Hashable, int], new: dict[Hashable, int]) -> float:
    both = sum(min(count, new.get(key, 0)) for key, count in old.items())
    return 2 * both / (sum(old.values()) + sum(new.values()))


def _rows(
    old: list[list[_T]],
    new: list[list[_T]],
    home: dict[int, int],
    keys: tuple[Callable[[_T], Hashable], ...],
    worth: Callable[[_T, _T, bool, bool], float],
) -> list[tuple[At, At]]:
    """Pairs of what is equal by each key in turn, then of what is most alike among the rest."""
    left = {(i, j): one for i, row in enumerate(old) for j, one in enumerate(row)}
    right = {(i, j): one for i, row in enumerate(new) for j, one in enumerate(row)}
    found: list[tuple[At, At]] = []
    for key in keys:
        for pair in _equal(left, right, home, key):
            del left[pair[0]], right[pair[1]]
            found.append(pair)
    found += _alike(left, right, home, worth, found)
    return sorted(found, key=lambda pair: pair[1])


def _equal(
    left: dict[At, _T], right: dict[At, _T], home: dict[int, int], key: Callable[[_T], Hashable]
) -> list[tuple[At, At]]:
    """Pairs with the same key: first those of the same section in their order, then the others."""
    olds: dict[Hashable, list[At]] = defaultdict(list)
    news: dict[Hashable, list[At]] = defaultdict(list)
    for at, one in left.items():
        olds[key(one)].append(at)
    for at, one in right.items():
        news[key(one)].append(at)
    found: list[tuple[At, At]] = []
    for same, places in olds.items():
        others = news.get(same, [])
        if len(places) == len(others) == 1:
            found.append((places[0], others[0]))
        elif others:
            weigh = [[1 + _nearness(a, b, home) for b in others] for a in places]
            found += [(places[i], others[j]) for i, j in best_pairs(weigh)]
    return found


def _nearness(old: At, new: At, home: dict[int, int]) -> float:
    """More for the same section, and within it for the same position."""
    if home.get(old[0]) != new[0]:
        return 0.0
    return 0.5 + 0.4 / (1 + abs(old[1] - new[1]))


def _alike(
    left: dict[At, _T],
    right: dict[At, _T],
    home: dict[int, int],
    worth: Callable[[_T, _T, bool, bool], float],
    known: list[tuple[At, At]],
) -> list[tuple[At, At]]:
    olds, news = list(left), list(right)
    everywhere = len(olds) * len(news) <= _MOST
    slots = _slots(olds, news, home, known)
    weigh = [
        [
            worth(left[a], right[b], (a, b) in slots, home.get(a[0]) == b[0] and a[1] == b[1])
            + 0.02 * _nearness(a, b, home)
            if everywhere or home.get(a[0]) == b[0]
            else 0.0
            for b in news
        ]
        for a in olds
    ]
    floor = [[value if value >= _ALIKE else 0.0 for value in row] for row in weigh]
    return [(olds[i], news[j]) for i, j in best_pairs(floor)]


def _slots(
    olds: list[At], news: list[At], home: dict[int, int], known: list[tuple[At, At]]
) -> set[tuple[At, At]]:
    """Pairs that stand between the same neighbours, alone there: one taken out, one put in its stead."""
    back = {new: old for old, new in known}
    there = dict(known)

    def gap(at: At, matched: dict[At, At], *, old: bool) -> tuple[object, ...]:
        section, i = at
        before, after = i - 1, i + 1
        low, high = matched.get((section, before)), matched.get((section, after))
        own = home.get(section, -1) if old else section
        mine = (
            (low, high) if old else ((section, before) if low else None, (section, after) if high else None)
        )
        return own, *mine

    wanted = {gap(b, back, old=False): b for b in news}
    return {(a, wanted[g]) for a in olds if (g := gap(a, there, old=True)) in wanted}


def _callout_worth(old: SnapCallout, new: SnapCallout, same_slot: bool, same_place: bool) -> float:
    """How surely it is the same callout. A text of a few characters tells little; its place tells more."""
    text = likeness(old.text.words, new.text.words)
    figure = old.figure.words == new.figure.words
    short = min(len(pairs(old.text.words)), len(pairs(new.text.words))) < 6
    if (same_slot or (same_place and short)) and (figure or short or text >= 0.15):
        return 0.4 + 0.5 * text + 0.1 * figure
    return text * (0.5 if short else 0.85) + 0.1 * figure


def _photo_worth(old: SnapPhoto, new: SnapPhoto, same_slot: bool, same_place: bool) -> float:
    """How surely it is the same photo: by its content, its caption, where it stands. Of two files that
    changed places above their captions both were replaced; of two captions that changed places both were
    rewritten."""
    content = 0.5 if (old.sha256 or old.file.words) == (new.sha256 or new.file.words) else 0.0
    caption = likeness(_words(old), _words(new)) if _words(old) and _words(new) else 0.0
    return content + 0.4 * caption + 0.3 * same_place + 0.3 * same_slot

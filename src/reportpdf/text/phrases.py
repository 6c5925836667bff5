"""Where a headline may be broken without hurting its sense: phrase borders, as costs.

In: the words of a headline. Out: the cost of breaking at each offset. Order of trust: the author's own
newline (handled by the caller), then punctuation, then phrase borders found by BudouX. BudouX errs on
names and offices, so its borders are a preference, never a permission.
"""

from __future__ import annotations

import re
from functools import cache

AFTER_PAUSE = 0.0
"""After ， 。 ： ； ！ ？ or a space: the best border."""

AFTER_CLOSING = 0.35
BEFORE_OPENING = 0.6
"""Beside a pair of marks: a border of sense, weaker than a pause."""

PHRASE = 0.9
"""At a phrase border."""

INSIDE_PHRASE = 3.0
"""Inside a phrase or a word: only when nothing else is left."""

INSIDE_PAIR = 6.0
"""Inside “…” or 《…》 that would fit on one line."""

_PAUSES = "，。：；！？、,:;!? 　|"
_OPENINGS = "“‘（《〈【「『"
_CLOSINGS = "”’）》〉】」』"
_PAIR = re.compile("“[^”]*”|《[^》]*》|（[^）]*）|「[^」]*」|‘[^’]*’")


def break_costs(words: str, *, phrases: bool = False) -> dict[int, float]:
    """Offset to the cost of a break before that character, for every offset inside the words.

    BudouX is asked only where no mark gives a border, or for all ``phrases``: its model takes longer to load
    than a page to set.
    """
    inside = {i for m in _PAIR.finditer(words) for i in range(m.start() + 1, m.end())}
    costs = {at: _mark_cost(words, at, inside) for at in range(1, len(words))}
    if not phrases and any(cost <= BEFORE_OPENING for cost in costs.values()):
        return costs
    borders = _phrase_borders(words)
    return {at: PHRASE if cost == INSIDE_PHRASE and at in borders else cost for at, cost in costs.items()}


def _mark_cost(words: str, at: int, inside: set[int]) -> float:
    """The cost of a break before ``at`` as the marks beside it tell."""
    left, right = words[at - 1], words[at]
    if at in inside:
        return INSIDE_PAIR
    if left in _PAUSES:
        return AFTER_PAUSE if left != "、" else PHRASE
    if left in _CLOSINGS and right not in _OPENINGS and right not in _CLOSINGS:
        return AFTER_CLOSING
    return BEFORE_OPENING if right in _OPENINGS else INSIDE_PHRASE


def _phrase_borders(words: str) -> frozenset[int]:
    borders, at = set(), 0
    for phrase in _phrases(words):
        at += len(phrase)
        borders.add(at)
    return frozenset(borders)


@cache
def _phrases(words: str) -> tuple[str, ...]:
    import budoux  # a model of 60 kB: loaded only when a headline has to be broken

    return tuple(budoux.load_default_simplified_chinese_parser().parse(words))

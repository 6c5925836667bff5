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


def break_costs(words: str) -> dict[int, float]:
    """Offset to the cost of a break before that character, for every offset inside the words."""
    phrases = _phrase_borders(words)
    inside = {i for m in _PAIR.finditer(words) for i in range(m.start() + 1, m.end())}
    costs: dict[int, float] = {}
    for at in range(1, len(words)):
        left, right = words[at - 1], words[at]
        if at in inside:
            cost = INSIDE_PAIR
        elif left in _PAUSES:
            cost = AFTER_PAUSE if left != "、" else PHRASE
        elif left in _CLOSINGS and right not in _OPENINGS and right not in _CLOSINGS:
            cost = AFTER_CLOSING
        elif right in _OPENINGS:
            cost = BEFORE_OPENING
        elif at in phrases:
            cost = PHRASE
        else:
            cost = INSIDE_PHRASE
        costs[at] = cost
    return costs


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

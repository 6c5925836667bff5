"""Where words end in a line of Chinese, by a lexicon: the likeliest cut into words.

In: a few words without a break. Out: offsets of word borders. A word's likelihood follows its rank in the
lexicon (Zipf); a character that belongs to no word stands alone. Asked for heads only, where a break inside
a word is read by everybody.
"""

from __future__ import annotations

import re
from functools import cache
from math import inf, log

from reportpdf.text.news_words import ADVERBS, COMPANIES, DETERMINERS, HEADS_OF_COMPOUNDS, NEWS_WORDS, VERBS

LONE_CHARACTER = 10.5
"""What a character outside every word costs: a little more than a rare word does."""

OURS = 8.5
"""What one of our own words of two characters costs: it ranks about the four-hundredth."""

LONGEST = 8


_WESTERN = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,:%+\-/]*")


@cache
def _costs() -> dict[str, float]:
    """The cost of each word, by its rank; the news words rank with the commoner ones."""
    from reportpdf.text.lexicon import WORDS  # 200 kB, read only when a head has to be broken

    costs = {word: 2.5 + log(rank + 30) for rank, word in enumerate(WORDS.split())}
    ours = (word for group, _ in NEWS_WORDS for word in group.split())
    for word in (*ours, *VERBS, *ADVERBS, *DETERMINERS, *HEADS_OF_COMPOUNDS, *COMPANIES):
        if len(word) > 1:
            costs[word] = min(costs.get(word, inf), OURS + 0.5 * (len(word) - 2))
    return costs


def word_borders(text: str, house: tuple[str, ...] = ()) -> frozenset[int]:
    """Offsets at which a word ends and the next begins; ``house`` are words to be kept before all others."""
    costs, own = _costs(), frozenset(house)
    longest = max(LONGEST, *(len(word) for word in own)) if own else LONGEST
    best, before = [0.0], [0]
    for end in range(1, len(text) + 1):
        cost, start = inf, end - 1
        for begin in range(max(0, end - longest), end):
            word = text[begin:end]
            one = 0.5 if word in own else LONE_CHARACTER if end - begin == 1 else costs.get(word, inf)
            if best[begin] + one < cost:
                cost, start = best[begin] + one, begin
        best.append(cost)
        before.append(start)
    borders, at = set(), len(text)
    while at:
        at = before[at]
        borders.add(at)
    inside = {at for run in _WESTERN.finditer(text) for at in range(run.start() + 1, run.end())}
    return frozenset(borders - inside - {0})

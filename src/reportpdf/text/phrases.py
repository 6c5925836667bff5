"""Where a head may be broken without hurting its sense: borders of phrases, as costs.

In: the words of a head. Out: the cost of breaking at each offset. Order of trust: the author's own newline
(the caller sees to it), then punctuation, then words by the lexicon, then BudouX. BudouX errs on names and
offices (交警|支|队), so it makes a border cheaper and never makes one.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from reportpdf.text.classes import is_han
from reportpdf.text.held import HAN_DIGITS, TRANSLITERATED
from reportpdf.text.news_words import ADVERBS, COMPANIES, DETERMINERS, HEADS_OF_COMPOUNDS, SURNAMES, VERBS
from reportpdf.text.words import word_borders

if TYPE_CHECKING:
    from budoux import Parser

AFTER_PAUSE = 0.0
"""After ， 。 ： ； ！ ？ or a space: the author paused here."""

BEFORE_DASH = -0.6
"""Before ——, with which a second line may begin: what follows explains what came before."""

AFTER_CLOSING = 0.35
AFTER_QUOTE = 1.8
BEFORE_OPENING = 0.6
"""Beside a pair of marks: a border of sense, weaker than a pause. A quotation may tell of what kind the
next word is (“五一”假期)."""

AFTER_LISTED = 0.8
"""After 、: a list is torn, but between its members."""

PHRASE = 0.9
"""Between two words, where BudouX too sees a phrase end."""

WORD = 1.4
"""Between two words of what may be one phrase."""

INSIDE_WORD = 4.0
"""Inside a word: only when nothing else is left."""

LONE = 0.7
"""Added for a word of one character beside the border: such a word leans on its neighbour."""

BAD_START = 2.5
"""Added before a particle that belongs to what came before (的, 了, 等)."""

BAD_END = 2.5
"""Added after a word that wants what follows (和, 在, 把, 不)."""

BEGINS = -0.3
"""Added before a verb, an adverb, a preposition: something new is said."""

AFTER_VERB = 0.4
"""Added after a verb: its object follows."""

AFTER_ADVERB = 2.4
"""Added after an adverb, a word that says which one is meant, a verb whose amount follows."""

COMPOUND = 0.5
"""Added before a word that closes a compound (工作, 体系, 有限公司)."""

DANGLING = 1.8
"""Added where a pause stands so near that a scrap of its clause is parted from the rest."""

SCRAP = 4
SHORT_SCRAP = 2
"""Characters of such a scrap, at the most: after a pause or before one, after ——."""

NUMERALS = frozenset("0123456789" + HAN_DIGITS)
_PAUSES = "，。：；！？,:;!? \u3000|"
_OPENINGS = "“‘（《〈【「『"
_QUOTES = "”’"
_CLOSINGS = "”’）》〉】」』"
LEANS_BACK = frozenset("的地得了着过们等所吗吧呢者性化率式型家员") | COMPANIES
"""May not begin a line: particles and endings. [choice]"""

LEANS_ON = frozenset("和与及或并暨在把被对向从自至到以将由于为给让使用据按经不未无没很再又才只")
"""May not end a line, and may well begin one: words that lead to the next. [choice]"""


def break_costs(words: str, house: tuple[str, ...] = ()) -> dict[int, float]:
    """Offset to the cost of a break before that character, for every offset inside the words.

    ``house`` are words that are not to be divided whatever the lexicon says.
    """
    return dict(_break_costs(words, house))


_COMPOUNDS = tuple(sorted(word for word in HEADS_OF_COMPOUNDS if len(word) > 1))


@lru_cache(maxsize=512)
def _break_costs(words: str, house: tuple[str, ...]) -> tuple[tuple[int, float], ...]:
    marks = mark_costs(words)
    borders = word_borders(words, house)
    borders -= _inside_names(words, borders)
    phrases = phrase_borders(words)
    costs = dict.fromkeys(range(1, len(words)), INSIDE_WORD)
    edges = (0, *sorted(borders), len(words))
    for start, at, end in zip(edges, edges[1:], edges[2:], strict=False):
        costs[at] = _word_cost(words[start:at], words[at:end], PHRASE if at in phrases else WORD)
    return tuple(
        (at, marks[at] if at in marks else cost + _dangling(words, at)) for at, cost in costs.items()
    )


def mark_costs(words: str) -> dict[int, float]:
    """The costs of the borders that marks make; no other offset is named.

    They often are enough, and then neither lexicon nor BudouX is read: both take longer to load than a
    page to set.
    """
    costs: dict[int, float] = {}
    for at in range(1, len(words)):
        left, right = words[at - 1], words[at]
        if left in _PAUSES:
            costs[at] = AFTER_PAUSE
        elif left == "、":
            costs[at] = AFTER_LISTED
        elif right == "—" and left != "—":
            costs[at] = BEFORE_DASH
        elif left in _CLOSINGS and right not in _CLOSINGS:
            quoted = left in _QUOTES and words.startswith(_COMPOUNDS, at)
            costs[at] = (AFTER_QUOTE if quoted else AFTER_CLOSING) + (
                BAD_START if right in LEANS_BACK else 0.0
            )
        elif right in _OPENINGS and left not in _OPENINGS:
            costs[at] = BEFORE_OPENING + (BAD_END if left in LEANS_ON else 0.0)
    return costs


def _word_cost(left: str, right: str, border: float) -> float:
    """The cost of a break between two words; ``border`` is that of the border itself."""
    lone = (_leans(left) and left not in "的了") or (_leans(right) and right not in LEANS_ON | VERBS)
    return border + (LONE if lone else 0.0) + _edge_cost(left, right)


def _leans(word: str) -> bool:
    """Whether a word is one Han character."""
    return len(word) == 1 and is_han(word)


def _edge_cost(left: str, right: str) -> float:
    """What the words on either side of a break add: the last of one line, the first of the next."""
    cost = 0.0
    if left in LEANS_ON:
        cost += BAD_END
    elif left in ADVERBS or left in DETERMINERS or (left in VERBS and right[0] in NUMERALS):
        cost += AFTER_ADVERB
    elif left in VERBS:
        cost += AFTER_VERB
    if right in LEANS_BACK:
        cost += BAD_START
    elif right in LEANS_ON or right in VERBS or right in ADVERBS:
        cost += BEGINS
    elif right in HEADS_OF_COMPOUNDS:
        cost += COMPOUND
    return cost


def _inside_names(words: str, borders: frozenset[int]) -> frozenset[int]:
    """Offsets inside what is probably a name the lexicon does not know.

    Such a name falls into single characters: two or three that begin with a surname, or three and more that
    foreign names are written with.
    """
    edges = (0, *sorted(borders), len(words))
    lone = [a for a, b in pairwise(edges) if b - a == 1 and is_han(words[a])]
    alone = frozenset(lone)
    found: set[int] = set()
    for at in lone:
        if words[at] in SURNAMES:
            found.update(takewhile(alone.__contains__, range(at + 1, at + 3)))
        foreign = list(takewhile(lambda i: i in alone and words[i] in TRANSLITERATED, range(at, len(words))))
        if len(foreign) > 2:
            found.update(foreign[1:])
    return frozenset(found)


def _dangling(words: str, at: int) -> float:
    """What a break near a pause costs, on either side of it."""
    near = (words[max(0, at - SCRAP - 1) : at], words[at : at + SCRAP + 1])
    cost = sum(DANGLING for side in near if any(character in _PAUSES for character in side))
    return cost + (DANGLING if "—" in words[max(0, at - SHORT_SCRAP - 1) : at] else 0.0)


@lru_cache(maxsize=512)
def phrase_borders(words: str) -> frozenset[int]:
    """Offsets at which BudouX ends a phrase."""
    borders, at = set(), 0
    for phrase in _parser().parse(words):
        at += len(phrase)
        borders.add(at)
    return frozenset(borders)


@cache
def _parser() -> Parser:
    import budoux  # a model of 60 kB: loaded only when a head has to be broken between words

    return budoux.load_default_simplified_chinese_parser()

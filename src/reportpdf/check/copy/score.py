"""The error score of an issue: errors in ten thousand characters, each with the clause that weighs it.

Comes in: the report, what the rules found in it, and how much the page holds, if that is known. Goes out: a
:class:`Score` with its sum shown item by item. Source: 报纸编校差错率计算方法, annex to 报纸期刊质量管理规定
(国新出发〔2020〕10号); a paper passes at 3 in 10,000 or fewer (art. 5). Read for this: part one, part two, and part
three up to 2 (5). Its clauses on marks, units and forms after that were not to be had; their weights are
this project's choice, after the rule for books (图书编校质量差错率计算方法, 2004), and say so in their rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from reportpdf.check.copy.words import Role, copy_of
from reportpdf.check.finding import Noted
from reportpdf.model.report import Report

PASS = Decimal(3)
"""Errors in 10,000 characters. 报纸期刊质量管理规定 art. 5."""

SAME_ERROR = 3
"""The same error of words counts so many times in an issue. 方法 三.2."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What one place costs; at most ``most`` in an issue, if there is a cap. ``codes`` are the problems."""

    codes: tuple[str, ...]
    each: Decimal
    clause: str
    most: Decimal | None = None
    words: bool = True
    """Whether it is an error of words: the same one counts three times, and double in a headline."""


def _w(codes: str, each: str, clause: str, most: str = "", *, words: bool = True) -> Weight:
    return Weight(tuple(codes.split()), Decimal(each), clause, Decimal(most) if most else None, words)


_BOOKS = "choice: 0.1, after 图书编校质量差错率计算方法 (2004); the paper rule's own clause was not to be had"
WEIGHTS: tuple[Weight, ...] = (
    _w(
        "figure-missing figure-bound figure-direction figure-unit figure-rounded fact-two-values sum-wrong "
        "sum-percent sum-over-all sum-over-whole sum-direction sum-count date-impossible date-weekday date-of-day date-hour date-backward "
        "quote-not-in-text caption-twice copy-phrase",
        "1", "方法 三.2(1): 事实性、知识性、逻辑性、语法性错误，每处计1个差错",
    ),
    _w(
        "copy-wrong-character copy-repeated copy-repeated-phrase copy-particle name-two-ways terms-name terms-preferred",
        "1", "方法 三.2(2): 错字、别字、多字、漏字为1个字的，每处计1个差错",
    ),
    _w("digits-point", "1", "方法 三.2(2): 阿拉伯数字差错，无论几位数，都计1个差错"),
    _w(
        "digits-year-cut digits-range-mark digits-range-unit digits-some digits-between digits-set-word "
        "digits-middle-dot digits-mixed-form digits-over-wan digits-percent-han digits-mixed digits-large "
        "digits-grouped copy-full-width-digit",
        "0.1", "方法 三.2(3): 数字用法不符合国家标准，每处计0.1个差错，一期最多计1个差错", "1", words=False,
    ),
    _w(
        "copy-half-width copy-ellipsis copy-dash copy-marks-doubled copy-mark-first copy-mark-last copy-unstopped "
        "copy-title-stop copy-pause-between copy-et-cetera copy-ordinal copy-unpaired copy-nested copy-full-width-letter",
        "0.1", _BOOKS, words=False,
    ),
    _w("copy-unit", "0.1", _BOOKS, words=False),
)  # fmt: skip
"""Codes that are no errors by the rule (variants of words, advice on captions) have no row and cost nothing."""

DOUBLED = frozenset({Role.TITLE, Role.HEAD})
"""方法 三.1: 报头、报眉、栏头、标题中的文字差错，双倍计数."""

PHOTO_SHARE = Decimal("0.8")
"""方法 二.1: 作品性图片按版面字数的80%计算."""


@dataclass(frozen=True, slots=True)
class Item:
    """One kind of error: how many places, how many of them doubled, what they come to, and by which clause."""

    code: str
    places: int
    doubled: int
    errors: Decimal
    clause: str


@dataclass(frozen=True, slots=True)
class Score:
    """The sum, and the characters that it is over. ``measured``: they are the page's, and not the text's."""

    characters: int
    measured: bool
    items: tuple[Item, ...]
    errors: Decimal

    @property
    def rate(self) -> Decimal:
        """Errors in 10,000 characters, to two places."""
        if not self.characters:
            return Decimal(0)
        return (self.errors * 10_000 / self.characters).quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def passed(self) -> bool:
        """Whether the issue passes; reckoned exactly, not from the rounded rate."""
        return self.errors * 10_000 <= PASS * self.characters


def error_score(
    report: Report, found: Iterable[Noted], *, page_characters: int = 0, photo_characters: int = 0
) -> Score:
    """The score of what was found.

    The rule counts what the page could hold at its usual size (方法 二.1: line length times lines), photos at
    80 %. The layout knows that: ``page_characters`` without the photos, and the characters that ``photo_characters``
    would hold. Without it the characters of the text are counted, which makes the rate higher, never lower.
    """
    copy = copy_of(report)
    text = sum(len("".join(p.words.split())) for p in copy.passages)
    measured = page_characters > 0
    photos = int(PHOTO_SHARE * photo_characters)
    items = _items({id(p.text) for p in copy.of(*DOUBLED)}, found)
    total = sum((item.errors for item in items), Decimal(0))
    return Score((page_characters + photos) if measured else text, measured, items, total)


def _items(headlines: set[int], found: Iterable[Noted]) -> tuple[Item, ...]:
    """What each row of the table comes to. ``headlines``: the ids of texts in which errors count double."""
    by_code: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for noted in found:
        words = dict(noted.problem.args).get("found", "")
        places = [noted.text, *(more.text for more in noted.more)]
        count = dict(noted.problem.args).get("count", "1")
        places += [noted.text] * (int(count) - len(places)) if count.isdigit() else []
        by_code[noted.problem.code] += [(words, id(text) in headlines) for text in places]
    items: list[Item] = []
    for weight in WEIGHTS:
        left = weight.most
        for code in weight.codes:
            if by_code[code]:
                item = _item(code, by_code[code], weight, left)
                left = None if left is None else left - item.errors
                items.append(item)
    return tuple(items)


def _item(code: str, places: list[tuple[str, bool]], weight: Weight, left: Decimal | None) -> Item:
    seen: dict[str, int] = defaultdict(int)
    errors, doubled = Decimal(0), 0
    # headlines first: of an error that counts three times the dear ones count
    for words, headline in sorted(places, key=lambda place: not place[1]):
        seen[words] += 1
        if weight.words and seen[words] > SAME_ERROR:
            continue
        twice = weight.words and headline
        doubled += twice
        errors += weight.each * (2 if twice else 1)
    capped = errors if left is None else min(errors, max(left, Decimal(0)))
    return Item(code, len(places), doubled, capped, weight.clause)

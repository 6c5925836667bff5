"""A head's lines for the room there is: in as few as will do, without hurting what a line could hold.

In: parts of a title, a style, a size, a width. Out: the words of each line. The search itself is
:mod:`reportpdf.text.heads`; here it is asked for one number of lines after another.
"""

from __future__ import annotations

from math import ceil, inf

from reportpdf.model.report import Text
from reportpdf.text.findings import Forced
from reportpdf.text.heads import Breaks, Head, best_breaks, head_of
from reportpdf.text.phrases import break_costs, mark_costs
from reportpdf.text.setter import Setter
from reportpdf.theme.style import TextStyle

BAD = 4.0
"""Breaks that cost so much divide a word."""

MANY = 10_000
"""Lines, where there is no limit to them."""

ONE_LINE_MORE = 1.0
"""What another line of a section's title must save to be worth its height [choice]."""

GOOD_ENOUGH = 1.0
"""Breaks at marks alone that cost no more are taken, and neither lexicon nor BudouX is read."""

UNHURT = 4
"""So many lines more than the fewest are tried to keep a number, a name or a pair of marks whole."""


def new_head(
    setter: Setter, words: str, style: TextStyle, widest: float = inf, *, vertical: bool = False
) -> Head:
    """The words ready to be broken; no Western word is wider than ``widest`` em."""
    own = setter.vertical if vertical else setter
    paragraph = own.paragraph(words, style, setter.choices.autospace, widest=widest)
    heads = setter.choices.heads
    return head_of(words, paragraph, tracking=style.tracking, drops=heads.drop_marks, house=heads.words)


def break_head(
    setter: Setter, head: Head, count: int, *, room: float = inf, holds: float | None = None
) -> Breaks | None:
    """The best breaks of a head into so many lines; words are looked up only if marks are not enough."""
    heads = setter.choices.heads
    found = best_breaks(head, mark_costs(head.words), count, room=room, holds=holds, shape=heads.shape)
    if found is not None and found.cost <= GOOD_ENOUGH:
        return found
    costs = break_costs(head.words, heads.words)
    return best_breaks(head, costs, count, room=room, holds=holds, shape=heads.shape)


def wrap_parts(
    setter: Setter,
    parts: tuple[str, ...],
    style: TextStyle,
    size: float,
    width: float,
    source: Text | None,
    most: int = MANY,
) -> tuple[tuple[str, ...], float]:
    """Each part in as few balanced lines as fit the width, and what the worst of them cost.

    Halves of equal length are broken alike.
    """
    room = width / size
    heads = [new_head(setter, part, style) for part in parts]
    alike = _parallel(setter, heads, room)
    if alike is not None:
        return alike, 0.0
    lines: list[str] = []
    worst = 0.0
    for part, head in zip(parts, heads, strict=True):
        if head.whole <= room + 1e-6:
            lines.append(part)
            continue
        found = _wrapped(setter, head, room, most + 1 - len(parts))
        lines += found.words(head) if found else _forced(setter, part, style, room, source)
        worst = max(worst, found.cost if found else BAD)
    return tuple(lines), worst


def wrapped(setter: Setter, part: str, style: TextStyle, size: float, width: float) -> list[str]:
    """The words in as few balanced lines as fit the width; for words that stand in full elsewhere."""
    return list(wrap_parts(setter, (part,), style, size, width, None)[0])


def _parallel(setter: Setter, heads: list[Head], room: float) -> tuple[str, ...] | None:
    """Two halves of as many characters broken at the same place, where that hurts neither; else None."""
    if len(heads) != 2 or len({len(h.words.rstrip("，,")) for h in heads}) > 1:
        return None
    first, second = heads
    if max(first.whole, second.whole) <= room or max(first.whole, second.whole) > 2 * room:
        return None
    costs = [break_costs(h.words, setter.choices.heads.words) for h in heads]
    both = {at: costs[0][at] + costs[1][at] for at in costs[0] if at in costs[1]}
    found = best_breaks(first, both, 2, room=room, shape=setter.choices.heads.shape)
    if found is None or found.hurts:
        return None
    cut = first.offsets[found.ranges[0][1]]
    other = best_breaks(second, {cut: costs[1][cut]}, 2, room=room)
    if other is None or other.hurts:
        return None
    return (*found.words(first), *other.words(second))


def _wrapped(setter: Setter, head: Head, room: float, most: int) -> Breaks | None:
    """The head in as few lines as break nothing that a line could hold; else in as few as there are.

    One line more is taken where it saves a bad break and there may be so many.
    """
    fewest = max(2, ceil(head.whole / room - 1e-6))
    found: Breaks | None = None
    for count in range(fewest, fewest + UNHURT):
        more = break_head(setter, head, count, room=room)
        if more is None:
            continue
        if found is None or (more.cost + ONE_LINE_MORE < found.cost and (found.hurts or count <= most)):
            found = more
        elif not found.hurts:
            break
    return found


def _forced(setter: Setter, words: str, style: TextStyle, room: float, source: Text | None) -> list[str]:
    """Lines of a head with a word wider than the line, filled one by one; that it was so is told."""
    head = new_head(setter, words, style, widest=max(1.0, room - 1.0))
    if source is not None:
        setter.findings.forced[source, 0] = Forced(source, 0)
    legal, count = head.paragraph.breaks, len(head.paragraph.clusters)
    lines: list[str] = []
    start = 0
    while start < count:
        fits = start + 1
        while fits < count and head.width(start, fits + 1) <= room:
            fits += 1
        ends = [i for i in range(fits, start, -1) if i == count or legal[i] is not None]
        end = ends[0] if ends else fits
        lines.append(head.words[head.offsets[start] : head.offsets[end]])
        start = end
    return lines

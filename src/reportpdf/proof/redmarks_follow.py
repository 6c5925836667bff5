"""Where each text of an earlier round stands in a later one.

Comes in: the texts of two rounds by path. Goes out: a path of the later for each of the earlier that is still
there. A callout and a photo are followed by what they say, wherever they went; one that says nothing of what
it said is taken to be the one in its old position, as long as nobody else claims that; a section is followed
by what it holds.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from reportpdf.proof.set_words import Source

ALIKE = 0.4
"""Of the pairs of neighbouring characters so many are shared by two versions of one text: chosen so that a
callout of which every third character changed is still known, and two callouts on one subject are not taken
for each other."""

_UNIT = re.compile(r"(sections\[(\d+)\]\.(callouts|photos)\[\d+\])(.*)", re.DOTALL)
_SECTION = re.compile(r"sections\[(\d+)\]")


def follow(earlier: Mapping[str, Source], later: Mapping[str, Source]) -> dict[str, str]:
    """For each path of ``earlier`` that is still there its path in ``later``."""
    before, after = _units(earlier), _units(later)
    pairs = _matched(before, after)
    sections = _sections(pairs)
    _in_position(before, after, pairs, sections)
    found: dict[str, str] = {}
    for path in earlier:
        there = _followed(path, pairs, sections)
        if there in later:
            found[path] = there
    return found


def _followed(path: str, pairs: Mapping[str, str], sections: Mapping[str, str]) -> str:
    unit = _UNIT.fullmatch(path)
    if unit:
        return pairs[unit[1]] + unit[4] if unit[1] in pairs else ""
    section = _SECTION.match(path)
    if section:
        return f"sections[{sections.get(section[1], section[1])}]" + path[section.end() :]
    return path


def _units(sources: Mapping[str, Source]) -> dict[str, str]:
    """What each callout and photo says, by its path."""
    units: dict[str, str] = defaultdict(str)
    for path, source in sources.items():
        if unit := _UNIT.fullmatch(path):
            units[unit[1]] += "\n" + source.words
    return dict(units)


def _matched(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Pairs that say the same, in position first; then the likest pairs."""
    pairs = {path: path for path, words in before.items() if after.get(path) == words}
    taken = set(pairs.values())
    same: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, words in after.items():
        if path not in taken:
            same[_kind(path), words].append(path)
    for path, words in before.items():
        if path not in pairs and same[_kind(path), words]:
            pairs[path] = same[_kind(path), words].pop(0)
    taken = set(pairs.values())
    olds = {path: _neighbours(words) for path, words in before.items() if path not in pairs}
    news = {path: _neighbours(words) for path, words in after.items() if path not in taken}
    likes = sorted(
        (
            (_alike(a, b), old == new, old, new)
            for old, a in olds.items()
            for new, b in news.items()
            if _kind(old) == _kind(new)
        ),
        key=lambda one: (-one[0], not one[1], one[2], one[3]),
    )
    for alike, _, old, new in likes:
        if alike >= ALIKE and old not in pairs and new not in taken:
            pairs[old] = new
            taken.add(new)
    return pairs


def _sections(pairs: Mapping[str, str]) -> dict[str, str]:
    """For each section that in which most of what it held is now."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for old, new in pairs.items():
        votes[_number(old)][_number(new)] += 1
    return {section: held.most_common(1)[0][0] for section, held in votes.items()}


def _in_position(
    before: Mapping[str, str], after: Mapping[str, str], pairs: dict[str, str], sections: Mapping[str, str]
) -> None:
    """What was rewritten from end to end stands in its old position, if there are as many as before."""
    taken = set(pairs.values())
    counts = Counter(map(_family, before)), Counter(map(_family, after))
    for old in before:
        if old in pairs:
            continue
        number = sections.get(_number(old), _number(old))
        new = _SECTION.sub(f"sections[{number}]", old, count=1)
        if new in after and new not in taken and counts[0][_family(old)] == counts[1][_family(new)]:
            pairs[old] = new
            taken.add(new)


def _neighbours(words: str) -> Counter[str]:
    plain = "".join(words.split())
    return Counter(plain[i : i + 2] for i in range(max(len(plain) - 1, 1)))


def _alike(a: Counter[str], b: Counter[str]) -> float:
    """Dice's coefficient of two texts' pairs of characters."""
    both = _total(a) + _total(b)
    return 2 * _total(a & b) / both if both else 0.0


def _total(counted: Mapping[str, int]) -> int:
    values: Iterable[int] = counted.values()
    return sum(values)


def _kind(path: str) -> str:
    return "callouts" if ".callouts[" in path else "photos"


def _number(path: str) -> str:
    found = _SECTION.match(path)
    return found[1] if found else ""


def _family(path: str) -> str:
    return path.rpartition("[")[0]

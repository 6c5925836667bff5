"""Line breaks of scripts other than Chinese: Korean, Thai, Hebrew, emoji, the signs of Western text.

In: a paragraph, its clusters and the junctions that Chinese rules give. Out: the junctions with breaks as
UAX #14 has them wherever no Chinese mark takes part; what Chinese rules bar stays barred. Plain Chinese and
English never comes here: its breaks are the table's of ``junctions``. The algorithm is uniseg's, whose
tables are read only when a text asks for them. Source: UAX #14 revision 53, LB1-LB31.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportpdf.text.classes import NOT_AT_END, NOT_AT_START
from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.junctions import Junction
from reportpdf.theme.records import Kinsoku

_BEYOND = re.compile(
    "[^ -~\u00a0\u00ad¥£§°±·×÷\u200b\u200c\u2060\ufeff–—‘’“”…‰′″€№℃℉①-⓿─━■□▲△◆◇○●★☆"
    "\u2e80-\u2fdf\u3000-\u30ff\u3220-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe00-\ufe0f\uff01-\uff9f"
    "￠-￦\U00020000-\U0003ffff\U000e0100-\U000e01ef]"
)
"""Anything that Chinese text as newspapers set it does not have."""

_CHINESE = frozenset(
    {
        Kind.OPENING,
        Kind.CLOSING,
        Kind.PAUSE,
        Kind.STOP,
        Kind.INTERPUNCT,
        Kind.CONNECTOR,
        Kind.SEPARATOR,
        Kind.DASH,
        Kind.ELLIPSIS,
        Kind.ITERATION,
        Kind.SMALL_KANA,
    }
)
"""Marks for which Chinese departs from UAX #14 or has levels of its own."""


def asks_for_unicode(text: str) -> bool:
    """Whether the text holds anything whose breaks are not in the tables for Chinese."""
    return _BEYOND.search(text) is not None


def with_unicode_breaks(
    text: str, clusters: Sequence[Cluster], junctions: Sequence[Junction], level: Kinsoku
) -> list[Junction]:
    """The junctions between the clusters of ``text`` with breaks by UAX #14 where Chinese has no rule."""
    from uniseg.linebreak import line_break_boundaries

    allowed = frozenset(line_break_boundaries(text))
    starts = list(starts_of(text, clusters))
    made: list[Junction] = []
    before = Kind.HAN
    for i, junction in enumerate(junctions):
        a, b = clusters[i], clusters[i + 1]
        before = a.kind if a.kind is not Kind.SPACE else before
        ours = (before is b.kind is Kind.HAN) or _CHINESE & {before, b.kind} or a.control
        if not ours:
            barred = before in NOT_AT_END[level] or b.kind in NOT_AT_START[level] or b.kind is Kind.SPACE
            free = starts[i + 1] in allowed and not barred
            made.append(junction._replace(cost=(junction.cost or 0.0) if free else None))
        else:
            made.append(junction)
    return made


def starts_of(text: str, clusters: Sequence[Cluster]) -> Iterator[int]:
    """The offset of each cluster; spaces that were dropped and what prints nothing lie between."""
    at = 0
    for cluster in clusters:
        own = cluster.text.replace("\ufe00", "")
        at = max(at, text.find(own, at))
        yield at
        at += len(own)

"""Where an address of the web is broken that no line can hold: after its slashes and its question mark.

In: a paragraph, its clusters and junctions. Out: the junctions with those breaks, at a price. A slash of
Chinese text is barred from both ends of a line (GB/T 15834-2011 5.1.9); in an address it is no separator,
and UAX #14 (SY, EX) lets a line begin after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportpdf.text.cluster import Cluster
from reportpdf.text.costs import SOFT_HYPHEN
from reportpdf.text.junctions import Junction
from reportpdf.text.uax14 import starts_of

_ADDRESS = re.compile(r"(?:[a-z]+://|\bwww\.)[!-~]+")
_AFTER = frozenset("/?")
ADDRESS = SOFT_HYPHEN
"""What a break inside an address costs [choice]: as much as one where an author put a soft hyphen."""


def holds_address(text: str) -> bool:
    """Whether there is an address in the text, told at the price of one search for most."""
    return ("://" in text or "www." in text) and _ADDRESS.search(text) is not None


def with_address_breaks(
    text: str, clusters: Sequence[Cluster], junctions: Sequence[Junction]
) -> list[Junction]:
    """The junctions with breaks after the slashes of every address, but between two and at its end."""
    inside = {i for m in _ADDRESS.finditer(text) for i in range(m.start(), m.end() - 1)}
    starts = list(starts_of(text, clusters))
    made: list[Junction] = []
    for i, junction in enumerate(junctions):
        a, b = clusters[i], clusters[i + 1]
        opens = starts[i] in inside and a.text in _AFTER and b.text not in _AFTER
        made.append(junction._replace(cost=ADDRESS) if opens else junction)
    return made

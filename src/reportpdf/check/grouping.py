"""The same fault many times on one page is one finding with many spots.

Comes in: findings in their order. Goes out: the same, those about no words of the report gathered by code,
place and page where there are more than a few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from reportpdf.base.problem import Place
from reportpdf.check.finding import Finding

FEW = 3
"""So many of a code on a page are told one by one, each with its own measure."""

MOST_SPOTS = 60
"""Spots of one finding that are kept: more would hide the page."""


_Kind = tuple[str, Place | None, int]
"""A code, a place in the source, a page."""


def grouped(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, none of a kind more than a few times a page."""
    kinds: dict[_Kind, list[Finding]] = defaultdict(list)
    order: list[Finding | _Kind] = []
    for finding in findings:
        if finding.noted.text is not None or not finding.spots:
            order.append(finding)
            continue
        problem = finding.noted.problem
        key = problem.code, problem.place, finding.spots[0].page
        if key not in kinds:
            order.append(key)
        kinds[key].append(finding)
    found: list[Finding] = []
    for one in order:
        found += [one] if isinstance(one, Finding) else _gathered(kinds[one])
    return tuple(found)


def _gathered(alike: list[Finding]) -> list[Finding]:
    if len(alike) <= FEW:
        return alike
    spots = tuple(spot for finding in alike for spot in finding.spots)
    return [replace(alike[0], spots=spots[:MOST_SPOTS])]

"""Exactly so many pages, over pieces made by hand: every piece once and in order, no page over or short."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.layout.exact import (
    FULL_U,
    SHORT_END,
    STRAYING,
    STRICT,
    Division,
    Limits,
    Rooms,
    divide,
    heights,
)
from reportpdf.layout.grid import Q
from reportpdf.layout.paginate import PagePlan, Sum
from reportpdf.layout.pieces import PieceKind
from tests.layout.test_paginate import FULL, Chain

SECTIONS = st.lists(
    st.builds(lambda rows: [6.0, 6.0, *rows], st.lists(st.integers(5, 30).map(float), max_size=5)),
    min_size=1,
    max_size=5,
)


def rooms(count: int, first: int = FULL) -> Rooms:
    return Rooms(count, first, FULL)


def reach(page: PagePlan) -> tuple[int, int]:
    """(least, greatest) height of a page within its bounds."""
    total = Sum()
    for i, piece in enumerate(page.pieces):
        total = total.plus(piece, i == 0 or page.pieces[i - 1].kind is PieceKind.CONTINUED)
    return total.natural - total.down, total.natural + total.up


def springy(*sections: list[float]) -> Chain:
    """Rows that may be three steps higher or two lower."""
    chain = Chain(*sections)
    chain._sections = [
        [
            replace(p, most=p.natural + 3 * Q, least=p.natural - 2 * Q) if i > 1 else p
            for i, p in enumerate(own)
        ]
        for own in chain._sections
    ]
    return chain


def order(chain: Chain, division: Division) -> None:
    """Every piece stands once and in its order."""
    set_ = [
        (p.plan.index, p.kind, p.first)
        for page in division.pages
        for p in page.pieces
        if p.kind is not PieceKind.CONTINUED
    ]
    assert set_ == [(p.plan.index, p.kind, p.first) for pieces in chain._sections for p in pieces]


@given(SECTIONS, st.integers(1, 7), st.sampled_from([STRICT, SHORT_END]))
def test_what_is_divided_fills_its_pages(sections: list[list[float]], count: int, limits: Limits) -> None:
    chain = springy(*sections)
    division = divide(chain, rooms(count), limits)
    if division is None:
        return
    assert len(division.pages) == count
    assert set(division.strays) == {0}
    order(chain, division)
    for page in division.pages:
        least, most = reach(page)
        assert least <= page.room
        wanted = page.room * (limits.last if page.last else 1) - FULL_U * Q
        assert most >= wanted
        assert page.pieces[-1].kind is not PieceKind.HEAD


@given(SECTIONS, st.integers(1, 7))
def test_wider_limits_reach_all_that_narrower_ones_do(sections: list[list[float]], count: int) -> None:
    chain = springy(*sections)
    strict, short_end, straying = (
        divide(chain, rooms(count), limits) is not None for limits in (STRICT, SHORT_END, STRAYING)
    )
    assert strict <= short_end
    assert strict <= straying


@given(SECTIONS, st.integers(1, 7))
def test_strays_are_what_the_pages_miss(sections: list[list[float]], count: int) -> None:
    chain = springy(*sections)
    division = divide(chain, rooms(count), STRAYING)
    if division is None:
        return
    order(chain, division)
    for page, stray in zip(division.pages, division.strays, strict=True):
        least, most = reach(page)
        over, short = max(0, least - page.room), max(0, page.room - FULL_U * Q - most)
        assert abs(stray) == ceil((over or short) / Q)
        assert (stray > 0) == (over > 0)
        assert (stray < 0) == (short > 0 and not over)


def test_a_page_more_than_the_pieces_fill_is_refused() -> None:
    chain = Chain([6, 6, 17, 17], [6, 6, 17, 17])
    assert divide(chain, rooms(2)) is not None
    assert divide(chain, rooms(1)) is None
    assert divide(chain, rooms(3)) is None
    assert divide(chain, rooms(0)) is None


def test_a_first_page_may_be_shorter() -> None:
    chain = Chain([6, 6, 12], [6, 6, 17, 17])
    division = divide(chain, rooms(2, 26 * Q))
    assert division is not None
    assert [page.room for page in division.pages] == [26 * Q, FULL]


def test_only_the_last_page_is_the_last_and_filled_to_its_foot() -> None:
    division = divide(Chain([6, 6, 17, 17], [6, 6, 17, 17]), rooms(2))
    assert division is not None
    assert [(page.last, page.full, page.bounded) for page in division.pages] == [
        (False, False, True),
        (True, True, True),
    ]


@pytest.mark.parametrize("most", [False, True])
def test_heights_are_those_of_the_pieces(most: bool) -> None:
    chain = springy([6, 6, 10, 10], [6, 6])
    assert heights(chain, most=most) == ((42, 14) if most else (31, 13))  # the helper lets leads open a step

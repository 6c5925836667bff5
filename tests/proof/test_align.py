"""What belongs together is worth most together; what kept its order is as much as can be."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.proof.align import best_pairs, in_order, moved
from reportpdf.proof.stream_diff import changed_ranges, moved_runs

WORTH = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 9), min_size=columns, max_size=columns), min_size=1, max_size=5
    )
)


@given(WORTH)
def test_pairs_are_worth_most_together(worth: list[list[int]]) -> None:
    pairs = best_pairs(worth)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    rows, columns = len(worth), len(worth[0])
    small, large = (rows, columns) if rows <= columns else (columns, rows)

    def at(i: int, j: int) -> int:
        return worth[i][j] if rows <= columns else worth[j][i]

    best = max(sum(at(i, j) for i, j in enumerate(way)) for way in permutations(range(large), small))
    assert sum(worth[i][j] for i, j in pairs) == best


@given(st.permutations(range(8)))
def test_what_kept_its_order_rises_and_is_the_most(order: list[int]) -> None:
    kept = sorted(in_order(order))
    values = [order[i] for i in kept]
    assert values == sorted(values)
    lengths = [1] * len(order)
    for i, value in enumerate(order):
        lengths[i] += max((lengths[k] for k in range(i) if order[k] < value), default=0)
    assert len(kept) == max(lengths)


MOVES = (
    ([0, 1, 2], set(), {}),
    ([1, 0, 2], {0, 1}, {0: 1, 1: 0}),
    ([3, 1, 2, 0], {0, 3}, {0: 3, 3: 0}),
    ([1, 2, 3, 0], {3}, {}),
    ([3, 0, 1, 2], {0}, {}),
    ([1, 0, 3, 2], {0, 1, 2, 3}, {0: 1, 1: 0, 2: 3, 3: 2}),
    ([5, 2, 9], {0, 1}, {0: 1, 1: 0}),
)


@pytest.mark.parametrize(("order", "shifted", "swaps"), MOVES)
def test_a_swap_is_the_two_and_a_move_is_the_one(
    order: list[int], shifted: set[int], swaps: dict[int, int]
) -> None:
    assert moved(order) == (shifted, swaps)


ROW = st.lists(st.sampled_from("甲乙丙丁"), max_size=60)


@given(ROW, ROW)
def test_ranges_make_the_new_row_of_the_old(old: list[str], new: list[str]) -> None:
    made, i, j = list[str](), 0, 0
    for a, b, c, d in changed_ranges(old, new):
        assert old[i:a] == new[j:c]
        made += [*old[i:a], *new[c:d]]
        i, j = b, d
    assert [*made, *old[i:]] == new


def test_long_rows_are_cut_at_what_occurs_once() -> None:
    old = [f"{i}" if i % 7 else "的" for i in range(5000)]
    new = [*old[:1000], "新", *old[1000:3000], *old[3010:]]
    assert changed_ranges(old, new) == [(1000, 1000, 1000, 1001), (3000, 3010, 3001, 3001)]


def test_what_stands_elsewhere_moved() -> None:
    old = [f"{i}" for i in range(100)]
    new = [*old[:10], *old[40:], *old[10:40]]
    (run,) = moved_runs(old, new, changed_ranges(old, new))
    assert run == (10, 70, 30)

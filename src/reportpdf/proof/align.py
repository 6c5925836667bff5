"""Which of two rows belong together, and which of them changed their order.

Pure mathematics: an assignment of greatest worth (shortest augmenting paths, Jonker and Volgenant 1987), the
longest row that kept its order (patience), and exchanges of two. Rows are short: sections, callouts, photos.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import inf


def best_pairs(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column) whose worth is greatest together; what is worth nothing is not paired."""
    if not worth or not worth[0]:
        return []
    rows, columns = len(worth), len(worth[0])
    if rows > columns:
        turned = [[worth[i][j] for i in range(rows)] for j in range(columns)]
        return sorted((i, j) for j, i in best_pairs(turned))
    found = _assigned([[-value for value in row] for row in worth], columns)
    return [(i, j) for i, j in found if worth[i][j] > 0]


def _assigned(cost: list[list[float]], columns: int) -> list[tuple[int, int]]:
    """A column for each row at least cost; there are no fewer columns than rows."""
    row_price, column_price = [0.0] * (len(cost) + 1), [0.0] * (columns + 1)
    owner, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, len(cost) + 1):
        owner[0], at = row, 0
        least, seen = [inf] * (columns + 1), [False] * (columns + 1)
        while owner[at]:
            seen[at] = True
            here, step, following = owner[at], inf, 0
            for j in range(1, columns + 1):
                if seen[j]:
                    continue
                reduced = cost[here - 1][j - 1] - row_price[here] - column_price[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, at
                if least[j] < step:
                    step, following = least[j], j
            for j in range(columns + 1):
                if seen[j]:
                    row_price[owner[j]] += step
                    column_price[j] -= step
                else:
                    least[j] -= step
            at = following
        while at:
            owner[at] = owner[way[at]]
            at = way[at]
    return sorted((owner[j] - 1, j - 1) for j in range(1, columns + 1) if owner[j])


def in_order(values: Sequence[int]) -> set[int]:
    """Positions of a longest rising row among the values: what kept its order, if the rest was moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for i, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            ends.append(i)
        else:
            tails[at], ends[at] = value, i
    kept, at = set[int](), ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def moved(order: Sequence[int]) -> tuple[set[int], dict[int, int]]:
    """Positions that were moved, and for those that changed places with another, with which.

    ``order`` holds at each position the rank it had before. Exchanges tell it where they are not more than
    the moves would be; otherwise the fewest moves that make the order.
    """
    ranks = {value: i for i, value in enumerate(sorted(order))}
    now = [ranks[value] for value in order]
    away = {i for i, value in enumerate(now) if value != i}
    singles = set(range(len(now))) - in_order(now)
    if away and all(now[now[i]] == i for i in away) and len(away) // 2 <= len(singles):
        return away, {i: now[i] for i in away}
    return singles, {}

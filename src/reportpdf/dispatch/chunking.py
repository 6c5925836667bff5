"""How many items go to a process at one time.

Comes in: how long items took. Goes out: a number. So many that sending them costs little beside the work,
and so few that no process has a long last chunk while the others are idle.
"""

from __future__ import annotations

_WORTH = 0.02
"""Seconds of work in a chunk: sending one takes less than a hundredth of that."""

_MOST = 256
_GROWTH = 8
"""A chunk is at most so many times as long as those before it: the first items may be short by chance."""

_SHARES = 4
"""Where the number of items is known, no chunk is more than this part of a process's share of the rest."""


class Chunking:
    """The size of the next chunk; ``total`` is the number of items, 0 where nobody knows it."""

    def __init__(self, workers: int, total: int) -> None:
        self._workers = workers
        self._left = total
        self._counted = total > 0
        self._seconds = 0.0
        self._largest = 1

    def learn(self, count: int, seconds: float) -> None:
        """A chunk of ``count`` items took so long."""
        each = seconds / max(count, 1)
        self._seconds = each if not self._seconds else (3 * self._seconds + each) / 4

    def take(self) -> int:
        """Items for the next chunk."""
        if not self._seconds:
            size = 1
        else:
            size = max(1, min(int(_WORTH / self._seconds), _MOST, self._largest * _GROWTH))
        if self._counted:
            size = max(1, min(size, self._left // (self._workers * _SHARES)))
        self._largest = max(self._largest, size)
        self._left -= size
        return size

"""A code that was misheard, mistyped or half torn off, held against one that there is.

Comes in: characters of the alphabet, ``?`` for one that cannot be read. Goes out: whether they can be that
code. Two wrong characters among sixteen leave one chance in 10^15 that a code of a ledger of ten
thousand is meant by mistake; five characters in a row one in three hundred.
"""

from __future__ import annotations

from reportpdf.dispatch.codes import LENGTH

LEAST_PART = 5
"""Characters in a row that lead anywhere."""

_WRONG = 2


def nearness(typed: str, code: str) -> bool:
    """Whether what was typed can be ``code``."""
    if len(typed) == LENGTH:
        wrong = sum(a not in (b, "?") for a, b in zip(typed, code, strict=True))
        read = LENGTH - typed.count("?")
        return (wrong <= _WRONG and read >= LEAST_PART + 3 * wrong) or _exchanged(typed, code)
    if len(typed) in (LENGTH - 1, LENGTH + 1):
        longer, shorter = sorted((typed, code), key=len, reverse=True)
        if any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
            return True
    if len(typed) - typed.count("?") < LEAST_PART:
        return False
    return any(
        all(a in (b, "?") for a, b in zip(typed, code[start:], strict=False))
        for start in range(LENGTH - len(typed) + 1)
    )


def _exchanged(typed: str, code: str) -> bool:
    """Whether two neighbours changed places."""
    return any(typed[:i] + typed[i + 1] + typed[i] + typed[i + 2 :] == code for i in range(len(typed) - 1))

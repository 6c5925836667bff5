"""The code of a copy: not to be guessed, read aloud without doubt, and checked when it is typed.

Comes in: random bytes from the edge, or what somebody typed, heard or scanned. Goes out: sixteen characters
of Crockford's base 32, in four groups when people read them. Fourteen carry 70 random bits, so that among ten
thousand copies a guess hits one in 10^17; the last two check the rest. They are those of a Reed-Solomon code
over GF(32): any two wrong characters are noticed, two that changed places among them. A code says nothing by
itself: only the ledger knows whose it is.
Source: D. Crockford, Base 32 (alphabet and what stands for what); I. Reed, G. Solomon (1960).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 16, 4
_DATA = 14
_BITS = 5

_READ_AS = str.maketrans("OILU", "011V")
"""What is typed for a character that is not in the alphabet."""

_BETWEEN = re.compile(r"[\s\-‐‑‒–—―−_·.]+")
"""What stands between characters: spaces, hyphens and dashes of all kinds."""

_QUARTER = rf"[0-9A-Za-z]{{{GROUP}}}"
_HYPHEN = r"\s{0,2}[\-‐‑‒–—―−]\s{0,2}"
_SHAPE = re.compile(
    rf"(?<![0-9A-Za-z])(?=((?:{_QUARTER}{_HYPHEN}){{{LENGTH // GROUP - 1}}}{_QUARTER})(?![0-9A-Za-z]))"
)
"""A code within other words, its groups parted by hyphens: four words of four letters, or a long number, are
none. Looked for at every place, since what stands before may look like its beginning."""


def new_code(random: Callable[[int], bytes]) -> str:
    """A code of random bytes; ``random(n)`` gives n of them (``secrets.token_bytes``)."""
    value = int.from_bytes(random(9), "big") & ((1 << _DATA * _BITS) - 1)
    digits = [(value >> (_BITS * i)) & 31 for i in reversed(range(_DATA))]
    return "".join(ALPHABET[digit] for digit in (*digits, *_checks(digits)))


def grouped(code: str) -> str:
    """The code as people read it: ``7K3M-9QXA-04TD-BR2W``."""
    return "-".join(code[i : i + GROUP] for i in range(0, len(code), GROUP))


def plain(typed: str) -> str:
    """What was typed as characters of the alphabet: width, case, spaces and look-alikes evened out."""
    words = unicodedata.normalize("NFKC", typed).upper()
    return _BETWEEN.sub("", words).translate(_READ_AS)


def is_code(code: str) -> bool:
    """Whether it is a whole code and its last two characters agree with the rest."""
    if len(code) != LENGTH or any(c not in ALPHABET for c in code):
        return False
    digits = [ALPHABET.index(c) for c in code]
    return _checks(digits[:_DATA]) == tuple(digits[_DATA:])


def codes_in(words: str) -> Iterator[str]:
    """Every sound code that stands among other words, in their order, as often as it stands there."""
    for match in _SHAPE.finditer(unicodedata.normalize("NFKC", words)):
        code = plain(match[1])
        if is_code(code):
            yield code


def _powers() -> tuple[int, ...]:
    """Powers of x in GF(32) modulo x^5 + x^2 + 1."""
    powers, value = [], 1
    for _ in range(31):
        powers.append(value)
        value <<= 1
        if value & 32:
            value ^= 0b100101
    return tuple(powers)


_POWERS = _powers()
_LOGS = {value: exponent for exponent, value in enumerate(_POWERS)}


def _times(a: int, b: int) -> int:
    return _POWERS[(_LOGS[a] + _LOGS[b]) % 31] if a and b else 0


_FIRST, _SECOND = _POWERS[1] ^ _POWERS[2], _POWERS[3]
"""The generator (x - a)(x - a^2) = x^2 + (a + a^2) x + a^3."""


def _checks(digits: list[int]) -> tuple[int, int]:
    """The remainder of the digits by the generator."""
    high = low = 0
    for digit in digits:
        lead = digit ^ high
        high, low = low ^ _times(lead, _FIRST), _times(lead, _SECOND)
    return high, low

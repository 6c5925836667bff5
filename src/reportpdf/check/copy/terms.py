"""What a bureau's own word list asks for: words preferred, words never written, names spelt so.

Comes in: the copy with the list. Goes out: each word that stands against it.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportpdf.check.copy.words import Copy, note
from reportpdf.check.finding import Noted


def preferred(copy: Copy) -> Iterator[Noted]:
    """A word for which the list has another."""
    for term in copy.terms.preferred:
        for other in term.instead_of:
            yield from _each(copy, "terms-preferred", other.value, within=term.name, right=term.name)


def forbidden(copy: Copy) -> Iterator[Noted]:
    """A word that the list forbids."""
    for term in copy.terms.forbidden:
        why = term.why.value if term.why else "—"
        yield from _each(copy, "terms-forbidden", term.name, within="", why=why)


def names(copy: Copy) -> Iterator[Noted]:
    """A name in one of the ways in which it gets misspelt."""
    for name in copy.terms.names:
        for wrong in name.wrong:
            yield from _each(copy, "terms-name", wrong.value, within=name.name, right=name.name)


def _each(copy: Copy, code: str, words: str, /, *, within: str, **args: str) -> Iterator[Noted]:
    """Every place of some words that is no part of ``within``, the right form that contains them."""
    ahead = within.find(words)
    for passage in copy.passages:
        at = passage.words.find(words) if words else -1
        while at >= 0:
            inside = ahead >= 0 and passage.words.startswith(within, max(0, at - ahead))
            if not inside:
                yield note(code, passage.text, at, at + len(words), **args)
            at = passage.words.find(words, at + len(words))

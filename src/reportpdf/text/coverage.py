"""Which face of a declared chain draws a token: one cluster, one face.

In: a token and faces in their order. Out: the face, or none. A face that has the very form a variation
selector asks for goes before one that has the character alone; where none has the form, the selector prints
nothing. Source: CSS Fonts Level 4, 5.3 (cluster matching); UTS #37 (ideographic variation sequences); UAX #44
StandardizedVariants.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from reportpdf.text.classes import IDEOGRAPHIC_SPACE, SPACES
from reportpdf.text.cluster import Glyph
from reportpdf.text.face import Face

SELECTORS = "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""Characters that choose a form of the one before them."""

_SELECTORS = frozenset(SELECTORS)


def prints(character: str) -> bool:
    """Whether the character needs a glyph: selectors, joiners and tags print nothing of their own."""
    selects = "\ufe00" <= character <= "\ufe0f" or "\U000e0020" <= character <= "\U000e01ef"
    return not selects and character != "\u200d"


def printed(token: str) -> Iterable[str]:
    """The characters that need a glyph; every space is drawn as the plain one."""
    return (" " if c in SPACES and c != IDEOGRAPHIC_SPACE else c for c in token if prints(c))


def face_for(token: str, faces: Sequence[Face]) -> Face | None:
    """The first face of the chain that has every character of the token, in the form asked for if any has
    it."""
    able = (face for face in faces if all(face.has(c) for c in printed(token)))
    if len(token) == 1 or _SELECTORS.isdisjoint(token):
        return next(able, None)
    known = list(able)
    wanted = [(base, selector) for base, selector in pairwise(token) if selector in _SELECTORS]
    exact = (face for face in known if all(face.has_form(*pair) for pair in wanted))
    return next(exact, known[0] if known else None)


def without_selectors(token: str, glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    """The glyphs less the blank one that stands for a selector the face does not know; texts joined stay."""
    if len(glyphs) != 2 or len(token) != 2 or token[1] not in _SELECTORS:
        return glyphs
    first, second = glyphs
    return (replace(first, text=token),) if second.advance == 0 else glyphs

"""How much room marks take that do not take 1 em with half an em of white, by language. Tables only.

Sources: GB/T 15834-2011 5.1.6, 5.1.7, 5.1.9; clreq #h-punctuation_adjustment_space; JLREQ for Japanese.
"""

from __future__ import annotations

from reportpdf.theme.records import Language

FIXED_STOPS = frozenset("‼⁇⁈⁉")
FIXED_MARKS: dict[Language, frozenset[str]] = {
    Language.HANS: FIXED_STOPS,
    Language.HANT: FIXED_STOPS | frozenset("！？"),
    Language.JA: FIXED_STOPS | frozenset("！？"),
}
"""Marks whose white is never taken. Source: clreq #h-punctuation_adjustment_space; JLREQ for Japanese."""

FULL_WIDTH_FORMS: dict[tuple[Language, str], float] = {
    (Language.HANT, "·"): 1.0,
    (Language.HANT, "‧"): 1.0,
    (Language.HANT, "・"): 1.0,
    (Language.HANT, "／"): 1.0,
    (Language.JA, "・"): 1.0,
    (Language.JA, "／"): 1.0,
}
"""Interpuncts and separators that take more than the half em of GB/T 15834-2011 5.1.7 and 5.1.9, em."""

CONNECTOR_WIDTHS = {"–": 0.5, "‐": 0.5, "—": 1.0, "～": 1.0, "〜": 1.0}
"""The short, long and wave connector, em. Source: GB/T 15834-2011 5.1.6."""

"""Marks of vertical lines: quotes drawn as corner brackets, room of dots and stops (GB/T 15834-2011 5.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportpdf.text.cluster import Cluster
from reportpdf.text.setter import Setter
from reportpdf.theme.records import Composition, Language
from tests.text.typesetting import AS_DELIVERED, BODY, FONTS


def cluster(token: str, choices: Composition = AS_DELIVERED) -> Cluster:
    return Setter(FONTS, choices).vertical.table(BODY)[token]


@pytest.mark.parametrize(("quote", "drawn"), [*zip("“”‘’", "『』「」", strict=True)])
def test_quotes_are_drawn_as_corner_brackets_and_read_as_they_are(quote: str, drawn: str) -> None:
    made, bracket = cluster(quote), cluster(drawn)
    assert [g.gid for g in made.glyphs] == [g.gid for g in bracket.glyphs]
    assert made.glyphs[0].text == made.text == quote
    assert (made.left, made.right) == (bracket.left, bracket.right)


def test_quotes_are_turned_where_the_theme_asks_for_them() -> None:
    assert cluster("“", replace(AS_DELIVERED, vertical_quotes=False)).turned


@pytest.mark.parametrize("mark", "：；！？")
def test_marks_in_the_middle_of_the_line_keep_their_em(mark: str) -> None:
    made = cluster(mark)
    assert (made.advance, made.left, made.right) == (1, 0, 0)


def test_the_interpunct_has_the_room_of_its_language() -> None:
    assert cluster("·").advance == 0.5
    assert cluster("·", replace(AS_DELIVERED, language=Language.HANT)).advance == 1

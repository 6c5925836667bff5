"""Even spacing: how wide, which gaps, how far."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.text.setter import Setter
from reportpdf.text.spread import even_width, name_width, short_gap, spread_line
from tests.layout.reports import FONTS, LOOK, THEME

STYLE = LOOK.styles.body
SETTER = Setter(FONTS, THEME.composition)


def pens(words: str, width: float) -> list[float]:
    """Where each cluster begins, and at last where the line ends, em."""
    paragraph = SETTER.paragraph(words, STYLE, 0.25)
    line = spread_line(paragraph, width)
    moves = dict(line.moves)
    steps = [
        c.advance + (line.tracking if i < len(line.clusters) - 1 else 0.0)
        for i, c in enumerate(line.clusters)
    ]
    starts = list(accumulate(steps, initial=0.0))
    return [at + sum(em for i, em in moves.items() if i <= k) for k, at in enumerate(starts)]


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        ("沈墨", 3.0, [0, 2, 3]),
        ("方知白", 4.0, [0, 1.5, 3, 4]),
        ("欧阳如行", 4.0, [0, 1, 2, 3, 4]),
        ("墨", 4.0, [0, 1]),
        ("四字标题", 3.88, [0, 0.96, 1.92, 2.88, 3.88]),
    ],
)
def test_gaps_are_even_and_the_ends_are_flush(words: str, width: float, expected: list[float]) -> None:
    assert pens(words, width) == pytest.approx(expected)


def test_nothing_moves_inside_a_number_and_its_sign() -> None:
    natural = pens("第1.5%名", 10.0)
    plain = SETTER.paragraph("第1.5%名", STYLE, 0.25)
    number = next(i for i, c in enumerate(plain.clusters) if c.text.startswith("1.5"))
    assert natural[number + 1] - natural[number] >= plain.clusters[number].advance


NAMES = [
    ((2.0, 3.0), (2, 3), 3.0, (3.0, 3.0)),
    ((2.0, 4.0), (2, 4), 4.0, (3.0, 4.0)),
    ((3.0, 4.0), (3, 4), 4.0, (4.0, 4.0)),
    ((2.0, 6.0), (2, 6), 2.0, (2.0, 6.0)),
    ((5.5,), (0,), 0.0, (5.5,)),
]


@pytest.mark.parametrize(("widths", "counts", "target", "set_to"), NAMES)
def test_names_of_two_to_four_characters_are_set_to_the_widest_of_them(
    widths: tuple[float, ...], counts: tuple[int, ...], target: float, set_to: tuple[float, ...]
) -> None:
    assert even_width(widths, counts) == target
    assert tuple(name_width(w, n, target) for w, n in zip(widths, counts, strict=True)) == set_to


def test_short_heads_open_less_the_longer_they_are() -> None:
    gaps = [short_gap(n) for n in range(1, 9)]
    assert gaps == [0.0, 1.0, 0.5, pytest.approx(1 / 3), 0.25, 0.25, 0.0, 0.0]


@given(st.text("春江潮水连海平，明月共生2024", min_size=1, max_size=12), st.floats(0.5, 40))
def test_a_line_is_as_wide_as_asked_if_it_has_a_gap_and_never_loses_text(words: str, width: float) -> None:
    paragraph = SETTER.paragraph(words, STYLE, 0.25)
    line = spread_line(paragraph, width)
    assert line.clusters == paragraph.clusters
    if paragraph.opens[len(paragraph.clusters) - 1]:
        assert line.width == pytest.approx(width)

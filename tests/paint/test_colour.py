"""Inks on paper and on screen."""

from __future__ import annotations

import pytest

from reportpdf.base.ink import BLACK, PAPER, Ink
from reportpdf.paint import colour
from reportpdf.paint.colour import fill_operators, screen_colours, through_profiles
from reportpdf.press.colour import ColourSpace
from reportpdf.press.screen_colours import COATED_ON_SCREEN
from reportpdf.source.theme_file import builtin_theme_names, load_theme

# As the look states them for coated paper
LOOK = {
    (0, 98, 92, 10): "d3262b",
    (100, 72, 0, 20): "104889",
    (92, 0, 70, 42): "007254",
    (0, 52, 100, 32): "b76f1a",
}


def _ink(parts: tuple[int, int, int, int]) -> Ink:
    return Ink(*(part / 100 for part in parts))


@pytest.mark.parametrize("parts", COATED_ON_SCREEN)
def test_the_table_is_what_the_profiles_give(parts: tuple[int, int, int, int]) -> None:
    [found] = through_profiles([_ink(parts)])
    assert found == pytest.approx(COATED_ON_SCREEN[parts], abs=1)  # what builds of littleCMS differ by


@pytest.mark.parametrize("parts", LOOK)
def test_the_palettes_look_as_they_were_chosen(parts: tuple[int, int, int, int]) -> None:
    [found] = through_profiles([_ink(parts)])
    assert found == pytest.approx(tuple(bytes.fromhex(LOOK[parts])), abs=2)


def test_the_built_in_themes_open_no_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(inks: object) -> None:
        raise AssertionError(f"not in the table: {inks}")

    monkeypatch.setattr(colour, "through_profiles", fail)
    for name in builtin_theme_names():
        theme = load_theme(name)
        inks = [named.ink for named in (*theme.inks, *theme.palettes)]
        assert set(screen_colours([*inks, BLACK, PAPER])) == {*inks, BLACK, PAPER}


def test_an_ink_that_is_not_in_the_table_is_computed() -> None:
    near = Ink(0.0, 0.982, 0.92, 0.1)
    assert screen_colours([near])[near] == through_profiles([near])[0] != (0, 0, 0)


def test_a_screen_colour_of_the_theme_goes_before() -> None:
    ink = Ink(0.0, 0.98, 0.92, 0.1, screen=(1, 2, 3))
    assert screen_colours([ink])[ink] == (1, 2, 3)


def test_more_ink_is_never_lighter() -> None:
    greys = [Ink(0, 0, 0, k / 10) for k in range(11)]
    colours = screen_colours(greys)
    sums = [sum(colours[grey]) for grey in greys]
    assert sums == sorted(sums, reverse=True)


OPERATORS = {
    (ColourSpace.SRGB, PAPER): "1 1 1 rg",
    (ColourSpace.SRGB, Ink(0, 0, 0, 1, screen=(0, 51, 255))): "0 .2 1 rg",
    (ColourSpace.CMYK, BLACK): "/Over gs 0 0 0 1 k",
    (ColourSpace.CMYK, Ink(0, 0.98, 0.92, 0.1)): "/Knock gs 0 .98 .92 .1 k",
}


@pytest.mark.parametrize(("space", "ink"), OPERATORS)
def test_fill_operators_are_written_in_the_space_asked_for(space: ColourSpace, ink: Ink) -> None:
    assert fill_operators([ink, ink], space) == {ink: OPERATORS[space, ink]}

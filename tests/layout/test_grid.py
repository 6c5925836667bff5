"""The numbers of the A4 grid, as the look states them."""

from __future__ import annotations

import pytest

from tests.layout.reports import GRID, LOOK

WIDTHS = {2: 70.875, 3: 114.1875, 4: 157.5, 6: 244.125, 8: 330.75, 9: 374.0625, 12: 504.0}


@pytest.mark.parametrize(("columns", "width"), WIDTHS.items())
def test_columns_are_as_wide_as_the_look_says(columns: int, width: float) -> None:
    assert GRID.span(columns) == pytest.approx(width)


def test_the_type_area_is_two_by_three_in_the_trim() -> None:
    assert GRID.width == pytest.approx(48 * LOOK.styles.body.size)
    assert GRID.y(GRID.format.lines) - GRID.y(0) == pytest.approx(756.0)
    assert (GRID.trim_width, GRID.trim_height) == (pytest.approx(595.276, abs=1e-3), pytest.approx(841.89))
    left, right = GRID.x(0), GRID.trim_width - GRID.x(0) - GRID.width
    assert left == pytest.approx(right, abs=0.01)


@pytest.mark.parametrize("column", range(12))
def test_columns_begin_every_column_and_gutter(column: int) -> None:
    assert GRID.x(column) - GRID.x(0) == pytest.approx(43.3125 * column)


def test_rules_between_columns_stand_in_the_middle_of_the_gutter() -> None:
    middle = GRID.gutter_middle(6)
    assert middle - (GRID.x(0) + GRID.span(6)) == pytest.approx(GRID.x(6) - middle)


def test_grid_lines_are_a_body_line_apart() -> None:
    assert GRID.y(1.25) - GRID.y(0) == pytest.approx(1.25 * LOOK.styles.body.pitch)

"""Numbers are written as a PDF reads them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.paint.numbers import number

CASES = {
    (0.0, 3): "0",
    (-0.0001, 3): "0",
    (10.0, 3): "10",
    (100.0, 0): "100",
    (0.5, 3): "0.5",
    (-1.25, 3): "-1.25",
    (841.8898, 3): "841.89",
    (1e-9, 5): "0",
    (1234567.891, 1): "1234567.9",
}


@pytest.mark.parametrize(("value", "places"), CASES)
def test_the_shortest_decimal_is_written(value: float, places: int) -> None:
    assert number(value, places) == CASES[value, places]


@given(st.floats(-1e7, 1e7), st.integers(0, 5))
def test_it_reads_back_right_to_its_places(value: float, places: int) -> None:
    written = number(value, places)
    assert re.fullmatch(r"-?\d+(\.\d*[1-9])?", written)
    assert float(written) == pytest.approx(value, abs=0.51 * 10**-places, rel=1e-15)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="not a place"):
        number(value)

"""A line more or fewer a paragraph, where it does not show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.text.costs import paragraph_cost
from reportpdf.text.line_count import COMFORT, LineWish, recount
from reportpdf.text.setter import Setter
from tests.layout.reports import FONTS, LOOK, THEME, prose, text

STYLE = LOOK.styles.body
SETTER = Setter(FONTS, THEME.composition)


@given(
    st.integers(20, 300),
    st.integers(0, 60),
    st.sampled_from([15.0, 23.25]),
    st.sampled_from([-1, 1]),
    st.sampled_from(COMFORT),
)
def test_a_paragraph_has_the_lines_wished_for_or_its_own(
    length: int, start: int, em: float, by: int, cost: float
) -> None:
    block = SETTER.block(text(prose(length, start)), STYLE, em * STYLE.size)
    after = recount(block, LineWish(by, cost))
    assert after.count in (block.count, block.count + by)
    (part,) = after.paragraphs
    assert part.lines.ranges[0][0] == 0
    assert part.lines.ranges[-1][1] == len(part.paragraph.clusters)
    assert all(a[1] == b[0] for a, b in zip(part.lines.ranges, part.lines.ranges[1:], strict=False))
    if after.count != block.count:
        found = paragraph_cost(part.paragraph, part.lines.ranges, em, part.indent)
        assert found <= cost * after.count + 1e-6


@pytest.mark.parametrize("by", [-1, 1])
def test_some_paragraphs_do_bear_it(by: int) -> None:
    blocks = [SETTER.block(text(prose(200, i)), STYLE, 23.25 * STYLE.size) for i in range(40)]
    changed = [b for b in blocks if recount(b, LineWish(by, COMFORT[-1])).count == b.count + by]
    assert changed


def test_what_costs_more_is_asked_of_more_paragraphs() -> None:
    blocks = [SETTER.block(text(prose(180, i)), STYLE, 23.25 * STYLE.size) for i in range(40)]
    counts = [sum(recount(b, LineWish(-1, c)).count < b.count for b in blocks) for c in COMFORT]
    assert counts == sorted(counts)

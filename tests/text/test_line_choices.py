"""A paragraph in a line more or fewer: truly the best of its number, infeasible told, blocks."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.text.costs import paragraph_cost
from reportpdf.text.counted import ways_in
from reportpdf.text.optimal import line_choices, total_fit
from reportpdf.text.refit import block_choices, least_cost_lines
from tests.text.test_line_properties import ANY, COPY, MEASURE
from tests.text.test_total_fit import PROSE, every_setting, paragraph_of
from tests.text.typesetting import AS_DELIVERED, BODY, setter, text


@pytest.mark.parametrize("measure", [9.0, 12.0, 16.0, 22.0])
def test_a_paragraph_says_what_a_line_more_or_fewer_costs(measure: float) -> None:
    paragraph = paragraph_of(PROSE)
    natural = total_fit(paragraph, measure)
    choices = line_choices(paragraph, measure)
    wanted = len(natural.ranges)
    assert [choice.count for choice in choices] == [wanted - 1, wanted, wanted + 1]
    _, own, longer = choices
    assert own.lines.ranges == natural.ranges
    assert longer.possible
    assert longer.cost > own.cost
    for choice in choices:
        if choice.possible:
            assert len(choice.lines.ranges) == choice.count
            assert choice.lines.ranges[-1][1] == len(paragraph.clusters)
            assert choice.cost == pytest.approx(paragraph_cost(paragraph, choice.lines.ranges, measure, 0.0))


def test_a_number_of_lines_that_cannot_be_had_says_so() -> None:
    choices = line_choices(paragraph_of("国" * 40), 10.0)
    assert [(choice.count, choice.possible) for choice in choices] == [(3, False), (4, True), (5, True)]
    assert choices[0].cost == inf
    assert ways_in(paragraph_of("国" * 3), 10.0, 0.0, [4]) == {}


@pytest.mark.parametrize("measure", [8.0, 10.4, 13.0, 17.0])
@pytest.mark.parametrize("indent", [0.0, 2.0])
def test_the_best_of_each_number_is_the_best_of_all_settings_of_that_number(
    measure: float, indent: float
) -> None:
    choices = replace(AS_DELIVERED, tighten=0.01)
    for at in (0, 60):
        paragraph = paragraph_of(PROSE[at : at + 36], choices)
        best: dict[int, float] = {}
        for ranges in every_setting(paragraph):
            cost = paragraph_cost(paragraph, ranges, measure, indent)
            best[len(ranges)] = min(cost, best.get(len(ranges), inf))
        own = len(total_fit(paragraph, measure, indent).ranges)
        for choice in line_choices(paragraph, measure, indent):
            least = best.get(choice.count, inf)
            if choice.count <= own or least < inf:
                assert choice.possible == (least < inf), (at, choice.count)
            if choice.possible and choice.count in best:
                assert choice.cost <= least + 1e-6


@ANY
@given(COPY, MEASURE, st.sampled_from([0.0, 2.0]))
def test_what_a_number_of_lines_costs_is_what_its_lines_cost(
    copy: str, measure: float, indent: float
) -> None:
    paragraph = paragraph_of(copy)
    for choice in line_choices(paragraph, measure, indent):
        if not choice.possible or choice.lines.forced:
            continue
        cost = paragraph_cost(paragraph, choice.lines.ranges, measure, indent)
        assert choice.cost == pytest.approx(cost) or choice.cost == cost == inf


def test_a_block_is_had_in_more_lines_and_fewer_with_the_cost_of_each() -> None:
    own, copy = setter(), text(f"{PROSE}\n{PROSE[20:70]}\n{PROSE[5:90]}")
    block = own.block(copy, BODY, 14.0)
    choices = block_choices(block)
    assert choices[block.count].block is block
    assert choices[block.count].cost == choices[block.count].own
    assert {block.count + 1, block.count + 2, block.count + 3} <= set(choices)
    for count, choice in choices.items():
        assert choice.block.count == count
        words = "".join(c.text for i in range(count) for c in choice.block.line(i)[0].clusters)
        assert words == copy.value.replace("\n", "")
    assert choices[block.count + 1].cost <= choices[block.count + 2].cost


def test_of_several_paragraphs_the_one_that_gives_most_easily_gains_the_line() -> None:
    narrow, wide = paragraph_of("国" * 40), paragraph_of("国" * 38 + "，国国国国国国，国")
    known = [line_choices(paragraph, 10.0) for paragraph in (narrow, wide)]
    totals = least_cost_lines(known)
    for total, (cost, chosen) in totals.items():
        assert sum(choice.count for choice in chosen) == total
        assert cost == pytest.approx(sum(choice.cost for choice in chosen))
        others = [
            a.cost + b.cost
            for a in known[0]
            for b in known[1]
            if a.possible and b.possible and a.count + b.count == total
        ]
        assert cost == pytest.approx(min(others))

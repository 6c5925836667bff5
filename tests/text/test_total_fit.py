"""Total fit: never dearer than first fit, every number of lines answered, and what its costs ask for."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.text.breaks import first_fit, line_slack
from reportpdf.text.costs import (
    ORPHAN,
    cure_limit,
    letters_of,
    opening_cost,
    paragraph_cost,
    slack_cost,
)
from reportpdf.text.optimal import line_choices, total_fit
from reportpdf.text.paragraph import Paragraph
from reportpdf.theme.records import Composition
from tests.text.test_line_properties import ANY, COPY, MEASURE
from tests.text.typesetting import AS_DELIVERED, BODY, setter

PROSE = (
    "始终将维护国家安全、政治安全放在首位，全力防风险、保安全、护稳定、促发展、惠民生、创心安，23项重点任务"
    "全部高质量完成，系列安保万无一失。深入开展“夏季行动”“昆仑2024”“清源断流”等专项行动，现发命案、八类暴力犯罪"
    "100%快侦快破。全市电信网络诈骗刑事案件发案数、损失数同比分别下降30.9%、22.4%，反诈工作成效列全省第一档。"
)


def paragraph_of(copy: str, choices: Composition = AS_DELIVERED) -> Paragraph:
    return setter(choices).paragraph(copy.replace("\n", "").strip(" \u3000") or "国", BODY, 0.25)


@ANY
@given(COPY, MEASURE, st.sampled_from([0.0, 2.0]))
def test_total_fit_never_costs_more_than_first_fit(copy: str, measure: float, indent: float) -> None:
    paragraph = paragraph_of(copy)
    greedy, best = first_fit(paragraph, measure, indent), total_fit(paragraph, measure, indent)
    if greedy.forced:
        assert best.ranges == greedy.ranges
        return
    costs = [paragraph_cost(paragraph, lines.ranges, measure, indent) for lines in (best, greedy)]
    assert costs[0] <= costs[1] or costs[1] == inf


@pytest.mark.parametrize("measure", [8.0, 10.0, 12.3, 14.0, 17.5, 22.0])
def test_total_fit_finds_what_a_search_of_every_setting_finds(measure: float) -> None:
    paragraph = paragraph_of(PROSE[:60])
    best = total_fit(paragraph, measure)
    cheapest = min(
        paragraph_cost(paragraph, ranges, measure, 0.0) for ranges in every_setting(paragraph, measure, 0)
    )
    assert paragraph_cost(paragraph, best.ranges, measure, 0.0) <= cheapest + 50 + 1e-6


def every_setting(paragraph: Paragraph, measure: float, start: int) -> list[tuple[tuple[int, int], ...]]:
    """Every way to break the rest of a short paragraph into lines opened by at most 0.3 em a gap."""
    count = len(paragraph.clusters)
    if start == count:
        return [()]
    found = []
    for end in range(start + 1, count + 1):
        slack = line_slack(paragraph, start, end, measure)
        cost, gap = slack_cost(paragraph, start, end, slack)
        if cost == inf or (slack < 0 and cost > 101):
            break
        if paragraph.breaks[end] is not None and (gap <= 0.3 or end == count):
            found += [((start, end), *rest) for rest in every_setting(paragraph, measure, end)]
    return found


@pytest.mark.parametrize("measure", [9.0, 12.0, 16.0, 22.0])
def test_a_paragraph_says_what_a_line_more_or_fewer_costs(measure: float) -> None:
    paragraph = paragraph_of(PROSE)
    natural = total_fit(paragraph, measure)
    choices = {choice.count: choice for choice in line_choices(paragraph, measure)}
    own = choices[len(natural.ranges)]
    assert own.lines.ranges == natural.ranges
    for count, choice in choices.items():
        assert len(choice.lines.ranges) == count
        assert choice.lines.ranges[-1][1] == len(paragraph.clusters)
        assert choice.cost == pytest.approx(paragraph_cost(paragraph, choice.lines.ranges, measure, 0.0))
    assert len(natural.ranges) + 1 in choices
    longer = choices[len(natural.ranges) + 1]
    assert longer.cost > own.cost


def test_a_number_of_lines_that_cannot_be_is_left_out() -> None:
    paragraph = paragraph_of("国" * 40)
    assert [choice.count for choice in line_choices(paragraph, 10.0)] == [4, 5]


@ANY
@given(COPY, MEASURE)
def test_an_orphan_is_left_only_where_its_cure_would_open_a_hole(copy: str, measure: float) -> None:
    paragraph = paragraph_of(copy)
    lines = total_fit(paragraph, measure)
    count = len(paragraph.clusters)
    if lines.forced or len(lines.ranges) < 2 or letters_of(paragraph, *lines.ranges[-1]) >= 2:
        return
    for choice in line_choices(paragraph, measure):
        start = choice.lines.ranges[-1][0]
        if choice.count > 1 and letters_of(paragraph, start, count) >= 2:
            gaps = [
                slack_cost(paragraph, a, b, line_slack(paragraph, a, b, measure))[1]
                for a, b in choice.lines.ranges[:-1]
            ]
            assert max(gaps, default=0.0) > cure_limit(measure) or choice.cost >= ORPHAN


def test_two_lines_a_little_open_are_better_than_one_wide_open() -> None:
    assert 2 * opening_cost(0.05) < opening_cost(0.1)


def test_a_number_stays_with_its_measure_word_where_that_costs_little() -> None:
    lines = total_fit(paragraph_of("国" * 9 + "23项" + "国" * 30), 10.2).ranges
    tokens = [c.text for c in paragraph_of("国" * 9 + "23项" + "国" * 30).clusters]
    assert all(not (tokens[end - 1] == "23" and tokens[end] == "项") for _, end in lines[:-1])


def test_evenness_is_weighed_in_narrow_columns_too() -> None:
    choices = replace(AS_DELIVERED, autospace_narrow=1 / 6)
    paragraph = paragraph_of(PROSE, choices)
    for measure in (10.0, 14.0, 22.0):
        widest = [
            max(
                slack_cost(paragraph, a, b, line_slack(paragraph, a, b, measure))[1]
                for a, b in fit(paragraph, measure).ranges[:-1]
            )
            for fit in (total_fit, first_fit)
        ]
        assert widest[0] <= widest[1] + 1e-9

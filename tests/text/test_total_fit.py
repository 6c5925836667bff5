"""Total fit: never dearer than first fit, every number of lines answered, and what its costs ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportpdf.text.breaks import first_fit, natural_width
from reportpdf.text.costs import (
    ALMOST_LAST,
    FULL_SQUEEZE,
    LOW_MARK,
    ORPHAN,
    SAME_START,
    SPLIT_PHRASE,
    UNEVEN,
    Ranges,
    cure_limit,
    last_line_cost,
    letters_of,
    line_cost,
    opening_cost,
    paragraph_cost,
    same_start,
    widest_gap,
)
from reportpdf.text.justify import set_line
from reportpdf.text.line_ends import line_ends
from reportpdf.text.optimal import line_choices, total_fit
from reportpdf.text.paragraph import Paragraph
from reportpdf.text.ways import cost_then_lines, onward
from reportpdf.theme.records import Composition, Squeeze
from tests.text.test_line_properties import ANY, COPY, MEASURE
from tests.text.typesetting import AS_DELIVERED, BODY, advances, pen_width, setter

PROSE = (
    "始终将维护国家安全、政治安全放在首位，全力防风险、保安全、护稳定、促发展、惠民生、创心安，23项重点任务"
    "全部高质量完成，系列安保万无一失。深入开展“夏季行动”“昆仑2024”“清源断流”等专项行动，现发命案、八类暴力犯罪"
    "100%快侦快破。全市电信网络诈骗刑事案件发案数、损失数同比分别下降30.9%、22.4%，反诈工作成效列全省第一档。"
)


def every_setting(paragraph: Paragraph) -> Iterator[Ranges]:
    """Every way to break a short paragraph into lines of at most 24 clusters and at least 3."""

    def onward(start: int, lines: Ranges) -> Iterator[Ranges]:
        if start == count:
            yield lines
        for end in range(start + 1, min(count, start + 26) + 1):
            if paragraph.breaks[end] is not None and (end - start > 4 or end == count):
                yield from onward(end, (*lines, (start, end)))

    count = len(paragraph.clusters)
    yield from onward(0, ())


def paragraph_of(copy: str, choices: Composition = AS_DELIVERED) -> Paragraph:
    return setter(choices).paragraph(copy.replace("\n", "").strip(" \u3000") or "国", BODY, 0.25)


@ANY
@example("一一一一一一一一一一well-known一", 8.0, 0.0)
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
@pytest.mark.parametrize("indent", [0.0, 2.0])
def test_total_fit_finds_what_a_search_of_every_setting_finds(measure: float, indent: float) -> None:
    for at in (0, 60):
        paragraph = paragraph_of(PROSE[at : at + 36])
        best = total_fit(paragraph, measure, indent)
        cheapest = min(paragraph_cost(paragraph, r, measure, indent) for r in every_setting(paragraph))
        assert paragraph_cost(paragraph, best.ranges, measure, indent) == pytest.approx(cheapest)


@ANY
@given(COPY, MEASURE)
def test_an_orphan_is_left_only_where_its_cure_would_open_a_hole(copy: str, measure: float) -> None:
    paragraph = paragraph_of(copy)
    lines = total_fit(paragraph, measure)
    count = len(paragraph.clusters)
    if lines.forced or len(lines.ranges) < 2 or letters_of(paragraph, *lines.ranges[-1]) >= 2:
        return
    for choice in line_choices(paragraph, measure):
        if not choice.possible or choice.count == 1:
            continue
        if letters_of(paragraph, choice.lines.ranges[-1][0], count) >= 2:
            assert widest_gap(paragraph, choice.lines.ranges, measure, 0.0) > cure_limit(measure)


def test_of_equal_settings_the_one_of_fewer_lines_is_taken() -> None:
    way = (5.0, 4, 0.0, 9, 12, None)
    fewer = (5.0, 3, 0.0, 8, 12, None)
    paragraph = paragraph_of("国" * 20)
    assert onward(paragraph, [way, fewer], 12, 20, 0.0, 0.0)[5] is fewer
    assert onward(paragraph, [fewer, way], 12, 20, 0.0, 0.0)[5] is fewer
    assert min([way, fewer], key=cost_then_lines) is fewer


def test_lines_that_are_opened_unlike_their_neighbours_cost_more() -> None:
    paragraph = paragraph_of("".join(chr(0x4E00 + i) for i in range(40)))
    ranges = ((0, 11), (11, 20), (20, 29), (29, 40))
    own = [line_cost(paragraph, a, b, 11.0)[0] for a, b in ranges]
    assert paragraph_cost(paragraph, ranges, 11.0, 0.0) == pytest.approx(sum(own) + UNEVEN)


def test_three_lines_that_begin_alike_cost_more_the_first_not_counted() -> None:
    copy = "国" + "安" * 9 + ("警" + "安" * 9) * 3 + "安安安"
    paragraph = paragraph_of(copy)
    ranges = ((0, 10), (10, 20), (20, 30), (30, 43))
    assert paragraph_cost(paragraph, ranges, 10.0, 0.0) >= SAME_START
    assert same_start(paragraph, 10, 20, 30)
    assert not same_start(paragraph, 0, 10, 20)


def test_a_line_that_cannot_be_filled_costs_more_than_an_orphan() -> None:
    paragraph = paragraph_of("30.9%国国国")
    assert line_cost(paragraph, 0, 1, 5.0)[0] > ORPHAN


def test_marks_under_three_quarters_cost_where_a_theme_allows_them() -> None:
    copy = "国国，国国国国，国国国"
    strict = paragraph_of(copy)
    free = paragraph_of(copy, replace(AS_DELIVERED, lone_mark_floor=0.5))
    assert line_cost(strict, 0, 9, 9.0 - 1.2)[0] == inf
    slight = line_cost(free, 0, 10, natural_width(free, 0, 10) - 0.4)[0]
    deep = line_cost(free, 0, 10, natural_width(free, 0, 10) - 0.6)[0]
    assert slight < LOW_MARK
    assert deep == pytest.approx(FULL_SQUEEZE * 0.6**3 + 2 * LOW_MARK)


def test_a_line_is_tightened_only_where_the_composition_allows_and_marks_stay_at_their_floor() -> None:
    copy = "国国，国国国国国国国"
    tight = paragraph_of(copy, replace(AS_DELIVERED, tighten=0.01))
    room = natural_width(tight, 0, 9) - 0.25 - 0.06
    assert line_cost(paragraph_of(copy), 0, 9, room)[0] == inf
    assert FULL_SQUEEZE < line_cost(tight, 0, 9, room)[0] < inf
    line = set_line(tight, 0, 9, room)
    assert pen_width(line) == pytest.approx(room)
    assert advances(line)[2] == pytest.approx(0.75)
    assert min(advances(line)[:1]) == pytest.approx(0.99, abs=0.002)
    assert line_cost(tight, 0, 9, room - 0.02)[0] == inf


@ANY
@given(COPY, MEASURE, st.sampled_from([Squeeze.SMOOTH, Squeeze.IN_ORDER]))
def test_ends_found_quickly_cost_what_the_table_says(copy: str, measure: float, squeeze: Squeeze) -> None:
    paragraph = paragraph_of(copy, replace(AS_DELIVERED, tighten=0.01, squeeze=squeeze))
    count = len(paragraph.clusters)
    for start in range(0, count, max(1, count // 7)):
        found = {end: (cost, gap) for end, cost, gap in line_ends(paragraph, start, measure, inf)}
        for end in range(start + 1, count + 1):
            cost, gap = line_cost(paragraph, start, end, measure)
            assert (end in found) == (cost < inf)
            if end in found:
                assert found[end] == (pytest.approx(cost, abs=1e-3), pytest.approx(gap, abs=1e-6))


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
        total, first = (
            widest_gap(paragraph, fit(paragraph, measure).ranges, measure, 0.0)
            for fit in (total_fit, first_fit)
        )
        assert total <= first + 1e-9


def test_a_phrase_is_not_broken_where_that_costs_nothing_and_the_theme_asks_for_it() -> None:
    copy = "我们坚持以人民为中心的发展思想不断创新群众工作方法"
    plain, phrased = paragraph_of(copy), paragraph_of(copy, replace(AS_DELIVERED, phrases=True))
    assert plain.breaks[1] == 0.0
    assert phrased.breaks[1] == SPLIT_PHRASE
    assert 0.0 in phrased.breaks[1:-1]
    assert [b is None for b in phrased.breaks] == [b is None for b in plain.breaks]


def test_a_last_line_that_is_neither_full_nor_short_costs() -> None:
    paragraph = paragraph_of("国" * 29)
    assert last_line_cost(paragraph, 20, 0.5) == 0.0
    assert last_line_cost(paragraph, 20, 1.0) == ALMOST_LAST
    assert last_line_cost(paragraph, 20, 2.0) == 0.0

"""The bench of lines: the same texts on every machine, and figures that total fit does better in."""

from __future__ import annotations

from statistics import pstdev

import pytest

from bench.bodies import read
from bench.cases import SAMPLE
from bench.lines import HEADS, LIMITS, MEASURES, Evenness, SetLine, least_widest, ours, prose, rows
from reportpdf.text.costs import widest_gap
from reportpdf.text.optimal import total_fit
from tests.text.test_total_fit import PROSE, every_setting, paragraph_of

PARAGRAPHS = prose(read(SAMPLE), 24)


def test_the_texts_are_the_same_each_time_and_others_with_another_seed() -> None:
    sample = read(SAMPLE)
    assert prose(sample, 24) == PARAGRAPHS
    assert prose(sample, 24, seed=1) != PARAGRAPHS
    assert all("," not in words for words in PARAGRAPHS)


@pytest.mark.parametrize("measure", MEASURES)
def test_lines_are_evener_than_in_a_draft_and_keep_to_the_theme(measure: float) -> None:
    total, first = ours(PARAGRAPHS, measure), ours(PARAGRAPHS, measure, draft=True)
    assert pstdev(line.tracking for line in total.lines) < pstdev(line.tracking for line in first.lines)
    assert total.orphans == 0
    for line in total.lines:
        assert min(line.marks, default=1.0) >= 0.75 - 1e-9
        assert not line.marks or max(line.marks) - min(line.marks) <= 0.05


@pytest.mark.parametrize("measure", [9.0, 12.0, 15.5])
def test_no_setting_has_a_widest_line_that_is_opened_less(measure: float) -> None:
    paragraph = paragraph_of(PROSE[60:96])
    least = least_widest(paragraph, measure, 0.0)
    assert least <= widest_gap(paragraph, total_fit(paragraph, measure).ranges, measure, 0.0)
    for ranges in every_setting(paragraph):
        possible = all(
            paragraph.ends[b] - paragraph.starts[a] - paragraph.shrinks[b - 1] + paragraph.shrinks[a]
            <= measure + 1e-6
            for a, b in ranges
        )
        if possible and ranges[-1][1] - ranges[-1][0] > 3:
            assert least <= widest_gap(paragraph, ranges, measure, 0.0) + 1e-9


def test_a_row_tells_what_passes_the_limit() -> None:
    measure = MEASURES[0]
    lines = (SetLine(0.0, (0.8, 0.84)), SetLine(LIMITS[measure]), SetLine(LIMITS[measure] + 0.01))
    row = dict(zip(HEADS, rows([Evenness(measure, "total fit", lines, 0, 1)])[0], strict=True))
    assert row["over the limit"] == "1 over 0.10"
    assert row["beyond help"] == "1"
    assert row["narrowest mark"] == "0.800"
    assert row["marks of a line differ by"] == "0.040"

"""The error score: weights, caps and doublings of the rule, with sums that a reader can do in the head."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportpdf.check.copy.score import WEIGHTS, Score, error_score
from reportpdf.check.copy_rules import COPY_CODES, copy_findings
from reportpdf.model.report import Report
from tests.check.copy_reports import report


def _score(made: Report, **page: int) -> Score:
    return error_score(made, copy_findings(made), **page)


@pytest.mark.parametrize(
    ("made", "errors"),
    [
        (report(lede="全市工作平稳。"), "0"),
        (report(lede="严格布署任务。"), "1"),
        (report(lede="严格布署任务。", head="加强巡罗防控"), "3"),  # 1, and 2 for the headline
        (report(lede="布署一。布署二。布署三。布署四。"), "3"),  # the same error counts three times
        (report(lede="每逢星期5夜查。"), "0.1"),
        (report(lede="每逢星期5夜查。" * 15), "1.0"),  # an issue's digits come to one at the most
        (report(lede="今年,明年,后年。"), "0.2"),
        (report(("95%", "监管率超95%。")), "1"),
        (report(lede="会议交待了任务。"), "0"),  # a variant is no error
    ],
)
def test_what_an_error_costs(made: Report, errors: str) -> None:
    assert _score(made).errors == Decimal(errors)


def test_the_rate_is_over_what_the_page_holds_photos_at_eighty_percent() -> None:
    made = report(lede="严格布署任务。")
    score = _score(made, page_characters=1200, photo_characters=1000)
    assert (score.characters, score.measured) == (2000, True)
    assert score.rate == Decimal("5.00")
    assert not score.passed


def test_three_in_ten_thousand_passes_and_a_little_more_does_not() -> None:
    made = report(lede="严格布署。巡罗不停。纠份化解。")
    assert _score(made, page_characters=10_000).passed
    assert not _score(made, page_characters=9_999).passed


def test_without_a_page_the_characters_of_the_text_are_counted() -> None:
    score = _score(report(lede="严格布署任务。"))
    assert not score.measured
    assert 0 < score.characters < 60


def test_the_sum_is_that_of_its_items_and_each_names_its_clause() -> None:
    score = _score(report(lede="严格布署任务,每逢星期5夜查。", head="加强巡罗防控"))
    assert sum(item.errors for item in score.items) == score.errors == Decimal("3.2")
    assert all(item.clause for item in score.items)
    assert {item.code: item.doubled for item in score.items}["copy-wrong-character"] == 1


def test_a_weight_is_given_to_codes_that_exist_and_once() -> None:
    weighed = [code for weight in WEIGHTS for code in weight.codes]
    assert len(weighed) == len(set(weighed))
    assert set(weighed) <= set(COPY_CODES)

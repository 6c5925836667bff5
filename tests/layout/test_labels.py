"""The overview's label: the clause of a callout's own text with its figure, or nothing."""

from __future__ import annotations

import pytest

from reportpdf.layout.labels import label_of

CASES = [
    ("全年完成任务，23项重点任务全部完成，群众满意。", "23项", "23项重点任务全部完成"),
    ("发案下降13.5%，损失下降10.2%，破案上升。", "13.5%、10.2%", "发案下降13.5%，损失下降10.2%"),
    ("获评第一档；连续三年。", "第一档", "获评第一档"),
    ("受理：共123项，办结23项。", "23项", "办结23项"),
    ("办结23.5项，新增3.5项。", "3.5项", "新增3.5项"),
    ("增长3.5%以上。", "3", ""),
    ("没有那个数。", "23项", ""),
    ("只有12项。", "12项、61个", ""),
    ("", "23项", ""),
    ("“百日行动”破案23起。", "23起", "“百日行动”破案23起"),
    ("称为“破案，抓获23人”的行动。", "23人", "抓获23人”的行动"),
    ("上一段\n第二段23项", "23项", "第二段23项"),
]


@pytest.mark.parametrize(("words", "figure", "label"), CASES)
def test_a_label_is_the_clause_that_holds_the_figure(words: str, figure: str, label: str) -> None:
    assert label_of(words, figure) == label


@pytest.mark.parametrize(("words", "figure", "label"), CASES)
def test_nothing_is_invented(words: str, figure: str, label: str) -> None:
    assert label in words

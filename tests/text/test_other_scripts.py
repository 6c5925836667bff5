"""Words that are not Chinese: breaks by UAX #14, addresses, and what a measure cannot hold in one piece."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.text.addresses import holds_address
from reportpdf.text.uax14 import asks_for_unicode
from tests.text.test_cases import opportunities
from tests.text.test_line_properties import ANY
from tests.text.typesetting import BODY, line_text, lines_of, set_text, setter


@pytest.mark.parametrize(
    "value", ["国家安全，30.9%。", "“GDP”增长（试行）——", "①℃㎡№±", "あア々〇", "He said “yes”…"]
)
def test_chinese_and_english_of_a_report_never_ask_for_unicode(value: str) -> None:
    assert not asks_for_unicode(value)


@pytest.mark.parametrize("value", ["한국어", "ไทย", "שלום", "🙂", "é", "«a»"])
def test_other_scripts_do(value: str) -> None:
    assert asks_for_unicode(value)


ADDRESS = "https://a.cn/path/to/page.html?id=3"


def test_an_address_is_one_where_it_fits() -> None:
    value = f"见{ADDRESS}的说明"
    assert holds_address(value)
    inside = [at for at in opportunities(value) if 1 < at < value.index("的")]
    assert [value[at - 1] for at in inside] == ["?"]  # UAX #14 EX, as in any text


def test_an_address_that_no_line_holds_is_parted_after_its_slashes_and_told() -> None:
    setting = set_text(f"见{ADDRESS}的说明", 9)
    assert setting.texts == ["见https://", "a.cn/path/to/", "page.html?id=3的", "说明"]
    assert setting.setter.findings.forced


def test_a_slash_that_is_no_address_keeps_its_neighbours() -> None:
    assert not holds_address("周一/周二和km/h")
    assert opportunities("周一/周二") == {1, 4}


WIDE = (
    # text, measure, lines
    ("0543-3123456", 4.5, "0543-|3123456", "after a hyphen rather than between digits"),
    ("1234567890", 3, "12345|67890", "between digits where nothing else is left"),
)


@pytest.mark.parametrize(("value", "measure", "lines", "why"), WIDE)
def test_what_is_wider_than_the_measure_is_cut_and_told(
    value: str, measure: float, lines: str, why: str
) -> None:
    setting = set_text(value, measure)
    assert "|".join(setting.texts) == lines, why
    assert setting.setter.findings.forced


def test_marks_keep_to_their_edges_where_a_number_has_to_be_cut() -> None:
    # 30.9% and its stop are wider than the measure: the number gives way, not the stop.
    setting = set_text("增长30.9%。市长表示", 3)
    assert not any(line.startswith("。") for line in setting.texts)
    assert setting.setter.findings.forced


def test_a_soft_hyphen_after_a_mark_shows_nothing() -> None:
    assert lines_of("国，\u00ad国国", 1.6) == ["国，", "国", "国"]


@ANY
@given(st.text(alphabet="国한ไשa1 -/(“”,.!🙂é…—", max_size=20), st.floats(1, 8))
def test_no_line_begins_but_where_it_may(value: str, measure: float) -> None:
    setting = set_text(value, measure)
    if setting.setter.findings.forced:
        return
    for part in setting.block.paragraphs:
        assert all(part.paragraph.breaks[end] is not None for _, end in part.lines.ranges)


def test_a_word_of_another_script_stays_whole() -> None:
    for line in set_text("国国国ไทยแลนด์国国国国国", 5).lines:
        assert ("ไทยแลนด์" in line_text(line)) or not set("ไทยแลนด์") & set(line_text(line))


def test_a_selector_the_face_does_not_know_draws_nothing() -> None:
    made = setter().table(BODY)["葛\U000e0100"]
    assert len(made.glyphs) == 1
    assert made.advance == 1

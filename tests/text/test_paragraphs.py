"""A paragraph as a whole: indents, its last line, words too long, lines exactly as wide as their measure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.text.typesetting import AS_DELIVERED, lines_of, pen_width, set_text

HAN = "国家安全政治安全放在首位全力防风险保安全护稳定促发展惠民生创心安重点任务全部高质量完成系列安保万无一失"


@pytest.mark.parametrize("measure", [4, 5.3, 8, 10.5, 14, 22.25])
def test_inner_lines_are_exactly_as_wide_as_the_measure(measure: float) -> None:
    value = "2024年，全市“30.9%、22.4%”，同比《社区警务》（试行）；ABC在12345热线" + HAN
    for line in set_text(value, measure).lines[:-1]:
        assert pen_width(line) == pytest.approx(measure, abs=1e-9)
        assert line.width == pytest.approx(measure, abs=1e-9)


def test_later_paragraphs_are_indented_by_two_em_and_the_first_is_not() -> None:
    setting = set_text(f"{HAN}\n{HAN}\n\n{HAN}", 10)
    assert [p.indent for p in setting.block.paragraphs] == [0, 2, 2]
    firsts, number = [], 0
    for part in setting.block.paragraphs:
        line, indent = setting.block.line(number)
        firsts.append((indent, round(pen_width(line), 9)))
        number += len(part.lines.ranges)
    assert firsts == [(0, 10), (2, 8), (2, 8)]


def test_the_indent_is_a_number_of_the_theme_and_may_be_left_out() -> None:
    value = f"{HAN}\n{HAN}"
    assert [p.indent for p in set_text(value, 10, replace(AS_DELIVERED, indent=1)).block.paragraphs] == [0, 1]
    assert [p.indent for p in set_text(value, 10, indent=False).block.paragraphs] == [0, 0]


def test_an_empty_paragraph_and_an_empty_text_take_no_line() -> None:
    assert lines_of("国\n\n \n国", 4) == ["国", "国"]
    assert lines_of("", 4) == []
    with pytest.raises(IndexError):
        set_text("国", 4).block.line(1)


ORPHANS: tuple[tuple[str, float, list[str], str], ...] = (
    # GB/T 15834-2011 5.1.11; clreq #adjustments_of_orphans_and_widows
    ("国" * 21, 10, ["国" * 10, "国" * 9, "国国"], "one letter is pushed down, the line above opens"),
    ("国" * 4 + "，国、" + "国" * 4, 10.5, ["国国国国，国、国国国国"], "the line above takes it in"),
    ("国" * 10 + "国。", 10, ["国" * 9, "国国。"], "a mark is not counted as a letter"),
    ("国国国国国", 4, ["国国国国", "国"], "a line that would open by more than 0.15 em is left alone"),
    ("国" * 10 + "23", 10, ["国" * 10, "23"], "two digits are two letters"),
)


@pytest.mark.parametrize(("value", "measure", "expected", "rule"), ORPHANS)
def test_a_last_line_of_one_letter_is_cured(
    value: str, measure: float, expected: list[str], rule: str
) -> None:
    assert lines_of(value, measure) == expected, rule


def test_no_cure_of_an_orphan_opens_a_line_too_far() -> None:
    for count in range(11, 80):
        setting = set_text("国" * count, 10)
        assert all(line.tracking <= 0.15 + 1e-9 for line in setting.lines)


def test_a_nearly_full_last_line_is_set_flush_and_a_shorter_one_is_not() -> None:
    almost = set_text("国" * 20, 10.3).lines
    assert pen_width(almost[-1]) == pytest.approx(10.3)
    short = set_text("国" * 18, 10).lines
    assert short[-1].tracking == 0
    assert pen_width(short[-1]) == pytest.approx(8)


def test_a_paragraph_of_one_line_keeps_its_own_width() -> None:
    [only] = set_text("国" * 9, 9.5).lines
    assert pen_width(only) == pytest.approx(9)


LONG = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    "value", [LONG, f"国国{LONG}", f"国{LONG}国国", f"见https://www.example.cn/{LONG}。"]
)
def test_a_word_wider_than_the_measure_is_split_and_told(value: str) -> None:
    setting = set_text(value, 5)
    assert "".join(setting.texts) == value
    assert all(pen_width(line) <= 5 + 1e-6 for line in setting.lines)
    assert setting.setter.findings.forced


def test_a_word_that_fits_is_not_split_for_the_sake_of_one_that_does_not() -> None:
    lines = lines_of(f"国国国hello国国{LONG}国国国world国", 6)
    assert sum("hello" in line for line in lines) == 1
    assert sum("world" in line for line in lines) == 1


@pytest.mark.parametrize("value", ["国国hello国国", "国" * 20, f"{HAN}，don’t"])
def test_a_text_that_fits_is_not_reported(value: str) -> None:
    assert not set_text(value, 6).setter.findings.forced


def test_a_long_word_is_never_letterspaced() -> None:
    for line in set_text(f"{LONG} {LONG}", 13).lines:
        assert line.tracking == 0
        assert line.width == pytest.approx(pen_width(line))


def test_a_block_at_its_natural_width_is_not_justified() -> None:
    block = set_text("国" * 7 + "，" + "国" * 9, 7.5).block
    line, _ = block.line(0, justified=False)
    assert line.tracking == 0


@pytest.mark.parametrize("measure", [6, 10, 14])
def test_the_same_text_is_set_the_same_way_every_time(measure: float) -> None:
    first, again = set_text(HAN, measure), set_text(HAN, measure)
    assert first.texts == again.texts
    assert [line.moves for line in first.lines] == [line.moves for line in again.lines]


def test_ragged_lines_are_never_wider_than_the_measure() -> None:
    block = set_text("国国国国，国国国国，国国国国国国国国国国国", 9.5).block
    for index in range(block.count):
        line, _ = block.line(index, justified=False)
        assert pen_width(line) <= 9.5 + 1e-9
    assert block.paragraphs[0].lines.ranges[0][1] == 10

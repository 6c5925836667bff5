"""Figures: what they are made of, how they fit a column, where their ink stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.ink import Ink as Colour
from reportpdf.layout.display import ARTIFACT, BoxItem, TextItem
from reportpdf.layout.figures import FigureBox
from reportpdf.layout.lines import Inks
from tests.layout.ink import Ink, ink_of, joined
from tests.layout.reports import FONTS, GRID, LOOK, U, new_setting, text

H = 3 * U
FIGURES = new_setting().figures
NUMBERS = LOOK.figures
RED = Colour(0.0, 1.0, 1.0, 0.0)


def fit(words: str, height: float = H, columns: int = 4) -> FigureBox:
    return FIGURES.fit(text(words), height, GRID.span(columns))


def runs(box: FigureBox) -> list[TextItem]:
    return [item for item in box.items if isinstance(item, TextItem)]


def words_of(item: TextItem) -> str:
    return "".join(cluster.text for cluster in item.clusters)


def ink(box: FigureBox) -> Ink:
    return joined(found for item in runs(box) if (found := ink_of(item, FONTS)) is not None)


PARTS = [
    ("23项", ["23", "项"]),
    ("100%", ["100", "%"]),
    ("36.5℃", ["36.5", "℃"]),
    ("第一档", ["第一档"]),
    ("第1名", ["第", "1", "名"]),
    ("13.5%、10.2%", ["13.5", "%", "、", "10.2", "%"]),
    ("12项、61个", ["12", "项", "、", "61", "个"]),
    ("10:30", ["10:30"]),
    ("1,234人", ["1,234", "人"]),
    ("3/4", ["3/4"]),
    ("1949—2024年", ["1949", "—", "2024", "年"]),
    ("６.６万家", ["6.6", "万家"]),
]


@pytest.mark.parametrize(("figure", "parts"), PARTS)
def test_a_figure_is_digits_signs_and_units(figure: str, parts: list[str]) -> None:
    assert [words_of(item) for item in runs(fit(figure, columns=12))] == parts


def test_a_unit_and_a_sign_have_their_share_of_the_figure() -> None:
    digits, unit = runs(fit("23项"))
    assert unit.size == pytest.approx(NUMBERS.unit * H)
    assert ink_of(unit, FONTS).bottom == pytest.approx(0.0, abs=1e-6)
    digits, sign = runs(fit("95%"))
    assert sign.size == pytest.approx(NUMBERS.sign * digits.size)
    assert sign.y == digits.y == 0.0


def test_a_unit_is_never_smaller_than_the_least() -> None:
    unit = runs(FIGURES.at(text("23项"), 10.0))[1]
    assert unit.size == NUMBERS.unit_min


@pytest.mark.parametrize("figure", ["第一档", "零发生", "十佳", "百强"])
def test_words_are_as_high_in_ink_as_digits(figure: str) -> None:
    words, digits = ink(fit(figure, columns=12)), ink(fit("80", columns=12))
    assert words.bottom - words.top == pytest.approx(H, abs=0.01)
    assert words.bottom == pytest.approx(0.0, abs=0.01)
    assert digits.bottom - digits.top == pytest.approx(H, rel=0.04)


def test_a_dash_between_years_stands_at_the_middle_of_the_digits() -> None:
    digits, dash, after = (ink_of(item, FONTS) for item in runs(fit("1949—2024", columns=12)))
    assert digits is not None
    assert dash is not None
    assert after is not None
    assert (dash.top + dash.bottom) / 2 == pytest.approx((digits.top + digits.bottom) / 2, abs=0.1 * H)
    assert 0 < dash.left - digits.right < 0.2 * H
    assert 0 < after.left - dash.right < 0.2 * H


@pytest.mark.parametrize("figure", [":二", "一·三", "二"])
def test_flat_characters_beside_a_low_mark_do_not_tower(figure: str) -> None:
    assert ink(fit(figure, 2 * U)).top >= -1.12 * 2 * U


def test_a_compound_is_parted_by_a_rule_and_its_mark_is_not_inked() -> None:
    box = fit("12项、61个", columns=6)
    assert [(words_of(item), item.visible) for item in runs(box) if words_of(item) == "、"] == [("、", False)]
    (rule,) = [item for item in box.items if isinstance(item, BoxItem)]
    assert (rule.rect.width, rule.rect.height) == (NUMBERS.compound_rule, pytest.approx(H))
    before = max(ink_of(i, FONTS).right for i in runs(box)[:2])
    after = min(ink_of(i, FONTS).left for i in runs(box)[3:])
    assert rule.rect.x + rule.rect.width / 2 - before == pytest.approx(after - rule.rect.x, abs=1.5)


STEPS = [
    ("23项", 4, "whole"),
    ("9761个", 4, "whole"),
    ("第一档", 4, "whole"),
    ("1234567.89亿元", 4, "lower"),
    ("13.5%、10.2%", 4, "lower"),
    ("3.5%、10.2%、99.1%、4.4%", 4, "stacked"),
    ("全国公安系统先进集体", 4, "broken"),
]


@pytest.mark.parametrize(("figure", "columns", "how"), STEPS)
def test_a_figure_is_made_lower_then_stacked_then_broken(figure: str, columns: int, how: str) -> None:
    box = fit(figure, columns=columns)
    feet = {round(item.y) for item in runs(box) if item.size > H / 8}
    if how in ("whole", "lower"):
        assert (box.height == pytest.approx(H)) is (how == "whole")
        assert box.height >= NUMBERS.least_u * U - 1e-6
        assert (H - box.height) / (U * NUMBERS.step_u) == pytest.approx(round((H - box.height) / U * 4))
    else:
        assert box.height == H
        assert len(feet) == (4 if how == "stacked" else 2)


def test_a_word_is_not_broken_where_one_line_is_larger_than_two() -> None:
    (word,) = runs(fit("百分之九十五", 2 * U, 3))
    assert words_of(word) == "百分之九十五"
    found = ink(fit("百分之九十五", 2 * U, 3))
    assert 0.45 * 2 * U < found.bottom - found.top < NUMBERS.least_u * U
    assert found.right <= GRID.span(3)


def test_a_figure_is_put_in_the_colour_of_its_section() -> None:
    items = fit("23项、4个", columns=12).put(100.0, 200.0, Inks((), RED), ARTIFACT)
    assert {item.ink for item in items} == {RED}
    assert min(ink_of(i, FONTS).left for i in items if isinstance(i, TextItem) and i.visible) == (
        pytest.approx(100.0, abs=0.05)
    )


def test_a_sign_does_not_tell_how_high_a_flat_word_stands() -> None:
    assert ink(fit("+二", 2 * U, 3)).top >= -1.12 * 2 * U


ALPHABET = "0123456789.,:/%‰℃+-项个亿元万家第名一二零发生优秀A级“”·"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.text(ALPHABET, min_size=1, max_size=14), min_size=1, max_size=3).map("、".join),
    st.sampled_from([3, 4, 6, 8, 12]),
    st.sampled_from([2, 3, 4, 5.55, 6.55]),
)
def test_any_figure_stands_whole_in_its_column_from_its_edge(figure: str, columns: int, steps: float) -> None:
    box = fit(figure, steps * U, columns)
    told = "".join(words_of(item) for item in runs(box))
    wanted = new_setting().setter.normalised(text(figure)).strip("、")
    assert told.replace("、", "") == wanted.replace("、", "")
    found = ink(box)
    assert found.left == pytest.approx(0.0, abs=0.1)
    assert found.right <= GRID.span(columns) + 0.1
    assert found.top >= -1.12 * steps * U

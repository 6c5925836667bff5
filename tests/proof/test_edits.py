"""Edits are cut where a reader of Chinese would cut them; values are found however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.proof.edits import edits, is_white, likeness, pieces
from reportpdf.proof.standing import values

CASES = (
    # old, new, (taken out, put in) in order
    ("查改隐患9761个", "查改隐患9768个", (("9761", "9768"),)),
    ("下降13.5%、10.2%。", "下降13.5%、10.8%。", (("10.2%", "10.8%"),)),
    ("9,761起", "9,768起", (("9,761", "9,768"),)),
    ("救助1.2万人", "救助1.2亿人", (("1.2万", "1.2亿"),)),
    ("２３％", "２４％", (("２３％", "２４％"),)),
    ("深入开展行动", "开展行动", (("深入", ""),)),
    ("开展行动", "开展专项行动", (("", "专项"),)),
    ("坚持和发展", "坚持与发展", (("和", "与"),)),
    ("GPS定位", "GNSS定位", (("GPS", "GNSS"),)),
    ("一致", "一致", ()),
    ("", "全新", (("", "全新"),)),
    ("2023,761个", "2024,761个", (("2023", "2024"),)),
    (
        "坚持改革，推进重点项目建设，实现全覆盖，助力本地企业进入体系，化解风险。",
        "围绕改革，服务项目683个，推动企业进入全国体系，做到零风险。",
        (
            (
                "坚持改革，推进重点项目建设，实现全覆盖，助力本地企业进入体系，化解",
                "围绕改革，服务项目683个，推动企业进入全国体系，做到零",
            ),
        ),
    ),  # written anew: no crumbs of what stayed by chance
    (
        "甲一乙子丙二丁丑戊三己寅庚四辛",
        "甲五乙子丙六丁丑戊七己寅庚八辛",
        (("一", "五"), ("二", "六"), ("三", "七"), ("四", "八")),
    ),
)


@pytest.mark.parametrize(("old", "new", "wanted"), CASES)
def test_an_edit_is_cut_at_words_and_numbers(old: str, new: str, wanted: tuple[tuple[str, str], ...]) -> None:
    assert tuple((one.old, one.new) for one in edits(old, new)) == wanted


WORDS = st.text(st.sampled_from("全市公安9761,.% 、，。\nab"), max_size=40)


@given(WORDS, WORDS)
def test_edits_make_the_new_words_of_the_old(old: str, new: str) -> None:
    made, at = "", 0
    for one in edits(old, new):
        assert old[one.old_at : one.old_at + len(one.old)] == one.old
        assert new[one.new_at : one.new_at + len(one.new)] == one.new
        made += old[at : one.old_at]
        assert len(made) == one.new_at
        made += one.new
        at = one.old_at + len(one.old)
    assert made + old[at:] == new


@given(WORDS)
def test_pieces_are_the_words(words: str) -> None:
    assert "".join(pieces(words)) == words


@given(WORDS, WORDS)
def test_likeness_is_one_for_the_same_and_the_same_both_ways(old: str, new: str) -> None:
    assert likeness(old, old) == 1.0
    assert likeness(old, new) == likeness(new, old)
    assert 0.0 <= likeness(old, new) <= 1.0


def test_white_alone_is_told_apart() -> None:
    assert is_white("风险 维护", "风险维护")
    assert not is_white("风险维护", "风险维护")
    assert not is_white("风险 维护", "风险、维护")


FORMS = (
    "9761个",
    "9,761个",
    "9 761个",
    "９７６１个",
    "９，７６１个",
    "0.9761万个",
    "九千七百六十一个",
    "玖仟柒佰陆拾壹个",
)


@pytest.mark.parametrize("written", FORMS)
def test_a_value_is_found_however_it_is_written(written: str) -> None:
    (found,) = values(f"查改隐患{written}。")
    assert found.value == 9761
    assert found.unit == "个"


@pytest.mark.parametrize("written", ["95%", "95％", "９５％", "百分之九十五"])
def test_a_share_is_found_however_it_is_written(written: str) -> None:
    (found,) = values(f"智慧监管率超{written}。")
    assert (found.value, found.unit) == (95, "%")

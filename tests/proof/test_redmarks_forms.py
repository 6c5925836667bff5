"""What marks ask for: the forms in which people write, and words that are no form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.proof.redmarks_forms import MOST_READ, Ask, Asked, read_form, without_remark

R, D, A = Ask.REPLACE, Ask.DELETE, Ask.ADD

FORMS: tuple[tuple[str, Asked], ...] = (
    ("9761 改 9768", Asked(R, "9761", "9768")),
    ("9761改9768", Asked(R, "9761", "9768")),
    ("9761，改9768", Asked(R, "9761", "9768")),
    ("9761 改为 9768。", Asked(R, "9761", "9768")),
    ("“9761”改为“9768”", Asked(R, "9761", "9768")),
    ("把9761改成9768", Asked(R, "9761", "9768")),
    ("将「的」改为「地」", Asked(R, "的", "地")),
    ("9761应为9768", Asked(R, "9761", "9768")),
    ("9761 有误，应为9768", Asked(R, "9761", "9768")),
    ("9761 应改为 9768", Asked(R, "9761", "9768")),
    ("9761更正为9768", Asked(R, "9761", "9768")),
    ("9761->9768", Asked(R, "9761", "9768")),
    ("9761 --> 9768", Asked(R, "9761", "9768")),
    ("9761→9768", Asked(R, "9761", "9768")),
    ("9761 => 9768", Asked(R, "9761", "9768")),
    ("change 9761 to 9768", Asked(R, "9761", "9768")),
    ("9761 should be 9768", Asked(R, "9761", "9768")),
    ("应为9768", Asked(R, "", "9768")),
    ("改为：9768", Asked(R, "", "9768")),
    ("改：9768", Asked(R, "", "9768")),
    ("逗号改句号", Asked(R, "，", "。")),
    ("改革 改 改造", Asked(R, "改革", "改造")),
    ("删“的”", Asked(D, "的")),
    ("删除重复的字", Asked(D, "重复的字")),
    ("“的”字删", Asked(D, "的")),
    ("请删去", Asked(D)),
    ("删", Asked(D)),
    ("delete 的", Asked(D, "的")),
    ("增“的”", Asked(A, "", "的")),
    ("补：2024年", Asked(A, "", "2024年")),
    ("加逗号", Asked(A, "", "，")),
    ("漏“了”", Asked(A, "", "了")),
    ("在“公安”后加“机关”", Asked(A, "", "机关", "公安")),
    ("公安之前补滨州", Asked(A, "", "滨州", "公安", True)),
    ("insert 的 after 滨州", Asked(A, "", "的", "滨州")),
    ("公安与机关对调", Asked(Ask.SWAP, "公安", "机关")),
    ("公安、机关互换位置", Asked(Ask.SWAP, "公安", "机关")),
    ("前后对调", Asked(Ask.SWAP)),
    ("将“一季度”移到“二季度”之前", Asked(Ask.MOVE, "一季度", "", "二季度", True)),
    ("移至第二段后", Asked(Ask.MOVE, "", "", "第二段")),
    ("保留", Asked(Ask.KEEP)),
)


@pytest.mark.parametrize(("words", "asked"), FORMS, ids=[words for words, _ in FORMS])
def test_a_form_is_understood(words: str, asked: Asked) -> None:
    assert read_form(words) == asked
    assert read_form(f"  {words}！ ") == asked


@pytest.mark.parametrize(
    "words", ["此图裁切偏左", "字距太紧", "核", "加强领导", "增长不快", "补贴标准不清", "", "？", "照片太暗"]
)
def test_a_remark_is_no_form(words: str) -> None:
    assert read_form(words).kind is Ask.OTHER


@pytest.mark.parametrize(
    ("words", "there", "asked"),
    [
        ("改革改改造", "全面深化改革", Asked(R, "改革", "改造")),
        ("查改改查办", "查改隐患9761个", Asked(R, "查改", "查办")),
        ("删 常态化（重复）", "常态化推进扫黑除恶", Asked(D, "常态化")),
    ],
)
def test_of_several_readings_that_is_meant_which_stands_there(words: str, there: str, asked: Asked) -> None:
    assert read_form(words, there) == asked


def test_a_remark_behind_what_is_to_come_is_no_part_of_it() -> None:
    assert without_remark(read_form("9761改9768，见附件").new) == "9768"
    assert without_remark("9768（统计室）") == "9768"


def test_a_letter_is_not_read_as_a_form() -> None:
    assert read_form("改" * (MOST_READ + 1)) == Asked(Ask.OTHER)


PLAIN = st.text("0123456789甲乙丙丁戊己庚辛滨州公安", min_size=1, max_size=12)


@given(
    PLAIN, PLAIN, st.sampled_from(("{} 改 {}", "{}改为{}", "{} -> {}", "{}→{}", "“{}”应为“{}”", "把{}改成{}"))
)
def test_any_two_words_come_back_from_any_form(old: str, new: str, form: str) -> None:
    assert read_form(form.format(old, new), old) == Asked(R, old, new)


@given(st.text(max_size=80), st.text(max_size=40))
def test_nothing_that_is_written_is_too_much(words: str, there: str) -> None:
    asked = read_form(words, there)
    assert asked.kind in Ask
    assert all(part in words or len(part) <= 2 for part in (asked.old, asked.new, asked.anchor))

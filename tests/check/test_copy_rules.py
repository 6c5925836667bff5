"""Rules about words: each fires on what is planted, and is silent on good sentences that look like it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpdf.base.messages import MESSAGES
from reportpdf.base.messages.check import ROWS
from reportpdf.base.problem import Place
from reportpdf.check.copy import captions, confusables
from reportpdf.check.copy.numbers import han_value
from reportpdf.check.copy_rules import COPY_CODES, COPY_ROWS, copy_findings
from reportpdf.model.report import Imprint, ImprintKind, Report
from reportpdf.model.terms import Terms
from reportpdf.source.places import place_of
from reportpdf.source.report_file import read_report
from reportpdf.source.terms_file import decode_terms
from reportpdf.source.text_file import make_source
from tests.check.copy_clean import CLEAN, FIGURES_CLEAN
from tests.check.copy_faults import FAULTS, FIGURES
from tests.check.copy_reports import codes, photo, report, said, without_photos, words

SAMPLE = Path(__file__).parents[2] / "data" / "binzhou-2024" / "report.yaml"


@pytest.mark.parametrize(("code", "text"), FAULTS, ids=lambda value: value[:24])
def test_a_planted_fault_is_found(code: str, text: str) -> None:
    assert code in said(text)


@pytest.mark.parametrize("text", CLEAN, ids=lambda value: value[:24])
def test_nothing_is_said_of_a_good_sentence(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("code", "figure", "text"), FIGURES)
def test_a_figure_that_its_text_does_not_have(code: str, figure: str, text: str) -> None:
    assert code in codes(report((figure, text)))


@pytest.mark.parametrize(("figure", "text"), FIGURES_CLEAN)
def test_a_figure_that_its_text_has(figure: str, text: str) -> None:
    assert codes(report((figure, text))) == []


INTERNAL = Imprint(ImprintKind.INTERNAL, place=Place("r.yaml", 2, 3, "imprint"))
WHOLE = replace(
    INTERNAL,
    permit=words("鲁滨内准印证2024第012号"), statement=words("内部资料，免费交流"), compiler=words("滨州市公安局"),
    readers=words("本系统各单位"), printer=words("滨州日报社印刷厂"), printed=words("2024年12月30日"), copies=words("500册"),
)  # fmt: skip
GOOD = ("第一", "工作成效全市第一。")

REPORTS: tuple[tuple[str, Report], ...] = (
    ("copy-title-stop", report(GOOD, title="平安答卷。")),
    ("copy-title-stop", report(GOOD, head="守护平安，")),
    ("fact-two-values", report(("23项", "查改隐患9761个，23项任务完成。"), lede="全年查改隐患9716个。")),
    ("fact-two-values", report(("34个", "修订执法指引34个。"), ("38项", "修订执法指引38个，清单38项。"))),
    ("fact-two-values", report(("12项", "12项民生实事提前完成。"), lede="今年，13项民生实事提前完成。")),
    ("fact-two-values", report(("8分钟", "警情平均处置时间缩短至8分钟。"), lede="警情平均处置时间缩短至9分钟。")),
    ("figure-style", report(("23项", "完成23项。"), ("12件", "办理12件。"), ("三十起", "破案三十起。"))),
    ("figure-style", report(("23项", "完成23项。"), ("12件", "办理12件。"), ("30 起", "破案30起。"))),
    ("figure-no-unit", report(("23项", "完成23项。"), ("12件", "办理12件。"), ("30", "破案30起。"))),
    ("quote-not-in-text", report(GOOD, quote="平安是最大的民生")),
    ("caption-missing", report(GOOD, photos=(photo(),))),
    ("caption-no-credit", report(GOOD, photos=(photo("2024年9月19日，巡逻。", ""), photo("2024年9月20日，走访。")))),
    ("caption-none-credited", report(GOOD, photos=tuple(photo(f"2024年9月{n}日，巡逻。", "") for n in range(1, 6)))),
    ("caption-time", report(GOOD, photos=(photo("国庆节，滨州市公安局举行升旗仪式。"),))),
    ("caption-time", report(GOOD, photos=(photo("近日，民警走进校园。"),))),
    ("caption-time", report(GOOD, photos=(photo("“六一”儿童节期间，民警走进校园。"),))),
    ("caption-twice", report(GOOD, photos=(photo("9月19日，民警巡逻。"), photo("9月19日，民警巡逻"),))),
    ("photo-used-twice", report(GOOD, photos=(photo("9月19日，巡逻。", file="a.jpg"), photo("走访。", file="a.jpg")))),
    ("name-two-ways", report(GOOD, byline=(("通讯员", ("郭飞", "徐瑶")),), photos=(photo("巡逻。", "郭菲 摄"),))),
    ("name-two-ways", report(GOOD, byline=(("通讯员", ("王建军",)),), lede="民警王健军说，一切都值得。")),
    ("name-two-ways", report(GOOD, lede="民警李志强介绍，路口已疏通。随后，民警李智强向群众致谢。")),
    ("name-twice", report(GOOD, byline=(("通讯员", ("郭飞", "郭飞")),))),
    ("imprint-missing", replace(report(GOOD), imprint=replace(WHOLE, permit=None))),
    ("imprint-missing", replace(report(GOOD), imprint=replace(WHOLE, copies=None))),
    ("imprint-statement", replace(report(GOOD), imprint=replace(WHOLE, statement=words("内部资料，注意保存")))),
    ("imprint-press-word", replace(report(GOOD, byline=(("本报记者", ("罗军",)),)), imprint=WHOLE)),
    ("imprint-press-word", replace(report(GOOD, lede="记者从市公安局获悉，发案下降。"), imprint=WHOLE)),
    ("imprint-press-word", replace(report(GOOD, lede="本刊编辑部整理。"), imprint=WHOLE)),
    ("imprint-price", replace(report(GOOD), imprint=replace(WHOLE, copies=words("500册，定价10元")))),
)  # fmt: skip

REPORTS_CLEAN: tuple[Report, ...] = (
    report(GOOD, byline=(("本报记者", ("罗军",)), ("通讯员", ("郭飞", "徐瑶")))),
    replace(
        report(GOOD, byline=(("撰稿", ("罗军",)),), lede="本报告由市局编写，记者会如期召开。"), imprint=WHOLE
    ),
    report(GOOD, photos=(photo("10月1日，国庆节，升旗仪式举行。"), photo("升旗仪式现场。"))),
    report(GOOD, photos=(photo("2024年9月19日，民警巡逻。（张伟 摄）", ""),)),
    report(("9761个", "查改隐患9761个。"), lede="全年查改隐患9761个。"),
    # two operations, each with its own numbers
    report(
        ("23名", "在“夏季行动”中，抓获犯罪嫌疑人23名。"),
        ("45名", "在“昆仑2024”行动中，抓获犯罪嫌疑人45名。"),
    ),
    report(("23名", "严打盗抢骗，抓获犯罪嫌疑人23名。"), ("45名", "严打黄赌毒，抓获犯罪嫌疑人45名。")),
    report(("5场", "去年组织警营开放日活动3场，今年组织警营开放日活动5场。")),
    report(GOOD, lede="平安是最大的民生。", quote="平安是最大的民生"),
    report(GOOD, lede="民警张伟说，好。所长王建国说，好。", byline=(("通讯员", ("张薇薇", "王建")),)),
    without_photos(report(GOOD)),
)


@pytest.mark.parametrize(
    ("code", "made"), REPORTS, ids=[f"{i}-{code}" for i, (code, _) in enumerate(REPORTS)]
)
def test_a_fault_of_a_report_is_found(code: str, made: Report) -> None:
    assert code in codes(made)


@pytest.mark.parametrize("made", REPORTS_CLEAN, ids=range(len(REPORTS_CLEAN)))
def test_nothing_is_said_of_a_good_report(made: Report) -> None:
    assert codes(made) == []


def test_the_corpus_has_every_code_and_is_large_enough() -> None:
    planted = {code for code, *_ in (*FAULTS, *FIGURES, *REPORTS)}
    pasted = {
        "copy-space",
        "copy-invisible",
        "copy-private-use",
        "copy-radical",
        "terms-preferred",
        "terms-forbidden",
        "terms-name",
    }
    assert planted | pasted == set(COPY_CODES)
    assert len(FAULTS) + len(FIGURES) + len(REPORTS) >= 150
    assert len(CLEAN) + len(FIGURES_CLEAN) + len(REPORTS_CLEAN) >= 150


def test_what_a_paste_brings_in() -> None:
    assert said("今年\u200e以来，发案下降。") == ["copy-invisible"]
    assert said("今年以来，  发案下降。") == ["copy-space"]
    assert said("今年以来，\ue81e案下降。") == ["copy-private-use"]
    assert said("服务\u2f08民。") == ["copy-radical"]


def test_the_sample_gives_the_list_that_a_chief_editor_agrees_with() -> None:
    found = copy_findings(read_report(SAMPLE))
    told = [(n.problem.code, dict(n.problem.args).get("found", ""), 1 + len(n.more)) for n in found]
    assert told == [
        ("copy-half-width", ",", 85),
        ("caption-none-credited", "", 7),
        ("copy-half-width", "(", 2),
        ("figure-bound", "95%", 1),
        ("caption-time", "夏季行动期间", 1),
        ("caption-time", "国庆节", 1),
        ("caption-time", "“六一”儿童节期间", 1),
    ]


def test_the_sample_as_an_issue_for_inside_use() -> None:
    made = replace(read_report(SAMPLE), imprint=INTERNAL)
    assert Counter(codes(made))["imprint-missing"] == 7
    [word] = [n for n in copy_findings(made) if n.problem.code == "imprint-press-word"]
    assert word.text is not None
    assert word.text.value == "本报记者"


def test_a_finding_points_at_its_words() -> None:
    for noted in copy_findings(read_report(SAMPLE)):
        if noted.text is not None and dict(noted.problem.args).get("found"):
            start = dict(noted.problem.args)["found"]
            assert noted.text.value[noted.offset : noted.offset + noted.length].startswith(start)
            assert place_of(noted.text, noted.offset).line == noted.text.place.line


def test_every_finding_can_be_worded() -> None:
    made = [report(lede=text) for _, text in FAULTS] + [report((a, b)) for _, a, b in FIGURES]
    for each in (*made, *(r for _, r in REPORTS)):
        for noted in copy_findings(each):
            row = MESSAGES[noted.problem.code]
            args = dict(noted.problem.args)
            assert row.fact.format(**args)
            assert row.fix.format(**args)


def test_a_code_that_is_off_is_silent() -> None:
    made = report(lede="今年以来,群众的的安全感提升。")
    found = copy_findings(made, off=frozenset({"copy-repeated"}))
    assert [n.problem.code for n in found] == ["copy-half-width"]


def test_every_code_has_its_row() -> None:
    assert set(COPY_CODES) | {"photo-alike"} == set(ROWS)
    assert all(row.source for row in COPY_ROWS)


TERMS = """
preferred: {犯罪嫌疑人: [嫌疑犯, 嫌疑人员], 派出所: [派所]}
forbidden: {神器: 夸大, 零容忍: }
names: {徐瑶: [徐遥], 滨州市公安局: [滨洲市公安局]}
"""


def _terms() -> Terms:
    return decode_terms(make_source(TERMS, shown="terms.yaml"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("抓获嫌疑犯1名。", "terms-preferred"),
        ("破案神器上线。", "terms-forbidden"),
        ("对违法行为零容忍。", "terms-forbidden"),
        ("通讯员徐遥报道。", "terms-name"),
        ("滨洲市公安局部署。", "terms-name"),
    ],
)
def test_a_word_against_the_list(text: str, code: str) -> None:
    assert code in codes(report(lede=text), _terms())


def test_a_word_of_the_list_is_good() -> None:
    assert codes(report(lede="滨州市公安局派出所抓获犯罪嫌疑人1名。"), _terms()) == []


def test_photos_that_look_alike() -> None:
    first, second, third = words("a.jpg"), words("b.jpg"), words("c.jpg")
    bits = 0xF0F0_F0F0_F0F0_F0F0
    found = list(
        captions.photos_alike([(first, bits), (second, bits ^ 0b111), (third, ~bits & (1 << 64) - 1)])
    )
    assert [(n.problem.code, n.text) for n in found] == [("photo-alike", second)]


def test_a_row_of_the_table_does_not_find_what_it_asks_for() -> None:
    for _, block in (*confusables.WRONG, *confusables.VARIANTS):
        for token in block.split():
            right = token.rpartition("=")[2]
            assert [
                c for c in said(f"他们{right}。") if c in ("copy-wrong-character", "copy-variant")
            ] == [], token


@pytest.mark.parametrize(
    ("han", "value"),
    [
        ("十", 10),
        ("二十三", 23),
        ("一百零八", 108),
        ("三千二百", 3200),
        ("一万二千", 12000),
        ("二〇二四", 2024),
        ("三四", None),
    ],
)
def test_a_numeral_in_han(han: str, value: int | None) -> None:
    assert han_value(han) == value


@given(
    st.text("。，、；：“”‘’《》（）()0123456789.%年月日～-的了和十百万亿超约余个项起、,;\n A", max_size=40)
)
def test_no_words_make_a_rule_fall(text: str) -> None:
    for noted in copy_findings(report((text or "1", text or "1"), lede=text)):
        assert noted.text is None or 0 <= noted.offset <= noted.offset + noted.length <= len(noted.text.value)

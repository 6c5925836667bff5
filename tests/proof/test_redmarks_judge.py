"""Whether a mark was made: what is asked is looked for at its place, wherever the callout went."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportpdf.base.geometry import Rect
from reportpdf.proof.redmarks import Mark, Remark
from reportpdf.proof.redmarks_follow import follow
from reportpdf.proof.redmarks_judge import MarkVerdict, Verdict, judge_marks
from reportpdf.proof.redmarks_place import MarkPlace
from reportpdf.proof.set_words import SetLine, SetRound, Source

ASKED, OTHER, SAME, GONE = Verdict.AS_ASKED, Verdict.OTHERWISE, Verdict.UNCHANGED, Verdict.GONE

PATH = "sections[0].callouts[0].text"
TEXT = "全年查改隐患9761个,下降13.5%,反诈工作列全省第一档,公安工作再上台阶。"


def _round(**texts: str) -> SetRound:
    sources = {path: Source(path, words, i + 1) for i, (path, words) in enumerate(texts.items())}
    return SetRound("report.yaml", ((210, 297),), (), (), sources)


def _mark(text: str, words: str, source: str = TEXT, path: str = PATH) -> Mark:
    place = MarkPlace(1, 20, 30, Rect(20, 28, 10, 4), words, path, 1, source, source.find(words))
    return Mark(1, 1, Remark(place, text), "李", "2026-01-03T10:00:00+08:00")


def _judged(text: str, words: str, now: str, was: str = TEXT) -> MarkVerdict:
    (verdict,) = judge_marks([_mark(text, words, was)], _round(**{PATH: was}), _round(**{PATH: now}))
    return verdict


def _with(old: str, new: str) -> str:
    assert TEXT.count(old) >= 1
    return TEXT.replace(old, new, 1)


CASES: tuple[tuple[str, str, str, Verdict], ...] = (
    ("9761 改 9768", "9761", _with("9761", "9768"), ASKED),
    ("9761 改 9768", "9761", _with("9761", "9768").replace("再上台阶", "迈上新台阶"), ASKED),
    ("9761 改 9768", "9761", _with("9761", "9769"), OTHER),
    ("9761 改 9768", "9761", _with("再上台阶", "迈上新台阶"), OTHER),
    ("9761 改 9768", "9761", TEXT, SAME),
    ("改9768", "9761", _with("9761", "9768"), ASKED),
    ("9761改9768，见附件", "9761", _with("9761", "9768"), ASKED),
    # what comes holds what goes, and the other way round
    ("公安 改 公安机关", "公安", _with("公安", "公安机关"), ASKED),
    ("公安工作 改 公安", "公安工作", _with("公安工作", "公安"), ASKED),
    ("公安 改 公安机关", "公安", _with("13.5", "13.6"), OTHER),
    # half-width and full-width are one
    ("，改。", ",", _with("个,", "个。"), ASKED),
    ("下降13.5%，改为下降13.6%，", "13.5%", _with("13.5%,", "13.6%,"), ASKED),
    ("删“全年”", "全年", _with("全年", ""), ASKED),
    ("删", "全年", _with("全年", ""), ASKED),
    ("删", "全年", _with("全年", "全"), OTHER),
    ("删 全年（重复）", "全年", _with("全年", ""), ASKED),
    ("增“共”", "全年", _with("全年", "全年共"), ASKED),
    ("在“公安”后增“机关”", "公安", _with("公安", "公安机关"), ASKED),
    ("在“公安”后增“机关”", "公安", _with("全年", "机关全年"), OTHER),
    ("在“公安”前增“滨州”", "公安", _with("公安", "滨州公安"), ASKED),
    ("增“共”", "全年", _with("台阶。", "台阶，共勉。"), OTHER),
    ("隐患、反诈对调", "隐患", _with("隐患", "甲").replace("反诈", "隐患").replace("甲", "反诈"), ASKED),
    ("隐患、反诈对调", "隐患", _with("隐患", "问题"), OTHER),
    ("将“全年”移至“公安”后", "全年", _with("全年", "").replace("公安", "公安全年"), ASKED),
    ("保留", "全年", TEXT, ASKED),
    ("保留", "全年", _with("全年", ""), OTHER),
    ("字距太紧", "全年", TEXT, SAME),
    ("此句不通", "全年", _with("全年", "今年"), OTHER),
)


@pytest.mark.parametrize(("text", "words", "now", "verdict"), CASES)
def test_the_verdict_on_a_mark(text: str, words: str, now: str, verdict: Verdict) -> None:
    assert _judged(text, words, now).verdict is verdict


def test_of_the_same_words_twice_those_at_the_mark_are_meant() -> None:
    was = "甲处3个,乙处5个,丙处3个。"
    mark = _mark("3 改 4", "3", was)
    second = replace(mark, remark=replace(mark.remark, place=replace(mark.place, offset=was.rfind("3"))))
    rounds = _round(**{PATH: was}), _round(**{PATH: "甲处3个,乙处5个,丙处4个。"})
    first, last = judge_marks([mark, second], *rounds)
    assert (first.verdict, last.verdict) == (OTHER, ASKED)


def test_only_an_understood_form_that_fits_can_be_held_against_the_text() -> None:
    assert _judged("9761 改 9768", "9761", TEXT).judged
    assert not _judged("8888 改 9999", "9761", TEXT).judged
    assert not _judged("字距太紧", "9761", TEXT).judged


def test_a_callout_is_followed_where_it_went() -> None:
    other = "sections[0].callouts[1].text"
    was = _round(**{PATH: TEXT, other: "轻微道路交通事故视频快处率达90%以上,警情平均处置时间缩短至8分钟。"})
    now = _round(**{PATH: was.sources[other].words, other: _with("9761", "9768")})
    (verdict,) = judge_marks([_mark("9761 改 9768", "9761")], was, now)
    assert (verdict.verdict, verdict.path) == (ASKED, other)


def test_the_figure_of_the_callout_is_meant_where_only_that_has_the_words() -> None:
    figure = "sections[0].callouts[0].figure"
    was, now = (_round(**{figure: n, PATH: "查改隐患近万个。"}) for n in ("9761个", "9768个"))
    (verdict,) = judge_marks([_mark("9761 改 9768", "查改", "查改隐患近万个。")], was, now)
    assert (verdict.verdict, verdict.path) == (ASKED, figure)


def test_a_callout_that_is_no_more_is_gone() -> None:
    other = "sections[0].callouts[1].text"
    was = _round(**{PATH: TEXT, other: "甲乙丙丁戊己庚辛。"})
    (verdict,) = judge_marks([_mark("9761 改 9768", "9761")], was, _round(**{PATH: "甲乙丙丁戊己庚辛。"}))
    assert (verdict.verdict, verdict.now) == (GONE, "")


def test_a_callout_rewritten_from_end_to_end_is_changed_and_not_gone() -> None:
    assert _judged("整条重写", "全年", "本年度成绩显著，群众满意。").verdict is OTHER


def test_a_photo_is_changed_when_its_file_or_crop_is() -> None:
    path = "sections[0].photos[0]"
    was = SetRound("r", (), (), (), {path: Source(path, "a.jpg", 3, "hash1")})
    now = SetRound("r", (), (), (), {path: Source(path, "a.jpg", 3, "hash2")})
    mark = _mark("换图", "a.jpg", "a.jpg", path)
    assert [one.verdict for one in judge_marks([mark], was, now)] == [OTHER]
    assert [one.verdict for one in judge_marks([mark], was, was)] == [SAME]


def test_words_outside_the_report_are_judged_by_their_place_on_the_page() -> None:
    def page(words: str) -> SetRound:
        boxes = tuple(Rect(20 + 5 * i, 28, 5, 4) for i in range(len(words)))
        return SetRound("r", ((210, 297),), (SetLine(1, words, boxes),), (), {})

    mark = _mark("3月 改 4月", "3月", "", "")
    rounds = [page(words) for words in ("3月印", "4月印")]
    assert judge_marks([mark], rounds[0], rounds[1])[0].verdict is ASKED
    assert judge_marks([mark], rounds[0], rounds[0])[0].verdict is SAME
    assert judge_marks([mark], rounds[0], SetRound("r", ((210, 297),), (), (), {}))[0].verdict is GONE


def test_texts_are_followed_through_sections() -> None:
    was = {
        "sections[0].title": "甲",
        "sections[0].callouts[0].text": "始终将维护国家安全放在首位。",
        "sections[1].title": "乙",
        "sections[1].callouts[0].text": "坚持和发展新时代枫桥经验。",
        "title": "题",
    }
    now = {
        "sections[0].title": "乙乙",
        "sections[0].callouts[0].text": "坚持和发展新时代“枫桥经验”。",
        "sections[1].title": "甲",
        "sections[1].callouts[0].text": "始终将维护国家安全放在首位。",
        "title": "新题",
    }
    found = follow(_round(**was).sources, _round(**now).sources)
    assert found == {
        "sections[0].title": "sections[1].title",
        "sections[0].callouts[0].text": "sections[1].callouts[0].text",
        "sections[1].title": "sections[0].title",
        "sections[1].callouts[0].text": "sections[0].callouts[0].text",
        "title": "title",
    }


HAN = st.text("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏", min_size=1, max_size=30)
FIGURE = st.text("0123456789", min_size=1, max_size=6)


@given(HAN, HAN, FIGURE, FIGURE, st.sampled_from(("{} 改 {}", "{}→{}", "{}应为{}")))
def test_any_figure_that_was_changed_as_asked_is_found_so(
    before: str, after: str, old: str, new: str, form: str
) -> None:
    assume(old != new)
    was, now = before + old + after, before + new + after
    asked = form.format(old, new)
    assert _judged(asked, old, now, was).verdict is ASKED
    assert _judged(asked, old, was, was).verdict is SAME


@given(HAN, HAN, HAN, FIGURE, FIGURE)
def test_what_else_was_changed_far_from_the_place_does_not_matter(
    before: str, between: str, after: str, old: str, new: str
) -> None:
    assume(old != new)
    was = before + "，" + old + "个，" + between + "。" + after
    now = before + "，" + new + "个，" + between + "。另加一句。" + after
    assert _judged(f"{old} 改 {new}", old, now, was).verdict is ASKED
    other = before + "，" + old + "个，" + between + "。另加一句。" + after
    assert _judged(f"{old} 改 {new}", old, other, was).verdict is OTHER


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=30))
def test_a_verdict_is_given_on_anything(was: str, now: str, text: str) -> None:
    assert _judged(text, was[:3], now, was).verdict in Verdict

"""Headline and section titles: where they break, how large they stand, what is not inked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.base.ink import BLACK
from reportpdf.layout.display import ARTIFACT, TextItem
from reportpdf.layout.headline import set_headline
from reportpdf.layout.titles import Title, couplet, set_title, set_title_within
from tests.layout.ink import ink_of
from tests.layout.reports import FONTS, GRID, LOOK, new_setting, prose, text

SETTING = new_setting()
STYLE = LOOK.styles.headline
ROOM = GRID.span(10)


def lines_of(title: Title) -> list[str]:
    """The inked words of each line."""
    return ["".join(c.text for c in line.words.line.clusters) for line in title.lines]


def hidden_of(title: Title) -> list[str]:
    return ["".join(c.text for c in line.comma.line.clusters) if line.comma else "" for line in title.lines]


def headline(words: str) -> Title:
    return set_headline(SETTING.setter, text(words), STYLE, LOOK.masthead.headline_min, GRID.width)


def section_title(words: str, room: float = ROOM) -> Title:
    return set_title(SETTING.setter, text(words), LOOK.styles.section_title, LOOK.section.title_sizes, room)


COUPLETS = [
    ("冲在最前险,勇当平安建设主力军", ("冲在最前险,", "勇当平安建设主力军")),
    ("守正创新，踔厉奋发，奋力谱写新篇章", ("守正创新，踔厉奋发，", "奋力谱写新篇章")),
    ("一,二,三,四", ("一,二,", "三,四")),
    ("守护平安", ("守护平安",)),
    ("平安,", ("平安,",)),
    (",平安", (",平安",)),
    ("担在最急需\n勇做岁月安澜守护者", ("担在最急需", "勇做岁月安澜守护者")),
    ("一,二\n\n三", ("一,二", "三")),
]


@pytest.mark.parametrize(("title", "parts"), COUPLETS)
def test_a_title_is_a_couplet_at_its_comma_or_newline(title: str, parts: tuple[str, ...]) -> None:
    assert couplet(title) == parts


def test_the_comma_of_a_couplet_is_text_but_not_ink() -> None:
    title = section_title("冲在最前险,勇当平安建设主力军")
    assert lines_of(title) == ["冲在最前险", "勇当平安建设主力军"]
    assert hidden_of(title) == ["，", ""]
    words, comma = title.lines[0].put(10.0, 20.0, BLACK, ARTIFACT)
    assert isinstance(words, TextItem)
    assert isinstance(comma, TextItem)
    assert (words.visible, comma.visible) == (True, False)


def test_commas_inside_a_line_and_at_the_end_of_a_title_are_inked() -> None:
    assert lines_of(section_title("守正创新,踔厉奋发,奋力谱写新篇章"))[0] == "守正创新，踔厉奋发"
    assert lines_of(section_title("平安,")) == ["平安，"]


SIZES = [
    ("平安", 29, 1),
    ("冲在最前险,勇当平安建设主力军", 29, 2),
    ("深化改革创新推动高质量发展新", 29, 1),
    ("全力推动基层社会治理体系和治理能", 25, 1),
    ("全力推动基层社会治理体系和治理能力现", 22, 1),
    ("用心用情优化政务服务持续提升人民群众获得感幸福感安全感", 22, 2),
    ("以“枫桥经验”为引领,全力推动基层社会治理体系和治理能力现代化建设迈上新台阶", 22, 3),
]


@pytest.mark.parametrize(("words", "size", "count"), SIZES)
def test_a_section_title_is_as_large_as_it_fits(words: str, size: float, count: int) -> None:
    title = section_title(words)
    assert (title.size, len(title.lines)) == (size, count)
    assert title.width <= ROOM + 0.5


def test_broken_title_lines_are_nearly_even() -> None:
    first, second = lines_of(section_title("用心用情优化政务服务持续提升人民群众获得感幸福感安全感"))
    assert abs(len(first) - len(second)) <= 2


HEADLINES = [
    ("平安滨州", ["平安滨州"]),
    ("数“说”影“述”滨州公安的“2024”", ["数“说”影“述”", "滨州公安的“2024”"]),
    ("2024年度\n服务高质量发展工作报告", ["2024年度", "服务高质量发展工作报告"]),
    ("平安滨州,服务人民守护万家灯火", ["平安滨州", "服务人民守护万家灯火"]),
]


@pytest.mark.parametrize(("words", "lines"), HEADLINES)
def test_a_headline_breaks_where_the_sense_does(words: str, lines: list[str]) -> None:
    assert lines_of(headline(words)) == lines


def test_the_longest_line_of_a_headline_fills_the_page() -> None:
    title = headline("数“说”影“述”滨州公安的“2024”")
    assert title.width == pytest.approx(GRID.width)
    assert LOOK.masthead.headline_min <= title.size <= STYLE.size


def test_a_short_headline_stops_at_the_full_size() -> None:
    assert headline("平安").size == STYLE.size


def test_a_headline_too_long_for_three_lines_takes_more_and_stays_large() -> None:
    title = headline(
        "牢记嘱托、感恩奋进,以新时代公安工作现代化新成效护航中国式现代化滨州实践:二〇二四年滨州市公安工作全景回顾与展望暨全市优秀公安集体和个人风采录"
    )
    assert len(title.lines) == 4
    assert title.size >= 0.75 * LOOK.masthead.headline_min


def test_a_colon_at_the_end_of_a_line_is_measured_for_it_is_inked() -> None:
    title = headline("护航中国式现代化滨州实践:\n平安")
    assert title.width <= GRID.width + 0.01


def test_one_comma_of_two_at_the_end_of_a_line_is_measured_for_it_is_inked() -> None:
    assert headline("护航中国式现代化滨州实践,,\n平安").width <= GRID.width + 0.01


def test_the_comma_at_the_end_of_the_last_line_is_measured_for_it_is_inked() -> None:
    assert headline("平安\n护航中国式现代化滨州实践,").width <= GRID.width + 0.01


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 80), st.integers(0, 200), st.sampled_from(["", "\n", ",", "2024", "：", "”"]))
def test_any_headline_is_whole_and_no_wider_than_the_page(length: int, start: int, middle: str) -> None:
    words = prose(length, start).replace("\n", "")
    words = words[: length // 2] + middle + words[length // 2 :]
    title = headline(words)
    told = "".join(a + b for a, b in zip(lines_of(title), hidden_of(title), strict=True))
    assert told == "".join(SETTING.setter.normalised(text(words)).split("\n")).strip()
    for line in title.lines:
        for item in line.put(0.0, 0.0, BLACK, ARTIFACT):
            ink = ink_of(item, FONTS)
            assert ink is None or ink.right <= GRID.width + 0.01


def test_an_authors_four_lines_are_cut_to_a_cell_of_two() -> None:
    """It went on for ever: what was cut off grew again by the ellipsis."""
    style = LOOK.styles.overview_title
    title = set_title_within(SETTING.setter, text("一\n二\n三\n四"), style, 7.5, 90.0, 2 * style.pitch)
    assert lines_of(title) == ["一", "二", "三……"]

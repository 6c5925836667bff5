"""Heads broken as an editor would: a table of headlines, the choices of a house, and any head at all."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.layout.headline import set_headline
from reportpdf.layout.titles import Title, set_title
from reportpdf.text.classes import NOT_AT_END, NOT_AT_START, kind_of
from reportpdf.text.held import held_spans
from reportpdf.text.setter import Setter
from reportpdf.text.tokens import split_tokens
from reportpdf.theme.heads import HeadShape
from tests.layout.headlines import EDITED, NEVER, rows, unmarked
from tests.layout.reports import FONTS, GRID, LOOK, THEME, prose, text

HEADLINE = LOOK.styles.headline
SECTION = LOOK.styles.section_title
SIZES = LOOK.section.title_sizes
TEN_COLUMNS = GRID.span(10)
THIRTEEN_EM = 22 * 13.0


def setter_with(**choices: object) -> Setter:
    heads = replace(THEME.composition.heads, **choices)  # type: ignore[arg-type]
    return Setter(FONTS, replace(THEME.composition, heads=heads))


SETTER = setter_with()


def lines_of(title: Title) -> list[str]:
    """Every line with the mark that is not inked."""
    return [
        "".join(c.text for part in (line.words, line.comma) if part is not None for c in part.line.clusters)
        for line in title.lines
    ]


def inked(title: Title) -> list[str]:
    return ["".join(c.text for c in line.words.line.clusters) for line in title.lines]


def set_at(words: str, where: str) -> Title:
    if where == "headline":
        return set_headline(SETTER, text(words), HEADLINE, LOOK.masthead.headline_min, GRID.width)
    width = TEN_COLUMNS if where == "section" else THIRTEEN_EM
    return set_title(SETTER, text(words), SECTION, SIZES, width)


def breaks_of(words: str, title: Title) -> set[int]:
    """Offsets in the words, spaces left out, at which a line ends."""
    return set(list(accumulate(len(line.replace(" ", "")) for line in lines_of(title)))[:-1])


def without_spaces(words: str, offsets: frozenset[int]) -> set[int]:
    return {at - words[:at].count(" ") for at in offsets}


WHERE = ("headline", "section", "narrow")


def test_the_table_is_long_enough() -> None:
    assert len(rows(EDITED)) >= 60


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("row", rows(EDITED))
def test_a_head_is_broken_where_an_editor_would(row: str, where: str) -> None:
    words, places = unmarked(row, "/")
    title = set_at(words, where)
    allowed = without_spaces(words, places)
    assert breaks_of(words, title) <= allowed, " / ".join(lines_of(title))


@pytest.mark.parametrize("width", [9.0, 10.0, 11.0, 12.5, 14.0])
@pytest.mark.parametrize("row", rows(NEVER))
def test_a_head_is_never_broken_there(row: str, width: float) -> None:
    words, barred = unmarked(row, "|")
    title = set_title(SETTER, text(words), SECTION, (22.0,), 22 * width, most=9)
    assert not breaks_of(words, title) & without_spaces(words, barred), " / ".join(lines_of(title))


@pytest.mark.parametrize("row", [r for r in rows(EDITED) if 16 <= len(r.replace("/", "")) <= 24])
def test_lines_of_a_headline_are_balanced(row: str) -> None:
    words, _ = unmarked(row, "/")
    widths = [line.words.line.width for line in set_at(words, "headline").lines]
    assert max(widths) - min(widths) <= 0.6 * max(widths)


def test_the_author_s_newline_goes_before_everything() -> None:
    assert inked(set_at("滨州公安交警支\n队护航高考平安", "headline")) == ["滨州公安交警支", "队护航高考平安"]


def test_a_word_of_the_house_is_not_divided() -> None:
    words = "全面落实河地融合发展战略推动产业升级"
    own = setter_with(words=("河地融合发展战略",))
    title = set_title(own, text(words), SECTION, (22.0,), 22 * 10.0, most=9)
    assert any("河地融合发展战略" in line for line in lines_of(title))


def test_the_upper_line_may_be_longer_if_the_house_wants_it() -> None:
    words = "民警连续奋战三昼夜侦破系列案件"
    upper = setter_with(shape=HeadShape.UPPER)
    first, second = set_title(upper, text(words), SECTION, (22.0,), 22 * 11.0).lines
    assert first.words.width >= second.words.width


MARKS = [
    ("冲在最前险，勇当主力军", "冲在最前险", True),
    ("冲在最前险，勇当主力军", "冲在最前险，", False),
    ("为什么是滨州？\n因为有你", "为什么是滨州？", True),
    ("记者手记：\n那盏灯", "记者手记：", True),
    ("进校园、\n进企业", "进校园", True),
]


@pytest.mark.parametrize(("words", "first", "drops"), MARKS)
def test_a_pause_at_a_line_s_end_is_not_inked_if_the_house_drops_it(
    words: str, first: str, drops: bool
) -> None:
    title = set_title(setter_with(drop_marks=drops), text(words), SECTION, (22.0,), 22 * 9.0)
    assert inked(title)[0] == first
    assert "".join(lines_of(title)) == words.replace("\n", "")


def test_halves_of_as_many_characters_get_one_width() -> None:
    for even in (True, False):
        title = set_title(
            setter_with(equal_couplets=even), text("“雪亮”照通路，\n数据织密防控网"), SECTION, (22.0,), 300
        )
        first, second = (line.words.width for line in title.lines)
        assert (abs(first - second) < 1e-6) is even


def test_long_halves_of_as_many_characters_are_broken_alike() -> None:
    title = set_title(
        SETTER, text("坚决守护好万家灯火平安，\n坚决捍卫好一方百姓安宁"), SECTION, (22.0,), 22 * 7.0, most=4
    )
    lengths = [len(line.replace("，", "")) for line in lines_of(title)]
    assert lengths[:2] == lengths[2:]


SHORT = [
    ("平安", 1.0),
    ("主力军", 1 / 2),
    ("万家灯火", 1 / 3),
    ("守护平安滨州", 1 / 4),
    ("护航高质量发展", 0.0),
]


@pytest.mark.parametrize(("words", "gap"), SHORT)
def test_a_short_head_is_opened_by_the_steps_of_clreq(words: str, gap: float) -> None:
    opened = set_title(setter_with(open_short=True), text(words), SECTION, (22.0,), 400).lines[0].words
    plain = set_title(SETTER, text(words), SECTION, (22.0,), 400).lines[0].words
    assert opened.line.width - plain.line.width == pytest.approx(gap * (len(words) - 1))


def test_a_short_head_is_opened_only_as_far_as_there_is_room() -> None:
    assert set_title(setter_with(open_short=True), text("平安"), SECTION, (22.0,), 50).width <= 50


def test_a_head_is_closed_rather_than_made_smaller_but_its_ink_never_touches() -> None:
    words = "深化改革创新推动高质量发展"
    natural = set_title(setter_with(tighten=0.0), text(words), SECTION, (29.0,), 900).width
    for tighten, size in ((0.0, 25), (0.02, 29)):
        title = set_title(setter_with(tighten=tighten), text(words), SECTION, (29.0, 25.0), natural - 4)
        assert title.size == size
        assert title.width <= natural - 4 + 1e-6
    dense = set_title(setter_with(tighten=0.03), text("一——一——一"), SECTION, (29.0, 25.0), 7 * 29 - 4)
    assert dense.size == 25


PIECES = (
    "2024年",
    "3.5%",
    "1,234件",
    "“平安”",
    "《条例》",
    "阿·托尔斯泰",
    "New York",
    "，",
    "、",
    "：",
    "——",
    " ",
    "\n",
    "！？",
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.integers(0, 200)), min_size=1, max_size=10),
    st.floats(4.0, 30.0),
    st.booleans(),
)
def test_any_head_is_whole_in_its_room_and_legal(parts: list[str | int], em: float, drops: bool) -> None:
    words = "".join(part if isinstance(part, str) else prose(4, part) for part in parts)
    if not words.strip():
        return
    setter = setter_with(drop_marks=drops)
    source = text(words)
    title = set_title(setter, source, SECTION, (22.0,), 22 * em, most=99)
    normal = setter.normalised(source)
    told = "".join(lines_of(title)).replace(" ", "")
    assert told == normal.replace("\n", "").replace(" ", "")
    assert title.width <= 22 * em + 0.01
    if setter.findings.forced:
        return
    level = THEME.composition.kinsoku
    lines = [line for line in lines_of(title) if line]
    author = [part.strip() for part in normal.split("\n")]
    for before, after in pairwise(lines):
        if any(part.endswith(before) for part in author) or any(part.startswith(after) for part in author):
            continue
        assert kind_of(split_tokens(after)[0]) not in NOT_AT_START[level]
        assert kind_of(split_tokens(before)[-1]) not in NOT_AT_END[level]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES[:7]), st.integers(0, 200)), min_size=2, max_size=8))
def test_numbers_names_and_pairs_stay_whole_where_a_line_can_hold_them(parts: list[str | int]) -> None:
    words = "".join(part if isinstance(part, str) else prose(4, part) for part in parts).replace("\n", "")
    title = set_title(SETTER, text(words), SECTION, (22.0,), 22 * 13.0, most=99)
    normal = SETTER.normalised(text(words))
    ends = breaks_of(normal, title)
    for a, b in held_spans(normal):
        if b - a <= 8:
            inside = {at - normal[:at].count(" ") for at in range(a + 1, b)} - {
                edge - normal[:edge].count(" ") for edge in (a, b)
            }
            assert not ends & inside, (normal[a:b], lines_of(title))


@pytest.mark.parametrize(
    "words", ["永" * 3000, "“" * 1500 + "”" * 1500, "x" * 3000, "永，" * 1500, "2024年" * 700]
)
def test_a_head_of_any_length_is_set_in_its_room(words: str) -> None:
    for title in (
        set_title(SETTER, text(words), SECTION, SIZES, TEN_COLUMNS),
        set_headline(SETTER, text(words), HEADLINE, LOOK.masthead.headline_min, GRID.width),
    ):
        assert title.width <= GRID.width + 0.01
        assert "".join(lines_of(title)) == SETTER.normalised(text(words))

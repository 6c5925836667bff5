"""How wide marks are set: alone, in pairs, at the edges of a line, beside Western text. Lengths in em."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from reportpdf.text.breaks import natural_width, room_to_squeeze
from reportpdf.text.classes import MARKS
from reportpdf.text.cluster import Kind
from reportpdf.text.justify import set_line
from reportpdf.theme.records import Composition, MarkStyle
from tests.text.typesetting import (
    AS_DELIVERED,
    BODY,
    HEI,
    KAI,
    SONG,
    advances,
    cluster,
    gaps,
    line_text,
    pen_width,
    set_text,
    setter,
    style,
    unbroken,
    width_between_han,
)

# What marks take between two Han (clreq #h-adjustment_of_adjacent_punctuation_marks; GB/T 15834-2011 5.1).
TAKES: dict[float, str] = {
    0.5: "· ・ / ／",
    1: "。 ， “ ” （ ！！ ？？ ？！ ！？ ‼ ⁉ — ～",
    1.5: "。” ）。 》， ，“ ）（ 》《 ：“ ”， （《 “‘",
    2: "（） （？ 》、《 。’” ）、（ —— …… ⋯⋯ ！！！ ！？！",
    3: "……。 ，……",
    4: "》——《",
}
PAIRS = [(marks, em) for em, row in TAKES.items() for marks in row.split()]


@pytest.mark.parametrize(("marks", "em"), PAIRS)
def test_marks_between_han_take(marks: str, em: float) -> None:
    assert width_between_han(marks) == pytest.approx(em, abs=0.001)


@pytest.mark.parametrize("face", [SONG, HEI])
def test_both_families_set_pairs_alike(face: str) -> None:
    for marks, em in PAIRS:
        line = unbroken(f"国{marks}国", look=style(face))
        assert pen_width(line) - 2 == pytest.approx(em, abs=0.001), marks


STYLES = [
    (style, marks, em)
    for style, row in {
        MarkStyle.QUANJIAO: {"。”": 1.5, "，": 1},
        MarkStyle.KAIMING: {"。": 1, "，": 0.5, "《": 0.5},
        MarkStyle.BANJIAO: {"。": 0.5, "）（": 1, "，": 0.5},
        MarkStyle.LINE_END: {"。”": 2, "，“": 2},
        MarkStyle.PLAIN: {"。”": 2, "》、《": 3},
    }.items()
    for marks, em in row.items()
]


@pytest.mark.parametrize(("marks", "text", "em"), STYLES)
def test_the_style_of_marks_decides(marks: MarkStyle, text: str, em: float) -> None:
    assert width_between_han(text, replace(AS_DELIVERED, marks=marks)) == pytest.approx(em, abs=0.001)


def test_every_full_width_mark_is_one_em_with_half_an_em_of_white_on_its_open_side() -> None:
    for kind, members, _ in MARKS:
        for mark in members:
            made = cluster(mark)
            if mark in "｢｣､｡〝〞〟":
                continue  # half-width forms, and marks that stand where the font has them
            if kind is Kind.OPENING:
                assert (made.advance, made.left, made.right) == pytest.approx((1, 0.5, 0)), mark
            elif kind in (Kind.CLOSING, Kind.PAUSE) or mark in "。．！？":
                assert (made.advance, made.left, made.right) == pytest.approx((1, 0, 0.5)), mark


def test_a_mark_that_is_not_one_em_wide_is_never_trimmed() -> None:
    quote = cluster("“", KAI)
    assert quote.advance < 0.9
    assert (quote.left, quote.right) == (0, 0)


def test_a_mark_of_a_font_without_half_widths_is_trimmed_to_its_ink() -> None:
    comma = cluster("，", KAI)
    assert comma.advance == 1
    assert 0.3 < comma.right <= 0.5


@pytest.mark.parametrize("mark", "，。、；：！？”’）》】")
def test_a_mark_at_the_end_of_a_line_is_half_an_em(mark: str) -> None:
    full = set_text("国国国国" + mark + "国国国国", 4.5).lines[0]
    assert line_text(full) == "国国国国" + mark
    assert full.tracking == 0
    assert pen_width(full) == pytest.approx(4.5, abs=1e-9)


@pytest.mark.parametrize("mark", "“‘（《【")
def test_a_mark_at_the_start_of_a_line_loses_its_white(mark: str) -> None:
    setting = set_text("国国国国" + mark + "国国国国", 4)
    assert setting.lines[1].moves[0] == (0, -0.5)
    assert set_text(mark + "国国国国国", 4).lines[0].moves[0] == (0, -0.5)


def test_the_first_opening_mark_keeps_its_white_on_request() -> None:
    kept = set_text("（国国国国）国国国", 4, replace(AS_DELIVERED, trim_first_opening=False))
    assert dict(kept.lines[0].moves).get(0, 0) == 0
    assert line_text(kept.lines[0]) == "（国国国"
    assert pen_width(kept.lines[0]) == pytest.approx(4)


def test_plain_marks_keep_their_white_at_the_edges_too() -> None:
    plain = replace(AS_DELIVERED, marks=MarkStyle.PLAIN)
    assert set_text("国国国，国国国国", 4, plain).texts == ["国国国，", "国国国国"]
    assert set_text("国国国国，国国国国", 4.5, plain).texts[0] != "国国国国，"


QUARTER = 0.25
# How many Han-Western spaces words get between two Han (clreq #mixed_text_composition, id118).
SPACES = {
    2: "A 2024 30% 5℃ COVID-19 β Москва",
    1: "A， ，A ……A ～5 ，2024 ￥ ％",
    0: "“A” （A） ·A· ——A—— /A/ Ａ ① 国",
}
WITH_SPACE = [(words, count) for count, row in SPACES.items() for words in row.split()]


@pytest.mark.parametrize(("words", "count"), WITH_SPACE)
def test_han_and_western_are_parted_but_not_beside_a_mark(words: str, count: int) -> None:
    without = replace(AS_DELIVERED, autospace=0.0)
    assert width_between_han(words) - width_between_han(words, without) == pytest.approx(
        QUARTER * count, abs=1e-9
    )


def test_the_space_is_the_themes_and_smaller_in_narrow_columns() -> None:
    choices = replace(AS_DELIVERED, autospace=0.2, autospace_narrow=0.1, narrow=10)
    wide = set_text("国A", 10, choices).lines[0]
    narrow = set_text("国A", 9.9, choices).lines[0]
    assert (gaps(wide), gaps(narrow)) == (pytest.approx([0.2]), pytest.approx([0.1]))


def test_a_typed_space_between_han_and_western_is_replaced() -> None:
    assert gaps(unbroken("国 A 国")) == pytest.approx([QUARTER, QUARTER])
    assert line_text(unbroken("国 A 国")) == "国A国"


def test_a_typed_space_beside_a_full_width_mark_goes() -> None:
    assert line_text(unbroken("国， 国“ A ”")) == "国，国“A”"


def test_a_typed_space_between_two_han_is_kept() -> None:
    assert line_text(unbroken("记者 罗军")) == "记者 罗军"
    assert width_between_han(" ") > 0.2


@pytest.mark.parametrize(
    "value", ["国国国A国国国国", "国国国国A国国国", "国国 国国国国国", "国国国5国国国国"]
)
def test_no_space_is_left_at_the_edge_of_a_line(value: str) -> None:
    for measure in (3, 3.55, 4, 4.6):
        for line in set_text(value, measure).lines[:-1]:
            assert pen_width(line) == pytest.approx(measure, abs=1e-9)
            assert not line_text(line).startswith(" ")


def test_quotes_in_a_headline_are_half_an_em_on_both_sides() -> None:
    line = unbroken("国“国”国", look=replace(BODY, half_quotes=True))
    assert pen_width(line) == pytest.approx(4)


LONE = "，。、；：！？”）》（“《"


@pytest.mark.parametrize("mark", LONE)
def test_a_lone_mark_is_never_squeezed_under_its_floor(mark: str) -> None:
    found = set()
    for measure in (4.25, 4.5, 4.75, 5.25, 5.5, 5.75):
        for lead in range(1, 5):
            for line in set_text("国" * lead + mark + "国" * 9, measure).lines:
                step = advances(line)
                for i, c in enumerate(line.clusters):
                    if c.text == mark and 0 < i < len(step) - 1:
                        before = gaps(line)[i - 1] if c.left else 0.0
                        found.add(round(step[i] + min(before, 0.0), 6))
    floor = 0.75 if mark in "，。、；：！？" else 0.5
    assert min(found) >= floor - 1e-9
    assert min(found) < 0.95, "no line was squeezed: the test has lost its object"


ROOM_GIVEN = (
    # text, its natural width with one more cluster, how far that may be squeezed
    ("国国，国国国国国国国", "国国，国国国", 6.0, 0.25),
    ("国国，国”国国国国国国国", "国国，国”国国", 7.0, 0.75),
    ("国国A国国国国国国国", "国国A国国国", 6.218, 0.25),
)


@pytest.mark.parametrize(("value", "line", "natural", "room"), ROOM_GIVEN)
def test_a_line_is_squeezed_to_the_floors_and_no_further(
    value: str, line: str, natural: float, room: float
) -> None:
    choices = replace(AS_DELIVERED, autospace_narrow=0.25)
    paragraph = setter(choices).paragraph(value, BODY, choices.autospace)
    count = len(line)
    assert natural_width(paragraph, 0, count) == pytest.approx(natural, abs=0.001)
    assert room_to_squeeze(paragraph, 0, count) == pytest.approx(room, abs=0.001)
    squeezed = set_line(paragraph, 0, count, natural - room)
    assert pen_width(squeezed) == pytest.approx(natural - room, abs=0.001)
    assert set_text(value, natural - room - 0.01, choices).texts[0] != line


def test_the_floor_is_a_number_of_the_theme() -> None:
    value = "国国，国国国国国国国国国国国"
    floor = {f: set_text(value, 5.75, replace(AS_DELIVERED, lone_mark_floor=f)).texts[0] for f in (0.75, 1.0)}
    assert floor == {0.75: "国国，国国国", 1.0: "国国，国国"}


def test_han_western_space_keeps_an_eighth_of_an_em() -> None:
    seen = []
    for measure in (16.2, 16.4, 16.5, 16.55, 16.6):
        for line in set_text("国" * 7 + "A国B" + "国" * 13, measure).lines:
            kinds = [c.kind for c in line.clusters]
            seen += [
                gap for gap, pair in zip(gaps(line), pairwise(kinds), strict=True) if Kind.WESTERN in pair
            ]
    assert min(seen) >= 1 / 8 - 1e-9
    assert min(seen) < QUARTER, "no line was squeezed: the test has lost its object"


def test_marks_squeezed_in_one_line_are_even() -> None:
    line = set_text("国，国、国国国国国国国国国国国国", 5.6).lines[0]
    widths = [step for step, c in zip(advances(line), line.clusters, strict=True) if c.text in "，、"]
    assert len(widths) == 2
    assert widths[0] == pytest.approx(widths[1], abs=1e-9)
    assert widths[0] < 1


def test_tracking_of_a_style_stands_between_characters_and_not_after_the_last() -> None:
    choices = Composition(normalise=False)
    paragraph = setter(choices).paragraph("国国国", BODY, 0.25)
    line = set_line(paragraph, 0, 3, None, tracking=0.1)
    assert line.width == pytest.approx(3.2)
    assert pen_width(line) == pytest.approx(3.2)


def test_hung_marks_stand_outside_and_the_line_before_them_is_full() -> None:
    # clreq #hanging_punctuation: wholly outside, and only when it does not fit inside
    value = "国" * 10 + "，" + "国" * 12
    plain, hung = (set_text(value, 10, replace(AS_DELIVERED, hang=h)).lines[0] for h in (False, True))
    assert line_text(plain) != line_text(hung) == "国" * 10 + "，"
    assert pen_width(hung) == pytest.approx(10.5)
    assert all(gap == pytest.approx(0, abs=1e-9) for gap in gaps(hung))
    inside = set_text("国" * 9 + "，" + "国" * 12, 9.5, replace(AS_DELIVERED, hang=True)).lines[0]
    assert pen_width(inside) == pytest.approx(9.5)


def test_a_word_is_hyphenated_only_when_the_theme_asks_for_it() -> None:
    value = "国国国国国国国国国hyphenation国国国国国国国"
    plain, broken = (set_text(value, 12, replace(AS_DELIVERED, hyphenate=h)) for h in (False, True))
    assert not any(line.endswith("\u00ad") for line in plain.texts)
    ends = [line for line in broken.lines if line_text(line).endswith("\u00ad")]
    assert len(ends) == 1
    assert pen_width(ends[0]) == pytest.approx(12)
    assert "".join(broken.texts).replace("\u00ad", "") == value


def test_a_soft_hyphen_shows_only_at_the_end_of_a_line() -> None:
    value = "国国国国国国hy\u00adphen\u00adation国国国国国国国国"
    assert "\u00ad" not in "".join(set_text(value, 30).texts)
    lines = set_text(value, 9).texts
    assert any(line.endswith("hy\u00ad") or line.endswith("phen\u00ad") for line in lines)


@pytest.mark.parametrize(("character", "breaks"), [("\u200b", True), ("\u2060", False), ("\ufeff", False)])
def test_a_character_that_prints_nothing_governs_the_break(character: str, breaks: bool) -> None:
    # UAX #14 LB8, LB11
    between = set_text(f"alpha{character}beta", 30)
    paragraph = between.block.paragraphs[0].paragraph
    assert between.texts == ["alphabeta"]
    assert (paragraph.breaks[1] is not None) is breaks
    han = set_text(f"国{character}家", 30).block.paragraphs[0].paragraph
    assert (han.breaks[1] is not None) is breaks


@pytest.mark.parametrize(("space", "em"), [("\u2003", 1.0), ("\u2002", 0.5), ("\u2009", 0.2)])
def test_a_space_of_fixed_width_keeps_it(space: str, em: float) -> None:
    assert width_between_han(space) == pytest.approx(em)


@pytest.mark.parametrize("value", ["国　（国）", "国）　国"])
def test_an_ideographic_space_beside_a_mark_is_closed_up(value: str) -> None:
    # css-text-4: collapses as with a mark: 1.5 em for the two
    letters = value.count("国")
    marks = value.count("（") + value.count("）")
    assert pen_width(unbroken(value)) == pytest.approx(
        letters + 1 + marks - 0.5 - (0.5 if value[-1] == "）" else 0)
    )


@pytest.mark.parametrize("value", ["国+国", '国"国', "国=国", "国&国"])
def test_no_han_western_space_beside_a_sign(value: str) -> None:
    assert gaps(unbroken(value)) == pytest.approx([0, 0])


def test_latin_of_another_face_is_scaled_and_raised_by_the_style() -> None:
    look = replace(BODY, latin="Manrope-Regular", latin_scale=0.9, latin_shift=0.05)
    line = unbroken("国AB国", look=look)
    plain = unbroken("国AB国", look=replace(BODY, latin="Manrope-Regular"))
    word, whole = line.clusters[1], plain.clusters[1]
    assert word.face == whole.face == "Manrope-Regular"
    assert word.advance == pytest.approx(whole.advance * 0.9)
    assert {glyph.dy for glyph in word.glyphs} == {0.05}
    assert line.clusters[0].face == SONG


def test_quotes_of_chinese_stay_with_the_han_face_beside_a_latin_one() -> None:
    line = unbroken("国“AB”——…国", look=replace(BODY, latin="Manrope-Regular"))
    faces = {c.text: c.face for c in line.clusters}
    assert faces["“"] == faces["”"] == faces["——"] == SONG
    assert faces["AB"] == "Manrope-Regular"


@pytest.mark.parametrize(("connector", "em"), [("–", 0.5), ("—", 1.0), ("～", 1.0)])
def test_a_connector_has_the_width_of_the_standard(connector: str, em: float) -> None:
    # GB/T 15834-2011 5.1.6
    assert width_between_han(connector) == pytest.approx(em)

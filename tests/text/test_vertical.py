"""Vertical lines: what stands upright, what is turned, where marks stand, what stays of the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.text.cluster import Cluster, Kind
from reportpdf.text.face import InkBox
from reportpdf.theme.records import Composition
from tests.text.typesetting import AS_DELIVERED, FONTS, HEI, SONG, setter, style, text

FACES = (SONG, HEI, "NotoSansSC-Medium", "NotoSansSC-Light")


def clusters(words: str, face: str = SONG, choices: Composition = AS_DELIVERED) -> tuple[Cluster, ...]:
    return setter(choices).vertical.clusters(words, style(face))


def ink(cluster: Cluster) -> InkBox:
    """An upright cluster's ink from the line's centre and the cluster's top, em, y upward."""
    pen, boxes = 0.0, []
    for glyph in cluster.glyphs:
        box = FONTS[cluster.face].ink_box(glyph.gid)
        if box is not None:
            left, right = glyph.dx + box.left * cluster.squeeze, glyph.dx + box.right * cluster.squeeze
            boxes.append((left, pen + glyph.dy + box.bottom, right, pen + glyph.dy + box.top))
        pen -= glyph.advance
    return InkBox(
        min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    )


UPRIGHT_AND_TURNED = [
    # Source: clreq #id65 to #id69; UAX #50
    ("汉", "upright"),
    ("7", "upright"),
    ("A", "upright"),
    ("GDP", "upright"),
    ("5G", "upright"),
    ("12", "across"),
    ("350", "across"),
    ("2024", "turned"),
    ("13.5%", "turned"),
    ("hello", "turned"),
    ("https", "turned"),
    ("℃", "upright"),
]


@pytest.mark.parametrize(("word", "how"), UPRIGHT_AND_TURNED)
@pytest.mark.parametrize("face", FACES)
def test_a_word_among_chinese_stands_as_it_should(word: str, how: str, face: str) -> None:
    own = [c for c in clusters(f"共{word}个", face) if c.text not in "共个"]
    assert "".join(c.text for c in own) == word
    assert {c.turned for c in own} == {how == "turned"}
    if how == "across":
        assert len(own) == 1
        assert own[0].advance == pytest.approx(1.0)
    if how == "upright":
        assert [len(c.text) for c in own] == [1] * len(word)


@pytest.mark.parametrize("word", ["12", "99", "350", "100"])
@pytest.mark.parametrize("face", FACES)
def test_digits_side_by_side_keep_within_their_square(word: str, face: str) -> None:
    """Source: clreq #id68."""
    (made,) = (c for c in clusters(f"共{word}个", face) if c.text == word)
    box = ink(made)
    assert -0.5 - 0.02 <= box.left < box.right <= 0.5 + 0.02
    assert -1.02 <= box.bottom < box.top <= 0.02
    assert (box.left + box.right) / 2 == pytest.approx(0.0, abs=0.06)


def test_digits_lie_along_the_line_where_the_theme_says_so() -> None:
    made = clusters("共12个", choices=replace(AS_DELIVERED, tcy=False))
    assert [c.turned for c in made if c.text == "12"] == [True]


@pytest.mark.parametrize("mark", "、，。")
@pytest.mark.parametrize("face", FACES)
def test_pauses_and_stops_stand_at_the_upper_right(mark: str, face: str) -> None:
    """Source: GB/T 15834-2011 5.2.1."""
    (made,) = (c for c in clusters(f"甲{mark}乙", face) if c.text == mark)
    box = ink(made)
    assert not made.turned
    assert made.advance == pytest.approx(1.0)
    assert box.left > 0.0
    assert box.bottom > -0.5
    assert made.right == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize("mark", "：；？！")
@pytest.mark.parametrize("face", FACES)
def test_colons_questions_and_exclamations_take_a_whole_square(mark: str, face: str) -> None:
    """Source: clreq #h-punctuation_adjustment_space."""
    (made,) = (c for c in clusters(f"甲{mark}乙", face) if c.text == mark)
    assert not made.turned
    assert (made.advance, made.left, made.right) == (pytest.approx(1.0), 0.0, 0.0)


@pytest.mark.parametrize("face", FACES)
def test_dashes_are_one_stroke_down_the_middle(face: str) -> None:
    """Source: GB/T 15834-2011 5.2.2, 5.1.4."""
    (made,) = (c for c in clusters("甲——乙", face) if c.text == "——")
    assert made.advance == pytest.approx(2.0, abs=0.01)
    if not made.turned:
        assert (ink(made).left + ink(made).right) / 2 == pytest.approx(0.0, abs=0.08)
        assert ink(made).top - ink(made).bottom > 1.6


@pytest.mark.parametrize(("mark", "length"), [("……", 2.0), ("·", 0.5)])
@pytest.mark.parametrize("face", FACES)
def test_ellipses_and_dots_stand_in_the_middle_of_the_line(mark: str, length: float, face: str) -> None:
    """Source: GB/T 15834-2011 5.2.2, 5.1.7."""
    (made,) = (c for c in clusters(f"甲{mark}乙", face) if c.text == mark)
    assert made.advance == pytest.approx(length, abs=0.01)
    assert (ink(made).left + ink(made).right) / 2 == pytest.approx(0.0, abs=0.02)


@pytest.mark.parametrize(("quotes", "drawn"), [("“”", "『』"), ("‘’", "「」")])
@pytest.mark.parametrize("face", FACES)
def test_quotes_are_corner_brackets_in_glyph_only(quotes: str, drawn: str, face: str) -> None:
    """Source: GB/T 15834-2011 5.2.3: ﹃﹄ outside, ﹁﹂ inside; the text is what was written."""
    made = [c for c in clusters(f"说{quotes[0]}好{quotes[1]}了", face) if c.text in quotes]
    wanted = [c for c in clusters(f"说{drawn[0]}好{drawn[1]}了", face) if c.text in drawn]
    assert [c.text for c in made] == list(quotes)
    assert ["".join(g.text for g in c.glyphs) for c in made] == list(quotes)
    assert [[g.gid for g in c.glyphs] for c in made] == [[g.gid for g in c.glyphs] for c in wanted]
    assert [c.kind for c in made] == [Kind.OPENING, Kind.CLOSING]


def test_quotes_stay_as_they_are_where_the_theme_says_so() -> None:
    made = clusters("说“好”了", choices=replace(AS_DELIVERED, vertical_quotes=False))
    assert [c.turned for c in made if c.text in "“”"] == [True, True]


@pytest.mark.parametrize("pair", ["《》", "（）", "【】", "〈〉"])
@pytest.mark.parametrize("face", FACES)
def test_brackets_have_their_vertical_glyphs(pair: str, face: str) -> None:
    """Source: GB/T 15834-2011 5.2.3."""
    down = [c for c in clusters(f"看{pair[0]}好{pair[1]}了", face) if c.text in pair]
    across = [c for c in setter().clusters(f"看{pair[0]}好{pair[1]}了", style(face)) if c.text in pair]
    assert not any(c.turned for c in down)
    assert [c.glyphs[0].gid for c in down] != [c.glyphs[0].gid for c in across]


def test_vertical_lines_begin_and_end_as_horizontal_ones_may() -> None:
    """Source: GB/T 15834-2011 5.1; clreq #prohibition_rules_for_line_start_end."""
    words = "坚持“专业+机制”，建成61个警务站、2300人；看《规定》——说好了……（试行）。" * 4
    for measure in (6.0, 9.5, 14.0):
        block = setter().vertical.block(text(words), style(SONG), measure)
        lines = ["".join(c.text for c in block.line(i)[0].clusters) for i in range(block.count)]
        assert "".join(lines) == words
        assert not [line for line in lines if line[0] in "，、；。”》）"]
        assert not [line for line in lines if line[-1] in "“《（"]
        widths = [block.line(i)[0].width for i in range(block.count - 1)]
        assert widths == pytest.approx([measure] * len(widths), abs=0.01)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="汉字平安，。、：“”‘’（）《》—…·12340.%abGDP ￥℃", max_size=40), st.floats(4, 20))
def test_no_character_is_lost_down_the_line(words: str, measure: float) -> None:
    block = setter().vertical.block(text(words), style(SONG, HEI), measure)
    found = "".join("".join(c.text for c in block.line(i)[0].clusters) for i in range(block.count))
    assert found.replace(" ", "") == words.replace(" ", "")

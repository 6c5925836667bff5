"""Which face and glyphs a token gets: dashes, ellipses, quotes, fallback, selectors, what is missing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reportpdf.text.classes import kind_of
from reportpdf.text.cluster import Kind
from reportpdf.text.findings import Borrowed
from reportpdf.text.shape import ELLIPSIS_HEIGHT
from reportpdf.text.tokens import split_tokens
from reportpdf.theme.records import Composition
from tests.text.typesetting import (
    BODY,
    FONTS,
    HEI,
    KAI,
    SONG,
    cluster,
    line_text,
    set_text,
    setter,
    style,
    text,
    unbroken,
)

GOTHIC = "LeagueGothic-Regular"
FAMILIES = [(SONG, HEI, KAI), (HEI, SONG, KAI), (KAI, SONG, HEI)]


@pytest.mark.parametrize("chain", FAMILIES)
@pytest.mark.parametrize("dash", ["——", "⸺"])
def test_a_dash_is_two_em_without_a_gap(chain: tuple[str, ...], dash: str) -> None:
    made = cluster(dash, *chain)
    assert made.advance == pytest.approx(2, abs=0.02)
    assert "".join(g.text for g in made.glyphs) == dash
    boxes, pen = [], 0.0
    for glyph in made.glyphs:
        ink = FONTS[made.face].ink_box(glyph.gid)
        assert ink is not None
        boxes.append((pen + glyph.dx + ink.left, pen + glyph.dx + ink.right))
        pen += glyph.advance
    assert all(b[0] - a[1] <= 0.02 for a, b in pairwise(boxes))


@pytest.mark.parametrize("chain", FAMILIES)
@pytest.mark.parametrize("dots", ["……", "…", "⋯⋯"])
def test_an_ellipsis_stands_in_the_middle_of_the_han_box(chain: tuple[str, ...], dots: str) -> None:
    made = cluster(dots, *chain)
    assert made.advance == pytest.approx(len(dots), abs=0.02)
    for glyph in made.glyphs:
        ink = FONTS[made.face].ink_box(glyph.gid)
        assert ink is not None
        assert (ink.top + ink.bottom) / 2 + glyph.dy == pytest.approx(ELLIPSIS_HEIGHT, abs=0.1)


def test_a_dash_comes_from_the_first_face_that_draws_it_whole() -> None:
    assert FONTS[GOTHIC].has("—")
    assert cluster("——", GOTHIC, SONG).face == SONG


def test_dots_on_the_baseline_are_raised() -> None:
    made = cluster("……", GOTHIC)
    for glyph in made.glyphs:
        ink = FONTS[GOTHIC].ink_box(glyph.gid)
        assert ink is not None
        assert ink.top < 0.2, "this face has its dots raised: the test has lost its object"
        assert (ink.top + ink.bottom) / 2 + glyph.dy == pytest.approx(ELLIPSIS_HEIGHT)


@pytest.mark.parametrize("chain", FAMILIES)
@pytest.mark.parametrize("mark", ["·", "・", "/", "／"])
def test_interpunct_and_separator_stand_in_the_middle_of_half_an_em(
    chain: tuple[str, ...], mark: str
) -> None:
    made = cluster(mark, *chain)
    ink = FONTS[made.face].ink_box(made.glyphs[0].gid)
    assert ink is not None
    assert made.advance == 0.5
    assert (ink.left + ink.right) / 2 + made.glyphs[0].dx == pytest.approx(0.25, abs=0.001)


QUOTES: tuple[tuple[str, str, bool], ...] = (
    # text, its quotes, whether they are set as Western ones (Unicode 16 standardized variants)
    ("他说“好”了", "“”", False),
    ("国“OK”国", "“”", False),
    ("说“Hello world”。", "“”", False),
    ("“国”and so on", "“”", False),
    ("He said “hello” to us", "“”", True),
    ("see ‘the end’, then", "‘’", True),
    ("国，He said “hello” to 国", "“”", True),
)


@pytest.mark.parametrize(("value", "marks", "western"), QUOTES)
def test_a_pair_of_quotes_is_western_only_between_western_text(value: str, marks: str, western: bool) -> None:
    quotes = [c for c in unbroken(value).clusters if c.text in tuple(marks)]
    assert [c.text for c in quotes] == list(marks)
    assert all((c.advance < 0.6) is western for c in quotes)
    assert all((c.left + c.right == 0) is western for c in quotes)


@pytest.mark.parametrize("word", ["don’t", "T’Pol", "Children’s"])
@pytest.mark.parametrize("chain", FAMILIES)
def test_an_apostrophe_is_as_narrow_as_western_text(word: str, chain: tuple[str, ...]) -> None:
    assert kind_of(word) is Kind.WESTERN
    without = sum(cluster(letters, *chain).advance for letters in word.split("’"))
    assert cluster(word, *chain).advance - without < 0.4


def test_each_cluster_takes_the_first_face_that_has_all_of_it() -> None:
    table = setter().table(BODY)
    assert {c: table[c].face for c in "国𰻞𠮷龘"} == {"国": SONG, "𰻞": HEI, "𠮷": KAI, "龘": SONG}
    assert table.borrowed == {"𰻞": HEI, "𠮷": KAI}
    assert not table.missing


BORROWED = (
    ("国𰻞𠮷国𰻞", [Borrowed(SONG, KAI, "𠮷"), Borrowed(SONG, HEI, "𰻞")]),
    ("国家don’t", []),
)


@pytest.mark.parametrize(("value", "told"), BORROWED)
def test_what_a_fallback_face_drew_is_told(value: str, told: list[Borrowed]) -> None:
    assert list(set_text(value, 10).setter.found().borrowed) == told


def test_a_word_is_never_drawn_from_two_faces() -> None:
    faces = {c.text: c.face for c in unbroken("国don’t国", look=style(GOTHIC, SONG)).clusters}
    assert faces == {"国": SONG, "don’t": "LeagueGothic-Regular"}


def test_a_mark_keeps_the_white_of_the_face_it_comes_from() -> None:
    assert cluster("。", GOTHIC, SONG).right == 0.5


@pytest.mark.parametrize("token", ["葛\U000e0100", "国\ufe00", "㐂\U000e0101"])
def test_a_variation_selector_prints_nothing_and_stays_with_its_base(token: str) -> None:
    made = cluster(token)
    assert made.kind is Kind.HAN
    assert made.advance == pytest.approx(1)
    assert "".join(g.text for g in made.glyphs) == token
    assert [c.text for c in unbroken(f"国{token}国").clusters] == ["国", token, "国"]


EMOJI = [
    "🙂",
    "👍🏽",
    "👨\u200d👩\u200d👧",
    "🇨🇳",
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "🏴\U000e0067\U000e0062\U000e007f",
]


@pytest.mark.parametrize("emoji", EMOJI)
def test_what_reads_as_one_character_is_one_token(emoji: str) -> None:
    assert split_tokens(f"国{emoji}国") == ["国", emoji, "国"]


MISSING: tuple[tuple[str, bool, list[tuple[int, str]]], ...] = (
    ("国𠀀国", False, [(1, "𠀀")]),
    ("国,国𠀀", True, [(3, "𠀀")]),
    ("国...国🙂国", True, [(5, "🙂")]),
    ("\u3000\u3000国🙂", True, [(3, "🙂")]),
    ("国国\n\u3000\u3000国--🙂", True, [(8, "🙂")]),
    ("国❤\ufe0f国", False, [(1, "❤")]),
    ("国👨\u200d👩国", False, [(1, "👨"), (3, "👩")]),
    ("国葛\U000e0100🙂", False, [(3, "🙂")]),
    ("국🙂a🙂", False, [(1, "🙂"), (3, "🙂")]),
    ("国🙂\n国🙂", False, [(1, "🙂"), (4, "🙂")]),
    ("国", False, []),
)


@pytest.mark.parametrize(("value", "normalised", "found"), MISSING)
def test_a_character_no_face_has_is_told_with_its_place_in_the_copy(
    value: str, normalised: bool, found: list[tuple[int, str]]
) -> None:
    findings = set_text(value, 10, Composition(normalise=normalised)).setter.findings
    assert [(m.offset, m.character) for m in findings.missing.values()] == found
    assert all(m.text == text(value) and m.fonts == BODY.fonts for m in findings.missing.values())
    assert all(value[offset] == character for offset, character in found)


def test_words_made_up_for_the_page_are_told_by_their_character() -> None:
    own = setter()
    own.clusters("摄影 国🙂", BODY, text("国国🙂"))
    assert [(m.offset, m.character) for m in own.findings.missing.values()] == [(2, "🙂")]


def test_a_missing_character_does_not_take_its_neighbours_along() -> None:
    setting = set_text("国a\U0001d49ca国", 10)
    assert line_text(setting.lines[0]) == "国a\U0001d49ca国"
    assert [m.character for m in setting.setter.findings.missing.values()] == ["\U0001d49c"]

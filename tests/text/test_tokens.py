"""Text cut into what is never split, and the class of every piece."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.text.classes import MARKS, is_han, kind_of
from reportpdf.text.cluster import Kind
from reportpdf.text.phrases import break_costs
from reportpdf.text.tokens import split_letters, split_tokens

CASES: tuple[tuple[str, list[str]], ...] = (
    ("国家", ["国", "家"]),
    ("共1,234人", ["共", "1,234", "人"]),
    ("30.9%，", ["30.9%", "，"]),
    ("36.5℃以上", ["36.5℃", "以", "上"]),
    ("50㎡", ["50㎡"]),
    ("￥1200", ["￥", "1200"]),
    ("$1,200.50", ["$1,200.50"]),
    ("±5", ["±5"]),
    ("-5℃", ["-5℃"]),
    ("10:30", ["10:30"]),
    ("2024-01-01", ["2024-01-01"]),
    ("1/2", ["1/2"]),
    ("1+9+N", ["1+9+N"]),
    ("COVID-19", ["COVID-19"]),
    ("R&D", ["R&D"]),
    ("well-known", ["well-", "known"]),
    ("don’t", ["don’t"]),
    ("a@b.cn", ["a@b.cn"]),
    ("A，B", ["A", "，", "B"]),
    ("完12345.", ["完", "12345", "."]),
    ("———", ["——", "—"]),
    ("…………", ["……", "……"]),
    ("好！！！", ["好", "！！！"]),
    ("a  b", ["a", "  ", "b"]),
    ("He “a b” c", ["He", " ", "“\ufe00", "a", " ", "b", "”\ufe00", " ", "c"]),
    ("国“a b”国", ["国", "“", "a", " ", "b", "”", "国"]),
    ("", []),
)


@pytest.mark.parametrize(("text", "tokens"), CASES)
def test_text_is_cut_between_what_is_never_split(text: str, tokens: list[str]) -> None:
    assert split_tokens(text) == tokens


SELECTORS = "\ufe00\ufe01\ufe0f\U000e0100"
MIXED = st.text(
    alphabet=st.sampled_from(
        "国家年，。“”‘’（）！？—…·/～%￥℃㎡12.,:-+'’ AbcéΩж🙂👍🏽🇨🇳\u0301\u200d\u3000\u00a0\n" + SELECTORS
    ),
    max_size=30,
)


NARROW = "\ufe00"


@settings(max_examples=300, deadline=None)
@given(st.one_of(MIXED, st.text(max_size=30)))
def test_tokens_joined_are_the_text(text: str) -> None:
    joined = "".join(split_tokens(text))
    # The narrow form of a Western quotation mark is told by a selector that the text need not have.
    assert joined.replace(NARROW, "") == text.replace(NARROW, "")
    assert NARROW not in joined or not {"“", "‘", "’", "…", "—", "/", NARROW}.isdisjoint(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20))
def test_a_word_cut_into_letters_loses_nothing(word: str) -> None:
    assert "".join(split_letters(word)) == word


def test_letters_keep_their_marks() -> None:
    assert split_letters("ne\u0301e") == ["n", "e\u0301", "e"]


@pytest.mark.parametrize(("kind", "members"), [(kind, members) for kind, members, _ in MARKS])
def test_every_member_of_a_class_is_known_as_one(kind: Kind, members: str) -> None:
    for member in members:
        assert kind_of(member) is kind, member
        assert split_tokens(f"国{member}国") == ["国", member, "国"]


def test_no_mark_is_in_two_classes_and_every_row_names_its_source() -> None:
    everything = "".join(members for _, members, _ in MARKS)
    assert len(everything) == len(set(everything))
    assert all(source for _, _, source in MARKS)


KINDS: tuple[tuple[str, Kind], ...] = (
    ("国", Kind.HAN),
    ("〇", Kind.HAN),
    ("々", Kind.ITERATION),
    ("𠮷", Kind.HAN),
    ("𰻞", Kind.HAN),
    ("の", Kind.HAN),
    ("ー", Kind.SMALL_KANA),
    ("龴", Kind.HAN),
    ("葛\U000e0100", Kind.HAN),
    ("国\ufe00", Kind.HAN),
    ("——", Kind.DASH),
    ("⸺", Kind.DASH),
    ("—", Kind.CONNECTOR),
    ("……", Kind.ELLIPSIS),
    ("⋯⋯", Kind.ELLIPSIS),
    ("…", Kind.ELLIPSIS),
    ("！！", Kind.STOP),
    ("？！", Kind.STOP),
    ("“\ufe00", Kind.OPENING),
    ("”\ufe00", Kind.CLOSING),
    ("“\ufe01", Kind.OPENING),
    ("A", Kind.WESTERN),
    ("2024", Kind.WESTERN),
    ("30.9%", Kind.WESTERN),
    ("5㎡", Kind.WESTERN),
    ("don’t", Kind.WESTERN),
    ("é", Kind.WESTERN),
    ("Ω", Kind.WESTERN),
    ("ж", Kind.WESTERN),
    (" ", Kind.SPACE),
    ("  ", Kind.SPACE),
    ("\u3000", Kind.SPACE),
    ("🙂", Kind.OTHER),
    ("①", Kind.OTHER),
    ("Ａ", Kind.OTHER),
    ("한", Kind.OTHER),
    ("％", Kind.SUFFIX),
    ("￥", Kind.PREFIX),
)


@pytest.mark.parametrize(("token", "kind"), KINDS)
def test_a_token_has_its_kind(token: str, kind: Kind) -> None:
    assert kind_of(token) is kind


def test_han_is_han_up_to_plane_three() -> None:
    assert all(map(is_han, "一鿿㐀豈\U00020000\U0003134a\U0002fa1d〇"))
    assert not any(map(is_han, "A1，。“한①Ａ🙂\u3000·"))


def test_phrase_borders_prefer_a_pause_and_spare_a_pair() -> None:
    words = "勇当主力军，“安全第一”《社区》"
    costs = break_costs(words)
    assert set(costs) == set(range(1, len(words)))
    assert costs[6] == min(costs.values())
    inside = words.index("“") + 2
    assert costs[inside] == max(costs.values())

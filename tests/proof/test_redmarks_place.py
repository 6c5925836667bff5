"""The words at a point, under boxes, of a source: of pages made by hand, so that each millimetre is known."""

from __future__ import annotations

import pytest

from reportpdf.base.geometry import Rect
from reportpdf.base.problem import InputError
from reportpdf.proof.redmarks_adding import (
    numbers_of,
    place_problems,
    placed_at,
    placed_in_source,
    point_of,
    text_problems,
)
from reportpdf.proof.redmarks_place import gap_at, place_at, place_of_source, place_under, sources_at
from reportpdf.proof.set_words import SetLine, SetPhoto, SetRound, Source, folded, with_paths

FIGURE, TEXT, PHOTO = (
    f"sections[0].{one}" for one in ("callouts[0].figure", "callouts[0].text", "photos[0]")
)
VALUE = "查改隐患9761个,下降13.5%。\n第二段在此。"


def _line(page: int, x: float, y: float, words: str, path: str, size: float = 4.0) -> SetLine:
    return SetLine(page, words, tuple(Rect(x + i * size, y, size, size) for i in range(len(words))), path)


ROUND = SetRound(
    "data/r/report.yaml",
    ((210.0, 297.0), (210.0, 297.0)),
    (
        _line(1, 20, 20, "9761个", FIGURE, 10),
        _line(1, 20, 40, "查改隐患9761个，", TEXT),
        _line(1, 20, 46, "下降13.5%。", TEXT),
        _line(1, 20, 52, "第二段在此。", TEXT),
        _line(1, 20, 280, "编辑部", ""),
        _line(2, 20, 20, "9761个", FIGURE, 3),
    ),
    (SetPhoto(1, Rect(20, 100, 80, 60), PHOTO),),
    {
        FIGURE: Source(FIGURE, "9761个", 40),
        TEXT: Source(TEXT, VALUE, 41),
        PHOTO: Source(PHOTO, "photos/a.jpg", 44),
    },
)


def test_at_a_figure_it_is_the_figure() -> None:
    place = place_at(ROUND, 1, 25, 25)
    assert (place.words, place.path, place.line, place.away) == ("9761个", FIGURE, 40, 0.0)


def test_at_a_number_in_the_text_it_is_the_whole_number() -> None:
    place = place_at(ROUND, 1, 38, 42)
    assert (place.words, place.path, place.line) == ("9761", TEXT, 41)
    assert VALUE[place.offset :].startswith("9761")
    assert place_at(ROUND, 1, 30, 48).words == "13.5%"


def test_in_words_it_is_the_words_up_to_the_next_mark_or_number() -> None:
    assert place_at(ROUND, 1, 22, 42).words == "查改隐患"


def test_the_line_of_the_file_is_that_of_the_paragraph() -> None:
    assert place_at(ROUND, 1, 25, 54).line == 42


def test_words_that_are_named_are_meant_though_the_hand_was_not_exact() -> None:
    place = place_at(ROUND, 1, 40, 60, "13.5%")
    assert (place.words, place.path) == ("13.5%", TEXT)
    assert place.away == pytest.approx(10.0, abs=0.1)
    assert [one.code for one in place_problems(place, "13.5% 改 13.6%")] == ["mark-named"]


def test_words_far_away_are_not_the_ones_that_are_named() -> None:
    place = place_at(ROUND, 1, 150, 200, "13.5%")
    assert place.words != "13.5%"
    assert [one.code for one in place_problems(place, "13.5% 改 13.6%")] == ["mark-not-there"]


def test_where_nothing_is_the_nearest_is_taken_and_told() -> None:
    place = place_at(ROUND, 1, 50, 270)
    assert (place.words, place.path, place.away) == ("编辑部", "", 20.6)
    assert [one.code for one in place_problems(place, "核")] == ["mark-away"]


def test_in_a_photo_it_is_the_photo() -> None:
    place = place_at(ROUND, 1, 60, 130)
    assert (place.photo, place.path, place.words, place.line) == (True, PHOTO, "photos/a.jpg", 44)
    assert place_problems(place, "裁切偏左") == []


def test_a_page_without_words_is_told() -> None:
    blank = SetRound("r", ((210, 297),), (), (), {})
    place = place_at(blank, 1, 5, 5)
    assert (place.words, place.path) == ("", "")
    assert [one.code for one in place_problems(place, "核")] == ["mark-nowhere"]


def test_under_boxes_are_the_characters_whose_middles_they_hold() -> None:
    place = place_under(ROUND, 1, [Rect(35, 39, 17.5, 6)])
    assert place is not None
    assert (place.words, place.path) == ("9761", TEXT)
    both = place_under(ROUND, 1, [Rect(20, 39, 40, 6), Rect(20, 45, 30, 6)])
    assert both is not None
    assert both.words == "查改隐患9761个,下降13.5%。"  # as the report has it
    assert place_under(ROUND, 1, [Rect(150, 200, 5, 5)]) is None


def test_between_two_characters_it_is_the_words_before() -> None:
    place, before = gap_at(ROUND, 1, 36.1, 44.5)
    assert (place.words, before) == ("查改隐患", False)
    place, before = gap_at(ROUND, 1, 19, 44.5)
    assert (place.words, before) == ("查改隐患", True)


def test_a_source_is_where_it_takes_most_room() -> None:
    place = place_of_source(ROUND, FIGURE)
    assert place is not None
    assert (place.page, place.words) == (1, "9761个")
    named = place_of_source(ROUND, TEXT, "13.5%")
    assert named is not None
    assert (named.words, VALUE[named.offset :][:5]) == ("13.5%", "13.5%")
    photo = place_of_source(ROUND, PHOTO)
    assert photo is not None
    assert photo.photo
    assert place_of_source(ROUND, "lede") is None


def test_a_line_of_the_file_names_the_texts_in_it() -> None:
    assert list(sources_at(ROUND, 42)) == [TEXT]
    assert list(sources_at(ROUND, 40)) == [FIGURE]
    assert list(sources_at(ROUND, 99)) == []


@pytest.mark.parametrize(
    "given", ["report.yaml:40", "data/r/report.yaml:40", "40", "report.yaml:40:15", FIGURE]
)
def test_a_source_may_be_named_by_line_or_path(given: str) -> None:
    assert placed_in_source(ROUND, "一校", given, "9761 改 9768").words == "9761"


def test_a_callout_as_a_whole_is_the_part_that_holds_the_words() -> None:
    assert placed_in_source(ROUND, "一校", "sections[0].callouts[0]", "下降 改 上升").path == TEXT


@pytest.mark.parametrize(
    "given", ["report.yaml:99", "other.yaml:40", "sections[9]", "", ".", ":", "report.yaml:"]
)
def test_a_source_that_is_none_is_told(given: str) -> None:
    with pytest.raises(InputError) as caught:
        placed_in_source(ROUND, "一校", given, "x")
    assert [one.code for one in caught.value.problems] == ["marks-source-none"]


@pytest.mark.parametrize(
    ("given", "point"),
    [
        ("120,85", (120, 85)),
        (" 120.5 , 85 ", (120.5, 85)),
        ("120，85", (120, 85)),
        ("120mm, 85mm", (120, 85)),
        ("120x85", (120, 85)),
        ("-3,5", (-3, 5)),
        ("120", None),
        ("a,b", None),
        ("1,2,3", None),
        ("nan,1", None),
        ("1e5,1", None),
        ("", None),
    ],
)
def test_points_as_they_are_typed(given: str, point: tuple[float, float] | None) -> None:
    assert point_of(given) == point


@pytest.mark.parametrize(
    ("page", "at", "codes"),
    [
        ("3", "500,1", ["marks-page-none", "marks-at-outside"]),
        ("0", "1,1", ["marks-page-form"]),
        ("x", "y", ["marks-page-form", "marks-at-form"]),
        ("1", "210.2,1", ["marks-at-outside"]),
        ("1", "-1,5", ["marks-at-outside"]),
        ("1", "5,298", ["marks-at-outside"]),
    ],
)
def test_all_that_is_wrong_with_a_point_is_told_at_once(page: str, at: str, codes: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        placed_at(ROUND, "一校", page, at, "x")
    assert [one.code for one in caught.value.problems] == codes


@pytest.mark.parametrize(
    ("words", "numbers"),
    [(["1"], (1,)), (["1,3-5"], (1, 3, 4, 5)), (["2", "1，2、3"], (2, 1, 3)), (["4~5"], (4, 5))],
)
def test_numbers_of_marks(words: list[str], numbers: tuple[int, ...]) -> None:
    assert numbers_of(words, range(1, 6)) == numbers


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["9", "x"], ["marks-number-none", "marks-numbers-form"]),
        (["5-3"], ["marks-numbers-form"]),
        (["1-999999"], ["marks-numbers-form"]),
        ([","], ["marks-numbers-missing"]),
    ],
)
def test_numbers_that_name_no_mark(words: list[str], codes: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        numbers_of(words, range(1, 6))
    assert [one.code for one in caught.value.problems] == codes


def test_words_of_a_mark_have_bounds() -> None:
    assert [one.code for one in text_problems(" \n")] == ["marks-text-missing"]
    assert [one.code for one in text_problems("长" * 2001)] == ["marks-text-long"]
    assert text_problems("9761 改 9768") == []


def test_lines_without_a_path_take_that_of_the_text_they_repeat() -> None:
    sources = {
        "a": Source("a", "9761个"),
        "b": Source("b", "查改隐患9761个,下降13.5%。"),
        "c": Source("c", "下降"),
    }
    lines = [
        _line(1, 0, 0, words, "") for words in ("9761 个", "查改隐患", "9761个，下降", "没有", "13.5%。")
    ]
    assert [line.path for line in with_paths(lines, sources)] == ["a", "b", "b", "", "b"]


def test_folded_words_are_the_same_in_both_widths() -> None:
    assert folded("2024 年，滨州（试行）。") == folded("2024年,滨州(试行).")

"""What may begin and end a line, at every level of prohibition. Lines are parted by |."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportpdf.text.classes import MARKS
from reportpdf.text.cluster import Kind
from reportpdf.theme.records import Kinsoku
from tests.text.typesetting import AS_DELIVERED, BODY, lines_of, setter

GB = "GB/T 15834-2011 "
CLREQ = "clreq #prohibition_rules_for_line_start_end"

CASES: tuple[tuple[str, float, str, str], ...] = (
    ("国国国国。国", 4, "国国国|国。国", GB + "5.1.10: a stop never begins a line"),
    ("国国国国，国", 4, "国国国|国，国", GB + "5.1.10"),
    ("国国国、国国", 4, "国国国、|国国", GB + "5.1.10: half an em at the line's end"),
    ("国国国国”国", 4, "国国国|国”国", GB + "5.1.10"),
    ("国国国国》国", 4, "国国国|国》国", GB + "5.1.10"),
    ("国国国（国国", 4, "国国国|（国国", GB + "5.1.10: an opening mark never ends a line"),
    ("国国国《国国", 4, "国国国|《国国", GB + "5.1.10"),
    ("国国国“国国", 4, "国国国|“国国", GB + "5.1.10"),
    ("国国国国·国国国", 4, "国国国|国·国国|国", GB + "5.1.7: 00B7 is AI in UAX #14, a mark here"),
    ("国国国国～国国", 4, "国国国|国～国国", GB + "5.1.6: FF5E is ID in UAX #14, a mark here"),
    ("国国国国—国国", 4, "国国国|国—国国", GB + "5.1.6: a single 2014 is a connector"),
    ("国国国国/国国国", 4, "国国国|国/国国|国", GB + "5.1.9: no line begins with a separator"),
    ("国国国/国国国国", 4, "国国|国/国国|国国", GB + "5.1.9: and none ends with one"),
    ("国国国／国国国国", 4, "国国|国／国国|国国", GB + "5.1.9"),
    ("国国国国％国国国", 4, "国国国|国％国|国国", "UAX #14 PO: a suffix stays with what is before it"),
    ("国国国￥国国国", 4, "国国国|￥国国国", "UAX #14 PR: a prefix stays with what is after it"),
    ("国国国国,国国", 4, "国国国|国,国国", "typography of ASCII marks left as delivered: they obey too"),
    ("国国国国)国国", 4, "国国国|国)国国", "UAX #14 CP"),
    ("国国国(国国国", 4, "国国国|(国国国", "UAX #14 OP"),
    ("国国国”后Best", 4, "国国国”|后Best", "UAX #14 QU tailored: a break after ” before Han"),
    (
        "国国国“Best国国",
        4,
        "国国国|“Best国|国",
        "UAX #14 QU tailored: a break between Han and “ before Latin",
    ),
    ("国Best”国国国", 4, "国Best”|国国国", "UAX #14 QU tailored: a break after Latin and ”"),
    ("国国国——国国国国", 4, "国国国|——国国|国国", CLREQ + ": a dash may begin a line"),
    ("国国国……国国国国", 4, "国国国|……国国|国国", CLREQ + ": so may an ellipsis"),
)


@pytest.mark.parametrize(("value", "measure", "expected", "clause"), CASES)
def test_lines_break_where_the_clause_allows(value: str, measure: float, expected: str, clause: str) -> None:
    assert "|".join(lines_of(value, measure)) == expected, clause


LEVELS: tuple[tuple[str, Kinsoku, str], ...] = (
    ("国国国国。国", Kinsoku.NONE, "国国国国|。国"),
    ("国国国国。国", Kinsoku.BASIC, "国国国|国。国"),
    ("国国国国。国", Kinsoku.STRICT, "国国国|国。国"),
    ("国国国（国国", Kinsoku.NONE, "国国国（|国国"),
    ("国国国（国国", Kinsoku.BASIC, "国国国|（国国"),
    ("国国国/国国国国", Kinsoku.NONE, "国国国/|国国国国"),
    ("国国国/国国国国", Kinsoku.BASIC, "国国国/|国国国国"),
    ("国国国/国国国国", Kinsoku.STRICT, "国国|国/国国|国国"),
    ("国国国国/国国国", Kinsoku.BASIC, "国国国国|/国国国"),
    ("国国国——国国国", Kinsoku.GB, "国国国|——国国|国"),
    ("国国国——国国国", Kinsoku.STRICT, "国国|国——国|国国"),
    ("国国国……国国国", Kinsoku.STRICT, "国国|国……国|国国"),
    ("国国国国)国国", Kinsoku.NONE, "国国国|国)国国"),
    ("国国国国％国国国", Kinsoku.NONE, "国国国|国％国|国国"),
)


@pytest.mark.parametrize(("value", "level", "expected"), LEVELS)
def test_each_level_bars_its_own_marks(value: str, level: Kinsoku, expected: str) -> None:
    assert "|".join(lines_of(value, 4, replace(AS_DELIVERED, kinsoku=level))) == expected


def members(*kinds: Kind) -> str:
    return "".join(characters for kind, characters, _ in MARKS if kind in kinds)


NOT_AT_START = members(
    Kind.CLOSING,
    Kind.PAUSE,
    Kind.STOP,
    Kind.INTERPUNCT,
    Kind.CONNECTOR,
    Kind.SEPARATOR,
    Kind.SUFFIX,
    Kind.ASCII_CLOSING,
)
NOT_AT_END = members(Kind.OPENING, Kind.SEPARATOR, Kind.PREFIX, Kind.ASCII_OPENING)


@pytest.mark.parametrize("mark", NOT_AT_START)
def test_no_member_of_a_barred_class_begins_a_line(mark: str) -> None:
    for lead in range(2, 9):
        lines = lines_of("国" * lead + mark + "国" * 6, 5)
        assert not any(line.startswith(mark) for line in lines), lines


@pytest.mark.parametrize("mark", NOT_AT_END)
def test_no_member_of_a_barred_class_ends_a_line(mark: str) -> None:
    for lead in range(2, 9):
        lines = lines_of("国" * lead + mark + "国" * 6, 5)
        assert not any(line.endswith(mark) for line in lines), lines


SPACED: tuple[tuple[str, str], ...] = (
    ("国国国国国国国国国/ 国国", "/"),
    ("国国国国国国国国国( 国国)", "("),
    ("国国国国国国国国国￥ 520国", "￥"),
)


@pytest.mark.parametrize(("value", "mark"), SPACED)
def test_a_typed_space_does_not_open_a_break_after_a_barred_mark(value: str, mark: str) -> None:
    for measure in (4, 5, 5.6, 6, 7):
        assert not any(line.rstrip(" ").endswith(mark) for line in lines_of(value, measure)[:-1])


def test_spaces_typed_at_the_ends_of_a_paragraph_take_no_room() -> None:
    assert lines_of("\u3000\u3000internet国国国\u3000\n \u3000国 ", 4) == ["internet", "国国国", "国"]


def test_a_no_break_space_is_no_break() -> None:
    for lead in range(1, 8):
        assert any("No 23" in line for line in lines_of("国" * lead + "No\u00a023" + "国" * 7, 6))


UNSPLIT: tuple[tuple[str, str], ...] = (
    ("——", GB + "5.1.4"),
    ("⸺", GB + "5.1.4"),
    ("……", GB + "5.1.5"),
    ("⋯⋯", GB + "5.1.5"),
    ("！！", GB + "5.1.2"),
    ("？！", GB + "5.1.2"),
    ("1,234", "clreq #unbreakable_marks_punctuation: a number with its inner marks"),
    ("10:30", "the same"),
    ("2024-1", "the same"),
    ("30.9%", "a number with its suffix"),
    ("36.5℃", "the same"),
    ("50㎡", "㎡ after a digit is a suffix, though UAX #14 has ID"),
    ("15％", "a full-width suffix"),
    ("￥120", "a prefix with its number"),
    ("$120", "the same"),
    ("±5", "a sign with its number"),
    ("don’t", "clreq id114: a Western word"),
    ("1+9+N", "a mix of letters and digits"),
    ("葛\U000e0100", "UAX #29: a base and its variation selector"),
    ("e\u0301", "UAX #29: a letter and its combining mark"),
)


@pytest.mark.parametrize(("unit", "clause"), UNSPLIT)
def test_a_unit_is_never_split(unit: str, clause: str) -> None:
    for lead in range(1, 8):
        assert sum(unit in line for line in lines_of("国" * lead + unit + "国" * 7, 6)) == 1, clause


def test_a_western_word_breaks_at_its_own_hyphen() -> None:
    assert lines_of("国国国well-known国国", 5)[1:] == ["well-", "known国", "国"]


def test_parting_a_number_from_its_measure_word_costs_something_but_is_allowed() -> None:
    costs = setter().paragraph("共23项第4本项", BODY, 0.25).breaks
    assert [i for i, cost in enumerate(costs) if cost] == [2, 4]
    assert None not in costs[1:]

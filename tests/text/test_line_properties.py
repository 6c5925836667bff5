"""What holds for every text at every measure. Lines and measures in em; 1 em is 1 point here."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportpdf.text.classes import NOT_AT_END, NOT_AT_START
from reportpdf.text.cluster import Kind
from reportpdf.text.justify import Line
from reportpdf.text.setter import Setter
from reportpdf.text.tokens import split_tokens
from reportpdf.theme.records import Composition, Kinsoku, MarkStyle
from tests.text.typesetting import AS_DELIVERED, BODY, FONTS, Setting, can_open, line_text, pen_width, text

PIECES = st.one_of(
    st.text(alphabet="国家年人第一的安全中项", min_size=1, max_size=6),
    st.sampled_from("，。、；：！？”’）》“‘（《·～—/—%℃"),
    st.sampled_from(["——", "……", "！！", "？！", "…", "。”", "》、《", "），", "：“"]),
    st.sampled_from(["2024", "1,234", "30.9%", "3:30", "5㎡", "￥5", "(", ")", ","]),
    st.sampled_from(["A", "GDP", "well-known", "don’t", "COVID-19"]),
    st.sampled_from([" ", "  ", "\u3000", "🙂", "①", "葛\U000e0100", "𠮷", "é", "https://a.cn/b"]),
)
COPY = st.lists(PIECES, min_size=1, max_size=30).map("".join)
MEASURE = st.one_of(st.integers(4, 40).map(float), st.floats(4, 40).map(lambda m: round(m, 3)))
ANY = settings(max_examples=150, deadline=None)

_SETTERS: dict[Composition, Setter] = {}


def set_copy(copy: str, measure: float, choices: Composition = AS_DELIVERED) -> Setting:
    """The copy set by a setter that keeps its clusters from example to example."""
    own = _SETTERS.setdefault(choices, Setter(FONTS, choices))
    own.findings.forced.clear()
    return Setting(own.block(text(copy), BODY, measure), own)


def numbered(setting: Setting) -> list[tuple[int, int, Line, float]]:
    """Part, number in the part, line and its room."""
    found, at = [], 0
    for p, part in enumerate(setting.block.paragraphs):
        for n in range(len(part.lines.ranges)):
            line, indent = setting.block.line(at)
            found.append((p, n, line, setting.block.measure_em - indent))
            at += 1
    return found


@ANY
@given(COPY, MEASURE)
def test_nothing_is_lost_but_spaces(copy: str, measure: float) -> None:
    setting = set_copy(copy, measure)
    assert "".join(setting.texts).replace(" ", "").replace("\u3000", "") == _printed(copy)


def _printed(copy: str) -> str:
    tokens = split_tokens(copy.strip(" \u3000"))
    return "".join(t[0] if t[1:] == "\ufe00" else t for t in tokens).replace(" ", "").replace("\u3000", "")


@ANY
@given(COPY, MEASURE, st.sampled_from(Kinsoku))
def test_no_line_begins_or_ends_with_a_barred_mark(copy: str, measure: float, level: Kinsoku) -> None:
    # A line that had to be forced is told instead.
    setting = set_copy(copy, measure, replace(AS_DELIVERED, kinsoku=level))
    if setting.setter.findings.forced:
        return
    lines = [[c for c in line.clusters if c.kind is not Kind.SPACE] for _, _, line, _ in numbered(setting)]
    for line, following in pairwise(lines):
        assert line[-1].kind not in NOT_AT_END[level], setting.texts
        assert following[0].kind not in NOT_AT_START[level], setting.texts


@ANY
@given(COPY, MEASURE, st.sampled_from(MarkStyle))
def test_no_line_is_wider_than_its_measure_unless_told(copy: str, measure: float, marks: MarkStyle) -> None:
    setting = set_copy(copy, measure, replace(AS_DELIVERED, marks=marks))
    for _, _, line, room in numbered(setting):
        assert pen_width(line) <= room + 1e-6 or setting.setter.findings.forced, line_text(line)


@ANY
@given(COPY, MEASURE, st.sampled_from(MarkStyle))
def test_every_inner_line_is_as_wide_as_the_measure(copy: str, measure: float, marks: MarkStyle) -> None:
    setting = set_copy(copy, measure, replace(AS_DELIVERED, marks=marks))
    if setting.setter.findings.forced:
        return
    for p, n, line, room in numbered(setting):
        assert line.width == pytest.approx(pen_width(line), abs=1e-9)
        if n < len(setting.block.paragraphs[p].lines.ranges) - 1 and can_open(setting, p, n):
            assert pen_width(line) == pytest.approx(room, abs=1e-9), line_text(line)


@ANY
@given(COPY, MEASURE)
def test_no_line_is_opened_where_it_may_not_be(copy: str, measure: float) -> None:
    for _, _, line, _ in numbered(set_copy(copy, measure)):
        moves = dict(line.moves)
        for i in range(1, len(line.clusters)):
            a, b = line.clusters[i - 1], line.clusters[i]
            if a.kind is Kind.WESTERN and b.kind is Kind.WESTERN:
                assert line.tracking + moves.get(i, 0.0) == pytest.approx(0, abs=1e-9)


@ANY
@given(COPY, MEASURE)
def test_the_ranges_cover_every_cluster_once(copy: str, measure: float) -> None:
    for part in set_copy(copy, measure).block.paragraphs:
        ends = [0, *(end for _, end in part.lines.ranges)]
        assert [start for start, _ in part.lines.ranges] == ends[:-1]
        assert ends[-1] == len(part.paragraph.clusters)
        assert all(start < end for start, end in part.lines.ranges)


@ANY
@given(COPY, MEASURE)
def test_the_same_copy_is_set_the_same_way_by_another_setter(copy: str, measure: float) -> None:
    kept = set_copy(copy, measure)
    fresh = Setting(Setter(FONTS, AS_DELIVERED).block(text(copy), BODY, measure), kept.setter)
    assert kept.texts == fresh.texts
    for one, other in zip(kept.lines, fresh.lines, strict=True):
        assert (one.moves, one.tracking, one.width) == (other.moves, other.tracking, other.width)
